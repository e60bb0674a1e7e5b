"""Tables of numbers: what is new, what was here already, and which challenge a row is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from hundredday.challenge.rules import problems
from hundredday.moves import settling
from incoming import READINGS, commits, file_of, records, shown
from life import ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunGit
    from hundredday.challenge import Challenge
    from hundredday.findings import Finding
    from office import Office


def test_readings_are_added_where_they_are_new_and_passed_over_where_they_are_not(
    running: Office, git: RunGit
) -> None:
    file = file_of(running, "readings.csv", READINGS)

    assert shown(running, f"import {file} --dry-run") == snapshot("""\
$ hundredday import HERE/readings.csv --dry-run
readings.csv · readings, header in row 1 · UTF-8, commas
  challenge   goal   date   value   note

  2 = here already small-claims-settled-in-one-day  days-to-judgment 39 days on
                   2026-04-20
  3 + new          small-claims-settled-in-one-day  days-to-judgment 31 days on
                   2026-04-28
  4 + new          small-claims-settled-in-one-day  appeals 10 appeals on
                   2026-04-28
! 2 new rows, 1 was here already; nothing is written yet: leave --dry-run out to import.
[0]
""")
    assert shown(running, f"import {file}") == snapshot("""\
$ hundredday import HERE/readings.csv
small-claims-settled-in-one-day: 31 days to judgment on Day 22 and 1 more
! readings.csv · readings, header in row 1 · UTF-8, commas
!   challenge   goal   date   value   note
! 2 new rows, 1 was here already; all is imported.
[0]
""")
    assert len(commits(running, git)[0]) < 80
    again = records(running)
    assert "Nothing is new" in running.run("import", file).err
    assert records(running) == again


def test_one_commit_for_each_challenge_touches_its_file_alone(running: Office, git: RunGit) -> None:
    running.run("import", file_of(running, "readings.csv", READINGS))

    changed = git(running.root, "show", "--name-only", "--format=", "HEAD").splitlines()

    assert changed == [f"challenges/{ID}.yaml"]
    assert git(running.root, "show", "--format=%(trailers)", "--no-patch") == snapshot("""\
Challenge: small-claims-settled-in-one-day
Event: reading-recorded
Event: guardrail-read
Day: 22
""")


def test_a_refused_reading_comes_with_a_command_that_can_be_typed_as_it_stands(candidate: Office) -> None:
    (candidate.root / "weekly.csv").write_text("Challenge,Date,Value\nsmall,2026-02-03,42\n")

    said = candidate.run("import", str(candidate.root / "weekly.csv"), code=1)

    assert "hundredday advance small-claims-settled-in-one-day --check" in " ".join(
        (said.out + said.err).split()
    )


def test_a_refused_row_is_named_by_its_cell_and_nothing_is_imported(running: Office, git: RunGit) -> None:
    bad = READINGS + (
        "small-claims-settled-in-one-day,days-to-judgment,04/06/2026,30,\n"
        "small-claims-settled-in-one-day,days-to-judgement,2026-04-28,30,\n"
        "small-claims-settled-in-one-day,days-to-judgment,2026-04-28,thirty,\n"
        "small-claims-settled-in-one-day,days-to-judgment,2026-05-28,30,\n"
        "small-claims-settled-in-one-day,days-to-judgment,2026-03-28,30,\n"
        "large-claims,days-to-judgment,2026-04-28,30,\n"
        ",days-to-judgment,2026-04-28,30,\n"
        'small-claims-settled-in-one-day,days-to-judgment,2026-04-28,"3,750",\n'
        "small-claims-settled-in-one-day,days-to-judgment,,30,\n"
    )
    before, head = records(running), commits(running, git)

    assert shown(running, f"import {file_of(running, 'bad.csv', bad)}") == snapshot("""\
$ hundredday import HERE/bad.csv
bad.csv · readings, header in row 1 · UTF-8, commas
  challenge   goal   date   value   note

  2 = here already small-claims-settled-in-one-day  days-to-judgment 39 days on
                   2026-04-20
  3 + new          small-claims-settled-in-one-day  days-to-judgment 31 days on
                   2026-04-28
  4 + new          small-claims-settled-in-one-day  appeals 10 appeals on
                   2026-04-28

C5     “04/06/2026” can be read two ways: 2026-06-04 or 2026-04-06.
       Add --dates dmy when the day comes first, --dates mdy when the month
         does.
B6     There is no goal or guardrail “days-to-judgement”.
       Did you mean days-to-judgment?
D7     “thirty” is not a number.
       Write the value in days, such as 42.
C8     A reading cannot be dated 2026-05-28: today is 2026-04-29.
       Write the day on which it happened.
C9     A reading of 2026-03-28 lies before the launch on 2026-04-06.
       What was counted before Day 0 is the baseline of the goal.
A10    No challenge has the id “large-claims”.
       Did you mean small-claims-settled-in-one-day?
A11    It is not said which challenge this is of.
       Fill the cell in, or add --challenge ID.
D12    “3,750” can be read two ways: 3750 or 3.750.
       Add --decimal comma where a comma stands before the decimals, --decimal
         point where not.
C13    A reading needs its date.
       Fill the cell in, or take the row out.
! 9 cells are refused, so nothing is imported.
[1]
""")
    assert records(running) == before
    assert commits(running, git) == head


def test_a_sheet_without_a_column_for_it_belongs_to_the_challenge_that_is_said(running: Office) -> None:
    file = file_of(running, "mine.tsv", "Күні\tМәні\n28.04.2026\t31\n")

    refused = running.run("import", file, code=1)
    running.run("import", file, "--challenge", "small")

    assert "A2" in refused.out
    assert "--challenge ID" in refused.out
    assert records(running)[ID]["acceleration"]["goals"]["days-to-judgment"]["readings"][-1]["value"] == 31


def test_odd_headers_are_mapped_by_hand(running: Office) -> None:
    file = file_of(running, "odd.csv", "Wann;Zahl;Status\n28.04.2026;31;im Gang\n")
    words = ("--map", "Wann=date", "--map", "B=value", "--map", "Status=-", "--challenge", "small")

    unknown = running.run("import", file, code=1)
    running.run("import", file, *words)

    assert "No column is known as date and value (readings), nor title (candidates)" in unknown.err
    assert "--map B=value" in unknown.err
    assert records(running)[ID]["acceleration"]["goals"]["days-to-judgment"]["readings"][-1]["value"] == 31


TOTAL = """\
format: 1
title: Families housed
phase: acceleration
acceleration:
  clock: {start: 2026-04-06, days: 100}
  goals:
    housed:
      primary: true
      measurable: {metric: Families housed, kind: cumulative, unit: families, baseline: 0, target: 90}
      readings:
        - {date: 2026-04-13, value: 10}
        - {date: 2026-04-20, value: 20}
"""


def housing(running: Office) -> str:
    """A challenge whose number is a running total, beside the one that is there; its id."""
    (running.root / "challenges" / "families-housed.yaml").write_text(TOTAL)
    running.run("save")
    return "families-housed"


@pytest.mark.parametrize("days", [("04-13,50", "04-20,60"), ("04-20,60", "04-13,50")])
def test_corrections_of_one_goal_are_judged_by_what_they_say_together(
    running: Office, days: tuple[str, str]
) -> None:
    housed = housing(running)
    rows = "".join(f"{housed},2026-{day}\n" for day in days)

    running.run("import", file_of(running, "both.csv", f"challenge,date,value\n{rows}"))

    goal = records(running)[housed]["acceleration"]["goals"]["housed"]
    assert sorted(one["value"] for one in goal["readings"]) == [10, 20, 50, 60]


def test_of_many_corrections_the_one_that_cannot_be_is_named(running: Office) -> None:
    housed = housing(running)
    rows = f"challenge,date,value\n{housed},2026-04-20,30\n{housed},2026-04-13,40\n{ID},2026-04-28,31\n"

    said = running.run("import", file_of(running, "falls.csv", rows), "--json", code=1).json

    assert [(one["cell"], one["text"][:27]) for one in said["refused"]] == [
        ("C3", "A running total cannot fall")
    ]
    assert [(one["row"], one["does"]) for one in said["rows"]] == [(2, "correction"), (4, "new")]


def test_however_many_rows_a_goal_has_its_rules_are_asked_once(
    running: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asking after each row took five seconds for 1,200 corrections of one goal."""
    asked: list[str] = []

    def counted(challenge: Challenge) -> Iterator[Finding]:
        asked.append(challenge.title)
        return problems(challenge)

    monkeypatch.setattr(settling, "problems", counted)
    rows = "".join(f"{ID},days-to-judgment,2026-04-{10 + n % 15},{30 + n % 7}\n" for n in range(60))
    file = file_of(running, "many.csv", f"challenge,goal,date,value\n{rows}")

    said = running.run("import", file, "--dry-run", "--json").json

    assert len(said["rows"]) == 60
    assert len(asked) == 2
