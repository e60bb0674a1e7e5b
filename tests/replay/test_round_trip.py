from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hundredday.challenge import Challenge
from hundredday.replay import steps
from hundredday.store.yaml.reading import parse
from office import Office
from replay.samples import FILES, sample

if TYPE_CHECKING:
    from pathlib import Path

QUICK = ("ush-kunde-zhauap", "archives-scanned", "one-window-for-exporters")
CHOSEN = tuple(
    path for path in FILES if path.stem in QUICK or os.environ.get("HUNDREDDAY_TORTURE") is not None
)


@pytest.mark.parametrize("path", CHOSEN, ids=lambda path: path.stem)
def test_the_commands_of_the_story_make_the_record_again(path: Path, tmp_path: Path) -> None:
    (tmp_path / "accelerator.yaml").write_text(PROGRAMME, encoding="utf-8")
    office = Office(tmp_path)

    for step in steps(sample(path), path.stem):
        office.today = step.on.isoformat()
        office.run(*step.argv)

    made = parse(office.file(path.stem).read_bytes(), path.name).data
    assert without_days_of_lessons(Challenge.model_validate(made)) == without_days_of_lessons(sample(path))


def without_days_of_lessons(challenge: Challenge) -> Challenge:
    """A lesson without a day gets the day on which the story tells it."""
    lessons = [lesson.model_copy(update={"date": None}) for lesson in challenge.lessons]
    return challenge.model_copy(update={"lessons": tuple(lessons)})


PROGRAMME = """\
format: 1
name: National Accelerator
topics:
  government-performance: Government Performance
  capacity-building: Capacity Building and Leadership Programs
  programming: Programming
  transformation: Transformation
cohorts:
  2026-spring: {title: Spring 2026}
  2026-autumn: {title: Autumn 2026}
  2026-winter: {title: Winter 2026}
  2027-spring: {title: Spring 2027}
"""
