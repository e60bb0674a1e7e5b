"""Where an accelerator stood at one commit of the past."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hundredday.desk.past.places import Folders, Place
from hundredday.store.walking import CHALLENGES

if TYPE_CHECKING:
    from hundredday.git import Repository
    from hundredday.git.revisions import Names


def place_at(repository: Repository, commit: str, place: Place, names: Names, until: str) -> Place:
    """What was the accelerator's at a commit.

    The commits in between are only looked at where challenges changed folders.

    Args:
        repository: whose history.
        commit: of the past.
        place: where the accelerator stands at `until`.
        names: how the names of files changed from `commit` to `until`.
        until: the id of the later commit.
    """
    sources = _sources(Folders(place.folders, CHALLENGES), names)
    if not sources and not place.files:
        return place
    from hundredday.desk.past.walk import Walk

    found = Walk(repository, until, place).place(commit)
    if found is None:  # it is on a branch of its own
        return Place(tuple(most for most, _ in Counter(sources).most_common(1)) or place.folders)
    return found if found.folders else found._replace(folders=place.folders)


def _sources(folders: Folders, names: Names) -> list[str]:
    """From where challenges came to the folder, and where they went from it."""
    pairs = [(old, new) for new, old in names.renamed.items()]
    gone: dict[str, list[str]] = {}
    for old in names.gone:
        gone.setdefault(_name(old), []).append(old)
    pairs += [(old, new) for new in names.come for old in gone.get(_name(new), ())]
    found = []
    for old, new in pairs:
        was, now = folders.of(old), folders.of(new)
        other = folders.elsewhere(new if now is None else old)
        if (was is None) != (now is None) and other is not None:
            found.append(other)
    return found


def _name(path: str) -> str:
    return path.rpartition("/")[2]
