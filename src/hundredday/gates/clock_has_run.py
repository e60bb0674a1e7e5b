"""The clock has run: the last day is reached, or the primary goal was achieved earlier.

The last ten days bring more than any other ten. Leaving before them gives that away, unless the
result is there already.

To open the gate before the last day, the board waives this by name and says why:
`hundredday advance ID --waive clock-has-run --by … --because …`. A challenge that cannot go on is
ended with `hundredday stop ID --because …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command, waiver_command
from hundredday.language import _, ngettext
from hundredday.outlook.course import course_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "sustainability"
SEVERITY = Severity.ERROR


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings
    where = ("acceleration", "clock")
    clock = challenge.clock
    if not (clock and clock.start and clock.end):
        yield Finding("clock-has-run", _("The clock was never launched."), command("launch"), where=where)
    elif today < clock.end and not is_primary_reached(challenge, today):
        left = (clock.end - today).days
        text = ngettext(
            "The last day is {end}, {left} day from now.",
            "The last day is {end}, {left} days from now.",
            left,
        ).format(end=clock.end, left=left)
        mend = waiver_command("advance", "clock-has-run", _("Why the last day is not waited for"))
        yield Finding("clock-has-run", text, mend, where=where)


def is_primary_reached(challenge: Challenge, today: date) -> bool:
    """Whether the latest reading of the primary goal reaches its target."""
    if not (primary := challenge.primary):
        return False
    course = course_of(challenge, primary[1], today=today)
    return course.reaches_target(course.latest)
