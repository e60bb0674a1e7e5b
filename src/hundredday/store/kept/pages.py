"""What the last report of a folder was made from, kept so that the next one is quick: a cache, never the only place of a fact.

Any trouble with what is kept means that it is not there.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday import __version__
from hundredday.store.kept.cache_folder import cache_folder
from hundredday.store.saving.atomic import CannotSave, save

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_SHAPE = f"{__version__}-pages-3"


class KeptPage(NamedTuple):
    """A page: the digests of what it was made from and of what was written, and what else was learnt then."""

    made_from: str
    written: str
    facts: Any = None


def kept_pages(root: Path) -> Mapping[str, KeptPage]:
    """What is kept of the report in a folder, by the name of the page."""
    path = _path(root)
    try:
        plain = json.loads(path.read_bytes()) if path else None
        if not plain or plain["about"] != _about(root):
            return {}
        return {
            name: KeptPage(str(made), str(written), facts)
            for name, (made, written, facts) in plain["pages"].items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def keep_pages(root: Path, pages: Mapping[str, KeptPage]) -> None:
    """Keep what a report was made from."""
    path = _path(root)
    if path is not None:
        plain = {"about": _about(root), "pages": pages}
        with suppress(OSError, CannotSave):
            save(path, json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _path(root: Path) -> Path | None:
    home = cache_folder()
    return home / f"{zlib.crc32(str(root).encode(errors='surrogateescape')):08x}-pages.json" if home else None


def _about(root: Path) -> str:
    return f"{_SHAPE} {str(root)!r}"
