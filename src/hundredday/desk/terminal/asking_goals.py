"""Asking for a goal letter by letter: the reason for each question, and a check after each answer."""

from __future__ import annotations

import sys
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from hundredday.desk.terminal.asking import Question, ask, can_ask, refuse_silence
from hundredday.gates.smart import LETTERS
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.moves import GoalWords, set_goal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.desk.desk import Desk
    from hundredday.gates.smart.letter import Lack, LetterModule

DAYS = frozenset({"baseline_date", "due"})
"""What is typed as a day."""


def words_typed(desk: Desk, beginning: str, key: str | None, typed: Mapping[str, Any]) -> GoalWords:
    """What was typed about a goal, and on a terminal what a person answers to what is still missing.

    Args:
        desk: where the challenge lies.
        beginning: the challenge's id, or a beginning of it.
        key: which goal.
        typed: the options of the command, by the names of `GoalWords`.

    Raises:
        WrongUsage: a day that cannot be read.
        Refused: what was said cannot be said of a goal.
    """
    __, record = desk.open(beginning)
    given = {field.name: typed[field.name] for field in fields(GoalWords)}
    days = {name: desk.maybe_day(given[name], record.challenge) for name in DAYS}
    said = GoalWords(**{**given, **days})
    if can_ask() and record.challenge.phase == "acceleration" and not record.challenge.clock:
        return ask_goal(desk, record.challenge, key, said)
    refuse_silence("goal", **given)
    return said


def ask_goal(desk: Desk, challenge: Challenge, key: str | None, said: GoalWords) -> GoalWords:
    """What a person says about a goal until every letter holds, or they leave the rest open with Enter.

    Raises:
        Refused: what was said on the command line cannot be said of a goal.
    """
    for letter in LETTERS:
        said = _ask_letter(desk, challenge, key, said, letter)
    return said


def read_words(desk: Desk, challenge: Challenge, said: GoalWords, option: str, typed: str) -> GoalWords:
    """The words with one more option, read as its type."""
    value = desk.day(typed, challenge) if option in DAYS else typed
    return replace(said, **{option: value})  # type: ignore[arg-type]  # the options are the fields' names


def _ask_letter(
    desk: Desk, challenge: Challenge, key: str | None, said: GoalWords, letter: LetterModule
) -> GoalWords:
    lacking = _lacks(challenge, key, said, letter)
    if lacking:
        _say(f"{letter.LETTER}  {_((letter.__doc__ or '').partition(chr(10))[0])}")
    while lacking:
        lack = lacking[0]

        def tried(typed: str, lack: Lack = lack, before: GoalWords = said) -> Challenge:
            return set_goal(challenge, goal=key, said=read_words(desk, challenge, before, lack.option, typed))

        text = f"{lack.said[0].upper()}{lack.said[1:]}?"
        answer = ask(
            Question(
                f"--{lack.option.replace('_', '-')}", text, example=lack.example, optional=True, check=tried
            )
        )
        if answer is None:
            return said
        said = read_words(desk, challenge, said, lack.option, answer)
        still = _lacks(challenge, key, said, letter)
        if still == lacking:
            return said
        lacking = still
    for doubt in _doubts(desk, challenge, key, said, letter):
        _say(_("   note: {doubt}").format(doubt=doubt))
    return said


def _lacks(challenge: Challenge, key: str | None, said: GoalWords, letter: LetterModule) -> list[Lack]:
    from hundredday.challenge.goal import Goal

    __, goal = _preview(challenge, key, said) or ("", Goal())
    return list(letter.lacks(goal, challenge))


def _doubts(
    desk: Desk, challenge: Challenge, key: str | None, said: GoalWords, letter: LetterModule
) -> list[str]:
    if not (preview := _preview(challenge, key, said)):
        return []
    return [doubt.text for doubt in letter.doubts(*preview, challenge, desk.accelerator.settings)]


def _preview(challenge: Challenge, key: str | None, said: GoalWords) -> tuple[str, Goal] | None:
    """The goal as it would be; None while there is nothing to call it by."""
    brought = challenge.origin.goals if challenge.origin else {}
    if key is None and not challenge.goals and not (said.metric or said.specific or brought):
        return None
    after = set_goal(challenge, goal=key, said=said).goals
    named = (
        key
        if key in after
        else next((k for k, goal in after.items() if goal != challenge.goals.get(k)), None)
    )
    named = named or (challenge.primary[0] if challenge.primary else next(iter(after)))
    return named, after[named]


def _say(text: str) -> None:
    sys.stderr.write(f"\n{one_line(text)}\n" if not text.startswith(" ") else f"   {one_line(text)}\n")
