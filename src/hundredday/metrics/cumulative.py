"""A running total since Day 0, such as people housed: it cannot fall unless a reading is corrected."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import ClassVar, Literal

from hundredday.errors import Refused
from hundredday.findings import Finding
from hundredday.language import _
from hundredday.metrics.measure import Measure
from hundredday.metrics.reading import Reading
from hundredday.numbers import Value, value_words


class Cumulative(Measure):
    """A running total since Day 0."""

    never_falls: ClassVar[bool] = True

    kind: Literal["cumulative"]
    """A running total since Day 0."""

    def read(self, text: str) -> dict[str, Value]:
        """The fields of a reading that a person typed as its value.

        Raises:
            Refused: the text is no number, or may be meant as what comes on top.
        """
        read = super().read(text)
        if (bare := text.strip()).startswith("+"):
            raise Refused(
                _("“{text}” can be read two ways: {more} more, or {more} in all.").format(
                    text=bare, more=bare[1:]
                ),
                _("Write --add {more} for what came on top, {more} for the total.").format(more=bare[1:]),
            )
        return read

    def problems(self) -> Iterator[Finding]:
        yield from super().problems()
        if self.baseline is not None and self.target is not None and self.target < self.baseline:
            yield Finding(
                "target-on-wrong-side",
                _("A running total only grows, and this target is below the baseline."),
                _("Set a target above the baseline, or make the kind level or duration."),
                where=("target",),
            )

    def series_problems(self, series: Iterable[tuple[int, Reading]]) -> Iterator[Finding]:
        entries = tuple(series)
        yield from super().series_problems(entries)
        for (__, before), (index, after) in pairwise(entries):
            if after.value < before.value:
                yield Finding(
                    "total-falls",
                    _("A running total cannot fall: {value} on {date}, then {value_2} on {date_2}.").format(
                        value=value_words(before.value, self.unit),
                        date=before.date,
                        value_2=value_words(after.value, self.unit),
                        date_2=after.date,
                    ),
                    _(
                        "If {date} was counted wrongly, record the true number for that date: the later "
                        "entry counts."
                    ).format(date=before.date),
                    where=(index, "value"),
                )
