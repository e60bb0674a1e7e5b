"""From a plan to the files: what each will hold, what its commit will say, and whether it is sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.desk.changing import sound
from hundredday.desk.opening import read_bytes, read_file
from hundredday.desk.proposing import written
from hundredday.desk.registers.changing import written_register
from hundredday.desk.registers.kinds import intakes, partners
from hundredday.desk.settings_told import tell_settings
from hundredday.errors import Refused
from hundredday.git import is_changed
from hundredday.history import events_between
from hundredday.history.message import message, subject
from hundredday.language import _
from hundredday.programme.soundness import Challenges
from hundredday.store.plain import plain
from hundredday.store.registers import new_register_path
from hundredday.store.walking import TRAINING
from hundredday.store.writing.splicing import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.desk.registers.kinds import Kind
    from hundredday.history import Event
    from hundredday.imports.plan import Plan
    from hundredday.shape import Part
    from hundredday.store.folder import ChallengeFile
    from hundredday.store.records import Record

SETTINGS = "accelerator.yaml"


@dataclass(frozen=True, slots=True)
class Change:
    """One file: what it will hold, what it holds, what its commit says, and what is said of it."""

    id: str
    path: Path
    source: bytes
    old: bytes | None
    message: str
    told: str
    file: ChallengeFile | None = None
    before: Record | None = None


def changes_of(desk: Desk, plan: Plan) -> list[Change]:
    """The changes of a plan in the order in which they are made: settings, challenges, what refers to challenges.

    Raises:
        Failure: a file would not be sound, or cannot be read; nothing was written.
    """
    settings = [_settings(desk, plan.settings)] if plan.settings is not None else []
    made = [_made(desk, name, challenge) for name, challenge in plan.made.items()]
    changed = [_changed(desk, name, challenge) for name, challenge in plan.changed.items()]
    challenges = _challenges(desk, plan)
    registers = [_register(desk, *place, part, challenges) for place, part in plan.registers.items()]
    return [*settings, *made, *changed, *registers]


def _settings(desk: Desk, source: bytes) -> Change:
    path = desk.folder.accelerator_path
    old = read_bytes(path, path.name) if path.is_file() else None
    if old is not None and desk.repository and desk.given.commits and is_changed(desk.repository, path, old):
        raise Refused(
            _("{name} was edited by hand and is not committed.").format(name=SETTINGS), "hundredday save"
        )
    told = tell_settings(desk, old, source)
    return Change(SETTINGS, path, source, old, told.message, f"{SETTINGS}: {'; '.join(told.lines)}")


def _made(desk: Desk, name: str, challenge: Challenge) -> Change:
    path = desk.folder.new_path(name, challenge.cohort)
    source = sound(None, written(desk, path, challenge), path.relative_to(desk.folder.root).as_posix())
    told, said = _told(desk, name, lambda: events_between(None, challenge))
    return Change(name, path, source, None, told, said)


def _changed(desk: Desk, name: str, challenge: Challenge) -> Change:
    file = desk.find(name)
    before = read_file(desk.folder, file)
    source = sound(before, rewritten(before.document, plain(challenge)), file.path)
    told, said = _told(desk, name, lambda: events_between(before.challenge, challenge))
    path, old = desk.folder.absolute(file), before.document.source
    return Change(name, path, source, old, told, said, file, before)


def _register(desk: Desk, folder: str, name: str, part: Part, challenges: Challenges) -> Change:
    kind: Kind[Part] = intakes() if folder == TRAINING else partners()  # type: ignore[assignment]
    path = new_register_path(desk.folder.root, folder, name)
    source = written_register(desk, kind, path, part, challenges)
    told, said = _told(desk, name, lambda: kind.events(None, part), of=kind.trailer)
    return Change(name, path, source, None, told, said)


def _told(
    desk: Desk, name: str, happened: Callable[[], tuple[Event, ...]], of: str = "Challenge"
) -> tuple[str, str]:
    """The message of a commit, and the line that is said of it."""
    events = happened()
    written = desk.written(events, happened)
    with desk.writing():
        told = message(name, written, of=of)
    return told, subject(name, events)


def _challenges(desk: Desk, plan: Plan) -> Challenges:
    """The challenges as they will be: an intake may refer to one that comes in the same document."""
    from hundredday.desk.registers.kinds import known_challenges

    here = known_challenges(desk)

    def is_completed(name: str) -> bool:
        if name not in plan.made:
            return here.is_completed(name)
        closed = plan.made[name].closed
        return closed is not None and closed.as_ == "completed"

    return Challenges((*here.ids, *plan.made), is_completed)
