"""Showing where challenges stand: which ones, in which order, on a screen or as JSON."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.survey import Survey, survey
from hundredday.language import _
from hundredday.outlook.standing import HEALTHS, PHASES, Standing, as_plain
from hundredday.outlook.urgency import ORDERS, counts, order_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.store.records import Record


SCREENFUL = 50
"""Lines of a screen where nothing says how many it has."""

_HEADER, _HEADING, _MORE = 5, 2, 2
"""Lines above all challenges (with the shell's own below them), above each phase, and to say that there are more."""


class Wanted(NamedTuple):
    """Which challenges are asked for (None asks for all), in which order, and whether beyond the screen."""

    phase: str | None = None
    topic: str | None = None
    cohort: str | None = None
    agency: str | None = None
    health: str | None = None
    order: str = "urgency"
    every: bool = False

    @property
    def asks_all(self) -> bool:
        """Whether no challenge is left out."""
        return not any((self.phase, self.topic, self.cohort, self.agency, self.health))

    def fits(self, standing: Standing) -> bool:
        return all(
            asked is None or asked.casefold() == (found or "").casefold()
            for asked, found in (
                (self.phase, standing.phase),
                (self.topic, standing.topic),
                (self.cohort, standing.cohort),
                (self.agency, standing.agency),
                (self.health and self.health.replace("-", "_"), standing.health),
            )
        )


def show(desk: Desk, id: str | None, wanted: Wanted, *, json: bool, watch: bool = False) -> None:
    """Show all challenges, or one: once, or again after every change.

    Raises:
        Failure: it cannot be shown, and why.
    """

    def shown(at: Desk) -> None:
        if id is None:
            show_all(at, wanted, json=json)
        else:
            show_one(at, id, json=json)

    if not watch:
        shown(desk)
        return
    from hundredday.desk.watching import watching

    watching(desk, shown, json=json)


def show_all(desk: Desk, wanted: Wanted, *, json: bool) -> None:
    """Show the portfolio in an order, or as much of it as fits on the screen.

    Raises:
        WrongUsage: a phase, a health or an order that does not exist is asked for.
    """
    refuse_unknown(wanted)
    found = survey(desk)
    shown = sorted((one for one in found.standings if wanted.fits(one)), key=order_of(wanted.order))
    warn(found.problems)
    if json:
        _print(desk, found, shown)
        return
    from hundredday.views.portfolio import portfolio

    fitting = len(shown) if wanted.every else _fitting(shown)
    desk.draw(
        portfolio(
            shown[:fitting],
            name=desk.accelerator.name or desk.folder.root.name,
            today=desk.today,
            counts=counts(shown),
            healths=Counter(one.health for one in shown if one.health and one.phase != "closed"),
            problems=found.problems,
            hidden=len(shown) - fitting,
            among=len(found.standings),
        )
    )


def show_one(desk: Desk, beginning: str, *, json: bool) -> None:
    """Show the whole story of one challenge.

    Raises:
        UnknownId, AmbiguousId, BadFile: there is no such challenge to show.
    """
    from hundredday.desk.survey import calendar_of
    from hundredday.outlook.summary import standing
    from hundredday.store.index import Index

    file, record = desk.open(beginning)
    settings = desk.accelerator.settings
    calendar = calendar_of(desk, Index.of(desk.folder) if desk.given.caches else None)
    stands = standing(
        record.challenge, id=file.id, path=file.path, settings=settings, calendar=calendar, today=desk.today
    )
    if json:
        _print(desk, Survey((stands,), ()), [stands])
        return
    _tell(desk, file.id, record, stands)


def _tell(desk: Desk, id: str, record: Record, stands: Standing) -> None:
    from hundredday.gates import gate_ahead, verdicts
    from hundredday.gates.smart import letters
    from hundredday.views.story import story

    challenge, settings = record.challenge, desk.accelerator.settings
    gate = gate_ahead(challenge)
    held = verdicts(gate, challenge, settings, desk.today, id=id) if gate else ()
    smart = {key: letters(key, goal, challenge, settings) for key, goal in challenge.goals.items()}
    drawn = story(
        challenge, stands, verdicts=held, gate=gate, letters=smart, settings=settings, today=desk.today
    )
    desk.draw(drawn)
    for finding in record.findings:
        desk.hint(f"{finding.severity.value}: {finding.text}")


def _print(desk: Desk, found: Survey, shown: Sequence[Standing]) -> None:
    desk.print_json(
        {
            "today": desk.today.isoformat(),
            "accelerator": desk.accelerator.name or desk.folder.root.name,
            "counts": counts(shown),
            "problems": [finding.plain() for finding in found.problems],
            "challenges": [as_plain(one) for one in shown],
        }
    )


def warn(problems: Sequence[Finding]) -> None:
    """Say on standard error which files could not be read; the others are shown all the same."""
    paths = sorted({finding.place.path for finding in problems if finding.place})
    if paths:
        what = (
            _("{n} files cannot be read as challenges").format(n=len(paths))
            if len(paths) > 1
            else _("{path} cannot be read as a challenge").format(path=paths[0])
        )
        sys.stderr.write(_("warning: {what}. hundredday check says why.").format(what=what) + "\n")


def refuse_unknown(wanted: Wanted) -> None:
    """Refuse a phase, a health or an order that does not exist.

    Raises:
        WrongUsage: with those that do.
    """
    asked = (
        ("--phase", wanted.phase, PHASES),
        ("--health", wanted.health, HEALTHS),
        ("--sort", wanted.order, ORDERS),
    )
    for option, given, known in asked:
        if given is not None and given.casefold().replace("-", "_") not in known:
            from hundredday.errors import WrongUsage

            raise WrongUsage(
                _("{option} “{given}” is not one of {known}.").format(
                    option=option, given=given, known=", ".join(known)
                ),
                _("Choose one of them."),
            )


def _fitting(shown: Sequence[Standing]) -> int:
    """How many challenges fit on the screen, with the lines above, between and below them."""
    free = shutil.get_terminal_size((80, SCREENFUL)).lines - _HEADER
    if sum(map(_lines, shown)) + _HEADING * len({one.phase for one in shown}) <= free:
        return len(shown)
    free -= _MORE
    phases: set[str] = set()
    for number, one in enumerate(shown):
        free -= _lines(one) + (0 if one.phase in phases else _HEADING)
        phases.add(one.phase)
        if free < 0:
            return max(number, 1)
    return len(shown)


def _lines(standing: Standing) -> int:
    return 1 if standing.phase == "closed" and standing.next is None else 2
