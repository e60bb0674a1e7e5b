"""Drawing a view again whenever a file, the day or the window changes, until Ctrl-C."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TYPE_CHECKING

from hundredday.desk.desk import Desk
from hundredday.desk.terminal.streams import nobody_listens
from hundredday.errors import Failure, WrongUsage
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY = 1.0
"""Seconds between two looks at the files: their stamps are compared, nothing is read."""

_TOP_OF_A_CLEAR_SCREEN = "\x1b[H\x1b[2J"


def watching(desk: Desk, show: Callable[[Desk], None], *, json: bool) -> None:
    """Draw now and after every change; Ctrl-C is the way to end it.

    What cannot be drawn for a moment, such as a file in the middle of an edit, is said and waited for.

    Raises:
        WrongUsage: JSON is asked for, or what is asked for cannot be shown at all.
    """
    if json:
        raise WrongUsage(
            _("--watch draws a screen again and again, --json prints one document."),
            _("Leave out one of the two."),
        )
    drawn, is_first = _state(desk), True
    try:
        while True:
            _draw(Desk(desk.given, desk.folder), show, is_first=is_first)
            is_first = False
            if nobody_listens():
                return
            while (now := _state(desk)) == drawn:
                time.sleep(EVERY)
            drawn = now
    except KeyboardInterrupt:
        sys.stdout.write("\n")


def _draw(desk: Desk, show: Callable[[Desk], None], *, is_first: bool) -> None:
    if sys.stdout.isatty():
        sys.stdout.write(_TOP_OF_A_CLEAR_SCREEN)
    try:
        show(desk)
    except Failure as failure:
        if is_first:
            raise
        from hundredday.desk.door.failing import show as show_failure

        show_failure(failure, desk.given)
    sys.stdout.flush()


def _state(desk: Desk) -> tuple[object, ...]:
    """What a view depends on; the desk is made anew, because it remembers its day and its accelerator."""
    fresh = Desk(desk.given, desk.folder)
    try:
        path = fresh.folder.accelerator_path
        stamp = path.stat().st_mtime_ns if path.is_file() else None
        today = fresh.today
    except (Failure, OSError):
        stamp, today = None, None
    return stamp, today, shutil.get_terminal_size(), tuple(fresh.folder.challenge_files())
