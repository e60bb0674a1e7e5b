"""Words that nothing is called by: said before any question, with the nearest known ones, exit 2."""

from __future__ import annotations

from inspect import signature
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from hundredday import commands
from life import ID
from transcript import typed

if TYPE_CHECKING:
    from office import Office

ALONE = [name for name in commands.NAMES if name not in commands.VERBS]
WITH_AN_ID = [name for name in ALONE if "id" in signature(commands.function_of(name)).parameters]
REST = {
    "score": ["impact=3"],
    "stakeholder": ["A chamber"],
    "note": ["--mission", "A day less"],
    "goal": ["--specific", "A result"],
    "guardrail": ["appeals", "--limit", "3"],
    "milestone": ["A first step"],
    "block": ["A lack"],
    "unblock": ["lack"],
    "declare": ["green"],
    "review": ["midpoint"],
    "amend": ["goal", "target", "3"],
    "practice": ["A list"],
    "scale": ["none"],
    "lesson": ["A lesson", "--kind", "worked"],
    "team": ["--leader", "Dana; Judge; Court"],
    "describe": ["--evidence", "Registry"],
}
"""What some commands cannot be typed without."""


@pytest.mark.parametrize("name", [name for name in WITH_AN_ID if name != "new"])
def test_an_unknown_id_is_said_before_anything_is_asked(name: str, candidate: Office) -> None:
    said = candidate.run(name, "smoll-claims", *REST.get(name, []), code=2)

    assert "No challenge has the id “smoll-claims”." in said.err
    assert f"Did you mean {ID}?" in said.err


@pytest.mark.parametrize("name", ["advance", "launch"])
def test_an_unknown_id_is_said_before_a_waiver_is_asked_about(name: str, candidate: Office) -> None:
    said = candidate.run(name, "nobody", "--waive", "has-a-sponsor", code=2)

    assert "No challenge has the id “nobody”." in said.err


def test_an_unknown_key_ends_2_with_the_nearest(running: Office) -> None:
    seen = typed(
        running,
        "record small days-to-judgement 30",
        "record small colour 30",
        "amend small days-to-judgement target 1 --because Yes --by Us",
        "amend small days-to-judgment targets 1 --because Yes --by Us",
        "unblock small signature",
        "goal small days --not-measurable 'No data'",
    )

    assert seen == snapshot("""\
$ hundredday record small days-to-judgement 30
! error: There is no goal or guardrail “days-to-judgement”.
!   Did you mean days-to-judgment?
[2]
$ hundredday record small colour 30
! error: There is no goal or guardrail “colour”.
!   The goals and guardrails are: days-to-judgment, appeals.
[2]
$ hundredday amend small days-to-judgement target 1 --because Yes --by Us
! error: There is no “days-to-judgement” among the goals.
!   Did you mean days-to-judgment?
[2]
$ hundredday amend small days-to-judgment targets 1 --because Yes --by Us
! error: There is no “targets” among the frozen fields.
!   Did you mean target?
[2]
$ hundredday unblock small signature
! error: There is no “signature” among the blockers.
!   Did you mean e-signature?
[2]
$ hundredday goal small days --not-measurable 'No data'
! error: There is no “days” among the goals.
!   The goals are: days-to-judgment.
[2]
""")


def test_a_launch_or_an_advance_that_cannot_be_looked_at_is_a_document_too(candidate: Office) -> None:
    early = candidate.run("launch", "small", "--check", "--json", code=1).json
    candidate.run("decline", "small", "--by", "Board", "--because", "No data")
    late = candidate.run("advance", "small", "--check", "--json", code=1).json

    assert early == snapshot(
        {
            "challenge": "small-claims-settled-in-one-day",
            "from": "design",
            "to": "acceleration",
            "open": False,
            "conditions": [
                {
                    "name": "gate-is-ahead",
                    "holds": False,
                    "severity": "error",
                    "text": "The launch belongs to Acceleration; this challenge is in Design.",
                    "mend": "hundredday advance small-claims-settled-in-one-day --check",
                }
            ],
        }
    )
    assert late == snapshot(
        {
            "challenge": "small-claims-settled-in-one-day",
            "from": "closed",
            "to": "closed",
            "open": False,
            "conditions": [
                {
                    "name": "gate-is-ahead",
                    "holds": False,
                    "severity": "error",
                    "text": "small-claims-settled-in-one-day is closed; there is no gate ahead.",
                    "mend": "hundredday status small-claims-settled-in-one-day shows how it ended.",
                }
            ],
        }
    )
