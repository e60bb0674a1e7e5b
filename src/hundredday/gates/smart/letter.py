"""What a letter of S.M.A.R.T. is: a module that says what a goal lacks, and what is doubtful in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from hundredday.language import _
from hundredday.language.listing import either
from hundredday.metrics import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.challenge.goal import Goal
    from hundredday.findings import Finding
    from hundredday.programme import Settings


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a goal lacks: in words, and the option of `goal` that gives it, with an example."""

    words: str
    option: str
    example: str

    @property
    def said(self) -> str:
        """It in the spoken language."""
        return _(self.words).format(kinds=either(KINDS))


@dataclass(frozen=True, slots=True)
class Letter:
    """How a goal stands in one letter; warnings are said and passed."""

    letter: str
    name: str
    refused: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        return not self.refused


class LetterModule(Protocol):
    """A module of this room; its docstring opens with what is true when the letter holds."""

    __name__: str
    __doc__: str | None
    LETTER: str

    def lacks(self, goal: Goal, challenge: Challenge) -> Iterator[Lack]:
        """What the goal is refused without."""

    def doubts(self, key: str, goal: Goal, challenge: Challenge, settings: Settings) -> Iterator[Finding]:
        """What is doubtful in it."""
