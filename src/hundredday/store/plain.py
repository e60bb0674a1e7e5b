"""A record as the plain data that stands in its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hundredday.shape import Part
    from hundredday.store.yaml.scalars import Data


def plain(part: Part) -> dict[str, Data]:
    """What the file of a challenge, an intake or a partner says: only what was set, names as in the file, lists as lists."""
    data = _listed(part.model_dump(exclude_unset=True, by_alias=True))
    assert isinstance(data, dict)
    return data


def _listed(value: Any) -> Data:
    if isinstance(value, dict):
        return {str(key): _listed(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(part) for part in value]
    return value  # type: ignore[no-any-return]
