"""How a command ends, for scripts.

Results go to standard output, messages to standard error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.errors import ExitCode
from hundredday.language import _
from hundredday.manual.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each code with what it means."""
    told = sentences(ExitCode)
    yield from ((str(code.value), _(told[code.name])) for code in ExitCode)
