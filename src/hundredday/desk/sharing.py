"""Challenges between accelerators: a file without names for others, and what another one offers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.desk import Desk
from hundredday.desk.exporting import export_as, write_one
from hundredday.desk.opening import read_bytes
from hundredday.desk.registers.kinds import intakes, known_challenges, read_every
from hundredday.errors import Refused, WrongUsage
from hundredday.language import _
from hundredday.moves import sharing as acts
from hundredday.moves.filling import filled, without
from hundredday.moves.sharing import Nameless, nameless_of
from hundredday.problems import Problems
from hundredday.store.folder import Folder, NotAnAccelerator
from hundredday.store.plain import plain
from hundredday.store.records import read_record
from hundredday.store.writing.splicing import rewritten
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from hundredday.challenge import Challenge
    from hundredday.desk.showing import Wanted


def export_or_share(
    desk: Desk, name: str | None, wanted: Wanted, *, shared: str | None, output: str | None, table: str | None
) -> None:
    """Export the challenges that are wanted in a format, or share one.

    Raises:
        WrongUsage: neither a format nor a challenge to share is named, or both are.
        Failure: it cannot be written.
    """
    if (name is None) == (shared is None) or (shared and (table or not wanted.asks_all)):
        raise WrongUsage(
            _("Name a format, or a challenge to share with --share ID, and not both."),
            "hundredday export csv --output tables/\nhundredday export --share ID --output shared.yaml",
        )
    if shared is not None:
        share(desk, shared, output)
    elif name is not None:
        export_as(desk, name, wanted, output=output, table=table)


def share(desk: Desk, beginning: str, output: str | None) -> None:
    """Write a challenge for other accelerators, to a path or to standard output: no name of a person stands in it.

    Raises:
        UnknownId, AmbiguousId, BadFile: there is no such challenge to share.
        Refused: a name would be left in it.
    """
    file, record = desk.open(beginning)
    with desk.writing():
        nameless = _knowing_everybody(desk, file.id, record.challenge)
        name = nameless.text(_name_of(desk)) or ""
        made = acts.shared(record.challenge, nameless, id=file.id, accelerator=name, on=desk.today)
        head = _("# Shared by {accelerator}; no name of a person stands in it. To start from it:").format(
            accelerator=name
        )
    text = f'{head}\n#   hundredday new "TITLE" --from FILE\nformat: 1\n'
    source = rewritten(parse(text.encode(), "shared.yaml"), plain(made))
    if left := nameless.first_name(source.decode()):
        raise Refused(
            _("{id} cannot be shared: “{name}” would be left in it.").format(id=file.id, name=left),
            _("Please report this; and take the name out by hand."),
        )
    write_one(desk, source, output)


def offered(desk: Desk, given: str) -> Challenge:
    """What a challenge offers to a new one, without names: by its id here, or by its file anywhere.

    What is of one country alone, its priority, and topics that are not known here, come only from one's own.

    Raises:
        UnknownId, AmbiguousId, BadFile, CannotRead: there is no such challenge.
    """
    found = _found(desk, given)
    others = _knowing_everybody(found.desk, found.id, found.challenge) if found.desk else None
    nameless = others or nameless_of(found.challenge)
    name = _name_of(found.desk) if found.desk and not found.is_ours else None
    made = acts.shared(found.challenge, nameless, id=found.id, accelerator=name)
    if found.is_ours:
        return filled(made, priority=nameless.text(found.challenge.priority))
    made = acts.for_elsewhere(made)
    return made if made.topic in desk.accelerator.topics else without(made, "topic")


class _Found(NamedTuple):
    """A challenge, its id, whether it is one's own, and the desk of the accelerator in which it stands, if any."""

    challenge: Challenge
    id: str
    is_ours: bool
    desk: Desk | None


def _found(desk: Desk, given: str) -> _Found:
    path = Path(given)
    if path.suffix not in {".yaml", ".yml"} or not path.is_file():
        file, record = desk.open(given)
        return _Found(record.challenge, file.id, is_ours=True, desk=desk)
    challenge = read_record(read_bytes(path, given), given).challenge
    is_shared = bool(challenge.origin and challenge.origin.shared)
    try:
        folder = Folder.find(path.resolve().parent)
    except NotAnAccelerator:
        return _Found(challenge, path.stem, is_ours=False, desk=None)
    is_ours = folder.root == desk.folder.root and not is_shared
    return _Found(challenge, path.stem, is_ours, None if is_shared else Desk(desk.given, folder))


def _name_of(desk: Desk) -> str:
    try:
        return desk.accelerator.name or desk.folder.root.name
    except BadFile:
        return desk.folder.root.name


def _knowing_everybody(desk: Desk, id: str, challenge: Challenge) -> Nameless:
    """Knows every name in the accelerator: of all challenges, and of those in training."""
    from hundredday.desk.survey import read_all

    problems = Problems()
    others = [one for at, one in read_all(desk, desk.folder.challenge_files(), problems) if at.id != id]
    sheets = read_every(desk, intakes(), known_challenges(desk), problems)
    trained = [one.name for _file, sheet in sheets for one in sheet.meaning.participants]
    if problems:
        desk.hint(_("note: some files cannot be read, so the names in them are not known: hundredday check"))
    return nameless_of(challenge, others, trained)
