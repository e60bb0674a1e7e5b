"""What leaves the accelerator in another form: one file for each format, and this table of them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hundredday.exports.state import State


class Format(NamedTuple):
    """A format, which is called like its file and the function in it.

    That function makes one document of a state, or several by their names where it `makes_files`; where it
    `streams`, it makes the pieces of one, of everything that the files say.
    """

    name: str
    asks_history: bool
    streams: bool = False
    is_text: bool = True
    makes_files: bool = False

    @property
    def make(self) -> Callable[[State], bytes | Mapping[str, bytes]]:
        """The function; its file is imported now and not before."""
        made: Callable[[State], bytes | Mapping[str, bytes]] = getattr(
            import_module(f"{__name__}.{self.name}"), self.name
        )
        return made


FORMATS: tuple[Format, ...] = (
    Format("csv", asks_history=True, makes_files=True),
    Format("xlsx", asks_history=True, is_text=False),
    Format("json", asks_history=False, streams=True),
    Format("ics", asks_history=False),
    Format("md", asks_history=True),
)
"""Every format, in the order in which the help names them."""

__all__ = ["FORMATS", "Format"]
