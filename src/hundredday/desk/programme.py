"""Reading accelerator.yaml, from what was kept of it where the file is unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.programme import Accelerator

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.store.folder import Folder


def read_accelerator(folder: Folder, *, caches: bool) -> Accelerator:
    """The accelerator of a folder; every default where there is no file.

    Raises:
        BadFile: it cannot be read, with every problem of it.
    """
    from hundredday.store.index import Index

    path = folder.accelerator_path
    if not path.is_file():
        return Accelerator(name=folder.root.name)
    return Index.of(folder, caches=caches).accelerator(path, _read)


def _read(path: Path) -> Accelerator:
    from hundredday.store.accelerators import read_accelerator_file

    return read_accelerator_file(path)
