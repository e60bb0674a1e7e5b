"""Cohorts to look at: all of them in a list, and what came of one beside the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.language import _
from hundredday.outlook.cohort import CohortResults, cohort_before, launch_of, results_of
from hundredday.programme import Cohort

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.outlook.standing import Standing


def known_cohorts(desk: Desk, standings: Iterable[Standing]) -> dict[str, Cohort]:
    """Every cohort that the settings or a challenge name, with what is said of it; the newest launch first."""
    named = {one.cohort: Cohort() for one in standings if one.cohort}
    known = {**named, **desk.accelerator.cohorts}
    launches = launches_of(known, standings)

    def newest(name: str) -> tuple[bool, int, str]:
        day = launches[name]
        return day is not None, -(day.toordinal() if day else 0), name

    return {name: known[name] for name in sorted(known, key=newest)}


def launches_of(cohorts: dict[str, Cohort], standings: Iterable[Standing]) -> dict[str, date | None]:
    """The day on which each cohort was or will be launched."""
    of: dict[str, list[Standing]] = {name: [] for name in cohorts}
    for one in standings:
        if one.cohort in of:
            of[one.cohort].append(one)
    return {name: launch_of(cohort, of[name]) for name, cohort in cohorts.items()}


def find_cohort(beginning: str, cohorts: Iterable[str]) -> str:
    """A cohort by its name or any unique beginning of it.

    Raises:
        WrongUsage: there is none, or there are several.
    """
    known = sorted(cohorts)
    if beginning in known:
        return beginning
    fitting = [name for name in known if name.startswith(beginning.lower())]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise WrongUsage(
            _("“{beginning}” is the beginning of several cohorts.").format(beginning=beginning),
            _("Which one: {names}?").format(names=", ".join(fitting)),
        )
    from hundredday.nearest import did_you_mean, nearest

    raise WrongUsage(
        _("There is no cohort “{beginning}”.").format(beginning=beginning),
        did_you_mean(
            nearest(beginning, known, most=3),
            _("hundredday cohort open {name} opens one.").format(name="2026-autumn"),
        ),
    )


def show_cohorts(desk: Desk, *, json: bool) -> None:
    """Show every cohort on a line of its own, the newest launch first."""
    from hundredday.desk.showing import warn
    from hundredday.desk.survey import survey

    found = survey(desk)
    warn(found.problems)
    cohorts = known_cohorts(desk, found.standings)
    all_results = [_results(desk, name, cohort, found.standings) for name, cohort in cohorts.items()]
    if json:
        _print(desk, {"cohorts": [plain_results(one, brief=True) for one in all_results]}, found.problems)
        return
    from hundredday.views.cohorts import cohort_list

    name = desk.accelerator.name or desk.folder.root.name
    desk.draw(cohort_list(all_results, name=name, today=desk.today, problems=found.problems))


def show_cohort(desk: Desk, beginning: str, against: str | None, *, json: bool) -> None:
    """Show what came of a cohort beside another one, or beside the one launched before it.

    Raises:
        WrongUsage: there is no such cohort.
    """
    from hundredday.desk.showing import warn
    from hundredday.desk.survey import survey

    found = survey(desk)
    cohorts = known_cohorts(desk, found.standings)
    name = find_cohort(beginning, cohorts)
    before = (
        find_cohort(against, cohorts)
        if against
        else cohort_before(name, launches_of(cohorts, found.standings))
    )
    warn(found.problems)
    mine = _results(desk, name, cohorts[name], found.standings)
    theirs = _results(desk, before, cohorts[before], found.standings) if before else None
    if json:
        told = {"cohort": plain_results(mine), "against": plain_results(theirs) if theirs else None}
        _print(desk, told, found.problems)
        return
    from hundredday.desk.terminal.screen import draw_long
    from hundredday.views.cohort import cohort_view

    draw_long(cohort_view(mine, theirs, today=desk.today, problems=found.problems), desk.given)


def _results(desk: Desk, name: str, cohort: Cohort, standings: Sequence[Standing]) -> CohortResults:
    from hundredday.desk.survey import read_all

    members = {one.path: one for one in standings if one.cohort == name}
    files = [file for file in desk.folder.challenge_files() if file.path in members]
    read = [(members[file.path], challenge) for file, challenge in read_all(desk, files)]
    return results_of(name, cohort, read, settings=desk.accelerator.settings, today=desk.today)


def _print(desk: Desk, told: Mapping[str, object], problems: Sequence[Finding]) -> None:
    desk.print_json(
        {
            "today": desk.today.isoformat(),
            "accelerator": desk.accelerator.name or desk.folder.root.name,
            **told,
            "problems": [finding.plain() for finding in problems],
        }
    )


def plain_results(results: CohortResults, *, brief: bool = False) -> dict[str, object]:
    """A cohort as JSON; brief, without its challenges and lessons."""
    figures: dict[str, object] = {
        "name": results.name,
        "title": results.title,
        "launch": results.launch.isoformat() if results.launch else None,
        "reviews": [
            {"name": name, "on": day.isoformat(), "held": results.held_reviews.get(name, 0)}
            for name, day in results.reviews.items()
        ],
        "counts": dict(results.counts),
        "targets": {
            "met": results.met,
            "surpassed": results.count("surpassed"),
            "achieved": results.count("achieved"),
            "missed": results.count("missed"),
            "late": results.late,
            "not_measurable": results.count("not_measurable"),
            "stopped": results.count("stopped"),
            "running": results.count("running"),
        },
        "median_attainment": results.median_attainment,
        "median_day": results.median_day,
    }
    if brief:
        return figures
    return {
        **figures,
        "challenges": [result._asdict() for result in results.results],
        "lessons": [lesson._asdict() for lesson in results.lessons],
    }
