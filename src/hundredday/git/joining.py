"""Two histories joined: how they stand to each other, a merge, what it left open, and how it is concluded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from hundredday.git.failing import GitFailed, explain, last_words
from hundredday.git.flushing import sync_branch, sync_files, sync_merge, sync_paths
from hundredday.git.listing import TEXT
from hundredday.git.running import Begun, attempt, read, write
from hundredday.git.state import EXPLICIT_NAME, head_of, is_id
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hundredday.git.repository import Repository

Relation = Literal["same", "behind", "ahead", "diverged", "unrelated"]


class Stages(NamedTuple):
    """The contents of a file that a merge left open, by their ids; None where a version has no such file."""

    base: str | None = None
    ours: str | None = None
    theirs: str | None = None


def relation(repository: Repository, ours: str | None, theirs: str | None) -> Relation:
    """How our branch stands to theirs; None is a branch without a commit."""
    if ours == theirs:
        return "same"
    if ours is None or theirs is None:
        return "behind" if ours is None else "ahead"
    base = base_of(repository, ours, theirs)
    if base is None:
        return "unrelated"
    return "behind" if base == ours else "ahead" if base == theirs else "diverged"


def base_of(repository: Repository, ours: str, theirs: str) -> str | None:
    """The last commit that two histories have in common."""
    answer = attempt(repository.root, "merge-base", ours, theirs)
    return answer.text.splitlines()[0] if answer.code == 0 else None


def count_without(repository: Repository, head: str, known: str | None) -> int:
    """How many commits a history has that another does not."""
    limit = (f"^{known}",) if known else ()
    return int(read(repository.root, "rev-list", "--count", head, *limit, "--").text)


def authors_of(repository: Repository, head: str, known: str | None, names: Sequence[str] = ()) -> list[str]:
    """Who made the commits that a history has and another does not, the latest first; merges do not count."""
    limit = (f"^{known}",) if known else ()
    said = Begun(
        repository.root,
        *("log", "--no-merges", "--no-color", "--no-notes", "--encoding=UTF-8", "-z", f"--format={TEXT}%an"),
        *(head, *limit, "--", *names),
    )
    return list(dict.fromkeys(filter(None, (name.decode("utf-8", "replace")[1:] for name in said.parts()))))


def author_of(repository: Repository) -> str:
    """The name that stands in the next commit made here.

    Raises:
        GitFailed: git does not know who works here.
    """
    answer = write(repository.root, *EXPLICIT_NAME, "var", "GIT_AUTHOR_IDENT")
    if answer.code != 0:
        raise explain(answer.arguments, answer.stderr)
    return answer.text.rpartition(" <")[0]


def uncommitted(repository: Repository, names: Sequence[str]) -> list[str]:
    """The files of these folders that git knows and that were changed since the last commit."""
    answer = write(
        repository.root,
        *("status", "--porcelain", "-z", "--untracked-files=no", "--no-renames", "--ignore-submodules=all"),
        *("--", *names),
    )
    if answer.code != 0:
        raise explain(answer.arguments, answer.stderr)
    return [line[3:] for line in answer.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1]]


def forward(repository: Repository, commit: str) -> None:
    """Move the branch and the files on to a commit that goes on from it.

    Raises:
        GitFailed: something that was not committed is in the way; nothing was changed.
    """
    before = head_of(repository)
    answer = write(
        repository.root,
        *(*EXPLICIT_NAME, "merge", "--quiet", "--ff-only", "--no-autostash", "--no-edit", commit),
    )
    if answer.code != 0 or head_of(repository) != commit:
        raise _refused(answer.arguments, answer.stderr)
    sync_files(repository, before, commit)
    sync_branch(repository)


def merge(
    repository: Repository, commit: str, message: str, settings: Mapping[str, str], *, sign: bool = False
) -> bool:
    """Merge a commit into the branch; False when something is left open, and the merge stays under way.

    Args:
        repository: where to merge; `refuse_unsound` comes first.
        commit: what is merged.
        message: the whole message of the merge.
        settings: settings of git for this one run, such as a merge driver.
        sign: sign even when the user's settings do not ask for it.

    Raises:
        GitFailed: nothing was merged, and why.
    """
    before = head_of(repository)
    given = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
    answer = write(
        repository.root,
        *(*EXPLICIT_NAME, *given, "merge", "--quiet"),
        *("--no-ff", "--no-autostash", "--no-edit", "--no-squash"),
        *("--commit", "--cleanup=verbatim", *(("--gpg-sign",) if sign else ()), "-m", message, commit),
    )
    after = head_of(repository)
    if after is not None and after != before:
        sync_files(repository, before, after)
        sync_branch(repository)
        return True
    if left := unmerged(repository):
        sync_paths(repository, list(left))
        sync_merge(repository)
        return False
    if merge_head(repository) is not None:  # a hook refused the commit, or it could not be signed
        write(repository.root, "merge", "--abort")
        raise _not_committed(answer.stderr)
    raise _refused(("merge",), answer.stderr)


def _not_committed(stderr: str) -> GitFailed:
    return GitFailed(
        _(
            "The merge was refused by a hook of this repository or by the signing of its commit: {words}"
        ).format(words=last_words(stderr)),
        _("Do what it asks for, then run the command again. Nothing was merged."),
        code="hook",
        arguments=("merge",),
        stderr=stderr,
    )


def merge_head(repository: Repository) -> str | None:
    """The commit that is being merged; None when no merge is under way."""
    try:
        said = (repository.git_dir / "MERGE_HEAD").read_text("ascii")[:64].split()[0]
    except (OSError, ValueError, IndexError):
        return None
    return said if is_id(said) else None


def unmerged(repository: Repository) -> Mapping[str, Stages]:
    """The files that a merge left open, by their paths from the root."""
    found: dict[str, Stages] = {}
    output = read(repository.root, "ls-files", "--unmerged", "-z", "--full-name").stdout
    for line in output.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        about, _tab, path = line.partition("\t")
        _mode, blob, stage = about.split(" ")
        found[path] = found.get(path, Stages())._replace(**{Stages._fields[int(stage) - 1]: blob})
    return found


def settle(repository: Repository, path: Path) -> None:
    """Tell git that a file is settled as it lies in the work tree, or gone from it."""
    name = repository.relative(path)
    arguments = ("add", "--", name) if path.exists() else ("rm", "--quiet", "--cached", "--", name)
    answer = write(repository.root, *arguments)
    if answer.code != 0:
        raise explain(answer.arguments, answer.stderr)


def conclude(repository: Repository, message: str, *, sign: bool = False) -> str:
    """Commit the merge that is under way, with everything settled; the id of the commit.

    Raises:
        GitFailed: it was not committed, and the merge is still under way.
    """
    before = head_of(repository)
    answer = write(
        repository.root,
        *(*EXPLICIT_NAME, "-c", "commit.status=false", "-c", "i18n.commitEncoding=UTF-8"),
        *("commit", "--quiet", "--cleanup=verbatim", "--file=-", *(("--gpg-sign",) if sign else ())),
        content=message.encode("utf-8", "replace"),
    )
    after = head_of(repository)
    if after is None or after == before:
        raise explain(answer.arguments, f"{answer.stderr}\n{answer.text}")
    sync_branch(repository)
    return after


def _refused(arguments: tuple[str, ...], stderr: str) -> GitFailed:
    in_the_way = _IN_THE_WAY.search(stderr)
    if in_the_way is None:
        return explain(arguments, stderr)
    files = ", ".join(line.strip() for line in in_the_way["files"].splitlines() if line.strip())
    return GitFailed(
        _("What came in changes files that are not committed here: {files}.").format(files=files),
        _("Commit them (hundredday save), or move them away; nothing was merged."),
        code="in-the-way",
        arguments=arguments,
        stderr=stderr,
    )


_IN_THE_WAY = re.compile(
    r"(?:local changes to the following files would be overwritten|working tree files would be overwritten)"
    r"[^\n]*\n(?P<files>(?:\t[^\n]*\n)+)"
)
