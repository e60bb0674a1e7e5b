"""Training intakes on a screen: modules with attendance, projects, who graduated, and who may coach next."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import N_, _, ngettext
from hundredday.language.keywords import phase_name
from hundredday.views.dates import short_date
from hundredday.views.fitting import fact, flow, heading, joined, packed, piece, row, spread
from hundredday.views.frame import framed, invitation
from hundredday.views.lately import lately_lines
from hundredday.views.palette import DOUBTFUL, FAINT, GOOD, TITLE, health_mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, tzinfo

    from rich.console import RenderableType

    from hundredday.findings import Finding
    from hundredday.history.timeline import Entry
    from hundredday.outlook.training import IntakeStanding, MayCoach, Taking
    from hundredday.programme.training import Module

_BAR = 12
_WIDEST_NAME = 34


def training(
    intakes: Sequence[IntakeStanding],
    coaches: Sequence[MayCoach],
    *,
    name: str,
    topics: Mapping[str, str],
    today: date,
    problems: Sequence[Finding] = (),
    is_one: bool = False,
    story: Sequence[Entry] = (),
    zone: tzinfo = UTC,
    width: int | None = None,
) -> RenderableType:
    """Every intake in short, or one with everybody in it and its story; then who may coach the next challenge."""

    def inside(room: int) -> Iterator[Text]:
        for intake in intakes:
            yield from _intake(intake, topics, today, room)
            if is_one:
                yield from _everybody(intake, today, room)
        if not intakes and not problems:
            yield Text()
            first = 'hundredday training new "Executive Leadership Program"'
            yield from invitation(_("No training intakes yet. The first one:"), first, room)
        yield from _coaches(coaches, room)
        yield from lately_lines(story, today=today, zone=zone, width=room)

    return framed(inside, name=name, today=today, problems=problems, width=width)


def _intake(standing: IntakeStanding, topics: Mapping[str, str], today: date, width: int) -> Iterator[Text]:
    intake, counts = standing.intake, standing.counts
    yield from heading(intake.title, piece(standing.id, FAINT), width=width)
    yield from packed(
        [row("  ", one) if n == 0 else one for n, one in enumerate(_figures(counts))], width, between=" · "
    )
    topic = topics.get(intake.topic or "", intake.topic)
    yield from fact(_("topic"), topic, width)
    yield from fact(_("taught by"), intake.provider, width)
    yield from fact(_("host"), intake.host, width)
    needs = ", ".join(_(_NEEDS[need]) for need in intake.graduates_need)
    yield from fact(_("asks for"), needs, width)
    titles = [piece(module.title or key).cell_len for key, module in intake.modules.items()]
    column = min(max(titles, default=0), max(width - 50, 16))
    for key, module in intake.modules.items():
        yield from _module(module, key, standing, column, today, width)


def _figures(counts: Mapping[str, int]) -> list[Text]:
    people, projects = counts["participants"], counts["projects"]
    said = [piece(ngettext("{n} participant", "{n} participants", people).format(n=people))]
    if counts["graduated"]:
        said.append(piece("✓ " + _("{n} graduated").format(n=counts["graduated"]), GOOD))
    if counts["left"]:
        said.append(piece(_("{n} left").format(n=counts["left"]), FAINT))
    if projects:
        words = ngettext("{n} project, {closed} closed", "{n} projects, {closed} closed", projects)
        said.append(piece(words.format(n=projects, closed=counts["projects_closed"])))
    if counts["ready"] and counts["projects_closed"]:
        said.append(piece(_("{n} may graduate").format(n=counts["ready"]), DOUBTFUL))
    return said


def _module(
    module: Module, key: str, standing: IntakeStanding, column: int, today: date, width: int
) -> Iterator[Text]:
    total = sum(one.participant.status != "left" for one in standing.takings)
    there = standing.attendance[key]
    title = piece(module.title or key, width=column)
    if total and there:
        filled = round(_BAR * min(there / total, 1))
        bar = row(Text("█" * filled, GOOD), Text("░" * (_BAR - filled), FAINT))
        share = row(bar, "  ", piece(_("{n} of {total} attended").format(n=there, total=total)))
    else:
        share = piece(_("attendance not noted"), FAINT)
    yield spread(row("  ", title, "  ", share), piece(_days(module, today), FAINT), width)


def _days(module: Module, today: date) -> str:
    start, end = module.from_, module.to
    if start and end and start != end:
        return _("{start} to {end}").format(start=short_date(start, today), end=short_date(end, today))
    known = start or end
    return short_date(known, today) if known else ""


def _everybody(standing: IntakeStanding, today: date, width: int) -> Iterator[Text]:
    groups: dict[tuple[str, str], list[Taking]] = {}
    for one in standing.takings:
        groups.setdefault((one.participant.group or "", one.participant.project or ""), []).append(one)
    modules = len(standing.intake.modules)
    names = max((piece(one.participant.name).cell_len for one in standing.takings), default=0)
    for (group, project), takings in groups.items():
        yield Text()
        title = group or (_("Participants") if not project else _("Project"))
        yield spread(
            row("  ", piece(title, TITLE), "  ", Text(str(len(takings)), FAINT)), _project(takings[0]), width
        )
        for one in takings:
            yield _participant(one, modules, min(names, _WIDEST_NAME), today, width)
        # What all of a group lack is said once; it is nearly always the same challenge.
        for lacks in dict.fromkeys(one.lacks for one in takings if one.lacks and project):
            yield from flow(
                row("   ", piece(_("to graduate: {lacks}").format(lacks="; ".join(lacks)), FAINT)), width
            )


def _project(taking: Taking) -> Text:
    id_, project = taking.participant.project, taking.project
    if id_ is None:
        return Text()
    if project is None:
        return piece(id_, FAINT)
    if taking.is_finished:
        return row(piece(id_), "  ", piece("✓ " + _("completed"), GOOD))
    mark = health_mark(project.health)
    state = [piece(phase_name(project.phase), FAINT)]
    if mark.word:
        state.append(piece(f"{mark.sign} {mark.word}", mark.style))
    return row(piece(id_), "  ", joined(state))


def _participant(taking: Taking, modules: int, column: int, today: date, width: int) -> Text:
    one = taking.participant
    sign, style, state = _SIGNS[one.status or "enrolled"]
    office = ", ".join(part for part in (one.post, one.agency) if part)
    told = f"{_(state)} {short_date(one.date, today)}" if one.date else _(state)
    right = [piece(told, style)]
    if modules and one.attended:
        right.insert(0, piece(_("{n} of {total} modules").format(n=len(one.attended), total=modules), FAINT))
    left = row("   ", piece(sign, style), " ", piece(one.name, width=column), "  ", piece(office, FAINT))
    return spread(left, joined(right), width)


def _coaches(coaches: Sequence[MayCoach], width: int) -> Iterator[Text]:
    if not coaches:
        return
    yield from heading(_("May coach next"), str(len(coaches)), width=width)
    names = max(piece(coach.participant.name).cell_len for coach in coaches)
    for coach in coaches:
        one = coach.participant
        office = ", ".join(part for part in (one.post, one.agency) if part)
        free = not coach.busy_on
        sign = piece("●", GOOD) if free else piece("◔", DOUBTFUL)
        aside = "" if free else _("busy on {challenges}").format(challenges=", ".join(coach.busy_on))
        left = row(
            "  ", sign, " ", piece(one.name, width=min(names, _WIDEST_NAME)), "  ", piece(office, FAINT)
        )
        yield spread(left, piece(aside, DOUBTFUL), width)


_NEEDS: Mapping[str, str] = {
    "closed_challenge": N_("a challenge closed as completed"),
    "all_modules": N_("every module attended"),
}
_SIGNS: Mapping[str, tuple[str, str, str]] = {
    "enrolled": ("·", FAINT, N_("enrolled")),
    "graduated": ("✓", GOOD, N_("graduated")),
    "left": ("✗", FAINT, N_("left")),
}
