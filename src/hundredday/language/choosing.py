"""Which language to speak: the one asked for, the accelerator's, or that of the user's system."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hundredday.language import LANGUAGES, speak

if TYPE_CHECKING:
    from collections.abc import Sequence

VARIABLE = "HUNDREDDAY_LANG"


def asked_for(arguments: Sequence[str]) -> str | None:
    """The language that the command line or the environment asks for; English where JSON is asked for.

    It is looked for before the arguments are understood, so that the help speaks it too.
    """
    words = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    if "--json" in words:
        return "en"
    for word, following in zip(words, [*words[1:], ""], strict=False):
        name, equals, value = word.partition("=")
        if name == "--lang":
            return value if equals else following
    return os.environ.get(VARIABLE) or None


def speak_as_asked(arguments: Sequence[str]) -> None:
    """Speak the language asked for, else the system's, until the accelerator says another."""
    speak(asked_for(arguments) or _of_the_system())


def _of_the_system() -> str:
    """The first language that the system names, as gettext looks for it; English where we do not know it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if said := os.environ.get(name):
            code = said.split(".")[0].split("_")[0].lower()
            return code if code in LANGUAGES else "en"
    return "en"
