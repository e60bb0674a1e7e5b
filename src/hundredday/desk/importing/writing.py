"""Doing what was planned: every file is made and checked before the first is written, and all are written or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.importing.changes import changes_of
from hundredday.desk.saving_edits import commit_edits
from hundredday.desk.writing import write_as
from hundredday.errors import ExitCode, Failure
from hundredday.git import GitFailed, blob_at_head, head_of, take_back
from hundredday.language import _
from hundredday.store.saving.atomic import CannotSave, remove, save

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.desk.desk import Desk
    from hundredday.desk.importing.changes import Change
    from hundredday.imports.plan import Plan

PATIENCE = 20
"""Files that are written before anybody wonders what is going on."""


class HalfImported(Failure):
    """Something failed in the middle, and what was done before could not be taken back."""

    exit_code = ExitCode.GIT


def write_all(desk: Desk, plan: Plan) -> tuple[str, ...]:
    """Write and commit everything of a plan; what happened, in lines.

    Raises:
        Failure: nothing was written, or all of it was taken back, and why.
        HalfImported: that could not be done; it says how many files are in.
    """
    changes = changes_of(desk, plan)
    if len(changes) > PATIENCE:
        desk.hint(_("Writing {count} files, each with its commit …").format(count=len(changes)))
    head = head_of(desk.repository) if desk.repository else None
    done: list[Change] = []
    try:
        for change in changes:
            done.append(change)
            if change.file and change.before:
                commit_edits(desk, change.file, change.before)
            _write(desk, change)
    except BaseException as failed:
        _take_back(desk, head, done, failed)
        raise
    return tuple(change.told for change in changes)


def _write(desk: Desk, change: Change) -> None:
    change.path.parent.mkdir(parents=True, exist_ok=True)
    if change.old is None and desk.repository and blob_at_head(desk.repository, change.path) == change.source:
        save(change.path, change.source)  # it was removed and not committed: to bring it back needs no commit
        return
    write_as(desk, change.path, change.source, old=change.old, id=change.id, message=change.message)


def _take_back(desk: Desk, head: str | None, done: Sequence[Change], failed: BaseException) -> None:
    """Undo the changes, the last one first; the one that failed has put its own file back."""
    before = done[:-1]
    if not before:
        return
    try:
        if desk.repository and desk.given.commits and (now := head_of(desk.repository)) and now != head:
            take_back(desk.repository, head, now, [change.path for change in done])
        for change in reversed(before):
            if change.old is None:
                remove(change.path)
            else:
                save(change.path, change.old)
    except (GitFailed, CannotSave) as again:
        raise HalfImported(
            _(
                "{count} files are imported and committed; then {id} failed, and taking back did too: {why}"
            ).format(count=len(before), id=done[-1].id, why=again.text),
            _(
                "Mend what stands in the way ({reason}), and run the import again: what is there is passed over."
            ).format(reason=failed),
        ) from failed
