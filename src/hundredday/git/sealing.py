"""Seals: annotated tags that say what the head was and what the challenges were, kept wherever tags go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hundredday.git.contents import files_at, files_in
from hundredday.git.failing import explain
from hundredday.git.running import FLUSHED, attempt, read, write
from hundredday.git.sealed import PREFIX, SEEN, TAGS
from hundredday.git.state import EXPLICIT_NAME
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from hundredday.git.repository import Repository
    from hundredday.git.signatures import Verified


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
    where = repository.relative(folder)
    message = (
        f"Seal of {on}\n\nhead: {head}\nfolder: {where}\nchallenges: {len(files)}\n"
        f"digest: sha256:{digest(files)}\n"
    )
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
    """Every seal that is here, made here or fetched, and those that were: in the order of their names."""
    merged = read(repository.root, "for-each-ref", "--merged=HEAD", "--format=%(refname)", TAGS, SEEN)
    on = set(merged.text.split("\n"))
    seen = {row.ref.removeprefix(SEEN): row for row in _rows(repository, SEEN)}
    found = []
    for row in _rows(repository, TAGS):
        known = seen.pop(row.ref.removeprefix(TAGS), row)
        one = _seal(repository, folder, row, goes_on=row.ref in on)
        if known.object != row.object and not one.problem and one.signature.worth not in _SPEAKS_FOR_ITSELF:
            problem = _("it is not the one that was here before: {object}").format(object=known.object[:10])
            one = one._replace(problem=problem)
        found.append(one)
    gone = (_seal(repository, folder, row, goes_on=row.ref in on) for row in seen.values())
    found += [one._replace(problem=_("its tag is gone from this repository")) for one in gone]
    return tuple(sorted(found, key=lambda one: one.name))


def remember(repository: Repository, *, anew: bool) -> None:
    """Know the seals that are here, so that one that goes or changes is found; those that did are forgotten if `anew`."""
    here, seen = (
        {row.ref.removeprefix(folder): row.object for row in _rows(repository, folder)}
        for folder in (TAGS, SEEN)
    )
    lines = [f"update {SEEN}{name} {id_}" for name, id_ in here.items() if anew or name not in seen]
    lines += [f"delete {SEEN}{name}" for name in seen if anew and name not in here]
    if lines:
        attempt(
            repository.root, *FLUSHED, "update-ref", "--stdin", content=("\n".join(lines) + "\n").encode()
        )


def digest(files: Mapping[str, str]) -> str:
    """SHA-256 over the names and the blobs of files."""
    import hashlib  # starts OpenSSL

    lines = "".join(f"{path}\0{blob}\n" for path, blob in sorted(files.items()))
    return hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()


class _Row(NamedTuple):
    """A reference to a seal, as git tells it."""

    ref: str
    object: str
    kind: str
    target: str
    who: str
    on: str
    message: str


def _rows(repository: Repository, where: str) -> list[_Row]:
    answer = read(repository.root, "for-each-ref", f"--format={_FORMAT}", where)
    return [_Row(*row.lstrip("\n").split("\0")) for row in answer.text.split("\x1e") if row.strip("\n")]


def _seal(repository: Repository, folder: Path, row: _Row, *, goes_on: bool) -> SealTag:
    from hundredday.git.signatures import Verified, verified_tag

    stated, sum_ = (_found(pattern, row.message) for pattern in (_HEAD, _DIGEST))
    if row.kind != "tag" or not stated or not sum_:
        problem = _("it does not say what was sealed")
    elif stated != row.target:
        problem = _("it stands on {target} and says {stated}").format(
            target=row.target[:10], stated=stated[:10]
        )
    elif attempt(repository.root, "cat-file", "-e", f"{stated}^{{tree}}").code != 0:
        problem = _("the sealed commit is not in this repository")
    elif not _fits(repository, stated, sum_, _found(_FOLDER, row.message), repository.relative(folder)):
        problem = _("its digest does not fit the challenges that it stands on")
    else:
        problem = ""
    signature = verified_tag(repository, row.ref, row.message) if row.kind == "tag" else Verified("missing")
    name = f"{PREFIX}{row.ref.removeprefix(TAGS).removeprefix(SEEN)}"
    return SealTag(name, stated or row.target, row.who, row.on, goes_on, problem, signature)


def _fits(repository: Repository, head: str, sum_: str, stated: str, folder: str) -> bool:
    """Whether a digest is that of the challenges of a head, in the folder that the seal names."""
    if stated:
        return digest(files_in(repository, head, f"{stated}/")) == sum_
    # Seals once named no folder, and the challenges may have been moved since: the paths are in the digest.
    every = files_in(repository, head, ".")
    name = folder.rpartition("/")[2]
    above = {f"/{path}".partition(f"/{name}/")[0] for path in every if f"/{name}/" in f"/{path}"}
    folders = (f"{one}/{name}/".removeprefix("/") for one in above)
    return sum_ in {digest(_under(every, one)) for one in (*folders, f"{folder}/")}


def _under(files: Mapping[str, str], folder: str) -> dict[str, str]:
    return {path: blob for path, blob in files.items() if path.startswith(folder)}


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
_SPEAKS_FOR_ITSELF = frozenset({"wrong", "revoked"})
_FOLDER = re.compile(r"^folder: ([^/].*)$", re.MULTILINE)
_FORMAT = "%(refname)%00%(objectname)%00%(objecttype)%00%(*objectname)%00%(taggername)%00%(taggerdate:short)%00%(contents)%1e"
