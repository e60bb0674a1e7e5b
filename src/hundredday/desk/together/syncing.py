"""Sharing with others: fetch, merge by meaning, check, push, and say what came in."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hundredday.desk.locking import lock
from hundredday.desk.remembering import remember
from hundredday.desk.together.concluding import settle_what_agrees
from hundredday.desk.together.driving import driver_settings
from hundredday.desk.together.incoming import MOST_LINES, Incoming, incoming
from hundredday.desk.together.meeting import (
    left_open,
    merge_message,
    refuse_unsound_result,
    same_day_notes,
    signs,
)
from hundredday.errors import ExitCode, Failure, Refused, WrongUsage
from hundredday.git import GitFailed, cut_commits, head_of, refuse_unsound
from hundredday.git.joining import base_of, count_without, forward, merge, relation, uncommitted
from hundredday.git.sharing import Upstream, fetch, push, upstream_of
from hundredday.git.waiting import Waiting
from hundredday.harmless import one_line
from hundredday.language import _, ngettext
from hundredday.store.walking import FOLDERS

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.git import Repository

PATIENCE = 5.0
"""Seconds before it is said that the remote does not answer."""

MOST_TRIES = 12
"""Times that a push is tried when others push at the same time."""


@dataclass(slots=True)
class _Round:
    """What has happened so far."""

    came: Incoming = field(default_factory=Incoming)
    notes: list[str] = field(default_factory=list)
    sent: int = 0


def sync(desk: Desk) -> ExitCode:
    """Share this branch with others, and say what came in.

    Returns:
        FINDINGS where the sides disagree: the merge stays under way, and `resolve` settles it.

    Raises:
        WrongUsage: there is nothing to share with: no git, no remote, no commit.
        Refused: something is not committed, or what was merged is not sound.
        GitFailed: the remote cannot be reached or refuses; everything that was committed is still here.
    """
    repository, branch = _ready(desk)
    upstream = upstream_of(repository, branch)
    if upstream is None:
        raise WrongUsage(
            _("This folder is not shared with anybody: git knows no remote."),
            _("Ask for the address of the shared repository, then run: git remote add origin ADDRESS"),
        )
    done = _Round()
    for attempt in range(MOST_TRIES):
        theirs = fetch(repository, upstream, _waiting(desk, upstream))
        with lock(desk):
            _refuse_another_branch(repository, branch)
            _refuse_uncommitted(desk, repository)
            if not _take_in(desk, repository, theirs, upstream, done):
                return ExitCode.FINDINGS
        if _shared(desk, repository, branch, upstream, theirs, done):
            _tell(desk, upstream, done)
            return ExitCode.DONE
        time.sleep(random.uniform(0.05, 0.2) * (attempt + 1))  # noqa: S311 (so that two do not meet again)
    _tell_came(desk, done.came)
    raise GitFailed(
        _("Others pushed at the same time, {n} times in a row.").format(n=MOST_TRIES),
        _("Your work is committed here. Run hundredday sync again in a moment."),
        code="overtaken",
    )


def _waiting(desk: Desk, upstream: Upstream) -> Waiting:
    said = _("waiting for the remote {remote} to answer; Ctrl-C stops it, and your commits are safe here")
    return Waiting(PATIENCE, lambda: desk.hint(said.format(remote=one_line(upstream.remote))))


def _ready(desk: Desk) -> tuple[Repository, str]:
    if desk.repository is None:
        raise WrongUsage(
            _("This folder is not in git, so there is nothing to share."),
            _("hundredday init makes a repository."),
        )
    if not desk.given.commits:
        raise WrongUsage(_("Sharing makes commits."), _("Leave --no-commit out."))
    state = refuse_unsound(desk.repository)
    assert state.branch is not None
    return desk.repository, state.branch


def _refuse_another_branch(repository: Repository, branch: str) -> None:
    """While the others' work was fetched, somebody may have switched to another branch here."""
    now = refuse_unsound(repository).branch
    if now != branch:
        raise Refused(
            _("Meanwhile this folder was switched from the branch {before} to {now}.").format(
                before=one_line(branch), now=one_line(now or "")
            ),
            _("Nothing was merged. Run hundredday sync again on the branch that you mean."),
        )


def _refuse_uncommitted(desk: Desk, repository: Repository) -> None:
    ours = ("accelerator.yaml", "challenges", *FOLDERS)
    names = [repository.relative(desk.folder.root / name) for name in ours]
    if changed := uncommitted(repository, names):
        shown = ", ".join(changed[:3]) + (" …" if len(changed) > 3 else "")
        raise Refused(
            _("There are changes here that are not committed: {files}.").format(files=shown),
            _("Commit them with: hundredday save. Then run hundredday sync again."),
        )


def _take_in(
    desk: Desk, repository: Repository, theirs: str | None, upstream: Upstream, done: _Round
) -> bool:
    """Bring in what the others have; False when the sides disagree."""
    ours = head_of(repository)
    match relation(repository, ours, theirs):
        case "unrelated":
            raise _unrelated(repository, upstream)
        case "behind" if theirs is not None:
            before = set(desk.folder.problems())
            forward(repository, theirs)
            done.came = done.came.joined(incoming(desk, repository, ours, theirs))
            remember(desk, repository, theirs, is_ours=False)
            refuse_unsound_result(desk, before, ours=ours, theirs=theirs)
        case "diverged" if theirs is not None and ours is not None:
            return _merged(desk, repository, ours, theirs, done)
        case _:
            pass
    return True


def _merged(desk: Desk, repository: Repository, ours: str, theirs: str, done: _Round) -> bool:
    base = base_of(repository, ours, theirs)
    came = incoming(desk, repository, base, theirs)
    before = set(desk.folder.problems())
    message = desk.written(
        merge_message(came), lambda: merge_message(incoming(desk, repository, base, theirs))
    )
    whole = merge(repository, theirs, message, driver_settings(), sign=signs(desk))
    done.came = done.came.joined(came)
    if not whole and not settle_what_agrees(desk, repository, message):
        _tell_came(desk, done.came)
        left_open(desk, repository)
        return False
    head = head_of(repository)
    assert head is not None
    remember(desk, repository, head)
    done.notes += same_day_notes(desk, repository, base, ours, theirs)
    try:
        refuse_unsound_result(desk, before, ours=ours, theirs=theirs)
    except Failure:
        _tell_came(desk, done.came)
        raise
    return True


def _shared(
    desk: Desk, repository: Repository, branch: str, upstream: Upstream, theirs: str | None, done: _Round
) -> bool:
    """Whether the others now have everything; what they did not have is pushed."""
    ours = head_of(repository)
    if ours is None:
        raise WrongUsage(
            _("Nothing is committed here, and nothing is shared yet."),
            _("Propose a candidate first: hundredday new TITLE"),
        )
    waiting = count_without(repository, ours, theirs)
    if waiting == 0 and upstream.is_set:
        return True
    if not push(repository, branch, upstream, _waiting(desk, upstream)):
        return False
    done.sent = waiting
    return True


def _unrelated(repository: Repository, upstream: Upstream) -> GitFailed:
    if cut_commits(repository):
        return GitFailed(
            _("This clone has only the end of the history, so it cannot be seen where the two went apart."),
            "git fetch --unshallow",
            code="shallow",
        )
    return GitFailed(
        _("The remote {remote} holds another history: the two have no commit in common.").format(
            remote=upstream.remote
        ),
        _(
            "Clone the shared repository into another folder and bring your files there; "
            "or name the right remote: git remote set-url {remote} ADDRESS"
        ).format(remote=upstream.remote),
        code="unrelated",
    )


def _tell(desk: Desk, upstream: Upstream, done: _Round) -> None:
    _tell_came(desk, done.came)
    for note in done.notes:
        desk.hint(note)
    if done.sent:
        said = ngettext(
            "{n} commit of yours is shared now.", "{n} commits of yours are shared now.", done.sent
        )
        desk.say(said.format(n=done.sent))
    elif not done.came.lines and not done.came.who:
        desk.say(_("Nothing new: you and {remote} have the same.").format(remote=upstream.remote))


def _tell_came(desk: Desk, came: Incoming) -> None:
    if not came.who and not came.lines:
        return
    names = ", ".join(came.who) or _("others")
    desk.say(_("From {names}:").format(names=names))
    for line in came.lines[:MOST_LINES]:
        desk.say(f"  {line}")
    if not came.lines:
        desk.say("  " + _("nothing that changes a challenge"))
    if (more := len(came.lines) - MOST_LINES) > 0:
        rest = ngettext("… and {n} more thing", "… and {n} more things", more)
        desk.say("  " + rest.format(n=more))
