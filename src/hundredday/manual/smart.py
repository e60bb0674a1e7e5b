"""S.M.A.R.T., letter by letter: what a goal needs before its launch.

On a terminal `hundredday goal ID` asks for what is missing in each letter. The launch refuses a goal that
lacks something, and says what it doubts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.gates.smart import LETTERS
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each letter with what it asks for."""
    for one in LETTERS:
        _name, _colon, said = _((one.__doc__ or "").partition("\n")[0]).partition(": ")
        yield one.LETTER, said
