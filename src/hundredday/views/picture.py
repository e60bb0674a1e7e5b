"""A view as a picture: SVG for slides, HTML for web pages, and nothing in either that is fetched from elsewhere."""

from __future__ import annotations

import io
import re
from html import escape
from typing import TYPE_CHECKING

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from hundredday.language import spoken

if TYPE_CHECKING:
    from rich.console import RenderableType

WIDTH = 104
"""Columns of a picture: as wide as a slide can show."""

THEME = TerminalTheme(
    (250, 250, 248),
    (44, 48, 54),
    [
        (90, 96, 104),
        (176, 48, 48),
        (36, 115, 60),
        (138, 86, 4),
        (42, 98, 168),
        (130, 70, 150),
        (16, 110, 120),
        (90, 96, 104),
    ],
)
"""Colours on paper that are dark enough to be read on it."""

_DIM, _READABLE = re.compile("#939597|#7e8083"), "#5b6169"
"""What rich makes of faint letters on this paper, on a page and in a drawing, and what can be read by everybody."""

_PAGE = """\
<!doctype html>
<html lang="LANGUAGE">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>TITLE</title>
<style>
{stylesheet}
body {{ color: {foreground}; background: {background}; margin: 1.5rem; }}
pre {{ font: 0.95rem/1.4 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-x: auto; }}
</style>
</head>
<body><main><h1 style="font: 600 1rem sans-serif">TITLE</h1><pre tabindex="0">{code}</pre></main></body>
</html>
"""


def svg(view: RenderableType, title: str) -> str:
    """The view as a picture that stands in slides and READMEs."""
    drawn = _drawn(view).export_svg(title=title, theme=THEME)
    # The letters are those of the machine that shows it: rich would have them fetched.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    # Its three buttons of a window are red, amber and green, which means something here.
    drawn = re.sub(r"<g [^>]*>\s*(<circle [^>]*/>\s*){3}</g>", "", drawn)
    return _DIM.sub(_READABLE, re.sub(r"terminal-\d+", "terminal", drawn))


def page(view: RenderableType, title: str) -> str:
    """The view as a web page."""
    form = _PAGE.replace("LANGUAGE", spoken()).replace(
        "TITLE", escape(title).replace("{", "{{").replace("}", "}}")
    )
    return _DIM.sub(_READABLE, _drawn(view).export_html(theme=THEME, code_format=form))


def _drawn(view: RenderableType) -> Console:
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="standard",
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(view)
    return console
