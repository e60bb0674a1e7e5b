"""The rules of a record that no field can hold on its own: one file per family, and this table of them.

What is not there yet is never a problem of the record: a gate says when it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.rules.amendments import check_amendments, check_watched_goal
from hundredday.challenge.rules.dates import check_order_of_dates
from hundredday.challenge.rules.goals import check_measures, check_owners, check_primary
from hundredday.challenge.rules.phases import check_ending, check_sections
from hundredday.challenge.rules.readings import check_first_readings, check_guardrail_readings
from hundredday.challenge.rules.times import check_due_dates, check_trajectories

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hundredday.challenge.record import Challenge
    from hundredday.findings import Finding

RULES: tuple[Callable[[Challenge], Iterator[Finding]], ...] = (
    check_sections,
    check_ending,
    check_order_of_dates,
    check_primary,
    check_measures,
    check_owners,
    check_due_dates,
    check_trajectories,
    check_first_readings,
    check_guardrail_readings,
    check_amendments,
    check_watched_goal,
)
"""Every rule; each says what is unsound, with the way to the value inside the record."""


def problems(challenge: Challenge) -> Iterator[Finding]:
    """What is unsound in what stands in the record; half-filled sections are sound."""
    for rule in RULES:
        yield from rule(challenge)
