"""What is about to be changed, written down before it is, so that the next run can finish or undo it."""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from hundredday.store.limited import read_limited
from hundredday.store.saving.atomic import save
from hundredday.store.saving.lock import introduction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Intent(NamedTuple):
    """One change of one file.

    Args:
        id: of the challenge.
        path: of the file, from the accelerator's folder, with `/`.
        old: git's id of the content before; None for a file that is new.
        new: git's id of the content that is meant.
        message: of the commit; None where none is to be made.
        typed: the command line, for another try.
        pid: of the process that began.
        host: its machine.
        since: when it began.
        author: of the commit, `NAME <ADDRESS>`; None where none is to be made, or nobody noted it.
    """

    id: str
    path: str
    old: str | None
    new: str
    message: str | None
    typed: tuple[str, ...]
    pid: int
    host: str
    since: str
    author: str | None = None


def intend(
    note: Path,
    id: str,
    path: str,
    *,
    old: str | None,
    new: str,
    message: str | None,
    author: str | None,
    typed: Sequence[str],
) -> None:
    """Write down what is about to be changed, and see it safe on the disk.

    Raises:
        CannotSave: it could not be written; nothing may be changed then.
    """
    who = introduction()
    pid, host, since = int(who["pid"]), str(who["host"]), str(who["since"])
    intent = Intent(id, path, old, new, message, tuple(typed), pid, host, since, author)
    save(note, json.dumps(intent._asdict()).encode())


def intended(note: Path) -> Intent | None:
    """What was written down and not done away with; None where nothing was, or nothing of ours."""
    try:
        written = read_limited(note)
        if len(written) > _LARGEST:
            return None
        said = json.loads(written)
        return Intent(
            id=_text(said["id"]),
            path=_inside(_text(said["path"])),
            old=None if said["old"] is None else _text(said["old"]),
            new=_text(said["new"]),
            message=None if said["message"] is None else _text(said["message"]),
            typed=tuple(_text(word) for word in said["typed"]),
            pid=int(said["pid"]),
            host=_text(said["host"]),
            since=_text(said["since"]),
            author=_person(said.get("author")),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def forget(note: Path) -> None:
    """The change is done or undone. Should this be lost in a power cut, the next run sees as much."""
    with suppress(OSError):
        note.unlink()


def is_alive(intent: Intent) -> bool:
    """Whether the process that began is still at it, as far as can be told from here."""
    if os.name == "nt" or intent.host != introduction()["host"] or intent.pid <= 0:
        return False
    try:
        os.kill(intent.pid, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _person(value: object) -> str | None:
    """Somebody as git names them: the note may be a stranger's, and of an older run it has none."""
    found = _PERSON.fullmatch(value) if isinstance(value, str) else None
    return found and found[0]


def _inside(path: str) -> str:
    """A path that stays in the folder: the note may be a stranger's."""
    parts = path.split("/")
    if (
        path.startswith("/")
        or "\\" in path
        or ":" in path
        or {"", ".", "..", ".git"} & {part.lower() for part in parts}
    ):
        raise ValueError
    return path


_LARGEST = 100_000
_PERSON = re.compile(r"[^<>\x00-\x1f\x7f]+ <[^<>\x00-\x1f\x7f]*>")
