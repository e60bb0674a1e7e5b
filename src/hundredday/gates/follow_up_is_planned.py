"""The follow-up is planned: a goal is watched, and the days on which it is looked at again are set.

Results fade when nobody looks. The numbers at 30, 90 and 180 days show whether the result held or
slipped; a date in the calendar is what makes somebody count them.

A good example: `follow_up: {watch: days-to-judgment, dates: [2026-08-14, 2026-10-13, 2027-01-11]}`.

To open the gate: `hundredday follow-up ID` takes the primary goal and the usual days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import day_date
from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "closed"
SEVERITY = Severity.ERROR


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    follow_up = challenge.sustainability.follow_up if challenge.sustainability else None
    watch, dates = (follow_up.watch, follow_up.dates) if follow_up else (None, ())
    if watch and dates:
        return
    lacking = _(" and ").join(words for words, given in ((_("a goal"), watch), ("dates", dates)) if not given)
    goal = watch or (challenge.primary[0] if challenge.primary else next(iter(challenge.goals), None))
    # Without a clock there is no last day to count from.
    days = () if dates or challenge.clock else tuple(str(day_date(today, n)) for n in settings.follow_up_days)
    mend = command("follow-up", watch=goal, on=days)
    text = _("The follow-up lacks {lacking}.").format(lacking=lacking)
    yield Finding("follow-up-is-planned", text, mend, where=("sustainability", "follow_up"))
