"""Training intakes and partner programmes at the desk: which are meant, and what they say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from hundredday.desk.opening import CannotRead, read_file, read_source
from hundredday.programme.soundness import Challenges
from hundredday.shape import Part
from hundredday.store.folder import UnknownId
from hundredday.store.registers import (
    UnknownRegister,
    find_register,
    read_intake,
    read_partner,
)
from hundredday.store.walking import EXCHANGE, TRAINING
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from hundredday.desk.desk import Desk
    from hundredday.history import Event
    from hundredday.problems import Problems
    from hundredday.programme.exchange import Partner
    from hundredday.programme.training import Intake
    from hundredday.store.folder import ChallengeFile
    from hundredday.store.registers import Register, RegisterFile

P = TypeVar("P", bound=Part)


class Kind(NamedTuple, Generic[P]):
    """One kind of register: its folder, its trailer in commits, how it is read, and what a difference means."""

    folder: str
    trailer: str
    read: Callable[[bytes, str, Challenges], Register[P]]
    events: Callable[[P | None, P], tuple[Event, ...]]


class Meant(NamedTuple):
    """A file beside the challenges that somebody named, and its kind."""

    kind: Kind[Any]
    file: RegisterFile


def intakes() -> Kind[Intake]:
    """The training intakes."""
    from hundredday.history.registers import intake_events

    return Kind(TRAINING, "Training", read_intake, intake_events)


def partners() -> Kind[Partner]:
    """The partner programmes."""
    from hundredday.history.registers import partner_events

    return Kind(EXCHANGE, "Exchange", read_partner, partner_events)


def file_meant(desk: Desk, beginning: str) -> ChallengeFile | Meant:
    """The file of any kind with this id, or with the only id that begins so: a challenge before all others.

    Raises:
        UnknownId, AmbiguousId: there is none, or several challenges could be meant.
    """
    try:
        return desk.find(beginning)
    except UnknownId:
        for kind in (intakes(), partners()):
            try:
                return Meant(kind, find_register(desk.folder.root, kind.folder, beginning))
            except UnknownRegister:
                continue
        raise


def every_file(desk: Desk) -> list[ChallengeFile | Meant]:
    """Every challenge, then every intake and partner."""
    beside = [
        Meant(kind, file)
        for kind in (intakes(), partners())
        for file in desk.folder.files_beside(kind.folder)
    ]
    return [*desk.folder.challenge_files(), *beside]


def known_challenges(desk: Desk) -> Challenges:
    """The challenges as intakes and partners refer to them; each is read only when asked about, and once."""
    files = {file.id: file for file in desk.folder.challenge_files()}

    @cache
    def is_completed(id_: str) -> bool:
        try:
            closed = read_file(desk.folder, files[id_]).challenge.closed
        except (BadFile, CannotRead):
            return False
        return closed is not None and closed.as_ == "completed"

    return Challenges(tuple(files), is_completed)


def open_register(desk: Desk, kind: Kind[P], beginning: str) -> tuple[RegisterFile, Register[P]]:
    """One intake or partner, by its id or any unique beginning of it.

    Raises:
        UnknownRegister, BadFile, CannotRead: there is none, or it cannot be read.
    """
    file = find_register(desk.folder.root, kind.folder, beginning)
    return file, read_one(desk, kind, file, known_challenges(desk))


def read_one(desk: Desk, kind: Kind[P], file: RegisterFile, challenges: Challenges) -> Register[P]:
    """What one file says.

    Raises:
        BadFile, CannotRead: it cannot be read.
    """
    return kind.read(read_source(desk.folder, file), file.path, challenges)


def read_every(
    desk: Desk, kind: Kind[P], challenges: Challenges, problems: Problems
) -> list[tuple[RegisterFile, Register[P]]]:
    """Every file of a kind that can be read; of the others the findings are added to `problems`."""
    from hundredday.findings import Finding, Place

    found = []
    for file in desk.folder.files_beside(kind.folder):
        try:
            found.append((file, read_one(desk, kind, file, challenges)))
        except BadFile as bad:
            problems.extend(bad.findings)
        except CannotRead as failure:
            problems.append(Finding("cannot-read", failure.text, failure.mend, place=Place(file.path, 1, 1)))
    return found
