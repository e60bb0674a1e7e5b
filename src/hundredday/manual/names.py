"""How people are typed.

A person is one word of the command line with up to three parts between semicolons, so it stands in quotes.
Only the name is always needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """What can be typed."""
    yield '"Dana Omarova"', "A name alone."
    yield '"Dana Omarova; Court registrar"', "With a post."
    yield '"Dana Omarova; Court registrar; Supreme Court"', "With an agency, so that agencies can be counted."
