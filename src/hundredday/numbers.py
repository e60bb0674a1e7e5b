"""Numbers and units as people read and write them."""

from __future__ import annotations

import re

from hundredday.errors import Refused
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.language.calendar import decimal_point

Value = bool | int | float

HUGE = 1e15
"""From here on a number is shown by its first figures."""

_YES = {"done", "yes", "true", "1", "иә", "да", "نعم"}
_NO = {"not-done", "no", "false", "0", "жоқ", "нет", "لا"}
_SPACES = str.maketrans("\N{ARABIC DECIMAL SEPARATOR}", ".", " \u00a0\u202f_\N{ARABIC THOUSANDS SEPARATOR}")


def read_number(text: str) -> int | float | None:
    """The number a person typed, or None: `1200`, `1 200`, `1,200.5`, `43.5`, `43,5`.

    Raises:
        Refused: it can be read two ways, as `3,750` can: a comma stands for thousands in one country
            and for the decimals in another.
    """
    figures = text.translate(_SPACES).replace("\N{MINUS SIGN}", "-")
    if re.fullmatch(r"[+-]?[1-9]\d{0,2},\d{3}", figures):
        whole, decimal = figures.replace(",", ""), figures.replace(",", ".")
        raise Refused(
            _("“{text}” can be read two ways: {whole} or {decimal}.").format(
                text=text, whole=whole, decimal=decimal
            ),
            _("Write it as one of the two."),
        )
    if re.fullmatch(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", figures):
        figures = figures.replace(",", "")
    figures = figures.replace(",", ".")
    if not re.fullmatch(r"[+-]?(\d{1,15}(\.\d{0,10})?|\.\d{1,10})", figures):
        return None
    return float(figures) if "." in figures else int(figures)


def number_typed(text: str) -> int | float:
    """The number a person typed.

    Raises:
        Refused: it is none, or can be read two ways.
    """
    if (number := read_number(text)) is None:
        raise Refused(
            _("“{text}” is not a number.").format(text=one_line(text)), _("Write a number, such as 42.")
        )
    return number


def read_yes_no(text: str) -> bool | None:
    """True for done, False for not done, None for any other word."""
    word = text.strip().lower()
    return True if word in _YES else False if word in _NO else None


def rough(value: float) -> float:
    """A forecast is no exact number: whole from 10 on, one decimal below."""
    return float(round(value, 0 if abs(value) >= 10 else 1))


def number_words(value: Value) -> str:
    """A number as it is shown: thousands apart, at most two decimals, no needless zeros."""
    if isinstance(value, bool):
        return _("done") if value else _("not done")
    if abs(value) >= HUGE:
        return f"{value:.3g}"
    if isinstance(value, int) or value.is_integer():
        return _apart(str(int(value)))
    # Below one, three figures are kept however small the number is.
    shown = f"{value:.2f}" if abs(value) >= 1 else f"{float(f'{value:.3g}'):.15f}"
    whole, __, part = shown.partition(".")
    part = part.rstrip("0")
    return f"{_apart(whole)}{decimal_point()}{part}" if part else _apart(whole)


def value_words(value: Value, unit: str | None) -> str:
    """A value with its unit: `33 days`, `85%`, `done`."""
    if isinstance(value, bool) or not unit:
        return number_words(value)
    return f"{number_words(value)}{'' if unit == '%' else ' '}{unit}"


def _apart(figures: str) -> str:
    """Whole figures from 10,000 on with a narrow space between thousands."""
    return f"{int(figures):,}".replace(",", "\u202f") if abs(int(figures)) >= 10_000 else figures


def way_words(baseline: Value | None, latest: Value | None, target: Value | None, unit: str | None) -> str:
    """From, now and target: `43 → 20 → 1 days`; what is not known yet is left out."""
    if target is None:
        return ""
    if isinstance(target, bool):
        return _("done") if latest is True else _("not done")
    known = [number_words(value) for value in (baseline, latest) if value is not None]
    return " → ".join([*known, value_words(target, unit)])
