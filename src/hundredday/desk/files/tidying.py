"""Laying a file out anew: only layout, in a commit of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.changing import record_in
from hundredday.desk.door.failing import show
from hundredday.desk.locking import lock, ready_to_write
from hundredday.desk.opening import CannotRead
from hundredday.desk.registers.changing import commit_register_edits
from hundredday.desk.registers.kinds import Meant, known_challenges, read_one
from hundredday.desk.writing import write_as
from hundredday.errors import ExitCode, Refused
from hundredday.history import Event
from hundredday.history.message import message
from hundredday.language import _, ngettext
from hundredday.store.writing.tidying import tidied
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.desk.desk import Desk
    from hundredday.store.folder import ChallengeFile


def tidy_all(desk: Desk, files: Sequence[ChallengeFile | Meant]) -> ExitCode:
    """Write these files in house format; one that must stay as it is is shown and never stops the others.

    Raises:
        GitFailed: a commit cannot be made here.
    """
    worst, kept = ExitCode.DONE, 0
    for file in files:
        try:
            kept += not tidy_file(desk, file)
        except (BadFile, CannotRead, Refused) as failure:
            show(failure, desk.given)
            worst = max(worst, failure.exit_code)
    if kept:
        said = ngettext("{n} file is tidy already.", "{n} files are tidy already.", kept)
        desk.say(said.format(n=kept))
    return worst


def tidy_one(desk: Desk, file: ChallengeFile | Meant) -> None:
    """Write one file in house format, or say that it is.

    Raises:
        Failure: the file is as it was, and why.
    """
    if not tidy_file(desk, file):
        desk.say(_("{id}: is tidy already").format(id=_named(file)[0]))


def tidy_file(desk: Desk, meant: ChallengeFile | Meant) -> bool:
    """Write one file in house format and commit it; whether it was another one before.

    What was edited by hand is committed on its own before.

    Raises:
        Failure: the file is as it was, and why.
    """
    ready_to_write(desk)
    id_, path, of = _named(meant)
    with lock(desk):
        old = _committed(desk, meant) if isinstance(meant, Meant) else record_in(desk, meant).document.source
        source = tidied(old, path)
        if source == old:
            return False
        event = _event()
        told = message(id_, desk.written((event,), lambda: (_event(),)), of=of)
        write_as(desk, desk.folder.root / path, source, old=old, id=id_, message=told)
    desk.say(f"{id_}: {event.text}")
    return True


def _named(meant: ChallengeFile | Meant) -> tuple[str, str, str]:
    """The id of a file, its path, and the trailer that names what it is."""
    if isinstance(meant, Meant):
        return meant.file.id, meant.file.path, meant.kind.trailer
    return meant.id, meant.path, "Challenge"


def _event() -> Event:
    return Event("tidied", _("laid out in house format, nothing else changed"), {}, None)


def _committed(desk: Desk, meant: Meant) -> bytes:
    register = read_one(desk, meant.kind, meant.file, known_challenges(desk))
    commit_register_edits(desk, meant.kind, meant.file, register)
    return register.document.source
