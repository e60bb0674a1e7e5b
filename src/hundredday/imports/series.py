"""The readings of one goal or guardrail while a table is read: those that were there, and those that come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.metrics import series_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hundredday.metrics import Reading

GIVEN = ("date", "value", "count", "of", "note", "source", "by", "evidence", "status")


class Series:
    """The readings of one goal or guardrail: those that were there, and those that come."""

    def __init__(self, old: Sequence[Reading]) -> None:
        self.counting = {one.date: one for one in series_of(old)}
        self.come: list[Reading] = []
        self._unmet: dict[date, list[Reading]] = {}
        for one in old:
            self._unmet.setdefault(one.date, []).append(one)

    def meet(self, new: Reading) -> bool:
        """Whether a reading was there and was not met before; an older one that was corrected counts too."""
        unmet = self._unmet.get(new.date, [])
        met = next((one for one in unmet if _says(one, new)), None)
        if met is not None:
            unmet.remove(met)
        return met is not None

    def append(self, new: Reading) -> None:
        self.come.append(new)
        self.counting[new.date] = new


def _says(there: Reading, new: Reading) -> bool:
    """Whether a reading that is there says all that the new one says; it may say more."""
    return all(getattr(new, name) is None or getattr(there, name) == getattr(new, name) for name in GIVEN)
