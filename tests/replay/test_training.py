"""A training intake told again as commands gives the same intake."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hundredday.programme.training import Intake
from hundredday.replay import intake_steps
from hundredday.store.yaml.reading import parse
from office import Office

if TYPE_CHECKING:
    from conftest import RunGit

SAMPLES = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["diploma-2026", "elp-2024"])
def test_the_commands_of_a_sample_make_the_same_intake(tmp_path: Path, git: RunGit, name: str) -> None:
    path = SAMPLES / "training" / f"{name}.yaml"
    intake = Intake.model_validate(parse(path.read_bytes(), path.name).data)
    git(tmp_path, "init", "--quiet")
    (tmp_path / "accelerator.yaml").write_text("format: 1\n")
    (tmp_path / "challenges").mkdir()
    for challenge in {one.project for one in intake.participants if one.project}:
        (found,) = SAMPLES.glob(f"challenges/*/{challenge}.yaml")
        (tmp_path / "challenges" / found.name).write_bytes(found.read_bytes())
    office = Office(tmp_path)

    for step in intake_steps(intake, name):
        office.today = step.on.isoformat()
        office.run(*step.argv)

    made = (tmp_path / "training" / f"{name}.yaml").read_bytes()
    assert Intake.model_validate(parse(made, name).data) == intake


def test_an_intake_without_days_has_nothing_to_tell() -> None:
    intake = Intake(format=1, title="Diploma")

    assert intake_steps(intake, "diploma") == ()


def test_the_story_begins_a_week_before_the_first_module() -> None:
    path = SAMPLES / "training" / "diploma-2026.yaml"
    intake = Intake.model_validate(parse(path.read_bytes(), path.name).data)

    days = [step.on for step in intake_steps(intake, "diploma")]

    assert days == sorted(days)
    assert (days[0], days[-1]) == (date(2026, 9, 7), date(2026, 11, 6))
