"""Environment variables.

An option on the command line counts more than a variable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each variable with what it does."""
    yield "HUNDREDDAY_DIR", "The accelerator's folder, as -C."
    yield "HUNDREDDAY_TODAY", "What day it is, as --today."
    yield "HUNDREDDAY_LANG", "The language, as --lang."
    yield "HUNDREDDAY_DEBUG", "When set, a bug is shown with all that a developer needs."
    yield "HUNDREDDAY_CACHE_DIR", "Where what was read is kept between runs; it can always be removed."
    yield "NO_COLOR", "When set, nothing is coloured."
    yield "VISUAL, EDITOR", "The editor that edit opens."
    yield "GIT_PAGER, PAGER", "The program in which long results are read."
