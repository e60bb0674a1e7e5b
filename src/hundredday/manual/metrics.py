"""The kinds of metrics: how a number behaves decides how its progress is read.

One formula serves both directions: progress = (value - baseline) / (target - baseline). It is 0 at the
baseline and 1 at the target. Stock and flow, and percent and points, are told apart by the kind and by the
counting rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _
from hundredday.metrics import KINDS, measure_of

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each kind with what its readings are."""
    yield from ((kind, _((measure_of(kind).__doc__ or "").partition("\n")[0])) for kind in KINDS)
