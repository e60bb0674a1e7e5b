"""From the versions that git keeps to the story they tell, with what was read before taken from the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import zone_of
from hundredday.desk.getting_ready import getting_ready, to_read, to_tell
from hundredday.desk.past.kept_story import state_of
from hundredday.desk.past.past_folder import place_of
from hundredday.git import Blobs, cut_commits, head_of, history
from hundredday.git.seen import goes_on
from hundredday.history.timeline import Comparison, Step, timeline
from hundredday.programme.accelerator import FILE
from hundredday.store.kept.stories import KeptStories
from hundredday.store.walking import CHALLENGES, FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.desk.past.places import Side
    from hundredday.git import Repository
    from hundredday.git.commits import Changed
    from hundredday.history.timeline import Entry
    from hundredday.store.folder import ChallengeFile

KEPT_IN_MEMORY = 1000
"""Challenges that are held while a story is told: its neighbouring versions stand close together."""


def told(
    desk: Desk, repository: Repository, file: ChallengeFile | None, head: str | None = None
) -> list[Entry]:
    """What happened to the challenge of one file, or to all, up to a commit (HEAD), the oldest first."""
    head = head or head_of(repository)
    if head is None:
        return []
    cut = cut_commits(repository)
    zone = desk.accelerator.timezone
    name = file.path if file else ""
    state = state_of(head, zone, cut)
    kept = KeptStories.of(desk.folder) if desk.given.caches else None
    if kept and (entries := kept.story(name, state)) is not None:
        return entries
    with getting_ready(to_read, to_tell):
        found = (
            steps_of(desk, repository, desk.folder.absolute(file), head)
            if file
            else steps_in(desk, repository, head)
        )
        steps = [step._replace(is_cut=step.commit in cut) for step in found] if cut else list(found)
    reader = Reader(repository, kept, steps)
    entries = list(
        timeline(
            steps,
            reader.compare,
            zone_of(zone),
            lambda later, earlier: goes_on(repository, earlier, later),
        )
    )
    if kept:
        kept.keep(name, state, entries, reader.new)
    return entries


class Reader:
    """Compares contents by their ids; each is read once, and only where the cache has no answer."""

    def __init__(self, repository: Repository, kept: KeptStories | None, steps: Iterable[Step]) -> None:
        self.new: dict[tuple[str | None, str | None], Comparison] = {}
        pairs = dict.fromkeys((blob, step.after) for step in steps for blob in step.before or (None,))
        self._known = kept.comparisons(pairs) if kept else {}
        unknown = (pair for pair in pairs if pair not in self._known)
        self._blobs = Blobs(repository, soon=(blob for pair in unknown for blob in pair if blob))
        self._challenges: dict[str, Challenge | None] = {}

    def compare(self, old: str | None, new: str | None) -> Comparison:
        """What two contents mean side by side."""
        pair = (old, new)
        if pair not in self._known:
            self._known[pair] = self.new[pair] = self._compared(old, new)
        return self._known[pair]

    def _compared(self, old: str | None, new: str | None) -> Comparison:
        from hundredday.history.difference import events_between

        before, after = self.challenge(old), self.challenge(new)
        start = _start(after) or _start(before)
        if new is not None and after is None:
            return Comparison((), start, is_readable=False)
        return Comparison(events_between(before, after), start)

    def challenge(self, blob: str | None) -> Challenge | None:
        """The challenge of a content; None where there is no content, or it is no challenge."""
        if blob is None:
            return None
        if blob not in self._challenges:
            if len(self._challenges) >= KEPT_IN_MEMORY:
                del self._challenges[next(iter(self._challenges))]
            self._challenges[blob] = readable(self._blobs.read(blob))
        return self._challenges[blob]


def readable(source: bytes) -> Challenge | None:
    """The challenge of a file's bytes; None when they are no challenge."""
    from hundredday.store.records import read_challenge
    from hundredday.store.yaml.document import BadFile

    try:
        return read_challenge(source, "")
    except BadFile:
        return None


def _start(challenge: Challenge | None) -> date | None:
    return challenge.start if challenge else None


def steps_of(desk: Desk, repository: Repository, path: Path, head: str) -> Iterator[Step]:
    """Every step of one file, also under its earlier names, parents before children."""
    (folder, *_others) = place_of(desk, repository).folders
    begun = desk.begun.pop((_named(repository.relative(path), folder), head), None)
    for one in history(repository, path, head, begun):
        yield Step(
            commit=one.commit,
            when=one.authored,
            who=one.author,
            mail=one.email,
            path=_named(one.path, folder),
            before=one.before,
            after=one.blob,
            was=_named(one.was, folder) if one.was else None,
            parents=one.parents,
            folder=folder,
        )


def steps_in(desk: Desk, repository: Repository, head: str, kind: str = CHALLENGES) -> Iterator[Step]:
    """Every step of every file of a kind, parents before children."""
    from hundredday.desk.past.walk import Walk

    place = place_of(desk, repository)
    walk, (folder, *_others) = Walk(repository, head, place, kind), place.folders
    for commit in walk.rows:
        for now, changes in _changed(walk.sides(commit)):
            first = next(change for change in changes if change)
            was = first.old_path if first.old_path and all(changes) else None
            yield Step(
                commit=commit.id,
                when=commit.authored,
                who=commit.author,
                mail=commit.author_email,
                path=_named(now, folder),
                before=tuple(change.old if change else first.blob for change in changes),
                after=first.blob,
                was=None if was is None or was == now or first.blob is None else _named(was, folder),
                parents=commit.parents,
                folder=folder,
            )


def _changed(sides: Iterable[Side]) -> Iterator[tuple[str, list[Changed | None]]]:
    """The files that a commit changed, with the change against each parent; None against one that had it so."""
    by_parent: list[Mapping[str, Changed]] = [
        {change.path or change.old_path or "": change for change in side} for side in sides
    ]
    for name in dict.fromkeys(name for changes in by_parent for name in changes):
        yield name, [changes.get(name) for changes in by_parent]


def _named(path: str, folder: str) -> str:
    """A path as its accelerator names it; one in another folder begins with `/` at the root of the repository."""
    inside = path.removeprefix(folder)
    is_inside = path.startswith(folder) and inside.partition("/")[0] in {CHALLENGES, *FOLDERS, FILE}
    return inside if is_inside else f"/{path}"
