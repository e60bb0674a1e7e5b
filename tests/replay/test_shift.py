from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from hundredday.replay import moved_by, steps
from replay.samples import FILES, sample, written

if TYPE_CHECKING:
    from pathlib import Path

MANY = settings(max_examples=25, deadline=None)


@MANY
@given(path=st.sampled_from(FILES), days=st.integers(-5000, 50_000))
def test_a_record_moved_there_and_back_is_the_same_record(path: Path, days: int) -> None:
    original = sample(path)

    returned = moved_by(moved_by(original, days), -days)

    assert returned == original
    assert returned.model_fields_set == original.model_fields_set


@MANY
@given(path=st.sampled_from(FILES), days=st.integers(-3650, 3650))
def test_the_story_of_a_moved_record_is_the_moved_story(path: Path, days: int) -> None:
    original = [step.on for step in steps(sample(path), "moved")]

    moved = [step.on for step in steps(moved_by(sample(path), days), "moved")]

    assert moved == [day + timedelta(days=days) for day in original]


def test_every_date_is_moved_and_nothing_else() -> None:
    before = """
        format: 1
        title: Ready by 2026-05-01
        phase: acceleration
        acceleration:
          clock: {start: 2026-02-27, days: 90}
          goals:
            loss:
              measurable: {kind: level, target: 7, baseline_date: 2026-02-01}
              trajectory: {30: 8, 90: 7}
              readings: [{date: 2026-03-01, value: 9, entered: 2026-03-02}]
          amendments:
            - {date: 2026-03-05, goal: loss, field: due, from: 2026-05-01, to: 2026-05-20}
        """
    after = """
        format: 1
        title: Ready by 2026-05-01
        phase: acceleration
        acceleration:
          clock: {start: 2026-03-01, days: 90}
          goals:
            loss:
              measurable: {kind: level, target: 7, baseline_date: 2026-02-03}
              trajectory: {30: 8, 90: 7}
              readings: [{date: 2026-03-03, value: 9, entered: 2026-03-04}]
          amendments:
            - {date: 2026-03-07, goal: loss, field: due, from: 2026-05-03, to: 2026-05-22}
        """

    assert moved_by(written(before), 2) == written(after)


def test_a_moved_example_can_end_today() -> None:
    today = date(2031, 4, 1)
    running = next(sample(path) for path in FILES if path.stem == "small-claims-in-a-day")
    newest = running.goals["days-to-judgment"].series[-1].date

    moved = moved_by(running, (today - newest).days)

    assert moved.clock
    assert moved.clock.start == today - timedelta(days=62)
