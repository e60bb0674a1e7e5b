"""Standings to draw, and a terminal of any width to draw them on."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from rich.console import Console, RenderableType
from ruamel.yaml import YAML

from hundredday.challenge import Challenge
from hundredday.outlook.standing import Forecast, GoalStanding, Next, Standing

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 5, 26)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def drawn() -> Callable[..., str]:
    """What a renderable looks like on a terminal of a width, or piped."""

    def draw(renderable: RenderableType, width: int = 80, *, colours: Any = None) -> str:
        screen = StringIO()
        Console(
            file=screen,
            width=width,
            force_terminal=colours is not None,
            color_system=colours,
            legacy_windows=False,
        ).print(renderable)
        return screen.getvalue()

    return draw


@pytest.fixture
def read() -> Callable[[str], Challenge]:
    def load(text: str) -> Challenge:
        return Challenge.model_validate(YAML(typ="safe", pure=True).load(text))

    return load


@pytest.fixture
def goal() -> Callable[..., GoalStanding]:
    """A goal that fell from 43 days to 20 on its way to 1."""

    def make(**changed: Any) -> GoalStanding:
        fields: dict[str, Any] = {
            "id": "days-to-judgment",
            "primary": True,
            "metric": "Median days from filing to judgment",
            "kind": "duration",
            "unit": "days",
            "baseline": 43,
            "target": 1,
            "target_at_launch": 1,
            "latest": 20,
            "latest_on": date(2026, 5, 25),
            "progress": 0.548,
            "expected": 0.429,
            "forecast": None,
            "health": "at_risk",
            "outcome": None,
            "reached_on": None,
        }
        return GoalStanding(**{**fields, **changed})

    return make


@pytest.fixture
def standing(goal: Callable[..., GoalStanding]) -> Callable[..., Standing]:
    """A challenge on Day 50 of Acceleration; every field can be changed."""

    def make(
        title: str = "Small claims settled in one day", *, day: int | None = 50, **changed: Any
    ) -> Standing:
        goals = changed.pop("goals", (goal(),))
        start = None if day is None else TODAY - timedelta(days=day)
        fields: dict[str, Any] = {
            "id": "small-claims-in-a-day",
            "path": "challenges/small-claims-in-a-day.yaml",
            "title": title,
            "topic": None,
            "cohort": None,
            "agency": "Ministry of Justice",
            "leader": "Dana Omarova",
            "phase": "acceleration",
            "start": start,
            "end": start and start + timedelta(days=100),
            "day": day,
            "days": None if day is None else 100,
            "days_left": None if day is None else max(100 - day, 0),
            "working_days_left": None if day is None else 34,
            "health": goals[0].health if goals else None,
            "declared": None,
            "waivers": 0,
            "amendments": 0,
            "next": Next("e-signature needed by Aigerim Bekova", date(2026, 5, 4)),
            "goals": goals,
        }
        return Standing(**{**fields, **changed})

    return make


@pytest.fixture
def amended(goal: Callable[..., GoalStanding]) -> GoalStanding:
    """A goal whose target was moved from 2 days to 1."""
    forecast = Forecast(low=1.0, middle=6.3, high=14.4, progress=0.87, reaches_target_on=date(2026, 7, 25))
    return goal(target_at_launch=2, expected=0.5, forecast=forecast)
