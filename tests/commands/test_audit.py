"""The audit of histories that were made by hand: honest ones, and ones that hide something."""

from __future__ import annotations

import dataclasses
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chronicle import ACCELERATOR, DANA, TIMUR, Chronicle
from life import ID, PROPOSED, STEPS
from named_commands import complaints
from office import Office

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Versions = list[tuple[str, str]]

CANDIDATE = "format: 1\ntitle: {title}\nphase: {phase}\n"
WAIVER = (
    "waivers:\n  - {condition: midpoint-was-held, by: Board, because: Courts were closed, date: 2026-05-08}\n"
)


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """The day and the file of every step of an honest life."""
    office = Office(tmp_path_factory.mktemp("life"))
    office.run("init")
    found = []
    for on, *words in (PROPOSED, *STEPS):
        office.today = on
        office.run(*words)
        found.append((on, office.file(ID).read_text()))
    return found


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    return Chronicle.begun(tmp_path / "by-hand")


def lived(chronicle: Chronicle, versions: Versions, id_: str = "claims") -> list[str]:
    """Commit every version on its day; the commits."""
    return chronicle.keep(id_, versions)


def edited(versions: Versions, first: int, edit: Callable[[str], str]) -> Versions:
    """The versions with an edit that stays from one of them on."""
    return [(on, text if number < first else edit(text)) for number, (on, text) in enumerate(versions)]


def found(chronicle: Chronicle, *words: str, code: int = 1) -> list[tuple[str, str | None, str, str, str]]:
    """Rule, challenge, commit, day and author of every finding; asked twice, anew and from what was kept."""
    office = Office(chronicle.root, "2026-11-20")
    anew = office.run("audit", "--json", "--no-cache", *words, code=code).json
    office.run("audit", "--json", *words, code=code)
    kept = office.run("audit", "--json", *words, code=code).json
    assert anew == kept
    assert [said for one in anew["findings"] for said in complaints(one["mend"])] == []
    return [(f["rule"], f["challenge"], f["commit"], f["when"][:10], f["who"]) for f in anew["findings"]]


def test_an_honest_life_has_no_findings(chronicle: Chronicle, versions: Versions) -> None:
    lived(chronicle, versions)

    audit = Office(chronicle.root).run("audit", "--json").json

    assert audit == {"ok": True, "commits": 37, "versions": 36, "findings": []}
    assert "37 commits read, 36 versions of 1 challenge: nothing to object to." in (
        Office(chronicle.root).run("audit").out
    )


def test_the_sum_reads_the_same_whether_it_is_drawn_or_only_said(
    chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A clean history is said without what draws, where drawing would add nothing."""
    chronicle.commit("2026-03-05", {"honest": CANDIDATE.format(title="Honest", phase="design")})
    office = Office(chronicle.root)
    said = office.run("audit").out

    for columns in ("80", "120"):
        monkeypatch.setenv("COLUMNS", columns)
        drawn = office.run("--color", "always", "audit").out
        assert drawn != said
        assert re.sub(r"\x1b\[[0-9;]*m", "", drawn) == office.run("audit").out == said
    monkeypatch.setenv("COLUMNS", "40")
    narrow = office.run("audit").out
    assert narrow.split() == said.split()
    assert max(map(len, narrow.splitlines())) <= 40


def without_line(mark: str) -> Callable[[str], str]:
    """Take out the lines that hold this."""
    return lambda text: "".join(line for line in text.splitlines(keepends=True) if mark not in line)


def changed(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


SECRETS: Sequence[tuple[str, str, int, int, Callable[[str], str]]] = (
    ("gate-passed-unmet", "error", 0, 7, without_line("evidence:")),
    ("frozen-field-changed", "error", 14, 14, changed("in three pilot courts", "in two pilot courts")),
    ("frozen-field-changed", "error", 15, 15, changed("days: 100}", "days: 99}")),
    ("reading-removed-or-rewritten", "error", 20, 20, without_line("2026-04-20, value: 39")),
    ("reading-removed-or-rewritten", "error", 21, 21, changed("value: 34,", "value: 30,")),
    ("amendment-misdated", "error", 23, 23, changed("{date: 2026-05-27, goal", "{date: 2026-06-27, goal")),
    ("amendment-misdated", "warning", 23, 23, changed("{date: 2026-05-27, goal", "{date: 2026-05-02, goal")),
    ("reading-in-the-future", "error", 24, 24, changed("{date: 2026-06-15, v", "{date: 2026-06-16, v")),
    (
        "reading-entered-late",
        "warning",
        26,
        26,
        changed(
            "        - {date: 2026-06-15",
            "        - {date: 2026-05-18, value: 20}\n        - {date: 2026-06-15",
        ),
    ),
    ("last-minute-jump", "warning", 24, 25, changed("value: 12}", "value: 40}")),
    (
        "amendment-removed-or-rewritten",
        "error",
        30,
        30,
        lambda text: without_line("goal: days-to-judgment, field")(text.replace("  amendments:\n", "")),
    ),
    ("amendment-removed-or-rewritten", "error", 30, 30, changed("Pilot court reached 2", "We felt like it")),
)


@pytest.mark.parametrize(("rule", "severity", "first", "seen", "edit"), SECRETS)
def test_one_secret_in_an_honest_life_is_found_once_where_it_was_done(
    rule: str,
    severity: str,
    first: int,
    seen: int,
    edit: Callable[[str], str],
    chronicle: Chronicle,
    versions: Versions,
) -> None:
    commits = lived(chronicle, edited(versions, first, edit))

    rows = found(chronicle, code=1 if severity == "error" else 0)

    assert rows == [(rule, "claims", commits[seen], versions[seen][0], "Dana Omarova")]


def test_a_history_with_every_offence_shows_each_once_at_its_commit_day_and_author(
    chronicle: Chronicle, versions: Versions
) -> None:
    chronicle.commit("2026-02-01", {"jumper": CANDIDATE.format(title="Jumper", phase="design")})
    early = lived(chronicle, edited(versions, 14, changed("in three pilot", "in two pilot"))[:20])
    jumped = chronicle.commit(
        "2026-05-01", {"jumper": CANDIDATE.format(title="Jumper", phase="sustainability")}, by=TIMUR
    )
    back = chronicle.commit("2026-05-02", {"jumper": CANDIDATE.format(title="Jumper", phase="acceleration")})
    broken = chronicle.commit("2026-05-03", {"jumper": "format: 1\n<<<<<<< HEAD\n=======\n>>>>>>> x\n"})
    chronicle.commit("2026-05-03", {"jumper": CANDIDATE.format(title="Jumper", phase="acceleration")})
    deleted = chronicle.commit("2026-05-04", {"jumper": None})
    several = chronicle.commit(
        "2026-05-05", {id_: CANDIDATE.format(title=id_, phase="design") for id_ in ("one", "two")}
    )
    other = chronicle.commit(
        "2026-05-06", {"one": CANDIDATE.format(title="One", phase="design")}, by=TIMUR, committer=DANA
    )
    older = chronicle.commit("2026-05-01", {"two": CANDIDATE.format(title="Two", phase="design")})
    begun = chronicle.commit("2026-05-07", {"old": CANDIDATE.format(title="Old", phase="sustainability")})
    waived = chronicle.commit("2026-05-08", {"one": CANDIDATE.format(title="One", phase="design") + WAIVER})
    unwaived = chronicle.commit("2026-05-09", {"one": CANDIDATE.format(title="One", phase="design")})

    rows = found(chronicle)

    assert waived != unwaived
    assert rows == [
        ("frozen-field-changed", "claims", early[14], "2026-04-18", "Dana Omarova"),
        ("phase-jumped-or-went-back", "jumper", jumped, "2026-05-01", "Timur Ospanov"),
        ("phase-jumped-or-went-back", "jumper", back, "2026-05-02", "Dana Omarova"),
        ("invalid-version", "jumper", broken, "2026-05-03", "Dana Omarova"),
        ("challenge-deleted", "jumper", deleted, "2026-05-04", "Dana Omarova"),
        ("several-challenges-in-one-commit", None, several, "2026-05-05", "Dana Omarova"),
        ("author-differs-from-committer", None, other, "2026-05-06", "Timur Ospanov"),
        ("dates-run-backwards", None, older, "2026-05-01", "Dana Omarova"),
        ("phase-jumped-or-went-back", "old", begun, "2026-05-07", "Dana Omarova"),
        ("waiver-removed", "one", unwaived, "2026-05-09", "Dana Omarova"),
    ]


def test_to_complete_an_amendment_is_no_offence(chronicle: Chronicle, versions: Versions) -> None:
    on, text = versions[23]
    waiting = text.replace(", because: Pilot court reached 2 on Day 40, by: Aigerim Bekova}", "}")
    assert waiting != text
    lived(chronicle, [*versions[:23], (on, waiting), *versions[23:]])

    assert found(chronicle, code=0) == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar_are_audited_too(
    day: str, chronicle: Chronicle, versions: Versions
) -> None:
    lived(
        chronicle, [(on, text.replace("2026-07-15", day).replace("2026-04-06", day)) for on, text in versions]
    )

    assert Office(chronicle.root).run("audit", "--json", code=1).json["ok"] is False


def test_no_content_of_a_file_makes_the_audit_stumble(chronicle: Chronicle) -> None:
    examples = sorted((Path(__file__).parents[1] / "examples").rglob("*.yaml"))
    contents = [("2026-03-01", path.read_bytes()) for path in examples]
    chronicle.keep("claims", contents)

    audit = Office(chronicle.root).run("audit", "--json", code=1).json

    assert audit["commits"] == len(examples) + 1 > 20
    assert {"invalid-version"} < {one["rule"] for one in audit["findings"]}


def test_a_change_behind_a_broken_version_is_found(chronicle: Chronicle, versions: Versions) -> None:
    lived(chronicle, versions[:16])
    broken = chronicle.commit("2026-04-21", {"claims": "title: [\n"})
    moved = chronicle.commit("2026-04-22", {"claims": versions[15][1].replace("target: 2", "target: 9")})

    rows = found(chronicle)

    assert [row[:3] for row in rows] == [
        ("invalid-version", "claims", broken),
        ("frozen-field-changed", "claims", moved),
    ]


def test_after_more_commits_only_these_are_read_and_nothing_is_forgotten(
    chronicle: Chronicle, versions: Versions
) -> None:
    lived(chronicle, versions[:16])
    broken = chronicle.commit("2026-04-21", {"claims": "title: [\n"})
    Office(chronicle.root).run("audit", code=1)
    moved = chronicle.commit("2026-04-22", {"claims": versions[15][1].replace("target: 2", "target: 9")})
    Office(chronicle.root).run("audit", code=1)
    gone = chronicle.commit("2026-04-23", {"claims": None})

    rows = [row[:3] for row in found(chronicle)]

    assert rows == [
        ("invalid-version", "claims", broken),
        ("frozen-field-changed", "claims", moved),
        ("challenge-deleted", "claims", gone),
    ]


def test_merged_branches_with_readings_on_both_sides_have_no_findings(
    chronicle: Chronicle, versions: Versions
) -> None:
    lived(chronicle, versions[:16])
    text = versions[15][1]
    chronicle.git("switch", "--quiet", "--create=side")
    chronicle.commit("2026-04-21", {"claims": text.replace("unit: appeals,", "unit: appeals a week,")})
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-04-22", {"claims": versions[16][1]})
    chronicle.merge("2026-04-23", "side")

    rows = found(chronicle, code=0)

    assert rows == []


def test_a_merge_that_brings_a_whole_phase_along_is_no_jump(chronicle: Chronicle, versions: Versions) -> None:
    lived(chronicle, versions[:7])
    chronicle.git("switch", "--quiet", "--create=side")
    chronicle.commit("2026-03-04", {"other": CANDIDATE.format(title="Other", phase="design")})
    chronicle.git("switch", "--quiet", "main")
    lived(chronicle, versions[7:])
    chronicle.git("switch", "--quiet", "side")
    chronicle.merge("2026-08-21", "main")

    rows = found(chronicle, code=0)

    assert rows == []


def test_an_offence_on_a_side_branch_is_found_there_and_not_in_its_merge_again(
    chronicle: Chronicle, versions: Versions
) -> None:
    lived(chronicle, versions[:16])
    chronicle.git("switch", "--quiet", "--create=side")
    cut = chronicle.commit("2026-04-21", {"claims": without_line("value: 39")(versions[15][1])})
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-04-22", {"other": CANDIDATE.format(title="Other", phase="design")})
    chronicle.merge("2026-04-23", "side")

    rows = found(chronicle)

    assert [row[:3] for row in rows] == [("reading-removed-or-rewritten", "claims", cut)]


def test_what_a_merge_itself_throws_away_is_found_in_the_merge(
    chronicle: Chronicle, versions: Versions
) -> None:
    lived(chronicle, versions[:14])
    chronicle.git("switch", "--quiet", "--create=side")
    chronicle.commit("2026-04-14", {"other": CANDIDATE.format(title="Other", phase="design")})
    chronicle.git("switch", "--quiet", "main")
    lived(chronicle, versions[14:16])
    chronicle.git("switch", "--quiet", "side")
    merge = chronicle.merge("2026-04-23", "--strategy=ours", "main")

    rows = found(chronicle)

    assert [row[:3] for row in rows] == [("reading-removed-or-rewritten", "claims", merge)]


def test_a_merge_that_moves_the_target_on_its_own_is_found(chronicle: Chronicle, versions: Versions) -> None:
    lived(chronicle, versions[:16])
    chronicle.git("switch", "--quiet", "--create=side")
    chronicle.commit("2026-04-21", {"other": CANDIDATE.format(title="Other", phase="design")})
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-04-22", {"claims": versions[16][1]})
    chronicle.git("merge", "--quiet", "--no-commit", "--no-ff", "side")
    evil = chronicle.commit("2026-04-23", {"claims": versions[16][1].replace("target: 2", "target: 9")})

    rows = found(chronicle)

    assert [row[:3] for row in rows] == [("frozen-field-changed", "claims", evil)]


def test_renames_cohort_moves_and_cherry_picks_are_no_offences(
    chronicle: Chronicle, versions: Versions
) -> None:
    lived(chronicle, versions[:14])
    (chronicle.root / "challenges" / "2026-spring").mkdir()
    chronicle.git("mv", "challenges/claims.yaml", "challenges/2026-spring/claims.yaml")
    chronicle.commit("2026-04-18")
    chronicle.git("switch", "--quiet", "--create=side")
    picked = chronicle.commit("2026-04-20", {"2026-spring/claims": versions[15][1]})
    chronicle.git("switch", "--quiet", "main")
    chronicle.git("mv", "challenges/2026-spring/claims.yaml", "challenges/2026-spring/small-claims.yaml")
    chronicle.commit("2026-04-19")
    env = {"GIT_COMMITTER_DATE": "2026-06-20T09:00:00+05:00"}
    chronicle.git("cherry-pick", picked, env=env)
    chronicle.git(
        "merge",
        "--quiet",
        "--message=Merged",
        "side",
        env={**env, "GIT_AUTHOR_DATE": env["GIT_COMMITTER_DATE"]},
    )

    rows = found(chronicle, code=0)

    assert rows == []
    assert Office(chronicle.root).run("audit", "small", "--json").json["versions"] == 16


def test_a_file_that_moves_and_changes_keeps_its_past(chronicle: Chronicle, versions: Versions) -> None:
    lived(chronicle, versions[:16])
    text = versions[15][1].replace("target: 2", "target: 9") + "# " + "x" * 4000 + "\n"
    moved = chronicle.commit("2026-04-21", {"claims": None, "2026-spring/claims": text})

    rows = found(chronicle)

    assert [row[:3] for row in rows] == [("frozen-field-changed", "claims", moved)]


def test_one_challenge_is_audited_under_all_its_names(chronicle: Chronicle, versions: Versions) -> None:
    moved = lived(chronicle, edited(versions[:16], 15, changed("target: 2", "target: 9")))[15]
    chronicle.commit("2026-04-21", {"other": CANDIDATE.format(title="Other", phase="sustainability")})
    chronicle.git("mv", "challenges/claims.yaml", "challenges/judged.yaml")
    chronicle.commit("2026-04-22")

    rows = found(chronicle, "judged")

    assert [row[:3] for row in rows] == [("frozen-field-changed", "claims", moved)]
    assert [row[:2] for row in found(chronicle, "other", code=0)] == [("phase-jumped-or-went-back", "other")]


def test_a_gate_is_judged_by_the_settings_of_its_day(chronicle: Chronicle, versions: Versions) -> None:
    lived(chronicle, versions[:7])
    strict = chronicle.commit(
        "2026-03-03", {"../accelerator": f"{ACCELERATOR}settings: {{stakeholders: 9}}\n"}
    )
    passed = lived(chronicle, versions[7:9])[0]
    chronicle.commit("2026-03-11", {"../accelerator": ACCELERATOR})

    rows = found(chronicle)

    assert strict != passed
    assert [row[:3] for row in rows] == [("gate-passed-unmet", "claims", passed)]


def test_settings_that_cannot_be_read_leave_the_last_ones_in_force(
    chronicle: Chronicle, versions: Versions
) -> None:
    chronicle.commit("2026-02-01", {"../accelerator": f"{ACCELERATOR}settings: {{stakeholders: 9}}\n"})
    lived(chronicle, versions[:7])
    chronicle.commit("2026-03-03", {"../accelerator": "settings: [\n", ".draft": "nothing: yet\n"})
    passed = lived(chronicle, versions[7:9])[0]
    chronicle.commit("2026-03-11", {"../accelerator": ACCELERATOR})

    assert [row[:3] for row in found(chronicle)] == [("gate-passed-unmet", "claims", passed)]


def test_a_day_is_counted_in_the_zone_of_the_accelerator(chronicle: Chronicle, versions: Versions) -> None:
    lived(chronicle, versions[:24])
    text = versions[24][1]
    assert "2026-06-15" in text
    chronicle.commit("2026-06-14T20:30:00+00:00", {"claims": text})

    rows = found(chronicle, code=0)

    assert rows == []


def test_the_text_of_an_audit_fits_a_screen_and_says_who_and_what_to_do(
    chronicle: Chronicle, versions: Versions
) -> None:
    lived(chronicle, edited(versions[:16], 15, changed("target: 2", "target: 9")))

    shown = Office(chronicle.root).run("audit", code=1).out

    assert max(map(len, shown.splitlines())) <= 80
    assert shown.splitlines()[0] == "claims"
    assert "✗ frozen-field-changed  2026-04-20 · Dana Omarova · " in shown
    assert "Target of days-to-judgment changed from 2 to 9 days, without an amendment." in " ".join(
        shown.split()
    )
    assert "16 versions of 1 challenge: 1 error." in shown


def test_hostile_names_and_subjects_reach_no_terminal(chronicle: Chronicle) -> None:
    chronicle.commit(
        "2026-05-05",
        {"one": CANDIDATE.format(title="One", phase="sustainability")},
        by=("Mallory \x1b[31m", "m@example.org"),
    )

    shown = Office(chronicle.root).run("audit").out

    assert "\x1b" not in shown


def test_without_git_or_commits_there_is_nothing_to_audit(tmp_path: Path) -> None:
    (tmp_path / "accelerator.yaml").write_text("format: 1\n")
    office = Office(tmp_path)

    outside = office.run("audit", code=2).err
    Chronicle(tmp_path).git("init", "--quiet")
    unborn = office.run("audit", code=2).err

    assert "not in git" in outside
    assert "Nothing was committed yet" in unborn


def test_a_folder_inside_a_larger_repository_is_audited_alone(tmp_path: Path, versions: Versions) -> None:
    outer = Chronicle.begun(tmp_path / "outer" / "office")
    shutil.move(outer.root / ".git", tmp_path / "outer" / ".git")
    whole = dataclasses.replace(outer, root=tmp_path / "outer")
    whole.commit("2026-02-02", subject="Moved")
    (whole.root / "challenges").mkdir()
    whole.commit("2026-03-01", {"foreign": "not: ours\n"})
    outer.commit("2026-03-02", {"one": CANDIDATE.format(title="One", phase="sustainability")})

    rows = found(outer, code=0)

    assert [row[:2] for row in rows] == [("phase-jumped-or-went-back", "one")]
