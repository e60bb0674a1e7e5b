"""accelerator.yaml as an `Accelerator`, with the place of every problem."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from hundredday.findings import Finding
from hundredday.language import N_, _
from hundredday.programme import Accelerator
from hundredday.programme.rules import problems
from hundredday.store.limited import read_limited
from hundredday.store.wording import found, mend_of_type, name_mend
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.findings import Where
    from hundredday.store.yaml.document import Document
    from hundredday.store.yaml.scalars import Data


SETTINGS_ORDER = tuple(one.name for one in fields(Accelerator))
"""The keys of the file in the order in which new ones take their place."""


def read_accelerator_file(path: Path) -> Accelerator:
    """The accelerator that a file describes.

    Raises:
        BadFile: it cannot be read as one, with every problem of the file.
    """
    return accelerator_of(read_limited(path, follows=True), path)


def accelerator_of(source: bytes, path: Path) -> Accelerator:
    """The accelerator that the bytes of a file describe; `path` is where the file stands, or stood.

    Raises:
        BadFile: they cannot be read as one, with every problem.
    """
    if not _says_something(source):
        return Accelerator(name=path.parent.name)
    findings = accelerator_problems(source, path.name)
    if any(finding.blocks for finding in findings):
        raise BadFile(findings)
    accelerator: Accelerator = _adapter().validate_python(parse(source, path.name).data)
    return accelerator


def readable_accelerator(source: bytes) -> Accelerator | None:
    """The accelerator of an earlier version of the file; None where it cannot be read as one."""
    try:
        return accelerator_of(source, Path("accelerator.yaml"))
    except BadFile:
        return None


def accelerator_document(source: bytes, path: Path) -> Document:
    """The document of an accelerator file to be changed; one that says nothing yet says its format.

    Raises:
        BadFile: it cannot be read as an accelerator, with every problem.
    """
    if not _says_something(source):
        return parse(source.rstrip() + b"\n" * bool(source.strip()) + b"format: 1\n", path.name)
    accelerator_of(source, path)
    return parse(source, path.name)


def accelerator_problems(source: bytes, shown: str) -> tuple[Finding, ...]:
    """Every problem of an accelerator file, in its order."""
    from pydantic import ValidationError

    from hundredday.store.validation import findings_of

    if not _says_something(source):
        return ()
    try:
        document = parse(source, shown)
    except BadFile as bad:
        return bad.findings
    try:
        accelerator: Accelerator = _adapter().validate_python(document.data)
    except ValidationError as error:
        return (*document.findings, *findings_of(error, document, Accelerator))
    wrong = tuple(_of_wrong_type(document.data, accelerator))
    unsound = (*wrong, *_unknown_zone(accelerator.timezone), *(() if wrong else problems(accelerator)))
    placed = [finding.at(document.place(finding.where)) for finding in unsound]
    placed += (finding.at(document.place(finding.where, of_key=True)) for finding in _bad_keys(accelerator))
    return (*document.findings, *sorted(placed, key=_line_and_column))


def _says_something(source: bytes) -> bool:
    """Whether there is more than blank lines and comments; a file with nothing in it is every default."""
    lines = (line.strip() for line in source.removeprefix(b"\xef\xbb\xbf").splitlines())
    return any(line and not line.startswith(b"#") for line in lines)


def _of_wrong_type(data: Data, meant: object, where: Where = ()) -> Iterator[Finding]:
    """What the validator reads as another type, such as '10' as a number: the rule for all files is stricter."""
    if is_dataclass(meant) and isinstance(data, dict):
        for name, value in data.items():
            yield from _of_wrong_type(value, getattr(meant, name), (*where, name))
    elif isinstance(meant, dict) and isinstance(data, dict):
        for name, value in data.items():
            yield from _of_wrong_type(value, meant[name], (*where, name))
    elif isinstance(meant, tuple) and isinstance(data, list):
        for index, value in enumerate(data):
            yield from _of_wrong_type(value, meant[index], (*where, index))
    elif (wanted := _TYPES.get(type(meant))) and (
        isinstance(data, str) or isinstance(data, bool) != (wanted == _ANSWER)
    ):
        text = _("Here belongs {wanted}, not {data}.").format(wanted=_(wanted), data=found(data))
        yield Finding("wrong-type", text, mend_of_type(data, [wanted]), where=where)


def _bad_keys(accelerator: Accelerator) -> Iterator[Finding]:
    """Names that no challenge could refer to: a topic's, a cohort's, a review's."""
    from hundredday.shape import KEY

    ways: list[Where] = [("topics", key) for key in accelerator.topics]
    for key, cohort in accelerator.cohorts.items():
        ways += [("cohorts", key), *(("cohorts", key, "reviews", name) for name in cohort.reviews)]
    for where in ways:
        name = str(where[-1])
        if not re.fullmatch(KEY, name):
            text = _('"{name}" cannot be the name of a key here.').format(name=name)
            yield Finding("bad-value", text, name_mend(name), where=where)


def _line_and_column(finding: Finding) -> tuple[int, int]:
    return (finding.place.line, finding.place.column) if finding.place else (0, 0)


_ANSWER = N_("true or false")
_TYPES: Mapping[type, str] = {
    bool: _ANSWER,
    int: N_("a whole number"),
    float: N_("a number"),
    date: N_("a date such as 2026-04-06"),
}


@cache
def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Accelerator)


def _unknown_zone(name: str) -> tuple[Finding, ...]:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        from hundredday.nearest import did_you_mean

        wanted = name.strip().replace(" ", "_").casefold()
        near = [
            zone for zone in sorted(available_timezones()) if zone.casefold().rpartition("/")[2] == wanted
        ]
        return (
            Finding(
                "unknown-timezone",
                _("“{name}” is not a time zone.").format(name=name),
                did_you_mean(near[:1], _("Write an IANA name such as Asia/Almaty.")),
                where=("timezone",),
            ),
        )
    return ()
