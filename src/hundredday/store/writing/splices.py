"""Small changes to a text, collected by their places and made all at once."""

from __future__ import annotations

from dataclasses import dataclass, field

from hundredday.store.lines import line_start, next_line
from hundredday.store.writing.layout import break_at


class Overlapping(Exception):  # noqa: N818 - a fact about two splices, caught by who collects them
    """Two splices that change the same characters."""


@dataclass(slots=True)
class Splices:
    """Changes to one text. Where two begin at one place, the one that was added first comes first."""

    text: str
    made: list[tuple[int, int, str]] = field(default_factory=list)

    def put(self, at: int, new: str) -> None:
        """A text at a place."""
        self.made.append((at, at, new))

    def replace(self, start: int, end: int, new: str) -> None:
        """A text in place of what stands from `start` up to `end`."""
        self.made.append((start, end, new))

    def line_break(self, index: int) -> str:
        """The line break that the text uses around an index."""
        return break_at(self.text, index)

    def put_lines_below(self, index: int, lines: list[str]) -> None:
        """Whole lines below the line of `index`; a missing last line break stays missing."""
        eol = break_at(self.text, index)
        at = next_line(self.text, index)
        if at == len(self.text) and not self.text.endswith(("\n", "\r")):
            self.put(at, "".join(eol + line for line in lines))
        else:
            self.put(at, "".join(line + eol for line in lines))

    def remove_lines(self, start: int, end: int) -> None:
        """The lines from that of `start` to that of `end`, both with all they hold."""
        self.replace(line_start(self.text, start), next_line(self.text, end), "")

    def touches(self, start: int, end: int) -> bool:
        """Whether a change lies in what stands from `start` up to `end`."""
        return any(begin < end and start < stop for begin, stop, _ in self.made)

    def applied(self) -> str:
        """The changed text.

        Raises:
            Overlapping: two splices change the same characters.
        """
        pieces: list[str] = []
        done = 0
        for start, end, new in sorted(self.made, key=lambda splice: splice[:2]):
            if start < done:
                raise Overlapping
            pieces += (self.text[done:start], new)
            done = end
        return "".join((*pieces, self.text[done:]))
