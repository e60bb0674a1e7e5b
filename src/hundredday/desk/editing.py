"""Editing a file by hand in the user's editor, checked before it is kept."""

from __future__ import annotations

import os
import shlex
import subprocess
from hashlib import sha256
from typing import TYPE_CHECKING

from hundredday.desk.asking import can_ask, confirm
from hundredday.desk.failing import show
from hundredday.desk.locking import lock, ready_to_write
from hundredday.desk.opening import read_bytes
from hundredday.desk.saving_edits import commit_edits, meaning
from hundredday.desk.writing import write
from hundredday.errors import ExitCode, Failure, WrongUsage
from hundredday.git import blob_at_head
from hundredday.language import _
from hundredday.store.reading import BadFile
from hundredday.store.records import read_sound
from hundredday.store.saving import save

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.store.folder import ChallengeFile


class NotKept(Failure):
    """What was written in the editor is no sound challenge."""

    exit_code = ExitCode.BAD_FILE


def edit_file(desk: Desk, file: ChallengeFile) -> None:
    """Let a person edit a file; keep and commit it when it is a sound challenge.

    What was edited by hand before is committed first where it is sound, as every command does.

    Raises:
        NotKept: what was written is not a sound challenge; it is kept beside the file.
        WrongUsage: no editor is set, or the file was changed meanwhile.
    """
    ready_to_write(desk)
    path = desk.folder.absolute(file)
    before = read_bytes(path, file.path)
    draft = _draft(desk, path, before)
    challenge = _edited(desk, draft, file)
    with lock(desk):
        if read_bytes(path, file.path) != before:
            raise WrongUsage(
                _("{path} was changed while you edited it.").format(path=file.path),
                _("What you wrote is kept in {draft}; look at both.").format(draft=draft),
            )
        _keep(desk, file, read_bytes(draft, draft.name), before, challenge)
    draft.unlink()


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


def _keep(desk: Desk, file: ChallengeFile, source: bytes, before: bytes, challenge: Challenge) -> None:
    if source == before:
        desk.say(_("{id}: nothing was changed.").format(id=file.id))
        return
    path, base = desk.folder.absolute(file), before
    try:
        commit_edits(desk, file, read_sound(before, file.path))
    except BadFile:
        base = (blob_at_head(desk.repository, path) if desk.repository else None) or before
    events = meaning(base, challenge, file.path)
    write(desk, path, source, old=before, id=file.id, events=events)
    for event in events:
        desk.say(f"{file.id}: {event.text}")


def _edited(desk: Desk, draft: Path, file: ChallengeFile) -> Challenge:
    while True:
        _open_editor(draft)
        try:
            return read_sound(read_bytes(draft, draft.name), file.path).challenge
        except BadFile as bad:
            show(bad, desk.given)
        if not (can_ask() and confirm(_("Edit again?"))):
            raise NotKept(
                _("{path} is as it was.").format(path=file.path),
                _("What you wrote is kept in {draft}; hundredday edit {id} goes on with it.").format(
                    draft=draft, id=file.id
                ),
            )


def _open_editor(draft: Path) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise WrongUsage(_("No editor is set."), _("Set one, for example: export EDITOR=nano"))
    try:
        ended = subprocess.run([*shlex.split(editor), str(draft)], check=False)
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
