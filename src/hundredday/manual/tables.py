"""What the columns of a table may be called when it is imported.

Capitals, marks and what stands in brackets do not count, and a slip of the finger is forgiven where it leaves no
doubt. `--map COLUMN=FIELD` says what any other column means. Readings may also stand in a column for each day,
with a challenge or a goal in front of each row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.imports.fields import KINDS
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each field with the headers that mean it, for readings and for candidates."""
    for kind in KINDS.values():
        yield _(kind.name), ""
        for field, words in kind.words.items():
            needed = f" ({_('must be there')})" if field in kind.required else ""
            yield field, f"{', '.join(words)}{needed}"
