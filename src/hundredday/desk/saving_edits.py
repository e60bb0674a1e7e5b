"""Edits made by hand: found, described by what they mean, and committed on their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.remembering import remember
from hundredday.errors import Refused
from hundredday.git import blob_at_head, commit, is_changed
from hundredday.history import Event, events_between
from hundredday.history.event import OF_PROMISES
from hundredday.history.message import message
from hundredday.language import _
from hundredday.store.records import Record, read_record
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.store.folder import ChallengeFile


class EditsRefused(Refused):
    """What was edited by hand breaks a rule; it stays in the file, uncommitted."""

    def __init__(self, path: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            _("{path} was edited by hand and breaks a rule; it is not committed.").format(path=path),
            _("Mend it, then run: hundredday save"),
        )
        self.findings = findings


def commit_edits(
    desk: Desk, file: ChallengeFile, record: Record, *, was: str | None = None
) -> tuple[Event, ...]:
    """Commit what was edited by hand in a file, and say it; nothing where nothing was.

    Args:
        desk: where it lies.
        file: the file.
        record: what it says.
        was: the path that it had, where it was moved by hand.

    Returns:
        What the edits mean; one event even where only comments or layout changed.

    Raises:
        EditsRefused: a rule is broken in what was edited.
    """
    repository = desk.repository
    if repository is None or not desk.given.commits:
        return ()
    path = desk.folder.absolute(file)
    if not is_changed(repository, path, record.document.source):
        return ()
    if not record.is_sound:
        raise EditsRefused(file.path, record.findings)
    old = path if was is None else desk.folder.root / was
    committed = blob_at_head(repository, old)
    events = _events(committed, record, file.path, was)
    told = desk.written(events, lambda: _events(committed, record, file.path, was))
    with desk.writing():
        written = message(file.id, told)
    sign = desk.accelerator.settings.sign_commits
    remember(desk, repository, commit(repository, [*dict.fromkeys((old, path))], written, sign=sign))
    desk.say(
        _("{id}: edits made by hand are committed: {events}").format(
            id=file.id, events="; ".join(event.text for event in events)
        )
    )
    _point_to_the_audit(desk, file, events)
    return events


def _point_to_the_audit(desk: Desk, file: ChallengeFile, events: tuple[Event, ...]) -> None:
    """Say who judges a change of what was promised."""
    if any(event.name in OF_PROMISES for event in events):
        desk.hint(
            _(
                "note: what was promised or written down was changed by hand. Whether that was allowed, "
                "and how it is undone, says: {command}"
            ).format(command=f"hundredday audit {file.id}")
        )


def _events(committed: bytes | None, record: Record, path: str, was: str | None) -> tuple[Event, ...]:
    """What a file means against the committed one, which may have lain elsewhere."""
    if was is None:
        return meaning(committed, record.challenge, path)
    from hundredday.history.timeline import moved_events

    return (*moved_events(was, path), *events_between(_readable(committed, path), record.challenge))


def meaning(committed: bytes | None, now: Challenge, shown: str) -> tuple[Event, ...]:
    """What a new version of a file means against the bytes of the old one; at least one event."""
    before = _readable(committed, shown)
    events = events_between(before, now)
    if events:
        return events
    return (Event("tidied", _("comments and layout changed, nothing else"), {}, None),)


def _readable(source: bytes | None, shown: str) -> Challenge | None:
    if source is None:
        return None
    try:
        return read_record(source, shown).challenge
    except BadFile:
        return None
