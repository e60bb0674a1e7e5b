"""S.M.A.R.T., letter by letter: one file each, and this table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding
from hundredday.gates.condition import command
from hundredday.gates.smart import attainable, measurable, relevant, specific, time_bound
from hundredday.gates.smart.letter import Lack, Letter, LetterModule
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.programme import Settings

LETTERS: tuple[LetterModule, ...] = (specific, measurable, attainable, relevant, time_bound)
"""The letters in their order."""

__all__ = ["LETTERS", "Lack", "Letter", "goal_command", "lacks", "letters"]


def letters(key: str, goal: Goal, challenge: Challenge, settings: Settings) -> tuple[Letter, ...]:
    """How a goal stands in each letter; a mend speaks of the challenge as `ID`."""
    return tuple(
        Letter(
            module.LETTER,
            _name_of(module),
            tuple(_refused(module, key, goal, challenge)),
            tuple(module.doubts(key, goal, challenge, settings)),
        )
        for module in LETTERS
    )


def lacks(goal: Goal, challenge: Challenge) -> tuple[Lack, ...]:
    """Everything that the goal lacks, over all letters."""
    return tuple(lack for module in LETTERS for lack in module.lacks(goal, challenge))


def goal_command(key: str | None, lacking: Iterable[Lack]) -> str:
    """The command that gives a goal all that it lacks; without a key, for a challenge that has no goal yet."""
    options = {lack.option: _example(lack) for lack in lacking}
    return command("goal", *([key] if key else []), **options)


def _example(lack: Lack) -> str:
    # A word alone is a keyword, a day or a number: it stands as it is in every language.
    return _(lack.example) if " " in lack.example else lack.example


def _refused(module: LetterModule, key: str, goal: Goal, challenge: Challenge) -> Iterator[Finding]:
    if lacking := tuple(module.lacks(goal, challenge)):
        words = ", ".join(lack.said for lack in lacking)
        text = _("The goal {key} is not {letter}: it lacks {words}.").format(
            key=key, letter=_name_of(module).replace("_", "-"), words=words
        )
        yield Finding(
            "goals-are-smart", text, goal_command(key, lacking), where=("acceleration", "goals", key)
        )


def _name_of(module: LetterModule) -> str:
    return module.__name__.rpartition(".")[2]
