"""A paper of one page: what stands on it, whatever form it is written in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hundredday.pages.goal import GoalBlock


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence or two; the first words may stand out, and a tone gives them a colour beside their sign."""

    text: str
    opening: str = ""
    tone: str = ""

    @property
    def label(self) -> str:
        """The first words, with a colon where a sentence follows that they do not end."""
        return (
            f"{self.opening}:"
            if self.text and self.opening and self.opening[-1] not in ".?!:"
            else self.opening
        )


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; a table without rows says `empty` instead."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Trend:
    """The burn-up chart of a goal; in plain text its last readings beside the plan."""

    goal: GoalBlock


@dataclass(frozen=True, slots=True)
class Points:
    """Short texts, one below the other."""

    points: tuple[str, ...]
    empty: str = ""


Block = Say | Table | Trend | Points


@dataclass(frozen=True, slots=True)
class Section:
    """A question that the paper answers; programs know it by its name."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole paper."""

    form: str
    title: str
    about: tuple[tuple[str, str], ...]
    """Names and texts at its head: who, where, when."""
    sections: tuple[Section, ...] = field(default=())
