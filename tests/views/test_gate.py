from __future__ import annotations

from collections.abc import Callable

import pytest
from inline_snapshot import snapshot
from rich.cells import cell_len

from hundredday.challenge.record import Waiver
from hundredday.findings import Severity
from hundredday.gates import Verdict
from hundredday.views.gate import checklist

Draw = Callable[..., str]

SPONSOR = Verdict(
    "has-a-sponsor", True, False, Severity.ERROR, "A sponsor by name stands behind the challenge."
)
NOTE = Verdict(
    "note-is-issued",
    False,
    False,
    Severity.ERROR,
    "The challenge note has no mission and no indicator.",
    "hundredday note small-claims-in-a-day --mission 'What will be true for people in 100 days' --indicator 'What is counted'",
)
AGENCIES = Verdict(
    "crosses-agencies",
    False,
    False,
    Severity.WARNING,
    "Everybody is of one agency.",
    "Name a stakeholder of another.",
)
PRIORITY = Verdict(
    "serves-a-priority", False, True, Severity.ERROR, "No priority is named.", "hundredday describe …"
)


def test_a_closed_gate_shows_what_is_missing_and_how_to_mend_it(drawn: Draw) -> None:
    waiver = Waiver(
        condition="serves-a-priority", by="Accelerator board", because="The plan is being rewritten"
    )

    shown = drawn(checklist([SPONSOR, PRIORITY, NOTE, AGENCIES], gate="acceleration", waivers=[waiver]))

    assert shown == snapshot("""\
Gate to Acceleration                                              1 of 4 missing
  ✓ has-a-sponsor  A sponsor by name stands behind the challenge.
  ~ serves-a-priority  waived
    by Accelerator board: The plan is being rewritten
  ✗ note-is-issued
    The challenge note has no mission and no indicator.
    hundredday note small-claims-in-a-day \\
      --mission 'What will be true for people in 100 days' \\
      --indicator 'What is counted'
  ! crosses-agencies  warning
    Everybody is of one agency.
    Name a stakeholder of another.
""")


def test_a_gate_with_warnings_alone_is_open(drawn: Draw) -> None:
    shown = drawn(checklist([SPONSOR, AGENCIES], gate="launch"))

    assert shown.startswith("Launch" + " " * 70 + "open\n")


def test_a_waiver_without_its_words_still_shows_as_waived(drawn: Draw) -> None:
    shown = drawn(checklist([PRIORITY], gate="acceleration"))

    assert "~ serves-a-priority  waived\n    No priority is named.\n" in shown


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(drawn: Draw, width: int) -> None:
    long = Verdict("x" * 70, True, False, Severity.ERROR, "word " * 80)

    lines = drawn(
        checklist([long, SPONSOR, PRIORITY, NOTE, AGENCIES], gate="acceleration"), width
    ).splitlines()

    assert max(cell_len(line) for line in lines) <= width


def test_a_checklist_without_a_name_is_that_of_a_gate(drawn: Draw) -> None:
    shown = drawn(checklist([SPONSOR]))

    assert shown.startswith("Gate  ")
