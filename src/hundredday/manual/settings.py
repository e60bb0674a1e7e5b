"""The settings of accelerator.yaml, each with its default.

They stand under `settings:`. Every one may be left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _
from hundredday.manual.sentences import sentences
from hundredday.programme import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLE = " For example: "
"""What parts the sentence of a setting from its example."""


def rows() -> Iterator[tuple[str, str]]:
    """Each setting with what it says, and its default where that is one value."""
    told, usual = sentences(Settings), Settings()
    for name in Settings.__dataclass_fields__:
        value = getattr(usual, name)
        said = _(told[name].partition(EXAMPLE)[0])
        shown = list(value) if isinstance(value, tuple) else str(value).lower()
        yield name, f"{said} ({shown})" if isinstance(value, (int, float, str, tuple)) else said
