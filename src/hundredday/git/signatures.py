"""Signatures of commits, verified by git with the programs that we name, whatever a folder's settings say."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from hundredday.git.contents import read_blobs
from hundredday.git.repository import setting
from hundredday.git.running import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hundredday.git.repository import Repository

Verified = Literal["good", "missing", "wrong", "revoked", "unknown"]


def verified(repository: Repository, commits: Sequence[str]) -> Mapping[str, Verified]:
    """What each commit's signature is worth here.

    This is the only reading that starts programs (gpg, ssh-keygen): ours, from the PATH, never those
    that the repository names.
    """
    letters = dict(_letters(repository, commits))
    kinds = dict(zip(commits, map(_kind, read_blobs(repository, commits)), strict=True))
    return {commit: _worth(letters.get(commit, "N"), kinds[commit]) for commit in commits}


def _letters(repository: Repository, commits: Sequence[str]) -> Iterator[tuple[str, str]]:
    signers = setting(repository, "gpg.ssh.allowedSignersFile")
    programs = (
        *("-c", f"gpg.program={_program('gpg')}"),
        *("-c", f"gpg.openpgp.program={_program('gpg')}"),
        *("-c", f"gpg.x509.program={_program('gpgsm')}"),
        *("-c", f"gpg.ssh.program={_program('ssh-keygen')}"),
        *(() if signers else ("-c", f"gpg.ssh.allowedSignersFile={os.devnull}")),
    )
    asked = "".join(f"{commit}\n" for commit in commits).encode()
    answer = read(
        repository.root,
        *programs,
        *("log", "--no-walk=unsorted", "--stdin", "--no-color", "--no-decorate", "--no-notes", "--no-patch"),
        "--format=%H %G?",
        content=asked,
    )
    for line in answer.text.splitlines():
        commit, _, letter = line.partition(" ")
        yield commit, letter


def _worth(letter: str, kind: str) -> Verified:
    if not kind:
        return "missing"
    if letter == "U" and kind == "ssh":  # sound, of somebody who is in no list of signers
        return "unknown"
    return _WORTH.get(letter, "unknown")


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


_WORTH: Mapping[str, Verified] = {
    "G": "good",
    "U": "good",
    "X": "good",  # sound when it was made; it or its key has expired since
    "Y": "good",
    "B": "wrong",
    "R": "revoked",
}
