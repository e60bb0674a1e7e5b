"""Done or not done, with evidence, such as a decree signed."""

from collections.abc import Iterator
from typing import Literal

from hundredday.errors import Refused
from hundredday.findings import Finding
from hundredday.language import _
from hundredday.metrics.measure import Measure
from hundredday.metrics.reading import Value
from hundredday.numbers import read_yes_no


class YesNo(Measure):
    """Done or not done: the baseline is false, the target is true."""

    kind: Literal["yes_no"]
    """Done or not done."""
    baseline: Value | None = False
    """Not done before Day 0."""
    target: Value | None = True
    """Done."""

    def problems(self) -> Iterator[Finding]:
        for name in ("baseline", "target"):
            if (value := getattr(self, name)) is not None:
                yield from self.value_problems(value, (name,))
        if self.baseline is True or self.target is False:
            yield Finding(
                "target-on-wrong-side",
                _("A thing to be done starts as false and ends as true."),
                _("Write baseline: false and target: true."),
                where=("target",) if self.target is False else ("baseline",),
            )

    def value_problems(self, value: Value, where: tuple[str | int, ...]) -> Iterator[Finding]:
        if not isinstance(value, bool):
            yield Finding(
                "not-yes-or-no",
                _("A yes_no metric holds true or false, not a number."),
                _("Write true when it is done, false when it is not."),
                where=where,
            )

    def read(self, text: str) -> dict[str, Value]:
        if (answer := read_yes_no(text)) is None:
            raise Refused(
                _("“{text}” is neither done nor not done.").format(text=text), _("Write done, or not-done.")
            )
        return {"value": answer}
