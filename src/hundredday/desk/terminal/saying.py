"""Sentences on the terminal: broken between words where they are longer than it is wide, commands never."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.harmless import harmless

if TYPE_CHECKING:
    from typing import TextIO


def say(text: str, *, to_errors: bool = False) -> None:
    """A text on standard output, or on standard error, without anything that a terminal would obey."""
    if to_errors:
        sys.stdout.flush()
    file = sys.stderr if to_errors else sys.stdout
    file.write(f"{fitted(harmless(text), file)}\n")


def fitted(text: str, file: TextIO) -> str:
    """A text as it is shown there: a program that reads it gets it as it is."""
    if len(text) < _NARROW or not file.isatty():
        return text
    from shutil import get_terminal_size

    width = get_terminal_size().columns
    return "\n".join(_broken(line, width) for line in text.split("\n"))


def shown_path(path: Path) -> str:
    """A path as somebody here would type it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


_NARROW = 20
"""Nothing as short as this is ever broken."""


def _broken(line: str, width: int) -> str:
    """A line between whose words the terminal is not left to break; a command stays one line to copy."""
    bare = line.lstrip()
    if len(line) <= width:
        return line
    import re
    from textwrap import fill

    if re.match(r"(\S+: )?(hundredday|cd|git) ", bare) or line.endswith("\\"):
        return line

    indent = " " * (len(line) - len(bare) + 2)
    return fill(
        line,
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
