"""What becomes of a file once it is settled: committed, or the merge that it was part of concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.remembering import remember
from hundredday.desk.together.incoming import incoming
from hundredday.desk.together.meeting import merge_message, name_of, next_to_settle, signs
from hundredday.git import Blobs, GitFailed, commit, head_of, refuse_unsound
from hundredday.git.joining import author_of, base_of, conclude, merge_head, settle, unmerged
from hundredday.history import Event
from hundredday.history.message import message
from hundredday.language import _
from hundredday.merging import Unmergeable, merge
from hundredday.merging.amendments import Settlement
from hundredday.merging.judging import problems_of
from hundredday.store.saving.atomic import save
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.desk.together.open_files import OpenFile
    from hundredday.git import Repository


def conclude_merge(desk: Desk, repository: Repository) -> None:
    """Commit the merge that is under way, unless something is still open; say what comes next.

    Raises:
        GitFailed: it could not be committed; everything stays settled.
    """
    if open_ := unmerged(repository):
        desk.hint(next_to_settle(desk, repository, open_))
        return
    if not desk.given.commits:
        desk.hint(_("next: {command}").format(command="git commit"))
        return
    ours, theirs = head_of(repository), merge_head(repository)
    assert ours is not None
    assert theirs is not None
    with desk.writing():
        told = merge_message(incoming(desk, repository, base_of(repository, ours, theirs), theirs))
    remember(desk, repository, conclude(repository, told, sign=signs(desk)))
    desk.say(_("The merge is finished."))
    desk.hint(_("next: {command}").format(command="hundredday sync"))


def settle_what_agrees(desk: Desk, repository: Repository, message: str) -> bool:
    """Settle what git left open and does not clash by its meaning; True when the merge could be committed.

    Where .gitattributes is older than the merge driver, git has merged line by line.
    """
    contents = Blobs(repository)
    for path, stages in unmerged(repository).items():
        if stages.ours is None or stages.theirs is None or name_of(desk, repository, path) is None:
            continue
        base, ours, theirs = (contents.read(blob) if blob else b"" for blob in stages)
        try:
            merged = merge(base, ours, theirs, path)
        except Unmergeable:
            continue
        if not merged.conflicts:
            save(repository.root / path, merged.source)
            settle(repository, repository.root / path)
    if unmerged(repository):
        return False
    conclude(repository, message, sign=signs(desk))
    return True


def settlement_of(desk: Desk) -> Settlement | None:
    """Who settles, by the name that git writes into commits, and today; None where neither is known."""
    try:
        day = desk.today
        return Settlement(day, author_of(desk.repository)) if desk.repository else None
    except (BadFile, GitFailed):
        return None


def keep_mended(desk: Desk, file: OpenFile, source: bytes) -> None:
    """Commit a file that was mended outside of a merge; one that has other problems is left to `check`."""
    repository = desk.repository
    if any(found.blocks for found in problems_of(source, file.shown)):
        desk.hint(_("next: {command}").format(command=f"hundredday check {file.shown}"))
    elif repository is not None and desk.given.commits:
        refuse_unsound(repository)
        with desk.writing():
            events = (Event("edited", _("what a merge had left in the file is settled")),)
            told = message(file.name, events)
        remember(desk, repository, commit(repository, [file.path], told, sign=signs(desk)))
