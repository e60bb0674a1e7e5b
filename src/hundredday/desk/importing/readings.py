"""What the rows of a table of numbers would do: each is a new reading, a correction, there already, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import folded
from hundredday.desk.opening import read_file
from hundredday.desk.survey import survey
from hundredday.errors import Failure, Refused, UnknownKey
from hundredday.imports.plan import Line, Plan
from hundredday.imports.readings import reading_of
from hundredday.imports.rows import rows_below
from hundredday.language import _
from hundredday.metrics import series_of
from hundredday.metrics.percent import Percent
from hundredday.moves import record, speak_of
from hundredday.numbers import value_words

if TYPE_CHECKING:
    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.imports.headers import Heading
    from hundredday.imports.readings import NewReading
    from hundredday.imports.rows import Objection
    from hundredday.imports.terms import Terms
    from hundredday.metrics import Reading
    from hundredday.store.folder import ChallengeFile

GIVEN = ("date", "value", "count", "of", "note", "source", "by", "evidence", "status")


def plan_readings(desk: Desk, heading: Heading, terms: Terms, challenge: str | None) -> Plan:
    """What each row would do; nothing is changed. `challenge` is the one of rows that name none.

    Raises:
        UnknownId, AmbiguousId: there is no challenge of that name.
    """
    planner = _Planner(desk, terms, desk.find(challenge).id if challenge else None)
    for row in rows_below(heading):
        reading, objections = reading_of(row, heading.sheet, terms)
        planner.plan.objections += objections or (planner.add(reading) if reading else [])
    return planner.plan


class _Planner:
    """The plan so far, beside the readings that were there and have not been met again yet."""

    def __init__(self, desk: Desk, terms: Terms, default: str | None) -> None:
        self.desk, self.terms, self.default = desk, terms, default
        self.plan = Plan()
        self.files: dict[str, ChallengeFile] = {file.id: file for file in desk.folder.challenge_files()}
        self.titles: dict[str, str] | None = None
        self.now: dict[str, Challenge] = {}
        self.unmet: dict[tuple[str, str], list[Reading]] = {}

    def add(self, reading: NewReading) -> list[Objection]:
        """Take a reading into the plan, or say why not."""
        try:
            name = self._challenge(reading)
            challenge = self._opened(name)
        except Failure as failure:
            return [reading.row.object("challenge", failure.text, failure.mend)]
        key = _key(challenge, reading.goal)
        try:
            value = self._value(challenge, key, reading)
            after = self._recorded(challenge, key, value, reading)
        except Failure as failure:
            field = _field(failure, challenge, reading, self.desk)
            return [reading.row.object(field, failure.text, speak_of(failure, name).mend)]
        self._take(name, key or _only(challenge), reading, after)
        return []

    def _recorded(self, challenge: Challenge, key: str | None, value: str, reading: NewReading) -> Challenge:
        said = reading.texts.get
        return record(
            challenge,
            goal=key,
            value=value,
            on=reading.on,
            today=self.desk.today,
            note=said("note"),
            source=said("source"),
            by=said("by"),
            evidence=said("evidence"),
            status=said("status"),
        )

    def _take(self, id: str, key: str, reading: NewReading, after: Challenge) -> None:
        before = self.now[id]
        old = _readings(before, key)
        unmet = self.unmet.setdefault((id, key), list(old))
        made = _readings(after, key)[-1] if after is not before else None
        wanted = made or next((one for one in series_of(old) if one.date == reading.on), None)
        met = next((one for one in unmet if wanted and _says(one, wanted)), None)
        if met is not None:
            unmet.remove(met)
        unit = _unit(before, key)
        value = value_words(wanted.value, unit) if wanted else reading.value
        text = _("{goal} {value} on {day}").format(goal=key, value=value, day=reading.on)
        if made is None or met is not None:
            self.plan.lines.append(Line(reading.row.number, "there", id, text))
            return
        corrected = next((one for one in series_of(old) if one.date == reading.on), None)
        if corrected:
            text = _("{reading}, instead of {value}").format(
                reading=text, value=value_words(corrected.value, unit)
            )
        line = Line(reading.row.number, "correction" if corrected else "new", id, text)
        self.plan.lines.append(line)
        self.now[id] = self.plan.changed[id] = after

    def _challenge(self, reading: NewReading) -> str:
        written = reading.challenge or self.default
        if written is None:
            raise Refused(
                _("It is not said which challenge this is of."), _("Fill the cell in, or add --challenge ID.")
            )
        if written in self.files:
            return written
        if self.titles is None:
            self.titles = {folded(one.title): one.id for one in survey(self.desk).standings}
        return self.titles.get(folded(written)) or self.desk.find(written).id

    def _opened(self, id: str) -> Challenge:
        if id not in self.now:
            self.now[id] = read_file(self.desk.folder, self.files[id]).challenge
        return self.now[id]

    def _value(self, challenge: Challenge, key: str | None, reading: NewReading) -> str:
        """The value as it is typed: without its unit, and a fraction as the percent it stands for."""
        goal = challenge.goals.get(key or _only(challenge))
        measure = goal.measurable if goal else None
        unit = _unit(challenge, key or _only(challenge))
        value = reading.value.removesuffix(unit).strip() if unit and unit != "%" else reading.value
        if not isinstance(measure, Percent) or not reading.is_number:
            return value
        number = float(value)
        if self.terms.percents == "fractions":
            return f"{100 * number:.8f}".rstrip("0").rstrip(".")
        if self.terms.percents is None and 0 < abs(number) <= 1:
            raise Refused(
                _("{value} can be read two ways: {one} or {other} percent.").format(
                    value=value, one=f"{100 * number:g}", other=value
                ),
                _(
                    "Add --percents fractions where Excel shows it with a % sign, --percents points where not."
                ),
            )
        return value


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


def _readings(challenge: Challenge, key: str) -> tuple[Reading, ...]:
    section = challenge.acceleration
    if section is None:
        return ()
    holder = section.goals.get(key) or section.guardrails.get(key)
    return holder.readings if holder else ()


def _unit(challenge: Challenge, key: str) -> str | None:
    section = challenge.acceleration
    if section is None:
        return None
    goal = section.goals.get(key)
    if goal:
        return goal.measurable.unit if goal.measurable else None
    return section.guardrails[key].unit if key in section.guardrails else None


def _says(there: Reading, new: Reading) -> bool:
    """Whether a reading that is there says all that the new one says; it may say more."""
    return all(getattr(new, name) is None or getattr(there, name) == getattr(new, name) for name in GIVEN)


def _field(failure: Failure, challenge: Challenge, reading: NewReading, desk: Desk) -> str:
    """The field whose cell is to be mended."""
    if isinstance(failure, UnknownKey):
        return "goal"
    start = challenge.clock.start if challenge.clock else None
    if start is None or not challenge.goals:
        return "challenge"
    if not start <= reading.on <= desk.today:
        return "date"
    return "value" if reading.goal or challenge.primary else "goal"
