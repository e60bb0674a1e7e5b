"""Asking what a challenge says of itself: the questions of `new`, and those of `describe` for what is lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import read_person
from hundredday.desk.accelerator import refuse_unknown
from hundredday.desk.terminal.asking import Question, ask, can_ask, is_silent, refuse_silence
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk


def described(desk: Desk, beginning: str, said: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """What was typed; where that is nothing, what a person says of everything that the challenge lacks.

    Raises:
        WrongUsage: nothing was said, or there is nobody to ask and nothing to ask for.
    """
    if not is_silent(said):
        return said
    if not can_ask():
        refuse_silence("describe", **said)
    __, record = desk.open(beginning)
    answers = {name: ask(question_of(desk, name)) for name in _lacking(desk, record.challenge)}
    refuse_silence("describe", **{**said, **answers})
    return {**said, **answers}


def question_of(desk: Desk, name: str) -> Question:
    """The question for one thing that a challenge says of itself; Enter leaves it open."""
    if name == "topic":
        known = _("Which topic? ({known})").format(known=", ".join(desk.accelerator.topics))
        why = _("Topics stand in accelerator.yaml.")
        return _open(name, known, why, check=lambda typed: refuse_unknown(desk, topic=typed))
    if name == "sponsor":
        example = _("Aigerim Bekova; Vice-Minister; Ministry of Justice")
        return _open(name, _("Who sponsors it?"), _("Somebody who can decide."), example, read_person)
    questions = {
        "agency": (_("Which agency leads?"), _("One agency answers for the result."), ""),
        "priority": (
            _("Which national objective does it serve?"),
            "",
            _("National Development Plan to 2029: time to enforce a contract"),
        ),
        "problem": (
            _("What is wrong today?"),
            _("In one sentence, with a number in it."),
            _("A claim waits six weeks for its first hearing."),
        ),
        "affected": (
            _("Who suffers from it, and how many are they?"),
            "",
            _("About 40,000 claimants a year"),
        ),
        "evidence": (_("Where is that known from, and of which year?"), "", _("Court registry, 2025")),
    }
    return _open(name, *questions[name])


def _lacking(desk: Desk, challenge: Challenge) -> list[str]:
    problem = challenge.design.problem if challenge.design else None
    stands = {
        "topic": challenge.topic or not desk.accelerator.topics,
        "agency": challenge.agency,
        "sponsor": challenge.sponsor,
        "priority": challenge.priority,
        "problem": problem and problem.statement,
        "affected": problem and problem.affected,
        "evidence": problem and problem.evidence,
    }
    return [name for name, value in stands.items() if not value]


def _open(
    name: str, text: str, why: str, example: str = "", check: Callable[[str], object] | None = None
) -> Question:
    return Question(f"--{name}", text, why, example, optional=True, check=check)
