"""Thresholds of health and of gates: which of them a change of the settings made easier to pass."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.programme.accelerator import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Limit = int | float | tuple[int, int]
"""The value of a threshold."""


class Eased(NamedTuple):
    """A threshold that was made easier to pass."""

    name: str
    before: Limit
    after: Limit


def eased(before: Settings, after: Settings) -> Iterator[Eased]:
    """The thresholds that are easier to pass afterwards, in the order of the file."""
    for name, is_easier in EASIER.items():
        old, new = getattr(before, name), getattr(after, name)
        if is_easier(new, old):
            yield Eased(name, old, new)


def brought_together(base: Settings | None, sides: Sequence[Settings]) -> Settings:
    """What a merge of these is to say: what one side alone changed, and where several did, the easiest of theirs.

    Args:
        base: what stood where the sides went apart; None where nobody can tell.
        sides: what each says, at least one.
    """
    said = {one.name: [getattr(side, one.name) for side in sides] for one in fields(Settings)}
    return replace(
        sides[0],
        **{
            name: _one_of(name, getattr(base, name) if base else None, values)
            for name, values in said.items()
        },
    )


def _one_of(name: str, base: Any, values: Sequence[Any]) -> Any:
    found = next((value for value in values if value != base), base)
    is_easier = EASIER.get(name, lambda _one, _other: False)
    for value in values:
        if value != base and is_easier(value, found):
            found = value
    return found


def _is_lower(one: float, other: float) -> bool:
    return one < other


def _is_higher(one: float, other: float) -> bool:
    return one > other


def _is_wider(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether teams of some size fit that did not fit before."""
    return one[0] < other[0] or one[1] > other[1]


EASIER: Mapping[str, Callable[[Any, Any], bool]] = {
    "stakeholders": _is_lower,
    "team_size": _is_wider,
    "stale_after": _is_higher,
    "at_risk_below": _is_lower,
    "off_track_below": _is_lower,
}
"""Of each threshold, whether its first value is easier to pass than the second."""
