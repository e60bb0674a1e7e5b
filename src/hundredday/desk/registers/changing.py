"""One change of one intake or partner: lock, read again, act, splice, check, save, commit, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hundredday.desk.changing import RulesBroken, without_place
from hundredday.desk.locking import lock, ready_to_write
from hundredday.desk.opening import CannotRead
from hundredday.desk.registers.kinds import known_challenges, read_one
from hundredday.desk.saving_edits import EditsRefused
from hundredday.desk.schemas import modeline, schema_path
from hundredday.desk.writing import write_as
from hundredday.errors import Failure, Refused
from hundredday.git import blob_at_head, is_changed
from hundredday.history import Event
from hundredday.history.message import message
from hundredday.language import _
from hundredday.shape import Part
from hundredday.store.plain import plain
from hundredday.store.registers import find_register, new_register_path, register_files
from hundredday.store.writing.house import REGISTER_ORDER
from hundredday.store.writing.splicing import rewritten
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.desk.registers.kinds import Kind
    from hundredday.programme.soundness import Challenges
    from hundredday.store.registers import Register, RegisterFile

P = TypeVar("P", bound=Part)


def change_register(desk: Desk, kind: Kind[P], beginning: str, act: Callable[[P, Challenges], P]) -> P:
    """Change one intake or partner, commit it, and say what happened.

    Raises:
        Failure: nothing was changed, and why.
    """
    ready_to_write(desk)
    file = find_register(desk.folder.root, kind.folder, beginning)
    with lock(desk):
        challenges = known_challenges(desk)
        before = read_one(desk, kind, file, challenges)
        after = act(before.meaning, challenges)
        if not kind.events(before.meaning, after):
            desk.say(_("{id}: nothing changes; it says so already.").format(id=file.id))
            return before.meaning
        source = rewritten(before.document, plain(after), REGISTER_ORDER)
        _refuse_unsound(kind, source, file.path, challenges, before)
        commit_register_edits(desk, kind, file, before)
        _write(desk, kind, file, source, old=before.document.source, then=before.meaning, now=after)
    return after


def add_register(desk: Desk, kind: Kind[P], id_: str, meaning: P) -> None:
    """Write and commit the file of a new intake or partner.

    Raises:
        Failure: nothing was written, and why; also when the id is taken.
    """
    from hundredday.store.registers import RegisterFile

    ready_to_write(desk)
    with lock(desk):
        path = new_register_path(desk.folder.root, kind.folder, id_)
        file = RegisterFile(id_, path.relative_to(desk.folder.root).as_posix())
        source = written_register(desk, kind, path, meaning, known_challenges(desk))
        path.parent.mkdir(exist_ok=True)
        _write(desk, kind, file, source, old=None, then=None, now=meaning)


def written_register(desk: Desk, kind: Kind[P], path: Path, meaning: P, challenges: Challenges) -> bytes:
    """The file of a new intake or partner.

    Raises:
        RulesBroken: it would not be sound.
    """
    shown = path.relative_to(desk.folder.root).as_posix()
    bare = parse(f"{_first_line(desk, kind, path)}format: 1\n".encode(), shown)
    source = rewritten(bare, plain(meaning), REGISTER_ORDER)
    _refuse_unsound(kind, source, shown, challenges, None)
    return source


def _first_line(desk: Desk, kind: Kind[P], path: Path) -> str:
    """The line by which editors find the schema, where it is there."""
    root = desk.folder.root
    return modeline(kind.folder, path, root) if schema_path(root, kind.folder).is_file() else ""


def commit_register_edits(desk: Desk, kind: Kind[P], file: RegisterFile, register: Register[P]) -> bool:
    """Commit what was edited by hand in a file, and say it; whether there was something.

    Raises:
        EditsRefused: a rule is broken in what was edited.
    """
    repository, path = desk.repository, desk.folder.root / file.path
    source = register.document.source
    if repository is None or not desk.given.commits or not is_changed(repository, path, source):
        return False
    if not register.is_sound:
        raise EditsRefused(file.path, register.findings)
    committed = _meaning(desk, kind, blob_at_head(repository, path), file)
    edits = _edits(kind, committed, register.meaning)
    written = desk.written(edits, lambda: _edits(kind, committed, register.meaning))
    with desk.writing():
        told = message(file.id, written, of=kind.trailer)
    write_as(desk, path, source, old=source, id=file.id, message=told)
    said = "; ".join(event.text for event in edits)
    desk.say(_("{id}: edits made by hand are committed: {events}").format(id=file.id, events=said))
    return True


def save_registers(desk: Desk, kind: Kind[P], refused: Callable[[Failure], None]) -> int:
    """Commit the hand edits of every file of a kind; how many. One that is refused is handed over, and left."""
    saved = 0
    for file in register_files(desk.folder.root, kind.folder):
        try:
            register = read_one(desk, kind, file, known_challenges(desk))
            saved += commit_register_edits(desk, kind, file, register)
        except (BadFile, CannotRead, Refused) as failure:
            refused(failure)
    return saved


def keep_edited(desk: Desk, kind: Kind[P], file: RegisterFile, before: bytes, source: bytes) -> None:
    """Write and commit what somebody made of a file, and say what it means.

    What was edited by hand before is committed first where it is sound.

    Raises:
        BadFile: what was made is not sound.
    """
    challenges, base = known_challenges(desk), before
    try:
        commit_register_edits(desk, kind, file, kind.read(before, file.path, challenges))
    except (BadFile, EditsRefused):
        base = (
            blob_at_head(desk.repository, desk.folder.root / file.path) if desk.repository else None
        ) or before
    now = read_sound_register(kind, source, file.path, challenges).meaning
    _write(desk, kind, file, source, old=before, then=_meaning(desk, kind, base, file), now=now)


def read_sound_register(kind: Kind[P], source: bytes, path: str, challenges: Challenges) -> Register[P]:
    """What a file says that breaks no rule.

    Raises:
        BadFile: it cannot be read, or a rule is broken.
    """
    register = kind.read(source, path, challenges)
    if not register.is_sound:
        raise BadFile(register.findings)
    return register


def _write(
    desk: Desk, kind: Kind[P], file: RegisterFile, source: bytes, *, old: bytes | None, then: P | None, now: P
) -> None:
    events = _edits(kind, then, now)
    written = desk.written(events, lambda: _edits(kind, then, now))
    with desk.writing():
        told = message(file.id, written, of=kind.trailer)
    write_as(desk, desk.folder.root / file.path, source, old=old, id=file.id, message=told)
    for text in dict.fromkeys(event.text for event in events):
        desk.say(f"{file.id}: {text}")


def _edits(kind: Kind[P], committed: P | None, now: P) -> tuple[Event, ...]:
    """What a new version means against the committed one; at least one event."""
    tidied = Event("tidied", _("comments and layout changed, nothing else"))
    return kind.events(committed, now) or (tidied,)


def _refuse_unsound(
    kind: Kind[P], source: bytes, path: str, challenges: Challenges, before: Register[P] | None
) -> None:
    known = {(one.code, one.text) for one in before.findings} if before else set()
    findings = kind.read(source, path, challenges).findings
    new = tuple(one for one in findings if one.blocks and (one.code, one.text) not in known)
    if new:
        raise RulesBroken(tuple(without_place(new)))


def _meaning(desk: Desk, kind: Kind[P], source: bytes | None, file: RegisterFile) -> P | None:
    if source is None:
        return None
    try:
        return kind.read(source, file.path, known_challenges(desk)).meaning
    except BadFile:
        return None
