"""The files that cannot be read, named below what the others say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import _
from hundredday.problems import paths_of
from hundredday.views.dates import count_words
from hundredday.views.fitting import flow, piece, row
from hundredday.views.palette import BAD, FAINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hundredday.findings import Finding

_SHOWN = 3


def problem_lines(problems: Sequence[Finding], width: int) -> Iterator[Text]:
    """How many files cannot be read, and the first problems of them; nothing where there are none."""
    if not problems:
        return
    yield Text()
    files = len(paths_of(problems)) or len(problems)
    said = _("✗ {files} cannot be read: hundredday check").format(files=count_words(files, "file"))
    yield from flow(piece(said, BAD), width, indent=2)
    for finding in problems[:_SHOWN]:
        where = f"{finding.place.path}:{finding.place.line}: " if finding.place else ""
        yield from flow(row("  ", piece(f"{where}{finding.text}", FAINT)), width, indent=4)
