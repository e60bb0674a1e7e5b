"""What pydantic found, said in words that a civil servant can act on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from hundredday.findings import Finding
from hundredday.language import N_, _
from hundredday.language.listing import either
from hundredday.metrics import kinds_said
from hundredday.store.wording import either_type, found, key_name, mend_of_type, name_mend, short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hundredday.findings import Where
    from hundredday.store.yaml.scalars import Data


class Fault(NamedTuple):
    """One error of pydantic.

    Args:
        kind: its type in pydantic's list, or of one of our own errors.
        where: the value in the file, without the names of union members.
        value: what stands there.
        message: its words.
        context: its facts, such as the limit that was passed.
        of_key: the key is wrong, not its value.
        is_own: raised by a validator of ours, whose words are meant for people.
        is_needed: the file is nothing without this value.
        keys: the keys that a group may have here.
        location: as pydantic gave it.
    """

    kind: str
    where: Where
    value: Data
    message: str
    context: Mapping[str, object]
    of_key: bool
    is_own: bool
    is_needed: bool
    keys: Sequence[str]
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
        return _wrong_type(faults[0], list(dict.fromkeys(name for name in expected if name)))
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
    ("greater_than", "gt", N_("more than {}")),
    ("greater_than_equal", "ge", N_("{} or more")),
    ("less_than", "lt", N_("less than {}")),
    ("less_than_equal", "le", N_("{} or less")),
    ("multiple_of", "multiple_of", N_("a multiple of {}")),
    ("too_short", "min_length", N_("{} entries or more")),
    ("too_long", "max_length", N_("{} entries or fewer")),
    ("string_too_short", "min_length", N_("{} characters or more")),
    ("string_too_long", "max_length", N_("{} characters or fewer")),
)


def _expected(kind: str) -> str | None:
    return _NAMES.get(kind)


def _in_its_own_words(fault: Fault) -> Finding:
    """Words of ours: one sentence, and the way to mend it as a second or as a fact."""
    if fault.kind == "not_one_of":
        return Finding("not-one-of", kinds_said(), _("Write one of these."))
    text, __, mend = fault.message.partition(". ")
    mend = str(fault.context.get("mend", mend))
    return Finding(fault.kind.replace("_", "-"), f"{text.removesuffix('.')}.", mend)


def _not_one_of(fault: Fault) -> Finding:
    said = str(fault.context.get("expected") or fault.context.get("expected_tags") or "")
    choices = re.findall(r"'((?:[^'\\]|\\.)*)'", said) or [part.strip() for part in re.split(r",| or ", said)]
    quoted = _(", without quotes") if fault.value in choices else ""
    return Finding(
        "not-one-of",
        _cannot_be(fault),
        _("Write {choices}{quoted}.").format(choices=either([one for one in choices if one]), quoted=quoted),
    )


def _cannot_be(fault: Fault) -> str:
    name = key_name(fault.where)
    if fault.of_key:
        return _('"{name}" cannot be the name of a key here.').format(name=name)
    return (
        _('"{name}" is empty.').format(name=name)
        if fault.value is None
        else _('"{name}" cannot be {value}.').format(name=name, value=short(fault.value))
    )


def _wrong_type(fault: Fault, expected: list[str]) -> Finding:
    if "a number" in expected:
        expected = ["a number", *(name for name in expected if name not in {"a whole number", "a number"})]
    wanted = [name for name in expected if name != "nothing"] or expected
    text = _("Here belongs {wanted}, not {value}.").format(
        wanted=either_type(wanted), value=found(fault.value)
    )
    if fault.value is None:
        text = _("Nothing stands here, and {wanted} belongs here.").format(wanted=either_type(wanted))
    elif fault.of_key:
        text = _("{fault}: {wanted} belongs here.").format(
            fault=_cannot_be(fault)[:-1], wanted=either_type(wanted)
        )
    is_item = bool(fault.where) and isinstance(fault.where[-1], int)
    mend = mend_of_type(fault.value, wanted, is_needed=fault.is_needed, is_item=is_item, keys=fault.keys)
    return Finding("wrong-type", text, mend)


def _out_of_range(fault: Fault) -> Finding | None:
    for kind, fact, words in _LIMITS:
        if fault.kind == kind:
            mend = _("Write {limit}.").format(limit=_(words).format(fault.context.get(fact)))
            if isinstance(fault.value, list):
                text = _("This list is too long.") if kind == "too_long" else _("This list is too short.")
                return Finding("out-of-range", text, mend)
            return Finding("out-of-range", _cannot_be(fault), mend)
    if fault.kind == "finite_number":
        return Finding(
            "out-of-range", _("This number has no end."), _("Write a number that can be measured.")
        )
    return None


def _bad_value(fault: Fault) -> Finding:
    if fault.kind == "string_pattern_mismatch" and isinstance(fault.value, str):
        if fault.of_key:
            return Finding("bad-value", _cannot_be(fault), name_mend(fault.value))
        if not fault.value.strip():
            mend = _("Write a text.") if fault.is_needed else _("Write a text, or remove the line.")
            return Finding("bad-value", _("This text is empty."), mend)
        return Finding("bad-value", _cannot_be(fault), name_mend(fault.value))
    message = fault.message.removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return Finding("bad-value", message, _("Change this value."))
