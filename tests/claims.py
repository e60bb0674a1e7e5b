"""A challenge about small claims as its file reads at each turn of its life, for histories written by hand."""

from __future__ import annotations

IDEA = "format: 1\ntitle: Claims in {id}\nphase: design\n"
DESIGN = """format: 1
title: Claims in {id}
agency: Ministry of Justice
priority: "National Development Plan to 2029"
sponsor: {{name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}}
phase: {phase}
design:
  problem: {{statement: A small claim waits six weeks, affected: Small traders, evidence: "Registry, 2025"}}
  decision: {{made: selected, date: 2026-03-02, by: Board, because: Highest score}}
  stakeholders:
    registry: {{name: Registry, agency: Supreme Court, role: decides, influence: 5, interest: 4}}
    traders: {{name: Traders, role: affected, influence: 2, interest: 5}}
    bailiffs: {{name: Bailiffs, role: partners, stance: neutral}}
  note: {{issued: 2026-03-03, mission: A judgment in a day, indicator: Days, guardrails: [Appeals must not rise]}}
"""
WORK = """acceleration:
  entered: 2026-03-04
  team:
    leader: {{name: Dana Omarova, post: Registrar, agency: Supreme Court}}
    coach: {{name: Yerlan Saparov, post: Coach, agency: Project Office}}
    members:
      - {{name: Madina Akhmetova, post: Judge, agency: District court}}
      - {{name: Timur Ospanov, post: Analyst, agency: Ministry of Digital Development}}
  clock: {{start: 2026-04-06, days: 100}}
  goals:
    wait:
      primary: true
      specific: A small claim is judged the same day
      measurable:
        {{metric: Median days to judgment, kind: duration, unit: days, baseline: 43, baseline_date: 2026-03-31,
          target: {target}, counted: All small claims, source: Registry}}
      attainable: {{owner: Dana Omarova, because: Two judges already do}}
      relevant: Moves the indicator of the plan
      time_bound: {{due: 2026-07-15}}
      readings: [{readings}]
  guardrails:
    appeals: {{metric: Appeals a week, unit: appeals, limit: 12, worse: above, readings: []}}
  milestones:
    first: {{title: First hearing, due: 2026-04-20, owner: Madina Akhmetova}}
  amendments: [{amendments}]
"""
LESSON = """lessons:
  - {text: Judges adopt what a judge shows them, kind: worked}
"""
WAIVER = (
    "waivers: [{condition: has-a-lesson, by: Board, because: The team was sent home, date: 2026-07-15}]\n"
)

STOPPED = "closed: {date: 2026-04-20, as: stopped, because: No money, by: Board}\n"
REOPENED = (
    "reopened:\n  - {date: 2026-04-21, because: The money came, "
    "ended: {date: 2026-04-20, as: stopped, because: No money, by: Board}}\n"
)

APRIL = "{date: 2026-04-13, value: 42}"
MAY = "{date: 2026-05-11, value: 35}"
JUNE = "{date: 2026-06-15, value: 30}"
JULY = "{date: 2026-07-13, value: 28}"


def design(id_: str, phase: str = "design") -> str:
    """A challenge that is ready for Acceleration, or in it without a goal yet."""
    return DESIGN.format(id=id_, phase=phase)


def work(id_: str, *readings: str, target: int = 2, amended: str = "", phase: str = "acceleration") -> str:
    """A challenge whose clock runs."""
    body = WORK.format(readings=", ".join(readings), target=target, amendments=amended)
    return DESIGN.format(id=id_, phase=phase) + body


def amendment(day: str) -> str:
    return f"{{date: {day}, goal: wait, field: target, from: 2, to: 1, because: Seen in a pilot, by: Aigerim Bekova}}"


def ended(id_: str, more: str = "") -> str:
    """A challenge in Sustainability."""
    return work(id_, APRIL, MAY, JUNE, JULY, phase="sustainability") + more
