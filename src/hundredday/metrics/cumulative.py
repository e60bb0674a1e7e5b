"""A running total since Day 0, such as people housed: it cannot fall unless a reading is corrected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import ClassVar, Literal

from hundredday.findings import Finding
from hundredday.metrics.measure import Measure
from hundredday.metrics.reading import Reading
from hundredday.numbers import value_words


class Cumulative(Measure):
    """A running total since Day 0."""

    never_falls: ClassVar[bool] = True

    kind: Literal["cumulative"]  # type: ignore[assignment]  # the base leaves the kind unstated

    def problems(self) -> Iterator[Finding]:
        yield from super().problems()
        if self.baseline is not None and self.target is not None and self.target < self.baseline:
            yield Finding(
                "target-on-wrong-side",
                "A running total only grows, and this target is below the baseline.",
                "Set a target above the baseline, or make the kind level or duration.",
                where=("target",),
            )

    def series_problems(self, series: Iterable[tuple[int, Reading]]) -> Iterator[Finding]:
        entries = tuple(series)
        yield from super().series_problems(entries)
        for (_, before), (index, after) in pairwise(entries):
            if after.value < before.value:
                yield Finding(
                    "total-falls",
                    f"A running total cannot fall: {value_words(before.value, self.unit)} on {before.date}, "
                    f"then {value_words(after.value, self.unit)} on {after.date}.",
                    f"If {before.date} was counted wrongly, record the true number for that date: the later entry counts.",
                    where=(index, "value"),
                )
