"""Seals: annotated tags that say what the head was and what the challenges were, kept wherever tags go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hundredday.git.contents import files_at
from hundredday.git.failing import explain
from hundredday.git.refs import has_none
from hundredday.git.running import attempt, read, write
from hundredday.git.state import EXPLICIT_NAME
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from hundredday.git.repository import Repository
    from hundredday.git.signatures import Verified

PREFIX = "hundredday/seal/"


class SealTag(NamedTuple):
    """A seal as it stands in the repository.

    `goes_on` says whether the history of HEAD has the sealed commit in it; `problem` says why the seal
    itself cannot be believed, "" where it can; `signature` is what its own is worth here.
    """

    name: str
    head: str
    by: str
    on: str
    goes_on: bool
    problem: str
    signature: Verified


def seal(repository: Repository, folder: Path, head: str, on: date, *, sign: bool) -> str:
    """Seal the state of a head; the name of the tag. It is signed if told so, or if the user's git signs tags.

    Raises:
        GitFailed: there is no tag, and why.
    """
    files = files_at(repository, head, folder)
    name = _free_name(repository, on)
    message = f"Seal of {on}\n\nhead: {head}\nchallenges: {len(files)}\ndigest: sha256:{digest(files)}\n"
    answer = write(
        repository.root,
        *EXPLICIT_NAME,
        *("tag", "--sign" if sign else "--annotate", "--cleanup=verbatim", "--file=-", name, head),
        content=message.encode(),
    )
    if answer.code != 0:
        raise explain(("tag",), answer.stderr)
    return name


def seals(repository: Repository, folder: Path) -> tuple[SealTag, ...]:
    """Every seal that is here, made here or fetched, in the order of their names."""
    where = f"refs/tags/{PREFIX}"
    if has_none(repository.common_dir, where):
        return ()
    answer = read(repository.root, "for-each-ref", f"--format={_FORMAT}", where)
    if not answer.stdout:
        return ()
    merged = read(repository.root, "for-each-ref", "--merged=HEAD", "--format=%(refname)", where)
    whole = set(merged.text.split("\n"))
    rows = [row.lstrip("\n").split("\0") for row in answer.text.split("\x1e") if row.strip("\n")]
    return tuple(_seal(repository, folder, row, goes_on=row[0] in whole) for row in rows)


def digest(files: Mapping[str, str]) -> str:
    """SHA-256 over the names and the blobs of files."""
    import hashlib  # starts OpenSSL

    lines = "".join(f"{path}\0{blob}\n" for path, blob in sorted(files.items()))
    return hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()


def _seal(repository: Repository, folder: Path, row: list[str], *, goes_on: bool) -> SealTag:
    from hundredday.git.signatures import Verified, verified_tag

    ref, kind, target, who, on, message = row
    stated, sum_ = (_found(pattern, message) for pattern in (_HEAD, _DIGEST))
    if kind != "tag" or not stated or not sum_:
        problem = _("it does not say what was sealed")
    elif stated != target:
        problem = _("it stands on {target} and says {stated}").format(target=target[:10], stated=stated[:10])
    elif attempt(repository.root, "cat-file", "-e", f"{stated}^{{tree}}").code != 0:
        problem = _("the sealed commit is not in this repository")
    elif digest(files_at(repository, stated, folder)) != sum_:
        problem = _("its digest does not fit the challenges that it stands on")
    else:
        problem = ""
    name = ref.removeprefix("refs/tags/")
    signature = verified_tag(repository, name, message) if kind == "tag" else Verified("missing")
    return SealTag(name, stated or target, who, on, goes_on, problem, signature)


def _free_name(repository: Repository, on: date) -> str:
    taken = read(repository.root, "for-each-ref", "--format=%(refname)", f"refs/tags/{PREFIX}").text.split(
        "\n"
    )
    number = 1
    while f"refs/tags/{PREFIX}{on}-{number}" in taken:
        number += 1
    return f"{PREFIX}{on}-{number}"


def _found(pattern: re.Pattern[str], message: str) -> str:
    match = pattern.search(message)
    return match[1] if match else ""


_HEAD = re.compile(r"^head: ([0-9a-f]{40}|[0-9a-f]{64})$", re.MULTILINE)
_DIGEST = re.compile(r"^digest: sha256:([0-9a-f]{64})$", re.MULTILINE)
_FORMAT = "%(refname)%00%(objecttype)%00%(*objectname)%00%(taggername)%00%(taggerdate:short)%00%(contents)%1e"
