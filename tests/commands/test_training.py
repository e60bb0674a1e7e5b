"""Training as a person sees it: intakes, attendance, projects, and graduates who have a closed challenge."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from documents import faults
from transcript import typed

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

SAMPLES = Path(__file__).parents[2]

OPENED = (
    (
        "training new 'Executive Leadership Program' --id elp-2026 --provider 'School of Government'"
        " --needs closed-challenge"
    ),
    "training module elp-2026 'Online module' --from 2026-02-09 --to 2026-02-13 --key online",
    (
        "training enrol elp-2026 'Saule Nurlanova; Chief specialist; Ministry of Justice' 'Timur Ospanov'"
        " --project small --group Courts"
    ),
)


@pytest.fixture
def opened(candidate: Office) -> Office:
    """An intake of two with one challenge, just proposed, as their project."""
    for command in OPENED:
        assert typed(candidate, command).endswith("[0]\n")
    return candidate


def test_an_intake_is_opened_step_by_step_and_each_step_is_one_commit(candidate: Office, git: RunGit) -> None:
    seen = typed(candidate, *OPENED)

    assert seen == snapshot("""\
$ hundredday training new 'Executive Leadership Program' --id elp-2026 --provider 'School of Government' --needs closed-challenge
elp-2026: training opened: “Executive Leadership Program”
! next: hundredday training module elp-2026 "Online module" --from DATE
[0]
$ hundredday training module elp-2026 'Online module' --from 2026-02-09 --to 2026-02-13 --key online
elp-2026: module added: Online module
[0]
$ hundredday training enrol elp-2026 'Saule Nurlanova; Chief specialist; Ministry of Justice' 'Timur Ospanov' --project small --group Courts
elp-2026: 2 enrolled: Saule Nurlanova, Timur Ospanov
[0]
""")
    assert git(candidate.root, "log", "-3", "--format=%s") == snapshot("""\
elp-2026: 2 enrolled: Saule Nurlanova, Timur Ospanov
elp-2026: module added: Online module
elp-2026: training opened: “Executive Leadership Program”\
""")
    assert git(candidate.root, "log", "-1", "--format=%b") == snapshot("""\
Training: elp-2026
Event: participants-enrolled
""")
    assert git(candidate.root, "status", "--porcelain") == ""
    assert (candidate.root / "training/elp-2026.yaml").read_text() == snapshot("""\
# yaml-language-server: $schema=../.hundredday/training.schema.json
format: 1
title: Executive Leadership Program
provider: School of Government
graduates_need: [closed_challenge]

modules:
  online: {title: Online module, from: 2026-02-09, to: 2026-02-13}
participants:
  - {name: Saule Nurlanova, post: Chief specialist, agency: Ministry of Justice, group: Courts, project: small-claims-settled-in-one-day}
  - {name: Timur Ospanov, group: Courts, project: small-claims-settled-in-one-day}
""")


def test_attendance_changes_only_the_lines_of_those_who_were_there(opened: Office, git: RunGit) -> None:
    path = opened.root / "training/elp-2026.yaml"
    path.write_text(path.read_text().replace("participants:", "# by hand\nparticipants:   # two so far"))
    opened.today = "2026-02-10"

    seen = typed(
        opened, "training attend elp-2026 online Nurlanova", "training attend elp-2026 online Nurlanova"
    )

    assert seen == snapshot("""\
$ hundredday training attend elp-2026 online Nurlanova
elp-2026: edits made by hand are committed: comments and layout changed, nothing else
elp-2026: Online module attended by Saule Nurlanova
[0]
$ hundredday training attend elp-2026 online Nurlanova
elp-2026: nothing changes; it says so already.
[0]
""")
    assert git(opened.root, "show", "--format=", "--unified=0").splitlines()[4:] == snapshot(
        [
            "@@ -11 +11 @@ participants:   # two so far",
            "-  - {name: Saule Nurlanova, post: Chief specialist, agency: Ministry of Justice, group: Courts, project: small-claims-settled-in-one-day}",
            "+  - {name: Saule Nurlanova, post: Chief specialist, agency: Ministry of Justice, group: Courts, attended: [online], project: small-claims-settled-in-one-day}",
        ]
    )


def test_attendance_refuses_strangers_unknown_modules_and_what_has_not_begun(opened: Office) -> None:
    seen = typed(
        opened,
        "training attend elp-2026 online --all",
        "training attend elp-2026 onlien --all",
        "training attend elp-2026 online",
        "training attend elp-2026 online --all --today 2026-02-10",
        "training attend elp-2026 online Nurlanov Ospanof --today 2026-02-10",
        "training attend elp-2027 online --all",
    )

    assert seen == snapshot("""\
$ hundredday training attend elp-2026 online --all
! error: Online module begins on 2026-02-09; today is 2026-02-03.
!   Note attendance when it has begun.
[1]
$ hundredday training attend elp-2026 onlien --all
! error: There is no module “onlien” in this intake.
!   Did you mean online?
[1]
$ hundredday training attend elp-2026 online
! error: It is not said who was there.
!   Name them, or say --all for everybody.
[2]
$ hundredday training attend elp-2026 online --all --today 2026-02-10
elp-2026: Online module attended by Saule Nurlanova, Timur Ospanov
[0]
$ hundredday training attend elp-2026 online Nurlanov Ospanof --today 2026-02-10
! error: “Ospanof” does not take part in this intake.
!   Did you mean Timur Ospanov?
[1]
$ hundredday training attend elp-2027 online --all
! error: No training intake has the id “elp-2027”.
!   Choose one of: elp-2026.
[2]
""")


def test_nobody_graduates_before_the_project_is_closed_as_completed(opened: Office) -> None:
    before = (opened.root / "training/elp-2026.yaml").read_bytes()

    seen = typed(opened, "training graduate elp-2026 Nurlanova Ospanov", "training graduate elp-2026 --ready")

    assert seen == snapshot("""\
$ hundredday training graduate elp-2026 Nurlanova Ospanov
! error: Nobody graduates yet; the file is as it was.
! error: Saule Nurlanova: small-claims-settled-in-one-day is not closed as
!   completed. [graduated-too-early]
!   mend: hundredday status small-claims-settled-in-one-day
!
! error: Timur Ospanov: small-claims-settled-in-one-day is not closed as
!   completed. [graduated-too-early]
!   mend: hundredday status small-claims-settled-in-one-day
[1]
$ hundredday training graduate elp-2026 --ready
! error: Nobody graduates yet; the file is as it was.
! error: Saule Nurlanova: small-claims-settled-in-one-day is not closed as
!   completed. [graduated-too-early]
!   mend: hundredday status small-claims-settled-in-one-day
!
! error: Timur Ospanov: small-claims-settled-in-one-day is not closed as
!   completed. [graduated-too-early]
!   mend: hundredday status small-claims-settled-in-one-day
[1]
""")
    assert (opened.root / "training/elp-2026.yaml").read_bytes() == before


def test_a_closed_challenge_makes_graduates_who_may_coach_unless_they_are_busy(
    lasting: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch
) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_DATE", "2026-08-20T10:00:00+0000")
    for command in OPENED:
        typed(lasting, command)
    lasting.run("advance", "small")

    seen = typed(lasting, "training graduate elp-2026 --ready --on 2026-08-20", "training status elp-2026")
    document = lasting.run("training", "status", "--json").json

    assert seen == snapshot("""\
$ hundredday training graduate elp-2026 --ready --on 2026-08-20
elp-2026: graduated: Saule Nurlanova, Timur Ospanov
[0]
$ hundredday training status elp-2026
National Accelerator                                     Thursday 20 August 2026

Executive Leadership Program                                            elp-2026
  2 participants · ✓ 2 graduated · 1 project, 1 closed
  taught by   School of Government
  asks for    a challenge closed as completed
  Online module  attendance not noted                            9 Feb to 13 Feb

  Courts  2                         small-claims-settled-in-one-day  ✓ completed
   ✓ Saule Nurlanova  Chief specialist, Ministry of Justice     graduated 20 Aug
   ✓ Timur Ospanov                                              graduated 20 Aug

May coach next                                                                 2
  ● Saule Nurlanova  Chief specialist, Ministry of Justice
  ● Timur Ospanov

Lately
  20 Aug  graduated: Saule Nurlanova, Timur Ospanov
          2 enrolled: Saule Nurlanova, Timur Ospanov
          module added: Online module
          training opened: “Executive Leadership Program”
[0]
""")
    assert [one["name"] for one in document["may_coach"]] == ["Saule Nurlanova", "Timur Ospanov"]
    assert all(one["project"]["completed"] for one in document["intakes"][0]["participants"])
    assert git(lasting.root, "log", "-1", "--format=%s") == (
        "elp-2026: graduated: Saule Nurlanova, Timur Ospanov"
    )


def test_a_graduate_on_a_running_team_is_busy(running: Office) -> None:
    running.run("training", "new", "Diploma", "--id", "diploma")
    running.run("training", "enrol", "diploma", "Dana Omarova", "Participant 2")
    running.run("training", "graduate", "diploma", "--ready")

    document = running.run("training", "status", "--json").json

    assert [(one["name"], one["busy_on"]) for one in document["may_coach"]] == [
        ("Participant 2", []),
        ("Dana Omarova", ["small-claims-settled-in-one-day"]),
    ]


def test_what_was_edited_by_hand_is_told_in_the_same_sentences(opened: Office, git: RunGit) -> None:
    path = opened.root / "training/elp-2026.yaml"
    path.write_text(
        path.read_text().replace("name: Timur Ospanov,", "name: Timur Ospanov, attended: [online],")
    )

    said = opened.run("save")

    assert said.out == snapshot(
        "elp-2026: edits made by hand are committed: Online module attended by Timur Ospanov\n"
    )
    assert git(opened.root, "log", "-1", "--format=%s") == snapshot(
        "elp-2026: Online module attended by Timur Ospanov"
    )


def test_edits_that_break_a_rule_are_shown_and_not_committed(opened: Office, git: RunGit) -> None:
    path = opened.root / "training/elp-2026.yaml"
    path.write_text(
        path.read_text().replace("project: small-claims-settled-in-one-day", "project: smal-claims")
    )

    said = opened.run("save", code=1)
    again = opened.run("training", "enrol", "elp-2026", "Participant 3", code=1)

    assert "[unknown-challenge]" in said.err
    assert "breaks a rule" in again.err
    assert git(opened.root, "status", "--porcelain").strip() == "M training/elp-2026.yaml"


def test_a_bad_file_never_hides_the_other_intakes(opened: Office) -> None:
    (opened.root / "training/broken.yaml").write_text("format: 1\ntitel: Diploma\n")

    said = opened.run("training", "status", "--json")
    checked = opened.run("check", "--json", code=3)

    assert faults("training", said.json) == []
    assert [one["id"] for one in said.json["intakes"]] == ["elp-2026"]
    assert said.json["problems"] == checked.json["findings"]
    assert {one["path"] for one in checked.json["findings"]} == {"training/broken.yaml"}


def test_the_published_program_of_kazakhstan_is_shown(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    (office.root / "accelerator.yaml").write_text(
        "format: 1\nname: National Accelerator\n"
        "topics: {capacity-building: Capacity Building and Leadership Programs}\n"
    )
    for folder in ("challenges", "training"):
        shutil.copytree(SAMPLES / folder, office.root / folder, dirs_exist_ok=True)
    office.today = "2026-11-23"

    seen = typed(office, "training")
    document = office.run("training", "status", "--json").json

    assert seen == snapshot("""\
$ hundredday training
National Accelerator                                                         Monday 23 November 2026

Diploma of the National Accelerator                                                     diploma-2026
  5 participants · ✓ 2 graduated · 2 projects, 1 closed
  topic       Capacity Building and Leadership Programs
  host        National Project Office
  asks for    a challenge closed as completed, every module attended
  The method of 100 days  ████████████  5 of 5 attended                             14 Sep to 16 Sep
  Coaching a team         ██████████░░  4 of 5 attended                             12 Oct to 14 Oct

Executive Leadership Program                                                                elp-2024
  33 participants
  topic       Capacity Building and Leadership Programs
  taught by   Mohammed bin Rashid School of Government
  host        Academy of Public Administration under the President of the Republic of Kazakhstan
  Online module          attendance not noted
  First stage in Astana  attendance not noted                             15 May 2024 to 17 May 2024

May coach next                                                                                     2
  ● Talgat Mamyrov    Head of division, Ministry of Labour
  ● Lyazzat Ospanova  Head of department, Ministry of Agriculture
[0]
""")
    assert faults("training", document) == []
    (elp,) = [one for one in document["intakes"] if one["id"] == "elp-2024"]
    assert elp["counts"]["participants"] == 33


def test_the_verbs_are_told_and_a_wrong_one_gets_the_nearest(office: Office) -> None:
    seen = typed(
        office, "training --help", "training enroll elp", "training status elp", "training new '***'"
    )

    assert all(len(line) < 80 for line in seen.splitlines())
    assert seen == snapshot("""\
$ hundredday training --help
Usage: hundredday training VERB …

Keep training intakes: attendance, projects, graduates.

Verbs:
  new        Open a training intake
  module     Add a module to an intake, or change one
  enrol      Enrol people, with the challenge they must finish
  attend     Note who attended a module
  graduate   Let participants graduate who have what the intake asks for
  status     Show the intakes: attendance, projects, graduates, who may coach

hundredday training VERB --help says more; without a verb: status.
[0]
$ hundredday training enroll elp
! error: training has no verb “enroll”.
!   Did you mean training enrol?
[2]
$ hundredday training status elp
! error: No training intake has the id “elp”.
!   hundredday training new "Executive Leadership Program"
[2]
$ hundredday training new '***'
! error: No readable id can be made from “***”.
!   Add --id with a short name in Latin letters, such as --id elp-2026.
[2]
""")


def test_one_intake_ends_with_what_happened_lately_and_where_the_rest_is_told(opened: Office) -> None:
    for number in range(1, 6):
        opened.run("training", "module", "elp-2026", f"Module {number}", "--key", f"m{number}")

    lines = opened.run("training", "status", "elp-2026").out.splitlines()
    every = opened.run("training", "status").out
    (opened.root / ".git").rename(opened.root.parent / "gone")
    outside = opened.run("training", "status", "elp-2026").out

    shown = lines[lines.index("Lately") + 1 :]
    assert [line.split("module added: ")[-1] for line in shown[:5]] == [
        f"Module {n}" for n in (5, 4, 3, 2, 1)
    ]
    assert shown[5] == "  hundredday log elp-2026"
    assert "Lately" not in every
    assert "Lately" not in outside
