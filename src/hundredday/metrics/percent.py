"""A share in points from 0 to 100, or a growth over baseline that may pass 100."""

import re
from collections.abc import Iterator
from typing import Literal

from hundredday.errors import Refused
from hundredday.findings import Finding
from hundredday.language import _
from hundredday.metrics.measure import Measure
from hundredday.metrics.reading import Reading, Value
from hundredday.numbers import read_number

AGREEMENT = 0.5
"""How far, in points, a percent may lie from its count and of: half a point, as whole percents are rounded."""


class Percent(Measure):
    """A share in points; with `change: true` a growth over baseline."""

    kind: Literal["percent"]
    """A share in points."""
    change: bool = False
    """The percent is a growth over the baseline, which may pass 100."""

    @property
    def highest(self) -> float | None:
        return None if self.change else 100.0

    def value_problems(self, value: Value, where: tuple[str | int, ...]) -> Iterator[Finding]:
        yield from super().value_problems(value, where)
        if not self.change and not isinstance(value, bool) and not 0 <= value <= 100:
            yield Finding(
                "value-out-of-range",
                _("A share lies between 0 and 100 percent, and this is {value:g}.").format(value=value),
                _("Write the share in points; for a growth over baseline add `change: true`."),
                where=where,
            )

    def share_problems(self, index: int, reading: Reading) -> Iterator[Finding]:
        if reading.count is None or not reading.of:
            alone, other = ("of", "count") if reading.count is None else ("count", "of")
            said = (
                _("This is a share of 0.")
                if reading.of == 0
                else _("`{alone}` stands here without `{other}`.").format(alone=alone, other=other)
            )
            yield Finding(
                "count-without-of",
                said,
                _("Write both, such as count: 12, of: 40; or neither."),
                where=(index,),
            )
        elif abs(100 * reading.count / reading.of - float(reading.value)) > AGREEMENT:
            yield Finding(
                "count-disagrees",
                _("{count:g} of {of:g} is {percent:.1f} percent, not {value:g}.").format(
                    count=reading.count,
                    of=reading.of,
                    percent=100 * reading.count / reading.of,
                    value=reading.value,
                ),
                _("Mend the value, the count or the total."),
                where=(index, "value"),
            )

    def read(self, text: str) -> dict[str, Value]:
        """Takes `45`, `45%`, `18/40` as count and of, and all three as `45.2% (18/40)`."""
        if match := re.fullmatch(r"([^(]+)\(([^)]+/[^)]+)\)", text.strip()):
            return {**self.read(match[2]), **self.read(match[1])}
        part, slash, whole = text.partition("/")
        if not slash:
            return super().read(text.strip().removesuffix("%"))
        count, of = read_number(part), read_number(whole)
        if count is None or not of:
            raise Refused(
                _("“{text}” is not a share.").format(text=text),
                _("Write it in points, such as 45, or as count and total, such as 18/40."),
            )
        share = 100 * count / of
        return {"value": round(share) if share == round(share) else round(share, 1), "count": count, "of": of}
