"""What `check` says, in which form, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit
    from office import Office

SOUND = "format: 1\ntitle: Small claims settled in one day\nphase: design\n"

TEN = """\
format: 1
title: Small claims: settled in one day
titel: x
agency: 2026
sponsor: {name: Aigerim Bekova, name: Dana Omarova}
phase: launched
acceleration:
  clock: {start: 2026-02-30, days: 120}
  goals:
    Days to judgment: {}
    claims-judged:
      readings: [{value: 3}]
waivers: !!seq []
lessons:
  - {text: ""}
"""


def put(office: Office, name: str, text: str) -> Path:
    path = office.root / "challenges" / name
    path.write_text(text)
    return path


def test_a_file_with_ten_faults_is_told_ten_each_at_its_line_and_column(office: Office) -> None:
    put(office, "claims.yaml", TEN)

    findings = office.run("check", "--json", code=3).json["findings"]

    assert [(found["line"], found["column"], found["code"]) for found in findings] == [
        (2, 20, "syntax"),
        (3, 1, "unknown-key"),
        (4, 9, "wrong-type"),
        (5, 33, "duplicate-key"),
        (6, 8, "not-one-of"),
        (8, 18, "not-a-date"),
        (8, 36, "out-of-range"),
        (10, 5, "bad-value"),
        (12, 18, "missing-key"),
        (13, 10, "tag"),
        (15, 12, "bad-value"),
    ]


def test_findings_come_by_file_and_line_and_the_last_line_counts_them(office: Office) -> None:
    put(office, "b.yaml", "format: 1\nphase: closed\ntitel: x\n")
    put(office, "a.yaml", f"{SOUND}closed: {{date: 2026-03-02, as: declined}}\n")

    said = office.run("check", code=3).out.splitlines()

    assert [line.partition(" error")[0] for line in said if line.startswith("challenges")] == [
        "challenges/a.yaml:4:9:",
        "challenges/b.yaml:1:1:",
        "challenges/b.yaml:3:1:",
    ]
    assert said[-1] == "3 files checked: 3 errors, 0 warnings."


def test_broken_files_never_hide_the_others_in_status(office: Office) -> None:
    put(office, "broken.yaml", TEN)
    put(office, "empty.yaml", "")
    put(office, "claims.yaml", SOUND)

    shown = office.run("status", code=0)
    plain = office.run("status", "--json", code=0)

    assert "Small claims settled" in shown.out
    assert len(shown.err.strip().splitlines()) == 1
    assert "hundredday check" in shown.err
    assert [challenge["id"] for challenge in plain.json["challenges"]] == ["claims"]
    problems = [found for found in plain.json["problems"] if found["severity"] == "error"]
    assert problems == office.run("check", "--json", code=3).json["findings"]


def test_all_is_well_in_one_line(office: Office) -> None:
    put(office, "claims.yaml", SOUND)

    assert office.run("check", code=0).out == "2 files checked: all is well.\n"
    assert office.run("check", "--json", code=0).json == {"ok": True, "files": 2, "findings": []}
    assert office.run("check", "--format", "github", code=0).out == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (SOUND, 0),
        (f"{SOUND.replace('design', 'acceleration')}acceleration: {{goals: {{a: {{measurable: {{kind: level, target: 1}}, trajectory: {{50: 2}}}}}}}}\n", 0),
        (f"{SOUND}closed: {{date: 2026-03-02, as: declined}}\n", 1),
        (SOUND.replace("design", "launched"), 3),
        (f"{SOUND}design: {{entered: 2026-02-30}}\n", 3),
        ("", 3),
    ],
    ids=["sound", "a warning", "a broken rule", "no challenge", "no date", "empty"],
)  # fmt: skip
def test_the_exit_code_says_whether_anything_blocks_and_whether_it_is_a_challenge(
    text: str, code: int, office: Office
) -> None:
    put(office, "claims.yaml", text)

    plain = office.run("check", "--json", code=code).json

    assert plain["ok"] is (code == 0)
    assert office.run("check", code=code).err == ""
    assert office.run("check", "--format", "github", code=code).err == ""


def test_a_challenge_of_which_the_names_are_wrong_is_still_read(office: Office) -> None:
    put(office, "Small Claims.yaml", SOUND)

    (finding,) = office.run("check", "--json", code=1).json["findings"]

    assert (finding["code"], finding["path"]) == ("bad-id", "challenges/Small Claims.yaml")


def test_a_broken_accelerator_file_does_not_keep_challenges_from_being_checked(office: Office) -> None:
    (office.root / "accelerator.yaml").write_text("timezone: Nowhere\nsettings: {stale_after: ten}\n")
    put(office, "claims.yaml", "phase: design\n")

    findings = office.run("check", "--json", code=3).json["findings"]

    assert [(found["path"], found["code"]) for found in findings] == [
        ("accelerator.yaml", "wrong-type"),
        ("challenges/claims.yaml", "missing-key"),
        ("challenges/claims.yaml", "missing-key"),
    ]


def test_a_finding_of_json_has_its_place_its_words_and_its_mend(office: Office) -> None:
    put(office, "claims.yaml", SOUND.replace("design", "launched"))

    assert office.run("check", "--json", code=3).json == {
        "ok": False,
        "files": 2,
        "findings": [
            {
                "path": "challenges/claims.yaml",
                "line": 3,
                "column": 8,
                "code": "not-one-of",
                "severity": "error",
                "text": '"phase" cannot be "launched".',
                "mend": "Write design, acceleration, sustainability or closed.",
            }
        ],
    }


def test_only_the_named_files_are_checked_wherever_one_stands(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = put(office, "claims.yaml", "")
    put(office, "other.yaml", "")
    outside = tmp_path / "draft.yaml"
    outside.write_text("")
    monkeypatch.chdir(office.root / "challenges")

    def path_of(*names: str) -> list[str]:
        return [found["path"] for found in office.run("check", "--json", *names, code=3).json["findings"]]

    assert path_of("claims.yaml") == ["challenges/claims.yaml"]
    assert path_of("../challenges/claims.yaml") == ["challenges/claims.yaml"]
    assert path_of("challenges/claims.yaml") == ["challenges/claims.yaml"]
    assert path_of(str(inside)) == ["challenges/claims.yaml"]
    assert path_of(str(outside)) == [str(outside)]
    assert path_of("../../draft.yaml") == ["../../draft.yaml"]
    assert path_of("claims.yaml", "other.yaml") == ["challenges/claims.yaml", "challenges/other.yaml"]


def test_what_is_no_file_is_said_to_be_none(office: Office, tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")

    for name in ("nowhere.yaml", "challenges", str(tmp_path / "circle"), "x" * 5000):
        (finding,) = office.run("check", "--json", name, code=3).json["findings"]
        assert finding["code"] == "cannot-read"


def test_an_annotation_stands_at_its_line_and_says_text_and_mend(office: Office) -> None:
    put(office, "claims.yaml", SOUND.replace("design", "launched"))

    said = office.run("check", "--format", "github", code=3).out

    assert said == (
        "::error file=challenges/claims.yaml,line=3,col=8,title=not-one-of::"
        '"phase" cannot be "launched". Write design, acceleration, sustainability or closed.\n'
    )


@pytest.mark.parametrize(
    "line",
    [
        '"x\\n::error file=a::owned": 1',
        '"x\\r\\n::set-output name=a::owned": 1',
        '"x%0A::error::owned": 1',
        "'::stop-commands::x': 1",
        'phase: "x\\n::add-mask::design"',
        "agency: \x1b]8;;https://example.org\x1b\\x",
    ],
)  # fmt: skip
def test_nothing_in_a_file_becomes_a_command_of_github(line: str, office: Office) -> None:
    put(office, "claims.yaml", f"format: 1\ntitle: Small claims\n{line}\n")

    said = office.run("check", "--format", "github", code=3).out.splitlines()

    assert all(one.startswith("::error file=challenges/claims.yaml,line=") for one in said)
    assert "%0A" not in "".join(said).replace("%250A", "")
    assert "\x1b" not in "".join(said)


def test_nothing_in_the_name_of_a_file_becomes_a_command_of_github(office: Office) -> None:
    put(office, "a,line=9::x\n::error::owned\x1b.yaml", SOUND)

    (said,) = office.run("check", "--format", "github", code=1).out.splitlines()

    assert said.startswith("::error file=challenges/a%2Cline=9%3A%3Ax")
    assert "\x1b" not in said


def test_check_changes_nothing(office: Office, git: RunGit) -> None:
    path = put(office, "claims.yaml", TEN)

    office.run("check", code=3)

    assert path.read_text() == TEN
    assert git(office.root, "status", "--porcelain", "--untracked-files=all") == "?? challenges/claims.yaml"


def test_a_challenge_is_checked_by_the_beginning_of_its_id_too(office: Office) -> None:
    put(office, "small-claims.yaml", SOUND.replace("design", "launched"))
    put(office, "small-change.yaml", SOUND)
    put(office, "short-queues.yaml", SOUND)

    assert (
        office.run("check", "small-cl", code=3).out
        == office.run("check", "challenges/small-claims.yaml", code=3).out
    )
    assert office.run("check", "short").code == 0
    assert "small-change" in office.run("check", "small", code=2).err
    assert "There is no file nothing" in office.run("check", "nothing", code=3).out


def test_more_findings_than_are_drawn_at_once_stand_one_below_another(office: Office) -> None:
    for number in range(450):
        (office.root / "challenges" / f"number-{number:03}.yaml").write_text("format: 1\ntitle: x\n")

    shown = office.run("check", code=3).out

    blocks = shown.split("\n\n")
    assert len(blocks) == 450
    assert [block.partition(":")[0] for block in blocks] == [
        f"challenges/number-{number:03}.yaml" for number in range(450)
    ]
    assert shown.endswith("451 files checked: 450 errors, 0 warnings.\n")


def test_two_forms_at_once_are_refused(office: Office) -> None:
    refused = office.run("check", "--json", "--format", "github", code=2)
    same = office.run("check", "--json", "--format", "json")

    assert refused.err == "error: --json and --format github are two forms.\n  Leave out one of the two.\n"
    assert same.json["ok"] is True
