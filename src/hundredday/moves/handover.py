"""Sustainability: practices, the handover owner, pledges, the scale decision, follow-up, and lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import Post, is_same_name
from hundredday.challenge.record import Lesson
from hundredday.challenge.sustainability import FollowUp, Pledge, Practice, Scale, Sustainability
from hundredday.days import day_date
from hundredday.errors import Refused
from hundredday.language import _
from hundredday.mends import command
from hundredday.moves.filling import filled, placed
from hundredday.moves.keys import make_key
from hundredday.moves.settling import (
    in_sustainability,
    must_be_in,
    must_be_known,
    must_be_past,
    settled,
)

if TYPE_CHECKING:
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings


def keep_practice(
    challenge: Challenge,
    *,
    practice: str,
    owner_post: str | None = None,
    resources: str | None = None,
    status: str | None = None,
    key: str | None = None,
) -> Challenge:
    """The challenge with a practice that becomes permanent, or with more said about one, by key or words.

    Raises:
        Refused: a value that the field cannot hold, or the challenge is not in Sustainability.
    """
    must_be_in(challenge, _("A practice"), "sustainability")
    there = _sustainability(challenge).practices
    wanted = key or practice
    named = next((k for k, known in there.items() if is_same_name(known.practice, wanted)), None)
    here = wanted if wanted in there else named or key or make_key(practice, there)
    stands = there.get(here)
    changed = filled(
        stands or Practice,
        practice=practice if practice != here and (stands is None or key) else None,
        owner_post=owner_post,
        resources=resources,
        status=status,
    )
    return in_sustainability(challenge, practices={**there, here: changed})


def own(challenge: Challenge, *, post: str, agency: str, name: str | None = None) -> Challenge:
    """The challenge with a handover owner; without a name, whoever holds the post.

    Raises:
        Refused: a text is empty, or the challenge is not in Sustainability.
    """
    must_be_in(challenge, _("The handover owner"), "sustainability")
    return in_sustainability(challenge, owner=filled(Post, post=post, agency=agency, name=name))


def pledge(
    challenge: Challenge,
    *,
    by: str,
    post: str | None = None,
    agency: str | None = None,
    text: str | None = None,
    signed: date | None = None,
    today: date,
) -> Challenge:
    """The challenge with a leader's pledge; one of the same leader is completed, not doubled.

    Without an agency it is the lead agency's.

    Raises:
        Refused: signed on a day that has not come, or the challenge is not in Sustainability.
    """
    must_be_in(challenge, _("A pledge"), "sustainability")
    if signed:
        must_be_past(signed, today, _("A signature"))
    pledges = _sustainability(challenge).pledges
    stands = next((known for known in pledges if is_same_name(known.by, by)), None)
    home = agency or (stands.agency if stands else None) or challenge.agency
    made = filled(
        stands or Pledge, by=None if stands else by, post=post, agency=home, signed=signed, text=text
    )
    return in_sustainability(challenge, pledges=placed(pledges, made, stands))


def decide_scale(
    challenge: Challenge,
    *,
    path: str,
    where: tuple[str, ...] = (),
    by: str | None = None,
    because: str | None = None,
    on: date,
) -> Challenge:
    """The challenge with the decision on scale: reset, build, scale, embed or none. A new one replaces it.

    Raises:
        Refused: another path, or the challenge is not in Sustainability.
    """
    must_be_in(challenge, _("The decision on scale"), "sustainability")
    scale = filled(Scale, path=path, where=where or None, by=by, date=on, because=because)
    return in_sustainability(challenge, scale=scale)


def plan_follow_up(
    challenge: Challenge, *, watch: str | None, dates: tuple[date, ...], settings: Settings
) -> Challenge:
    """The challenge with its follow-up: the goal that is watched, and on which days.

    Without a goal the primary one is watched, without days the accelerator's usual ones after the last day.

    Raises:
        Refused: no such goal, no last day to count from, or the challenge is not in Sustainability.
    """
    must_be_in(challenge, _("The follow-up"), "sustainability")
    there = _sustainability(challenge).follow_up or FollowUp()
    goal = watch or there.watch or (challenge.primary[0] if challenge.primary else None)
    if goal is None:
        raise Refused(_("It is not said which goal is watched."), command("status"))
    must_be_known(goal, challenge.goals, "goals")
    days = tuple(sorted(set(dates))) or there.dates or _usual_days(challenge, settings)
    return in_sustainability(challenge, follow_up=filled(there, watch=goal, dates=days))


def keep_lesson(
    challenge: Challenge,
    *,
    text: str,
    kind: str | None,
    tags: tuple[str, ...] = (),
    by: str | None = None,
    on: date | None = None,
) -> Challenge:
    """The challenge with a lesson, in whatever phase it is learnt, also after the end.

    Raises:
        Refused: a kind other than worked, failed or surprised, or an empty text.
    """
    lesson = filled(Lesson, text=text, kind=kind, tags=tags or None, by=by, date=on)
    return settled(challenge, filled(challenge, lessons=(*challenge.lessons, lesson)))


def _sustainability(challenge: Challenge) -> Sustainability:
    return challenge.sustainability or Sustainability()


def _usual_days(challenge: Challenge, settings: Settings) -> tuple[date, ...]:
    end = challenge.clock.end if challenge.clock else None
    if end is None:
        raise Refused(_("There is no last day to count the follow-up from."), _("Give the days with --on."))
    return tuple(day_date(end, days) for days in settings.follow_up_days)
