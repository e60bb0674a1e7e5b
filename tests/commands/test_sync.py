"""Two agencies, one folder: what is shared, what comes in, and what stands in the way."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from office import Office, heads

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit

CLAIMS = "small-claims"


@pytest.fixture
def timur(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person at the court's machine."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Timur Ospanov")


def test_the_first_sync_shares_everything_and_remembers_where(
    running: Office, hub: Path, git: RunGit
) -> None:
    git(running.root, "remote", "add", "origin", str(hub))

    said = running.run("sync")

    assert said.out.endswith("commits of yours are shared now.\n")
    assert heads(git, hub, running.root) == {git(running.root, "rev-parse", "HEAD")}
    assert git(running.root, "config", "branch.main.merge") == "refs/heads/main"
    assert running.run("sync").out == "Nothing new: you and origin have the same.\n"


def test_readings_of_two_agencies_come_together_and_are_said(
    ministry: Office, court: Office, hub: Path, git: RunGit, timur: None
) -> None:
    court.run("record", CLAIMS, "31")
    court.run("block", CLAIMS, "No interpreter")
    court.run("sync")
    ministry.run("record", CLAIMS, "30", "--on=2026-04-28")

    said = ministry.run("sync")
    court.run("sync")

    assert said.out.startswith("From Timur Ospanov:\n")
    assert "31 days to judgment on Day 23\n" in said.out
    assert "No interpreter" in said.out
    assert said.out.endswith("2 commits of yours are shared now.\n")
    assert len(heads(git, hub, ministry.root, court.root)) == 1
    assert "value: 30" in court.file(CLAIMS).read_text()
    assert git(ministry.root, "log", "-1", "--format=%s") == "Merge 2 changes of Timur Ospanov"
    for office in (ministry, court):
        assert office.run("check").code == 0
        assert office.run("audit").code == 0


def test_what_came_into_training_and_exchange_is_said_too(
    ministry: Office, court: Office, git: RunGit, timur: None
) -> None:
    court.run("training", "new", "Leaders", "--id=elp")
    court.run("training", "enrol", "elp", "Saule Nurlanova")
    court.run("exchange", "new", "UAE Accelerators", "--id=uae")
    court.run("sync")

    first = ministry.run("sync").out
    git(court.root, "rm", "--quiet", "exchange/uae.yaml")
    git(court.root, "commit", "--quiet", "--message=Take it out")
    court.run("training", "enrol", "elp", "Timur Ospanov")
    court.run("sync")
    second = ministry.run("sync").out

    assert [line.strip() for line in first.splitlines()] == snapshot(
        [
            "From Timur Ospanov:",
            "elp: training opened: “Leaders”",
            "elp: Saule Nurlanova enrolled",
            "uae: exchange opened with UAE Accelerators",
        ]
    )
    assert [line.strip() for line in second.splitlines()] == snapshot(
        ["From Timur Ospanov:", "elp: Timur Ospanov enrolled", "uae: file removed: “UAE Accelerators”"]
    )


def test_two_readings_of_one_day_both_stand_and_which_one_counts_is_said(
    ministry: Office, court: Office
) -> None:
    court.run("record", CLAIMS, "31")
    court.run("sync")
    ministry.run("record", CLAIMS, "30", "--verified")

    said = ministry.run("sync")

    assert "two readings of days-to-judgment for 2026-04-29: 30 and 31; 30 counts" in said.err
    assert "value: 31" in ministry.file(CLAIMS).read_text()


def test_an_accelerator_of_before_the_driver_merges_by_meaning_too(
    ministry: Office, court: Office, git: RunGit
) -> None:
    """Its attributes name no driver, so that git itself merges line by line."""
    git(court.root, "rm", "--quiet", ".gitattributes")
    git(court.root, "commit", "--quiet", "--message=As it was")
    court.run("sync")
    ministry.run("sync")
    court.run("record", CLAIMS, "31")
    court.run("sync")
    ministry.run("record", CLAIMS, "30", "--on=2026-04-28")

    ministry.run("sync")

    text = ministry.file(CLAIMS).read_text()
    assert 0 < text.index("value: 30") < text.index("value: 31")
    assert git(ministry.root, "log", "-1", "--format=%s") == "Merge 1 change of Dana Omarova"
    assert git(ministry.root, "status", "--porcelain") == ""
    assert ministry.run("audit").code == 0


def test_what_only_came_in_moves_the_branch_on_without_a_merge(
    ministry: Office, court: Office, git: RunGit
) -> None:
    court.run("record", CLAIMS, "31")
    court.run("sync")

    said = ministry.run("sync")

    assert "31 days to judgment" in said.out
    assert git(ministry.root, "rev-list", "--merges", "--count", "HEAD") == "0"
    assert git(ministry.root, "status", "--porcelain") == ""


def test_a_target_that_both_moved_waits_for_resolve_with_both_sentences(
    ministry: Office, court: Office, hub: Path, git: RunGit
) -> None:
    amend = ("amend", CLAIMS, "days-to-judgment", "target")
    court.run(*amend, "1", "--because=Pilot", "--by=Aigerim Bekova")
    court.run("sync")
    ministry.run(*amend, "3", "--because=Strike", "--by=Dana Omarova")
    mine = git(ministry.root, "rev-parse", "HEAD")

    said = ministry.run("sync", code=1)

    assert "measurable.target\n" in said.out
    assert "ours: " in said.out
    assert "from 2 to 3" in said.out
    assert "from 2 to 1" in said.out
    assert "hundredday resolve small-claims" in said.err
    assert git(ministry.root, "rev-parse", "HEAD") == mine
    assert "hundredday resolve" in ministry.run("record", CLAIMS, "9", code=4).err

    shown = ministry.run("resolve", CLAIMS, code=2)
    settled = ministry.run("resolve", CLAIMS, "--take", "target=theirs")

    assert "--take target=ours" in shown.err
    assert "settled" in settled.out
    assert "The merge is finished." in settled.out
    assert "target: 1" in ministry.file(CLAIMS).read_text()
    assert ministry.run("check").code == 0
    ministry.run("sync")
    court.run("sync")
    assert len(heads(git, hub, ministry.root, court.root)) == 1
    assert court.run("audit").code == 0


@pytest.fixture
def kazakh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who reads Kazakh, in an accelerator that speaks English."""
    monkeypatch.setenv("HUNDREDDAY_LANG", "kk")


def test_a_merge_speaks_to_the_one_who_types_and_is_committed_in_the_language_of_the_accelerator(
    ministry: Office, court: Office, git: RunGit, timur: None, kazakh: None
) -> None:
    court.run("block", CLAIMS, "No interpreter")
    court.run("sync")
    ministry.run("record", CLAIMS, "30")

    said = ministry.run("sync")

    message = git(ministry.root, "log", "-1", "--format=%B")
    assert message.startswith(
        "Merge 1 change of Timur Ospanov\n\n- small-claims-settled-in-one-day: blocked: No interpreter"
    )
    assert "Timur Ospanov" in said.out
    assert not any(line in said.out for line in message.splitlines() if line)


def test_a_merge_that_was_settled_by_hand_is_committed_in_the_language_of_the_accelerator(
    ministry: Office, court: Office, git: RunGit, timur: None, kazakh: None
) -> None:
    amend = ("amend", CLAIMS, "days-to-judgment", "target")
    court.run(*amend, "1", "--because=Pilot", "--by=Aigerim Bekova")
    court.run("sync")
    ministry.run(*amend, "3", "--because=Strike", "--by=Dana Omarova")
    ministry.run("sync", code=1)

    said = ministry.run("resolve", CLAIMS, "--take", "target=theirs")

    subject = git(ministry.root, "log", "-1", "--format=%s")
    assert re.fullmatch(r"Merge \d changes? of Timur Ospanov", subject)
    assert "The merge is finished." not in said.out


def test_a_branch_that_is_switched_while_others_are_asked_is_not_merged_into(
    ministry: Office, court: Office, hub: Path, git: RunGit, tmp_path: Path
) -> None:
    court.run("record", CLAIMS, "31")
    court.run("sync")
    git(ministry.root, "branch", "draft")
    switching = tmp_path / "switching"  # stands for the seconds that a network takes
    switching.write_text(
        f'#!/bin/sh\ngit -C "{ministry.root}" switch --quiet draft\nexec git-upload-pack "$@"\n'
    )
    switching.chmod(0o755)
    git(ministry.root, "config", "remote.origin.uploadpack", str(switching))
    before = heads(git, ministry.root)

    refused = ministry.run("sync", code=1)

    assert "switched from the branch main to draft" in refused.err
    assert git(ministry.root, "rev-parse", "draft") in before
    assert heads(git, ministry.root) == before


def test_a_file_with_a_command_for_a_name_is_merged_by_meaning_and_runs_nothing(
    running: Office, git: RunGit
) -> None:
    running.run("setup")
    root, name = running.root, "challenges/$(touch x)`touch y`;touch z.yaml"
    base = "format: 1\ntitle: T\nphase: design\n"

    def committed(text: str) -> None:
        (root / name).write_text(text)
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message=by hand")

    committed(base)
    git(root, "switch", "--quiet", "--create", "other")
    committed(base.replace("phase", "agency: A\nphase"))
    git(root, "switch", "--quiet", "main")
    committed(base.replace("phase", "priority: B\nphase"))
    git(root, "merge", "--quiet", "--no-edit", "other")

    text = (root / name).read_text()
    assert ("agency: A" in text, "priority: B" in text, "<<<" in text) == (True, True, False)
    assert [one.name for one in root.iterdir() if one.name in {"x", "y", "z.yaml"}] == []


def test_whoever_pushes_at_the_same_moment_is_waited_for(
    ministry: Office, court: Office, hub: Path, git: RunGit, tmp_path: Path
) -> None:
    """A hook of ours pushes the court's work between the fetch and the push, once."""
    court.run("record", CLAIMS, "31")
    ministry.run("record", CLAIMS, "30", "--on=2026-04-28")
    hook = ministry.root / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        f"#!/bin/sh\nrm -- \"$0\"\nenv -u GIT_DIR git -C '{court.root}' push --quiet origin main\n"
    )
    hook.chmod(0o755)

    ministry.run("sync")
    court.run("sync")

    assert not hook.exists()
    assert len(heads(git, hub, ministry.root, court.root)) == 1
    assert "value: 31" in ministry.file(CLAIMS).read_text()


def test_edits_that_are_not_committed_are_named_and_left_alone(
    ministry: Office, court: Office, git: RunGit
) -> None:
    court.run("record", CLAIMS, "31")
    court.run("sync")
    path = ministry.file(CLAIMS)
    path.write_text(path.read_text().replace("Small claims", "Smaller claims"))
    before = path.read_bytes()

    said = ministry.run("sync", code=1)

    assert "hundredday save" in said.err
    assert path.read_bytes() == before
    ministry.run("save")
    ministry.run("sync")
    assert "Smaller claims" in path.read_text()
    assert "value: 31" in path.read_text()


def test_a_new_file_that_is_in_the_way_is_named_and_not_overwritten(
    ministry: Office, court: Office, git: RunGit
) -> None:
    court.run("new", "Water loss", "--agency=Water")
    court.run("sync")
    mine = ministry.root / "challenges" / "water-loss.yaml"
    mine.write_text("format: 1\ntitle: Mine\nphase: design\n")

    said = ministry.run("sync", code=4)

    assert "challenges/water-loss.yaml" in said.err
    assert "Mine" in mine.read_text()


def test_offline_it_says_so_and_everything_stays_here(ministry: Office, hub: Path, git: RunGit) -> None:
    ministry.run("record", CLAIMS, "31")
    git(ministry.root, "remote", "set-url", "origin", "http://127.0.0.1:9/nobody.git")

    said = ministry.run("sync", code=4)

    assert "cannot be reached" in said.err
    assert "Your work is safe here" in said.err
    git(ministry.root, "remote", "set-url", "origin", str(hub))
    assert ministry.run("sync").out == "1 commit of yours is shared now.\n"


def test_a_remote_that_is_none_is_said(ministry: Office, git: RunGit, tmp_path: Path) -> None:
    git(ministry.root, "remote", "set-url", "origin", str(tmp_path / "gone.git"))

    said = ministry.run("sync", code=4)

    assert "There is no repository where the remote origin should be" in said.err


def test_without_a_remote_it_says_how_to_name_one(running: Office) -> None:
    said = running.run("sync", code=2)

    assert "git remote add origin" in said.err


def test_several_remotes_without_an_origin_are_asked_about(running: Office, hub: Path, git: RunGit) -> None:
    git(running.root, "remote", "add", "north", str(hub))
    git(running.root, "remote", "add", "south", str(hub))

    said = running.run("sync", code=4)

    assert "north, south" in said.err
    assert "git push --set-upstream north main" in said.err


def test_a_history_of_somebody_else_is_not_mixed_with_ours(
    ministry: Office, git: RunGit, tmp_path: Path
) -> None:
    other = Office(tmp_path / "other", ministry.today)
    other.root.mkdir()
    other.run("init")
    git(other.root, "remote", "add", "origin", git(ministry.root, "remote", "get-url", "origin"))
    before = git(other.root, "rev-parse", "HEAD")

    said = other.run("sync", code=4)

    assert "no commit in common" in said.err
    assert git(other.root, "rev-parse", "HEAD") == before


def test_an_empty_clone_takes_in_what_is_there(
    ministry: Office, hub: Path, git: RunGit, tmp_path: Path
) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main", "late")
    (tmp_path / "late" / "challenges").mkdir()
    git(tmp_path / "late", "remote", "add", "origin", str(hub))
    late = Office(tmp_path / "late", ministry.today)

    said = late.run("sync")

    assert "proposed" in said.out or "launched" in said.out
    assert heads(git, hub, late.root) == heads(git, ministry.root)


def test_nothing_committed_on_either_side_is_said(tmp_path: Path, hub: Path, git: RunGit) -> None:
    git(tmp_path, "clone", "--quiet", str(hub), "empty")
    (tmp_path / "empty" / "challenges").mkdir()

    said = Office(tmp_path / "empty").run("sync", code=2)

    assert "nothing is shared yet" in said.err


def test_a_hub_that_refuses_is_quoted(ministry: Office, hub: Path, git: RunGit) -> None:
    hook = hub / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'main is closed on Sundays' >&2\nexit 1\n")
    hook.chmod(0o755)
    ministry.run("record", CLAIMS, "31")

    said = ministry.run("sync", code=4)

    assert "main is closed on Sundays" in said.err
    assert "safe here" in said.err
    assert git(ministry.root, "log", "-1", "--format=%s").endswith("31 days to judgment on Day 23")


def test_two_files_with_one_id_are_merged_and_not_shared(
    ministry: Office, court: Office, hub: Path, git: RunGit
) -> None:
    """Each side is sound alone; only together they name two challenges the same."""
    for office, cohort in ((ministry, "spring"), (court, "autumn")):
        folder = office.root / "challenges" / cohort
        folder.mkdir()
        (folder / "water-loss.yaml").write_text("format: 1\ntitle: Water loss\nphase: design\n")
        office.run("save")
    court.run("sync")
    shared = git(hub, "rev-parse", "main")

    said = ministry.run("sync", code=1)

    assert "not shared" in said.err
    assert "water-loss" in said.err
    assert git(hub, "rev-parse", "main") == shared
    git(ministry.root, "mv", "challenges/spring/water-loss.yaml", "challenges/spring/water-lost.yaml")
    git(ministry.root, "commit", "--quiet", "--message=Rename")
    ministry.run("sync")
    assert git(hub, "rev-parse", "main") == git(ministry.root, "rev-parse", "main")


def test_a_file_changed_here_and_removed_there_is_asked_about(
    ministry: Office, court: Office, git: RunGit
) -> None:
    git(court.root, "rm", "--quiet", str(court.file(CLAIMS)))
    git(court.root, "commit", "--quiet", "--message=Take it away")
    court.run("sync")
    ministry.run("record", CLAIMS, "31")

    ministry.run("sync", code=1)
    ministry.run("resolve", CLAIMS, code=2)
    ministry.run("resolve", CLAIMS, "--ours")

    assert "value: 31" in ministry.file(CLAIMS).read_text()
    assert git(ministry.root, "status", "--porcelain") == ""
    ministry.run("sync")


def test_sync_makes_commits_so_no_commit_is_wrong_usage(ministry: Office) -> None:
    assert "--no-commit" in ministry.run("sync", "--no-commit", code=2).err


@pytest.mark.skipif(os.name == "nt", reason="hooks are shell scripts")
def test_a_hook_that_refuses_the_merge_leaves_nothing_half_way(
    ministry: Office, court: Office, git: RunGit
) -> None:
    court.run("record", CLAIMS, "31")
    court.run("sync")
    ministry.run("record", CLAIMS, "30")
    hook = ministry.root / ".git" / "hooks" / "pre-merge-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'not today' >&2\nexit 1\n")
    hook.chmod(0o755)

    said = ministry.run("sync", code=4)

    assert "not today" in said.err
    assert git(ministry.root, "status", "--porcelain") == ""
    assert not (ministry.root / ".git" / "MERGE_HEAD").exists()
