"""Dates as git keeps them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone


def moment_of(raw: str) -> datetime:
    """A date as git keeps it, `SECONDS +HHMM`; nonsense, which anyone can write, counts as 1970-01-01."""
    try:
        seconds, offset = raw.split(" ")
        sign = -1 if offset.startswith("-") else 1
        away = timedelta(hours=sign * int(offset[-4:-2]), minutes=sign * int(offset[-2:]))
        return datetime.fromtimestamp(int(seconds), timezone(away))
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
