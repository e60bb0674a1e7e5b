"""The audit of a history as a whole: rewritten, sealed, cut off, replaced, signed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from chronicle import ACCELERATOR, Chronicle
from life import CLAIMS
from office import Office
from ssh_keys import make_keys

if TYPE_CHECKING:
    from collections.abc import Callable

CANDIDATE = "format: 1\ntitle: {title}\nphase: design\n"
SEEN = "refs/hundredday/seen/main"


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    """Three challenges, each in a commit of its own."""
    one = Chronicle.begun(tmp_path / "by-hand")
    for day, id_ in enumerate(("one", "two", "three"), 1):
        one.commit(f"2026-03-0{day}", {id_: CANDIDATE.format(title=id_)})
    return one


@pytest.fixture
def auditor(chronicle: Chronicle) -> Office:
    return Office(chronicle.root, "2026-04-01")


def rules(office: Office, code: int = 1) -> list[str]:
    return [finding["rule"] for finding in office.run("audit", "--json", code=code).json["findings"]]


def amend(chronicle: Chronicle) -> None:
    chronicle.git("commit", "--quiet", "--amend", "--message=Otherwise")


def rebase(chronicle: Chronicle) -> None:
    chronicle.git("rebase", "--quiet", "--onto", "HEAD~2", "HEAD~1")


def force_push(chronicle: Chronicle) -> None:
    # Somebody else pushed another history, and it was fetched and taken over here.
    other = chronicle.root.with_name("elsewhere")
    chronicle.git("clone", "--quiet", "--no-tags", str(chronicle.root), str(other))
    there = Chronicle(other)
    there.git("reset", "--quiet", "--hard", "HEAD~1")
    there.commit("2026-03-05", {"four": CANDIDATE.format(title="four")})
    chronicle.git("fetch", "--quiet", "--force", str(other), "main:refs/remotes/origin/main")
    chronicle.git("reset", "--quiet", "--hard", "refs/remotes/origin/main")


def filter_branch(chronicle: Chronicle) -> None:
    chronicle.git(
        *("filter-branch", "--force", "--env-filter", "export GIT_AUTHOR_NAME=Nobody", "HEAD~2..HEAD"),
        env={"FILTER_BRANCH_SQUELCH_WARNING": "1"},
    )


@pytest.mark.parametrize("rewrite", [amend, rebase, force_push, filter_branch])
def test_a_history_rewritten_after_a_seal_is_found_even_in_a_fresh_clone(
    rewrite: Callable[[Chronicle], None], chronicle: Chronicle, auditor: Office, tmp_path: Path
) -> None:
    auditor.run("audit", "--seal")
    rewrite(chronicle)
    chronicle.git("clone", "--quiet", str(chronicle.root), str(tmp_path / "clone"))
    clone = Office(tmp_path / "clone")

    here, there = rules(auditor), rules(clone)

    assert here == ["history-rewritten", "history-rewritten"]
    assert there == ["history-rewritten"]
    assert (
        "does not go on from the state sealed on"
        in clone.run("audit", "--json", code=1).json["findings"][0]["text"]
    )


def test_a_history_that_goes_on_from_its_seals_is_sound(chronicle: Chronicle, auditor: Office) -> None:
    first = auditor.run("audit", "--seal")
    chronicle.commit("2026-03-05", {"four": CANDIDATE.format(title="four")})
    second = auditor.run("audit", "--seal")

    shown = auditor.run("audit")

    assert "hundredday/seal/2026-04-01-1" in first.err
    assert "hundredday/seal/2026-04-01-2" in second.err
    assert shown.out.count("this history goes on from it") == 2
    assert chronicle.git("cat-file", "-t", "hundredday/seal/2026-04-01-1") == "tag"


def test_a_seal_says_head_and_digest_and_one_that_does_not_fit_is_found(
    chronicle: Chronicle, auditor: Office
) -> None:
    auditor.run("audit", "--seal")
    message = chronicle.git("tag", "--list", "--format=%(contents)", "hundredday/seal/*")
    head = chronicle.head
    assert f"head: {head}\nfolder: challenges\nchallenges: 3\ndigest: sha256:" in message

    digit = message.index("sha256:") + 7
    forged = f"{message[:digit]}{'0' if message[digit] != '0' else '1'}{message[digit + 1 :]}"
    chronicle.git("tag", "--annotate", "--force", f"--message={forged}", "hundredday/seal/2026-04-01-1", head)
    chronicle.git("tag", "--annotate", f"--message={message}", "hundredday/seal/moved", "HEAD~1")
    chronicle.git("tag", "hundredday/seal/plain")
    found = auditor.run("audit", "--json", code=1).json["findings"]

    assert [one["rule"] for one in found] == ["seal-broken"] * 3
    assert "digest does not fit" in found[0]["text"]
    assert f"stands on {chronicle.git('rev-parse', 'HEAD~1')[:10]}" in found[1]["text"]
    assert "does not say what was sealed" in found[2]["text"]


def test_commits_that_vanish_are_named_until_somebody_seals(chronicle: Chronicle, auditor: Office) -> None:
    lost = chronicle.head
    auditor.run("audit")
    chronicle.git("reset", "--quiet", "--hard", "HEAD~1")
    chronicle.commit("2026-03-05", {"four": CANDIDATE.format(title="four")})

    first = auditor.run("audit", "--json", code=1).json["findings"]
    again = rules(auditor)
    auditor.run("audit", "--seal", code=1)
    after = rules(auditor, code=0)

    assert [one["rule"] for one in first] == again == ["history-rewritten"]
    assert first[0]["commit"] == lost
    assert first[0]["text"].startswith(
        f"1 commit vanished from this branch since it was last seen: {lost[:10]}"
    )
    assert after == []


def test_every_commit_of_ours_is_remembered_and_a_rewritten_past_is_noted(office: Office) -> None:
    chronicle = Chronicle(office.root)
    office.run("new", "Small claims", "--id=small-claims", "--agency=Ministry of Justice")
    assert chronicle.git("rev-parse", SEEN) == chronicle.head

    office.run("describe", CLAIMS, "--priority=National plan")
    assert chronicle.git("rev-parse", SEEN) == chronicle.head

    amend(chronicle)
    said = office.run("describe", CLAIMS, "--priority=Another plan")
    assert "commits that were here have vanished" in said.err
    assert rules(office) == ["history-rewritten"]


def test_edits_made_beside_us_are_caught_up_with(office: Office) -> None:
    chronicle = Chronicle(office.root)
    office.run("new", "Small claims", "--id=small-claims", "--agency=Ministry of Justice")
    chronicle.git("commit", "--quiet", "--allow-empty", "--message=By hand")

    said = office.run("describe", CLAIMS, "--priority=National plan")

    assert "vanished" not in said.err
    assert chronicle.git("rev-parse", SEEN) == chronicle.head


def test_looking_moves_no_reference(chronicle: Chronicle, auditor: Office) -> None:
    before = chronicle.git("for-each-ref")

    auditor.run("status")
    auditor.run("check")

    assert chronicle.git("for-each-ref") == before


def test_an_audit_starts_no_hook_of_the_folder(chronicle: Chronicle, auditor: Office, tmp_path: Path) -> None:
    hook = chronicle.root / ".git" / "hooks" / "reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    hook.chmod(0o755)

    auditor.run("audit")

    assert SEEN in chronicle.git("for-each-ref")
    assert not (tmp_path / "sprung").exists()


def test_a_damaged_or_foreign_cache_is_read_as_none(
    chronicle: Chronicle, auditor: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUNDREDDAY_CACHE_DIR", str(tmp_path / "cache"))
    chronicle.commit(
        "2026-03-05", {"late": CANDIDATE.format(title="late").replace("design", "sustainability")}
    )
    expected = auditor.run("audit", "--json").out
    (kept,) = (tmp_path / "cache").glob("*-audit.json")
    whole = kept.read_text()

    for damage in (
        "",
        "{",
        "[]",
        "null",
        '{"about": 1}',
        whole[:-9],
        whole.replace('"findings": [[', '"findings": [[['),
    ):
        kept.write_text(damage)
        assert auditor.run("audit", "--json").out == expected


def test_a_shallow_clone_is_never_ok(chronicle: Chronicle, tmp_path: Path) -> None:
    chronicle.git("clone", "--quiet", "--depth=2", f"file://{chronicle.root}", str(tmp_path / "cut"))

    audit = Office(tmp_path / "cut").run("audit", "--json", code=1).json

    assert audit["ok"] is False
    (finding,) = [one for one in audit["findings"] if one["severity"] == "error"]
    assert finding["rule"] == "history-incomplete"
    assert "cut at 2026-03-02" in finding["text"]


def test_the_document_keeps_to_its_schema(chronicle: Chronicle, auditor: Office) -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs" / "schemas" / "audit.schema.json").read_text())
    auditor.run("audit", "--seal")
    chronicle.commit("2026-03-01", {"late": CANDIDATE.format(title="late"), "two": None, "one": "title: ["})
    amend(chronicle)
    chronicle.git("reset", "--quiet", "--soft", "HEAD~2")
    chronicle.commit("2026-03-01")

    document = auditor.run("audit", "--json", code=1).json

    assert len(document["findings"]) > 4
    assert [error.message for error in Draft202012Validator(schema).iter_errors(document)] == []


def test_grafts_and_replacements_are_said(chronicle: Chronicle, auditor: Office) -> None:
    chronicle.git("replace", "HEAD~1", "HEAD~2")
    replaced = rules(auditor)
    chronicle.git("replace", "--delete", chronicle.git("--no-replace-objects", "rev-parse", "HEAD~1"))
    (chronicle.root / ".git" / "info").mkdir(exist_ok=True)
    (chronicle.root / ".git" / "info" / "grafts").write_text(f"{chronicle.head}\n")
    grafted = rules(auditor)

    assert replaced == ["history-incomplete"]
    assert "history-incomplete" in grafted


def test_a_detached_head_is_audited_and_remembered_nowhere(chronicle: Chronicle, auditor: Office) -> None:
    chronicle.git("checkout", "--quiet", "--detach", "HEAD~1")

    assert rules(auditor, code=0) == []
    assert "refs/hundredday" not in chronicle.git("for-each-ref")


@pytest.fixture
def signers(tmp_path: Path) -> Path:
    """Two SSH keys; the first belongs to somebody that the list of signers names."""
    return make_keys(tmp_path / "keys", {"known": "dana@example.org"})


def test_unsigned_wrong_and_unknown_signatures_are_told_apart(tmp_path: Path, signers: Path) -> None:
    asked = f"{ACCELERATOR}settings: {{sign_commits: true}}\n"
    chronicle = Chronicle.begun(tmp_path / "signed")
    for key, value in (
        ("gpg.format", "ssh"),
        ("user.signingkey", str(signers / "known")),
        ("gpg.ssh.allowedSignersFile", str(signers / "allowed")),
    ):
        chronicle.git("config", key, value)
    chronicle.commit("2026-03-01", {"../accelerator": asked}, sign=True)
    chronicle.commit("2026-03-02", {"one": CANDIDATE.format(title="one")}, sign=True)
    unsigned = chronicle.commit("2026-03-03", {"two": CANDIDATE.format(title="two")})
    chronicle.git("config", "user.signingkey", str(signers / "stranger"))
    stranger = chronicle.commit("2026-03-04", {"three": CANDIDATE.format(title="three")}, sign=True)
    switched_off = chronicle.commit("2026-03-05", {"../accelerator": ACCELERATOR})
    chronicle.commit("2026-03-06", {"four": CANDIDATE.format(title="four")})

    found = Office(chronicle.root).run("audit", "--json", code=1).json["findings"]

    assert [(one["rule"], one["severity"], one["commit"]) for one in found] == [
        ("unsigned-commit", "error", unsigned),
        ("unsigned-commit", "warning", stranger),
        ("unsigned-commit", "error", switched_off),
    ]


def test_no_program_that_a_folder_names_is_started_to_verify(tmp_path: Path, signers: Path) -> None:
    chronicle = Chronicle.begun(
        tmp_path / "signed", settings=f"{ACCELERATOR}settings: {{sign_commits: true}}\n"
    )
    chronicle.git("config", "gpg.format", "ssh")
    chronicle.git("config", "user.signingkey", str(signers / "known"))
    chronicle.commit("2026-03-02", {"one": CANDIDATE.format(title="one")}, sign=True)
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for key in ("gpg.program", "gpg.ssh.program", "gpg.openpgp.program", "gpg.x509.program"):
        chronicle.git("config", key, str(trap))

    Office(chronicle.root).run("audit", code=1)

    assert not (tmp_path / "sprung").exists()
