"""A challenge file as a challenge: its form, its fields and its rules, with the place of every problem."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from hundredday.store.limits import MOST_PROBLEMS
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from hundredday.challenge import Challenge
    from hundredday.findings import Finding
    from hundredday.store.yaml.document import Document


class Record(NamedTuple):
    """A file that is a challenge; `findings` are what its rules say, in the order of the file."""

    document: Document
    challenge: Challenge
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether no rule of the record is broken; warnings are sound."""
        return not any(finding.blocks for finding in self.findings)


def read_record(source: bytes, path: str) -> Record:
    """The challenge that a file holds.

    Raises:
        BadFile: it cannot be read as a challenge, with every problem of the file.
    """
    document = parse(source, path)
    challenge, problems = _validated(document)
    if challenge is None or any(finding.blocks for finding in document.findings):
        raise BadFile(_in_order((*document.findings, *problems)))
    return Record(document, challenge, _in_order((*document.findings, *problems)))


def read_challenge(source: bytes, path: str) -> Challenge:
    """The challenge that a file holds, for whoever does not ask what its rules say: in half of the time.

    Raises:
        BadFile: it cannot be read as a challenge, with every problem of the file.
    """
    from pydantic import ValidationError

    from hundredday.challenge import Challenge

    document = parse(source, path)
    if not any(finding.blocks for finding in document.findings):
        with suppress(ValidationError):
            return Challenge.model_validate(document.data)
    return read_record(source, path).challenge


def read_sound(source: bytes, path: str) -> Record:
    """The challenge that a file holds, when no rule is broken in it either.

    Raises:
        BadFile: it cannot be read as a challenge, or breaks a rule; with every problem of the file.
    """
    record = read_record(source, path)
    if not record.is_sound:
        raise BadFile(record.findings)
    return record


def _validated(document: Document) -> tuple[Challenge | None, tuple[Finding, ...]]:
    from pydantic import ValidationError

    from hundredday.challenge import Challenge
    from hundredday.challenge.rules import problems
    from hundredday.store.validation import findings_of

    try:
        challenge = Challenge.model_validate(document.data)
    except ValidationError as error:
        return None, findings_of(error, document, Challenge)
    unsound = islice(problems(challenge), MOST_PROBLEMS)
    return challenge, tuple(finding.at(document.place(finding.where)) for finding in unsound)


def _in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(
        sorted(
            findings,
            key=lambda finding: (finding.place.line, finding.place.column) if finding.place else (0, 0),
        )
    )
