"""What pydantic found, said in words that a civil servant can act on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hundredday.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.findings import Where
    from hundredday.store.scalars import Data


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of pydantic.

    Args:
        kind: its type in pydantic's list, or of one of our own errors.
        where: the value in the file, without the names of union members.
        value: what stands there.
        message: its words.
        context: its facts, such as the limit that was passed.
        of_key: the key is wrong, not its value.
        is_own: raised by a validator of ours, whose words are meant for people.
        location: as pydantic gave it.
    """

    kind: str
    where: Where
    value: Data
    message: str
    context: Mapping[str, object]
    of_key: bool
    is_own: bool
    location: tuple[str | int, ...]


def said_of(faults: list[Fault]) -> Finding:
    """One finding for all that is wrong with one value: a union gives an error for each of its members."""
    for fault in faults:
        if fault.is_own:
            return _in_its_own_words(fault)
    choices = [fault for fault in faults if fault.kind in _CHOICES]
    if choices:
        return _not_one_of(choices[0])
    expected = [_expected(fault.kind) for fault in faults]
    if all(expected):
        return _wrong_type(faults[0].value, list(dict.fromkeys(name for name in expected if name)))
    rest = next(fault for fault, name in zip(faults, expected, strict=True) if not name)
    return _out_of_range(rest) or _bad_value(rest)


_CHOICES = frozenset(["literal_error", "enum", "union_tag_invalid"])

_TYPES = {
    "a whole number": "int_type int_parsing int_from_float int_parsing_size",
    "a number": "float_type float_parsing decimal_type decimal_parsing",
    "a date such as 2026-04-06": "date_type date_parsing date_from_datetime_parsing"
    " date_from_datetime_inexact",
    "true or false": "bool_type bool_parsing",
    "a text": "string_type string_sub_type",
    "a list": "list_type tuple_type set_type frozen_set_type iterable_type",
    "a group of keys": "model_type model_attributes_type dict_type mapping_type dataclass_type",
    "nothing": "none_required",
}
_NAMES = {kind: name for name, kinds in _TYPES.items() for kind in kinds.split()}

_LIMITS: tuple[tuple[str, str, str], ...] = (
    ("greater_than", "gt", "more than {}"),
    ("greater_than_equal", "ge", "{} or more"),
    ("less_than", "lt", "less than {}"),
    ("less_than_equal", "le", "{} or less"),
    ("multiple_of", "multiple_of", "a multiple of {}"),
    ("too_short", "min_length", "{} entries or more"),
    ("too_long", "max_length", "{} entries or fewer"),
    ("string_too_short", "min_length", "{} characters or more"),
    ("string_too_long", "max_length", "{} characters or fewer"),
)


def _expected(kind: str) -> str | None:
    return _NAMES.get(kind)


def _in_its_own_words(fault: Fault) -> Finding:
    mend = str(fault.context.get("mend", ""))
    return Finding(fault.kind.replace("_", "-"), fault.message, mend)


def _not_one_of(fault: Fault) -> Finding:
    said = str(fault.context.get("expected") or fault.context.get("expected_tags") or "")
    choices = re.findall(r"'((?:[^'\\]|\\.)*)'", said) or [part.strip() for part in re.split(r",| or ", said)]
    named = _either(choices)
    return Finding("not-one-of", f"{_sentence(fault.value)} is not known here.", f"Write {named}.")


def _wrong_type(value: Data, expected: list[str]) -> Finding:
    if "a number" in expected:
        expected = [name for name in expected if name != "a whole number"]
    wanted = [name for name in expected if name != "nothing"] or expected
    return Finding(
        "wrong-type", f"Here belongs {_either(wanted)}, not {_found(value)}.", _mend(value, wanted)
    )


def _mend(value: Data, wanted: list[str]) -> str:
    if value is None:
        return "Write it behind the colon, or remove the line."
    if wanted == ["a text"] and not isinstance(value, dict | list):
        return "Put it in quotes."
    if wanted == ["a list"]:
        return 'Write "[one, two]", or one line "- one" for each.'
    if wanted == ["a group of keys"]:
        return 'Write "{key: value}", or one line "key: value" for each.'
    if isinstance(value, str) and "a date such as 2026-04-06" in wanted:
        return "Write year-month-day without quotes."
    if isinstance(value, str) and wanted != ["a text"]:
        return "Write it without quotes, units or separators."
    return f"Write {_either(wanted)}."


def _out_of_range(fault: Fault) -> Finding | None:
    for kind, fact, words in _LIMITS:
        if fault.kind == kind:
            wanted = words.format(fault.context.get(fact))
            return Finding("out-of-range", f"{_sentence(fault.value)} is out of range.", f"Write {wanted}.")
    if fault.kind == "finite_number":
        return Finding("out-of-range", "This number has no end.", "Write a number that can be measured.")
    return None


def _bad_value(fault: Fault) -> Finding:
    if fault.kind == "string_pattern_mismatch" and fault.of_key:
        return Finding(
            "bad-value",
            f'"{fault.where[-1] if fault.where else ""}" cannot be the name of a key here.',
            "Use lower-case letters a to z, digits and hyphens.",
        )
    if fault.kind == "string_pattern_mismatch" and isinstance(fault.value, str):
        if not fault.value.strip():
            return Finding("bad-value", "This text is empty.", "Write a text, or remove the line.")
        return Finding(
            "bad-value",
            f"{_sentence(fault.value)} does not have the form that is needed here.",
            "Use lower-case letters a to z, digits and hyphens.",
        )
    message = fault.message.removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return Finding("bad-value", message, "Change this value.")


def _either(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _sentence(value: Data) -> str:
    found = _found(value)
    return found[:1].upper() + found[1:]


def _found(value: Data) -> str:
    """A value as it is named in a sentence."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'the text "{value if len(value) <= _SHOWN else value[:_SHOWN] + "…"}"'
    if isinstance(value, date):
        return f"the date {value}"
    if isinstance(value, list):
        return "a list"
    return "a group of keys" if isinstance(value, dict) else f"the number {value}"


_SHOWN = 60
