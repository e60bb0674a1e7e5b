"""The settings of accelerator.yaml, each with its default.

They stand under `settings:`. Every one may be left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.manual.sentences import sentences
from hundredday.programme import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each setting with what it says, and its default where that is one value."""
    told, usual = sentences(Settings), Settings()
    for name in Settings.__dataclass_fields__:
        value = getattr(usual, name)
        said = told[name].partition(" For example: ")[0]
        shown = list(value) if isinstance(value, tuple) else str(value).lower()
        yield name, f"{said} ({shown})" if isinstance(value, (int, float, str, tuple)) else said
