"""The challenge that most tests tell of, small claims settled in one day: sound before each gate, or with every field."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML

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

MORE = """
topic: public-services
cohort: 2026-spring
origin: {challenge: old-claims}
design:
  scores: {impact: 5, urgency: 4, feasibility: 4, cross_agency: 3, data: 5, backing: 5}
  stakeholders:
    court-registry: {name: Court registry, influence: 5, interest: 4, stance: supports}
    small-traders: {influence: 2, interest: 5, commitment: A list}
    bailiffs: null
  note:
    questions: ["Which claims can be judged on papers alone?"]
acceleration:
  team:
    members:
      - {name: Madina Akhmetova, post: Judge, agency: Almaty district court}
      - {name: Timur Ospanov, post: Analyst, agency: Ministry of Digital Development}
  goals:
    days-to-judgment:
      measurable: {every: 7}
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
    appeals: {readings: [{date: 2026-04-20, value: 9}]}
  milestones:
    first-hearing: {owner: Madina Akhmetova, done: 2026-04-17, critical: true}
    second-court: {title: Second court, due: 2026-05-20}
  blockers:
    e-signature: {what: No e-signature, resolved: null, asked_of: Aigerim Bekova, needed_by: 2026-05-04}
    rooms: {what: No rooms, raised: 2026-04-22, resolved: 2026-04-25, how: A room was lent}
  declared:
    - {date: 2026-04-27, status: green, because: Ahead of plan, by: Dana Omarova}
    - {date: 2026-05-04, status: amber}
  reviews:
    midpoint: {by: Aigerim Bekova}
  amendments:
    - {date: 2026-05-27, goal: days-to-judgment, field: target, from: 3, to: 2, because: Reached early}
sustainability:
  practices:
    same-day-list: {status: running}
  pledges:
    - {by: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice, signed: 2026-07-22, text: Funded}
    - {by: Dana Omarova, agency: Supreme Court}
  scale: {where: [Astana, Shymkent], because: It held}
  follow_up: {dates: [2026-08-14, 2027-01-11]}
lessons:
  - {text: Judges adopt what a judge shows them, kind: worked, tags: [courts], by: Dana Omarova, date: 2026-07-01}
  - {text: Start with the registry, kind: failed}
waivers:
  - {condition: midpoint-was-held, by: Accelerator board, because: Courts were closed, date: 2026-07-16}
"""


def ready() -> Any:
    """The challenge in Sustainability with nothing missing for its last gate."""
    return YAML(typ="safe", pure=True).load(READY)


def full() -> Any:
    """The same with every section that a file may have but the last, and every field at least once."""
    return _laid_over(ready(), YAML(typ="safe", pure=True).load(MORE))


def _laid_over(below: Any, above: Any) -> Any:
    """A mapping with what stands in another; null takes out what stands there, a list takes its place."""
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    both = {**below, **{key: _laid_over(below.get(key), value) for key, value in above.items()}}
    return {key: value for key, value in both.items() if value is not None}
