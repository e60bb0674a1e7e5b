"""Locks that git left behind: shown with age and owner, and taken away when a person says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.locking import hold
from hundredday.desk.recovering import recover
from hundredday.desk.terminal.asking import can_ask, confirm
from hundredday.errors import WrongUsage
from hundredday.git import GitFailed, at_work, described, lock_files
from hundredday.language import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.git import Repository


def unlock(desk: Desk, *, yes: bool) -> None:
    """Show git's locks and take them away, when a person or `yes` says so and no git is at work.

    Raises:
        GitFailed: a git command is at work here, or a lock cannot be taken away.
        WrongUsage: there is nobody to ask.
    """
    repository = desk.repository
    with hold(desk):
        left = lock_files(repository) if repository else ()
        if repository and left:
            _refuse_at_work(repository)
            for lock in left:
                desk.say(described(lock))
            if not yes and not _agreed(len(left)):
                desk.say(_("Nothing was changed."))
                return
            for lock in left:
                _remove(lock)
        recover(desk)
    desk.say(
        ngettext("The lock is taken away.", "{count} locks are taken away.", len(left)).format(
            count=len(left)
        )
        if left
        else _("No git command has left a lock here.")
    )


def _refuse_at_work(repository: Repository) -> None:
    if numbers := at_work(repository):
        raise GitFailed(
            _("A git command is at work here (process {numbers}); its lock stays.").format(
                numbers=", ".join(map(str, numbers))
            ),
            _("Wait until it has ended; if it hangs, end it first."),
            code="locked",
        )


def _agreed(count: int) -> bool:
    if not can_ask():
        raise WrongUsage(
            _("There is no terminal to ask on, so the locks stay."),
            _("If no git command is running, run: hundredday setup --unlock --yes"),
        )
    return confirm(
        ngettext(
            "No git command seems to be at work here. Take this lock away?",
            "No git command seems to be at work here. Take these locks away?",
            count,
        )
    )


def _remove(lock: Path) -> None:
    try:
        lock.unlink(missing_ok=True)
    except OSError as error:
        raise GitFailed(
            _("{path} could not be taken away: {reason}.").format(path=lock, reason=error.strerror),
            _("Ask whoever owns the folder to do it."),
            code="read-only",
        ) from error
