"""Showing what is due: the dates of every file, and the gates that could be passed now."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

from hundredday.desk.owing import everything_due
from hundredday.desk.showing import SCREENFUL, warn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.outlook.agenda import Due


_HEADER, _HEADING, _MORE = 3, 2, 2
"""Lines above all that is due (with the shell's own below it), above each group, and to say that there is more."""


def show_agenda(
    desk: Desk, *, days: int, person: str | None, every: bool, json: bool, at: str | None = None
) -> None:
    """Show what is overdue, and what is due in the next so many days, to everybody or to one person.

    It is today's, or that of the day or the commit named by `at`; as much of it as fits on the screen, or all.

    Raises:
        WrongUsage: nobody is called so.
    """
    if at is not None:
        from hundredday.desk.past.travelling import go_back

        desk = go_back(desk, at).desk
    until = desk.today + timedelta(days=days)
    found, problems = everything_due(desk, until)
    shown = found if person is None else _owed_by(desk, person, found)
    warn(problems)
    if json:
        desk.print_json(_document(desk, shown, problems))
        return
    from hundredday.views.agenda import agenda, by_time

    groups = by_time(shown, desk.today)
    cut = groups if every else _fitting(groups)
    desk.draw(
        agenda(
            cut,
            numbers=[len(group) for group in groups],
            name=_name(desk),
            today=desk.today,
            until=until,
            person=person,
            problems=problems,
        )
    )


def _fitting(groups: Sequence[Sequence[Due]]) -> list[Sequence[Due]]:
    """As much of each group as fits on the screen: what is long overdue never hides what is due today."""
    from hundredday.views.agenda import NARROWEST_ROW

    columns, lines = shutil.get_terminal_size((80, SCREENFUL))
    each = 1 if columns >= NARROWEST_ROW else 2  # where a row is broken, the header is too
    free = lines - _HEADER - (each - 1) - _HEADING * sum(map(bool, groups))
    if each * sum(map(len, groups)) <= free:
        return list(groups)
    room = max((free - _MORE) // each, 0)
    cut = list(groups)
    by_size = sorted(range(len(groups)), key=lambda at: len(groups[at]))
    for left, at in zip(range(len(groups), 0, -1), by_size, strict=True):
        cut[at] = groups[at][: max(room // left, 1)]
        room -= len(cut[at])
    return cut


def _owed_by(desk: Desk, person: str, found: Sequence[Due]) -> list[Due]:
    """What somebody owes of it; a name is refused that nobody has, in the files or among those who owe more later."""
    from hundredday.nearest import is_part_of

    shown = [due for due in found if is_part_of(person, due.who)]
    if not shown and not any(is_part_of(person, due.who) for due in everything_due(desk)[0]):
        from hundredday.desk.people import refuse_nobody

        refuse_nobody(desk, person)
    return shown


def _document(desk: Desk, shown: Sequence[Due], problems: Sequence[Finding]) -> dict[str, object]:
    return {
        "today": desk.today.isoformat(),
        "accelerator": _name(desk),
        "problems": [finding.plain() for finding in problems],
        "due": [_plain(due) for due in shown],
    }


def _name(desk: Desk) -> str:
    return desk.accelerator.name or desk.folder.root.name


def _plain(due: Due) -> dict[str, object]:
    return {
        "on": due.on.isoformat(),
        "what": due.what,
        "who": due.who,
        "challenge": due.challenge,
        "kind": due.kind,
        "overdue": due.overdue,
    }
