"""Showing what is due: the dates of every file, and the gates that could be passed now."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hundredday.language import N_, _
from hundredday.outlook.agenda import Due, dues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.gates import Gate
    from hundredday.store.folder import ChallengeFile
    from hundredday.store.index import Index

_PASSES = {
    "acceleration": N_("advance to Acceleration"),
    "launch": N_("launch"),
    "sustainability": N_("advance to Sustainability"),
    "closed": N_("close the challenge"),
}
_KEPT = "agenda"


def show_agenda(desk: Desk, *, days: int, person: str | None, json: bool, at: str | None = None) -> None:
    """Show what is overdue, and what is due in the next so many days, to everybody or to one person.

    It is today's, or that of the day or the commit named by `at`.
    """
    from hundredday.desk.showing import warn

    if at is not None:
        from hundredday.desk.travelling import go_back

        desk = go_back(desk, at).desk
    found, problems = everything_due(desk)
    until = desk.today + timedelta(days=days)
    shown = [due for due in found if due.on <= until and _is_for(due, person)]
    warn(problems)
    name = desk.accelerator.name or desk.folder.root.name
    if json:
        desk.print_json(
            {"today": desk.today.isoformat(), "accelerator": name, "due": [_plain(due) for due in shown]}
        )
        return
    from hundredday.views.agenda import agenda

    desk.draw(agenda(shown, name=name, today=desk.today, until=until, person=person, problems=problems))


def everything_due(desk: Desk) -> tuple[list[Due], list[Finding]]:
    """All that is due in the folder, earliest first, and the findings of files that cannot be read.

    Kept from the last time while the day, the settings and every file are as they were then.
    """
    from hundredday.store.index import Index

    files = tuple(desk.folder.challenge_files())
    index = Index.of(desk.folder) if desk.given.caches else None
    state = _state(desk, files)
    kept = _kept(index, state) if index else None
    if kept is not None:
        return kept, []
    problems: list[Finding] = []
    found = sorted(_read_anew(desk, files, problems), key=_by_date)
    if index and not problems:
        _keep(index, state, files, found)
    return found, problems


def _read_anew(desk: Desk, files: Sequence[ChallengeFile], problems: list[Finding]) -> Iterator[Due]:
    from hundredday.desk.survey import read_all

    for file, challenge in read_all(desk, files, problems):
        yield from dues(file.id, challenge, settings=desk.accelerator.settings, today=desk.today)
        yield from _open_gate(desk, file.id, challenge)


def _open_gate(desk: Desk, id: str, challenge: Challenge) -> Iterator[Due]:
    """The gate that the challenge could pass today, with what passing it is called."""
    from hundredday.gates import gate_ahead, is_open, verdicts
    from hundredday.moves import with_clock

    gate = gate_ahead(challenge)
    if gate is None:
        return
    today, clock = desk.today, challenge.clock
    asked = with_clock(challenge, today) if gate == "launch" else challenge
    if not is_open(verdicts(gate, asked, desk.accelerator.settings, today, id=id)):
        return
    # A gate has no day of its own, except that the clock's last day asks for the next phase.
    on = clock.end if gate == "sustainability" and clock and clock.end and clock.end < today else today
    yield Due(on, _(_PASSES[gate]), _who_passes(gate, challenge), id, "gate", on < today)


def _who_passes(gate: Gate, challenge: Challenge) -> str | None:
    if gate == "acceleration":
        return challenge.sponsor.name if challenge.sponsor else None
    leader = challenge.team.leader if challenge.team else None
    return leader.name if leader else None


def _is_for(due: Due, person: str | None) -> bool:
    return person is None or person.casefold() in (due.who or "").casefold()


def _plain(due: Due) -> dict[str, object]:
    return {
        "on": due.on.isoformat(),
        "what": due.what,
        "who": due.who,
        "challenge": due.challenge,
        "kind": due.kind,
        "overdue": due.overdue,
    }


def _by_date(due: Due) -> tuple[date, str, bool, str]:
    # On the last day what is still to be done comes before the day itself.
    return due.on, due.challenge, due.kind == "last_day", due.what


def _state(desk: Desk, files: Sequence[ChallengeFile]) -> str:
    """What the agenda depends on, in a few signs: another state means another agenda."""
    from hashlib import blake2b

    accelerator = desk.accelerator
    told = (desk.today.isoformat(), accelerator.settings, accelerator.cohorts, files)
    return blake2b(repr(told).encode(errors="surrogateescape"), digest_size=20).hexdigest()


def _kept(index: Index, state: str) -> list[Due] | None:
    import json

    try:
        kept = json.loads(index.kept_text(_KEPT) or "null")
        if kept is None or kept["state"] != state:
            return None
        return [Due(date.fromisoformat(on), *rest) for on, *rest in kept["due"]]
    except (ValueError, TypeError, KeyError):
        return None


def _keep(index: Index, state: str, files: Sequence[ChallengeFile], found: Sequence[Due]) -> None:
    import json
    import time

    from hundredday.store.index import RACY_NS

    if any(max(file.key[1:3]) >= time.time_ns() - RACY_NS for file in files):
        return
    rows = [list(_plain(due).values()) for due in found]
    index.keep_text(_KEPT, json.dumps({"state": state, "due": rows}))
