"""The text of a value that is new to a file: as plain as every YAML reader allows, quoted otherwise."""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from hundredday.errors import Refused
from hundredday.language import _
from hundredday.store.writing.house import stands_in_block
from hundredday.store.yaml.guards import unwelcome_in
from hundredday.store.yaml.scalars import LONGEST_NUMBER

if TYPE_CHECKING:
    from hundredday.findings import Where
    from hundredday.store.yaml.scalars import Data


def block(where: Where, value: Data, step: int, dash: int) -> list[str]:
    """The lines of a mapping or list, the first at no indentation.

    Args:
        where: its place, by which the house decides what stands on one line.
        value: a mapping or list that is not empty.
        step: spaces before the keys of a mapping below its own key.
        dash: spaces before the `-` of a list below its key.
    """
    if isinstance(value, list):
        return [f"- {flow(item)}" for item in value]
    assert isinstance(value, dict)
    lines: list[str] = []
    for key, part in value.items():
        lines += entry((*where, key), part, step, dash)
    return lines


def entry(where: Where, value: Data, step: int, dash: int) -> list[str]:
    """The lines of one key and its value; the key is the last of `where`."""
    name = key_text(str(where[-1]))
    if not stands_in_block(where, value):
        return [f"{name}: {flow(value)}"]
    indent = " " * (dash if isinstance(value, list) else step)
    return [f"{name}:", *(indent + line for line in block(where, value, step, dash))]


def flow(value: Data) -> str:
    """A value on one line.

    Raises:
        Refused: an invisible character, infinity, or a number of more than 30 digits.
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key_text(key)}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    if isinstance(value, str):
        return scalar_text(value)
    return _number_or_word(value)


def key_text(key: str) -> str:
    """A key; numbers are plain, because every key is a text."""
    return key if _COUNT.fullmatch(key) else scalar_text(key)


def scalar_text(text: str) -> str:
    """A text without quotes where no reader of YAML 1.1 or 1.2 could take it for anything else."""
    refuse_unwelcome(text)
    if _PLAIN.fullmatch(text) and not _TAKEN.fullmatch(text) and text.strip() == text:
        return text
    return double_quoted(text)


def double_quoted(text: str) -> str:
    """In double quotes, where every character can be written."""
    refuse_unwelcome(text)
    return '"' + text.translate(_ESCAPES) + '"'


def single_quoted(text: str) -> str:
    """In single quotes, which have no codes: in double ones when the text needs a code."""
    refuse_unwelcome(text)
    return double_quoted(text) if _NEEDS_CODES.search(text) else "'" + text.replace("'", "''") + "'"


def refuse_unwelcome(text: str) -> None:
    """Refuse a text with characters that no file may hold.

    Raises:
        Refused: with the character, and the mend.
    """
    found = unwelcome_in(text)
    if found:
        raise Refused(found.text, found.mend)


_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_NEEDS_CODES = re.compile(r"[\t\r\n]")
_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', 10: "\\n", 13: "\\r", 9: "\\t"}

_PLAIN = re.compile(
    r"""[^\s\-?:,\[\]{}\#&*!|>'"%@`=<~.+/\\]"""  # no sign begins a text
    r"""[^\t\r\n?:,\[\]{}\#]*"""  # and no sign that means something in a list stands in it
)
_TAKEN = re.compile(
    r"y|n|yes|no|on|off|true|false|null|nil|none|nan|inf"
    r"|[0-9][0-9a-fxotz_.:+\-\ ]*",
    re.IGNORECASE,
)
"""Words, numbers, times and dates of any YAML, with a margin."""


def _number_or_word(value: bool | float | date | None) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return _short(str(value) if abs(value) < 10**LONGEST_NUMBER else "1" * (LONGEST_NUMBER + 1))
    if not math.isfinite(value):
        raise Refused(_("Infinity is no number that can be measured."), _("Write a number."))
    return _decimal(value)


def _decimal(value: float) -> str:
    """Without an exponent as long as that is readable; always with a point, so that it stays a float."""
    written = repr(value)
    if "e" in written:
        digits = format(Decimal(written), "f")
        if len(digits) < LONGEST_NUMBER:
            return digits if "." in digits else digits + ".0"
        mantissa, exponent = written.split("e")
        return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{exponent}"
    return written


def _short(digits: str) -> str:
    if len(digits.lstrip("-")) > LONGEST_NUMBER:
        raise Refused(
            _("A number has more than {longest_number} digits.").format(longest_number=LONGEST_NUMBER),
            _("Write a shorter number."),
        )
    return digits
