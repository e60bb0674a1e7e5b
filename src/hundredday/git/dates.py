"""Dates as git keeps them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING

from hundredday.git.running import attempt

if TYPE_CHECKING:
    from hundredday.git.repository import Repository


def moment_of(raw: str) -> datetime:
    """A date as git keeps it, `SECONDS +HHMM`.

    Nonsense, which anyone can write, counts as 1970-01-01; beside a zone that there is none of, as UTC.
    """
    try:
        seconds, offset = raw.split(" ")
        return datetime.fromtimestamp(int(seconds), _zone(offset))
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _zone(offset: str) -> tzinfo:
    sign = -1 if offset.startswith("-") else 1
    try:
        away = timedelta(hours=sign * int(offset[-4:-2]), minutes=sign * int(offset[-2:]))
        return timezone(away) if abs(away) <= _FARTHEST else UTC
    except ValueError:
        return UTC


_FARTHEST = timedelta(hours=14)
"""The farthest that a place on earth is from UTC."""


def own_and_newest_parent(repository: Repository, head: str) -> tuple[datetime, datetime] | None:
    """When a commit was made and when the newest of its parents was, as their clocks said; None for a first one."""
    answer = attempt(repository.root, "rev-list", "--no-walk=unsorted", "--timestamp", head, f"{head}^@")
    stamps = [moment_of(f"{line.partition(' ')[0]} +0000") for line in answer.text.splitlines()]
    return (stamps[0], max(stamps[1:])) if answer.code == 0 and len(stamps) > 1 else None
