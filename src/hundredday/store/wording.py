"""The words for a value of the wrong type, and what a person should write in its place."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from hundredday.language import N_, _
from hundredday.language.listing import either
from hundredday.numbers import read_number, read_yes_no
from hundredday.store.ids import make_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hundredday.findings import Where
    from hundredday.store.yaml.scalars import Data


def mend_of_type(
    value: Data,
    wanted: Sequence[str],
    *,
    is_needed: bool = False,
    is_item: bool = False,
    keys: Sequence[str] = (),
) -> str:
    """What to write where a value of one of the wanted types belongs.

    Args:
        value: what stands there.
        wanted: the types, in words.
        is_needed: the file is nothing without it.
        is_item: it stands in a list.
        keys: what a group may hold there.
    """
    if value is None:
        return _("Write it behind the {sign}{otherwise}.").format(
            sign=_("dash") if is_item else _("colon"),
            otherwise="" if is_needed else _(", or remove the line"),
        )
    if "a group of keys" in wanted and keys:
        return _("Write {{{keys}: ...}}; the keys here are {keys_2}.").format(
            keys=keys[0], keys_2=", ".join(keys)
        )
    for name, mend in _MENDS:
        if name in wanted:
            return mend(value, wanted)
    return _("Write {wanted}.").format(wanted=either_type(wanted))


def name_mend(text: str) -> str:
    """What to write where a name is needed by which other places refer to it."""
    rule = _("lower-case letters a to z, digits and hyphens")
    made = make_id(text)
    return (
        _("Write {made}: such a name has {rule}.").format(made=made, rule=rule)
        if made
        else _("Use {rule}.").format(rule=rule)
    )


def key_name(where: Where) -> str:
    """The nearest key on the way to a value."""
    return next((part for part in reversed(where) if isinstance(part, str)), "")


def either_type(names: Sequence[str]) -> str:
    """One of several types, by the words under which the mends are kept."""
    if len(names) > 1:
        names = [part for name in names for part in (("true", "false") if name == _ANSWER else (name,))]
    return either([_(name) for name in names])


def found(value: Data) -> str:
    """A value as it is named in a sentence."""
    if value is None:
        return _("nothing")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _('the text "{text}"').format(text=_cut(value))
    if isinstance(value, date):
        return _("the date {value}").format(value=value)
    if isinstance(value, list):
        return _("a list")
    return _("a group of keys") if isinstance(value, dict) else _("the number {value}").format(value=value)


def short(value: Data) -> str:
    """A value as it is named where its type is plain."""
    if isinstance(value, str):
        return f'"{_cut(value)}"'
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else found(value)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


_ANSWER = N_("true or false")
_SHOWN = 60
_FIGURES = re.compile(r"[-+\N{MINUS SIGN}]?\d[\d .,\u00a0\u202f]*")


def _as_text(value: Data, _wanted: Sequence[str]) -> str:
    if isinstance(value, list):
        return _("Write one value, without brackets or dashes.")
    if isinstance(value, dict):
        return _("Write one value in place of the group.")
    return _("Put it in quotes.")


def _as_number(value: Data, wanted: Sequence[str]) -> str:
    if isinstance(value, float):
        return _("Leave out what stands behind the point.")
    if not isinstance(value, str):
        return _("Write it in figures, such as 42.")
    figures = _FIGURES.findall(value)
    number = read_number(figures[0].strip(" .,")) if len(figures) == 1 else None
    if number is not None:
        return _("Write {number} alone, without quotes or a unit.").format(number=number)
    answer = read_yes_no(value) if _ANSWER in wanted else None
    return _("Write it in figures, such as 42.") if answer is None else _as_answer(value, wanted)


def _as_day(value: Data, _wanted: Sequence[str]) -> str:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return _("Write it without quotes: {value}.").format(value=value)
    return _("Write it as year-month-day, such as 2026-04-06.")


def _as_answer(value: Data, _wanted: Sequence[str]) -> str:
    answer = read_yes_no(value) if isinstance(value, str) else None
    return (
        _("Write true or false.") if answer is None else _("Write {lower}.").format(lower=str(answer).lower())
    )


def _as_list(_value: Data, _wanted: Sequence[str]) -> str:
    return _('Put it on a line of its own that begins with "- ".')


def _as_group(_value: Data, _wanted: Sequence[str]) -> str:
    return _('Give each a name of its own: write "name: ..." on a line for each.')


_MENDS: tuple[tuple[str, Callable[[Data, Sequence[str]], str]], ...] = (
    ("a text", _as_text),
    ("a whole number", _as_number),
    ("a number", _as_number),
    ("a date such as 2026-04-06", _as_day),
    (_ANSWER, _as_answer),
    ("a list", _as_list),
    ("a group of keys", _as_group),
)
