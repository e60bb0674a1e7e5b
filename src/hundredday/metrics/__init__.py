"""The metric kinds: one file each, and this table of them.

To add a kind, write its file (its class is called like the file, and says what the kind's numbers are)
and name it here.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from pydantic import Discriminator, Tag

from hundredday.language import _
from hundredday.language.listing import either
from hundredday.metrics.measure import Measure, Unstated, Usual
from hundredday.metrics.reading import Reading, Value, indexed_series_of, series_of

KINDS: tuple[str, ...] = (
    "cumulative",
    "level",
    "duration",
    "percent",
    "yes_no",
)
"""The names of the kinds, as files and commands write them."""

UNSTATED = "unstated"


def _kind_of(given: Any) -> str | None:
    kind = given.get("kind") if isinstance(given, dict) else getattr(given, "kind", None)
    return UNSTATED if kind is None else kind if isinstance(kind, str) else None


def _measure_in(kind: str) -> type[Measure]:
    module = import_module(f"{__name__}.{kind}")
    made: type[Measure] = getattr(module, "".join(map(str.capitalize, kind.split("_"))))
    return made


_MEASURES: dict[str, type[Measure]] = {kind: _measure_in(kind) for kind in KINDS}

if TYPE_CHECKING:
    AnyMeasure = Measure
    Kind = str
else:
    Kind = Literal[KINDS]
    _TAGGED = [Annotated[made, Tag(kind)] for kind, made in {**_MEASURES, UNSTATED: Unstated}.items()]
    AnyMeasure = Annotated[
        Union[tuple(_TAGGED)],  # noqa: UP007 (a union of a table cannot be written with bars)
        Discriminator(_kind_of, custom_error_type="not_one_of", custom_error_message="No kind of metric."),
    ]


def measure_of(kind: str) -> type[Measure]:
    """The measure of a kind."""
    return _MEASURES[kind]


def kinds_said() -> str:
    """The sentence for whoever writes another kind."""
    return _("The kind of a metric is {kinds}.").format(kinds=either(KINDS))


__all__ = [
    "KINDS",
    "AnyMeasure",
    "Kind",
    "Measure",
    "Reading",
    "Unstated",
    "Usual",
    "Value",
    "indexed_series_of",
    "kinds_said",
    "measure_of",
    "series_of",
]
