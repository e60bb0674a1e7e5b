"""The way to mend something, shown so that a command can be copied and run as it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from hundredday.harmless import harmless
from hundredday.views.fitting import flow, piece, row, verbatim
from hundredday.views.palette import FAINT, NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

BREAK = 2
"""Cells that are left free for a quote and a backslash at the end of a line."""

_SHELL_WORD = re.compile(r"""(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\]|['"\\])+""")


def mend_lines(mend: str, width: int, *, indent: int = 0, label: str = "") -> list[Text]:
    """A sentence, or a command line that can be pasted though it is broken between its options."""
    margin = " " * indent
    if not mend.startswith("hundredday "):
        return flow(
            row(margin, piece(label, FAINT), " " if label else "", piece(mend)), width, indent=indent + 2
        )
    first, *rest = _command(mend, width - indent - len(label) - bool(label))
    head = row(margin, piece(label, FAINT), " " if label else "")
    return [
        *_folded(head, first, width),
        *(part for line in rest for part in _folded(Text(margin), line, width)),
    ]


def _folded(head: Text, line: str, width: int) -> list[Text]:
    """One line of a command; what does not fit goes on at the left edge, in one word for the shell."""
    lines, room = [""], width - head.cell_len
    if cell_len(line) <= room:
        return [row(head, verbatim(line, NOW))]
    for sign, quote in _signs(line):
        if cell_len(lines[-1]) + cell_len(sign) > room - BREAK:
            # Quote, backslash, line end, quote: the shell takes both lines for one word.
            lines[-1] += f"{quote}\\"
            lines.append(quote)
            room = width
        lines[-1] += sign
    return [row(Text() if n else head, verbatim(part, NOW)) for n, part in enumerate(lines)]


def _signs(line: str) -> Iterator[tuple[str, str]]:
    """Each character of a command with the quote it stands in; an escaped one stays whole."""
    signs, quote = iter(line), ""
    for sign in signs:
        whole = sign + next(signs, "") if sign == "\\" and quote != "'" else sign
        yield whole, quote
        if whole in {"'", '"'} and quote in {"", whole}:
            quote = "" if quote else whole


def _command(command: str, room: int) -> list[str]:
    lines: list[str] = []
    for part in _options(harmless(command).replace("\n", " ")):
        if lines and cell_len(f"{lines[-1]} {part} \\") <= room:
            lines[-1] += f" {part}"
        elif lines:
            lines[-1] += " \\"
            lines.append(f"  {part}")
        else:
            lines.append(part)
    return lines


def _options(command: str) -> list[str]:
    """The command's parts that stay together: each option with its value."""
    parts: list[str] = []
    for word in _SHELL_WORD.findall(command):
        takes_value = bool(parts) and parts[-1].startswith("--") and " " not in parts[-1]
        if takes_value and not word.startswith("--"):
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts
