"""A stock now, such as a backlog, a price or a temperature: either direction can be the better one."""

from typing import Literal

from hundredday.metrics.measure import Measure


class Level(Measure):
    """A stock now."""

    kind: Literal["level"]
    """A stock now."""
