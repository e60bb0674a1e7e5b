"""What the repository keeps: a file at a commit, what is tracked, and whether a file was changed."""

from __future__ import annotations

import re
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from hundredday.git.failing import GitFailed
from hundredday.git.repository import setting
from hundredday.git.revisions import resolve
from hundredday.git.running import attempt, conversation, read
from hundredday.git.state import head_of
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import IO

    from hundredday.git.repository import Repository


_AHEAD = 48
"""Questions that no pipe is too small for (4 KiB on Windows), however long git waits for us to take an answer."""


def blob_at_head(repository: Repository, path: Path) -> bytes | None:
    """A file's content at the last commit; None when the last commit has no such file."""
    head = head_of(repository)
    return None if head is None else show(repository, head, path)


def show(repository: Repository, revision: str, path: Path) -> bytes | None:
    """A file's content at a commit; None when that commit has no such file (a link is no file).

    Raises:
        UnknownRevision: there is no such commit.
        GitFailed: the content cannot be read.
    """
    blob = blob_id(repository, resolve(repository, revision), path)
    if blob is None:
        return None
    (content,) = read_blobs(repository, (blob,))
    return content


def blob_id(repository: Repository, commit: str, path: Path) -> str | None:
    """The id of a file's content at a commit; None when that commit has no such file."""
    name = repository.relative(path)
    return _blob_in(read(repository.root, *_LS_TREE, commit, "--", name).stdout, name)


def _blob_at_head(repository: Repository, path: Path) -> str | None:
    name = repository.relative(path)
    answer = attempt(repository.root, *_LS_TREE, "HEAD", "--", name)
    if answer.code == 0:
        return _blob_in(answer.stdout, name)
    head = head_of(repository)  # there is no commit yet, or it cannot be read
    return None if head is None else blob_id(repository, head, path)


def _blob_in(output: bytes, name: str) -> str | None:
    for line in _lines(output):
        mode, blob, found = _entry(line)
        if found == name and mode in _FILES:
            return blob
    return None


def is_changed(repository: Repository, path: Path, content: bytes) -> bool:
    """Whether a file's content is another than at the last commit, as git itself would see it.

    Line ends count only where git's rules for the file (`.gitattributes`, `core.autocrlf`) say so.
    A file behind a content filter (git-lfs) always counts as changed: filters are programs, and
    reading runs none.
    """
    blob = _blob_at_head(repository, path)
    if blob is None:
        return True
    if content_id(content, blob) == blob:
        return False
    unix = content.replace(b"\r\n", b"\n")
    return unix == content or content_id(unix, blob) != blob or not _is_text(repository, path)


def content_id(content: bytes, like: str) -> str:
    """The id that git gives to a content, in the kind of ids that `like` is of (SHA-1 or SHA-256)."""
    import hashlib  # starts OpenSSL

    kind = hashlib.sha256 if len(like) == _SHA256_DIGITS else hashlib.sha1
    return kind(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()


def tracked(repository: Repository, folder: Path) -> Mapping[str, str]:
    """The files that git's index knows in a folder: path from the root to blob id.

    A file with an unsettled merge conflict has the id "".
    """
    found: dict[str, str] = {}
    for line in _lines(
        read(repository.root, "ls-files", "-s", "-z", "--", _folder(repository, folder)).stdout
    ):
        about, _, path = line.partition("\t")
        _, blob, stage = about.split(" ")
        found[path] = blob if stage == "0" else ""
    return found


def files_at(repository: Repository, revision: str, folder: Path) -> Mapping[str, str]:
    """The files of a folder at a commit: path from the root to blob id. Links are left out."""
    return files_in(repository, resolve(repository, revision), _folder(repository, folder))


def files_in(repository: Repository, commit: str, name: str) -> Mapping[str, str]:
    """As `files_at`, of a folder by its name from the root, with `/` at its end."""
    output = read(repository.root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", name)
    return {path: blob for mode, blob, path in map(_entry, _lines(output.stdout)) if mode in _FILES}


def read_blobs(repository: Repository, ids: Iterable[str], *, ahead: int = _AHEAD) -> Iterator[bytes]:
    """The contents of many blobs, in the order asked for, through one process; the beginning of those without end.

    Args:
        repository: where they are kept.
        ids: which ones.
        ahead: how many are asked for before the first is taken, so that git and we work side by side.

    Raises:
        GitFailed: a blob is missing or damaged.
    """
    left, asked = iter(ids), deque[str]()
    with conversation(repository.root, "cat-file", "--batch") as (questions, answers):
        while True:
            if len(asked) <= ahead // 2:
                asked += _put(questions, islice(left, ahead - len(asked)))
            if not asked:
                return
            yield _answered(asked.popleft(), answers)


def _put(questions: IO[bytes], ids: Iterable[str]) -> list[str]:
    put = list(ids)
    for blob in put:
        if not _HEX.fullmatch(blob):  # anything else could be a question of another kind
            raise GitFailed(_("{blob} is not the id of a blob.").format(blob=repr(blob)), code="not-an-id")
    questions.write("".join(f"{blob}\n" for blob in put).encode())
    questions.flush()
    return put


def _answered(blob: str, answers: IO[bytes]) -> bytes:
    head = answers.readline().split()
    if not head:
        raise EOFError
    if len(head) != len(("id", "kind", "size")):
        raise GitFailed(
            _("The git repository is damaged: the content {blob} is missing.").format(blob=blob),
            _("Run: git fsck --full. Then fetch the repository again, or take it from a backup."),
            code="damaged",
        )
    size = int(head[2])
    content = answers.read(min(size, _LARGEST))
    left = size - len(content) + 1  # a line end follows
    while left and (passed := answers.read(min(left, _LARGEST))):
        left -= len(passed)
    if left:
        raise EOFError
    return content


def _is_text(repository: Repository, path: Path) -> bool:
    answer = read(repository.root, "check-attr", "-z", "text", "eol", "--", repository.relative(path))
    parts = _lines(answer.stdout)
    values = dict(zip(parts[1::3], parts[2::3], strict=True))
    if values["text"] == "unset":
        return False
    if values["text"] != "unspecified" or values["eol"] != "unspecified":
        return True
    return (setting(repository, "core.autocrlf") or "").lower() in {"true", "input", "yes", "on", "1"}


def _folder(repository: Repository, folder: Path) -> str:
    full = repository.root / folder
    return "." if full.resolve() == repository.root.resolve() else f"{repository.relative(folder)}/"


def _lines(output: bytes) -> list[str]:
    # Names that are no UTF-8 keep their bytes, as Python's own file names do.
    return output.decode("utf-8", "surrogateescape").split("\0")[:-1]


def _entry(line: str) -> tuple[str, str, str]:
    about, _, path = line.partition("\t")
    mode, _, blob = about.split(" ")
    return mode, blob, path


_LS_TREE = ("ls-tree", "-z", "--full-tree")
_FILES = frozenset({"100644", "100755", "100664"})
_LARGEST = 2 * 1024 * 1024
"""Bytes of a content beyond which it is no challenge's: a few of a stranger's can unfold to gigabytes."""
_HEX = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHA256_DIGITS = 64
