"""Reading accelerator.yaml, from what was kept of it where the file is unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.programme import Accelerator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hundredday.store.folder import Folder


def read_accelerator(
    folder: Folder, *, caches: bool, meanwhile: Callable[[], None] | None = None
) -> Accelerator:
    """The accelerator of a folder; every default where there is no file.

    Args:
        folder: whose.
        caches: whether what was kept of an unchanged file counts.
        meanwhile: is begun before the file is read, which takes long; not called where it need not be read.

    Raises:
        BadFile: it cannot be read, with every problem of it.
    """
    path = folder.accelerator_path
    if not path.is_file():
        return Accelerator(name=folder.root.name)

    def read(path: Path) -> Accelerator:
        if meanwhile:
            meanwhile()
        from hundredday.store.accelerators import read_accelerator_file

        return read_accelerator_file(path)

    if not caches:
        return read(path)
    from hundredday.store.kept_accelerators import accelerator_as_kept

    return accelerator_as_kept(folder, read)
