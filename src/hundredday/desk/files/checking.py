"""Checking files: every problem of every file, and how findings are printed."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.desk.opening import CannotRead, read_bytes
from hundredday.desk.registers.kinds import known_challenges
from hundredday.errors import ExitCode
from hundredday.findings import Finding, Place
from hundredday.language import _, ngettext, spoken
from hundredday.store.accelerators import accelerator_problems
from hundredday.store.document import BadFile
from hundredday.store.ids import is_id
from hundredday.store.limits import MOST_PROBLEMS
from hundredday.store.records import read_record
from hundredday.store.refusals import UnknownId
from hundredday.store.registers import (
    kind_of,
    read_register,
    register_files,
    register_places,
)
from hundredday.store.walking import FOLDERS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from hundredday.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of so many files; `unreadable` when one of them is no challenge at all."""

    files: int
    findings: tuple[Finding, ...]
    unreadable: bool

    @property
    def is_ok(self) -> bool:
        return not any(finding.blocks for finding in self.findings)

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
    found = [finding for findings, _readable in checked for finding in findings]
    unreadable, many = not all(readable for _findings, readable in checked), len(files)
    if not named:
        challenges = check_challenges(desk)
        found += [*challenges.findings, *desk.folder.problems(), *register_places(desk.folder.root)]
        unreadable, many = unreadable or challenges.unreadable, many + challenges.files
    return Checked(many, tuple(sorted(found, key=_in_order)), unreadable)


def check_challenges(desk: Desk) -> Checked:
    """What is wrong with every challenge file; of those that are unchanged it is known, unless nothing is kept."""
    from hundredday.desk.survey import ask
    from hundredday.store import facts
    from hundredday.store.sheets import Sheet
    from hundredday.store.telling import Silent

    if not desk.given.caches:
        return _anew(desk)
    speech = spoken()
    unread: list[Finding] = []

    def answer(database: sqlite3.Connection) -> Checked:
        found = (*facts.findings(database, speech), *unread)
        bad = facts.problems(database, speech)
        return Checked(facts.number_checked(database, speech) + len(unread), found, bool(bad or unread))

    return ask(desk, Sheet("checked", speech, of_text=True), Silent, unread, answer)


def _anew(desk: Desk) -> Checked:
    from hundredday.desk.reading import read_files
    from hundredday.store.kept_findings import findings_from
    from hundredday.store.sheets import Wanted
    from hundredday.store.telling import Silent
    from hundredday.store.walking import challenge_paths

    told = read_files(
        desk, Silent(keeps=False), [Wanted(path, None) for path in challenge_paths(desk.folder.root)]
    )
    found = tuple(finding for one in told if one.findings != "[]" for finding in findings_from(one.findings))
    return Checked(len(told), found, any(one.title is None for one in told))


def show(desk: Desk, checked: Checked, form: str) -> None:
    """Print findings as text, as JSON, as annotations of GitHub, or as SARIF."""
    if form == "json":
        rows = [finding.plain() for finding in checked.findings]
        desk.print_json({"ok": checked.is_ok, "files": checked.files, "findings": rows})
    elif form == "github":
        from hundredday.desk.files.annotating import github_lines

        for line in github_lines(desk, checked.findings):
            sys.stdout.write(f"{line}\n")
    elif form == "sarif":
        from hundredday.desk.files.annotating import sarif

        desk.print_json(sarif(desk, checked.findings))
    else:
        _show_text(desk, checked)


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


def _show_text(desk: Desk, checked: Checked) -> None:
    files = ngettext("{n} file", "{n} files", checked.files).format(n=checked.files)
    if not checked.findings:
        desk.say(_("{files} checked: all is well.").format(files=files))
        return
    from hundredday.views.findings import findings_text

    desk.draw(findings_text(checked.findings))
    _say_where_there_are_more(desk, checked)
    errors = sum(finding.blocks for finding in checked.findings)
    warnings = len(checked.findings) - errors
    desk.say(
        _("{files} checked: {errors}, {warnings}.").format(
            files=files,
            errors=ngettext("{n} error", "{n} errors", errors).format(n=errors),
            warnings=ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
        )
    )


def _say_where_there_are_more(desk: Desk, checked: Checked) -> None:
    of_file = Counter(finding.place.path for finding in checked.findings if finding.place)
    for path, number in of_file.items():
        if number >= MOST_PROBLEMS:
            desk.hint(
                _("note: {path} has more problems than these; a file's first {number} are shown.").format(
                    path=path, number=MOST_PROBLEMS
                )
            )
