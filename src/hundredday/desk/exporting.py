"""Exporting: the state that was asked for is read, made into a format, and written where it was asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.exports import FORMATS
from hundredday.language import _, ngettext
from hundredday.problems import Problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hundredday.desk.desk import Desk
    from hundredday.desk.showing import Wanted
    from hundredday.exports import Format
    from hundredday.exports.state import Exported, State
    from hundredday.history.timeline import Entry
    from hundredday.outlook.agenda import Due


def export_as(desk: Desk, name: str, wanted: Wanted, *, output: str | None, table: str | None) -> None:
    """Write the challenges that are wanted, in a format: to a path, or to standard output.

    Raises:
        WrongUsage: there is no such format, table, phase or health, or the format needs a path.
        Failure: it cannot be written.
    """
    form = _format(name)
    _refuse_wrong(form, output, table)
    if form.streams:
        from hundredday.desk.exporting_whole import whole

        write_one(desk, whole(desk, wanted), output)
        return
    to_screen = output in {None, "-"}
    asked = table or ("challenges" if form.makes_files and to_screen else None)
    state = read_state(desk, wanted, history=form.asks_history and asked in {None, "events"})
    if asked is not None:
        write_one(desk, _table(state, asked, to_file=not to_screen), output)
        if table is None:
            desk.hint(
                _("This is the table challenges. --table names another one; --output DIR writes all of them.")
            )
    else:
        made = form.make(state)
        if isinstance(made, bytes):
            write_one(desk, made, output)
        else:
            _write_folder(desk, made, Path(output or "."))


def read_state(desk: Desk, wanted: Wanted, *, history: bool) -> State:
    """The accelerator as it is today, or the challenges of it that are wanted; with what happened, if asked for."""
    from hundredday.desk.showing import warn
    from hundredday.desk.unfitting import refuse_unknown, refuse_unknown_words
    from hundredday.exports.state import State

    refuse_unknown(wanted)
    problems = Problems()
    found = tuple(one for one in _read(desk, problems) if wanted.fits(one.standing))
    if not found:
        refuse_unknown_words(desk, wanted.by())
    warn(problems)
    entries = _entries(desk) if history else None
    ids = None if wanted.asks_all else {one.id for one in found}
    told = tuple(
        entry for entry in entries or () if ids is None or (entry.challenge in ids and not entry.kind)
    )
    name = desk.accelerator.name or desk.folder.root.name
    return State(name, desk.accelerator, desk.today, found, told, has_history=entries is not None)


def _read(desk: Desk, problems: Problems) -> Iterator[Exported]:
    from hundredday.desk.owing import everything_due
    from hundredday.desk.survey import calendar_of, read_all
    from hundredday.exports.state import Exported
    from hundredday.outlook.follow_up import follow_ups
    from hundredday.outlook.summary import standing

    calendar = calendar_of(desk)
    accelerator, today = desk.accelerator, desk.today
    settings = accelerator.settings
    dues: dict[str, list[Due]] = {}
    for due in everything_due(desk)[0]:
        dues.setdefault(due.challenge, []).append(due)
    for file, challenge in read_all(desk, desk.folder.challenge_files(), problems):
        stands = standing(
            challenge,
            id=file.id,
            path=file.path,
            settings=settings,
            calendar=calendar,
            today=today,
            reviews=accelerator.reviews_of(challenge.cohort),
        )
        looks = follow_ups(challenge, settings=settings, today=today)
        yield Exported(challenge, stands, tuple(dues.get(file.id, ())), looks)


def _entries(desk: Desk) -> Sequence[Entry] | None:
    """What happened, the oldest first; None, and a word about it, where nothing is known."""
    from hundredday.desk.past.telling import story, warn_of_cut, with_beside
    from hundredday.git import head_of

    if desk.repository is None:
        desk.hint(_("note: this folder is not in git, so nothing is known of what happened."))
        return None
    if head_of(desk.repository) is None:
        desk.hint(_("note: nothing has been committed yet, so nothing is known of what happened."))
        return None
    warn_of_cut(desk.repository)
    return with_beside(desk, story(desk, desk.repository, None), None)


def _format(name: str) -> Format:
    for form in FORMATS:
        if form.name == name.casefold():
            return form
    known = ", ".join(form.name for form in FORMATS)
    raise WrongUsage(
        _("There is no format “{name}”.").format(name=name), _("Formats are {known}.").format(known=known)
    )


def _refuse_wrong(form: Format, output: str | None, table: str | None) -> None:
    from hundredday.exports.tables import TABLES

    if table is not None and not form.makes_files:
        raise WrongUsage(_("--table chooses among the tables of csv."), "hundredday export csv --table goals")
    if table is not None and table not in TABLES:
        raise WrongUsage(
            _("There is no table “{name}”.").format(name=table),
            _("Tables are {known}.").format(known=", ".join(TABLES)),
        )
    if not form.is_text and output in {None, "-"}:
        raise WrongUsage(
            _("A workbook is not written to the screen."),
            f"hundredday export {form.name} --output accelerator.{form.name}",
        )


def _table(state: State, name: str, *, to_file: bool) -> bytes:
    from hundredday.exports.csv import csv_text
    from hundredday.exports.tables import TABLES

    return csv_text(TABLES[name](state)).encode("utf-8-sig" if to_file else "utf-8")


def write_one(desk: Desk, content: bytes | Iterator[bytes], output: str | None) -> None:
    """Write to a path, and say so, or to standard output; what comes in pieces is written piece by piece.

    Raises:
        WrongUsage: the path is a folder, or that of a file of an accelerator.
    """
    if output in {None, "-"}:
        sys.stdout.flush()
        sys.stdout.buffer.writelines([content] if isinstance(content, bytes) else content)
        return
    path = Path(str(output))
    if path.is_dir():
        raise WrongUsage(_("{path} is a folder.").format(path=path), _("Name a file in it."))
    _save(path, content)
    desk.say(_("Written: {path}").format(path=path))


def _write_folder(desk: Desk, files: Mapping[str, bytes], folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise WrongUsage(
            _("{path} is a file, and this writes {count} files.").format(path=folder, count=len(files)),
            _("Name a folder, or choose one table with --table."),
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        _save(folder / name, content)
    said = ngettext("Written: {count} file in {path}", "Written: {count} files in {path}", len(files))
    desk.say(said.format(count=len(files), path=folder))


def _save(path: Path, content: bytes | Iterator[bytes]) -> None:
    from hundredday.store.own_files import refuse_own_file
    from hundredday.store.saving.atomic import save

    refuse_own_file(path)
    if path.exists() and not path.is_file():  # a pipe or a device is written to, never replaced
        with path.open("wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        save(path.resolve(), content)
