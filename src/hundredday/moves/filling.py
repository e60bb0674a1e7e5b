"""Parts of a record with more fields set: what is written is checked like what is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from hundredday.errors import Refused
from hundredday.harmless import harmless
from hundredday.language import N_, _
from hundredday.metrics import kinds_said
from hundredday.shape import Part

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

P = TypeVar("P", bound=Part)


def filled(part: P | type[P], **given: object) -> P:
    """A part with the given fields set; a field that is None stays as it is.

    Args:
        part: what stands there, or its class where nothing stands yet.
        given: fields by their names in the code.

    Raises:
        Refused: a text is empty or holds control characters, or a value is not one of the field.
    """
    stands, made = ({}, part) if isinstance(part, type) else (_fields(part), type(part))
    set_now = {
        name: _cleaned_anew(name, value, stands.get(name))
        for name, value in given.items()
        if value is not None
    }
    try:
        return made(**{**stands, **set_now})
    except ValidationError as error:
        raise refusal(error) from error


def prepare(*parts: type[Part]) -> None:
    """Make the checks of parts that will be filled before those of a whole, which then takes them over."""
    for part in parts:
        part.model_rebuild()


def placed(items: tuple[P, ...], made: P, stands: P | None) -> tuple[P, ...]:
    """The items with one in the place of the one that it was made from; at their end where there was none."""
    if stands is None:
        return (*items, made)
    return tuple(made if item is stands else item for item in items)


def without(part: P, *names: str) -> P:
    """A part without some of its fields."""
    return type(part)(**{name: value for name, value in _fields(part).items() if name not in names})


def _cleaned_anew(name: str, value: object, standing: object) -> object:
    """A value as it is written; what stands in a list already is not looked at again, however long the list is."""
    if not isinstance(value, tuple) or not isinstance(standing, tuple):
        return cleaned(name, value)
    known = {id(item) for item in standing}
    return tuple(item if id(item) in known else cleaned(name, item) for item in value)


def cleaned(name: str, value: object) -> object:
    """A value as it is written: texts without the spaces around them.

    Raises:
        Refused: a text is empty, or holds a character that cannot be seen.
    """
    if isinstance(value, tuple):
        return tuple(cleaned(name, item) for item in value)
    if isinstance(value, Part):
        texts = {field: text for field, text in _fields(value).items() if isinstance(text, str)}
        return value.model_copy(update={field: cleaned(field, text) for field, text in texts.items()})
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text:
        raise Refused(
            _("The {name} is empty.").format(name=_words(name)),
            _("Write what it is, or leave the option out."),
        )
    if harmless(text) != text.replace("\t", " "):
        raise Refused(
            _("The {name} holds a character that cannot be seen.").format(name=_words(name)),
            _("Type the text anew instead of pasting it."),
        )
    return text


def refusal(error: ValidationError) -> Refused:
    """The refusal of a value that a field cannot hold, in words."""
    return _refusal(error.errors()[0])


def _fields(part: Part) -> dict[str, object]:
    return {name: getattr(part, name) for name in type(part).model_fields if name in part.model_fields_set}


def _refusal(error: ErrorDetails) -> Refused:
    where = [part for part in error["loc"] if isinstance(part, str) and part != "[key]"]
    name, context, shown = _words(where[-1] if where else "value"), error.get("ctx", {}), error["input"]
    match error["type"]:
        case "literal_error":
            return Refused(
                _("“{shown}” is no {name}.").format(shown=shown, name=name),
                _("Write {expected}.").format(expected=str(context["expected"]).replace(chr(39), "")),
            )
        case "string_pattern_mismatch":
            return Refused(
                _("“{shown}” cannot be a key.").format(shown=shown),
                _("Use lower-case letters, digits and hyphens, at most 60."),
            )
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            return Refused(
                _("{shown} is out of range for {name}.").format(shown=shown, name=name),
                _(_LIMITS[error["type"]]).format(**context),
            )
        case "not_one_of":
            return Refused(kinds_said(), _("Write one of these."))
        case "extra_forbidden":
            return Refused(
                _("The field {name} does not belong to this kind.").format(name=name), _("Leave it out.")
            )
        case _:
            return Refused(
                _("“{shown}” cannot be the {name}.").format(shown=shown, name=name),
                f"{error['msg'].replace('Input s', 'It s')}.",
            )


def _words(name: str) -> str:
    return _(_NOUNS[name]) if name in _NOUNS else name.strip("_").replace("_", " ")


_NOUNS = {"what": N_("text"), "by": N_("name"), "because": N_("reason")}
"""What fields are called in a sentence whose names are no nouns: “The because is empty” is none."""

_LIMITS = {
    "greater_than_equal": N_("Write {ge} or more."),
    "greater_than": N_("Write more than {gt}."),
    "less_than_equal": N_("Write {le} or less."),
    "less_than": N_("Write less than {lt}."),
}
