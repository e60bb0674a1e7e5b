"""Editing a file by hand in the user's editor, checked before it is kept."""

from __future__ import annotations

import os
import shlex
import subprocess
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.door.failing import show
from hundredday.desk.locking import lock, ready_to_write
from hundredday.desk.opening import read_bytes
from hundredday.desk.registers.kinds import Meant, file_meant, known_challenges
from hundredday.desk.saving_edits import commit_edits, meaning
from hundredday.desk.terminal.asking import can_ask, confirm
from hundredday.desk.writing import write
from hundredday.errors import ExitCode, Failure, WrongUsage
from hundredday.git import blob_at_head
from hundredday.language import _
from hundredday.store.records import read_sound
from hundredday.store.saving.atomic import save
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.store.folder import ChallengeFile


class NotKept(Failure):
    """What was written in the editor is not sound."""

    exit_code = ExitCode.BAD_FILE


class _Work(NamedTuple):
    """A file that is edited: what refuses bytes that are not sound, and what keeps new ones in place of old ones."""

    id: str
    path: str
    check: Callable[[bytes], object]
    keep: Callable[[bytes, bytes], None]


def edit(desk: Desk, beginning: str) -> None:
    """Let a person edit the file of a challenge, an intake or a partner; keep and commit it when it is sound.

    What was edited by hand before is committed first where it is sound, as every command does.

    Raises:
        NotKept: what was written is not sound; it is kept beside the file.
        WrongUsage: there is no such file, no editor is set, or the file was changed meanwhile.
    """
    meant = file_meant(desk, beginning)
    work = _on_register(desk, meant) if isinstance(meant, Meant) else _on_challenge(desk, meant)
    ready_to_write(desk)
    path = desk.folder.root / work.path
    before = read_bytes(path, work.path)
    draft = _draft(desk, path, before)
    source = _edited(desk, draft, work)
    with lock(desk):
        if read_bytes(path, work.path) != before:
            raise WrongUsage(
                _("{path} was changed while you edited it.").format(path=work.path),
                _("What you wrote is kept in {draft}; look at both.").format(draft=draft),
            )
        if source == before:
            desk.say(_("{id}: nothing was changed.").format(id=work.id))
        else:
            work.keep(before, source)
    draft.unlink()


def _on_challenge(desk: Desk, file: ChallengeFile) -> _Work:
    def keep(before: bytes, source: bytes) -> None:
        path, base = desk.folder.absolute(file), before
        try:
            commit_edits(desk, file, read_sound(before, file.path))
        except BadFile:
            base = (blob_at_head(desk.repository, path) if desk.repository else None) or before
        events = meaning(base, read_sound(source, file.path).challenge, file.path)
        write(desk, path, source, old=before, id=file.id, events=events)
        for event in events:
            desk.say(f"{file.id}: {event.text}")

    return _Work(file.id, file.path, lambda source: read_sound(source, file.path), keep)


def _on_register(desk: Desk, meant: Meant) -> _Work:
    from hundredday.desk.registers.changing import keep_edited, read_sound_register

    kind, file = meant

    def check(source: bytes) -> None:
        read_sound_register(kind, source, file.path, known_challenges(desk))

    return _Work(file.id, file.path, check, lambda old, new: keep_edited(desk, kind, file, old, new))


def _draft(desk: Desk, path: Path, before: bytes) -> Path:
    """Where a person writes; what they left there goes on only while the file is still the same.

    A draft of an older version would undo what others have written since.
    """
    draft = path.with_name(f".{path.stem}.{sha256(before).hexdigest()[:8]}.draft.yaml")
    for older in path.parent.glob(f".{path.stem}.????????.draft.yaml"):
        if older != draft:
            desk.hint(
                _("note: {name} was changed since you wrote {older}; take from it what you need.").format(
                    name=path.name, older=older
                )
            )
    if (
        draft.is_symlink() or not draft.is_file()
    ):  # a link would let the editor write elsewhere: `save` refuses it
        save(draft, before)
    return draft


def _edited(desk: Desk, draft: Path, work: _Work) -> bytes:
    while True:
        _open_editor(draft)
        source = read_bytes(draft, draft.name)
        try:
            work.check(source)
        except BadFile as bad:
            show(bad, desk.given)
        else:
            return source
        if not (can_ask() and confirm(_("Edit again?"))):
            raise NotKept(
                _("{path} is as it was.").format(path=work.path),
                _("What you wrote is kept in {draft}; hundredday edit {id} goes on with it.").format(
                    draft=draft, id=work.id
                ),
            )


def _open_editor(draft: Path) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not (words := _words(editor)):
        raise WrongUsage(_("No editor is set."), _("Set one, for example: export EDITOR=nano"))
    try:
        ended = subprocess.run([*words, str(draft)], check=False)
    except OSError as error:
        raise WrongUsage(
            _("The editor “{editor}” cannot be started: {strerror}.").format(
                editor=editor, strerror=error.strerror
            ),
            _("Set EDITOR to another one."),
        ) from error
    if ended.returncode != 0:
        raise WrongUsage(
            _("The editor ended with an error ({returncode}); nothing was changed.").format(
                returncode=ended.returncode
            ),
            _("What you wrote is kept in {draft}; the next edit goes on with it.").format(draft=draft),
        )


def _words(editor: str) -> list[str]:
    """The program and its options; without a word the draft itself would be started."""
    try:
        return shlex.split(editor)
    except ValueError as error:  # a quote that does not close
        raise WrongUsage(
            _("The editor “{editor}” cannot be started: {strerror}.").format(editor=editor, strerror=error),
            _("Set EDITOR to another one."),
        ) from error
