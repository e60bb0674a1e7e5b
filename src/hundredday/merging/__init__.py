"""Three versions of a file made one by what they mean: what both sides did is in it, or is a conflict."""

from __future__ import annotations

from hundredday.merging.files import Merged, Unmergeable, merge
from hundredday.merging.sentences import Dispute, disputes, field_of
from hundredday.merging.values import ABSENT, Absent, Conflict, Labels, Side, Value

__all__ = [
    "ABSENT",
    "Absent",
    "Conflict",
    "Dispute",
    "Labels",
    "Merged",
    "Side",
    "Unmergeable",
    "Value",
    "disputes",
    "field_of",
    "merge",
]
