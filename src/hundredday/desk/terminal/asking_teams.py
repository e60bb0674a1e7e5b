"""Asking for a note or a team of which nothing was said: what the challenge still lacks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import read_person
from hundredday.desk.terminal.asking import Question, ask, can_ask, is_silent, refuse_silence
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk


def note_typed(
    desk: Desk, beginning: str, *, mission: str | None, indicator: str | None, **others: object
) -> tuple[str | None, str | None]:
    """The mission and the indicator of a note as they were typed, or as a person says them.

    Raises:
        WrongUsage: nothing was typed, and there is nobody to ask or nothing to ask for.
    """
    challenge = _silent(desk, beginning, "note", mission=mission, indicator=indicator, **others)
    if challenge is None:
        return mission, indicator
    note = challenge.design.note if challenge.design else None
    has_mission, has_indicator = bool(note and note.mission), bool(note and note.indicator)
    if has_mission and has_indicator:
        refuse_silence("note", mission=None, indicator=None, **others)
    what = Question(
        "--mission",
        _("What will be true for people?"),
        why=_("One sentence that leaves the way to the team."),
        example=_("A small trader gets a judgment in a day"),
    )
    seen = Question("--indicator", _("What will be looked at?"), example=_("Days from filing to judgment"))
    return None if has_mission else ask(what), None if has_indicator else ask(seen)


def team_typed(
    desk: Desk,
    beginning: str,
    *,
    leader: str | None,
    coach: str | None,
    member: list[str] | None,
    remove: list[str] | None,
) -> tuple[str | None, str | None, list[str]]:
    """The leader, the coach and the members as they were typed, or as a person says them.

    Raises:
        WrongUsage: nothing was typed, and there is nobody to ask.
    """
    given = {"leader": leader, "coach": coach, "member": member, "remove": remove}
    challenge = _silent(desk, beginning, "team", **given)
    if challenge is None:
        return leader, coach, member or []
    team = challenge.team
    example = _("Dana Omarova; Court registrar; Supreme Court")
    leads = Question("--leader", _("Who leads the team?"), example=example, check=read_person)
    coaches = Question(
        "--coach", _("Who coaches it?"), _("Somebody else than the leader."), optional=True, check=read_person
    )
    said_leader = None if team and team.leader else ask(leads)
    said_coach = None if team and team.coach else ask(coaches)
    return said_leader, said_coach, list(_members())


def _members() -> Iterator[str]:
    question = Question("--member", _("Who else is on the team?"), optional=True, check=read_person)
    while name := ask(question):
        yield name


def _silent(desk: Desk, beginning: str, command: str, **given: object) -> Challenge | None:
    """The challenge to ask about, where nothing was typed; None where something was, or it is in another phase."""
    if not is_silent(given):
        return None
    if not can_ask():
        refuse_silence(command, **given)
    __, record = desk.open(beginning)
    return record.challenge if record.challenge.phase == _PHASES[command] else None


_PHASES = {"note": "design", "team": "acceleration"}
