"""Cohorts: opened in the settings, launched together or not at all, reviewed, and compared with the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from programme import ACCELERATED, COHORTS, faults, write_candidate
from transcript import typed

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def write_ready(office: Office, id: str, number: int, *, without: str = "") -> None:
    """A challenge before its launch; `without` is a line that is left out."""
    text = ACCELERATED.replace("title: Title", f"title: {id.capitalize()} in two days").replace(
        "NUMBER", f"{number}"
    )
    assert without in text
    kept = "\n".join(line for line in text.splitlines() if not (without and without in line))
    (office.root / "challenges" / f"{id}.yaml").write_text(f"format: 1\n{kept}\nphase: acceleration\n")


@pytest.fixture
def three(office: Office, git: RunGit) -> Office:
    """Two challenges that are ready for their launch, and one whose coach is missing."""
    (office.root / "accelerator.yaml").write_text(COHORTS)
    write_ready(office, "claims", 1)
    write_ready(office, "permits", 2)
    write_ready(office, "queues", 3, without="coach:")
    office.today = "2026-04-01"
    git(office.root, "add", ".")
    git(office.root, "commit", "--quiet", "--message=Three")
    return office


def commits(office: Office, git: RunGit) -> list[str]:
    return git(office.root, "log", "--format=%s").splitlines()


def test_a_cohort_is_opened_in_one_commit_that_touches_its_line_alone(office: Office, git: RunGit) -> None:
    settings = office.root / "accelerator.yaml"
    settings.write_text(
        "format: 1\nname: Office   # ours\ncohorts:\n  2025-autumn: {launch: 2025-09-01}  # first\n"
    )
    office.run("save")

    said = typed(
        office,
        "cohort open 2026-spring --title 'Spring 2026' --launch 2026-04-06 --review midpoint=2026-05-26",
        "cohort open 2026-spring --launch 2026-04-13",
        "cohort open 2026-spring --launch 2026-04-13",
    )

    assert said == snapshot("""\
$ hundredday cohort open 2026-spring --title 'Spring 2026' --launch 2026-04-06 --review midpoint=2026-05-26
cohort 2026-spring opened: “Spring 2026”, launch on 2026-04-06, midpoint review on 2026-05-26
! next: hundredday cohort add 2026-spring ID …
[0]
$ hundredday cohort open 2026-spring --launch 2026-04-13
cohort 2026-spring: launch from 2026-04-06 to 2026-04-13
! next: hundredday cohort add 2026-spring ID …
[0]
$ hundredday cohort open 2026-spring --launch 2026-04-13
accelerator.yaml: nothing changes; it says so already.
! next: hundredday cohort add 2026-spring ID …
[0]
""")
    assert settings.read_text() == snapshot("""\
format: 1
name: Office   # ours
cohorts:
  2025-autumn: {launch: 2025-09-01}  # first
  2026-spring: {title: Spring 2026, launch: 2026-04-13, reviews: {midpoint: 2026-05-26}}
""")
    assert commits(office, git)[:2] == [
        "accelerator.yaml: cohort 2026-spring: launch from 2026-04-06 to 2026-04-13",
        "accelerator.yaml: cohort 2026-spring opened: “Spring 2026”, launch on 2026-04-06, midpoint review on 2026-05-26",
    ]


def test_settings_edited_by_hand_are_committed_on_their_own_first(office: Office, git: RunGit) -> None:
    settings = office.root / "accelerator.yaml"
    settings.write_text(settings.read_text() + "host: Project Office\n")

    office.run("cohort", "open", "2026-spring")

    assert commits(office, git)[:2] == [
        "accelerator.yaml: cohort 2026-spring opened",
        "accelerator.yaml: host set to “Project Office”",
    ]


@pytest.mark.parametrize("before", [None, "", "# only a comment\n"])
def test_a_cohort_is_opened_where_no_settings_stand_yet(office: Office, before: str | None) -> None:
    settings = office.root / "accelerator.yaml"
    settings.unlink() if before is None else settings.write_text(before)

    office.run("cohort", "open", "2026-spring", "--launch", "2026-04-06")

    line = "cohorts:\n  2026-spring: {launch: 2026-04-06}\n"
    assert settings.read_text() == f"{before or ''}format: 1\n\n{line}"
    assert office.run("check").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Spring 2026",), "cannot be the name of a cohort"),
        (("2026-spring", "--review", "midpoint"), "“midpoint” is not a review and its day."),
        (("2026-spring", "--launch", "soon"), "soon"),
    ],
)
def test_what_a_cohort_cannot_hold_is_wrong_usage(office: Office, words: tuple[str, ...], said: str) -> None:
    before = (office.root / "accelerator.yaml").read_bytes()

    assert said in office.run("cohort", "open", *words, code=2).err
    assert (office.root / "accelerator.yaml").read_bytes() == before


def test_a_review_before_the_launch_is_refused_and_nothing_is_changed(office: Office) -> None:
    before = (office.root / "accelerator.yaml").read_bytes()

    said = office.run(
        "cohort", "open", "2026-spring", "--launch", "2026-04-06", "--review", "midpoint=2026-03-01", code=1
    )

    assert "The midpoint review of 2026-spring lies before its launch" in said.err
    assert (office.root / "accelerator.yaml").read_bytes() == before


def test_challenges_are_put_into_a_cohort_a_commit_for_each(three: Office, git: RunGit) -> None:
    three.run("cohort", "open", "2026-autumn")
    three.run("cohort", "add", "2026-a", "claims", "permits")

    document = three.run("cohort", "show", "2026-autumn", "--json").json

    assert document["cohort"]["counts"]["preparing"] == 2
    assert [subject.partition(":")[0] for subject in commits(three, git)[:2]] == ["permits", "claims"]


def test_a_cohort_is_launched_whole_or_not_at_all(three: Office, git: RunGit) -> None:
    before = commits(three, git)

    said = typed(three, "cohort launch 2026-spring")

    assert said == snapshot("""\
$ hundredday cohort launch 2026-spring
2026-spring                                                       Day 0 on 6 Apr
2 ready · 1 not ready

  ✓ Claims in two days                                              ! 2 warnings
  ✓ Permits in two days                                             ! 2 warnings
  ✗ Queues in two days                                                 1 missing
    The team has no coach.
      hundredday team queues \\
        --coach 'Name of the coach; Coach; Ministry of Justice'
Nothing is launched.
! --each launches the 2 that are ready.
[1]
""")
    assert commits(three, git) == before


def test_those_that_are_ready_can_be_launched_each_and_the_rest_later(three: Office, git: RunGit) -> None:
    said = three.run("cohort", "launch", "2026-spring", "--each", code=1)
    three.run("team", "queues", "--coach", "Yerlan Saparov; Coach; National Project Office")
    again = three.run("cohort", "launch", "2026-spring")

    assert "2 challenges of 2026-spring launched, Day 0 is 2026-04-06." in said.out
    assert "1 challenge of 2026-spring launched, Day 0 is 2026-04-06." in again.out
    assert len(commits(three, git)) == 2 + 2 + 2
    assert (
        "No challenge of 2026-spring waits for its launch."
        in three.run("cohort", "launch", "2026-spring", code=1).err
    )


def test_a_waiver_for_all_is_written_down_where_it_is_needed(three: Office) -> None:
    waiver = ("--waive", "team-is-nominated", "--by", "Board", "--because", "The coach comes in May")

    three.run("cohort", "launch", "2026-spring", *waiver)

    assert "waivers" not in three.file("claims").read_text()
    assert "condition: team-is-nominated" in three.file("queues").read_text()


def test_a_waiver_that_no_challenge_needs_is_refused(three: Office) -> None:
    waiver = ("--waive", "midpoint-was-held", "--by", "Board", "--because", "Too early")

    said = three.run("cohort", "launch", "2026-spring", "--each", *waiver, code=1)

    assert "No challenge of 2026-spring needs a waiver of midpoint-was-held." in said.err


def test_the_gates_of_a_cohort_are_a_document_for_programs(three: Office) -> None:
    write_candidate(three, "roads", "555555", "selected: Best")
    write_candidate(three, "water", "111111")

    document = three.run("cohort", "launch", "2026-spring", "--check", "--json", code=1).json

    assert faults("cohort", document) == []
    assert {one["challenge"]: one["state"] for one in document["challenges"]} == {
        "claims": "ready",
        "permits": "ready",
        "queues": "closed",
        "roads": "early",
    }
    assert (document["on"], document["open"], document["running"]) == ("2026-04-06", False, 0)


def test_a_launch_that_git_stops_halfway_goes_on_where_it_stood(three: Office, git: RunGit) -> None:
    hook = three.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\ngit diff --cached --name-only | grep -q permits && exit 1\nexit 0\n")
    hook.chmod(0o755)

    three.run("cohort", "launch", "2026-spring", "--each", code=4)
    halfway = {one["id"]: one["start"] for one in three.run("status", "--json").json["challenges"]}
    hook.unlink()
    three.run("cohort", "launch", "2026-spring", "--each", code=1)

    assert halfway == {"claims": "2026-04-06", "permits": None, "queues": None}
    assert git(three.root, "status", "--porcelain") == ""
    assert "start: 2026-04-06" in three.file("permits").read_text()


def test_a_person_needed_twice_is_named_once_for_the_cohort(three: Office) -> None:
    path = three.file("permits")
    path.write_text(path.read_text().replace("Judge 2", "Judge 1"))

    said = three.run("cohort", "launch", "2026-spring", "--each", code=1)

    assert said.err.count("warning: Judge 1 is on two clocks at once, claims and permits") == 1


def test_a_review_is_held_for_all_that_run_and_have_not_held_it(three: Office) -> None:
    three.run("cohort", "launch", "2026-spring", "--each", code=1)
    three.today = "2026-05-26"
    three.run("review", "claims", "midpoint")

    said = three.run("cohort", "review", "2026-spring", "midpoint", "--decided", "Weekly numbers by Monday")
    again = three.run("cohort", "review", "2026-spring", code=1)

    assert said.out.startswith("permits: ")
    assert "Every running challenge of 2026-spring has held it." in again.err
    (review,) = three.run("cohort", "show", "2026-spring", "--json").json["cohort"]["reviews"]
    assert review == {"name": "midpoint", "on": "2026-05-26", "held": 2}


def test_the_shared_review_stands_in_the_agenda_and_in_what_is_next(three: Office) -> None:
    three.run("cohort", "launch", "2026-spring", "--each", code=1)
    three.today = "2026-05-20"
    three.run("record", "claims", "20")
    three.run("milestone", "claims", "first", "--done")

    due = three.run("agenda", "--json").json["due"]
    three.today = "2026-05-27"
    status = three.run("status", "claims", "--json").json["challenges"][0]

    assert [(one["on"], one["challenge"]) for one in due if one["kind"] == "review"] == [
        ("2026-05-26", "claims"),
        ("2026-05-26", "permits"),
    ]
    assert status["next"] == {"what": "midpoint review", "on": "2026-05-26"}


def test_a_cohort_is_shown_on_one_screen(three: Office) -> None:
    three.run("cohort", "launch", "2026-spring", "--each", code=1)
    three.today = "2026-05-27"
    three.run("record", "claims", "20")
    three.run("stop", "permits", "--because", "The law changed", "--by", "Board")
    three.run("lesson", "claims", "Judges adopt what a judge shows them", "--kind", "worked")

    assert typed(three, "cohort 2026-spring", "cohort") == snapshot("""\
$ hundredday cohort 2026-spring
Spring 2026                                                Wednesday 27 May 2026
launched on 6 Apr · 1 before launch · 2 launched
Midpoint review on 26 May, held by 0 of 1

Results                      2026-spring   2025-autumn
  challenges launched                  2             –
  still running                        1             –
  stopped                              1             –
  lessons                              1             –

Challenges
  ● Claims in two days                            Day 51 / 100 · too early · 55%
  ■ Permits in two days                                            stopped

What was learnt                                                         1 lesson
  + Judges adopt what a judge shows them  claims
[0]
$ hundredday cohort
National Accelerator                                       Wednesday 27 May 2026

Spring 2026  2026-spring                                       launched on 6 Apr
  1 before launch    2 launched    ● 1 running    ■ 1 stopped

Autumn 2025  2025-autumn                                    launch on 1 Sep 2025
  no challenges yet
[0]
""")


def test_a_cohort_is_compared_with_the_one_that_is_named(three: Office) -> None:
    document = three.run("cohort", "show", "2026-spring", "--against", "2025", "--json").json
    before = three.run("cohort", "show", "2026-spring", "--json").json
    first = three.run("cohort", "show", "2025-autumn", "--json").json

    assert document["against"]["name"] == "2025-autumn"
    assert before == document
    assert first["against"] is None


def test_cohorts_are_listed_as_a_document_and_named_by_challenges_alone_too(three: Office) -> None:
    path = three.file("claims")
    path.write_text(path.read_text().replace("cohort: 2026-spring", "cohort: unplanned"))

    document = three.run("cohort", "--json").json

    assert faults("cohort", document) == []
    assert [one["name"] for one in document["cohorts"]] == ["unplanned", "2026-spring", "2025-autumn"]


def test_a_cohort_that_does_not_exist_is_wrong_usage_with_the_nearest(three: Office) -> None:
    assert "Did you mean 2026-spring?" in three.run("cohort", "2026-sprnig", code=2).err
    assert (
        "cohort has no verb “lanch”.\n  Did you mean cohort launch?"
        in three.run("cohort", "lanch", code=2).err
    )
    assert "several cohorts" in three.run("cohort", "20", code=2).err


@pytest.mark.parametrize(
    "aged", ["candidate", "nominated", "running", "ended", "handed", "lasting"], indirect=True
)
def test_a_cohort_keeps_to_its_schema_at_every_age(aged: Office) -> None:
    aged.run("cohort", "open", "2026-spring")
    aged.run("cohort", "add", "2026-spring", "small")

    assert faults("cohort", aged.run("cohort", "show", "2026-spring", "--json").json) == []
    assert faults("cohort", aged.run("cohort", "list", "--json").json) == []
