"""Checking files: every problem of every file."""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.opening import CannotRead, read_bytes
from hundredday.desk.registers.kinds import known_challenges
from hundredday.errors import ExitCode
from hundredday.findings import Finding, Place
from hundredday.language import spoken
from hundredday.problems import Problems
from hundredday.store.accelerators import accelerator_problems
from hundredday.store.ids import is_id
from hundredday.store.records import read_record
from hundredday.store.refusals import UnknownId
from hundredday.store.registers import (
    kind_of,
    read_register,
    register_files,
    register_places,
)
from hundredday.store.walking import FOLDERS
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from hundredday.desk.desk import Desk


@dataclass(frozen=True)
class Checked:
    """The findings of so many files; `unreadable` when one of them is no challenge at all.

    Args:
        files: how many.
        named: the findings of files that were read one by one, in order.
        challenges: those of all challenges, in order.
        of_names: those of the names of files and folders, in order.
        unreadable: whether a file is no challenge at all.
    """

    files: int
    named: Sequence[Finding]
    challenges: Sequence[Finding] = ()
    of_names: Sequence[Finding] = ()
    unreadable: bool = False

    @property
    def findings(self) -> Iterator[Finding]:
        """All of them, by place; there may be very many."""
        return heapq.merge(self.named, self.challenges, self.of_names, key=_in_order)

    @cached_property
    def counts(self) -> Counter[bool]:
        """How many there are that block, and that do not."""
        return Counter(finding.blocks for finding in self.findings)

    @property
    def is_ok(self) -> bool:
        return not self.counts[True]

    @property
    def exit_code(self) -> ExitCode:
        if self.unreadable:
            return ExitCode.BAD_FILE
        return ExitCode.DONE if self.is_ok else ExitCode.FINDINGS


def check_files(desk: Desk, named: Sequence[Path]) -> Checked:
    """Check the named files; without names every file of the accelerator, and the names of all.

    A challenge may be named as all other commands name it, by its id or any unique beginning of it.

    Raises:
        AmbiguousId: a name is no file, and the beginning of several ids.
    """
    files = (
        [_shown(desk, _of_challenge(desk, path)) for path in named]
        if named
        else list(_beside_challenges(desk))
    )
    checked = [_problems(desk, path, shown) for path, shown in files]
    found = sorted((one for findings, _ in checked for one in findings), key=_in_order)
    unreadable = not all(readable for _, readable in checked)
    if named:
        return Checked(len(files), found, unreadable=unreadable)
    challenges = check_challenges(desk)
    of_names = sorted((*desk.folder.problems(), *register_places(desk.folder.root)), key=_in_order)
    return Checked(
        len(files) + challenges.files,
        found,
        challenges.findings,
        of_names,
        unreadable=unreadable or challenges.unreadable,
    )


class OfChallenges(NamedTuple):
    """The findings of so many challenge files; `unreadable` when one of them is no challenge at all."""

    files: int
    findings: Problems
    unreadable: bool


def check_challenges(desk: Desk) -> OfChallenges:
    """What is wrong with every challenge file; of those that are unchanged it is known, unless nothing is kept."""
    from hundredday.desk.survey import ask
    from hundredday.store.kept import facts
    from hundredday.store.kept.sheets import Sheet
    from hundredday.store.kept.telling import Silent

    if not desk.given.caches:
        return _anew(desk)
    speech = spoken()
    unread = Problems()

    def answer(database: sqlite3.Connection) -> OfChallenges:
        many = facts.number_checked(database, speech) + len(unread.paths)
        is_bad = bool(unread) or facts.number_unreadable(database, speech) > 0
        return OfChallenges(many, facts.findings(database, speech).also(unread), is_bad)

    return ask(desk, Sheet("checked", speech, of_text=True), Silent, unread, answer)


def _anew(desk: Desk) -> OfChallenges:
    from hundredday.desk.reading import read_files
    from hundredday.store.kept.sheets import Wanted
    from hundredday.store.kept.telling import Silent
    from hundredday.store.walking import challenge_paths

    told = read_files(desk, Silent(keeps=False), [Wanted(path) for path in challenge_paths(desk.folder.root)])
    found = sorted((one.path, one.findings) for one in told if one.findings != "[]")
    return OfChallenges(len(told), Problems.of(found), any(one.title is None for one in told))


def _beside_challenges(desk: Desk) -> Iterator[tuple[Path, str]]:
    if desk.folder.accelerator_path.is_file():
        yield desk.folder.accelerator_path, "accelerator.yaml"
    for kind in FOLDERS:
        for register in register_files(desk.folder.root, kind):
            yield desk.folder.root / register.path, register.path


def _shown(desk: Desk, path: Path) -> tuple[Path, str]:
    # With -C a name is looked for there first, as git does; otherwise where one stands.
    try:
        here, there = (Path.cwd() / path).resolve(), (desk.folder.root / path).resolve()
        full = there if there.exists() and (desk.given.directory or not here.exists()) else here
    except (OSError, RuntimeError):  # links in a circle, or a name that is too long
        return Path.cwd() / path, str(path)
    inside = full.is_relative_to(desk.folder.root)
    return full, full.relative_to(desk.folder.root).as_posix() if inside else str(path)


def _of_challenge(desk: Desk, path: Path) -> Path:
    """The file of a challenge where its id was given in place of a file; anything else as it is."""
    name = str(path)
    if not is_id(name) or _shown(desk, path)[0].exists():
        return path
    try:
        return desk.folder.absolute(desk.find(name))
    except UnknownId:
        return path


def _problems(desk: Desk, path: Path, shown: str) -> tuple[tuple[Finding, ...], bool]:
    try:
        source = read_bytes(path, shown)
        if path.name == "accelerator.yaml":
            found = accelerator_problems(source, shown)
            return found, not any(finding.blocks for finding in found)
        if kind_of(shown):
            return read_register(source, shown, known_challenges(desk)).findings, True
        return read_record(source, shown).findings, True
    except BadFile as bad:
        return bad.findings, False
    except CannotRead as failure:
        return (Finding("cannot-read", failure.text, failure.mend, place=Place(shown, 1, 1)),), False


def _in_order(finding: Finding) -> tuple[str, int, int]:
    place = finding.place
    return (place.path, place.line, place.column) if place else ("", 0, 0)
