"""One change of one challenge: lock, read again, act, splice, check, save, commit, all or nothing."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from hundredday.desk.asking import answered
from hundredday.desk.locking import lock, ready_to_write
from hundredday.desk.opening import read_file
from hundredday.desk.remembering import remember
from hundredday.desk.saving_edits import commit_edits
from hundredday.errors import ExitCode, Failure, Refused
from hundredday.git import GitFailed, commit, is_changed
from hundredday.history import Event, events_between
from hundredday.history.message import message
from hundredday.language import _
from hundredday.moves import speak_of
from hundredday.store.plain import plain
from hundredday.store.records import Record, read_record
from hundredday.store.saving import remove, save
from hundredday.store.splicing import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.store.folder import ChallengeFile


class RulesBroken(Refused):
    """A change after which the file would no longer be sound."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(_("This change is refused; the file is as it was."))
        self.findings = findings


class NotPutBack(Failure):
    """The commit failed, and so did putting the file back."""

    exit_code = ExitCode.GIT


def change(desk: Desk, file: ChallengeFile, act: Callable[[Challenge], Challenge]) -> Challenge:
    """Change one challenge, commit it, and say what happened and what comes next.

    Raises:
        Failure: nothing was changed, and why.
    """
    ready_to_write(desk)
    with lock(desk):
        before = read_file(desk.folder, file)
        after = _acted(act, before.challenge, file.id)
        events = events_between(before.challenge, after)
        if not events:
            desk.say(_("{id}: nothing changes; it says so already.").format(id=file.id))
            return before.challenge
        source = _sound(before, rewritten(before.document, plain(after)), file.path)
        # Only now: a change that is refused leaves what was edited by hand as it is.
        commit_edits(desk, file, before)
        with desk.writing():
            written = events_between(before.challenge, after)
        path = desk.folder.absolute(file)
        write(desk, path, source, old=before.document.source, id=file.id, events=written)
    _tell(desk, file.id, after, events)
    return after


def _acted(act: Callable[[Challenge], Challenge], challenge: Challenge, id: str) -> Challenge:
    try:
        return act(challenge)
    except Failure as failure:
        raise speak_of(failure, id) from failure


def add(desk: Desk, id: str, challenge: Challenge, source: bytes) -> None:
    """Write and commit the file of a new challenge.

    Raises:
        Failure: nothing was written, and why; also when somebody took the id meanwhile.
    """
    ready_to_write(desk)
    with lock(desk):
        path = desk.folder.new_path(id, challenge.cohort)
        _sound(None, source, path.relative_to(desk.folder.root).as_posix())
        path.parent.mkdir(parents=True, exist_ok=True)
        with desk.writing():
            written = events_between(None, challenge)
        write(desk, path, source, old=None, id=id, events=written)
    _tell(desk, id, challenge, events_between(None, challenge))


def record_in(desk: Desk, file: ChallengeFile) -> Record:
    """What the file holds now; what was edited by hand is committed first, as a commit of its own.

    Raises:
        BadFile: it cannot be read as a challenge; nothing was committed.
    """
    record = read_file(desk.folder, file)
    commit_edits(desk, file, record)
    return record


def write(
    desk: Desk, path: Path, source: bytes, *, old: bytes | None, id: str, events: tuple[Event, ...]
) -> None:
    """Save the file of a challenge and commit it; when the commit fails the file is put back.

    Raises:
        Failure: the file is as it was, and what was typed can be run again.
    """
    with desk.writing():
        told = message(id, events)
    write_as(desk, path, source, old=old, id=id, message=told)


def write_as(desk: Desk, path: Path, source: bytes, *, old: bytes | None, id: str, message: str) -> None:
    """Save a file and commit it under a message; when the commit fails the file is put back.

    Raises:
        Failure: the file is as it was, and what was typed can be run again.
    """
    save(path, source)
    if desk.repository is None or not desk.given.commits:
        return
    try:
        sign = desk.accelerator.settings.sign_commits
        made = commit(desk.repository, [path], message, sign=sign)
    except GitFailed as failed:
        _put_back_after(failed, path, old, id)
        raise _with_retry(failed, desk.given.typed) from failed
    except KeyboardInterrupt:
        if is_changed(desk.repository, path, source):
            _put_back(path, old)
        raise
    remember(desk, desk.repository, made)


def _sound(before: Record | None, source: bytes, shown: str) -> bytes:
    known = {(finding.code, finding.text) for finding in before.findings} if before else set()
    after = read_record(source, shown)
    new = tuple(f for f in after.findings if f.blocks and (f.code, f.text) not in known)
    if new:
        raise RulesBroken(tuple(without_place(new)))
    return source


def without_place(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    # The line is one that was never saved: showing it would send people to look for it.
    yield from (finding._replace(place=None) for finding in findings)


def _put_back_after(failed: GitFailed, path: Path, old: bytes | None, id: str) -> None:
    try:
        _put_back(path, old)
    except Failure as again:
        raise NotPutBack(
            _(
                "{name} holds the change, but git did not commit it ({refusal}) and the file could "
                "not be put back ({trouble})"
            ).format(name=path.name, refusal=failed.text, trouble=again.text),
            _("Mend what stands in the way, then run: hundredday save {id}").format(id=id),
        ) from failed


def _put_back(path: Path, old: bytes | None) -> None:
    if old is None:
        remove(path)
    else:
        save(path, old)


def _with_retry(failed: GitFailed, typed: tuple[str, ...]) -> Failure:
    again = shlex.join(["hundredday", *typed, *answered()])
    failed.mend = (
        _("{mend}\nThe file is as it was. To try again:\n  {again}")
        .format(mend=failed.mend, again=again)
        .strip()
    )
    return failed


def _tell(desk: Desk, id: str, challenge: Challenge, events: tuple[Event, ...]) -> None:
    from hundredday.desk.next_line import next_line

    for text in dict.fromkeys(event.text for event in events):
        desk.say(f"{id}: {text}")
    if not desk.given.quiet:
        desk.hint(next_line(challenge, id, desk.accelerator.settings, desk.today))
