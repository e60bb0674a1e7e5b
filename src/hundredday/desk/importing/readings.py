"""What the rows of a table of numbers would do: each is a new reading, a correction, there already, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import folded
from hundredday.desk.importing.naming import Names
from hundredday.errors import Failure, Refused, UnknownKey
from hundredday.imports.plan import Line, Plan
from hundredday.imports.readings import reading_of
from hundredday.imports.rows import rows_below
from hundredday.imports.series import Series
from hundredday.imports.values import percent_points
from hundredday.language import _
from hundredday.metrics.percent import Percent
from hundredday.moves import new_reading, says_the_same, speak_of, with_readings
from hundredday.numbers import value_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.imports.headers import Heading
    from hundredday.imports.readings import NewReading
    from hundredday.imports.rows import Objection
    from hundredday.imports.terms import Terms
    from hundredday.metrics import Reading

    Placed = tuple[int, NewReading]
    """A row with its place in the table."""


def plan_readings(desk: Desk, heading: Heading, terms: Terms, challenge: str | None) -> Plan:
    """What each row would do; nothing is changed. `challenge` is the one of rows that name none.

    Raises:
        UnknownId, AmbiguousId: there is no challenge of that name.
    """
    planner = _Planner(desk, terms, Names(desk, challenge))
    rows: dict[str, list[Placed]] = {}
    for place, row in enumerate(rows_below(heading)):
        reading, objections = reading_of(row, heading.sheet, terms)
        planner.objections += [(place, objection) for objection in objections]
        if reading and (name := planner.opened(place, reading)):
            rows.setdefault(name, []).append((place, reading))
    for name, readings in rows.items():
        planner.add_all(name, readings)
    return planner.plan()


class _Planner:
    """The plan so far: of every row what it does, or why not."""

    def __init__(self, desk: Desk, terms: Terms, names: Names) -> None:
        self.desk, self.terms, self.names = desk, terms, names
        self.objections: list[tuple[int, Objection]] = []
        self.lines: list[tuple[int, Line]] = []
        self.changed: dict[str, Challenge] = {}

    def plan(self) -> Plan:
        """The plan, in the order of the table."""
        lines = [line for _, line in sorted(self.lines, key=lambda pair: pair[0])]
        objections = [one for _, one in sorted(self.objections, key=lambda pair: pair[0])]
        return Plan(lines=lines, objections=objections, changed=self.changed)

    def opened(self, place: int, reading: NewReading) -> str | None:
        """The id of the challenge that a row is of, once it is read; None where there is none."""
        try:
            name = self.names.of(reading.challenge)
            self.names.read(name)
        except Failure as failure:
            self._object(place, reading, "challenge", failure)
            return None
        return name

    def add_all(self, name: str, readings: Sequence[Placed]) -> None:
        """Take the rows of one challenge into the plan: they are judged together, and one by one if that is refused."""
        before = len(self.lines), len(self.objections)
        try:
            self._add_all(name, readings, one_by_one=False)
        except Refused:
            del self.lines[before[0] :], self.objections[before[1] :]
            self._add_all(name, readings, one_by_one=True)

    def _add_all(self, name: str, readings: Sequence[Placed], *, one_by_one: bool) -> None:
        challenge = now = self.names.read(name)
        series: dict[str, Series] = {}
        for place, reading in readings:
            key = _key(challenge, reading.goal)
            try:
                made = self._made(challenge, key, reading)
                known = series.setdefault(key or _only(challenge), Series(_readings(challenge, key)))
                line, is_new = self._line(name, key or _only(challenge), known, made, reading)
                if one_by_one and is_new:
                    now = with_readings(now, {key or _only(challenge): (made,)})
            except Failure as failure:
                field = _field(failure, challenge, reading, self.desk)
                self._object(place, reading, field, speak_of(failure, name))
                continue
            self.lines.append((place, line))
            if is_new:
                known.append(made)
        come = {key: one.come for key, one in series.items() if one.come}
        if come:
            self.changed[name] = now if one_by_one else with_readings(challenge, come)

    def _made(self, challenge: Challenge, key: str | None, reading: NewReading) -> Reading:
        said = reading.texts.get
        return new_reading(
            challenge,
            goal=key,
            value=self._value(challenge, key, reading),
            on=reading.on,
            today=self.desk.today,
            note=said("note"),
            source=said("source"),
            by=said("by"),
            evidence=said("evidence"),
            status=said("status"),
        )

    def _line(
        self, name: str, key: str, known: Series, made: Reading, reading: NewReading
    ) -> tuple[Line, bool]:
        """What a row does, and whether it brings a reading in."""
        counting = known.counting.get(made.date)
        is_there = known.meet(made) or bool(counting and says_the_same(counting, made))
        unit = _unit(self.names.read(name), key)
        text = _("{goal} {value} on {day}").format(
            goal=key, value=value_words(made.value, unit), day=reading.on
        )
        if is_there:
            return Line(reading.row.number, "there", name, text), False
        if counting is None:
            return Line(reading.row.number, "new", name, text), True
        text = _("{reading}, instead of {value}").format(
            reading=text, value=value_words(counting.value, unit)
        )
        return Line(reading.row.number, "correction", name, text), True

    def _object(self, place: int, reading: NewReading, field: str, failure: Failure) -> None:
        objection = reading.row.object(field, failure.text, failure.mend)
        self.objections.append((place, objection))

    def _value(self, challenge: Challenge, key: str | None, reading: NewReading) -> str:
        """The value as it is typed: without its unit, and a fraction as the percent it stands for."""
        goal = challenge.goals.get(key or _only(challenge))
        measure = goal.measurable if goal else None
        unit = _unit(challenge, key or _only(challenge))
        value = reading.value.removesuffix(unit).strip() if unit and unit != "%" else reading.value
        if not isinstance(measure, Percent) or not reading.is_number:
            return value
        return percent_points(value, is_number=True, percents=self.terms.percents)


def _key(challenge: Challenge, written: str | None) -> str | None:
    """The key of a goal or a guardrail, also where its metric was written; as written where nothing fits."""
    section = challenge.acceleration
    if written is None or section is None:
        return None
    named = {key: goal.measurable.metric if goal.measurable else None for key, goal in section.goals.items()}
    named |= {key: guardrail.metric for key, guardrail in section.guardrails.items()}
    fitting = [key for key, metric in named.items() if folded(written) in {folded(key), folded(metric or "")}]
    return written if written in named or len(fitting) != 1 else fitting[0]


def _only(challenge: Challenge) -> str:
    return challenge.primary[0] if challenge.primary else ""


def _readings(challenge: Challenge, key: str | None) -> tuple[Reading, ...]:
    section = challenge.acceleration
    if section is None:
        return ()
    holder = section.goals.get(key or _only(challenge)) or section.guardrails.get(key or "")
    return holder.readings if holder else ()


def _unit(challenge: Challenge, key: str) -> str | None:
    section = challenge.acceleration
    if section is None:
        return None
    goal = section.goals.get(key)
    if goal:
        return goal.measurable.unit if goal.measurable else None
    return section.guardrails[key].unit if key in section.guardrails else None


def _field(failure: Failure, challenge: Challenge, reading: NewReading, desk: Desk) -> str:
    """The field whose cell is to be mended."""
    if isinstance(failure, UnknownKey):
        return "goal"
    start = challenge.start
    if start is None or not challenge.goals:
        return "challenge"
    if not start <= reading.on <= desk.today:
        return "date"
    return "value" if reading.goal or challenge.primary else "goal"
