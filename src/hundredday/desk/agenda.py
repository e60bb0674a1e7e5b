"""Showing what is due: the dates of every file, and the gates that could be passed now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hundredday.desk.owing import everything_due

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.outlook.agenda import Due


def show_agenda(desk: Desk, *, days: int, person: str | None, json: bool, at: str | None = None) -> None:
    """Show what is overdue, and what is due in the next so many days, to everybody or to one person.

    It is today's, or that of the day or the commit named by `at`.
    """
    from hundredday.desk.showing import warn

    if at is not None:
        from hundredday.desk.travelling import go_back

        desk = go_back(desk, at).desk
    until = desk.today + timedelta(days=days)
    found, problems = everything_due(desk, until)
    shown = [due for due in found if _is_for(due, person)]
    warn(problems)
    name = desk.accelerator.name or desk.folder.root.name
    if json:
        desk.print_json(
            {"today": desk.today.isoformat(), "accelerator": name, "due": [_plain(due) for due in shown]}
        )
        return
    from hundredday.views.agenda import agenda

    desk.draw(agenda(shown, name=name, today=desk.today, until=until, person=person, problems=problems))


def _is_for(due: Due, person: str | None) -> bool:
    return person is None or person.casefold() in (due.who or "").casefold()


def _plain(due: Due) -> dict[str, object]:
    return {
        "on": due.on.isoformat(),
        "what": due.what,
        "who": due.who,
        "challenge": due.challenge,
        "kind": due.kind,
        "overdue": due.overdue,
    }
