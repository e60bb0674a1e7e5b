"""What a file says, in the form in which the index keeps it: read from the file, or from the facts of it that are kept."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from hundredday.findings import Finding, Place
from hundredday.language import _
from hundredday.problems import findings_text
from hundredday.store.kept.scan import file_at
from hundredday.store.kept.sheets import Told
from hundredday.store.records import read_record
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from hundredday.challenge import Challenge
    from hundredday.store.folder import Folder
    from hundredday.store.kept.sheets import Wanted


class Teller(Protocol):
    """What a sheet keeps of each file; `keeps` is whether anything of it is kept beyond this run."""

    @property
    def keeps(self) -> bool: ...

    def row(self, path: str, challenge: Challenge | None) -> tuple[Any, ...] | None:
        """The row of a file, its day first; None for a sheet that needs no row of its own."""


class Silent(NamedTuple):
    """Keeps nothing beyond what is known of every file that is read."""

    keeps: bool = True

    def row(self, path: str, challenge: Challenge | None) -> None:
        """No row of its own."""


def tell(folder: Folder, teller: Teller, wanted: Wanted) -> Told:
    """What a file says; of one that cannot be read, why."""
    path = wanted.path
    if wanted.is_none and (known := teller.row(path, None)) is not None:
        return Told(path, known)
    challenge = challenge_from(wanted.facts) if wanted.facts is not None else None
    if challenge is not None:
        return Told(path, teller.row(path, challenge))
    try:
        record = read_record(folder.read(file_at(path)), path)
    except BadFile as bad:
        return Told(path, teller.row(path, None), True, findings=findings_text(bad.findings))
    except OSError as error:
        text = _("{shown} cannot be read: {strerror}.").format(shown=path, strerror=error.strerror or error)
        mend = _("See who may read it, and that it is a file.")
        found = Finding("cannot-read", text, mend, place=Place(path, 1, 1))
        return Told(path, None, findings=findings_text([found]))
    challenge = record.challenge
    row, facts = teller.row(path, challenge), facts_of(challenge) if teller.keeps else None
    return Told(path, row, True, challenge.title, facts, findings_text(record.findings))


def facts_of(challenge: Challenge) -> bytes:
    """All that a challenge says, packed."""
    return zlib.compress(challenge.model_dump_json(by_alias=True, exclude_unset=True).encode(), 1)


def challenge_from(facts: bytes) -> Challenge | None:
    """A challenge from its packed facts; None where they are not what they were."""
    from hundredday.challenge import Challenge

    try:
        return Challenge.model_validate_json(zlib.decompress(facts))
    except (ValueError, zlib.error):
        return None
