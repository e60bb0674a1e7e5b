"""A clock that is wrong is said where something is written; nothing is refused for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import CLOCKS_DIFFER
from hundredday.git.dates import own_and_newest_parent
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.git import Repository


def mention_commit(desk: Desk, repository: Repository, head: str) -> None:
    """Say that a commit just made is older than the one it builds on: the audit will find it."""
    dates = own_and_newest_parent(repository, head)
    if dates is None or dates[1] - dates[0] <= CLOCKS_DIFFER:
        return
    own, parent = (f"{moment:%Y-%m-%d %H:%M} UTC" for moment in dates)
    said = _(
        "warning: this commit is dated {own}, and the one before it {parent}. hundredday audit will find it."
    ).format(own=own, parent=parent)
    desk.hint(f"{said}\n{_mend()}")


def mention_days_ahead(desk: Desk, id: str, challenge: Challenge) -> None:
    """Say that something is in the file that, by the clock of this machine, has not happened yet."""
    last = max(_happened(challenge), default=None)
    if desk.given.today is not None or last is None or last <= desk.today:
        return
    said = _("warning: {id} tells of {day}, and by the clock of this machine today is {today}.").format(
        id=id, day=last, today=desk.today
    )
    desk.hint(f"{said}\n{_mend()}")


def _happened(challenge: Challenge) -> Iterator[date]:
    """Days on which something happened, as the file tells it."""
    for section in (challenge.design, challenge.acceleration, challenge.sustainability):
        if section and section.entered:
            yield section.entered
    guardrails = challenge.acceleration.guardrails if challenge.acceleration else {}
    goals = (goal.readings for goal in challenge.goals.values())
    for readings in (*goals, *(guardrail.readings for guardrail in guardrails.values())):
        yield from (reading.date for reading in readings)


def _mend() -> str:
    return _("If the clock is wrong, set it right before the next change; if a date is, mend it in the file.")
