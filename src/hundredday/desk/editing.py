"""Editing a file by hand in the user's editor, checked before it is kept."""

from __future__ import annotations

import os
import shlex
import subprocess
from typing import TYPE_CHECKING

from hundredday.desk.asking import can_ask, confirm
from hundredday.desk.changing import write
from hundredday.desk.failing import show
from hundredday.desk.given import Given
from hundredday.desk.locking import lock, ready_to_write
from hundredday.desk.opening import read_bytes
from hundredday.desk.saving_edits import meaning
from hundredday.errors import ExitCode, Failure, WrongUsage
from hundredday.store.reading import BadFile
from hundredday.store.records import read_sound

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

    Raises:
        NotKept: what was written is not a sound challenge; it is kept beside the file.
        WrongUsage: no editor is set.
    """
    ready_to_write(desk)
    path = desk.folder.absolute(file)
    draft = path.with_name(f".{path.stem}.draft.yaml")
    before = read_bytes(path, file.path)
    if not draft.exists():
        draft.write_bytes(before)
    challenge = _edited(draft, file)
    with lock(desk):
        if read_bytes(path, file.path) != before:
            raise WrongUsage(
                f"{file.path} was changed while you edited it.",
                f"What you wrote is kept in {draft}; look at both.",
            )
        source = draft.read_bytes()
        if source != before:
            events = meaning(before, challenge, file.path)
            write(desk, path, source, old=before, id=file.id, events=events)
            for event in events:
                desk.say(f"{file.id}: {event.text}")
        else:
            desk.say(f"{file.id}: nothing was changed.")
    draft.unlink()


def _edited(draft: Path, file: ChallengeFile) -> Challenge:
    while True:
        _open_editor(draft)
        try:
            return read_sound(draft.read_bytes(), file.path).challenge
        except BadFile as bad:
            show(bad, Given())
        if not (can_ask() and confirm("Edit again?")):
            raise NotKept(
                f"{file.path} is as it was.",
                f"What you wrote is kept in {draft}; hundredday edit {file.id} goes on with it.",
            )


def _open_editor(draft: Path) -> None:
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise WrongUsage("No editor is set.", "Set one, for example: export EDITOR=nano")
    try:
        ended = subprocess.run([*shlex.split(editor), str(draft)], check=False)
    except OSError as error:
        raise WrongUsage(
            f"The editor “{editor}” cannot be started: {error.strerror}.", "Set EDITOR to another one."
        ) from error
    if ended.returncode != 0:
        raise WrongUsage(
            f"The editor ended with an error ({ended.returncode}); nothing was changed.",
            f"What you wrote is kept in {draft}.",
        )
