"""The metric kinds: one file each, and this table of them."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from pydantic import Discriminator, Tag

from hundredday.metrics.cumulative import Cumulative
from hundredday.metrics.duration import Duration
from hundredday.metrics.level import Level
from hundredday.metrics.measure import Measure, Usual
from hundredday.metrics.percent import Percent
from hundredday.metrics.reading import Reading, Value, indexed_series_of, series_of
from hundredday.metrics.yes_no import YesNo

UNSTATED = "unstated"


def _kind_of(given: Any) -> str | None:
    kind = given.get("kind") if isinstance(given, dict) else getattr(given, "kind", None)
    return UNSTATED if kind is None else kind if isinstance(kind, str) else None


AnyMeasure = Annotated[
    Annotated[Cumulative, Tag("cumulative")]
    | Annotated[Level, Tag("level")]
    | Annotated[Duration, Tag("duration")]
    | Annotated[Percent, Tag("percent")]
    | Annotated[YesNo, Tag("yes_no")]
    | Annotated[Measure, Tag(UNSTATED)],
    Discriminator(
        _kind_of,
        custom_error_type="not_one_of",
        custom_error_message="The kind of a metric is cumulative, level, duration, percent or yes_no. Write one of these.",
    ),
]

_MEASURES: dict[str, type[Measure]] = {
    get_args(kind)[1].tag: get_args(kind)[0]
    for kind in get_args(get_args(AnyMeasure)[0])
    if get_args(kind)[0] is not Measure
}

KINDS: tuple[str, ...] = tuple(_MEASURES)
"""The names of the kinds, as files and commands write them."""


def measure_of(kind: str) -> type[Measure]:
    """The measure of a kind."""
    return _MEASURES[kind]


__all__ = [
    "KINDS",
    "AnyMeasure",
    "Measure",
    "Reading",
    "Usual",
    "Value",
    "indexed_series_of",
    "measure_of",
    "series_of",
]
