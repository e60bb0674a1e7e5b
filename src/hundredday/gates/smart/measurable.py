"""Measurable: everybody counts the same thing in the same way, from a dated baseline to a target.

The counting rule is where goals are lost: in one city 59 people who were only matched to a flat were
added to 43 who lived in one. Say who is counted, when, and from which source.

A good example:

    metric: Median days from filing to judgment
    kind: duration
    unit: days
    baseline: 43
    baseline_date: 2026-03-31
    target: 1
    counted: All claims filed in the three pilot courts, median of the week
    source: Registry export, Mondays

A thing to be done (kind yes_no) needs no unit and no baseline; with `baseline_method: surrogate` the
first month stands in for the baseline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding, Severity
from hundredday.gates.condition import command
from hundredday.gates.smart.letter import Lack
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.metrics import AnyMeasure
    from hundredday.programme import Settings

LETTER = "M"

WEEK = 7
"""Days between readings, at most: a rarer number comes too late to act on."""

_KIND = Lack(N_("its kind ({kinds})"), "kind", "level")
_METRIC = Lack(N_("its metric"), "metric", N_("What is counted"))
_UNIT = Lack(N_("its unit"), "unit", "cases")
_BASELINE = Lack(N_("its baseline"), "baseline", "100")
_BASELINE_DATE = Lack(N_("the day of its baseline"), "baseline_date", "today")
_TARGET = Lack(N_("its target"), "target", "50")
_COUNTED = Lack(N_("its counting rule"), "counted", N_("Who or what is counted, and on which day"))
_SOURCE = Lack(N_("its source"), "source", N_("The register or report that the number comes from"))


def lacks(goal: Goal, challenge: Challenge) -> Iterator[Lack]:
    del challenge
    if not (measure := goal.measurable):
        yield from (_METRIC, _KIND, _UNIT, _BASELINE, _BASELINE_DATE, _TARGET, _COUNTED, _SOURCE)
        return
    yield from (lack for lack in (_METRIC, _KIND) if not getattr(measure, lack.option))
    yield from _numbers_lacking(measure)
    yield from (lack for lack in (_COUNTED, _SOURCE) if not getattr(measure, lack.option))


def doubts(key: str, goal: Goal, challenge: Challenge, settings: Settings) -> Iterator[Finding]:
    del settings
    measure = goal.measurable
    if measure and measure.every and measure.every > WEEK:
        yield Finding(
            "goals-are-smart",
            _("Readings of {key} are planned every {every} days, less than weekly.").format(
                key=key, every=measure.every
            ),
            command("goal", key, every=str(WEEK)),
            Severity.WARNING,
            where=("acceleration", "goals", key, "measurable", "every"),
        )
    if not (challenge.acceleration and challenge.acceleration.guardrails):
        yield Finding(
            "goals-are-smart",
            _("No guardrail is counted while {key} is reached.").format(key=key),
            command("guardrail", _("What must not get worse"), limit="10", worse="above"),
            Severity.WARNING,
            where=("acceleration", "guardrails"),
        )


def _numbers_lacking(measure: AnyMeasure) -> Iterator[Lack]:
    if measure.kind == "yes_no":
        return
    if not measure.unit:
        yield _UNIT
    if measure.baseline_method != "surrogate":
        if measure.baseline is None:
            yield Lack(_BASELINE.words, "baseline", _sound_baseline(measure))
        if not measure.baseline_date:
            yield _BASELINE_DATE
    if measure.target is None:
        yield Lack(_TARGET.words, "target", _sound_target(measure))
    elif any(measure.problems()):
        yield Lack(N_("a target on the right side of its baseline"), "target", _sound_target(measure))


def _sound_target(measure: AnyMeasure) -> str:
    """A target that can stand beside the baseline, plainly an example."""
    baseline = 100 if measure.baseline is None or measure.baseline is True else measure.baseline
    if measure.kind == "percent" and baseline <= 50:
        return str(baseline + 10)
    if measure.kind == "cumulative" or baseline <= 0:
        return str(baseline + 100)
    return str(baseline / 2)


def _sound_baseline(measure: AnyMeasure) -> str:
    """A baseline that can stand beside the target, plainly an example."""
    target = measure.target
    if target is None:
        return _BASELINE.example
    if measure.kind == "cumulative":
        return str(min(0, target - 1))
    return str(target - 1) if target >= 1 else str(target + 1)
