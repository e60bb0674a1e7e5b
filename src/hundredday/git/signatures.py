"""Signatures of commits and tags, verified by git with the programs that we name, whatever a folder's settings say."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from hundredday.git.contents import read_blobs
from hundredday.git.repository import setting
from hundredday.git.running import attempt, read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hundredday.git.repository import Repository

Worth = Literal["good", "missing", "wrong", "revoked", "unknown"]
"""What a signature is worth; `unknown` is one of a key that nobody here vouches for."""


class Verified(NamedTuple):
    """A signature: what it is worth, and whose it is as far as the key says ("" where it does not)."""

    worth: Worth
    signer: str = ""


def verified(repository: Repository, commits: Sequence[str]) -> Mapping[str, Verified]:
    """What each commit's signature is worth here.

    This and `verified_tag` are the only reading that starts programs (gpg, ssh-keygen): ours, from the
    PATH, never those that the repository names.
    """
    answers = {commit: (letter, signer) for commit, letter, signer in _answers(repository, commits)}
    kinds = dict(zip(commits, map(_kind, read_blobs(repository, commits)), strict=True))
    return {commit: _verified(*answers.get(commit, ("N", "")), kinds[commit]) for commit in commits}


def verified_tag(repository: Repository, ref: str, message: str) -> Verified:
    """What the signature of an annotated tag is worth here; it stands at the end of the message."""
    begun = re.search(r"^-----BEGIN (PGP|SSH) SIGNATURE-----$", message, re.MULTILINE)
    if begun is None:
        return Verified("missing")
    answer = attempt(repository.root, *_programs(repository), "verify-tag", "--raw", ref)
    for pattern, worth in _TAG_WORTH:
        if match := pattern.search(answer.stderr):
            return Verified(worth, match[1] if match.groups() else "")
    return Verified("wrong" if begun[1] == "SSH" else "unknown")


def _answers(repository: Repository, commits: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    asked = "".join(f"{commit}\n" for commit in commits).encode()
    answer = read(
        repository.root,
        *_programs(repository),
        *("log", "--no-walk=unsorted", "--stdin", "--no-color", "--no-decorate", "--no-notes", "--no-patch"),
        "--format=%H%x00%G?%x00%GS",
        content=asked,
    )
    for line in answer.text.splitlines():
        commit, letter, signer = line.split("\0")
        yield commit, letter, signer


def _programs(repository: Repository) -> tuple[str, ...]:
    signers = setting(repository, "gpg.ssh.allowedSignersFile")
    return (
        *("-c", f"gpg.program={_program('gpg')}"),
        *("-c", f"gpg.openpgp.program={_program('gpg')}"),
        *("-c", f"gpg.x509.program={_program('gpgsm')}"),
        *("-c", f"gpg.ssh.program={_program('ssh-keygen')}"),
        *(() if signers else ("-c", f"gpg.ssh.allowedSignersFile={os.devnull}")),
    )


def _verified(letter: str, signer: str, kind: str) -> Verified:
    if not kind:
        return Verified("missing")
    if letter == "U" and kind == "ssh":  # sound, of somebody who is in no list of signers
        return Verified("unknown")
    return Verified(_WORTH.get(letter, "unknown"), signer)


def _kind(commit: bytes) -> str:
    head, _, _ = commit.partition(b"\n\n")
    if b"\ngpgsig" not in head:
        return ""
    return "ssh" if b"-----BEGIN SSH SIGNATURE-----" in head else "gpg"


def _program(name: str) -> str:
    """The full path of a program on the PATH; one that does not exist where there is none."""
    for entry in os.environ.get("PATH", os.defpath).split(os.pathsep):
        for candidate in (Path(entry) / name, Path(entry) / f"{name}.exe"):
            if entry and candidate.is_absolute() and candidate.is_file() and os.access(candidate, os.X_OK):
                return str(candidate)
    return os.devnull


_WORTH: Mapping[str, Worth] = {
    "G": "good",
    "U": "good",
    "X": "good",  # sound when it was made; it or its key has expired since
    "Y": "good",
    "B": "wrong",
    "R": "revoked",
}

_TAG_WORTH: tuple[tuple[re.Pattern[str], Worth], ...] = (
    (re.compile(r"^\[GNUPG:\] BADSIG ", re.MULTILINE), "wrong"),
    (re.compile(r"^\[GNUPG:\] REVKEYSIG ", re.MULTILINE), "revoked"),
    (re.compile(r"^\[GNUPG:\] (?:GOOD|EXP|EXPKEY)SIG \S+ (.+)$", re.MULTILINE), "good"),
    (re.compile(r"^\[GNUPG:\] ERRSIG ", re.MULTILINE), "unknown"),
    (re.compile(r'^Good "git" signature for (.+) with \S+ key ', re.MULTILINE), "good"),
    (re.compile(r'^Good "git" signature with ', re.MULTILINE), "unknown"),
)
"""What gpg's status lines and ssh-keygen's sentence say, the worst first."""
