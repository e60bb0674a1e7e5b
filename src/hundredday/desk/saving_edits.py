"""Edits made by hand: found, described by what they mean, and committed on their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.failing import show
from hundredday.desk.locking import lock
from hundredday.desk.opening import CannotRead, read_file
from hundredday.desk.remembering import remember
from hundredday.errors import ExitCode, Refused, WrongUsage
from hundredday.git import blob_at_head, commit, is_changed, refuse_unsound
from hundredday.history import Event, events_between
from hundredday.history.message import message
from hundredday.language import _
from hundredday.store.reading import BadFile
from hundredday.store.records import Record, read_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.git import Repository
    from hundredday.store.folder import ChallengeFile


class EditsRefused(Refused):
    """What was edited by hand breaks a rule; it stays in the file, uncommitted."""

    def __init__(self, path: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            _("{path} was edited by hand and breaks a rule; it is not committed.").format(path=path),
            _("Mend it, then run: hundredday save"),
        )
        self.findings = findings


def commit_edits(desk: Desk, file: ChallengeFile, record: Record) -> tuple[Event, ...]:
    """Commit what was edited by hand in a file, and say it; nothing where nothing was.

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
    committed = blob_at_head(repository, path)
    events = meaning(committed, record.challenge, file.path)
    with desk.writing():
        written = message(file.id, meaning(committed, record.challenge, file.path))
    sign = desk.accelerator.settings.sign_commits
    remember(desk, repository, commit(repository, [path], written, sign=sign))
    desk.say(
        _("{id}: edits made by hand are committed: {events}").format(
            id=file.id, events="; ".join(event.text for event in events)
        )
    )
    return events


def meaning(committed: bytes | None, now: Challenge, shown: str) -> tuple[Event, ...]:
    """What a new version of a file means against the bytes of the old one; at least one event."""
    before = _readable(committed, shown)
    events = events_between(before, now)
    if events:
        return events
    return (Event("tidied", _("comments and layout changed, nothing else"), {}, None),)


def save_all(desk: Desk, files: Sequence[ChallengeFile], *, settings: bool) -> ExitCode:
    """Commit the hand edits of these files; files with problems are shown and left as they are.

    Args:
        desk: where they lie.
        files: the challenges.
        settings: commit accelerator.yaml too, where it was edited.
    """
    if desk.repository is None:
        raise WrongUsage(
            _("This folder is not in git, so there is nothing to commit to."),
            "hundredday init makes a repository.",
        )
    refuse_unsound(desk.repository)
    worst, saved = ExitCode.DONE, 0
    with lock(desk):
        if settings:
            saved += _commit_settings(desk, desk.repository)
        for file in files:
            try:
                record = read_file(desk.folder, file)
                saved += bool(commit_edits(desk, file, record))
            except (BadFile, CannotRead, EditsRefused) as failure:
                show(failure, desk.given)
                worst = max(worst, failure.exit_code)
    if not saved and worst is ExitCode.DONE:
        desk.say(_("Nothing was edited by hand since the last commit."))
    return worst


def _commit_settings(desk: Desk, repository: Repository) -> bool:
    """Commit accelerator.yaml where it was edited; a file with problems was refused when it was opened."""
    path = desk.folder.accelerator_path
    sign = desk.accelerator.settings.sign_commits
    if not path.is_file() or not is_changed(repository, path, path.read_bytes()):
        return False
    remember(
        desk,
        repository,
        commit(repository, [path], _("{name}: settings changed by hand\n").format(name=path.name), sign=sign),
    )
    desk.say(_("{name}: edits made by hand are committed").format(name=path.name))
    return True


def _readable(source: bytes | None, shown: str) -> Challenge | None:
    if source is None:
        return None
    try:
        return read_record(source, shown).challenge
    except BadFile:
        return None
