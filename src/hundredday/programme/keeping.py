"""An accelerator as plain data that JSON can hold, and back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from hundredday.programme.accelerator import Accelerator, Cohort, Settings, Weights


def plain_accelerator(accelerator: Accelerator) -> dict[str, Any]:
    """An accelerator as JSON can hold it."""
    return {
        **asdict(accelerator),
        "cohorts": {
            key: {
                "title": cohort.title,
                "launch": cohort.launch and cohort.launch.isoformat(),
                "reviews": {name: day.isoformat() for name, day in cohort.reviews.items()},
            }
            for key, cohort in accelerator.cohorts.items()
        },
    }


def accelerator_from(plain: dict[str, Any]) -> Accelerator:
    """An accelerator from what `plain_accelerator` made of it."""
    settings: dict[str, Any] = {
        name: tuple(v) if isinstance(v, list) else v for name, v in plain["settings"].items()
    }
    cohorts = {
        key: Cohort(
            cohort["title"],
            cohort["launch"] and date.fromisoformat(cohort["launch"]),
            {name: date.fromisoformat(day) for name, day in cohort["reviews"].items()},
        )
        for key, cohort in plain["cohorts"].items()
    }
    whole = {
        **plain,
        "partners": tuple(plain["partners"]),
        "settings": Settings(**{**settings, "weights": Weights(**settings["weights"])}),
        "cohorts": cohorts,
    }
    return Accelerator(**whole)
