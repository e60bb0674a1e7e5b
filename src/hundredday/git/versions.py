"""The versions of one file: every commit in which its content became another one."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hundredday.git.dates import moment_of
from hundredday.git.listing import TEXT
from hundredday.git.running import Begun, read
from hundredday.git.state import head_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from hundredday.git.repository import Repository


class Version(NamedTuple):
    """A file as one commit left it: `blob` is its content's id, None when the commit removed it.

    `path` is the file's name in that commit, from the root of the repository, with `/`; `was` is its
    name in the parent where that was another one. `before` is its content's id in each parent.
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
    before: tuple[str | None, ...] = ()
    was: str | None = None


def begin_history(repository: Repository, path: Path, head: str) -> Begun:
    """Let git list the versions of a file up to a commit, while something else is done: for `history`."""
    return Begun(repository.root, *_listing(head, repository.relative(path)))


def history(
    repository: Repository, path: Path, head: str | None = None, begun: Begun | None = None
) -> tuple[Version, ...]:
    """The versions of a file up to a commit (HEAD), oldest first, under its earlier names too.

    Side branches that were merged are in it; a merge itself is where its content is another one than
    in some parent, so that it may have thrown something away. In a shallow clone the oldest version is
    where the clone was cut. `begun` is what `begin_history` began for this file and this commit.
    """
    head = head or head_of(repository)
    if head is None:
        return ()
    return tuple(_followed(repository, head, repository.relative(path), set(), begun))


def _followed(
    repository: Repository,
    start: str,
    name: str,
    seen: set[tuple[str, str]],
    begun: Begun | None = None,
) -> Iterable[Version]:
    if (start, name) in seen:
        return ()
    seen.add((start, name))
    found, statuses = _under_one_name(begun or Begun(repository.root, *_listing(start, name)))
    older: list[Version] = []
    for index, version in enumerate(found):
        came = statuses[version.commit] == "A" or (len(version.parents) > 1 and None in version.before)
        sources = _sources(repository, version) if came and version.blob else {}
        for parent, source in sources.items():
            older += _followed(repository, parent, source.name, seen)
        if sources:
            found[index] = _from(version, list(sources.values()))
    # A file that went away and came back stands under both names in the same commit.
    unique: dict[str, Version] = {}
    for version in (*older, *found):
        unique.setdefault(version.commit, version)
    return unique.values()


def _listing(start: str, name: str) -> tuple[str, ...]:
    return (
        *("-c", "log.showRoot=true", "-c", "log.follow=false"),
        *("log", "--raw", "-z", "--full-history", "--topo-order", "--reverse", "-m", "--no-renames"),
        *("--no-abbrev", "--no-color", "--no-decorate", "--no-notes", "--no-relative", "--encoding=UTF-8"),
        *("--date=raw", f"--format={_FORMAT}", start, "--", name),
    )


def _under_one_name(begun: Begun) -> tuple[list[Version], dict[str, str]]:
    versions: list[Version] = []
    statuses: dict[str, str] = {}
    for version, status in _parsed(begun.parts()):
        versions.append(version)
        statuses[version.commit] = status
    return versions, statuses


class _Source(NamedTuple):
    """What a file was before the commit that brought it: its name then, and its content."""

    name: str
    blob: str


def _from(version: Version, sources: Sequence[_Source]) -> Version:
    """A version that came under this name, with what it was before; a merge may have had it under it on one side."""
    blobs = [source.blob for source in sources]
    others = [blob for blob in version.before if blob is not None]
    missing = [None] * (len(version.before) - len(others) - len(blobs))
    return version._replace(
        was=None if others or missing else sources[0].name, before=(*others, *blobs, *missing)
    )


def _sources(repository: Repository, version: Version) -> Mapping[str, _Source]:
    """What a file was in the parents of the commit that brought it, where it was there under another name."""
    found = ((parent, _source(repository, version, parent)) for parent in version.parents)
    return {parent: source for parent, source in found if source}


def _source(repository: Repository, version: Version, parent: str) -> _Source | None:
    answer = read(
        repository.root,
        *("diff-tree", "-r", "-M80%", "--diff-filter=RD", "--raw", "-z", "--no-commit-id", "--no-abbrev"),
        *("--no-relative", parent, version.commit),
    )
    parts = iter(answer.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1])
    alike: _Source | None = None
    for about in parts:
        old, blob = next(parts), about.split(" ")[2]
        if about.rpartition(" ")[2].startswith("R"):
            if next(parts) == version.path:
                return _Source(old, blob)
        elif _is_namesake(old, version.path):
            alike = _Source(old, blob)
    return alike


def _is_namesake(one: str, other: str) -> bool:
    """Whether two paths end alike: the same name, under a folder of the same name."""
    (*folders, name), (*others, other_name) = one.split("/"), other.split("/")
    return name == other_name and bool({*folders} & {*others})


def _parsed(output: Iterable[bytes]) -> Iterator[tuple[Version, str]]:
    """Each version, and the letter of what happened to the file in it; none for a merge.

    A merge is told once for each parent that it differs from.
    """
    for _, told in groupby(_told(output), key=lambda one: one[0].commit):
        (version, letter), *others = told
        if len(version.parents) > 1:
            same = [version.blob] if len(others) + 1 < len(version.parents) else []
            before = (*version.before, *(blob for other, _ in others for blob in other.before), *same)
            yield version._replace(before=before), ""
        else:
            yield version, letter


def _told(output: Iterable[bytes]) -> Iterator[tuple[Version, str]]:
    # Parts are counted, never guessed from their content: a name or a subject may hold anything.
    parts = iter(output)
    fields: list[str] = []
    for part in parts:
        if fields and part.startswith((b":", b"\n:")):
            about = part.decode().strip("\n:").split(" ")
            path = next(parts).decode("utf-8", "surrogateescape")
            yield _version(fields, about[3], path, about[2]), about[4]
            fields = []
        elif part == _MARK:
            fields = [next(parts).decode("utf-8", "replace") for _ in range(_FIELDS)]


def _version(fields: list[str], blob: str, path: str, before: str) -> Version:
    commit, parents, author, email, authored, committed, subject = fields
    return Version(
        commit=commit,
        parents=tuple(parents.split()),
        author=author[1:],
        email=email[1:],
        authored=moment_of(authored),
        committed=moment_of(committed),
        subject=subject[1:],
        path=path,
        blob=_present(blob),
        before=(_present(before),),
    )


def _present(blob: str) -> str | None:
    return blob if blob.strip("0") else None


_MARK = b"\x1ecommit"
_FORMAT = f"%x1ecommit%x00%H%x00%P%x00{TEXT}%an%x00{TEXT}%ae%x00%ad%x00%cd%x00{TEXT}%s"
_FIELDS = 7
