"""Where all challenges stand: on a screen, as JSON, in any order, and again after every change."""

from __future__ import annotations

import json
import os
import re
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from inline_snapshot import snapshot
from typer.testing import CliRunner

from hundredday.app import app
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

START = date(2026, 4, 6)
KINDS: dict[str, tuple[str, dict[int, object]]] = {
    "backlog": (
        "{metric: Open cases, kind: level, unit: cases, baseline: 275, target: 100}",
        {7: 270, 28: 230, 49: 190, 70: 150, 91: 112, 100: 98},
    ),
    "housed": (
        "{metric: People housed, kind: cumulative, unit: people, baseline: 0, target: 107}",
        {14: 8, 35: 30, 49: 44, 77: 90, 98: 107},
    ),
    "water": (
        "{metric: Water lost, kind: percent, unit: '%', baseline: 85, target: 50}",
        {14: 82, 35: 70, 49: 66, 98: 53},
    ),
    "permit": (
        "{metric: Days for a permit, kind: duration, unit: days, baseline: 60, target: 10}",
        {14: 50, 35: 36, 49: 30, 98: 6},
    ),
    "decree": ("{metric: Decree signed, kind: yes_no, baseline: false, target: true}", {93: True}),
    "growth": (
        "{metric: Growth, kind: percent, change: true, unit: '%', baseline: 0, target: 2000}",
        {14: 120, 35: 700, 49: 1100, 98: 2155},
    ),
}


def day(number: int) -> date:
    return START + timedelta(days=number)


def write(office: Office, id: str, *, start: date = START, more: str = "", after: str = "") -> None:
    """A challenge of a kind that has run since a day, with every reading of its hundred days."""
    measurable, readings = KINDS.get(id, KINDS["housed"])
    lines = "".join(
        f"        - {{date: {start + timedelta(days=number)}, value: {str(value).lower()}}}\n"
        for number, value in readings.items()
    )
    path = office.root / "challenges" / f"{id}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"format: 1\ntitle: The {id}\n{more}phase: {'closed' if 'closed:' in after else 'acceleration'}\n"
        f"acceleration:\n  clock: {{start: {start}, days: 100}}\n  goals:\n    result:\n"
        f"      measurable: {measurable}\n      readings:\n{lines}{after}"
    )


def shown(office: Office, today: date, *options: str, code: int = 0) -> str:
    office.today = today.isoformat()
    return office.run("status", *options, code=code).out


def goals(office: Office, today: date) -> dict[str, dict[str, Any]]:
    office.today = today.isoformat()
    return {one["id"]: one["goals"][0] for one in office.run("status", "--json").json["challenges"]}


def titles(screen: str) -> list[str]:
    return re.findall(r"The (\w+)", screen)


@pytest.fixture
def every_kind(office: Office) -> Office:
    for name in KINDS:
        write(office, name)
    return office


def test_half_way_every_kind_stands_in_its_own_unit(every_kind: Office) -> None:
    assert shown(every_kind, day(50), "--sort", "title") == snapshot("""\
National Accelerator                                         Tuesday 26 May 2026
6 in acceleration
▲ 2 at risk  ● 4 on track

Acceleration  6
 ▲ The backlog                                          Day 50 / 100  ━━━━━─────
   at risk · today: midpoint review            275 → 190 → 100 cases  ━━━━━┃────
 ● The decree                                           Day 50 / 100  ━━━━━─────
   on track · today: midpoint review                        not done  ┃─────────
 ● The growth                                           Day 50 / 100  ━━━━━─────
   on track · today: midpoint review                0 → 1100 → 2000%  ━━━━━┃────
 ▲ The housed                                           Day 50 / 100  ━━━━━─────
   at risk · today: midpoint review              0 → 44 → 107 people  ━━━━─┃────
 ● The permit                                           Day 50 / 100  ━━━━━─────
   on track · today: midpoint review               60 → 30 → 10 days  ━━━━━┃────
 ● The water                                            Day 50 / 100  ━━━━━─────
   on track · today: midpoint review                   85 → 66 → 50%  ━━━━━┃────
""")


def test_after_the_last_day_every_kind_says_how_it_came_out(every_kind: Office) -> None:
    assert shown(every_kind, day(101), "--sort", "title") == snapshot("""\
National Accelerator                                       Thursday 16 July 2026
6 in acceleration
✗ 1 missed  ✓ 5 achieved

Acceleration  6
 ✓ The backlog                                 Day 101 / 100, 1 over  ━━━━━━━━››
   achieved · 1 day over: advance to…           275 → 98 → 100 cases  ━━━━━━━━━┃
 ✓ The decree                                  Day 101 / 100, 1 over  ━━━━━━━━››
   achieved · 1 day over: advance to Sustainability             done  ━━━━━━━━━┃
 ✓ The growth                                  Day 101 / 100, 1 over  ━━━━━━━━››
   achieved · 1 day over: advance to…               0 → 2155 → 2000%  ━━━━━━━━━┃
 ✓ The housed                                  Day 101 / 100, 1 over  ━━━━━━━━››
   achieved · 1 day over: advance to…           0 → 107 → 107 people  ━━━━━━━━━┃
 ✓ The permit                                  Day 101 / 100, 1 over  ━━━━━━━━››
   achieved · 1 day over: advance to…               60 → 6 → 10 days  ━━━━━━━━━┃
 ✗ The water                                   Day 101 / 100, 1 over  ━━━━━━━━››
   missed · 1 day over: advance to Sustainability      85 → 53 → 50%  ━━━━━━━━━┃
""")


def test_the_numbers_of_every_kind_half_way_for_machines(every_kind: Office) -> None:
    half = goals(every_kind, day(50))

    numbers = {
        name: (goal["latest"], goal["progress"], goal["expected"], goal["health"])
        for name, goal in half.items()
    }
    forecasts = {
        name: goal["forecast"] and (goal["forecast"]["middle"], goal["forecast"]["progress"])
        for name, goal in half.items()
    }
    assert numbers == snapshot(
        {
            "backlog": (190, 0.486, 0.5, "at_risk"),
            "housed": (44, 0.411, 0.5, "at_risk"),
            "decree": (None, None, 0.0, "on_track"),
            "growth": (1100, 0.55, 0.5, "on_track"),
            "permit": (30, 0.6, 0.5, "on_track"),
            "water": (66, 0.543, 0.5, "on_track"),
        }
    )
    assert forecasts == snapshot(
        {
            "backlog": (101.0, 0.994),
            "housed": (95.7, 0.894),
            "decree": None,
            "growth": (2161.0, 1.081),
            "permit": (2.62, 1.148),
            "water": (47.52, 1.071),
        }
    )


def test_the_outcome_of_every_kind_for_machines(every_kind: Office) -> None:
    end = goals(every_kind, day(101))

    assert {name: (goal["outcome"], goal["reached_on"], goal["progress"]) for name, goal in end.items()} == (
        snapshot(
            {
                "water": ("missed", None, 0.914),
                "backlog": ("surpassed", "2026-07-15", 1.011),
                "decree": ("achieved", "2026-07-08", 1.0),
                "growth": ("surpassed", "2026-07-13", 1.077),
                "housed": ("achieved", "2026-07-13", 1.0),
                "permit": ("surpassed", "2026-07-13", 1.08),
            }
        )
    )


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("backlog", "surpassed, 101.1% of the way to the target, reached on 15 Jul"),
        ("housed", "achieved, 100% of the way to the target, reached on 13 Jul"),
        ("water", "missed, 91.4% of the way to the target"),
        ("permit", "surpassed, 108% of the way to the target, reached on 13 Jul"),
        ("decree", "achieved, 100% of the way to the target, reached on 8 Jul"),
        ("growth", "surpassed, 107.7% of the way to the target, reached on 13 Jul"),
    ],
)
def test_the_story_says_the_outcome_with_its_attainment(every_kind: Office, id: str, words: str) -> None:
    story = " ".join(shown(every_kind, day(101), id).split())

    assert f"Outcome {words}" in story


def test_the_same_challenge_on_every_day_that_matters(office: Office) -> None:
    write(office, "housed")

    rows = {}
    for number in (-3, 0, 1, 14, 15, 50, 99, 100, 101):
        screen = shown(office, day(number))
        rows[number] = re.sub(r"  +", "  ", screen[screen.index("The housed") :]).splitlines()

    assert rows == snapshot(
        {
            -3: ["The housed  D-3  ──────────", "  in 3 days: launch  0 → 107 people  ──────────"],
            0: [
                "The housed  Day 0 / 100  ──────────",
                "  no data · in 7 days: first reading  0 → 107 people  ┃─────────",
            ],
            1: [
                "The housed  Day 1 / 100  ━─────────",
                "  no data · in 6 days: first reading  0 → 107 people  ┃─────────",
            ],
            14: [
                "The housed  Day 14 / 100  ━─────────",
                "  too early · in 7 days: reading  0 → 8 → 107 people  ━┃────────",
            ],
            15: [
                "The housed  Day 15 / 100  ━━────────",
                "  too early · in 6 days: reading  0 → 8 → 107 people  ━─┃───────",
            ],
            50: [
                "The housed  Day 50 / 100  ━━━━━─────",
                "  at risk · today: midpoint review  0 → 44 → 107 people  ━━━━─┃────",
            ],
            99: [
                "The housed  Day 99 / 100  ━━━━━━━━━─",
                "  achieved · 49 days over: midpoint review  0 → 107 → 107 people  ━━━━━━━━━┃",
            ],
            100: [
                "The housed  Day 100 / 100  ━━━━━━━━━━",
                "  achieved · 50 days over: midpoint review  0 → 107 → 107 people  ━━━━━━━━━┃",
            ],
            101: [
                "The housed  Day 101 / 100, 1 over  ━━━━━━━━››",
                "  achieved · 1 day over: advance to…  0 → 107 → 107 people  ━━━━━━━━━┃",
            ],
        }
    )


def test_a_closed_challenge_is_told_the_same_on_every_later_day(office: Office) -> None:
    write(office, "housed", after="closed: {date: 2026-08-01, as: completed}\n")

    soon, later = shown(office, date(2026, 9, 20)), shown(office, date(2027, 6, 1))

    assert soon.splitlines()[2:] == later.splitlines()[2:]
    assert soon.splitlines()[2:] == snapshot(
        ["", "Closed  1", " ✓ The housed                                   0 → 107 → 107 people  achieved"]
    )


@pytest.mark.parametrize(
    ("after", "since", "next_"),
    [
        ("        - {date: 2026-08-14, value: 107}\n", "Since held on 14 Aug", "follow-up, held so far"),
        ("        - {date: 2026-08-14, value: 60}\n", "Since slipped on 14 Aug", "follow-up, slipped so far"),
        ("", "Since no reading on 14 Aug", "follow-up reading"),
    ],
)
def test_whether_a_closed_result_held_is_said_in_its_story_and_in_what_is_next(
    office: Office, after: str, since: str, next_: str
) -> None:
    # The counted total of a later count may fall: people leave their homes again.
    kind = KINDS["housed"][0].replace("cumulative", "level")
    write(office, "housed", after=f"{after}closed: {{date: 2026-08-20, as: completed}}\n")
    path = office.root / "challenges" / "housed.yaml"
    path.write_text(path.read_text().replace(KINDS["housed"][0], kind))

    story = shown(office, date(2026, 9, 1), "housed")
    portfolio = shown(office, date(2026, 10, 5))
    (one,) = office.run("status", "--json").json["challenges"]

    assert since in story
    assert one["next"] == {"what": next_, "on": "2026-10-13"}
    assert f"in 8 days: {next_}\n" in portfolio


def test_a_clock_over_a_leap_day_and_a_year_end_counts_every_day(office: Office) -> None:
    write(office, "water", start=date(2027, 12, 1))

    screen = shown(office, date(2028, 3, 1), "water")

    assert "Day 91 / 100" in screen
    assert "last day 10 Mar" in screen


def test_the_day_is_that_of_the_accelerators_zone_wherever_the_laptop_is(tmp_path: Path) -> None:
    said = []
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        office = Office(tmp_path / zone.replace("/", "-"))
        office.root.mkdir()
        (office.root / "accelerator.yaml").write_text(f"format: 1\ntimezone: {zone}\n")
        write(office, "housed")
        result = CliRunner().invoke(app, ["-C", str(office.root), "status", "--json"])
        (challenge,) = json.loads(result.stdout)["challenges"]
        said.append((date.fromisoformat(json.loads(result.stdout)["today"]), challenge["day"]))

    (ahead, day_ahead), (behind, day_behind) = said
    # The two zones are 25 hours apart, so it is never the same date in both.
    assert (ahead - behind).days in {1, 2}
    assert day_ahead - day_behind == (ahead - behind).days


def test_the_ambition_is_said_where_it_is_known_what_would_happen_anyway(office: Office) -> None:
    write(office, "housed")
    path = office.root / "challenges" / "housed.yaml"
    path.write_text(path.read_text().replace("target: 107}", "target: 108, usual: {rate: 13.5, days: 30}}"))

    assert "Ambition    2.4 times what would happen anyway" in shown(office, day(50), "housed")


def test_the_pace_stands_beside_the_pace_that_is_needed(office: Office) -> None:
    write(office, "backlog")

    story = shown(office, day(50), "backlog")

    # 40 cases in the 21 days since the reading two weeks older; 90 cases left in 50 days.
    assert "Pace        −13 a week, −13 needed to reach the target in time" in story


@pytest.mark.parametrize(
    ("order", "first_to_last"),
    [
        ("urgency", ["other", "late", "early", "closed"]),
        ("title", ["early", "late", "other", "closed"]),
        ("day", ["late", "early", "other", "closed"]),
        ("end", ["late", "early", "other", "closed"]),
        ("agency", ["early", "other", "late", "closed"]),
        ("health", ["early", "other", "late", "closed"]),
    ],
)
def test_challenges_stand_in_the_order_that_is_asked_for(
    office: Office, order: str, first_to_last: list[str]
) -> None:
    write(office, "late", start=START - timedelta(days=60), more="agency: Water\n")
    write(office, "early", more="agency: Courts\n")
    write(office, "other", start=START + timedelta(days=7), more="agency: Roads\n")
    write(office, "closed", after="closed: {date: 2026-08-01, as: completed}\n")

    assert titles(shown(office, day(50), "--sort", order)) == first_to_last


def test_an_order_that_does_not_exist_is_refused_with_those_that_do(office: Office) -> None:
    said = office.run("status", "--sort", "size", code=2)

    assert said.err == snapshot("""\
error: --sort “size” is not one of urgency, title, day, health, end, agency.
  Choose one of them.
""")


def test_filters_compose_and_count_what_they_leave(office: Office) -> None:
    write(office, "one", more="agency: Courts\ntopic: speed\n")
    write(office, "two", more="agency: Courts\ntopic: water\n")
    write(office, "three", more="agency: Roads\ntopic: water\n")

    office.today = day(50).isoformat()
    found = office.run("status", "--agency", "courts", "--topic", "water", "--json").json

    assert [one["id"] for one in found["challenges"]] == ["two"]
    assert found["counts"]["acceleration"] == 1
    nothing = shown(office, day(50), "--agency", "Courts", "--health", "off-track")
    assert nothing.endswith("None of 3 challenges fits what is asked for.\n")


def test_no_more_than_a_screenful_is_shown_unless_all_are_asked_for(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        write(office, f"c{number:02}")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("COLUMNS", "80")

    some, every = shown(office, day(50)), shown(office, day(50), "--all")

    assert some.count("\n") < 24
    assert some.endswith(f"… and {30 - len(titles(some))} more: hundredday status --all\n")
    assert len(titles(every)) == 30
    assert "▲ 30 at risk" in some


def test_health_is_counted_over_open_challenges_alone(office: Office) -> None:
    write(office, "open")
    write(office, "shut", after="closed: {date: 2026-08-01, as: completed}\n")

    header = shown(office, day(200)).splitlines()[1:3]

    assert header == ["1 in acceleration · 1 closed", "✓ 1 achieved"]


def test_nothing_is_drawn_again_for_json(office: Office) -> None:
    assert office.run("status", "--watch", "--json", code=2).err == snapshot("""\
error: --watch draws a screen again and again, --json prints one document.
  Leave out one of the two.
""")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_a_watched_screen_is_drawn_again_when_a_file_changes_and_ends_with_ctrl_c(office: Office) -> None:
    import pexpect

    write(office, "housed")
    watched = pexpect.spawn(
        sys.executable,
        ["-m", "hundredday", "-C", str(office.root), "--today", "2026-05-26", "status", "--watch"],
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "1"},
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=30,
    )

    watched.expect("The housed")
    (office.root / "challenges" / "housed.yaml").write_text("format: 1\ntitle: [\n")
    watched.expect("cannot be read")
    write(office, "housed", more="agency: Courts\n")
    write(office, "second")
    watched.expect("The second")
    watched.sendintr()
    watched.expect(pexpect.EOF)
    watched.close()

    assert watched.exitstatus == 0
