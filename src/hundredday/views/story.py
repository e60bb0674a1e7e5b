"""One challenge on one screen, in the order in which a reader asks: where it stands, then why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import _
from hundredday.language.keywords import phase_name, word
from hundredday.outlook.follow_up import follow_ups
from hundredday.views.changes import amendment_lines, reopening_lines, waiver_lines
from hundredday.views.dates import short_date, when_words
from hundredday.views.declared import disagrees
from hundredday.views.design import design_lines
from hundredday.views.fitting import Lines, flow, joined, piece, row
from hundredday.views.gate import gate_lines, gate_summary
from hundredday.views.goals import goal_lines
from hundredday.views.handover import STATES, closed_line, handover_lines, lesson_lines
from hundredday.views.palette import BAD, DECLARED_STYLES, FAINT, GOOD, TITLE, health_mark
from hundredday.views.people import stakeholder_lines, team_lines
from hundredday.views.ruler import ruler
from hundredday.views.work import work_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.challenge import Challenge
    from hundredday.gates import Verdict
    from hundredday.gates.smart import Letter
    from hundredday.outlook.standing import Standing
    from hundredday.programme import Settings


_GATE_IS_NEAR = 14
"""Days before the last one from which the gate is told in full."""

_STATE_STYLES = {"held": GOOD, "slipped": BAD}


def story(
    challenge: Challenge,
    standing: Standing,
    *,
    verdicts: Sequence[Verdict],
    gate: str | None,
    letters: Mapping[str, Sequence[Letter]] | None = None,
    settings: Settings,
    today: date,
    width: int | None = None,
) -> RenderableType:
    """The status of one challenge; sections that its file does not have are not drawn.

    `verdicts` are those of the `gate` ahead; `letters` the S.M.A.R.T. letters of each goal by its key.
    """

    def draw(room: int) -> Iterator[Text]:
        yield from _header(challenge, standing, settings, today, room)
        # While the clock runs the numbers come first: the gate is for the last days.
        is_due = challenge.clock is None or challenge.phase != "acceleration"
        is_due = is_due or (standing.days_left or 0) <= _GATE_IS_NEAR
        if verdicts and is_due:
            yield from gate_lines(verdicts, gate=gate, waivers=challenge.waivers, width=room, brief=True)
        for goal in sorted(standing.goals, key=lambda goal: not goal.primary):
            judged = (letters or {}).get(goal.id, ())
            yield from goal_lines(challenge, goal, letters=judged, today=today, width=room)
        if verdicts and not is_due:
            yield from gate_summary(verdicts, gate=gate, width=room)
        yield from amendment_lines(challenge, today=today, width=room)
        yield from waiver_lines(challenge.waivers, today=today, width=room)
        yield from reopening_lines(challenge.reopened, today=today, width=room)
        yield from _sections(challenge, settings, today, room)

    return Lines(draw, width)


def _header(
    challenge: Challenge, standing: Standing, settings: Settings, today: date, width: int
) -> Iterator[Text]:
    yield from flow(piece(challenge.title, TITLE), width)
    about = [
        piece(challenge.agency or ""),
        Text(phase_name(challenge.phase)),
        piece(standing.id, FAINT),
    ]
    yield from flow(joined(about), width, indent=2)
    yield from _health(challenge, standing, today, width)
    yield from _since(challenge, settings, today, width)
    if challenge.closed:
        yield from flow(piece(closed_line(challenge.closed, today=today)), width, indent=2)
    if challenge.acceleration and standing.day is not None:
        yield Text()
        yield from ruler(challenge.acceleration, standing, today=today, width=width)


def _health(challenge: Challenge, standing: Standing, today: date, width: int) -> Iterator[Text]:
    mark = health_mark(standing.health)
    health = Text(f"{mark.sign} {mark.word}" if mark.word else "", mark.style)
    declared = _declared(challenge, standing, today)
    if disagrees(standing):
        yield from flow(row(health, _(", but "), declared), width, indent=2)
    elif line := joined([health, declared]):
        yield from flow(line, width, indent=2)
    if standing.next:
        when = f"{when_words(standing.next.on, today)}: " if standing.next.on else ""
        over = standing.next.on is not None and standing.next.on < today
        line = row(Text(_("Next  "), FAINT), Text(when, BAD if over else ""), piece(standing.next.what))
        yield from flow(line, width, indent=6)


def _since(challenge: Challenge, settings: Settings, today: date, width: int) -> Iterator[Text]:
    """Whether the result held on each follow-up date that has been."""
    looks = follow_ups(challenge, settings=settings, today=today)
    seen = [look for look in looks if look.state != "ahead"]
    if seen:
        said = [
            Text(
                _("{state} on {on}").format(state=_(STATES[look.state]), on=short_date(look.on, today)),
                _STATE_STYLES.get(look.state, ""),
            )
            for look in seen
        ]
        yield from flow(row(Text(_("Since "), FAINT), joined(said, ", ")), width, indent=6)


def _declared(challenge: Challenge, standing: Standing, today: date) -> Text:
    """The colour declared last: by whom, when and why."""
    declared = challenge.acceleration.declared if challenge.acceleration else ()
    known = [entry for entry in declared if entry.date <= today]
    if not known or not standing.declared:
        return Text()
    newest = max(known, key=lambda entry: entry.date)
    by = _("by {by} ").format(by=newest.by) if newest.by else ""
    because = f": {newest.because}" if newest.because else ""
    said = piece(
        _("{by}on {date}{because}").format(by=by, date=short_date(newest.date, today), because=because), FAINT
    )
    return row(_("declared "), Text(word(newest.status), DECLARED_STYLES[newest.status]), " ", said)


def _sections(challenge: Challenge, settings: Settings, today: date, width: int) -> Iterator[Text]:
    acceleration, design = challenge.acceleration, challenge.design
    if acceleration:
        yield from work_lines(acceleration, today=today, width=width)
    if challenge.sustainability:
        looks = follow_ups(challenge, settings=settings, today=today)
        yield from handover_lines(challenge.sustainability, looks=looks, today=today, width=width)
    yield from lesson_lines(challenge.lessons, width=width)
    if challenge.team:
        yield from team_lines(challenge.team, brief=challenge.clock is not None, width=width)
    brief = challenge.phase != "design"
    if design and design.stakeholders:
        yield from stakeholder_lines(design.stakeholders, brief=brief, width=width)
    yield from design_lines(challenge, brief=brief, today=today, width=width)
