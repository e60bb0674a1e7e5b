"""A challenge from a few lines of YAML, and where it stands on a day."""

from __future__ import annotations

from datetime import date, timedelta
from textwrap import dedent, indent
from typing import TYPE_CHECKING

import yaml

from hundredday.challenge import Challenge
from hundredday.days import WorkingCalendar
from hundredday.outlook.course import Course, course_of
from hundredday.outlook.summary import standing
from hundredday.programme import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.outlook.standing import GoalStanding, Standing

START = date(2026, 4, 6)
LAST = date(2026, 7, 15)


def day(number: int, start: date = START) -> date:
    return start + timedelta(days=number)


def told(text: str) -> Challenge:
    """A challenge whose file ends with these lines."""
    return Challenge.model_validate(yaml.safe_load("format: 1\ntitle: A challenge\n" + dedent(text)))


def running(
    measurable: str,
    readings: Mapping[int, object] | None = None,
    *,
    goal: str = "",
    more: str = "",
    start: date = START,
    days: int = 100,
    phase: str = "acceleration",
    after: str = "",
) -> Challenge:
    """A challenge with one goal, `result`; readings by day number, further lines of the goal and beside it."""
    lines = "\n".join(
        f"- {{date: {day(number, start)}, value: {yaml.safe_dump(value).split(chr(10))[0]}}}"
        for number, value in (readings or {}).items()
    )
    return told(
        f"phase: {phase}\n"
        "acceleration:\n"
        f"  clock: {{start: {start}, days: {days}}}\n"
        "  goals:\n"
        "    result:\n"
        f"      measurable: {measurable}\n"
        f"{indent(dedent(goal), ' ' * 6)}\n"
        f"      readings:{' []' if not lines else ''}\n"
        f"{indent(lines, ' ' * 8)}\n"
        f"{indent(dedent(more), ' ' * 2)}\n"
        f"{dedent(after)}"
    )


def stands(challenge: Challenge, today: date, settings: Settings | None = None) -> Standing:
    return standing(
        challenge,
        id="a-challenge",
        path="challenges/a-challenge.yaml",
        settings=settings or Settings(),
        calendar=WorkingCalendar(),
        today=today,
    )


def goal_on(challenge: Challenge, today: date) -> GoalStanding:
    return stands(challenge, today).goals[0]


def course_on(challenge: Challenge, today: date) -> Course:
    return course_of(challenge, next(iter(challenge.goals.values())), today=today)
