"""What was promised: the goal letter by letter, and every frozen field that was moved since the launch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.challenge.frozen import FROZEN, frozen_value
from hundredday.language import N_, _
from hundredday.pages import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.findings import Finding
    from hundredday.gates.smart import Letter

_FIELDS = {
    "specific": N_("Result"),
    "metric": N_("Metric"),
    "kind": N_("Kind"),
    "unit": N_("Unit"),
    "baseline": N_("Baseline"),
    "baseline_date": N_("Date of the baseline"),
    "target": N_("Target"),
    "counted": N_("Counting rule"),
    "due": N_("Due"),
    "trajectory": N_("Trajectory"),
}


class LetterLines(NamedTuple):
    """A letter with what the goal says under it, and what is missing or doubtful."""

    letter: str
    name: str
    holds: bool
    refused: Sequence[Finding]
    warnings: Sequence[Finding]
    lines: Sequence[str]


class Moved(NamedTuple):
    """A frozen field that says something else than at the launch."""

    field: str
    was: str
    now: str


def letters_of(goal: Goal, letters: Sequence[Letter], today: date) -> tuple[LetterLines, ...]:
    """The five letters in their order."""
    said: Mapping[str, Sequence[str | None]] = {
        "S": [goal.specific],
        "M": list(_measured(goal, today)),
        "A": [goal.attainable.owner, goal.attainable.because] if goal.attainable else [],
        "R": [goal.relevant],
        "T": [_("Due {day}").format(day=words.short_date(goal.due, today))] if goal.due else [],
    }
    return tuple(
        LetterLines(
            one.letter,
            one.name,
            one.holds,
            one.refused,
            one.warnings,
            [line for line in said.get(one.letter, ()) if line],
        )
        for one in letters
    )


def moved_fields(challenge: Challenge, key: str, goal: Goal, today: date) -> Iterator[Moved]:
    """What an amendment moved, as it was at the launch and as it is now."""
    made = [one for one in challenge.amendments if one.goal == key]
    unit = goal.measurable.unit if goal.measurable else None
    for field in FROZEN:
        first = next((one for one in made if one.field == field), None)
        if first is not None:
            was, now = first.from_, frozen_value(goal, field)
            yield Moved(_(_FIELDS[field]), words.frozen(was, unit, today), words.frozen(now, unit, today))


def _measured(goal: Goal, today: date) -> Iterator[str | None]:
    measure = goal.measurable
    if measure is None:
        return
    yield measure.metric
    if measure.baseline is not None and not isinstance(measure.baseline, bool):
        on = f" ({words.short_date(measure.baseline_date, today)})" if measure.baseline_date else ""
        how = f", {words.word(measure.baseline_method)}" if measure.baseline_method else ""
        value = words.value_words(measure.baseline, measure.unit)
        yield _("Baseline {value}").format(value=value) + on + how
    yield measure.counted
    yield measure.source and _("Source: {source}").format(source=measure.source)
