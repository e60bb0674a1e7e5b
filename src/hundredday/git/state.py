"""What state a repository is in, and whether a commit may be made in it."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, NamedTuple

from hundredday.git.dates import moment_of
from hundredday.git.failing import GitFailed, explain, locked_by_git
from hundredday.git.refs import head_in, ref_of_head
from hundredday.git.running import attempt, read, write
from hundredday.language import N_, _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from hundredday.git.repository import Repository


class State(NamedTuple):
    """Where HEAD stands and what is under way.

    `head` is the commit's id, None before the first commit; `branch` is the short name of the
    branch, None when HEAD is detached; `under_way` names an operation that is half-way, in git's word;
    `author` is who the next commit is by, `NAME <ADDRESS>`, where git was asked.
    """

    head: str | None
    branch: str | None
    under_way: str | None
    bare: bool
    shallow: bool
    author: str = ""

    @property
    def unborn(self) -> bool:
        """Whether the branch has no commit yet."""
        return self.head is None and self.branch is not None

    @property
    def detached(self) -> bool:
        """Whether no branch is checked out."""
        return self.branch is None


def state(repository: Repository) -> State:
    """The state of a repository, by reading only.

    Raises:
        GitFailed: HEAD or its branch cannot be read.
    """
    branch, head = _standing(repository)
    if head is None:
        _refuse_damaged_branch(repository, branch)
    return State(
        head,
        branch,
        _under_way(repository),
        bare=repository.root == repository.git_dir,
        shallow=(repository.common_dir / "shallow").exists(),
    )


def _standing(repository: Repository) -> tuple[str | None, str | None]:
    """The branch, None when HEAD is on none, and the commit, None before the first: asked at once where that can be."""
    ref, head = ref_and_head(repository)
    if ref and ref.startswith("refs/heads/"):
        return ref.removeprefix("refs/heads/"), head
    return _branch(repository), head_of(repository)


def ref_and_head(repository: Repository) -> tuple[str | None, str | None]:
    """The full name of the branch that HEAD stands on (`HEAD` where it is on none) and its commit; None before the first."""
    ref, head = ref_of_head(repository.git_dir), head_in(repository.git_dir, repository.common_dir)
    if ref and head:
        return ref, head
    answer = attempt(repository.root, "rev-parse", "HEAD", "--symbolic-full-name", "HEAD")
    said = answer.text.split("\n")
    return (said[1], said[0]) if answer.code == 0 and len(said) == 2 else (None, None)


def head_of(repository: Repository) -> str | None:
    """The id of the commit that HEAD stands on; None before the first commit."""
    if known := head_in(repository.git_dir, repository.common_dir):
        return known
    answer = attempt(repository.root, "rev-parse", "--verify", "--quiet", "HEAD")
    if answer.code > 1:
        raise explain(answer.arguments, answer.stderr)
    return answer.text if answer.code == 0 else None


def cut_at(repository: Repository) -> datetime | None:
    """The moment before which a shallow clone knows nothing; None when the history is whole."""
    ids = cut_commits(repository)
    if not ids:
        return None
    answer = read(
        repository.root, "log", "--no-walk=unsorted", "--no-color", "--format=%ct", "--end-of-options", *ids
    )
    return max(moment_of(f"{seconds} +0000") for seconds in answer.text.split())


def cut_commits(repository: Repository) -> frozenset[str]:
    """The ids of the commits whose parents a shallow clone does not have."""
    try:
        lines = (repository.common_dir / "shallow").read_text("ascii", "replace").split("\n")
    except OSError:
        return frozenset()
    # Git reads no further in a line than the id: what else stands there would be an option of `git log`.
    digits = len(head_of(repository) or "") or _SHA1_DIGITS
    return frozenset(filter(is_id, (line[:digits] for line in lines)))


def is_id(text: str) -> bool:
    """Whether a text is the id of an object: what a file of a stranger's says is no word for git otherwise."""
    return _ID.fullmatch(text) is not None


def refuse_unsound(repository: Repository, *, patience: float = 2.0) -> State:
    """The state of a repository in which a commit can be made now.

    Args:
        repository: the repository to write to.
        patience: seconds to wait for another git command that holds the index.

    Raises:
        GitFailed: a commit cannot or should not be made, with the reason and what mends it.
    """
    now = state(repository)
    if now.bare:
        raise GitFailed(*map(_, _BARE), code="bare")
    if now.under_way is not None:
        raise GitFailed(
            _("`{command}` is half-way in this repository: a commit now would become part of it.").format(
                command=f"git {now.under_way}"
            ),
            _mend_half_way(now.under_way),
            code="half-way",
        )
    if now.detached:
        raise GitFailed(*map(_, _DETACHED), code="detached")
    author = _author(repository)
    _wait_for(repository.git_dir / "index.lock", patience)
    return now._replace(author=author)


def _mend_half_way(operation: str) -> str:
    if operation == "merge":
        return _(
            "hundredday resolve shows what is open and finishes it; git merge --abort gives it up. "
            "Then run the command again."
        )
    return _("Finish it, or give it up with: {command}. Then run the command again.").format(
        command=_GIVE_UP[operation]
    )


def _branch(repository: Repository) -> str | None:
    answer = attempt(repository.root, "symbolic-ref", "--quiet", "HEAD")
    return answer.text.removeprefix("refs/heads/") if answer.code == 0 else None


def _under_way(repository: Repository) -> str | None:
    # These files belong to one work tree and lie in its own git folder.
    for name, operation in _MARKS:
        if (repository.git_dir / name).exists():
            return operation
    return None


def _refuse_damaged_branch(repository: Repository, branch: str | None) -> None:
    # A branch that cannot be read looks like one without a commit, or like a detached HEAD without one.
    listed = attempt(repository.root, "for-each-ref", f"refs/heads/{branch or ''}")
    if branch is None or "broken ref" in listed.stderr:
        raise explain(listed.arguments, f"broken ref\n{listed.stderr}")


def _author(repository: Repository) -> str:
    """Who the next commit is by; without a name for that and for who commits, none is made."""
    said = []
    for who in ("GIT_COMMITTER_IDENT", "GIT_AUTHOR_IDENT"):
        answer = write(repository.root, *EXPLICIT_NAME, "var", who)
        if answer.code != 0:
            raise explain(("var", who), answer.stderr)
        said.append(answer.text)
    return said[-1].rpartition("> ")[0] + ">"


def _wait_for(lock: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while lock.exists():
        if time.monotonic() >= until:
            raise locked_by_git(lock)
        time.sleep(0.05)


# A name that git guesses from the machine (root@localhost) is worth nothing in an audit.
EXPLICIT_NAME = ("-c", "user.useConfigOnly=true")

_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}", re.ASCII)
_SHA1_DIGITS = 40
_MARKS = (
    ("rebase-merge", "rebase"),
    ("rebase-apply/applying", "am"),
    ("rebase-apply", "rebase"),
    ("MERGE_HEAD", "merge"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
    ("sequencer", "cherry-pick"),
    ("BISECT_LOG", "bisect"),
)
_GIVE_UP = {
    "rebase": "git rebase --abort",
    "am": "git am --abort",
    "merge": "git merge --abort",
    "cherry-pick": "git cherry-pick --abort",
    "revert": "git revert --abort",
    "bisect": "git bisect reset",
}
_BARE = (
    N_("This is a bare git repository: it holds history but no files to work on."),
    N_("Clone it, and work in the clone."),
)
_DETACHED = (
    N_("This checkout stands on a single commit and on no branch: a change made here would be lost."),
    N_("Go back to a branch, for example with: git switch main"),
)
