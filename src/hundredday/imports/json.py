"""A document of `export json` as challenges, intakes, partner programmes and settings."""

from __future__ import annotations

import json as notation
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from hundredday.challenge import Challenge
from hundredday.errors import Refused
from hundredday.imports.rows import Objection
from hundredday.imports.text import decode
from hundredday.language import _
from hundredday.programme.exchange import Partner
from hundredday.programme.training import Intake
from hundredday.shape import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import ValidationError

P = TypeVar("P", bound=Part)

READ = (1,)
"""The formats of the document that are understood."""

LARGEST = 50 * 1024 * 1024
"""Bytes of a document."""

_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Document:
    """What a document holds, in its order, and what is wrong with it.

    Challenges stand under their ids, intakes and partner programmes under their folder and id, settings as data.
    """

    challenges: Mapping[str, Challenge]
    registers: Mapping[tuple[str, str], Part]
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
    objections: list[Objection] = []
    challenges = _all(said, "challenges", "challenge", Challenge, objections)
    registers: dict[tuple[str, str], Part] = {}
    for folder, word, shape in (("training", "intake", Intake), ("exchange", "partner", Partner)):
        found: dict[str, Any] = _all(said, folder, word, shape, objections)
        registers |= {(folder, name): part for name, part in found.items()}
    settings = said.get("accelerator")
    return Document(challenges, registers, settings if isinstance(settings, dict) else {}, tuple(objections))


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


def _all(
    said: dict[str, Any], section: str, word: str, shape: type[P], objections: list[Objection]
) -> dict[str, P]:
    """The parts of a section by their ids; what is wrong in it is added to the objections."""
    found: dict[str, P] = {}
    listed = said.get(section, [])
    for number, one in enumerate(listed if isinstance(listed, list) else [listed]):
        objections += _take(one, f"{section}[{number}]", word, shape, found)
    return found


def _take(one: Any, place: str, word: str, shape: type[P], found: dict[str, P]) -> Iterator[Objection]:
    from pydantic import ValidationError

    name = one.get("id") if isinstance(one, dict) else None
    if not isinstance(name, str) or not isinstance(one.get(word), dict):
        yield Objection(
            place, _("Here belong an id, and what the file says under “{word}”.").format(word=word)
        )
    elif name in found:
        yield Objection(place, _("The id {id} stands here a second time.").format(id=name))
    else:
        try:
            # As JSON, because days are texts there.
            found[name] = shape.model_validate_json(notation.dumps(one[word]))
        except ValidationError as error:
            yield from _explained(error, f"{place} {name}")
        except (ValueError, RecursionError):
            yield Objection(place, _("This cannot be read."))


def _explained(error: ValidationError, place: str) -> Iterator[Objection]:
    for problem in error.errors(include_url=False, include_input=False)[:_MOST_SHOWN]:
        where = ".".join(str(part) for part in problem["loc"])
        yield Objection(place, f"{where}: {problem['msg']}.")
