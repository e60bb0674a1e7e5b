"""A story that was told before for this very commit: found without asking git, and without what would tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.git.refs import head_nearby
from hundredday.store.kept.stories import KeptStories
from hundredday.store.refusals import UnknownId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hundredday.desk.desk import Desk
    from hundredday.history.timeline import Entry


def kept_story(desk: Desk, beginning: str | None) -> list[Entry] | None:
    """The story of one challenge, or of all, up to HEAD, the oldest first; None where it has to be told.

    Raises:
        AmbiguousId: several challenges fit.
    """
    head = head_nearby(desk.folder.root) if desk.given.caches else None
    kept = KeptStories.of(desk.folder) if head else None
    if head is None or kept is None:
        return None
    try:
        name = desk.find(beginning).path if beginning is not None else ""
    except UnknownId:  # it may have been there once
        return None
    return kept.story(name, state_of(head, desk.accelerator.timezone))


def state_of(head: str, zone: str, cut: Iterable[str] = ()) -> str:
    """What a story depends on besides its challenge: the last commit, the zone of its days, where a clone is cut."""
    return f"{head} {zone} {' '.join(sorted(cut))}"
