"""Templates compiled once and kept beside themselves, as Python keeps its own modules in `__pycache__`."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.bccache import Bucket


class BesideTemplates(BytecodeCache):
    """Compiled templates in the folder of the templates; where nothing can be written there, none are kept.

    Each is compared with the template it was made from. They lie among the program's own files and
    nowhere else, because whoever can write them can make them do anything.
    """

    def __init__(self, templates: Path) -> None:
        self._folder = templates / "__pycache__"

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, ValueError, EOFError, TypeError):
            checksum, __, code = self._path(bucket).read_bytes().partition(b"\n")
            if checksum == bucket.checksum.encode():
                bucket.code = marshal.loads(code)  # noqa: S302 (as Python reads its own modules)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        path = self._path(bucket)
        half = path.with_suffix(f".{os.getpid()}.half")
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            half.write_bytes(bucket.checksum.encode() + b"\n" + marshal.dumps(bucket.code))
            half.replace(path)

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{sys.implementation.cache_tag}.pyc"
