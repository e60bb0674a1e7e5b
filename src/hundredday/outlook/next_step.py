"""The one thing that a challenge needs next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hundredday.language import _
from hundredday.language.keywords import word
from hundredday.outlook.agenda import dues
from hundredday.outlook.course import course_of
from hundredday.outlook.follow_up import NEAR, follow_ups, look_words
from hundredday.outlook.standing import Next

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.challenge import Challenge
    from hundredday.outlook.agenda import Due
    from hundredday.programme import Settings


def next_step(
    challenge: Challenge, *, settings: Settings, today: date, reviews: Mapping[str, date] | None = None
) -> Next | None:
    """What is overdue for the longest, else due soonest, else the next thing without a date.

    A closed challenge is told the same on every day: its next follow-up after the newest reading.
    """
    if challenge.phase == "closed":
        return _after_closing(challenge, settings)
    if challenge.phase == "design":
        return _of_candidate(challenge)
    owed = dues("", challenge, settings=settings, today=today, reviews=reviews)
    first = _as_next(owed[0]) if owed else None
    if challenge.phase == "acceleration":
        # The gate opens on the last day: once nothing else is owed, passing it is what is next.
        is_owed = bool(owed) and owed[0].on <= today and owed[0].kind != "last_day"
        return first if is_owed else _of_gate(challenge, today) or first
    is_overdue = bool(owed) and owed[0].overdue
    missing = _of_handover(challenge)
    return first if is_overdue else missing or first or Next(_("close the challenge"), None)


def _as_next(due: Due) -> Next:
    asked = _(", asked of {who}").format(who=due.who) if due.kind == "blocker" and due.who else ""
    return Next(f"{due.what}{asked}", due.on)


def _of_candidate(challenge: Challenge) -> Next:
    decision = challenge.design.decision if challenge.design else None
    if decision is None or decision.made is None:
        return Next(_("select or decline"), None)
    return Next(
        _("advance to Acceleration") if decision.made == "selected" else _("close the candidate"), None
    )


def _of_gate(challenge: Challenge, today: date) -> Next | None:
    clock = challenge.clock
    if clock and clock.end:
        return Next(_("advance to Sustainability"), clock.end) if today >= clock.end else None
    team = challenge.team
    if team is None or team.leader is None:
        return Next(_("nominate the team"), None)
    return Next(word("launch") if challenge.goals else _("set the goals"), None)


def _of_handover(challenge: Challenge) -> Next | None:
    after = challenge.sustainability
    if after is None or after.owner is None:
        return Next(_("name the handover owner"), None)
    if not after.practices:
        return Next(_("say what becomes permanent"), None)
    if not any(pledge.signed for pledge in after.pledges):
        return Next(_("sign the pledge"), None)
    if after.scale is None or after.scale.path is None:
        return Next(_("decide on scale"), None)
    return None if after.follow_up else Next(_("plan the follow-up"), None)


def _after_closing(challenge: Challenge, settings: Settings) -> Next | None:
    if challenge.closed is None:
        return None
    looks = follow_ups(challenge, settings=settings, today=challenge.closed.date)
    seen = follow_ups(challenge, settings=settings, today=date.max)
    goal = challenge.goals.get(looks[0].goal) if looks else None
    newest = course_of(challenge, goal, today=challenge.closed.date).latest if goal else None
    for look in looks:
        is_seen = newest is not None and (look.on - newest.date).days <= NEAR
        if look.state == "ahead" and not is_seen:
            return Next(look_words(look, seen, challenge), look.on)
    return None
