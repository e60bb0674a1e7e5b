"""What was given before the command: the global options."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

TYPED = "hundredday.typed"
"""Under this name Typer's context keeps the whole command line."""
WORDS = "hundredday.words"
"""Under this name it keeps the words that are being taken apart."""


class Colour(StrEnum):
    """When the output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Tongue(StrEnum):
    """A language that the program speaks."""

    ENGLISH = "en"
    KAZAKH = "kk"
    RUSSIAN = "ru"
    ARABIC = "ar"


class Given(NamedTuple):
    """The global options as typed."""

    directory: Path | None = None
    today: str | None = None
    colour: Colour = Colour.AUTO
    commits: bool = True
    quiet: bool = False
    caches: bool = True
    typed: tuple[str, ...] = ()
    """The whole command line, as it was typed."""
    language: str | None = None
    """The language that was asked for; where none was, the accelerator's is spoken."""
    picture: Path | None = None
    """A file into which results are drawn instead of the screen."""
