"""The user's cache folder: what is kept there can be deleted at any time."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from hundredday.language import spoken


def cache_folder() -> Path | None:
    """The folder of our own in the user's cache, made when it is not there; None where none can be."""
    given = os.environ.get("HUNDREDDAY_CACHE_DIR")
    try:
        folder = Path(given) if given else _system_cache() / "hundredday"
        # What is kept holds sentences, and they are of one language.
        folder = folder if spoken() == "en" else folder / spoken()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except (OSError, RuntimeError):  # nothing can be written there, or whoever runs this has no home
        return None
    return folder


def _system_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~/AppData/Local")).expanduser()
    if sys.platform == "darwin":
        return Path("~/Library/Caches").expanduser()
    given = os.environ.get("XDG_CACHE_HOME", "")
    return Path(given) if given.startswith("/") else Path("~/.cache").expanduser()
