"""Numbers and units as people read and write them."""

from __future__ import annotations

import re

Value = bool | int | float

_YES = {"done", "yes", "true", "1", "иә", "да", "نعم"}
_NO = {"not-done", "no", "false", "0", "жоқ", "нет", "لا"}
_SPACES = str.maketrans("", "", " \u00a0\u202f_")


def read_number(text: str) -> int | float | None:
    """The number a person typed, or None: `1200`, `1 200`, `1,200`, `43.5`, `43,5`, `85%`."""
    figures = text.translate(_SPACES).replace("\N{MINUS SIGN}", "-").removesuffix("%")
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", figures):
        figures = figures.replace(",", "")
    figures = figures.replace(",", ".")
    if not re.fullmatch(r"[+-]?(\d{1,15}(\.\d{0,10})?|\.\d{1,10})", figures):
        return None
    return float(figures) if "." in figures else int(figures)


def read_yes_no(text: str) -> bool | None:
    """True for done, False for not done, None for any other word."""
    word = text.strip().lower()
    return True if word in _YES else False if word in _NO else None


def number_words(value: Value) -> str:
    """A number as it is shown: thousands apart, at most two decimals, no needless zeros."""
    if isinstance(value, bool):
        return "done" if value else "not done"
    if isinstance(value, int) or value.is_integer():
        return _apart(str(int(value)))
    whole, _, part = (f"{value:.2f}" if abs(value) >= 1 else f"{value:.3g}").partition(".")
    part = part.rstrip("0")
    return f"{_apart(whole)}.{part}" if part else _apart(whole)


def value_words(value: Value, unit: str | None) -> str:
    """A value with its unit: `33 days`, `85%`, `done`."""
    if isinstance(value, bool) or not unit:
        return number_words(value)
    return f"{number_words(value)}{'' if unit == '%' else ' '}{unit}"


def _apart(figures: str) -> str:
    """Whole figures from 10,000 on with a narrow space between thousands."""
    return f"{int(figures):,}".replace(",", "\u202f") if abs(int(figures)) >= 10_000 else figures
