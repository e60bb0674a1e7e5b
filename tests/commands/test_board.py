"""The board: the long list as a steering board needs it, and phases in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from programme import COHORTS, faults, write_candidate
from transcript import typed

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office


@pytest.fixture
def listed(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Eight candidates, three chosen, one of them against the ranking."""
    monkeypatch.setenv("COLUMNS", "80")
    (office.root / "accelerator.yaml").write_text(COHORTS)
    write_candidate(office, "claims", "544355", "selected: Among the best")
    write_candidate(office, "permits", "444444", "selected: Among the best")
    write_candidate(office, "archives", "222233", "selected: The President asked for it")
    write_candidate(office, "meters", "453444", "declined: Below the cut")
    write_candidate(office, "queues", "544544", "declined: No team before 2027")
    write_candidate(office, "schools", "233333", "declined: Below the cut")
    write_candidate(office, "roads", "3-4335")
    write_candidate(office, "water", "------")
    office.today = "2026-03-10"
    return office


def test_the_board_sees_who_is_chosen_why_and_what_hangs_on_a_weight(listed: Office) -> None:
    assert typed(listed, "board") == snapshot("""\
$ hundredday board
National Accelerator                                       Tuesday 10 March 2026
8 candidates · ✓ 3 chosen · ✗ 3 declined · ? 2 open · ○ 2 not scored yet
Weights: impact 2; the others 1.

Ranked                                             score imp urg fea cro dat bac
   1 ✓  Claims settled                              4.43   5   4   4   3   5   5
   1 ✗! Queues settled                              4.43   5   4   4   5   4   4
   3 ✓~ Permits settled                             4.00   4   4   4   4   4   4
───── cut after 3 ──────────────────────────────────────────────────────────────
   3 ✗~ Meters settled                              4.00   4   5   3   4   4   4
   5 ✗  Schools settled                             2.71   2   3   3   3   3   3
   6 ✓! Archives settled                            2.29   2   2   2   2   3   3
     ! decided against the ranking   ~ hangs on a single weight, see below

Chosen  3                              │ Declined  3
Accelerator board, 2 Mar: Among the    │ Accelerator board, 2 Mar: No team
  best                                 │   before 2027
   1 Claims settled                    │    1 Queues settled
   3 Permits settled                   │ Accelerator board, 2 Mar: Below the
Accelerator board, 2 Mar: The          │   cut
  President asked for it               │    3 Meters settled
   6 Archives settled                  │    5 Schools settled

If one weight moved by a third
  urgency × 4/3       out  Permits settled (3)
                      in   Meters settled (3)
  feasibility × 2/3   out  Permits settled (3)
                      in   Meters settled (3)
  4 of 6 stand whichever weight moves.

Not scored yet                                                                 2
  ? Roads settled                                               missing: urgency
  ? Water settled                                            missing: everything
  hundredday score roads urgency=3
[0]
""")


def test_the_long_list_is_a_document_for_programs(listed: Office) -> None:
    document = listed.run("board", "--json").json

    assert faults("board", document) == []
    assert document["cut"] == 3
    assert document["counts"] == {"candidates": 8, "scored": 6, "selected": 3, "declined": 3, "open": 2}
    assert [(one["id"], one["in_cut"], one["against_ranking"]) for one in document["candidates"]] == [
        ("claims", True, False),
        ("queues", True, True),
        ("permits", None, False),
        ("meters", None, False),
        ("schools", False, False),
        ("archives", False, True),
    ]
    assert {one["id"]: one["missing"] for one in document["unscored"]}["roads"] == ["urgency"]


def test_a_cut_can_be_tried_before_anybody_is_chosen(office: Office) -> None:
    write_candidate(office, "claims", "533333")
    write_candidate(office, "permits", "353334")

    before = office.run("board").out
    tried = office.run("board", "--top", "1", "--json").json

    assert "Nobody is chosen yet. --top 11 draws a cut" in " ".join(before.split())
    assert [(one["id"], one["in_cut"]) for one in tried["candidates"]] == [
        ("permits", True),
        ("claims", False),
    ]
    flips = {
        one["id"]: [(flip["criterion"], flip["weight"]) for flip in one["flips"]]
        for one in tried["candidates"]
    }
    assert flips == {"permits": [], "claims": []}


def test_decisions_of_an_earlier_year_are_shown_for_their_cohort_only(listed: Office) -> None:
    listed.today = "2027-03-10"

    now = listed.run("board", "--json").json
    then = listed.run("board", "--cohort", "2026-spring", "--json").json
    since = listed.run("board", "--since", "2026-03-01", "--json").json

    assert now["counts"]["declined"] == 0
    assert (then["counts"], since["counts"]) == (
        {"candidates": 8, "scored": 6, "selected": 3, "declined": 3, "open": 2},
    ) * 2


def test_a_choice_without_candidates_is_told_from_an_accelerator_without_any(listed: Office) -> None:
    listed.today = "2027-03-10"
    (listed.root / "accelerator.yaml").write_text("format: 1\ntopics: {programming: Programming}\n")

    assert "No candidate is like that" in listed.run("board", "--topic", "programming").out
    assert "No candidates yet" not in listed.run("board", "--topic", "programming").out


def test_the_chosen_stay_on_their_board_when_they_have_moved_on(running: Office) -> None:
    document = running.run("board", "--json").json

    (chosen,) = document["candidates"]
    assert (chosen["phase"], chosen["decision"]["by"]) == ("acceleration", "Accelerator board")


def test_a_phase_is_shown_in_columns(running: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    document = running.run("board", "--phase", "acceleration", "--json").json

    assert faults("board", document) == []
    assert [(one["name"], len(one["challenges"])) for one in document["columns"]] == [
        ("preparing", 0),
        ("first_half", 1),
        ("second_half", 0),
        ("clock_has_run", 0),
    ]
    assert typed(running, "board --phase acceleration") == snapshot("""\
$ hundredday board --phase acceleration
National Accelerator                                     Wednesday 29 April 2026
1 challenge · Acceleration

Before launch  0  │ First half  1     │ Second half  0    │ Clock has run  0
───────────────── │ ───────────────── │ ───────────────── │ ─────────────────
                  │ ● Small claims    │                   │
                  │   settled in one  │                   │
                  │   day             │                   │
                  │   Day 23 / 100 ·  │                   │
                  │   on track        │                   │
                  │   Dana Omarova    │                   │
[0]
""")


@pytest.mark.parametrize("aged", ["candidate", "nominated", "ended", "handed", "lasting"], indirect=True)
@pytest.mark.parametrize("phase", ["design", "acceleration", "sustainability", "closed", "all"])
def test_every_board_keeps_to_the_schema_at_every_age(aged: Office, phase: str) -> None:
    document = aged.run("board", "--phase", phase, "--json").json

    assert faults("board", document) == []


def test_a_challenge_ready_to_close_stands_in_the_last_column(lasting: Office) -> None:
    columns = lasting.run("board", "--phase", "sustainability", "--json").json["columns"]

    assert [len(one["challenges"]) for one in columns] == [0, 0, 1]


def test_a_phase_that_does_not_exist_is_refused(office: Office) -> None:
    said = office.run("board", "--phase", "launch", code=2)

    assert "design, acceleration, sustainability, closed, all" in said.err


def test_the_board_of_an_earlier_day_is_that_of_its_weights(listed: Office) -> None:
    listed.run("check", code=0)
    settings = listed.root / "accelerator.yaml"
    listed.run("save")
    settings.write_text(COHORTS.replace("impact: 2", "data: 5"))

    now = listed.run("board", "--json").json
    then = listed.run("board", "--at", "HEAD", "--json").json

    assert (now["weights"]["data"], then["weights"]["data"]) == (5, 1)


def test_the_chosen_are_selected_together_and_the_rest_is_declined_with_one_reason(
    office: Office, git: RunGit
) -> None:
    (office.root / "accelerator.yaml").write_text(COHORTS)
    for key in ("claims", "permits", "queues", "roads"):
        write_candidate(office, key, "444444")
    write_candidate(office, "other", "444444", cohort="2025-autumn")
    office.run("save")
    office.today = "2026-03-02"

    office.run("select", "claims", "permits", "--by", "Board", "--because", "The best")
    said = office.run(
        "decline", "--rest", "--cohort", "2026-s", "--by", "Board", "--because", "Below the cut"
    )

    assert said.err == "2 candidates decided.\n"
    subjects = git(office.root, "log", "-4", "--format=%s").splitlines()
    assert [subject.partition(":")[0] for subject in subjects] == ["roads", "queues", "permits", "claims"]
    decided = office.run("board", "--json").json["candidates"]
    assert {one["id"]: one["decision"] and one["decision"]["made"] for one in decided} == {
        "claims": "selected",
        "permits": "selected",
        "queues": "declined",
        "roads": "declined",
        "other": None,
    }
    assert (
        "Every candidate of 2026-spring is decided."
        in office.run("decline", "--rest", "--cohort", "2026-spring", code=1).err
    )


def test_where_one_cannot_be_decided_none_is(listed: Office, git: RunGit) -> None:
    listed.run("save")
    before = git(listed.root, "rev-parse", "HEAD")

    said = listed.run("decline", "roads", "meters", "--by", "Board", "--because", "Below", code=1)

    assert "meters: " in said.err
    assert "Nothing is changed." in said.err
    assert git(listed.root, "rev-parse", "HEAD") == before
    assert git(listed.root, "status", "--porcelain") == ""


@pytest.mark.parametrize(
    "words", [("--rest",), ("--cohort", "2026-spring"), ("roads", "--rest", "--cohort", "2026-spring"), ()]
)
def test_a_rest_is_that_of_a_cohort_and_nobody_is_named_beside_it(
    listed: Office, words: tuple[str, ...]
) -> None:
    before = (listed.root / "challenges" / "2026-spring" / "roads.yaml").read_bytes()

    listed.run("decline", *words, "--by", "Board", "--because", "Below", code=2)

    assert (listed.root / "challenges" / "2026-spring" / "roads.yaml").read_bytes() == before


def test_two_files_with_one_id_are_both_ranked(listed: Office) -> None:
    (listed.root / "challenges" / "copy").mkdir()
    for name in ("claims", "permits", "archives"):
        source = listed.file(name)
        (listed.root / "challenges" / "copy" / f"{name}.yaml").write_bytes(source.read_bytes())

    found = listed.run("board", "--json").json

    ranked = [one["id"] for one in found["candidates"]]
    assert {name: ranked.count(name) for name in ("claims", "permits", "archives", "queues")} == {
        "claims": 2,
        "permits": 2,
        "archives": 2,
        "queues": 1,
    }
    assert "6 chosen" in listed.run("board").out
