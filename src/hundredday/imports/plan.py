"""What an import would do, before anything is done: row by row, and challenge by challenge."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hundredday.challenge import Challenge
    from hundredday.imports.rows import Objection
    from hundredday.shape import Part

Does = Literal["new", "correction", "there", "skipped"]


@dataclass(frozen=True, slots=True)
class Line:
    """What one row does; `challenge` is an id, `text` the rest of the sentence."""

    number: int
    does: Does
    challenge: str
    text: str

    @property
    def counts(self) -> bool:
        return self.does in ("new", "correction")


@dataclass(slots=True)
class Plan:
    """All of it; challenges by their ids: those that are made, and those that are changed.

    Intakes and partner programmes stand under their folder and id; `settings` is accelerator.yaml, where it changes,
    and `told` says how, where that is seen nowhere else.
    """

    lines: list[Line] = field(default_factory=list)
    objections: list[Objection] = field(default_factory=list)
    made: dict[str, Challenge] = field(default_factory=dict)
    changed: dict[str, Challenge] = field(default_factory=dict)
    registers: dict[tuple[str, str], Part] = field(default_factory=dict)
    settings: bytes | None = None
    told: tuple[str, ...] = ()
