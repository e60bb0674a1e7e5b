"""One file as text, as data, and where in the text each piece of the data stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from hundredday.errors import ExitCode, Failure
from hundredday.findings import Finding, Place, Where
from hundredday.store.lines import line_and_column, line_end, line_start

if TYPE_CHECKING:
    from hundredday.store.nodes import Leaf, Mapping, Node
    from hundredday.store.yaml.scalars import Data

LONGEST_EXCERPT = 500
"""Characters of a line that are shown; a line can be as long as a file."""


class BadFile(Failure):
    """A file of which nothing can be read."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_FILE

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings[0].text, findings[0].mend)
        self.findings = findings


@dataclass(frozen=True, eq=False, repr=False)
class Document:
    """A file that has been read.

    Args:
        path: its name, as findings say it.
        source: its bytes.
        text: its characters, without a byte order mark.
        data: what it means.
        findings: everything that is wrong with its form, in the order of the file.
        broken: a part could not be read: `data` is not all that a person meant, and must be
            neither written back nor blamed for what is missing.
        marks: those of the top mapping, where they have been made already.
    """

    path: str
    source: bytes
    text: str
    data: dict[str, Data]
    findings: tuple[Finding, ...]
    broken: bool
    marks: Mapping | None

    @cached_property
    def root(self) -> Mapping:
        """The marks of the top mapping; a file in which nothing is wrong is read without them at first."""
        if self.marks is not None:
            return self.marks
        from hundredday.store.nodes import Mapping
        from hundredday.store.yaml.building import build

        made = build(self.text).root
        assert isinstance(made, Mapping)
        return made

    def place(self, where: Where, *, of_key: bool = False) -> Place:
        """Where a value stands, or its key; the nearest parent that exists, when it does not.

        Of a missing value the parent's key is the place, since that is the line to add to; of a
        group or list in block form its own key, since it begins on a line further down.
        """
        from hundredday.store.nodes import Listing, Mapping, below

        key: Leaf | None = None
        node: Node = self.root
        for depth, part in enumerate(where):
            found = below(node, part)
            if found is None:
                return self._at(key.start if key and depth else node.start)
            key, node = found
        in_block = isinstance(node, Mapping | Listing) and not node.flow
        return self._at(key.start if key and (of_key or in_block) else node.start)

    def flow_text(self, where: Where) -> str | None:
        """The text of a group or list in braces or brackets; None when there is none at this place."""
        from hundredday.store.nodes import Leaf, below

        node: Node = self.root
        for part in where:
            found = below(node, part)
            if found is None:
                return None
            node = found[1]
        if isinstance(node, Leaf) or not node.flow:
            return None
        return self.text[node.start : node.end]

    def _at(self, index: int) -> Place:
        return place_at(self.path, self.text, index)


def place_at(path: str, text: str, index: int) -> Place:
    """A place by its character, with the line it stands in."""
    line, column = line_and_column(text, index)
    start = line_start(text, index)
    return Place(path, line, column, text[start : min(line_end(text, index), start + LONGEST_EXCERPT)])
