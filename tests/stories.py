"""Challenges in each phase, and their story as a screen shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from hundredday.challenge import Challenge
from hundredday.findings import Severity
from hundredday.gates import Verdict
from hundredday.programme import Settings
from hundredday.views.story import story

if TYPE_CHECKING:
    from datetime import date

    from rich.console import RenderableType

    from hundredday.outlook.standing import Standing

Make = Callable[..., Any]
Read = Callable[[str], Challenge]

CANDIDATE = """
format: 1
title: Small claims settled in one day
agency: Ministry of Justice
priority: "National Development Plan to 2029: time to enforce a contract"
sponsor: {name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}
phase: design
design:
  entered: 2026-02-02
  problem:
    statement: A claim under 500,000 tenge waits six weeks for its first hearing.
    affected: About 40,000 claimants a year, most of them small traders
    evidence: Court registry, 2025
  scores: {impact: 5, urgency: 4, cross_agency: 3}
  decision: {made: selected, date: 2026-03-02, by: Accelerator board, because: Highest score of 14}
  stakeholders:
    small-traders: {name: Atameken chamber, role: affected, influence: 2, interest: 5, stance: neutral}
    court-registry: {name: Supreme Court registry, role: decides, influence: 5, interest: 4, stance: supports, commitment: One registrar full time}
  note:
    issued: 2026-03-03
    mission: Let a small trader get a judgment without losing a second day of work
    indicator: Time from filing to judgment
    questions: [Which claims can be judged on papers alone?]
"""

RUNNING = """
format: 1
title: Small claims settled in one day
agency: Ministry of Justice
phase: acceleration
acceleration:
  team:
    leader: {name: Dana Omarova, post: Court registrar, agency: Supreme Court}
    coach: {name: Yerlan Saparov, agency: National Project Office}
    members:
      - {name: Madina Akhmetova, post: Judge, agency: Almaty district court}
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
        target: 1
        counted: All claims under 500,000 tenge filed in the pilot courts
        source: Registry export, Mondays
      attainable: {owner: Dana Omarova, because: Two pilot judges already rule on the day}
      relevant: Moves the contract-enforcement indicator of the plan
      time_bound: {due: 2026-07-15}
      readings:
        - {date: 2026-04-13, value: 42}
        - {date: 2026-04-20, value: 39, note: First court live, source: Registry, by: Dana Omarova}
        - {date: 2026-04-27, value: 33, status: provisional}
        - {date: 2026-05-04, value: 31, entered: 2026-05-12}
        - {date: 2026-05-11, value: 29}
        - {date: 2026-05-11, value: 27, note: Two cases were counted twice}
        - {date: 2026-05-25, value: 20}
  guardrails:
    appeals: {metric: Appeals a week, unit: appeals, limit: 12, worse: above, readings: [{date: 2026-05-18, value: 14}]}
  milestones:
    first-hearing: {title: First same-day hearing, due: 2026-04-20, owner: Madina Akhmetova, done: 2026-04-17}
    second-court: {title: Second court live, due: 2026-05-15}
    all-courts: {title: All courts live, due: 2026-06-20, critical: true}
  blockers:
    room: {what: No court room, raised: 2026-04-08, resolved: 2026-04-10, how: Room 4}
    e-signature: {what: Registry has no e-signature, asked_of: Aigerim Bekova, needed_by: 2026-05-04}
  declared:
    - {date: 2026-04-27, status: green, because: Ahead of plan, by: Dana Omarova}
  reviews:
    midpoint: {date: 2026-05-26, decided: [Add two courts]}
  amendments:
    - {date: 2026-05-20, goal: days-to-judgment, field: target, from: 2, to: 1, because: Reached 2 in one court, by: Aigerim Bekova}
    - {date: 2026-05-21, goal: days-to-judgment, field: due, from: 2026-07-10, to: 2026-07-15}
waivers:
  - {condition: early-win-is-planned, by: Accelerator board, because: The first hearing is near, date: 2026-04-06}
lessons:
  - {text: Judges adopt what a judge shows them, kind: worked, tags: [courts]}
"""

HANDED_OVER = """
format: 1
title: Small claims settled in one day
phase: sustainability
acceleration:
  clock: {start: 2025-10-01, days: 100}
  goals:
    days-to-judgment:
      measurable: {metric: Median days from filing to judgment, kind: duration, unit: days, baseline: 43, target: 1}
      readings:
        - {date: 2025-12-01, value: 12}
        - {date: 2026-01-08, value: 0.8}
        - {date: 2026-02-08, value: 1}
        - {date: 2026-04-09, value: 7}
sustainability:
  owner: {post: Head of the court administration, agency: Supreme Court}
  practices:
    same-day-list: {practice: Same-day list in every court, owner_post: Court chair, resources: No new posts, status: running}
  pledges:
    - {by: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice, signed: 2026-01-22, text: Funded in the 2027 budget}
  scale: {path: scale, where: [Astana, Shymkent], by: Accelerator board, date: 2026-01-30}
  follow_up: {watch: days-to-judgment, dates: [2026-02-08, 2026-04-09, 2026-07-08]}
"""

STOPPED = """
format: 1
title: Single number for all city services
phase: closed
closed: {date: 2026-05-02, as: stopped, because: The law changed, by: Accelerator board}
"""

MISSING = Verdict(
    "results-are-in",
    False,
    False,
    Severity.ERROR,
    "There is no final reading of days-to-judgment.",
    "hundredday record small-claims-in-a-day days-to-judgment 20 --on 2026-05-26 --note 'final reading'",
)
HOLDS = Verdict("has-a-lesson", True, False, Severity.ERROR, "At least one lesson is kept.")


def screen(challenge: Challenge, standing: Standing, today: date, **more: Any) -> RenderableType:
    """The story of a challenge, with what else a test says about it."""
    options = {"verdicts": (), "gate": None, "settings": Settings(), **more}
    return story(challenge, standing, today=today, **options)
