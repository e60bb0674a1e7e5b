"""What comes next after a command: one line, with the command to run where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _, ngettext
from hundredday.outlook.next_step import next_step

if TYPE_CHECKING:
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Accelerator


WIDTH = 80
"""Columns within which a command is broken between its options."""


def next_line(challenge: Challenge, id: str, accelerator: Accelerator, today: date) -> str:
    """The next thing to do for a challenge; empty when it is closed."""
    running = challenge.phase == "acceleration" and challenge.clock is not None
    if running:
        reviews = accelerator.reviews_of(challenge.cohort)
        ahead = next_step(challenge, settings=accelerator.settings, today=today, reviews=reviews)
        return _("next: {what}{on}").format(what=ahead.what, on=_when(ahead.on, today)) if ahead else ""
    return _of_the_gate(challenge, id, accelerator, today)


def _of_the_gate(challenge: Challenge, id: str, accelerator: Accelerator, today: date) -> str:
    """What opens the gate ahead, or passes it when it is open."""
    from hundredday.gates import gate_ahead, verdicts
    from hundredday.moves import with_clock

    gate = gate_ahead(challenge)
    if gate is None:
        return ""
    asked = with_clock(challenge, today) if gate == "launch" else challenge
    missing = [one for one in verdicts(gate, asked, accelerator.settings, today, id=id) if one.blocks]
    if missing:
        return "\n".join([_("next: {text}").format(text=missing[0].text), *_command(missing[0].mend)])
    move = "launch" if gate == "launch" else "advance"
    return _("next: {what}{on}").format(what=f"hundredday {move} {id}", on="")


def _command(mend: str) -> list[str]:
    from hundredday.views.mend import mend_lines

    return [line.plain for line in mend_lines(mend, WIDTH, indent=2)]


def _when(on: date | None, today: date) -> str:
    if on is None:
        return ""
    days = (on - today).days
    if days == 0:
        return _(", today")
    if days > 0:
        return ngettext(", in {n} day ({on})", ", in {n} days ({on})", days).format(n=days, on=on)
    return ngettext(", {n} day over ({on})", ", {n} days over ({on})", -days).format(n=-days, on=on)
