"""The user's pager, for what is longer than the screen; what goes into a pipe is never paged."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess


def paged(text: str) -> bool:
    """Show a text through the user's pager; whether there is one that could be started."""
    pager = pager_words()
    return bool(pager) and _started(pager, text)


def pager_words() -> list[str]:
    """The pager as git chooses it; empty where none is wanted.

    The repository's own configuration is not asked: a stranger may have written it.
    """
    from hundredday.git import own_setting

    wanted = os.environ.get("GIT_PAGER")
    if wanted is None:
        wanted = own_setting("core.pager") or os.environ.get("PAGER")
    if wanted is None:
        return ["less"] if shutil.which("less") else []
    try:
        words = shlex.split(wanted)
    except ValueError:
        return []
    return [] if words in ([], ["cat"]) else words


def _started(pager: list[str], text: str) -> bool:
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    try:
        # The list comes from the user's own environment, and no shell reads it.
        process = subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    try:
        process.communicate(text.encode("utf-8", "replace"))
    except KeyboardInterrupt:
        # The pager decides what Ctrl-C means; it is waited for, so that it leaves the terminal in order.
        process.wait()
    return True
