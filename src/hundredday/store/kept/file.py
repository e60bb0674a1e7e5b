"""A file in the user's cache that may be lost at any time: not flushed to the disk, and checked when it is read.

Any trouble with it means that it is not there.
"""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday import __version__
from hundredday.store.kept.cache_folder import cache_folder

if TYPE_CHECKING:
    from hundredday.store.folder import Folder


class KeptFile(NamedTuple):
    """One kind of thing that is kept of a folder, in one shape."""

    folder: Folder
    kind: str
    shape: int

    def read(self) -> Any:
        """What is kept; None where nothing is, or it is damaged or another folder's."""
        home = cache_folder()
        try:
            head, _, body = (home / self._name).read_bytes().partition(b"\n") if home else (b"", b"", b"")
            return json.loads(body) if head == self._head(body) else None
        except (OSError, ValueError, RecursionError):
            return None

    def keep(self, plain: Any) -> None:
        """Keep something that JSON can hold, in place of what was kept."""
        home = cache_folder()
        if home is None:
            return
        body = json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass")
        beside = home / f".{self._name}.{os.getpid()}.tmp"
        with suppress(OSError):
            # A crash may leave a part of it, which the sum in its first line tells.
            beside.write_bytes(b"%b\n%b" % (self._head(body), body))
            beside.replace(home / self._name)

    @property
    def _name(self) -> str:
        root = str(self.folder.root).encode(errors="surrogateescape")
        return f"{zlib.crc32(root):08x}-{self.kind}.json"

    def _head(self, body: bytes) -> bytes:
        return f"{zlib.crc32(body):08x} {__version__} {self.shape} {str(self.folder.root)!r}".encode()
