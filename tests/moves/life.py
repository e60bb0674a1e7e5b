"""Challenges to make moves on, and what their files would say."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml

from hundredday.challenge import Challenge

TODAY = date(2026, 5, 1)

DESIGN = "phase: design\ndesign: {entered: 2026-02-02}\nagency: Ministry of Justice\n"
ACCELERATION = "phase: acceleration\nacceleration: {entered: 2026-03-04}\n"
RUNNING = """\
phase: acceleration
sponsor: {name: Aigerim Bekova}
acceleration:
  entered: 2026-03-04
  clock: {start: 2026-04-06, days: 100}
  goals:
    housed:
      primary: true
      specific: People sleep in a home of their own
      measurable: {metric: People housed, kind: cumulative, unit: people, baseline: 10, target: 107}
    rent:
      measurable: {metric: Rent paid on time, kind: percent, baseline: 40, target: 90}
  guardrails:
    complaints: {metric: Complaints a week, limit: 12, worse: above}
"""
SUSTAINABILITY = """\
phase: sustainability
agency: Ministry of Justice
acceleration:
  clock: {start: 2026-01-05, days: 100}
  goals: {housed: {primary: true}}
sustainability: {entered: 2026-04-16}
"""


def made(text: str) -> Challenge:
    return Challenge.model_validate(yaml.safe_load(f"format: 1\ntitle: A home for everybody\n{text}"))


def said(part: Any) -> Any:
    """What stands in the file for a part of the record."""
    return part.model_dump(exclude_unset=True, by_alias=True)
