"""A glance at an accelerator, for completion: which folder is meant, a field near the top of a file, the language."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.errors import Failure
from hundredday.language import speak
from hundredday.store.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Sequence


def folder_of(directory: str | None) -> Folder:
    """The accelerator that was named; the nearest one where none was.

    Raises:
        NotAnAccelerator: there is none.
    """
    return Folder.find(Path(directory or os.environ.get("HUNDREDDAY_DIR") or "."))


def glance(field: str, path: Path) -> str:
    """A field as it stands near the top of a file; a glance, as reading all files would take too long."""
    try:
        with path.open("rb") as file:
            top = file.read(_SOME_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
    found = re.search(rf"^{field}:[ \t]*(.+?)[ \t]*$", top, re.MULTILINE)
    return found[1].strip("\"'") if found else ""


def speak_of(words: Sequence[str], directory: str | None) -> None:
    """Speak the language that is asked for; where none is, that of the accelerator or of the system."""
    from hundredday.language.choosing import asked_for, speak_as_asked

    speak_as_asked(words)
    if asked_for(words) is None:
        with suppress(Failure, OSError):
            said = glance("language", folder_of(directory).accelerator_path)
            if said:
                speak(said)


_SOME_BYTES = 2000
