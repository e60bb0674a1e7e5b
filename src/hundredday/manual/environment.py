"""Environment variables.

An option on the command line counts more than a variable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each variable with what it does."""
    yield "HUNDREDDAY_DIR", _("The accelerator's folder, as -C.")
    yield "HUNDREDDAY_TODAY", _("What day it is, as --today.")
    yield "HUNDREDDAY_LANG", _("The language, as --lang.")
    yield "HUNDREDDAY_DEBUG", _("When set, a bug is shown with all that a developer needs.")
    yield "HUNDREDDAY_CACHE_DIR", _("Where what was read is kept between runs; it can always be removed.")
    yield "NO_COLOR", _("When set, nothing is coloured.")
    yield "VISUAL, EDITOR", _("The editor that edit opens.")
    yield "GIT_PAGER, PAGER", _("The program in which long results are read.")
