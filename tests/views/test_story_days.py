"""The days of a story: what the clock says, and what had been read by then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stories import RUNNING, Make, Read, screen

if TYPE_CHECKING:
    from hundredday.outlook.standing import GoalStanding


def test_before_launch_the_days_until_then_are_counted(
    drawn: Make, read: Read, standing: Make, today: date
) -> None:
    waiting = read(RUNNING.replace("start: 2026-04-06", "start: 2026-06-07"))

    shown = drawn(screen(waiting, standing(day=-12), today))

    assert "D-12" in shown
    assert "starts 7 Jun, last day 15 Sep" in shown


def test_after_the_last_day_the_days_over_are_counted(
    drawn: Make, read: Read, standing: Make, amended: GoalStanding
) -> None:
    late = standing(day=103, start=date(2026, 4, 6), end=date(2026, 7, 15), goals=(amended,))

    shown = drawn(screen(read(RUNNING), late, date(2026, 7, 18)))

    assert "Day 103 / 100, 3 over" in shown


def test_readings_after_today_are_not_told(
    drawn: Make, read: Read, standing: Make, amended: GoalStanding
) -> None:
    shown = drawn(screen(read(RUNNING), standing(day=21, goals=(amended,)), date(2026, 4, 27)))

    assert "27 Apr  Day 21" in shown
    assert "4 May  Day 28" not in shown
    assert "corrects 29" not in shown
