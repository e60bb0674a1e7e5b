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
