"""Edits made by hand: found, described by what they mean, and committed on their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.failing import show
from hundredday.desk.locking import lock
from hundredday.desk.opening import CannotRead, read_file
from hundredday.errors import ExitCode, WrongUsage
from hundredday.git import blob_at_head, commit, is_changed, refuse_unsound
from hundredday.history import Event, events_between, message
from hundredday.store.reading import BadFile
from hundredday.store.records import Record, read_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.store.folder import ChallengeFile


def commit_edits(desk: Desk, file: ChallengeFile, record: Record) -> tuple[Event, ...]:
    """Commit what was edited by hand in a file, and say it; nothing where nothing was.

    Returns:
        What the edits mean; one event even where only comments or layout changed.
    """
    repository = desk.repository
    if repository is None or not desk.given.commits:
        return ()
    path = desk.folder.absolute(file)
    if not is_changed(repository, path, record.document.source):
        return ()
    committed = blob_at_head(repository, path)
    events = meaning(committed, record.challenge, file.path)
    commit(repository, [path], message(file.id, events), sign=desk.accelerator.settings.sign_commits)
    desk.say(f"{file.id}: edits made by hand are committed: {'; '.join(event.text for event in events)}")
    return events


def meaning(committed: bytes | None, now: Challenge, shown: str) -> tuple[Event, ...]:
    """What a new version of a file means against the bytes of the old one; at least one event."""
    before = _readable(committed, shown)
    events = events_between(before, now)
    if events:
        return events
    return (Event("tidied", "comments and layout changed, nothing else", {}, None),)


def save_all(desk: Desk, files: Sequence[ChallengeFile]) -> ExitCode:
    """Commit the hand edits of these files; files with problems are shown and left as they are."""
    if desk.repository is None:
        raise WrongUsage(
            "This folder is not in git, so there is nothing to commit to.",
            "hundredday init makes a repository.",
        )
    refuse_unsound(desk.repository)
    worst, saved = ExitCode.DONE, 0
    with lock(desk):
        for file in files:
            try:
                record = read_file(desk.folder, file)
                _refuse_unsound_edit(desk.repository, desk.folder.absolute(file), record)
                saved += bool(commit_edits(desk, file, record))
            except (BadFile, CannotRead) as failure:
                show(failure, desk.given)
                worst = failure.exit_code
    if not saved and worst is ExitCode.DONE:
        desk.say("Nothing was edited by hand since the last commit.")
    return worst


def _refuse_unsound_edit(repository: Repository, path: Path, record: Record) -> None:
    if not record.is_sound and is_changed(repository, path, record.document.source):
        raise BadFile(record.findings)


def _readable(source: bytes | None, shown: str) -> Challenge | None:
    if source is None:
        return None
    try:
        return read_record(source, shown).challenge
    except BadFile:
        return None
