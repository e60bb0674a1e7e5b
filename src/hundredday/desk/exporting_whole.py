"""Exporting everything that the files say: read, written and forgotten one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hundredday.exports.json import Said, Whole, json
from hundredday.problems import Problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.desk.desk import Desk
    from hundredday.desk.registers.kinds import Kind
    from hundredday.desk.showing import Wanted


def whole(desk: Desk, wanted: Wanted) -> Iterator[bytes]:
    """The document in pieces; the last of them come when what cannot be read has been said.

    Raises:
        WrongUsage: there is no such phase, topic, cohort, agency or health.
    """
    from hundredday.desk.registers.kinds import intakes, partners
    from hundredday.desk.showing import warn
    from hundredday.desk.unfitting import refuse_unknown

    refuse_unknown(wanted)
    problems = Problems()
    paths = None if wanted.asks_all else _fitting(desk, wanted)
    training, exchange = (
        ([*_registers(desk, kind, problems)] if paths is None else []) for kind in (intakes(), partners())
    )
    document = Whole(desk.accelerator, _challenges(desk, paths, problems), training, exchange)
    yield from json(document)
    warn(problems)


def _fitting(desk: Desk, wanted: Wanted) -> set[str]:
    """The paths of the challenges that are wanted."""
    from hundredday.desk.survey import survey
    from hundredday.desk.unfitting import refuse_unknown_words

    found = {one.path for one in survey(desk).standings if wanted.fits(one)}
    if not found:
        refuse_unknown_words(desk, wanted.by())
    return found


def _challenges(desk: Desk, paths: set[str] | None, problems: Problems) -> Iterator[Said]:
    from hundredday.desk.survey import read_all

    files = sorted(desk.folder.challenge_files(), key=lambda file: (file.id, file.path))
    if paths is not None:
        files = [file for file in files if file.path in paths]
    for file, challenge in read_all(desk, files, problems):
        yield Said(file.id, file.path, challenge)


def _registers(desk: Desk, kind: Kind[Any], problems: Problems) -> Iterator[Said]:
    from hundredday.desk.registers.kinds import known_challenges, read_every

    found = read_every(desk, kind, known_challenges(desk), problems)
    for file, register in sorted(found, key=lambda one: one[0].id):
        yield Said(file.id, file.path, register.meaning)
