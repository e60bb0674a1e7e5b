"""A training intake told again: the commands that make its file, in the order of days."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from hundredday.replay.line import Line, options_of, repeated
from hundredday.replay.pacing import Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.programme.training import Intake, Participant

BEFORE = timedelta(days=7)
"""An intake is opened so long before its first module."""


def intake_steps(intake: Intake, id: str) -> tuple[Step, ...]:
    """The commands that make this intake, each with the day on which it is typed, oldest first.

    Attendance is noted on a module's last day, and graduates are named on their day. An intake
    without a dated module has no days to tell, and no steps.
    """
    begun = [module.from_ for module in intake.modules.values() if module.from_]
    if not begun:
        return ()
    opened = min(begun) - BEFORE
    lines = [*_opening(intake, id), *_enrolment(intake, id)]
    told = [Step(opened, line) for line in lines]
    return tuple(
        sorted((*told, *_attendance(intake, id), *_graduation(intake, id)), key=lambda step: step.on)
    )


def _opening(intake: Intake, id: str) -> Iterator[tuple[str, ...]]:
    said = {"id": id, "topic": intake.topic, "provider": intake.provider, "host": intake.host}
    needs = repeated("--needs", (need.replace("_", "-") for need in intake.graduates_need))
    yield Line("training", ("new", intake.title), (*options_of(said), *needs)).argv()
    for key, module in intake.modules.items():
        days = options_of({"from": module.from_, "to": module.to, "key": key})
        yield Line("training", ("module", id, module.title or key), days).argv()


def _enrolment(intake: Intake, id: str) -> Iterator[tuple[str, ...]]:
    together = groupby(intake.participants, key=lambda one: (one.project, one.group))
    for (project, group), people in together:
        typed = tuple(_typed(one) for one in people)
        options = options_of({"project": project, "group": group})
        yield Line("training", ("enrol", id, *typed), options).argv()


def _attendance(intake: Intake, id: str) -> Iterator[Step]:
    for key, module in intake.modules.items():
        there = tuple(one.name for one in intake.participants if key in one.attended)
        on = module.to or module.from_
        if there and on:
            yield Step(on, Line("training", ("attend", id, key, *there)).argv())


def _graduation(intake: Intake, id: str) -> Iterator[Step]:
    days: dict[date, list[str]] = {}
    for one in intake.participants:
        if one.has_graduated and one.date:
            days.setdefault(one.date, []).append(one.name)
    for on, names in days.items():
        yield Step(on, Line("training", ("graduate", id, *names)).argv())


def _typed(one: Participant) -> str:
    parts = [one.name, one.post or "", one.agency or ""]
    return "; ".join(parts).rstrip("; ")
