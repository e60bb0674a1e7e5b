"""Reading many files, of which nothing is known that could stand for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.opening import CannotRead, read_file
from hundredday.findings import Finding, Place
from hundredday.store.reading import BadFile
from hundredday.store.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.store.folder import ChallengeFile
    from hundredday.store.sheets import Told, Wanted
    from hundredday.store.telling import Teller


def read_files(desk: Desk, teller: Teller, wanted: Sequence[Wanted]) -> list[Told]:
    """What files say, in the order in which they are wanted."""
    return [tell(desk.folder, teller, one) for one in wanted]


def read_directly(
    desk: Desk, file: ChallengeFile, problems: list[Finding]
) -> Iterator[tuple[ChallengeFile, Challenge]]:
    """The challenge of one file, if it can be read; else its findings are added to `problems`."""
    try:
        yield file, read_file(desk.folder, file).challenge
    except BadFile as bad:
        problems += bad.findings
    except CannotRead as failure:
        problems.append(Finding("cannot-read", failure.text, failure.mend, place=Place(file.path, 1, 1)))
