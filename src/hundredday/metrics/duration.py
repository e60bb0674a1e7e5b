"""Time per case, such as days from filing to judgment: say median or mean in the counting rule."""

from typing import ClassVar, Literal

from hundredday.metrics.measure import Measure


class Duration(Measure):
    """Time per case, never below nothing."""

    lowest: ClassVar[float | None] = 0.0

    kind: Literal["duration"]
    """Time for each case."""
