"""Doing what was planned: every challenge is checked before the first is written, and all are written or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.desk.changing import sound
from hundredday.desk.opening import read_file
from hundredday.desk.proposing import written
from hundredday.desk.saving_edits import commit_edits
from hundredday.desk.writing import write, write_as
from hundredday.errors import ExitCode, Failure, Refused
from hundredday.git import GitFailed, blob_at_head, head_of, is_changed, take_back
from hundredday.history import Event, events_between
from hundredday.history.message import subject
from hundredday.language import _
from hundredday.store.plain import plain
from hundredday.store.saving import CannotSave, remove, save
from hundredday.store.splicing import rewritten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.imports.plan import Plan
    from hundredday.store.folder import ChallengeFile
    from hundredday.store.records import Record


PATIENCE = 20
"""Challenges that are written before anybody wonders what is going on."""

_SETTINGS = "accelerator.yaml"


class HalfImported(Failure):
    """Something failed in the middle, and what was done before could not be taken back."""

    exit_code = ExitCode.GIT


@dataclass(frozen=True, slots=True)
class _Change:
    """One file: what it will hold, what it holds, and what that means."""

    id: str
    path: Path
    source: bytes
    old: bytes | None
    events: tuple[Event, ...] = ()
    after: Challenge | None = None
    file: ChallengeFile | None = None
    before: Record | None = None


def write_all(desk: Desk, plan: Plan, settings: bytes | None = None) -> tuple[str, ...]:
    """Write and commit each challenge of a plan, before them new settings, if any; what happened, in lines.

    Raises:
        Failure: nothing was written, or all of it was taken back, and why.
        HalfImported: that could not be done; it says how many challenges are in.
    """
    changes = [_made(desk, name, challenge) for name, challenge in plan.made.items()]
    changes += [_changed(desk, name, challenge) for name, challenge in plan.changed.items()]
    if len(changes) > PATIENCE:
        desk.hint(_("Writing {count} challenges, each with its commit …").format(count=len(changes)))
    head = head_of(desk.repository) if desk.repository else None
    done: list[_Change] = []
    try:
        if settings is not None:
            done.append(_Change(_SETTINGS, desk.folder.accelerator_path, settings, _settings(desk)))
            _write_settings(desk, done[-1])
        for change in changes:
            done.append(change)
            if change.file and change.before:
                commit_edits(desk, change.file, change.before)
            change.path.parent.mkdir(parents=True, exist_ok=True)
            _write(desk, change)
    except BaseException as failed:
        _take_back(desk, head, done, failed)
        raise
    first = (_("{name}: settings imported").format(name=_SETTINGS),) if settings is not None else ()
    return (*first, *(subject(change.id, change.events) for change in changes))


def _write(desk: Desk, change: _Change) -> None:
    if change.old is None and desk.repository and blob_at_head(desk.repository, change.path) == change.source:
        save(change.path, change.source)  # it was removed and not committed: to bring it back needs no commit
        return
    with desk.writing():  # the commit speaks the accelerator's language, the screen the user's
        events = events_between(change.before.challenge if change.before else None, change.after)
    write(desk, change.path, change.source, old=change.old, id=change.id, events=events)


def _made(desk: Desk, id: str, challenge: Challenge) -> _Change:
    path = desk.folder.new_path(id, challenge.cohort)
    source = sound(None, written(desk, path, challenge), path.relative_to(desk.folder.root).as_posix())
    return _Change(id, path, source, None, events_between(None, challenge), challenge)


def _changed(desk: Desk, id: str, challenge: Challenge) -> _Change:
    file = desk.find(id)
    before = read_file(desk.folder, file)
    source = sound(before, rewritten(before.document, plain(challenge)), file.path)
    events = events_between(before.challenge, challenge)
    return _Change(
        id, desk.folder.absolute(file), source, before.document.source, events, challenge, file, before
    )


def _settings(desk: Desk) -> bytes | None:
    path = desk.folder.accelerator_path
    old = path.read_bytes() if path.is_file() else None
    if old is not None and desk.repository and desk.given.commits and is_changed(desk.repository, path, old):
        raise Refused(
            _("{name} was edited by hand and is not committed.").format(name=_SETTINGS), "hundredday save"
        )
    return old


def _write_settings(desk: Desk, change: _Change) -> None:
    with desk.writing():
        message = _("{name}: settings imported").format(name=_SETTINGS) + "\n"
    write_as(desk, change.path, change.source, old=change.old, id=change.id, message=message)


def _put_back(change: _Change) -> None:
    if change.old is None:
        remove(change.path)
    else:
        save(change.path, change.old)


def _take_back(desk: Desk, head: str | None, done: Sequence[_Change], failed: BaseException) -> None:
    """Undo the changes, the last one first; the one that failed has put its own file back."""
    before = done[:-1]
    if not before:
        return
    try:
        if desk.repository and desk.given.commits and (now := head_of(desk.repository)) and now != head:
            take_back(desk.repository, head, now, [change.path for change in done])
        for change in reversed(before):
            _put_back(change)
    except (GitFailed, CannotSave) as again:
        raise HalfImported(
            _(
                "{count} challenges are imported and committed; then {id} failed, and taking back did too: {why}"
            ).format(count=len(before), id=done[-1].id, why=again.text),
            _(
                "Mend what stands in the way ({reason}), and run the import again: what is there is passed over."
            ).format(reason=failed),
        ) from failed
