"""The old content of a file, kept aside while the new one is not yet committed."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from glob import escape
from pathlib import Path

from hundredday.store.saving.atomic import remove, save, sync_folder


def set_aside(path: Path) -> Path | None:
    """A second name for a file, which keeps its content when the first name gets another.

    It takes no space, so that going back works on a full disk too; None where the disk knows no
    second names.
    """
    aside = path.with_name(f".{path.name}.hundredday-{os.getpid()}.old.tmp")
    with suppress(OSError):
        os.link(path, aside, follow_symlinks=False)
        return aside
    return None


def put_back(path: Path, old: bytes | None, aside: Path | None) -> None:
    """Give a file its old content again; a file that was new goes.

    Raises:
        CannotSave: it could not be done; the file holds what it held.
    """
    if old is None:
        if os.path.lexists(path):
            remove(path)
        return
    if aside is not None:
        with suppress(OSError):
            aside.replace(path)
            sync_folder(path)
            return
    save(path, old)


def kept(old: bytes, aside: Path | None) -> Path | None:
    """Where the old content is after all: aside, or where there is still room; None when nowhere."""
    if aside is not None and aside.exists():
        return aside
    with suppress(OSError):
        descriptor, name = tempfile.mkstemp(prefix="hundredday-", suffix=".yaml")
        os.close(descriptor)
        save(Path(name), old)
        return Path(name)
    return None


def left_aside(path: Path) -> tuple[Path, ...]:
    """What runs that were killed kept aside of a file."""
    return tuple(path.parent.glob(f".{escape(path.name)}.hundredday-*.old.tmp"))


def sweep(path: Path) -> None:
    """Take away what runs that were killed left beside a file. Only under the lock of the folder."""
    with suppress(OSError):
        for left in path.parent.glob(f".{escape(path.name)}.hundredday-*.tmp"):
            left.unlink(missing_ok=True)
