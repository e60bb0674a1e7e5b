"""How people are typed.

A person is one word of the command line with up to three parts between semicolons, so it stands in quotes.
Only the name is always needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """What can be typed."""
    yield '"Dana Omarova"', _("A name alone.")
    yield '"Dana Omarova; Court registrar"', _("With a post.")
    yield (
        '"Dana Omarova; Court registrar; Supreme Court"',
        _("With an agency, so that agencies can be counted."),
    )
