"""What accelerator.yaml meant when it was last read, kept beside its stamp: every command asks for it.

A file of its own, so that a command that asks nothing else of the index opens no database.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from hundredday.programme.keeping import accelerator_from, plain_accelerator
from hundredday.store.kept.file import KeptFile
from hundredday.store.kept.scan import RACY_NS, stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hundredday.programme import Accelerator
    from hundredday.store.folder import Folder

_SHAPE = 1


def accelerator_as_kept(folder: Folder, read: Callable[[Path], Accelerator]) -> Accelerator:
    """accelerator.yaml as it was read last when it is unchanged, else as it is read now.

    Raises:
        Exception: whatever `read` does.
    """
    path, kept = folder.accelerator_path, KeptFile(folder, "accelerator", _SHAPE)
    at, stamp = time.time_ns(), list(stamp_of(path.stat()))
    if known := _known(kept, stamp):
        return known
    accelerator = read(path)
    if max(stamp[1:3]) < at - RACY_NS:
        kept.keep({"stamp": stamp, "accelerator": plain_accelerator(accelerator)})
    return accelerator


def _known(kept: KeptFile, stamp: list[int]) -> Accelerator | None:
    try:
        plain = kept.read()
        return accelerator_from(plain["accelerator"]) if plain and plain["stamp"] == stamp else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
