"""What every metric kind has: a baseline, a target, how it is counted, and the one progress formula."""

from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from pydantic import Field

from hundredday.errors import Refused
from hundredday.findings import Finding
from hundredday.language import _
from hundredday.metrics.reading import Reading, Value
from hundredday.numbers import read_number, value_words
from hundredday.shape import Day, Number, Part, Text


class Usual(Part):
    """What would happen anyway: so many units in so many days."""

    rate: Number
    """So many units. For example: 26"""
    days: int = Field(gt=0)
    """In so many days. For example: 30"""


class Measure(Part):
    """How a result is measured: what all kinds have in common."""

    never_falls: ClassVar[bool] = False
    lowest: ClassVar[float | None] = None

    metric: Text | None = None
    """What is counted. For example: Median days from filing to judgment"""
    kind: str | None = None
    """How the number behaves."""
    unit: Text | None = None
    """In what it is counted. For example: days"""
    baseline: Value | None = None
    """The value before Day 0. For example: 43"""
    baseline_date: Day | None = None
    """The day of the baseline. For example: 2026-03-31"""
    baseline_method: Literal["measured", "estimated", "surrogate"] | None = None
    """How the baseline is known; a surrogate stands in for it, and the baseline is due by Day 30."""
    target: Value | None = None
    """The value to reach. For example: 1"""
    counted: Text | None = None
    """The counting rule: what counts, where, over which time. For example: All claims in three pilot courts, each week"""
    source: Text | None = None
    """Where the number comes from. For example: Registry export, Mondays"""
    every: int | None = Field(default=None, gt=0)
    """Days between planned readings; a week where it does not stand. For example: 7"""
    usual: Usual | None = None
    """What would happen anyway, against which the target is ambitious or not."""

    @property
    def highest(self) -> float | None:
        """The value that can never be passed, or None."""
        return None

    def progress(self, value: Value) -> float | None:
        """The fraction of the way from baseline to target: 0 at the baseline, 1 at the target, not clamped."""
        if self.baseline is None or self.target is None or self.baseline == self.target:
            return None
        return (float(value) - float(self.baseline)) / (float(self.target) - float(self.baseline))

    def value_at(self, progress: float) -> float | None:
        """The value at a fraction of the way: the reverse of `progress`."""
        if self.baseline is None or self.target is None:
            return None
        return float(self.baseline) + progress * (float(self.target) - float(self.baseline))

    def problems(self) -> Iterator[Finding]:
        """What is unsound in the baseline and the target, with places relative to this measure."""
        if self.baseline is not None and self.baseline == self.target:
            yield Finding(
                "target-equals-baseline",
                _("The target is the same as the baseline, {baseline}: nothing would change.").format(
                    baseline=value_words(self.baseline, self.unit)
                ),
                _("Set a target that differs from the baseline."),
                where=("target",),
            )
        for name in ("baseline", "target"):
            value = getattr(self, name)
            if value is not None:
                yield from self.value_problems(value, (name,))

    def value_problems(self, value: Value, where: tuple[str | int, ...]) -> Iterator[Finding]:
        """Why a single value cannot be one of this metric."""
        if isinstance(value, bool):
            yield Finding(
                "not-a-number",
                _("This metric is counted in numbers, not true or false."),
                _("Write the number, or make the metric's kind yes_no."),
                where=where,
            )
        elif self.lowest is not None and value < self.lowest:
            yield Finding(
                "value-out-of-range",
                _("A {kind} metric cannot be below {lowest:g}.").format(kind=self.kind, lowest=self.lowest),
                _("Write the value as it was counted."),
                where=where,
            )

    def series_problems(self, series: Iterable[tuple[int, Reading]]) -> Iterator[Finding]:
        """What is unsound in the readings taken together; each comes with its index in the list."""
        for index, reading in series:
            yield from self.value_problems(reading.value, (index, "value"))
            if reading.count is not None or reading.of is not None:
                yield from self.share_problems(index, reading)

    def share_problems(self, index: int, reading: Reading) -> Iterator[Finding]:
        """A count and what it is out of belong to a share alone."""
        del reading
        yield Finding(
            "count-without-percent",
            _("`count` and `of` stand beside a percent; this metric is not one."),
            _("Take them out, or make the metric's kind percent."),
            where=(index,),
        )

    def read(self, text: str) -> dict[str, Value]:
        """The fields of a reading that a person typed as its value.

        Raises:
            Refused: the text is no value of this metric.
        """
        if (number := read_number(text)) is None:
            raise Refused(
                _("“{text}” is not a number.").format(text=text),
                _("Write the value in {unit}, such as 42.").format(unit=self.unit or "numbers"),
            )
        return {"value": number}


class Unstated(Measure):
    """How a result is measured.

    Its kind is not stated yet.
    """

    kind: None = None
    """Not stated yet."""
