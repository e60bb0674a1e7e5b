"""A full record of a challenge, as a mapping that a test may edit."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from ruamel.yaml import YAML

SMALL_CLAIMS = """
format: 1
title: Small claims settled in one day
topic: public-services
cohort: 2026-spring
agency: Ministry of Justice
priority: "National Development Plan to 2029: time to enforce a contract"
sponsor: {name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}
origin: {challenge: old-claims}
phase: sustainability
design:
  entered: 2026-02-02
  problem: {statement: A claim waits six weeks, affected: 40000 claimants, evidence: Court registry}
  scores: {impact: 5, urgency: 4, feasibility: 4, cross_agency: 3, data: 5, backing: 5}
  decision: {made: selected, date: 2026-03-02, by: Accelerator board, because: Highest score of 14}
  stakeholders:
    court-registry: {name: Court registry, role: decides, influence: 5, interest: 4, stance: supports}
    small-traders: {name: Atameken chamber, role: affected, influence: 2, interest: 5, commitment: A list}
  note:
    issued: 2026-03-03
    mission: A judgment without a second lost day
    indicator: Time from filing to judgment
    guardrails: [Appeals must not rise]
    questions: [Which claims can be judged on papers alone?]
acceleration:
  entered: 2026-03-04
  team:
    leader: {name: Dana Omarova, post: Court registrar, agency: Supreme Court}
    coach: {name: Yerlan Saparov, agency: National Project Office}
    members:
      - {name: Madina Akhmetova, post: Judge, agency: Almaty district court}
      - {name: Timur Ospanov, post: Analyst, agency: Ministry of Digital Development}
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
        counted: All claims under 500,000 tenge
        source: Registry export
        every: 7
        usual: {rate: 1, days: 30}
      attainable: {owner: Dana Omarova, because: Two judges already rule on the day}
      relevant: Moves the indicator of the plan
      time_bound: {due: 2026-07-15}
      trajectory: {25: 40, 50: 25, 100: 2}
      readings:
        - {date: 2026-04-13, value: 42}
        - {date: 2026-04-20, value: 39, note: First court live, source: Registry, by: Dana Omarova}
        - {date: 2026-04-27, value: 33, status: provisional, entered: 2026-04-29}
    decree-signed:
      measurable: {kind: yes_no, metric: Decree signed}
      readings: [{date: 2026-04-30, value: false}]
      not_measurable: {because: The decree was withdrawn, by: Accelerator board, date: 2026-07-10}
  guardrails:
    appeals: {metric: Appeals a week, unit: appeals, limit: 12, worse: above, readings: [{date: 2026-04-20, value: 9}]}
  milestones:
    first-hearing: {title: First hearing, due: 2026-04-20, owner: Madina Akhmetova, done: 2026-04-17, critical: true}
    second-court: {title: Second court, due: 2026-05-20}
  blockers:
    e-signature: {what: No e-signature, raised: 2026-04-22, asked_of: Aigerim Bekova, needed_by: 2026-05-04}
    rooms: {what: No rooms, raised: 2026-04-22, resolved: 2026-04-25, how: A room was lent}
  declared:
    - {date: 2026-04-27, status: green, because: Ahead of plan, by: Dana Omarova}
    - {date: 2026-05-04, status: amber}
  reviews:
    midpoint: {date: 2026-05-26, decided: [Add two courts], by: Aigerim Bekova}
  amendments:
    - {date: 2026-05-27, goal: days-to-judgment, field: target, from: 3, to: 2, because: Reached early}
sustainability:
  entered: 2026-07-16
  owner: {post: Head of administration, agency: Supreme Court}
  practices:
    same-day-list: {practice: Same-day list, owner_post: Court chair, resources: No new posts, status: running}
  pledges:
    - {by: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice, signed: 2026-07-22, text: Funded}
    - {by: Dana Omarova, agency: Supreme Court}
  scale: {path: scale, where: [Astana, Shymkent], by: Accelerator board, date: 2026-07-30, because: It held}
  follow_up: {watch: days-to-judgment, dates: [2026-08-14, 2027-01-11]}
lessons:
  - {text: Judges adopt what a judge shows them, kind: worked, tags: [courts], by: Dana Omarova, date: 2026-07-01}
  - {text: Start with the registry, kind: failed}
waivers:
  - {condition: midpoint-was-held, by: Accelerator board, because: Courts were closed, date: 2026-07-16}
"""


@pytest.fixture(scope="session")
def full_record() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load(SMALL_CLAIMS)
    return loaded


@pytest.fixture
def small_claims(full_record: dict[str, Any]) -> dict[str, Any]:
    """A challenge in Sustainability, with every section that a file may have but the last."""
    return copy.deepcopy(full_record)
