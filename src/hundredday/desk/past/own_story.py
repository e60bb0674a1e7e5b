"""The story of the accelerator's own file: topics, partners, cohorts and settings, and who changed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import zone_of
from hundredday.desk.past.kept_story import state_of
from hundredday.programme.accelerator import FILE
from hundredday.store.kept.stories import KeptStories

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.history.timeline import Comparison, Entry
    from hundredday.programme import Accelerator

SHORT = FILE.partition(".")[0]
"""What the file is called for short, where no challenge has that id."""


def is_accelerator(desk: Desk, typed: str | None) -> bool:
    """Whether the accelerator's own file is meant."""
    if typed == SHORT:
        return all(file.id != SHORT for file in desk.folder.challenge_files())
    return typed == FILE


def told_of_accelerator(desk: Desk, repository: Repository, head: str | None = None) -> list[Entry]:
    """What happened to accelerator.yaml up to a commit (HEAD), the oldest first."""
    from hundredday.git import cut_commits, head_of

    head = head or head_of(repository)
    if head is None:
        return []
    cut = cut_commits(repository)
    state = state_of(head, desk.accelerator.timezone, cut)
    kept = KeptStories.of(desk.folder) if desk.given.caches else None
    if kept and (entries := kept.story(FILE, state)) is not None:
        return entries
    from hundredday.desk.past.story import steps_of
    from hundredday.git.seen import goes_on
    from hundredday.history.timeline import timeline

    found = steps_of(desk, repository, desk.folder.accelerator_path, head)
    steps = [step._replace(is_cut=step.commit in cut) for step in found]
    told = timeline(
        steps,
        _Comparer(repository).compare,
        zone_of(desk.accelerator.timezone),
        lambda later, earlier: goes_on(repository, earlier, later),
    )
    named = [entry._replace(kind=SHORT, challenge=FILE) for entry in told]
    if kept:
        kept.keep(FILE, state, named, {})
    return named


class _Comparer:
    """Compares versions of accelerator.yaml by the ids of their contents; each is read once."""

    def __init__(self, repository: Repository) -> None:
        from hundredday.git import Blobs

        self._blobs = Blobs(repository)
        self._read: dict[str | None, Accelerator | None] = {None: None}

    def compare(self, old: str | None, new: str | None) -> Comparison:
        """What two contents mean side by side."""
        from hundredday.history.accelerator import accelerator_events
        from hundredday.history.timeline import Comparison

        before, after = self._meaning(old), self._meaning(new)
        if new is not None and after is None:
            return Comparison(is_readable=False)
        return Comparison(accelerator_events(before, after))

    def _meaning(self, blob: str | None) -> Accelerator | None:
        if blob not in self._read and blob is not None:
            from hundredday.store.accelerators import readable_accelerator

            self._read[blob] = readable_accelerator(self._blobs.read(blob))
        return self._read[blob]
