from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from inline_snapshot import snapshot
from rich.cells import cell_len

from hundredday.findings import Finding, Place
from hundredday.outlook.standing import GoalStanding, Next, Standing
from hundredday.views.portfolio import portfolio

if TYPE_CHECKING:
    from rich.console import RenderableType

Make = Callable[..., Any]


def screen(standings: list[Standing], today: date, **more: Any) -> RenderableType:
    phases = [standing.phase for standing in standings]
    counts = {phase: phases.count(phase) for phase in ("design", "acceleration", "sustainability", "closed")}
    options = {"name": "National Accelerator", "counts": counts, "problems": [], **more}
    return portfolio(standings, today=today, **options)


def one_of_each_phase(standing: Make, goal: Make) -> list[Standing]:
    housed = goal(
        kind="cumulative",
        unit="families",
        baseline=0,
        latest=83,
        target=107,
        progress=0.776,
        expected=1.0,
        health="missed",
    )
    ambulance = goal(
        baseline=19, latest=7.5, target=8, unit="minutes", progress=1.05, expected=1.0, health="achieved"
    )
    return [
        standing(
            "Ninety families housed before winter",
            day=103,
            goals=(housed,),
            next=Next("final reading", date(2026, 5, 23)),
        ),
        standing(declared="green"),
        standing(
            "One desk for parents of newborns",
            day=None,
            phase="design",
            goals=(),
            leader=None,
            next=Next("sponsor to be named", None),
        ),
        standing(
            "Road deaths on the ring road halved",
            day=-12,
            phase="design",
            goals=(),
            next=Next("launch", date(2026, 6, 7)),
        ),
        standing(
            "Ambulance in eight minutes",
            day=140,
            phase="sustainability",
            goals=(ambulance,),
            next=Next("follow-up reading", date(2026, 5, 29)),
        ),
        standing(
            "Pension on the day of birth",
            day=300,
            phase="closed",
            goals=(goal(health="achieved", latest=1, progress=1.0),),
            next=None,
        ),
    ]


def test_an_empty_accelerator_says_how_to_begin(drawn: Make, today: date) -> None:
    shown = drawn(screen([], today, name=""))

    assert shown == snapshot("""\
Accelerator                                                  Tuesday 26 May 2026

No challenges yet. The first one:
hundredday new "What will be true in 100 days"
""")


def test_one_challenge_of_each_phase_on_80_columns(
    drawn: Make, standing: Make, goal: Make, today: date
) -> None:
    shown = drawn(screen(one_of_each_phase(standing, goal), today))

    assert shown == snapshot("""\
National Accelerator                                         Tuesday 26 May 2026
2 in acceleration · 2 in design · 1 in sustainability · 1 closed
✗ 1 missed  ▲ 1 at risk  ✓ 1 achieved

Acceleration  2
 ✗ Ninety families housed before winter        Day 103 / 100, 3 over  ━━━━━━━━››
   missed · 3 days over: final reading         0 → 83 → 107 families  ━━━━━━━━─┃
 ▲ Small claims settled in one day      declared green  Day 50 / 100  ━━━━━─────
   at risk · 22 days over: e-signature needed by…   43 → 20 → 1 days  ━━━━┃─────

Design  2
 · One desk for parents of newborns
   sponsor to be named
 · Road deaths on the ring road halved                          D-12  ──────────
   in 12 days: launch

Sustainability  1
 ✓ Ambulance in eight minutes
   achieved · in 3 days: follow-up reading      19 → 7.5 → 8 minutes  ━━━━━━━━━┃

Closed  1
 ✓ Pension on the day of birth                       43 → 1 → 1 days  achieved
""")


def test_one_challenge_of_each_phase_on_120_columns(
    drawn: Make, standing: Make, goal: Make, today: date
) -> None:
    shown = drawn(screen(one_of_each_phase(standing, goal), today), 120)

    assert shown == snapshot("""\
National Accelerator                                                                                 Tuesday 26 May 2026
2 in acceleration · 2 in design · 1 in sustainability · 1 closed
✗ 1 missed  ▲ 1 at risk  ✓ 1 achieved

Acceleration  2
 ✗ Ninety families housed before winter                     Dana Omarova  Day 103 / 100, 3 over  ━━━━━━━━━━━━━━━━››
   missed · 3 days over: final reading                                    0 → 83 → 107 families  ━━━━━━━━━━━━━━───┃  78%
 ▲ Small claims settled in one day                          Dana Omarova           Day 50 / 100  ━━━━━━━━━─────────
   at risk · declared green · 22 days over: e-signature needed by Aigerim…     43 → 20 → 1 days  ━━━━━━━━┃━────────  55%

Design  2
 · One desk for parents of newborns
   sponsor to be named
 · Road deaths on the ring road halved                      Dana Omarova                   D-12  ──────────────────
   in 12 days: launch

Sustainability  1
 ✓ Ambulance in eight minutes                               Dana Omarova
   achieved · in 3 days: follow-up reading                                 19 → 7.5 → 8 minutes  ━━━━━━━━━━━━━━━━━┃ 105%

Closed  1
 ✓ Pension on the day of birth                                                       43 → 1 → 1 days  achieved
""")


def test_titles_of_every_script_keep_the_columns_aligned(drawn: Make, standing: Make, today: date) -> None:
    titles = [
        "Су шығынын екі есе азайту: Алматы қаласының ескі құбырлары",
        "Справки без справок: двенадцать услуг без бумажных документов",
        "تقليص مدة إصدار الرخص التجارية إلى يوم واحد",
        "小額訴訟を一日で解決する:全国の簡易裁判所における即日判決の実現",
    ]

    lines = drawn(screen([standing(title) for title in titles], today)).splitlines()

    days = [line for line in lines if "Day 50" in line]
    assert [cell_len(line[: line.index("Day 50")]) for line in days] == [56] * len(titles)
    assert [cell_len(line) for line in days] == [80] * len(titles)


def test_a_long_title_is_cut_between_words(drawn: Make, standing: Make, today: date) -> None:
    title = "Building permits within ten working days instead of sixty, for every district of the city"

    shown = drawn(screen([standing(title)], today))

    assert "Building permits within ten working days instead…" in shown


def test_hidden_challenges_are_counted_and_can_be_asked_for(drawn: Make, standing: Make, today: date) -> None:
    shown = drawn(screen([standing()], today, hidden=12))

    assert "… and 12 more: hundredday status --all" in shown


def test_a_file_that_cannot_be_read_is_named_below_the_others(
    drawn: Make, standing: Make, today: date
) -> None:
    bad = Finding(
        "merge-conflict", "The file holds a merge conflict.", place=Place("challenges/a.yaml", 3, 1)
    )

    shown = drawn(screen([standing()], today, problems=[bad]))

    assert "Small claims settled in one day" in shown
    assert shown.endswith(
        "✗ 1 file cannot be read: hundredday check\n  challenges/a.yaml:3: The file holds a merge conflict.\n"
    )


@pytest.mark.parametrize(
    ("declared", "health", "said"),
    [
        ("green", "off_track", True),
        ("red", "on_track", True),
        ("amber", "at_risk", False),
        ("green", "achieved", False),
        ("green", "too_early", False),
    ],
)
def test_a_declared_colour_is_said_only_where_the_readings_disagree(
    drawn: Make, standing: Make, goal: Make, today: date, declared: str, health: str, said: bool
) -> None:
    rows = [standing(goals=(goal(health=health),), declared=declared)]

    shown = drawn(screen(rows, today))

    assert (f"declared {declared}" in shown) is said


def test_health_is_told_by_sign_and_word_not_by_colour_alone(
    drawn: Make, standing: Make, goal: Make, today: date
) -> None:
    healths = ("off_track", "missed", "at_risk", "stale", "no_data", "too_early", "on_track", "achieved")
    rows = [standing(goals=(goal(health=health),), next=None) for health in healths]

    lines = drawn(screen(rows, today)).splitlines()

    signs = [line.split()[0] for line in lines if "Small claims" in line]
    assert len(set(signs)) == len(healths)
    assert all(any(health.replace("_", " ") in line for line in lines) for health in healths)


def test_a_thing_to_be_done_is_said_in_a_word(drawn: Make, standing: Make, goal: Make, today: date) -> None:
    decree: GoalStanding = goal(
        kind="yes_no", unit=None, baseline=False, latest=True, target=True, progress=1.0
    )

    shown = drawn(screen([standing(goals=(decree,))], today))

    assert " done  ━" in shown


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(
    drawn: Make, standing: Make, goal: Make, today: date, width: int
) -> None:
    long = "A title that goes on " * 20
    wide = goal(
        unit="households of more than five people in rural districts",
        baseline=1_234_567,
        target=98_765_432.25,
    )
    rows = [
        *one_of_each_phase(standing, goal),
        standing(long, goals=(wide,), leader=long, next=Next(long, today)),
    ]

    lines = drawn(screen(rows, today, name=long, hidden=3), width).splitlines()

    assert max(cell_len(line) for line in lines) <= width


def test_a_narrower_screen_can_be_asked_for(drawn: Make, standing: Make, today: date) -> None:
    lines = drawn(screen([standing()], today, width=64), 120).splitlines()

    assert max(cell_len(line) for line in lines) == 64


def test_without_colours_the_same_words_stand_on_the_screen(
    drawn: Make, standing: Make, goal: Make, today: date
) -> None:
    rows = one_of_each_phase(standing, goal)

    coloured = drawn(screen(rows, today), colours="standard")

    assert "\x1b[31m" in coloured
    assert "\x1b[4" not in coloured.replace("\x1b[49m", "")


def test_health_is_not_counted_over_half_of_the_challenges(drawn: Make, standing: Make, today: date) -> None:
    alone = drawn(screen([standing()], today, hidden=12))
    told = drawn(screen([standing()], today, hidden=12, healths={"at_risk": 4, "on_track": 9}))

    assert "▲ 1 at risk" not in alone
    assert "▲ 4 at risk  ● 9 on track" in told
