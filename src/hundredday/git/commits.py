"""Every commit of a history with what it changed in some folders, streamed by a few git processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.git.dates import moment_of
from hundredday.git.listing import TEXT
from hundredday.git.running import Begun, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from hundredday.git.repository import Repository


class Changed(NamedTuple):
    """One file in a commit: its name and blob before and after; both None where it was not there."""

    old_path: str | None
    old: str | None
    path: str | None
    blob: str | None


class Commit(NamedTuple):
    """A commit with what differs from each of its parents, in their order.

    The first commit differs from nothing, so that `changes` has one entry. `is_edge` marks a parent of
    the commits asked for that is not one of them; its changes are not told.
    """

    id: str
    parents: tuple[str, ...]
    tree: str
    author: str
    author_email: str
    authored: datetime
    committer: str
    committer_email: str
    committed: datetime
    subject: str
    is_edge: bool = False
    changes: tuple[tuple[Changed, ...], ...] = ((),)

    @property
    def is_merge(self) -> bool:
        """Whether it has several parents."""
        return len(self.parents) > 1


def commits(
    repository: Repository,
    head: str,
    names: Sequence[str],
    *,
    since: str | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> Iterator[Commit]:
    """Every commit up to `head`, parents before children, side branches too.

    Files of almost the same content (80%) that went under one name and came under another are told as
    one change. Links are no files.

    Args:
        repository: whose history.
        head: the id of the last commit.
        names: the files and folders whose changes are told, from the root of the repository.
        since: the id of a commit; it and its ancestors are left out, and edges are told instead.
        meanwhile: is called while git lists them.
    """
    limit = (f"^{since}", "--boundary") if since else ()
    listing = Begun(repository.root, *_LOG, *limit, head, "--", *names)
    if meanwhile:
        meanwhile()
    rows = list(_parsed(listing.parts()))
    merges = [row for row in rows if row.is_merge and not row.is_edge]
    merged = _of_merges(repository, merges, {row.id: row.tree for row in rows}, names)
    return (row._replace(changes=next(merged)) if row.is_merge and not row.is_edge else row for row in rows)


def these_commits(repository: Repository, ids: Iterable[str], names: Sequence[str]) -> tuple[Commit, ...]:
    """Some commits, in the order given and each once, with what they changed of the files and folders."""
    asked = dict.fromkeys(ids)
    if not asked:
        return ()
    listing = (*_LOG[:-3], "--no-walk=unsorted")
    rows = tuple(_parsed(Begun(repository.root, *listing, *_LOG[-2:], *asked, "--", *names).parts()))
    merges = [row for row in rows if row.is_merge]
    parents = dict.fromkeys(parent for row in merges for parent in row.parents)
    told = Begun(repository.root, *listing, "--no-patch", *parents, "--").parts() if parents else ()
    trees = {row.id: row.tree for row in (*rows, *_parsed(told))}
    merged = _of_merges(repository, merges, trees, names)
    return tuple(row._replace(changes=next(merged)) if row.is_merge else row for row in rows)


def subjects(repository: Repository, head: str, *, without: str) -> tuple[Commit, ...]:
    """The commits of `head` that `without` does not have, newest first, without their changes."""
    return tuple(_parsed(Begun(repository.root, *_LOG[:-3], "--no-patch", head, f"^{without}", "--").parts()))


def gone(repository: Repository, pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The files of the first tree of each pair that the second has not, wherever they stood."""
    how = ("--no-renames", "--diff-filter=D", "--")
    return (one.old_path for found in _between(repository, pairs, *how) for one in found if one.old_path)


def ever_gone(repository: Repository, head: str) -> Iterator[tuple[str, str]]:
    """Every file that some commit took away, wherever it stood, with what it said last; the oldest first."""
    how = ("-z", "--topo-order", "--reverse", "--no-renames", "--diff-filter=D", "--format=", "--raw")
    parts = iter(Begun(repository.root, *_SAFE_LOG, *how, "--no-abbrev", "--no-relative", head, "--").parts())
    for part in parts:
        if part.lstrip(b"\n").startswith(b":"):
            for one in _change(part.lstrip(b"\n"), parts):
                if one.old_path and one.old:
                    yield one.old_path, one.old


def _of_merges(
    repository: Repository, merges: Sequence[Commit], trees: Mapping[str, str], names: Sequence[str]
) -> Iterator[tuple[tuple[Changed, ...], ...]]:
    """What each merge changed against each of its parents, through one process."""
    pairs = [(trees[parent], merge.tree) for merge in merges for parent in merge.parents]
    found = _between(repository, pairs, f"-M{_ALIKE}", "--", *names)
    for merge in merges:
        yield tuple(next(found) for _ in merge.parents)


def _between(
    repository: Repository, pairs: Sequence[tuple[str, str]], *how: str
) -> Iterator[tuple[Changed, ...]]:
    """What the second tree of each pair changed against the first, through one process."""
    if not pairs:
        return
    # Two trees on a line are compared, and told as a line of their own even where they are the same.
    answer = read(
        repository.root,
        *("diff-tree", "--stdin", "-r", "--raw", "-z", "--no-abbrev", "--no-relative", *how),
        content="".join(f"{one} {other}\n" for one, other in pairs).encode(),
    )
    yield from _by_pair(answer.stdout)


def _by_pair(output: bytes) -> Iterator[tuple[Changed, ...]]:
    parts = iter(output.split(b"\0"))
    found: list[Changed] | None = None
    for part in parts:
        # Before each pair its two trees stand on a line of their own, ended by a line feed.
        *pairs, about = part.split(b"\n")
        for _ in pairs:
            if found is not None:
                yield tuple(found)
            found = []
        if about and found is not None:
            found += _change(about, parts)
    if found is not None:
        yield tuple(found)


def _parsed(output: Iterable[bytes]) -> Iterator[Commit]:
    # Parts are counted, never guessed from their content: a name or a subject may hold anything.
    parts = iter(output)
    current: Commit | None = None
    changes: list[Changed] = []
    for part in parts:
        if part == _MARK:
            if current is not None:
                yield current._replace(changes=(tuple(changes),))
            current, changes = _commit([next(parts).decode("utf-8", "replace") for _ in range(_FIELDS)]), []
        elif part.startswith((b":", b"\n:")):
            changes += _change(part.lstrip(b"\n"), parts)
    if current is not None:
        yield current._replace(changes=(tuple(changes),))


def _change(about: bytes, parts: Iterator[bytes]) -> Iterator[Changed]:
    old_mode, mode, old, new, status = about.decode().removeprefix(":").split(" ")
    name = next(parts).decode("utf-8", "surrogateescape")
    other = next(parts).decode("utf-8", "surrogateescape") if status[0] in "RC" else name
    before = old if old_mode.startswith("100") else None
    after = new if mode.startswith("100") else None
    if before or after:
        yield Changed(name if before else None, before, other if after else None, after)


def _commit(fields: Sequence[str]) -> Commit:
    mark, id_, parents, tree, author, mail, authored, committer, committer_mail, committed, subject = fields
    return Commit(
        id=id_,
        parents=tuple(parents.split()),
        tree=tree,
        author=author[1:],
        author_email=mail[1:],
        authored=moment_of(authored),
        committer=committer[1:],
        committer_email=committer_mail[1:],
        committed=moment_of(committed),
        subject=subject[1:],
        is_edge=mark == "-",
    )


_ALIKE = "80%"
_MARK = b"\x1ecommit"
_FORMAT = (
    f"%x1ecommit%x00%m%x00%H%x00%P%x00%T%x00{TEXT}%an%x00{TEXT}%ae%x00%ad%x00{TEXT}%cn%x00{TEXT}%ce%x00%cd"
    f"%x00{TEXT}%s"
)
_FIELDS = 11
_SAFE_LOG = ("-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "log.diffMerges=off", "log")
_LOG = (
    *(*_SAFE_LOG, "-z"),
    *("--full-history", "--sparse", "--topo-order", "--no-color", "--no-decorate", "--no-notes"),
    *("--no-relative", "--no-abbrev", "--encoding=UTF-8", "--date=raw", f"--format={_FORMAT}"),
    *("--reverse", "--raw", f"-M{_ALIKE}"),
)
