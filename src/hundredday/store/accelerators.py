"""accelerator.yaml as an `Accelerator`, with the place of every problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hundredday.findings import Finding
from hundredday.programme import Accelerator
from hundredday.store.reading import BadFile, parse

if TYPE_CHECKING:
    from pathlib import Path


def read_accelerator_file(path: Path) -> Accelerator:
    """The accelerator that a file describes.

    Raises:
        BadFile: it cannot be read as one, with every problem of the file.
    """
    source = path.read_bytes()
    if not source.strip():
        return Accelerator(name=path.parent.name)
    findings = accelerator_problems(source, path.name)
    if any(finding.blocks for finding in findings):
        raise BadFile(findings)
    accelerator: Accelerator = _adapter().validate_python(parse(source, path.name).data)
    return accelerator


def accelerator_problems(source: bytes, shown: str) -> tuple[Finding, ...]:
    """Every problem of an accelerator file, in its order."""
    from pydantic import ValidationError

    from hundredday.store.validation import findings_of

    if not source.strip():
        return ()
    try:
        document = parse(source, shown)
    except BadFile as bad:
        return bad.findings
    try:
        accelerator: Accelerator = _adapter().validate_python(document.data)
    except ValidationError as error:
        return (*document.findings, *findings_of(error, document, Accelerator))
    unknown = _unknown_zone(accelerator.timezone)
    return (*document.findings, *(finding.at(document.place(finding.where)) for finding in unknown))


def _adapter() -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(Accelerator)


def _unknown_zone(name: str) -> tuple[Finding, ...]:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return (
            Finding(
                "unknown-timezone",
                f"“{name}” is not a time zone.",
                "Write an IANA name such as Asia/Almaty.",
                where=("timezone",),
            ),
        )
    return ()
