"""Settling what two sides disagree about, and what a merge of lines has left in a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

pexpect = pytest.importorskip("pexpect", reason="terminals are tried with pexpect")

CLAIMS = "small-claims"
MARKED = """\
format: 1
title: Small claims settled in one day
<<<<<<< HEAD
agency: Ministry of Justice
=======
agency: Supreme Court
>>>>>>> board
phase: design
design:
  stakeholders:
<<<<<<< HEAD
    registry: {name: Registry, role: decides}
=======
    bailiffs: {name: Bailiffs, role: partners}
>>>>>>> board
"""
DOUBLED = """\
format: 1
title: Small claims settled in one day
phase: design
lessons:
  - {text: Begin with one court, kind: worked}
design:
  problem: {statement: A claim waits six weeks}
lessons:
  - {text: Ask the traders first, kind: failed}
"""


def committed(office: Office, git: RunGit, text: str) -> None:
    """A file as a web page commits it: nobody has checked it."""
    (office.root / "challenges").mkdir(exist_ok=True)
    (office.root / "challenges" / f"{CLAIMS}.yaml").write_text(text)
    git(office.root, "add", "challenges")
    git(office.root, "commit", "--quiet", "--message=Merge pull request")


def test_check_names_what_a_merge_has_left_and_the_command_that_mends_it(office: Office, git: RunGit) -> None:
    for text in (MARKED, DOUBLED):
        committed(office, git, text)

        said = office.run("check", code=3)

        assert f"hundredday resolve {CLAIMS}" in " ".join(said.out.split())


def test_markers_that_were_committed_are_settled_and_only_the_clash_is_asked_about(
    office: Office, git: RunGit
) -> None:
    committed(office, git, MARKED)

    shown = office.run("resolve", CLAIMS, code=2)
    settled = office.run("resolve", CLAIMS, "--take=agency=theirs")

    assert "  agency\n    ours: " in shown.out
    assert "stakeholders" not in shown.out
    assert settled.out == "small-claims: settled.\n"
    assert office.file(CLAIMS).read_text() == (
        "format: 1\ntitle: Small claims settled in one day\nagency: Supreme Court\nphase: design\n"
        "design:\n  stakeholders:\n    registry: {name: Registry, role: decides}\n"
        "    bailiffs: {name: Bailiffs, role: partners}\n"
    )
    assert office.run("check").code == 0
    assert git(office.root, "status", "--porcelain") == ""
    assert (
        git(office.root, "log", "-1", "--format=%s")
        == "small-claims: what a merge had left in the file is settled"
    )


def test_keys_that_stand_twice_become_one_with_everything_in_it(office: Office, git: RunGit) -> None:
    committed(office, git, DOUBLED)

    office.run("resolve")

    text = office.file(CLAIMS).read_text()
    assert text.count("lessons:") == 1
    assert "Begin with one court" in text
    assert "Ask the traders first" in text
    assert office.run("check").code == 0
    assert git(office.root, "status", "--porcelain") == ""


def test_some_choices_leave_the_rest_open_with_its_markers(office: Office, git: RunGit) -> None:
    committed(
        office,
        git,
        MARKED.replace("title: Small claims settled in one day\n", "")
        .replace("agency: M", "title: A\nagency: M")
        .replace("agency: S", "title: B\nagency: S"),
    )

    said = office.run("resolve", CLAIMS, "--take", "title=ours", code=1)

    text = office.file(CLAIMS).read_text()
    assert "the rest is still open" in said.out
    assert (
        "title: A\n<<<<<<< ours\nagency: Ministry of Justice\n=======\nagency: Supreme Court\n>>>>>>> theirs\n"
        in text
    )
    office.run("resolve", CLAIMS, "--ours")
    assert office.run("check").code == 0


def test_markers_that_do_not_match_are_left_to_a_person(office: Office, git: RunGit) -> None:
    committed(office, git, MARKED.replace("=======\n", "", 1))
    before = office.file(CLAIMS).read_bytes()

    said = office.run("resolve", CLAIMS, "--ours", code=3)

    assert "do not match" in said.err
    assert office.file(CLAIMS).read_bytes() == before


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--ours", "--theirs"), "Leave one of --ours and --theirs out."),
        (("--take", "agency"), "does not say which side"),
        (("--take", "agency=mine"), "does not say which side"),
        (("--ours", "--take", "colour=ours"), "Nobody disputes colour"),
    ],
)
def test_options_that_say_nothing_are_wrong_usage(
    options: tuple[str, ...], complaint: str, office: Office, git: RunGit
) -> None:
    committed(office, git, MARKED)

    said = office.run("resolve", CLAIMS, *options, code=2)

    assert complaint in said.err
    assert office.file(CLAIMS).read_text() == MARKED


def test_nothing_to_settle_is_said(candidate: Office) -> None:
    assert candidate.run("resolve").out.startswith("Nothing is open")
    assert candidate.run("resolve", CLAIMS).out.endswith("nothing to settle.\n")


def test_the_settings_are_settled_too(office: Office, git: RunGit) -> None:
    path = office.root / "accelerator.yaml"
    git(office.root, "branch", "board")
    for branch, zone in (("board", "Asia/Almaty"), ("main", "Asia/Dubai")):
        git(office.root, "switch", "--quiet", branch)
        path.write_text(f"format: 1\nname: A\ntimezone: {zone}\n")
        git(office.root, "commit", "--quiet", "--all", "--message=Zone")
    git(office.root, "merge", "board", fails=True)

    said = office.run("resolve", "accelerator.yaml", "--theirs")

    assert "The merge is finished." in said.out
    assert path.read_text() == "format: 1\nname: A\ntimezone: Asia/Almaty\n"
    assert git(office.root, "rev-list", "--merges", "--count", "HEAD") == "1"


def test_a_training_intake_is_settled_by_its_path(office: Office, git: RunGit) -> None:
    path = office.root / "training" / "diploma.yaml"
    path.parent.mkdir()
    text = "format: 1\ntitle: Diploma\nprovider: Academy\n"
    path.write_text(text)
    git(office.root, "add", "training")
    git(office.root, "commit", "--quiet", "--message=Diploma")
    git(office.root, "branch", "board")
    for branch, name in (("board", "School"), ("main", "University")):
        git(office.root, "switch", "--quiet", branch)
        path.write_text(text.replace("Academy", name))
        git(office.root, "commit", "--quiet", "--all", "--message=Provider")
    git(office.root, "merge", "board", fails=True)

    shown = office.run("resolve", "training/diploma.yaml", code=2)
    office.run("resolve", "training/diploma.yaml", "--take", "provider=theirs")

    assert "from Academy to University" in shown.out
    assert path.read_text() == text.replace("Academy", "School")
    assert office.run("check").code == 0


def test_a_challenge_that_both_sides_moved_stands_where_it_is_said(candidate: Office, git: RunGit) -> None:
    path = candidate.file(CLAIMS)
    git(candidate.root, "branch", "board")
    for branch in ("board", "main"):
        git(candidate.root, "switch", "--quiet", branch)
        (candidate.root / "challenges" / branch).mkdir()
        git(candidate.root, "mv", str(path), f"challenges/{branch}/{path.name}")
        git(candidate.root, "commit", "--quiet", "--message=Move")
    git(candidate.root, "merge", "board", fails=True)

    candidate.run("resolve", CLAIMS, "--theirs")

    assert candidate.file(CLAIMS) == candidate.root / "challenges" / "board" / path.name
    assert git(candidate.root, "status", "--porcelain") == ""


def test_a_file_that_a_person_has_settled_is_staged_and_an_unsound_one_is_not(
    office: Office, git: RunGit
) -> None:
    git(office.root, "branch", "board")
    for branch, title in (("board", "One"), ("main", "Two")):
        git(office.root, "switch", "--quiet", branch)
        committed(office, git, f"format: 1\ntitle: {title}\nphase: design\n")
    git(office.root, "merge", "board", fails=True)
    path = office.file(CLAIMS)

    path.write_text("format: 1\ntitle: Three\nphase: asleep\n")
    refused = office.run("resolve", code=1)
    path.write_text("format: 1\ntitle: Three\nphase: design\n")
    office.run("resolve")

    assert "is not sound yet" in refused.err
    assert (
        git(office.root, "show", f"HEAD:challenges/{CLAIMS}.yaml") == "format: 1\ntitle: Three\nphase: design"
    )
    assert git(office.root, "status", "--porcelain") == ""


def test_what_git_merged_line_by_line_is_settled_without_a_question_where_nothing_clashes(
    running: Office, git: RunGit
) -> None:
    """As in a clone that nobody has set up: every pair of readings clashes there."""
    git(running.root, "config", "--remove-section", "merge.hundredday")
    git(running.root, "branch", "board")
    for branch, value in (("board", "31"), ("main", "30")):
        git(running.root, "switch", "--quiet", branch)
        running.run("record", CLAIMS, value)
    git(running.root, "merge", "board", fails=True)

    running.run("resolve", CLAIMS)

    text = running.file(CLAIMS).read_text()
    assert 0 < text.index("value: 30") < text.index("value: 31")
    assert git(running.root, "status", "--porcelain") == ""
    assert running.run("audit").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_on_a_terminal_each_clash_is_shown_with_its_sides_and_asked_about(
    office: Office, git: RunGit
) -> None:
    committed(office, git, MARKED)

    screen = pexpect.spawn(
        sys.executable,
        ["-m", "hundredday", "-C", str(office.root), "resolve", CLAIMS],
        encoding="utf-8",
        timeout=60,
    )
    screen.expect("ours: ")
    screen.expect("theirs: ")
    screen.expect("Which of the two is right")
    screen.sendline("mine")
    screen.expect("is not one of them")
    screen.sendline("theirs")
    screen.expect("settled")
    screen.expect(pexpect.EOF)
    screen.close()

    assert screen.exitstatus == 0
    assert "agency: Supreme Court" in office.file(CLAIMS).read_text()
