"""One commit of exactly these files, with everything else that is staged or changed left alone."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hundredday.git.contents import blob_id, is_changed
from hundredday.git.failing import GitFailed, explain, last_words
from hundredday.git.flushing import sync_branch
from hundredday.git.running import Answer, read, write
from hundredday.git.state import EXPLICIT_NAME, head_of, ref_and_head
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from hundredday.git.repository import Repository


def commit(
    repository: Repository,
    paths: Sequence[Path],
    message: str,
    *,
    when: datetime | None = None,
    sign: bool = False,
    author: str | None = None,
) -> str:
    """Commit the present content of these files and nothing else; the id of the commit.

    A file that is gone from the work tree is committed as removed; a rename is its two paths.
    Hooks, filters and the user's own signing settings are respected. On the way back the commit
    is on the disk: its objects, and the folders of its branch. `refuse_unsound` comes first.

    Args:
        repository: where to commit.
        paths: the files, absolute or from the root of the repository.
        message: the whole message, taken word for word.
        when: author's and committer's date, with a time zone; now, when None.
        sign: sign even when the user's settings do not ask for it.
        author: who made the change, `NAME <ADDRESS>`, where that is not who commits it.

    Raises:
        GitFailed: there is no new commit; what was staged is as it was.
    """
    before = head_of(repository)
    names = _known(repository, [repository.relative(path) for path in paths], before)
    if not names:
        raise explain(("commit",), "nothing to commit")
    with _new_files_announced(repository, names):
        answer = _committed(repository, names, _ended(message), _dates(when), sign=sign, author=author)
        ref, after = ref_and_head(repository)
        after = after or head_of(repository)
        if after is None or after == before:
            raise _refusal(repository, answer)
        if answer.code != 0:
            _accept_half_told(repository, names, before, after, answer)
    sync_branch(repository, ref)
    return after


def _committed(
    repository: Repository,
    names: Sequence[str],
    message: str,
    dates: Mapping[str, str],
    *,
    sign: bool,
    author: str | None,
) -> Answer:
    return write(
        repository.root,
        *EXPLICIT_NAME,
        *("-c", "commit.status=false", "-c", "i18n.commitEncoding=UTF-8"),
        *("commit", "--only", "--quiet", "--cleanup=verbatim", "--file=-"),
        *(("--gpg-sign",) if sign else ()),
        *((f"--author={author}",) if author else ()),
        "--",
        *names,
        content=message.encode("utf-8", "replace"),
        settings=dates,
    )


def _known(repository: Repository, names: Sequence[str], head: str | None) -> list[str]:
    """The names that git can commit: those that are here now, and those that it had before."""
    here = [name for name in names if os.path.lexists(repository.root / name)]
    gone = [name for name in names if name not in here]
    if not gone:
        return here
    indexed = set(_in_index(repository, gone))
    return here + [name for name in gone if name in indexed or _is_at(repository, head, name)]


def _is_at(repository: Repository, head: str | None, name: str) -> bool:
    return head is not None and blob_id(repository, head, repository.root / name) is not None


@contextmanager
def _new_files_announced(repository: Repository, names: Sequence[str]) -> Iterator[None]:
    """Tell the index of files that it does not know yet, and take that back when no commit came."""
    known = set(_in_index(repository, names))
    new = [name for name in names if name not in known and os.path.lexists(repository.root / name)]
    if not new:
        yield
        return
    answer = write(repository.root, "add", "--intent-to-add", "--", *new)
    if answer.code != 0:
        raise explain(("add",), answer.stderr)
    try:
        yield
    except BaseException:
        head = head_of(repository)
        left = [name for name in new if not _is_at(repository, head, name)]
        if left:
            write(repository.root, "update-index", "--force-remove", "--", *left)
        raise


def _in_index(repository: Repository, names: Sequence[str]) -> list[str]:
    output = read(repository.root, "ls-files", "-z", "--", *names).stdout
    return output.decode("utf-8", "surrogateescape").split("\0")[:-1]


def _refusal(repository: Repository, answer: Answer) -> GitFailed:
    said = f"{answer.stderr}\n{answer.text}"
    failed = explain(("commit",), said)
    hooks = _hooks(repository) if answer.code == 1 and failed.code != "nothing" else []
    if not hooks:
        return failed
    words = last_words(answer.stderr)
    return GitFailed(
        _("A hook of this repository ({hooks}) refused the commit: {words}").format(
            hooks=_(" or ").join(hooks), words=words or _("it does not say why.")
        ),
        _("Do what the hook asks for, then run the command again."),
        code="hook",
        arguments=answer.arguments,
        stderr=answer.stderr,
    )


def _hooks(repository: Repository) -> list[str]:
    # Not through `read`, whose settings hide the hooks.
    answer = write(repository.root, "rev-parse", "--git-path", "hooks")
    folder = repository.root / answer.text
    return [name for name in _REFUSING_HOOKS if os.access(folder / name, os.X_OK)]


def _accept_half_told(
    repository: Repository, names: Sequence[str], before: str | None, after: str, answer: Answer
) -> None:
    # Git has been seen to report an error for a commit that exists: the branch was moved, and only
    # the index could not be written. HEAD is asked, not the exit code.
    parents = read(repository.root, "rev-list", "--max-count=1", "--parents", after).text.split()[1:]
    if parents != ([before] if before else []) or not _holds(repository, names, after):
        raise _refusal(repository, answer)
    write(repository.root, "reset", "--quiet", "--", *names)


def _holds(repository: Repository, names: Sequence[str], head: str) -> bool:
    for name in names:
        path = repository.root / name
        if not path.exists():
            if _is_at(repository, head, name):
                return False
        elif is_changed(repository, path, path.read_bytes()):
            return False
    return True


def _ended(message: str) -> str:
    return message if message.endswith("\n") else f"{message}\n"


def _dates(when: datetime | None) -> dict[str, str]:
    if when is None:
        return {}
    stamp = f"@{int(when.timestamp())} {when.strftime('%z') or '+0000'}"
    return {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}


_REFUSING_HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg")
