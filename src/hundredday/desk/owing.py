"""What every challenge owes, and to when: kept for the day, made anew where a file has changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hundredday.language import N_, _, spoken
from hundredday.outlook.agenda import Due, dues
from hundredday.problems import Problems
from hundredday.store.kept import facts
from hundredday.store.kept.scan import file_at
from hundredday.store.kept.sheets import ANY_DAY, Sheet

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from typing import Any

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.gates import Gate
    from hundredday.programme import Accelerator, Settings

_PASSES = {
    "acceleration": N_("advance to Acceleration"),
    "launch": N_("launch"),
    "sustainability": N_("advance to Sustainability"),
    "closed": N_("close the challenge"),
}


def everything_due(desk: Desk, until: date = date.max) -> tuple[list[Due], Problems]:
    """All that is due until a day, earliest first, and the findings of files that cannot be read."""
    from hundredday.desk.survey import ask

    speech = spoken()
    unread = Problems()

    def answer(database: sqlite3.Connection) -> tuple[list[Due], Problems]:
        rows = database.execute(
            "select dues from due where speech = ? and earliest <= ?", (speech, until.isoformat())
        )
        found = _dues_from([text for (text,) in rows], until)
        return sorted(found, key=_by_date), facts.problems(database, speech).also(unread)

    accelerator = desk.accelerator
    terms = repr((accelerator.settings, accelerator.cohorts))
    sheet = Sheet("due", speech, desk.today.isoformat(), terms)
    return ask(desk, sheet, lambda: _Dues(accelerator, desk.today, desk.given.caches), unread, answer)


class _Dues(NamedTuple):
    """Tells what a challenge owes."""

    accelerator: Accelerator
    today: date
    keeps: bool

    def row(self, path: str, challenge: Challenge | None) -> tuple[Any, ...]:
        if challenge is None:
            return ANY_DAY, None, "[]"
        stem, settings, today = file_at(path).id, self.accelerator.settings, self.today
        reviews = self.accelerator.reviews_of(challenge.cohort)
        owed = dues(stem, challenge, settings=settings, today=today, reviews=reviews)
        found = (*owed, *_open_gate(stem, challenge, settings, today))
        earliest = min((due.on.isoformat() for due in found), default=None)
        return today.isoformat(), earliest, _dues_text(found)


def _open_gate(id: str, challenge: Challenge, settings: Settings, today: date) -> Iterator[Due]:
    """The gate that the challenge could pass today, with what passing it is called."""
    from hundredday.gates import gate_ahead, is_open, verdicts
    from hundredday.moves import with_clock

    gate = gate_ahead(challenge)
    if gate is None:
        return
    clock = challenge.clock
    asked = with_clock(challenge, today) if gate == "launch" else challenge
    if not is_open(verdicts(gate, asked, settings, today, id=id)):
        return
    # A gate has no day of its own, except that the clock's last day asks for the next phase.
    on = clock.end if gate == "sustainability" and clock and clock.end and clock.end < today else today
    yield Due(on, _(_PASSES[gate]), _who_passes(gate, challenge), id, "gate", on < today)


def _who_passes(gate: Gate, challenge: Challenge) -> str | None:
    if gate == "acceleration":
        return challenge.sponsor.name if challenge.sponsor else None
    leader = challenge.team.leader if challenge.team else None
    return leader.name if leader else None


def _dues_text(found: tuple[Due, ...]) -> str:
    import json

    rows = [(due.on.isoformat(), due.what, due.who, due.challenge, due.kind, due.overdue) for due in found]
    return json.dumps(rows, ensure_ascii=False)


def _dues_from(texts: list[str], until: date) -> Iterator[Due]:
    import json

    last = until.isoformat()
    # All in one document, because there may be very many.
    for rows in json.loads(f"[{','.join(texts)}]"):
        for on, *rest in rows:
            if on <= last:
                yield Due(date.fromisoformat(on), *rest)


def _by_date(due: Due) -> tuple[date, str, bool, str]:
    # On the last day what is still to be done comes before the day itself.
    return due.on, due.challenge, due.kind == "last_day", due.what
