"""The story of what stands beside the challenges: training intakes, partners, and the accelerator's own file."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING, Any

from hundredday.days import zone_of
from hundredday.desk.past.kept_story import state_of
from hundredday.git import head_of
from hundredday.language import _
from hundredday.store.kept.stories import KeptStories
from hundredday.store.walking import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hundredday.desk.desk import Desk
    from hundredday.desk.registers.kinds import Kind
    from hundredday.git import Repository
    from hundredday.history.event import Event
    from hundredday.history.timeline import Comparison, Entry


def stands_beside(desk: Desk) -> bool:
    """Whether there is a folder of intakes or of partners."""
    return any((desk.folder.root / kind).is_dir() for kind in FOLDERS)


def told_beside(desk: Desk, repository: Repository, head: str | None = None) -> list[Entry]:
    """What happened to every intake and every partner up to a commit (HEAD), the oldest first."""
    head = head or head_of(repository)
    return among(*(_told(desk, repository, head, kind) for kind in FOLDERS)) if head else []


def among(*stories: Iterable[Entry]) -> list[Entry]:
    """Several stories as one: by the clock, each in its own order."""
    return list(merge(*stories, key=lambda entry: entry.when))


def _told(desk: Desk, repository: Repository, head: str, folder: str) -> list[Entry]:
    state = state_of(head, desk.accelerator.timezone)
    kept = KeptStories.of(desk.folder) if desk.given.caches else None
    if kept and (entries := kept.story(f"{folder}/", state)) is not None:
        return entries
    from hundredday.desk.past.story import steps_in
    from hundredday.history.timeline import timeline

    steps = list(steps_in(desk, repository, head, folder))
    compare = _Comparer(repository, folder).compare
    told = timeline(steps, compare, zone_of(desk.accelerator.timezone))
    found = [entry._replace(kind=folder) for entry in told]
    if kept:
        kept.keep(f"{folder}/", state, found, {})
    return found


class _Comparer:
    """Compares versions of intakes, or of partners, by the ids of their contents."""

    def __init__(self, repository: Repository, folder: str) -> None:
        from hundredday.desk.registers.kinds import intakes, partners
        from hundredday.git import Blobs

        self._kind: Kind[Any] = next(kind for kind in (intakes(), partners()) if kind.folder == folder)
        self._blobs = Blobs(repository)
        self._read: dict[str | None, Any] = {None: None}

    def compare(self, old: str | None, new: str | None) -> Comparison:
        """What two contents mean side by side."""
        from hundredday.history.timeline import Comparison

        before, after = (self._meaning(blob) for blob in (old, new))
        if new is not None and after is None:
            return Comparison(is_readable=False)
        if after is None:
            return Comparison((removed(before),) if before else ())
        return Comparison(self._kind.events(before, after))

    def _meaning(self, blob: str | None) -> Any:
        if blob not in self._read and blob is not None:
            self._read[blob] = meaning_of(self._kind, self._blobs.read(blob))
        return self._read[blob]


def meaning_of(kind: Kind[Any], source: bytes) -> Any:
    """What a file of a kind says; None when it cannot be read as one."""
    from hundredday.programme.soundness import Challenges
    from hundredday.store.yaml.document import BadFile

    try:
        return kind.read(source, "", Challenges((), lambda _id: False)).meaning
    except BadFile:
        return None


def removed(before: Any) -> Event:
    """The end of an intake's or a partner's file."""
    from hundredday.history.event import Event
    from hundredday.history.words import quoted

    title = getattr(before, "title", None) or before.partner
    return Event("removed", _("file removed: {title}").format(title=quoted(title)))
