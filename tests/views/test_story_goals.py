"""The goals of a story: their letters, their colours, and those beside the primary one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_snapshot import snapshot

from hundredday.gates.smart import letters
from hundredday.programme import Settings
from stories import RUNNING, Make, Read, screen

if TYPE_CHECKING:
    from datetime import date

    from hundredday.outlook.standing import GoalStanding


def test_a_goal_that_cannot_be_measured_says_why(
    drawn: Make, read: Read, standing: Make, amended: GoalStanding, today: date
) -> None:
    text = RUNNING.replace(
        "      time_bound:",
        "      not_measurable: {because: The registry burnt down, by: Dana Omarova}\n      time_bound:",
    )

    shown = drawn(screen(read(text), standing(goals=(amended,)), today))

    assert "The registry burnt down (Dana Omarova)" in shown


def test_each_letter_of_a_goal_says_whether_it_holds(
    drawn: Make, read: Read, standing: Make, amended: GoalStanding, today: date
) -> None:
    challenge = read(
        RUNNING.replace("      relevant: Moves the contract-enforcement indicator of the plan\n", "")
    )
    judged = {key: letters(key, goal, challenge, Settings()) for key, goal in challenge.goals.items()}

    lines = drawn(screen(challenge, standing(goals=(amended,)), today, letters=judged)).splitlines()

    (marks,) = [line for line in lines if " S  " in line and " R  " in line]
    assert marks == "  ✓ S  ✗ M  ✓ A  ✗ R  ✓ T   Dana Omarova, due 15 Jul"


def test_a_colour_that_agrees_with_the_readings_is_told_without_a_but(
    drawn: Make, read: Read, standing: Make, goal: Make, today: date
) -> None:
    shown = drawn(screen(read(RUNNING), standing(declared="green", goals=(goal(health="on_track"),)), today))

    assert "● on track · declared green by Dana Omarova on 27 Apr: Ahead of plan" in shown


def test_a_secondary_goal_is_told_in_a_few_lines_without_a_chart(
    drawn: Make, read: Read, standing: Make, goal: Make, today: date
) -> None:
    second = """
    papers:
      specific: Half of the claims are judged without a hearing
      measurable: {metric: Share judged on papers, kind: percent, unit: "%", baseline: 12, target: 50}
      readings: [{date: 2026-04-20, value: 15}, {date: 2026-05-04, value: 24}, {date: 2026-05-25, value: 35}]
"""
    challenge = read(RUNNING.replace("  guardrails:\n", second.rstrip("\n")[1:] + "\n  guardrails:\n", 1))
    papers = goal(
        id="papers",
        primary=False,
        kind="percent",
        unit="%",
        baseline=12,
        latest=35,
        target=50,
        target_at_launch=50,
    )

    shown = drawn(screen(challenge, standing(goals=(goal(), papers)), today))

    block = shown[shown.index("Goal papers") : shown.index("Amendments")]
    assert block == snapshot("""\
Goal papers                                                            ▲ at risk
  Half of the claims are judged without a hearing
  Share judged on papers

  12 → 35 → 50%  ━━━━━━━━━━━━━━━━━┃━━━━──────────────────  55%, 43% expected
  Pace        +3.7 a week, +2.1 needed to reach the target in time
  Readings    ▁▄█ 35% on 25 May

""")
