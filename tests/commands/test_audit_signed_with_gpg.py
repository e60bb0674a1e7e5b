"""The audit of commits that are signed with GPG: by keys of the keyring, by strangers, by nobody."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chronicle import ACCELERATOR, DANA, TIMUR, Chronicle
from office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

ASKED = f"{ACCELERATOR}settings: {{sign_commits: true}}\n"
IDEA = "format: 1\ntitle: {title}\nphase: design\n"


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A keyring of its own with Dana's and Timur's throw-away keys."""
    if not shutil.which("gpg") or not shutil.which("gpgconf"):
        pytest.skip("needs gpg")
    # A socket's path may be some hundred bytes long, so that the folder stands near the root.
    with tempfile.TemporaryDirectory(prefix="ring-", ignore_cleanup_errors=True) as folder:
        monkeypatch.setenv("GNUPGHOME", folder)
        for name, email in (DANA, TIMUR):
            gpg("--passphrase", "", "--quick-gen-key", f"{name} <{email}>", "ed25519", "sign", "never")
        yield Path(folder)
        subprocess.run(["gpgconf", "--kill", "all"], check=False, capture_output=True)


@pytest.fixture
def chronicle(tmp_path: Path, keyring: Path) -> Chronicle:
    """An accelerator that asks for signed commits, the first of them signed by Dana."""
    one = Chronicle.begun(tmp_path / "signed")
    one.git("config", "gpg.format", "openpgp")
    one.git("config", "user.signingkey", DANA[1])
    one.commit("2026-03-01", {"../accelerator": ASKED}, sign=True)
    return one


def gpg(*words: str, content: bytes = b"") -> bytes:
    command = ["gpg", "--batch", "--quiet", "--no-tty", "--pinentry-mode", "loopback", *words]
    done = subprocess.run(command, input=content, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def fingerprint(email: str) -> str:
    lines = gpg("--with-colons", "--list-keys", email).decode().splitlines()
    return next(line.split(":")[9] for line in lines if line.startswith("fpr:"))


def forget(email: str) -> None:
    gpg("--yes", "--delete-secret-and-public-key", fingerprint(email))


def found(chronicle: Chronicle, code: int) -> list[tuple[str, str, str, str]]:
    """Severity, commit, author and text of every finding; all are about signatures."""
    findings = Office(chronicle.root, "2026-11-20").run("audit", "--json", code=code).json["findings"]
    assert {one["rule"] for one in findings} <= {"unsigned-commit"}
    return [(one["severity"], one["commit"], one["who"], one["text"]) for one in findings]


def test_commits_signed_with_keys_of_the_keyring_are_accepted(chronicle: Chronicle) -> None:
    chronicle.commit("2026-03-02", {"one": IDEA.format(title="One")}, sign=True)
    chronicle.git("config", "user.signingkey", TIMUR[1])
    chronicle.commit("2026-03-03", {"two": IDEA.format(title="Two")}, by=TIMUR, sign=True)

    assert found(chronicle, code=0) == []


def test_an_unsigned_a_forged_and_a_stranger_s_commit_are_told_apart(chronicle: Chronicle) -> None:
    unsigned = chronicle.commit("2026-03-02", {"one": IDEA.format(title="One")})
    chronicle.commit("2026-03-03", {"one": IDEA.format(title="Two")}, sign=True, subject="Draft")
    forgery = chronicle.git("cat-file", "commit", "HEAD").replace("Draft", "Final") + "\n"
    forged = chronicle.git("hash-object", "-t", "commit", "-w", "--stdin", content=forgery.encode())
    chronicle.git("reset", "--quiet", "--soft", forged)
    chronicle.git("config", "user.signingkey", TIMUR[1])
    stranger = chronicle.commit("2026-03-04", {"one": IDEA.format(title="Three")}, by=TIMUR, sign=True)
    forget(TIMUR[1])

    rows = found(chronicle, code=1)

    assert rows == [
        (
            "error",
            unsigned,
            "Dana Omarova",
            "The commit is not signed, and accelerator.yaml asks for signed commits.",
        ),
        (
            "error",
            forged,
            "Dana Omarova",
            "The signature does not fit the commit: it was made for something else.",
        ),
        ("warning", stranger, "Timur Ospanov", "The commit is signed with a key that is not known here."),
    ]


def test_a_stranger_s_commit_is_accepted_once_the_key_is_imported(chronicle: Chronicle) -> None:
    public = gpg("--export", TIMUR[1])
    chronicle.git("config", "user.signingkey", TIMUR[1])
    stranger = chronicle.commit("2026-03-02", {"one": IDEA.format(title="One")}, by=TIMUR, sign=True)
    forget(TIMUR[1])

    before = found(chronicle, code=0)
    gpg("--import", content=public)

    assert [row[:2] for row in before] == [("warning", stranger)]
    assert found(chronicle, code=0) == []


def test_a_commit_of_a_revoked_key_is_found(chronicle: Chronicle, keyring: Path) -> None:
    chronicle.git("config", "user.signingkey", TIMUR[1])
    revoked = chronicle.commit("2026-03-02", {"one": IDEA.format(title="One")}, by=TIMUR, sign=True)
    certificate = keyring / "openpgp-revocs.d" / f"{fingerprint(TIMUR[1])}.rev"
    # The colon keeps a revocation from being imported by accident.
    gpg("--import", content=certificate.read_bytes().replace(b":-----BEGIN", b"-----BEGIN"))

    rows = found(chronicle, code=1)

    assert rows == [("error", revoked, "Timur Ospanov", "The commit is signed with a key that was revoked.")]


def test_a_commit_that_is_signed_with_a_colleague_s_key_is_found(chronicle: Chronicle) -> None:
    lent = chronicle.commit("2026-03-02", {"one": IDEA.format(title="One")}, by=TIMUR, sign=True)

    rows = found(chronicle, code=0)

    said = "The commit names Timur Ospanov, and is signed with a key of Dana Omarova <dana@example.org>."
    assert rows == [("warning", lent, "Timur Ospanov", said)]


def test_seals_of_keys_of_the_keyring_and_of_forgotten_and_revoked_ones_are_told_apart(
    chronicle: Chronicle, keyring: Path
) -> None:
    auditor = Office(chronicle.root, "2026-11-20")
    auditor.run("audit", "--seal")
    chronicle.git("config", "user.signingkey", TIMUR[1])
    auditor.run("audit", "--seal")

    good = auditor.run("audit", "--json").json["findings"]
    certificate = keyring / "openpgp-revocs.d" / f"{fingerprint(TIMUR[1])}.rev"
    gpg("--import", content=certificate.read_bytes().replace(b":-----BEGIN", b"-----BEGIN"))
    revoked = auditor.run("audit", "--json", code=1).json["findings"]
    forget(TIMUR[1])
    forgotten = auditor.run("audit", "--json", code=0).json["findings"]

    seal = "The seal hundredday/seal/2026-11-20-2 is signed with a key that"
    assert good == []
    assert [one["text"] for one in revoked] == [f"{seal} was revoked."]
    assert [one["text"] for one in forgotten] == [f"{seal} is not known here."]
