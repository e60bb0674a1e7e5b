"""A programme's long list: candidates with scores, and the settings of cohorts, as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from hundredday.outlook.ranking import CRITERIA

if TYPE_CHECKING:
    from office import Office

SCHEMAS = Path(__file__).parents[1] / "docs" / "schemas"

COHORTS = """\
format: 1
name: National Accelerator
country: KZ
timezone: Asia/Almaty
cohorts:
  2025-autumn: {title: Autumn 2025, launch: 2025-09-01}
  2026-spring: {title: Spring 2026, launch: 2026-04-06, reviews: {midpoint: 2026-05-26}}
settings:
  weights: {impact: 2}
"""


def faults(name: str, document: Any) -> list[str]:
    """What a document has that its schema does not allow."""
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


def write_candidate(
    office: Office, id: str, grades: str, decision: str = "", *, cohort: str = "2026-spring"
) -> None:
    """A file as a person would write it: grades such as 544353, - for none; a decision such as `selected: Best`."""
    given = [f"{name}: {grade}" for name, grade in zip(CRITERIA, grades, strict=True) if grade != "-"]
    made, _, because = decision.partition(": ")
    title = f"{id.replace('-', ' ').capitalize()} settled"
    lines = ["format: 1", f"title: {title}", f"cohort: {cohort}", "agency: Ministry of Justice"]
    lines += [f"phase: {'closed' if made == 'declined' else 'design'}", "design:", "  entered: 2026-02-02"]
    lines += [f"  scores: {{{', '.join(given)}}}"] if given else []
    if made:
        lines.append(
            f"  decision: {{made: {made}, date: 2026-03-02, by: Accelerator board, because: {because}}}"
        )
    if made == "declined":
        lines.append(f"closed: {{date: 2026-03-02, as: declined, because: {because}}}")
    path = office.root / "challenges" / cohort / f"{id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


ACCELERATED = """\
title: Title
cohort: 2026-spring
agency: Ministry of Justice
priority: "National Development Plan to 2029: services without queues"
sponsor: {name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}
acceleration:
  team:
    leader: {name: Leader NUMBER, agency: Supreme Court}
    coach: {name: Yerlan Saparov, agency: National Project Office}
    members:
      - {name: Judge NUMBER, agency: Almaty district court}
      - {name: Analyst NUMBER, agency: Ministry of Digital Development}
  goals:
    days:
      primary: true
      specific: A case is decided within two days
      measurable:
        metric: Median days from filing to decision
        kind: duration
        unit: days
        baseline: 42
        baseline_date: 2026-03-31
        target: 2
        counted: All cases filed in the three pilot courts, median of the week
        source: Registry export, Mondays
      attainable: {owner: Leader NUMBER, because: Two pilot judges already do}
      relevant: Moves the indicator of the plan
      time_bound: {due: 2026-07-15}
  milestones:
    first: {title: First decision in two days, due: 2026-04-20}
"""
"""What a chosen candidate lacks before it can be launched."""
