"""What a run that was killed left half-way: the next run that writes finishes or undoes it, and says so."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from hundredday.git import GitFailed, blob_at_head, commit, content_id, is_changed
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.store.saving.aside import left_aside, put_back, sweep
from hundredday.store.saving.intents import Intent, forget, intended, is_alive
from hundredday.store.walking import leads_out

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.git import Repository


def recover(desk: Desk) -> None:
    """Finish or undo what was interrupted, under the lock of the folder, and say so in one line.

    Raises:
        GitFailed: git cannot say what it has.
    """
    note = desk.folder.note_path
    intent = intended(note)
    sweep(note)
    if intent is None:
        return
    path = desk.folder.root / intent.path
    if leads_out(path.parent, desk.folder.root):
        forget(note)
        return
    said = _settled(desk, intent, path)
    sweep(path)
    forget(note)
    if said:
        desk.say(f"{intent.id}: {one_line(said)}")


def mention(desk: Desk, note: Path) -> None:
    """Say that a change is half-way, where a command only looks."""
    intent = intended(note)
    if intent is not None and not is_alive(intent):
        desk.hint(
            _(
                "note: a change of {id} was interrupted on {since}; the next command that changes something settles it."
            ).format(id=intent.id, since=intent.since)
        )


def _settled(desk: Desk, intent: Intent, path: Path) -> str:
    content = path.read_bytes() if path.is_file() and not path.is_symlink() else None
    now = None if content is None else content_id(content, "")
    facts = {"since": intent.since, "what": _subject(intent), "typed": _typed(intent)}
    if now == intent.old:
        return _("a change that was interrupted on {since} was not made; to make it: {typed}").format(**facts)
    if now != intent.new or content is None:
        return _(
            "a change was interrupted on {since}, and the file was edited since; it stays as it is"
        ).format(**facts)
    if intent.message is None or desk.repository is None:
        return _("a change that was interrupted on {since} stands in the file: {what}").format(**facts)
    if not is_changed(desk.repository, path, content):
        return _("a change that was interrupted on {since} had been committed: {what}").format(**facts)
    if not desk.given.commits:
        return _("a change that was interrupted on {since} stands in the file, uncommitted: {what}").format(
            **facts
        )
    return _finished(desk, desk.repository, intent, path).format(**facts)


def _finished(desk: Desk, repository: Repository, intent: Intent, path: Path) -> str:
    try:
        sign = desk.accelerator.settings.sign_commits
        commit(repository, [path], intent.message or "", sign=sign, author=intent.author)
    except GitFailed:
        if _taken_back(repository, intent, path):
            return _("a change that was interrupted on {since} is taken back; to make it: {typed}")
        return _("a change that was interrupted on {since} stands in the file, uncommitted: {what}")
    return _("a change that was interrupted on {since} is now committed: {what}")


def _taken_back(repository: Repository, intent: Intent, path: Path) -> bool:
    """Whether the file has its old content again: it was kept aside, or is that of the last commit."""
    if intent.old is None:
        put_back(path, None, None)
        return True
    for aside in left_aside(path):
        if content_id(aside.read_bytes(), "") == intent.old:
            put_back(path, b"", aside)
            return True
    old = blob_at_head(repository, path)
    if old is None or content_id(old, "") != intent.old:
        return False
    put_back(path, old, None)
    return True


def _subject(intent: Intent) -> str:
    first = (intent.message or "").partition("\n")[0].removeprefix(f"{intent.id}: ")
    return first or _typed(intent)


def _typed(intent: Intent) -> str:
    return shlex.join(["hundredday", *intent.typed])
