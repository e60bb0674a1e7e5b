"""Which keys a model knows at some place of its data."""

from __future__ import annotations

import dataclasses
from functools import cache, lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def keys_at(model: type[object], location: Sequence[str | int]) -> tuple[str, ...]:
    """The keys of the model, or of all the models, that may stand at a location of a pydantic error.

    They come in the order of their fields; the location may name members of unions.
    """
    kinds: tuple[tuple[Any, str], ...] = ((model, ""),)
    for part in location:
        kinds = _inside(kinds, part)
    names = (name for kind, _ in kinds if _is_model(kind) for name in _fields(kind))
    return tuple(dict.fromkeys(names))


def is_required(model: type[object], location: Sequence[str | int]) -> bool:
    """Whether the last key of a location must stand in the group that it belongs to."""
    if not location:
        return True
    *above, key = location
    kinds: tuple[tuple[Any, str], ...] = ((model, ""),)
    for part in above:
        kinds = _inside(kinds, part)
    models = [kind for kind, _ in kinds if hasattr(kind, "model_fields")]
    fields = (kind.model_fields.items() for kind in models)
    return any(
        field.is_required() for items in fields for name, field in items if (field.alias or name) == key
    )


@lru_cache(4096)  # the same places are asked for in file after file
def _inside(kinds: tuple[tuple[Any, str], ...], part: str | int) -> tuple[tuple[Any, str], ...]:
    """One step further; a part that is no key names a member of the union that was reached."""
    below = tuple(
        member for kind, _ in kinds for inner in _children(kind, part) for member in _members(inner)
    )
    if below:
        return below
    named = tuple((kind, tag) for kind, tag in kinds if part in _names_of(kind, tag))
    return named or kinds


def _children(kind: Any, part: str | int) -> Iterator[Any]:
    if _is_model(kind):
        field = _fields(kind).get(str(part))
        if field is not None:
            yield field
    elif get_origin(kind) is dict and not isinstance(part, int):
        yield get_args(kind)[1]
    elif get_origin(kind) in {list, tuple} and isinstance(part, int):
        yield get_args(kind)[0]


def _members(kind: Any, tag: str = "") -> Iterator[tuple[Any, str]]:
    """The members of a union with their tags; a kind that is no union is its only member."""
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        tags = [mark.tag for mark in marks if hasattr(mark, "tag")]
        yield from _members(inner, str(tags[0]) if tags else tag)
    elif get_origin(kind) in {Union, UnionType}:
        for member in get_args(kind):
            yield from _members(member, tag)
    else:
        yield kind, tag


def _names_of(kind: Any, tag: str) -> set[Any]:
    if not _is_model(kind):
        return {tag}
    choices = {word for field in _fields(kind).values() for word in get_args(field) if isinstance(word, str)}
    return {tag, kind.__name__, *choices}


@cache
def _fields(kind: Any) -> dict[str, Any]:
    """The type of each field by the key that the file has for it."""
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return {field.name: hints[field.name] for field in dataclasses.fields(kind)}
    return {field.alias or name: field.annotation for name, field in kind.model_fields.items()}


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and (hasattr(kind, "model_fields") or dataclasses.is_dataclass(kind))
