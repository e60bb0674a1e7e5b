"""Laying a file out anew: only layout, in a commit of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.changing import record_in
from hundredday.desk.failing import show
from hundredday.desk.locking import lock, ready_to_write
from hundredday.desk.opening import CannotRead
from hundredday.desk.writing import write
from hundredday.errors import ExitCode, Refused
from hundredday.history import Event
from hundredday.language import _
from hundredday.store.reading import BadFile
from hundredday.store.tidying import tidied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.desk.desk import Desk
    from hundredday.store.folder import ChallengeFile


def tidy_all(desk: Desk, files: Sequence[ChallengeFile]) -> ExitCode:
    """Write these files in house format; one that must stay as it is is shown and never stops the others.

    Raises:
        GitFailed: a commit cannot be made here.
    """
    worst = ExitCode.DONE
    for file in files:
        try:
            tidy_file(desk, file)
        except (BadFile, CannotRead, Refused) as failure:
            show(failure, desk.given)
            worst = max(worst, failure.exit_code)
    return worst


def tidy_file(desk: Desk, file: ChallengeFile) -> None:
    """Write one file in house format and commit it; nothing where it is tidy already.

    Raises:
        Failure: the file is as it was, and why.
    """
    ready_to_write(desk)
    with lock(desk):
        old = record_in(desk, file).document.source
        source = tidied(old, file.path)
        if source == old:
            desk.say(_("{id}: is tidy already").format(id=file.id))
            return
        event = Event("tidied", _("laid out in house format, nothing else changed"), {}, None)
        write(desk, desk.folder.absolute(file), source, old=old, id=file.id, events=(event,))
    desk.say(f"{file.id}: {event.text}")
