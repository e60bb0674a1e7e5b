"""A document of `export json` as challenges and settings."""

from __future__ import annotations

import json as notation
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hundredday.challenge import Challenge
from hundredday.errors import Refused
from hundredday.imports.rows import Objection
from hundredday.imports.text import decode
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import ValidationError

READ = (1,)
"""The formats of the document that are understood."""

LARGEST = 50 * 1024 * 1024
"""Bytes of a document."""

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Document:
    """What a document holds: challenges by their ids in its order, settings as data, and what is wrong with it."""

    challenges: Mapping[str, Challenge]
    settings: Mapping[str, Any]
    objections: tuple[Objection, ...]


def json(source: bytes) -> Document:
    """The document.

    Raises:
        Refused: it is no JSON, or none of ours.
    """
    said = _parsed(source)
    if not isinstance(said, dict) or "export" not in said or not isinstance(said.get("challenges"), list):
        raise Refused(
            _("This JSON document was not written by `hundredday export json`."),
            _("Give one that was, or a table as csv or xlsx."),
        )
    if said["export"] not in READ:
        raise Refused(
            _("This document has the format {number}, which is newer than this program.").format(
                number=str(said["export"])[:20]
            ),
            _("Install the newest hundredday."),
        )
    found: dict[str, Challenge] = {}
    objections: list[Objection] = []
    for number, one in enumerate(said["challenges"]):
        objections += _take(one, f"challenges[{number}]", found)
    settings = said.get("accelerator")
    return Document(found, settings if isinstance(settings, dict) else {}, tuple(objections))


def _parsed(source: bytes) -> Any:
    if len(source) > LARGEST:
        raise Refused(_("This document is larger than 50 MB."), _("Export fewer challenges at once."))
    try:
        return notation.loads(decode(source).text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        reason = (
            str(error)
            if isinstance(error, notation.JSONDecodeError)
            else _("it is nested too deeply, or a number is endless")
        )
        raise Refused(
            _("This is no JSON document: {reason}.").format(reason=reason),
            _("Give the file as it was exported."),
        ) from error


def _no_number(word: str) -> float:
    raise ValueError(word)


def _take(one: Any, place: str, found: dict[str, Challenge]) -> Iterator[Objection]:
    from pydantic import ValidationError

    name = one.get("id") if isinstance(one, dict) else None
    if not isinstance(name, str) or not isinstance(one.get("challenge"), dict):
        yield Objection(place, _("This is no challenge: it needs an id, and the challenge under its name."))
    elif name in found:
        yield Objection(place, _("The id {id} stands here a second time.").format(id=name))
    else:
        try:
            # As JSON, because days are texts there.
            found[name] = Challenge.model_validate_json(notation.dumps(one["challenge"]))
        except ValidationError as error:
            yield from _explained(error, f"{place} {name}")
        except (ValueError, RecursionError):
            yield Objection(place, _("This challenge cannot be read."))


def _explained(error: ValidationError, place: str) -> Iterator[Objection]:
    for problem in error.errors(include_url=False, include_input=False)[:_MOST_SHOWN]:
        where = ".".join(str(part) for part in problem["loc"])
        yield Objection(place, f"{where}: {problem['msg']}.")
