"""What is due, when and to whom: on a screen and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from office import Office

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
COURTS = """\
format: 1
title: Small claims settled in one day
sponsor: {name: Aigerim Bekova}
phase: acceleration
acceleration:
  team: {leader: {name: Dana Omarova}}
  clock: {start: 2026-04-06, days: 100}
  goals:
    days-to-judgment:
      primary: true
      measurable: {metric: Days, kind: duration, unit: days, baseline: 43, target: 1}
      attainable: {owner: Timur Ospanov}
      readings: [{date: 2026-05-25, value: 20}]
    papers:
      measurable: {metric: Share, kind: percent, baseline: 12, target: 50}
      readings: [{date: 2026-05-04, value: 20}]
  milestones:
    first-hearing: {title: First same-day hearing, due: 2026-04-20, owner: Madina Akhmetova, done: 2026-04-17}
    second-court: {title: Second court live, due: 2026-05-30, owner: Madina Akhmetova}
  blockers:
    e-signature: {what: Registry has no e-signature., asked_of: Aigerim Bekova, needed_by: 2026-05-04}
"""
WATER = """\
format: 1
title: Less water lost
phase: sustainability
acceleration:
  team: {leader: {name: Grace Wanjiru}}
  clock: {start: 2026-01-20, days: 100}
  goals:
    water-lost:
      measurable: {metric: Water lost, kind: percent, baseline: 85, target: 55}
      readings: [{date: 2026-04-28, value: 50}]
sustainability:
  entered: 2026-05-01
  owner: {post: Chief engineer, agency: Water company}
  pledges: [{by: Joseph Kamau}]
"""
CANDIDATE = """\
format: 1
title: Permits in a day
priority: Plan to 2029
sponsor: {name: Saule Nurlanova, post: Deputy mayor, agency: City hall}
phase: design
design:
  problem: {statement: A permit takes 60 days., affected: Builders, evidence: Register}
  decision: {made: selected, date: 2026-05-20, by: Board, because: First of nine}
  stakeholders:
    builders: {name: Builders, role: affected, influence: 2, interest: 5}
    city: {name: City hall, role: decides, influence: 5, interest: 3}
    fire: {name: Fire inspection, role: advises, influence: 4, interest: 2}
  note: {issued: 2026-05-21, mission: Build in the season, indicator: Days for a permit, guardrails: [Accidents]}
"""


@pytest.fixture
def busy(office: Office) -> Office:
    """Three challenges, each in another phase, on the fiftieth day of one of them."""
    folder = office.root / "challenges"
    folder.mkdir(exist_ok=True)
    for name, text in (("courts", COURTS), ("water", WATER), ("permits", CANDIDATE)):
        (folder / f"{name}.yaml").write_text(text)
    office.today = "2026-05-26"
    return office


def test_what_is_overdue_comes_first_and_then_day_by_day(busy: Office) -> None:
    assert busy.run("agenda").out == snapshot("""\
National Accelerator                                         Tuesday 26 May 2026
8 things due up to 9 Jun · 2 overdue · 2 today

Overdue  2
 Mon 4 May   Registry has no e-signature  Aigerim Bekova    courts
 Mon 11 May  reading of papers (stale)    Dana Omarova      courts

Today  2
 Tue 26 May  midpoint review              Dana Omarova      courts
             advance to Acceleration      Saule Nurlanova   permits

Ahead  4
 Sat 30 May  Second court live            Madina Akhmetova  courts
             follow-up reading            Chief engineer    water
             pledge by Joseph Kamau       Joseph Kamau      water
 Mon 1 Jun   reading of days-to-judgment  Timur Ospanov     courts
""")


def test_on_a_wide_screen_nothing_is_cut(busy: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")

    assert busy.run("agenda", "--days", "5").out == snapshot("""\
National Accelerator                                                                                 Tuesday 26 May 2026
7 things due up to 31 May · 2 overdue · 2 today

Overdue  2
 Mon 4 May   Registry has no e-signature  Aigerim Bekova    courts
 Mon 11 May  reading of papers (stale)    Dana Omarova      courts

Today  2
 Tue 26 May  midpoint review              Dana Omarova      courts
             advance to Acceleration      Saule Nurlanova   permits

Ahead  3
 Sat 30 May  Second court live            Madina Akhmetova  courts
             follow-up reading            Chief engineer    water
             pledge by Joseph Kamau       Joseph Kamau      water
""")


def test_on_a_narrow_screen_each_thing_has_two_lines(busy: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    shown = busy.run("agenda", "--days", "1").out

    assert shown == snapshot("""\
National Accelerat…  Tuesday 26 May 2026
4 things due up to 27 May · 2 overdue
2 today

Overdue  2
 Mon 4 May  Registry has no e-signature
   Aigerim Bekova, courts
 Mon 11 May reading of papers (stale)
   Dana Omarova, courts

Today  2
 Tue 26 May midpoint review
   Dana Omarova, courts
            advance to Acceleration
   Saule Nurlanova, permits
""")
    assert max(map(len, shown.splitlines())) <= 40


def test_for_machines_each_thing_has_its_day_its_person_and_its_kind(busy: Office) -> None:
    said = busy.run("agenda", "--days", "7", "--json").json

    assert said["today"] == "2026-05-26"
    assert said["accelerator"] == "National Accelerator"
    assert [tuple(due.values()) for due in said["due"]] == snapshot(
        [
            ("2026-05-04", "Registry has no e-signature", "Aigerim Bekova", "courts", "blocker", True),
            ("2026-05-11", "reading of papers", "Dana Omarova", "courts", "stale", True),
            ("2026-05-26", "midpoint review", "Dana Omarova", "courts", "review", False),
            ("2026-05-26", "advance to Acceleration", "Saule Nurlanova", "permits", "gate", False),
            ("2026-05-30", "Second court live", "Madina Akhmetova", "courts", "milestone", False),
            ("2026-05-30", "follow-up reading", "Chief engineer", "water", "follow_up", False),
            ("2026-05-30", "pledge by Joseph Kamau", "Joseph Kamau", "water", "pledge", False),
            ("2026-06-01", "reading of days-to-judgment", "Timur Ospanov", "courts", "reading", False),
        ]
    )
    assert {tuple(due) for due in said["due"]} == {("on", "what", "who", "challenge", "kind", "overdue")}


def test_the_document_keeps_to_its_schema_and_names_what_cannot_be_read(busy: Office) -> None:
    (busy.root / "challenges" / "broken.yaml").write_text("format: 1\ntitle: [\n")
    schema = json.loads((SCHEMAS / "agenda.schema.json").read_text(encoding="utf-8"))

    document = busy.run("agenda", "--days", "365", "--json").json

    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(document)) == []
    assert len(document["due"]) > 8
    assert {one["path"] for one in document["problems"]} == {"challenges/broken.yaml"}


def test_one_person_sees_what_that_person_owes(busy: Office) -> None:
    mine = busy.run("agenda", "--for", "omarova", "--days", "60", "--json").json["due"]

    assert [(due["on"], due["what"]) for due in mine] == snapshot(
        [("2026-05-11", "reading of papers"), ("2026-05-26", "midpoint review"), ("2026-07-15", "last day")]
    )


def test_somebody_who_owes_nothing_in_these_days_gets_an_empty_agenda(busy: Office) -> None:
    assert busy.run("agenda", "--for", "grace").out.splitlines()[1:] == [
        "Nothing is due for “grace” up to 9 Jun."
    ]


def test_nought_days_ahead_is_what_is_overdue_and_today(busy: Office) -> None:
    due = busy.run("agenda", "--days", "0", "--json").json["due"]

    assert max(one["on"] for one in due) == "2026-05-26"


def test_a_gate_that_is_closed_is_not_on_the_agenda(busy: Office) -> None:
    path = busy.root / "challenges" / "permits.yaml"
    path.write_text(CANDIDATE.replace("priority: Plan to 2029\n", ""))

    kinds = [due["kind"] for due in busy.run("agenda", "--json").json["due"]]

    assert "gate" not in kinds


def test_what_was_kept_is_never_older_than_the_files_the_day_or_the_settings(
    busy: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Files of this very second are never kept; these shall be, as if they were older.
    monkeypatch.setattr("hundredday.store.kept.scan.RACY_NS", 0)
    path = busy.root / "challenges" / "courts.yaml"

    first = busy.run("agenda", "--json").json
    again = busy.run("agenda", "--json").json
    path.write_text(COURTS.replace("done: 2026-04-17", "critical: true"))
    changed = busy.run("agenda", "--json").json
    busy.today = "2026-05-27"
    tomorrow = busy.run("agenda", "--json").json
    anew = busy.run("--no-cache", "agenda", "--json").json

    assert first == again
    assert "First same-day hearing" not in [due["what"] for due in first["due"]]
    assert "First same-day hearing" in [due["what"] for due in changed["due"]]
    assert tomorrow == anew
    assert tomorrow["due"] != changed["due"]


def test_a_file_that_cannot_be_read_is_said_and_hides_no_other(busy: Office) -> None:
    (busy.root / "challenges" / "broken.yaml").write_text("format: 1\ntitle: [\n")

    said = busy.run("agenda")

    assert said.err == snapshot(
        "warning: challenges/broken.yaml cannot be read as a challenge. hundredday check says why.\n"
    )
    assert "Registry has no e-signature" in said.out
    assert "✗ 1 file cannot be read: hundredday check" in said.out


def test_an_accelerator_without_challenges_owes_nothing(office: Office) -> None:
    assert office.run("agenda").out.splitlines()[1:] == ["Nothing is due up to 16 Feb."]


@pytest.fixture
def crowded(busy: Office) -> Office:
    """The same, beside thirty challenges with a milestone that is long over."""
    for number in range(30):
        (busy.root / "challenges" / f"late-{number:02}.yaml").write_text(
            f"format: 1\ntitle: Late {number}\nphase: acceleration\nacceleration:\n"
            f"  clock: {{start: 2026-04-06, days: 100}}\n  milestones:\n    win: {{title: A win, due: 2026-04-{number % 9 + 10}}}\n"
        )
    return busy


def test_no_more_than_a_screenful_is_shown_and_what_is_long_overdue_hides_nothing_of_today(
    crowded: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINES", "24")

    some, every = crowded.run("agenda").out, crowded.run("agenda", "--all").out
    due = crowded.run("agenda", "--json").json["due"]

    assert some.count("\n") < 24
    assert some == snapshot("""\
National Accelerator                                         Tuesday 26 May 2026
68 things due up to 9 Jun · 32 overdue · 32 today

Overdue  4 of 32
 Fri 10 Apr  A win                                          late-00
             A win                                          late-09
             A win                                          late-18
             A win                                          late-27

Today  5 of 32
 Tue 26 May  midpoint review              Dana Omarova      courts
             midpoint review                                late-00
             midpoint review                                late-01
             midpoint review                                late-02
             midpoint review                                late-03

Ahead  4
 Sat 30 May  Second court live            Madina Akhmetova  courts
             follow-up reading            Chief engineer    water
             pledge by Joseph Kamau       Joseph Kamau      water
 Mon 1 Jun   reading of days-to-judgment  Timur Ospanov     courts

… and 55 more: hundredday agenda --all
""")
    assert every.count("\n") == len(due) + 8
    assert f"{len(due)} things due" in some
    assert f"{len(due)} things due" in every
    assert "more:" not in every


@pytest.mark.parametrize("lines", ["1", "30", "79", "80"])
@pytest.mark.parametrize("columns", ["40", "80"])
def test_what_is_shown_and_what_is_counted_is_all(
    crowded: Office, monkeypatch: pytest.MonkeyPatch, lines: str, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    every = crowded.run("agenda", "--all").out
    monkeypatch.setenv("LINES", lines)

    shown = crowded.run("agenda").out

    all_that_is_due = len(crowded.run("agenda", "--json").json["due"])
    rows = [line for line in every.splitlines() if line.startswith(" ")]
    each = len(rows) / all_that_is_due
    found = sum(line.startswith(" ") for line in shown.splitlines()) / each
    more = re.search(r"… and (\d+) more: hundredday agenda --all\n$", shown)
    assert found + (int(more[1]) if more else 0) == all_that_is_due
    if more and int(lines) > 12:
        assert shown.count("\n") < int(lines)
