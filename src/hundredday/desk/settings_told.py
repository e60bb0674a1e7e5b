"""What a change of accelerator.yaml means: in sentences for whoever made it, and as the message of its commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.git import head_of, show
from hundredday.history.accelerator import accelerator_events
from hundredday.history.event import Event
from hundredday.history.message import message
from hundredday.history.timeline import unreadable
from hundredday.language import _
from hundredday.programme.accelerator import FILE
from hundredday.store.accelerators import readable_accelerator

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.programme import Accelerator

TRAILER = "Accelerator"
"""What the trailer is called that names the file."""


class Told(NamedTuple):
    """What happened, in lines, and what the commit says of it."""

    lines: tuple[str, ...]
    message: str


def tell_settings(desk: Desk, before: bytes | None, after: bytes) -> Told:
    """What a new version of the file means against one that can be read; None where there was none."""
    return _told(desk, None if before is None else readable_accelerator(before), after)


def tell_edits(desk: Desk, repository: Repository, after: bytes) -> Told:
    """What was edited by hand since the last commit means."""
    head = head_of(repository)
    return _told(desk, accelerator_at(desk, repository, head) if head else None, after)


def accelerator_at(desk: Desk, repository: Repository, commit: str) -> Accelerator | None:
    """What the file said at a commit: where it could not be read, what it said before; None where it was not there."""
    path = desk.folder.accelerator_path
    if (source := show(repository, commit, path)) is None:
        return None
    return readable_accelerator(source) or _last_readable(repository, path, commit)


def changes_of_settings(before: Accelerator | None, after: bytes | None) -> tuple[Event, ...]:
    """What the bytes of a version, None where there is no file, mean against what was said before."""
    now = readable_accelerator(after) if after is not None else None
    if after is not None and now is None:
        return (unreadable(),)
    return accelerator_events(before, now)


def _last_readable(repository: Repository, path: Path, commit: str) -> Accelerator | None:
    from hundredday.git import Blobs, history

    contents = Blobs(repository)
    versions = reversed(history(repository, path, commit))
    read = (readable_accelerator(contents.read(one.blob)) for one in versions if one.blob)
    return next(filter(None, read), None)


def _told(desk: Desk, before: Accelerator | None, after: bytes) -> Told:
    now = readable_accelerator(after)
    events = _happened(before, now)
    written = desk.written(events, lambda: _happened(before, now))
    with desk.writing():
        told = message(FILE, written, of=TRAILER)
    return Told(tuple(event.text for event in events), told)


def _happened(before: Accelerator | None, after: Accelerator | None) -> tuple[Event, ...]:
    tidied = Event("tidied", _("comments and layout changed, nothing else"))
    return accelerator_events(before, after) or (tidied,)
