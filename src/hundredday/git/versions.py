"""The versions of one file: every commit in which its content became another one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from hundredday.git.running import read
from hundredday.git.state import head_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hundredday.git.repository import Repository


@dataclass(frozen=True, slots=True)
class Version:
    """A file as one commit left it: `blob` is its content's id, None when the commit removed it.

    `path` is the file's name in that commit, from the root of the repository, with `/`.
    """

    commit: str
    parents: tuple[str, ...]
    author: str
    email: str
    authored: datetime
    committed: datetime
    subject: str
    path: str
    blob: str | None


def history(repository: Repository, path: Path) -> tuple[Version, ...]:
    """The versions of a file up to HEAD, oldest first, under its earlier names too.

    Side branches that were merged are in it; a merge itself is only where it left a content that
    none of its parents had. In a shallow clone the oldest version is where the clone was cut.
    """
    start = head_of(repository)
    name: str | None = repository.relative(path)
    newer: list[Version] = []
    names: set[str] = set()
    while start is not None and name is not None and name not in names:
        names.add(name)
        found, statuses = _under_one_name(repository, start, name)
        newer = found + newer
        start, name = _before(repository, found, statuses)
    return tuple(newer)


def _under_one_name(repository: Repository, start: str, name: str) -> tuple[list[Version], dict[str, str]]:
    answer = read(
        repository.root,
        *("-c", "log.showRoot=true", "-c", "log.follow=false"),
        *("log", "--raw", "-z", "--full-history", "--topo-order", "--reverse", "-c", "--no-renames"),
        *("--no-abbrev", "--no-color", "--no-decorate", "--no-notes", "--no-relative", "--encoding=UTF-8"),
        *("--date=raw", f"--format={_FORMAT}", start, "--", name),
    )
    versions: list[Version] = []
    statuses: dict[str, str] = {}
    for version, status in _parsed(answer.stdout):
        versions.append(version)
        statuses[version.commit] = status
    return versions, statuses


def _before(
    repository: Repository, versions: list[Version], statuses: dict[str, str]
) -> tuple[str | None, str | None]:
    """The commit and the name under which the file went on before its first version here."""
    if not versions or statuses[versions[0].commit] != "A" or not versions[0].parents:
        return None, None
    first = versions[0]
    answer = read(
        repository.root,
        *("diff-tree", "-r", "-M", "--diff-filter=R", "--raw", "-z", "--no-commit-id"),
        *("--no-relative", f"{first.parents[0]}", first.commit),
    )
    parts = answer.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1]
    for old, new in zip(parts[1::3], parts[2::3], strict=True):
        if new == first.path:
            return first.parents[0], old
    return None, None


def _parsed(output: bytes) -> Iterator[tuple[Version, str]]:
    # Parts are counted, never guessed from their content: a name or a subject may hold anything.
    parts = iter(output.split(b"\0"))
    fields: list[str] = []
    for part in parts:
        if fields and part.startswith((b":", b"\n:")):
            about = part.decode().strip("\n:").split(" ")
            path = next(parts).decode("utf-8", "surrogateescape")
            yield _version(fields, about[-2], path), about[-1]
            fields = []
        elif part == _MARK:
            fields = [next(parts).decode("utf-8", "replace") for _ in range(_FIELDS)]


def _version(fields: list[str], blob: str, path: str) -> Version:
    commit, parents, author, email, authored, committed, subject = fields
    return Version(
        commit=commit,
        parents=tuple(parents.split()),
        author=author,
        email=email,
        authored=_moment(authored),
        committed=_moment(committed),
        subject=subject,
        path=path,
        blob=blob if blob.strip("0") else None,
    )


def _moment(raw: str) -> datetime:
    # `SECONDS +HHMM`; anyone can write nonsense into a commit, which then counts as 1970-01-01.
    try:
        seconds, offset = raw.split(" ")
        sign = -1 if offset.startswith("-") else 1
        away = timedelta(hours=sign * int(offset[-4:-2]), minutes=sign * int(offset[-2:]))
        return datetime.fromtimestamp(int(seconds), timezone(away))
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)


_MARK = b"\x1ecommit"
_FORMAT = "%x1ecommit%x00%H%x00%P%x00%an%x00%ae%x00%ad%x00%cd%x00%s"
_FIELDS = 7
