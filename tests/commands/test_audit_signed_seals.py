"""The audit of seals that bear a signature of their own, and of those that should."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chronicle import ACCELERATOR, DANA, Chronicle
from office import Office
from ssh_keys import make_keys

if TYPE_CHECKING:
    from pathlib import Path

SEAL = "hundredday/seal/2026-04-01-1"
ASKED = f"{ACCELERATOR}settings: {{sign_commits: true}}\n"
IDEA = "format: 1\ntitle: One\nphase: design\n"


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """Dana's SSH key, which the list of signers names, and a stranger's."""
    return make_keys(tmp_path / "keys", {"dana": DANA[1]})


@pytest.fixture
def chronicle(tmp_path: Path, keys: Path) -> Chronicle:
    one = Chronicle.begun(tmp_path / "office")
    for key, value in (
        ("gpg.format", "ssh"),
        ("user.signingkey", str(keys / "dana")),
        ("gpg.ssh.allowedSignersFile", str(keys / "allowed")),
    ):
        one.git("config", key, value)
    one.commit("2026-03-01", {"one": IDEA}, sign=True)
    return one


@pytest.fixture
def auditor(chronicle: Chronicle) -> Office:
    return Office(chronicle.root, "2026-04-01")


def found(auditor: Office, code: int) -> list[tuple[str, str, str]]:
    findings = auditor.run("audit", "--json", code=code).json["findings"]
    return [(one["rule"], one["severity"], one["text"]) for one in findings]


def test_a_seal_is_signed_where_the_accelerator_asks_for_signatures(
    chronicle: Chronicle, auditor: Office
) -> None:
    chronicle.commit("2026-03-02", {"../accelerator": ASKED}, sign=True)

    auditor.run("audit", "--seal")

    assert "BEGIN SSH SIGNATURE" in chronicle.git("cat-file", "tag", SEAL)
    assert found(auditor, code=0) == []
    assert f"signed with a key of {DANA[1]}" in " ".join(auditor.run("audit").out.split())


def test_a_plain_seal_is_enough_until_the_accelerator_asks_for_signatures(
    chronicle: Chronicle, auditor: Office
) -> None:
    auditor.run("audit", "--seal")
    before = found(auditor, code=0)

    chronicle.commit("2026-03-02", {"../accelerator": ASKED}, sign=True)
    after = found(auditor, code=0)

    assert before == []
    text = f"The seal {SEAL} is not signed, and accelerator.yaml asks for signatures."
    assert after == [("seal-broken", "warning", text)]


def test_a_seal_of_a_stranger_is_doubted_until_their_key_is_known(
    chronicle: Chronicle, auditor: Office, keys: Path
) -> None:
    chronicle.git("config", "user.signingkey", str(keys / "stranger"))
    chronicle.git("config", "tag.gpgSign", "true")
    auditor.run("audit", "--seal")

    before = found(auditor, code=0)
    with (keys / "allowed").open("a") as file:
        file.write(f"stranger@example.org {(keys / 'stranger.pub').read_text()}")

    text = f"The seal {SEAL} is signed with a key that is not known here."
    assert before == [("seal-broken", "warning", text)]
    assert found(auditor, code=0) == []


def test_a_seal_that_was_rewritten_under_its_signature_is_found(
    chronicle: Chronicle, auditor: Office
) -> None:
    chronicle.git("config", "tag.gpgSign", "true")
    auditor.run("audit", "--seal")
    chronicle.commit("2026-03-03", {"one": IDEA.replace("One", "Another")}, sign=True)
    auditor.run("audit", "--seal")
    newer = f"{SEAL[:-1]}2"

    # The signature of the first seal, put under what the second one says.
    signature = "-----BEGIN SSH" + chronicle.git("cat-file", "tag", SEAL).split("-----BEGIN SSH")[1] + "\n"
    text = chronicle.git("cat-file", "tag", newer).split("-----BEGIN SSH")[0] + signature
    forged = chronicle.git("hash-object", "-t", "tag", "-w", "--stdin", content=text.encode())
    chronicle.git("update-ref", f"refs/tags/{newer}", forged)

    said = f"The seal {newer} cannot be believed: its signature was made for something else."
    assert found(auditor, code=1) == [("seal-broken", "error", said)]


def test_no_program_that_a_folder_names_is_started_for_a_seal(
    chronicle: Chronicle, auditor: Office, tmp_path: Path
) -> None:
    chronicle.git("config", "tag.gpgSign", "true")
    auditor.run("audit", "--seal")
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for key in ("gpg.program", "gpg.ssh.program", "gpg.openpgp.program"):
        chronicle.git("config", key, str(trap))

    assert found(auditor, code=0) == []

    assert not (tmp_path / "sprung").exists()
