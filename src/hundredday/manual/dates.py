"""How days are typed.

Wherever a command takes a day. Files always hold the first form, and so do documents for programs. Today is
the day in the accelerator's time zone; `--today DATE` says another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """What can be typed, and which day it is."""
    yield "2026-04-06", _("That day.")
    yield "today", _("Also yesterday and tomorrow.")
    yield "+3", _("Days from today; -3 lies before it.")
    yield "day 50", _("Day 50 of the challenge that the command is about.")
    yield "6 April 2026", _("Also 6 апреля 2026 and 6 сәуір 2026.")
    yield "06.04.2026", _("The day comes first, where dots are written.")
    yield "04/06/2026", _("Refused, with both days that it could be.")
