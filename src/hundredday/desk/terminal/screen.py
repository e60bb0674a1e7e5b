"""Where results are drawn: a terminal of the right width, or plain text for a pipe."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from hundredday.desk.given import Colour, Given

if TYPE_CHECKING:
    from rich.console import Console

_TERMINAL_ANYWAY = ("FORCE_COLOR", "TTY_COMPATIBLE")
"""What tells Rich to draw as for a terminal, whatever it draws on."""

PIPE_WIDTH = 80
"""Columns where there is no terminal and COLUMNS says nothing."""


def console(given: Given, *, to_errors: bool = False) -> Console:
    """The console that a view is drawn on."""
    from rich.console import Console

    file = sys.stderr if to_errors else sys.stdout
    forced = {Colour.AUTO: None, Colour.ALWAYS: True, Colour.NEVER: False}[given.colour]
    width = None if file.isatty() else _columns()
    return Console(
        file=file,
        width=width,
        force_terminal=forced,
        no_color=True if given.colour is Colour.NEVER else None,
        color_system="standard" if given.colour is Colour.ALWAYS else "auto",
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def is_mere_text(text: str, given: Given) -> bool:
    """Whether one line would be drawn as it is: whoever knows can say it without loading what draws."""
    colours = given.colour is Colour.ALWAYS or any(name in os.environ for name in _TERMINAL_ANYWAY)
    return (
        text.isascii()
        and len(text) <= _columns()
        and given.picture is None
        and not (colours or sys.stdout.isatty())
    )


def draw(renderable: object, given: Given, *, to_errors: bool = False) -> None:
    """Draw a view on standard output, or on standard error, or into a picture where one was asked for."""
    if given.picture is not None and not to_errors:
        from hundredday.desk.terminal.picturing import save_picture

        save_picture(renderable, given.picture)
        return
    console(given, to_errors=to_errors).print(renderable)


def draw_long(renderable: object, given: Given) -> None:
    """Draw a view that may be longer than the screen: on a terminal through the user's pager then."""
    screen = console(given)
    if not sys.stdout.isatty():
        screen.print(renderable)
        return
    from hundredday.desk.terminal.paging import paged

    with screen.capture() as captured:
        screen.print(renderable)
    text = captured.get()
    if text.count("\n") < screen.height or not paged(text):
        sys.stdout.write(text)


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isascii() and given.isdigit() and 20 <= int(given) <= 1000 else PIPE_WIDTH
