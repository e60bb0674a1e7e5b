"""Reading accelerator.yaml, from what was kept of it where the file is unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.programme import Accelerator

if TYPE_CHECKING:
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
    index = Index.of(folder) if caches else None
    if index and (kept := index.kept_accelerator(path)):
        return kept
    from hundredday.store.accelerators import read_accelerator_file

    accelerator = read_accelerator_file(path)
    if index:
        index.keep_accelerator(path, accelerator)
    return accelerator
