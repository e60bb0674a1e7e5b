"""The errors of a model as findings in plain words, each at the line and column of what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hundredday.findings import Finding
from hundredday.language import _
from hundredday.nearest import nearest
from hundredday.store.faults import Fault, said_of
from hundredday.store.limits import MOST_PROBLEMS
from hundredday.store.model_keys import is_required, keys_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import ValidationError

    from hundredday.findings import Where
    from hundredday.store.yaml.document import Document
    from hundredday.store.yaml.scalars import Data


def findings_of(error: ValidationError, document: Document, model: type[object]) -> tuple[Finding, ...]:
    """Every error of a validation as a finding, in the order of the file.

    Args:
        error: what pydantic raised for `document.data`.
        document: the file; of a part that was not there, the key of its parent is the place.
        model: what it was validated as; unknown keys are compared with its fields.
    """
    together: dict[tuple[Where, bool], list[Fault]] = {}
    for fault in _faults(error, document, model):
        if _is_aftermath(fault, document):
            continue
        together.setdefault((fault.where, fault.of_key), []).append(fault)
        if len(together) > MOST_PROBLEMS:
            break
    found = [_finding(faults, document, model) for faults in together.values()]
    return tuple(sorted(found, key=_line_and_column))[:MOST_PROBLEMS]


_MISSING = frozenset(["missing", "union_tag_not_found"])
_SAME = {"unexpected_keyword_argument": "extra_forbidden"}
"""What pydantic calls differently in a dataclass than in a model."""
_CHOICE = frozenset(["union_tag_invalid", "not_one_of"])


def _line_and_column(finding: Finding) -> tuple[int, int]:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)


def _is_aftermath(fault: Fault, document: Document) -> bool:
    """Whether it is only there because of what is wrong with the form of the file.

    What is missing in a file that was not read whole may well stand in the part that was not; and
    a value that could not be read has been said to be so.
    """
    if document.broken and fault.value is None and not fault.of_key:
        whole = document.flow_text(fault.where[:-1])
        return whole is None or "\n" in whole
    return any(
        (found.code in _UNREAD and found.where == fault.where)
        or (found.code == "too-deep" and found.where[: len(fault.where)] == fault.where)
        for found in document.findings
    )


_UNREAD = frozenset(["not-a-date", "not-a-number", "number-too-long", "anchor"])


def _faults(error: ValidationError, document: Document, model: type[object]) -> Iterator[Fault]:
    for raised in error.errors():
        location, context = raised["loc"], raised.get("ctx", {})
        kind = _SAME.get(raised["type"], raised["type"])
        where, value = _way(location, document.data)
        of_key = kind in {"extra_forbidden", "invalid_key"} or location[-1:] == ("[key]",)
        if kind == "missing":
            where, value = (*_way(location[:-1], document.data)[0], str(location[-1])), None
        elif kind == "union_tag_not_found" or (kind in _CHOICE and isinstance(value, dict)):
            key = str(context.get("discriminator", "kind")).strip("'")
            where, value = (*where, key), value.get(key) if isinstance(value, dict) else None
        if location[-1:] == ("[key]",):
            value = str(where[-1])
        facts = is_required(model, location), keys_at(model, location)
        is_own = "url" not in raised
        yield Fault(kind, where, value, raised["msg"], context, of_key, is_own, *facts, location)


def _way(location: Sequence[str | int], data: Data) -> tuple[Where, Data]:
    """A location of pydantic without the names of union members, and the value that it leads to."""
    where: list[str | int] = []
    for part in location:
        if isinstance(data, dict) and str(part) in data:
            where.append(str(part))
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
            where.append(part)
            data = data[part]
    return tuple(where), data


def _finding(faults: list[Fault], document: Document, model: type[object]) -> Finding:
    first = faults[0]
    if first.kind == "extra_forbidden":
        finding = _cut_number(first.where, document) or _unknown(
            str(first.where[-1]), model, first.location[:-1]
        )
    elif first.kind in _MISSING:
        name = str(first.where[-1])
        if isinstance(first.location[-1], int):
            finding = Finding(
                "wrong-type",
                _("This list is too short: it needs {location}.").format(location=first.location[-1] + 1),
                _("Add what is missing."),
            )
            return finding._replace(where=first.where, place=document.place(first.where))
        finding = _missing(name, first, document)
    else:
        finding = said_of(faults)
    place = document.place(first.where, of_key=first.of_key)
    return finding._replace(where=first.where, place=place)


def _missing(name: str, fault: Fault, document: Document) -> Finding:
    line = f'"{name}: {_SAMPLES.get(name, "...")}"'
    mend = (
        _("Add {line} inside the braces.").format(line=line)
        if document.flow_text(fault.where[:-1])
        else _("Add a line {line}.").format(line=line)
    )
    return Finding("missing-key", _('The key "{name}" is missing here.').format(name=name), mend)


_SAMPLES = {"format": "1", "phase": "design", "date": "2026-04-06"}


def _cut_number(where: Where, document: Document) -> Finding | None:
    """What is wrong where a key is the decimals of the number before it: `{value: 6,5}`."""
    *above, last = where
    _there, group = _way(above, document.data)
    key = str(last)
    if not isinstance(group, dict) or group.get(key) is not None or not _DECIMALS.match(key):
        return None
    keys = list(group)
    before = group[keys[keys.index(key) - 1]] if key in keys[1:] else None
    if not isinstance(before, int) or isinstance(before, bool):
        return None
    return Finding(
        "unknown-key",
        _('A comma ends a value here: {before} and "{after}" are read apart.').format(
            before=before, after=key
        ),
        _("Write decimals behind a point: {before}.{after}").format(before=before, after=key),
    )


_DECIMALS = re.compile(r"\d{1,10}\b")


def _unknown(key: str, model: type[object], location: Sequence[str | int]) -> Finding:
    known = keys_at(model, location)
    below = [name for name in known if key in keys_at(model, (*location, name))]
    if len(below) == 1:
        return Finding(
            "unknown-key",
            _('"{key}" is not a key here.').format(key=key),
            _('Move it below "{below}".').format(below=below[0]),
        )
    near = nearest(key, known)
    if near:
        text = _('"{key}" is not a key here; did you mean "{near}"?').format(key=key, near=near[0])
        return Finding("unknown-key", text, _('Write "{near}", or remove the line.').format(near=near[0]))
    mend = (
        _("Remove it, or write one of {known}.").format(known=", ".join(known)) if known else _("Remove it.")
    )
    return Finding("unknown-key", _('"{key}" is not a key here.').format(key=key), mend)
