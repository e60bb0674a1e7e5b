"""Which commit a person means by a word: a day, a branch, a tag, an id."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hundredday.errors import WrongUsage
from hundredday.git.running import attempt, read
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hundredday.git.repository import Repository


class UnknownRevision(WrongUsage):
    """Git knows no commit of that name."""

    def __init__(self, word: str) -> None:
        super().__init__(
            _("There is no commit called “{word}” in this repository.").format(word=word),
            _("Give a day (2026-04-06), a branch, a tag, or the id of a commit."),
        )
        self.word = word


class NoCommitYet(WrongUsage):
    """Nothing had been committed by that day."""

    def __init__(self, day: str) -> None:
        super().__init__(
            _("Nothing had been committed by {day}.").format(day=day),
            _("Give a later day; `hundredday log` shows the first one."),
        )


def resolve(repository: Repository, revision: str, *, zone: tzinfo = UTC) -> str:
    """The id of the commit that a person means.

    Args:
        repository: where to look.
        revision: a day as `YYYY-MM-DD` (the last commit made by the end of that day, along the first
            parents of HEAD, whatever a commit that is dated back says), or anything that git takes for a commit.
        zone: where the day ends.

    Raises:
        UnknownRevision: git knows no such commit.
        NoCommitYet: the day is before the first commit.
    """
    if _ID.fullmatch(revision):
        return revision
    if _DAY.fullmatch(revision):
        return _by_day(repository, revision, zone)
    if not revision or not revision.isprintable():  # line ends, NUL, halves of characters
        raise UnknownRevision(revision)
    word = f"{revision}^{{commit}}"
    answer = attempt(repository.root, "rev-parse", "--verify", "--quiet", "--end-of-options", word)
    if answer.code != 0 or not _ID.fullmatch(answer.text):
        raise UnknownRevision(revision)
    return answer.text


def committed_at(repository: Repository, commit: str) -> datetime:
    """When a commit was made, as its committer's clock said."""
    seconds = read(repository.root, "log", "--no-walk", "--no-color", "--format=%ct", commit, "--").text
    return datetime.fromtimestamp(int(seconds), UTC)


class Names(NamedTuple):
    """How files are called at a commit that had another name, or were not there, at an earlier one.

    `renamed` has the earlier name by the later; `gone` and `come` stood only before, and only after.
    """

    renamed: Mapping[str, str]
    gone: tuple[str, ...]
    come: tuple[str, ...]


def names_since(repository: Repository, commit: str, until: str = "HEAD") -> Names:
    """How the names of all files changed between two commits."""
    answer = read(
        repository.root,
        *("diff-tree", "-r", "-M80%", "--diff-filter=RAD", "--raw", "-z", "--no-relative", commit, until),
    )
    parts = iter(answer.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1])
    renamed: dict[str, str] = {}
    gone: list[str] = []
    come: list[str] = []
    for about in parts:
        kind, name = about.rpartition(" ")[2][:1], next(parts)
        if kind == "R":
            renamed[next(parts)] = name
        else:
            (gone if kind == "D" else come).append(name)
    return Names(renamed, tuple(gone), tuple(come))


def _by_day(repository: Repository, word: str, zone: tzinfo) -> str:
    try:
        end = datetime.combine(date.fromisoformat(word) + timedelta(days=1), time(), zone)
        last = int(end.timestamp()) - 1
    except (ValueError, OverflowError):
        raise UnknownRevision(word) from None
    answer = attempt(repository.root, "rev-parse", "--verify", "--quiet", "HEAD")
    if answer.code != 0 or last < 0:
        raise NoCommitYet(word)
    rows = read(repository.root, "rev-list", "--first-parent", "--reverse", "--timestamp", answer.text).text
    found = _last_made_by(last, [row.split(" ") for row in rows.splitlines()])
    if not found:
        raise NoCommitYet(word)
    return found


def _last_made_by(last: int, rows: Sequence[Sequence[str]]) -> str:
    """The last commit that was made by a moment; "" for none. `rows` are seconds and ids, parents first.

    Nobody builds on what is not there yet: a commit that is dated before those that it builds on was dated
    back, or they were made by a clock that was ahead.
    """
    seconds = [int(row[0]) for row in rows]
    end = next((index for index in _believed(seconds) if seconds[index] > last), len(rows))
    return next((rows[index][1] for index in range(end - 1, -1, -1) if seconds[index] <= last), "")


def _believed(seconds: Sequence[int]) -> Iterator[int]:
    """The numbers of the dates that are in order: the most that can be, and the earlier ones in doubt."""
    if all(one <= other for one, other in pairwise(seconds)):
        yield from range(len(seconds))
        return
    latest: list[
        int
    ] = []  # of every length, the row that begins with the latest date, which is the best to go on
    starts: list[int] = []
    after: dict[int, int | None] = {}
    for index in range(len(seconds) - 1, -1, -1):
        length = bisect_right(latest, -seconds[index])
        after[index] = starts[length - 1] if length else None
        latest[length : length + 1], starts[length : length + 1] = [-seconds[index]], [index]
    number: int | None = starts[-1]
    while number is not None:
        yield number
        number = after[number]


_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
