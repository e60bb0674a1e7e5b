"""Reading many files of which nothing is known: on all cores where that pays, with a bar where it takes long."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from hundredday.desk.opening import CannotRead, read_file
from hundredday.desk.terminal.progress import Progress
from hundredday.findings import Finding, Place
from hundredday.language import _, speak, spoken
from hundredday.store.folder import Folder
from hundredday.store.kept.telling import tell
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.problems import Problems
    from hundredday.store.folder import ChallengeFile
    from hundredday.store.kept.sheets import Told, Wanted
    from hundredday.store.kept.telling import Teller

PAYS = 200
"""Files from which on it is quicker to start processes than to read alone."""


def read_files(
    desk: Desk, teller: Teller, wanted: Sequence[Wanted], bar: Progress | None = None
) -> list[Told]:
    """What files say, in no order; under a bar that is given where they are a portion of more."""
    task = partial(tell, desk.folder, teller)
    told: list[Told] = []
    bar = bar or Progress(desk.given, _("Reading files"), len(wanted))
    with bar as progress, _no_collecting():
        if len(wanted) >= PAYS and type(desk.folder) is Folder:
            for batch in _on_all_cores(task, wanted):
                told += batch
                progress.advance(len(batch))
        known = {one.path for one in told}
        for one in wanted if not known else [one for one in wanted if one.path not in known]:
            told.append(task(one))
            progress.advance(1)
    return told


def read_directly(
    desk: Desk, file: ChallengeFile, problems: Problems
) -> Iterator[tuple[ChallengeFile, Challenge]]:
    """The challenge of one file, if it can be read; else its findings are added to `problems`."""
    try:
        yield file, read_file(desk.folder, file).challenge
    except BadFile as bad:
        problems.extend(bad.findings)
    except CannotRead as failure:
        problems.append(Finding("cannot-read", failure.text, failure.mend, place=Place(file.path, 1, 1)))


def _on_all_cores(task: partial[Told], wanted: Sequence[Wanted]) -> Iterator[list[Told]]:
    from hundredday.desk.crew import Task, cores, on_all_cores

    hands = min(cores(), len(wanted) // (PAYS // 2))
    if hands > 1:
        import hundredday.challenge.rules  # noqa: F401 - imported once, before the processes part

        yield from on_all_cores(Task(task, partial(speak, spoken())), wanted, hands)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Nothing that is read refers to itself, so looking for such things would only cost time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
