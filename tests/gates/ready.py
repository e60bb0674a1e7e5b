"""A challenge that stands before each gate with nothing missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml

from hundredday.challenge import Challenge

READY = """
format: 1
title: Small claims settled in one day
agency: Ministry of Justice
priority: "National Development Plan: time to enforce a contract"
sponsor: {name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}
phase: sustainability
design:
  entered: 2026-02-02
  problem:
    statement: A claim under 500,000 tenge waits six weeks for its first hearing.
    affected: About 40,000 claimants a year
    evidence: Court registry, 2025
  decision: {made: selected, date: 2026-03-02, by: Accelerator board, because: Highest score of 14}
  stakeholders:
    court-registry: {name: Supreme Court registry, role: decides, agency: Supreme Court}
    small-traders: {name: Atameken chamber, role: affected}
    bailiffs: {name: Chamber of bailiffs, role: partners, agency: Ministry of Justice}
  note:
    issued: 2026-03-03
    mission: Let a small trader get a judgment without losing a second day of work
    indicator: Time from filing to judgment
    guardrails: [Appeals must not rise]
acceleration:
  entered: 2026-03-04
  team:
    leader: {name: Dana Omarova, post: Court registrar, agency: Supreme Court}
    coach: {name: Yerlan Saparov, agency: National Project Office}
    members:
      - {name: Member 1, agency: Supreme Court}
      - {name: Member 2, agency: Supreme Court}
      - {name: Member 3, agency: Supreme Court}
      - {name: Member 4, agency: Supreme Court}
      - {name: Member 5, agency: Supreme Court}
      - {name: Member 6, agency: Supreme Court}
  clock: {start: 2026-04-06, days: 100}
  goals:
    days-to-judgment:
      primary: true
      specific: A small claim filed in a pilot court is judged the same day
      measurable:
        metric: Median days from filing to judgment
        kind: duration
        unit: days
        baseline: 43
        baseline_date: 2026-03-31
        target: 2
        counted: All claims filed in the three pilot courts, median of the week
        source: Registry export, Mondays
        usual: {rate: 5, days: 30}
      attainable: {owner: Dana Omarova, because: Two pilot judges already rule on the day}
      relevant: Moves the contract-enforcement indicator of the plan
      time_bound: {due: 2026-07-15}
      readings:
        - {date: 2026-04-13, value: 42}
        - {date: 2026-07-13, value: 3}
  guardrails:
    appeals: {metric: Appeals a week, unit: appeals, limit: 12, worse: above}
  milestones:
    first-hearing: {title: First same-day hearing, due: 2026-04-20}
  blockers:
    e-signature: {what: Registry has no e-signature, raised: 2026-04-22, resolved: 2026-05-02}
  reviews:
    midpoint: {date: 2026-05-26, decided: [Add two courts]}
  amendments:
    - {date: 2026-05-27, goal: days-to-judgment, field: target, from: 1, to: 2, because: A court burned, by: Aigerim Bekova}
sustainability:
  entered: 2026-07-16
  owner: {post: Head of the court administration, agency: Supreme Court}
  practices:
    same-day-list: {practice: Same-day list in every court, owner_post: Court chair, resources: No new posts}
  pledges:
    - {by: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice, signed: 2026-07-22}
  scale: {path: scale, where: [Astana], by: Accelerator board, date: 2026-07-30}
  follow_up: {watch: days-to-judgment, dates: [2026-08-14]}
lessons:
  - {text: Judges adopt what a judge shows them, kind: worked}
  - {text: The e-signature came six weeks late, kind: failed}
  - {text: Traders preferred a call, kind: surprised}
"""

TODAYS = {
    "acceleration": date(2026, 3, 4),
    "launch": date(2026, 4, 1),
    "sustainability": date(2026, 7, 16),
    "closed": date(2026, 8, 20),
}
"""The day on which the challenge stands before each gate."""


def before(gate: str, **changes: Any) -> Challenge:
    """The challenge as it stands before a gate, with changes by path.

    `design__note__mission=None` takes a field out, another value puts it in.
    """
    data = yaml.safe_load(READY)
    _take_back(data, gate)
    for path, value in changes.items():
        _put(data, path.split("__"), value)
    return Challenge.model_validate(data)


def _take_back(data: Any, gate: str) -> None:
    """Take out what has not happened yet when the challenge stands before the gate."""
    if gate != "closed":
        data["phase"] = "acceleration"
        del data["sustainability"], data["lessons"][1:]
    if gate == "launch":
        part = data["acceleration"]
        for later in ("blockers", "reviews", "amendments"):
            del part[later]
        del part["goals"]["days-to-judgment"]["readings"]
    if gate == "acceleration":
        data["phase"] = "design"
        del data["acceleration"], data["lessons"]


def _put(data: Any, path: list[str], value: Any) -> None:
    *way, last = (int(part) if part.isdigit() else _key(part) for part in path)
    for part in way:
        data = data[part]
    if value is None:
        del data[last]
    else:
        data[last] = value


def _key(part: str) -> str:
    """Keys with hyphens are written with a capital at the joint: `daysToJudgment`."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in part)
