"""Writing one file and its commit, whole: on a failure the file is put back, and a run that is killed leaves a note."""

from __future__ import annotations

import shlex
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from hundredday.desk.remembering import remember
from hundredday.desk.terminal.asking import answered
from hundredday.errors import ExitCode, Failure
from hundredday.git import GitFailed, commit, content_id, head_of, is_changed
from hundredday.git.state import state
from hundredday.history.message import message
from hundredday.language import _
from hundredday.store.saving.aside import kept, put_back, set_aside
from hundredday.store.saving.atomic import CannotSave, save
from hundredday.store.saving.intents import forget, intend

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.history import Event


class Unsettled(Failure):
    """The commit failed, and the file still holds the change: the next run settles it."""

    exit_code = ExitCode.GIT


def write(
    desk: Desk, path: Path, source: bytes, *, old: bytes | None, id: str, events: tuple[Event, ...]
) -> None:
    """Save the file of a challenge and commit it; when the commit fails the file is put back.

    Raises:
        Unsettled: the commit failed and the file holds the change; it says where the old one is.
        Failure: the file is as it was, and what was typed can be run again.
    """
    with desk.writing():
        told = message(id, events)
    write_as(desk, path, source, old=old, id=id, message=told)


def write_as(desk: Desk, path: Path, source: bytes, *, old: bytes | None, id: str, message: str) -> None:
    """Save a file and commit it under a message; when the commit fails the file is put back.

    Raises:
        Unsettled: the commit failed and the file holds the change; it says where the old one is.
        Failure: the file is as it was, and what was typed can be run again.
    """
    repository = desk.repository if desk.given.commits else None
    with _noted(desk, path, source, old=old, id=id, message=message if repository else None):
        aside = set_aside(path) if old is not None else None
        try:
            save(path, source)
            if repository:
                _commit(desk, repository, path, source, message)
        except (GitFailed, CannotSave, KeyboardInterrupt) as failed:
            if isinstance(failed, CannotSave) and not failed.written:
                _drop(aside)
                raise
            if repository is None or not _is_committed(repository, path, source, failed):
                _go_back(failed, path, old=old, aside=aside, id=id)
                raise _with_retry(failed, desk.given.typed) from None
            raise
        _drop(aside)


@contextmanager
def _noted(
    desk: Desk, path: Path, source: bytes, *, old: bytes | None, id: str, message: str | None
) -> Iterator[None]:
    """Around a change: it is written down before, and the note goes when the change is settled."""
    note = desk.folder.note_path
    intend(
        note,
        id,
        path.relative_to(desk.folder.root).as_posix(),
        old=None if old is None else content_id(old, ""),
        new=content_id(source, ""),
        message=message,
        author=desk.author if message else None,
        typed=(*desk.given.typed, *answered()),
    )
    try:
        yield
    except Unsettled:
        raise
    except BaseException:
        forget(note)
        raise
    forget(note)


def _commit(desk: Desk, repository: Repository, path: Path, source: bytes, said: str) -> None:
    try:
        made = commit(repository, [path], said, sign=desk.accelerator.settings.sign_commits)
    except GitFailed as failed:
        # Git has been seen to report an error after the commit was made: HEAD is asked, not the error.
        if not _is_committed(repository, path, source, failed):
            raise
        made = head_of(repository) or ""
    with suppress(GitFailed):
        remember(desk, repository, made)


def _is_committed(repository: Repository, path: Path, source: bytes, failed: BaseException) -> bool:
    try:
        state(repository)  # a branch that cannot be read looks like one without a commit
        return not is_changed(repository, path, source)
    except GitFailed as blind:
        raise Unsettled(
            _("{name} holds the change, and git cannot say whether it was committed: {reason}").format(
                name=path.name, reason=blind.text
            ),
            _("{mend}\nThe next command that changes something here finishes the change or takes it back.")
            .format(mend=blind.mend)
            .strip(),
        ) from failed


def _go_back(failed: BaseException, path: Path, *, old: bytes | None, aside: Path | None, id: str) -> None:
    try:
        put_back(path, old, aside)
    except CannotSave as again:
        if again.written:
            return
        place = kept(old, aside) if old is not None else None
        raise Unsettled(
            _(
                "{name} holds the change, but it was not committed ({reason}) and the file could not be put back ({again})"
            ).format(name=path.name, reason=getattr(failed, "text", _("interrupted")), again=again.text),
            (_("The file as it was is kept here: {place}").format(place=place) + "\n" if place else "")
            + _("Mend what stands in the way, then run: hundredday save {id}").format(id=id),
        ) from failed


def _drop(aside: Path | None) -> None:
    if aside is not None:
        with suppress(OSError):
            aside.unlink()


def _with_retry(failed: BaseException, typed: tuple[str, ...]) -> BaseException:
    if not isinstance(failed, Failure):
        return failed
    again = shlex.join(["hundredday", *typed, *answered()])
    failed.mend = (
        _("{mend}\nThe file is as it was. To try again:\n  {again}")
        .format(mend=failed.mend, again=again)
        .strip()
    )
    return failed
