"""Challenges that came with a running clock in a commit that moved nothing: copies of files that stood elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.past.touching import id_of
from hundredday.git import Blobs
from hundredday.git.commits import ever_gone
from hundredday.git.contents import files_in
from hundredday.history.audit.step import is_same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hundredday.challenge import Challenge
    from hundredday.desk.past.places import Folders
    from hundredday.git import Repository


Arrived = tuple[str, str, str, str, "Challenge"]
"""What makes an `Arrival`."""


class Arrival(NamedTuple):
    """A file that a commit brought, its clock set, and the commit before."""

    commit: str
    parent: str
    path: str
    blob: str
    challenge: Challenge


class Origin(NamedTuple):
    """The file that another is a copy of; `blob` is what it said then, None where it was gone by then."""

    path: str
    blob: str | None


Origins = dict[str, dict[str, Origin]]
"""For a commit and a path in it, what the file is a copy of."""


def origins_of(repository: Repository, head: str, folders: Folders, arrivals: Iterable[Arrived]) -> Origins:
    """What files are copies of that stood, or still stand, in another folder under the same id.

    Args:
        repository: whose history.
        head: the id of its last commit.
        folders: those in which the accelerator is known to have stood.
        arrivals: the files.
    """
    from hundredday.desk.past.story import readable

    gone = {path: blob for path, blob in ever_gone(repository, head) if folders.elsewhere(path) is not None}
    here = (path for path in files_in(repository, head, ".") if folders.elsewhere(path) is not None)
    by_id: dict[str, list[str]] = {}
    for path in dict.fromkeys((*here, *gone)):
        by_id.setdefault(id_of(path), []).append(path)
    blobs, found = Blobs(repository), Origins()
    trees: dict[str, Mapping[str, str]] = {}
    for one in map(Arrival._make, arrivals):
        paths = by_id.get(id_of(one.path), ())
        if paths and one.parent not in trees:
            trees[one.parent] = files_in(repository, one.parent, ".")
        for origin in _candidates(paths, trees.get(one.parent, {}), gone):
            known = origin.blob or gone[origin.path]
            before = one.challenge if known == one.blob else readable(blobs.read(known))
            if before is not None and is_same(before, one.challenge):
                found.setdefault(one.commit, {})[one.path] = origin
                break
    return found


def _candidates(paths: Iterable[str], tree: Mapping[str, str], gone: Mapping[str, str]) -> Iterator[Origin]:
    """What stood there in the commit before comes first."""
    yield from (Origin(path, tree[path]) for path in paths if path in tree)
    yield from (Origin(path, None) for path in paths if path not in tree and path in gone)
