"""Whatever sequence of moves is typed: what is allowed leaves a sound record, what is refused leaves it alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from hundredday import moves
from hundredday.challenge import Challenge
from hundredday.challenge.people import read_person
from hundredday.challenge.record import Waiver
from hundredday.challenge.rules import problems
from hundredday.errors import Failure
from hundredday.gates import gate_of_advance, verdicts
from hundredday.programme import Settings

if TYPE_CHECKING:
    from hundredday.shape import Part

TORTURE = bool(os.environ.get("HUNDREDDAY_TORTURE"))
SETTINGS = Settings()
FIRST = date(2026, 2, 2)

Move = Callable[[Challenge], Challenge]

days = st.integers(-5, 250).map(lambda n: FIRST + timedelta(days=n))
words = st.sampled_from(["Court", "Суд", "محكمة", "One day", " ", "a\x1bb", "court"])
keys = st.sampled_from(["court", "days", "one-day", "Bad Key", ""])
values = st.sampled_from(["0", "10", "12", "43", "-4", "101", "done", "many", "18/40"])
names = st.sampled_from(["Dana", "Timur", "Madina"])
kinds = st.sampled_from(["cumulative", "level", "duration", "percent", "yes_no", "flow"])
maybe = st.none()


def goal_words() -> st.SearchStrategy[moves.GoalWords]:
    return st.builds(
        moves.GoalWords,
        primary=st.booleans(),
        specific=maybe | words,
        metric=maybe | words,
        kind=maybe | kinds,
        baseline=maybe | values,
        target=maybe | values,
        owner=maybe | names,
        due=maybe | days,
        trajectory=maybe | st.sampled_from(["50=25 100=1", "30=12"]),
    )


@st.composite
def designing(draw: st.DrawFn) -> Move:
    text, on, key, grade = draw(words), draw(days), draw(keys), draw(st.integers(0, 6))
    found: list[Move] = [
        lambda c: moves.describe(c, title=text, affected=text),
        lambda c: moves.score(c, grades=[f"impact={grade}"]),
        lambda c: moves.select(c, by=text, because=text, on=on),
        lambda c: moves.add_stakeholder(c, name=text, role="decides", key=key or None),
        lambda c: moves.issue_note(c, mission=text, on=on),
        lambda c: moves.keep_lesson(c, text=text, kind="failed", on=on),
    ]
    return draw(st.sampled_from(found))


@st.composite
def running(draw: st.DrawFn) -> Move:
    text, on, today, key, value = draw(words), draw(days), draw(days), draw(keys), draw(values)
    said, name = draw(goal_words()), draw(names)
    field = draw(st.sampled_from(["target", "baseline", "due", "specific", "trajectory", "kind", "owner"]))
    found: list[Move] = [
        lambda c: moves.nominate(c, leader=read_person(name), members=(read_person(text),)),
        lambda c: moves.nominate(c, remove=(name,)),
        lambda c: moves.set_goal(c, goal=key or None, said=said),
        lambda c: moves.set_guardrail(c, metric=text, limit=4, key=key or None),
        lambda c: moves.set_milestone(c, title=text, due=on, today=today),
        lambda c: moves.record(c, goal=key or None, value=value, on=on, today=today),
        lambda c: moves.record(c, goal=None, value=value, on=on, today=today, add=True),
        lambda c: moves.amend(
            c, goal=key, field=field, value=value, because=text, by=name, on=on, today=today
        ),
        lambda c: moves.mark_not_measurable(c, goal=None, because=text, by=None, on=on),
        lambda c: moves.block(c, what=text, key=key or None, on=on, today=today),
        lambda c: moves.unblock(c, key=key, on=on, today=today),
        lambda c: moves.declare(c, status="red", because=text, on=on, today=today),
        lambda c: moves.review(c, name="midpoint", decided=(text,), on=on, today=today),
    ]
    return draw(st.sampled_from(found))


@st.composite
def ending(draw: st.DrawFn) -> Move:
    text, on, today, key = draw(words), draw(days), draw(days), draw(keys)
    found: list[Move] = [
        lambda c: moves.keep_practice(c, practice=text, owner_post=text),
        lambda c: moves.own(c, post=text, agency=text),
        lambda c: moves.pledge(c, by=text, signed=on, today=today),
        lambda c: moves.decide_scale(c, path="embed", on=on),
        lambda c: moves.plan_follow_up(c, watch=key or None, dates=(on,), settings=SETTINGS),
    ]
    return draw(st.sampled_from(found))


@st.composite
def moving(draw: st.DrawFn) -> Move:
    on = draw(days)
    found: list[Move] = [lambda c: through(c, on)] * 4 + [lambda c: launched(c, on)] * 4
    found += [
        lambda c: moves.stop(c, because="Ended", on=on),
        lambda c: moves.decline(c, by="Board", because="No data", on=on),
        lambda c: moves.reopen(c, because="By mistake", on=on),
    ]
    return draw(st.sampled_from(found))


def through(challenge: Challenge, on: date) -> Challenge:
    """The next phase, with whatever does not hold waived."""
    gate = gate_of_advance(challenge)
    found = verdicts(gate, challenge, SETTINGS, on) if gate else ()
    waivers = [Waiver(condition=v.name, by="Board", because="Test") for v in found if v.blocks]
    return moves.advance(challenge, settings=SETTINGS, today=on, waivers=waivers)


def launched(challenge: Challenge, on: date) -> Challenge:
    found = verdicts("launch", moves.with_clock(challenge, on), SETTINGS, on)
    waivers = [Waiver(condition=v.name, by="Board", because="Test") for v in found if v.blocks]
    return moves.launch(challenge, start=on, settings=SETTINGS, today=on, waivers=waivers)


BEGINNING: tuple[Move, ...] = (
    lambda c: through(c, FIRST),
    lambda c: launched(
        moves.set_goal(c, goal="days", said=moves.GoalWords(kind="level", baseline="43", target="10")), FIRST
    ),
    lambda c: through(c, FIRST + timedelta(days=100)),
)
"""The shortest way into each phase."""


def tried(move: Move, challenge: Challenge) -> tuple[Challenge | None, str]:
    """The challenge after a move, or the sentence with which it was refused."""
    try:
        return move(challenge), ""
    except Failure as failure:
        return None, failure.text


def written(part: Part) -> object:
    return part.model_dump(exclude_unset=True, by_alias=True)


@settings(max_examples=2000 if TORTURE else 150, deadline=None)
@given(st.integers(0, 3), st.lists(designing() | running() | running() | ending() | moving(), max_size=40))
def test_any_allowed_sequence_of_moves_leaves_a_sound_record(begin: int, sequence: list[Move]) -> None:
    challenge = moves.propose(title="Small claims", on=FIRST)
    for move in BEGINNING[:begin]:
        challenge = move(challenge)

    for move in sequence:
        before = written(challenge)
        after, refused = tried(move, challenge)

        assert written(challenge) == before
        assert (after is None) == refused.endswith((".", "?"))
        if after is not None:
            assert [finding for finding in problems(after) if finding.blocks] == []
            assert Challenge.model_validate(written(after)) == after
            challenge = after
