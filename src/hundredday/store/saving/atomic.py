"""Saving a file so that a crash at any instant leaves the old content or the new one, never half."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from stat import S_IMODE, S_ISLNK
from typing import TYPE_CHECKING

from hundredday.errors import Failure
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class CannotSave(Failure):
    """A file could not be written or removed.

    `written` tells whether the new content stands in the file nevertheless (the disk would not say
    that it is safe there); otherwise the file is as it was.
    """

    def __init__(self, text: str, mend: str = "", *, written: bool = False) -> None:
        super().__init__(text, mend)
        self.written = written


def save(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Replace a file's content whole: written beside it, flushed to the disk, renamed over it.

    The file keeps its mode and owner. A symbolic link is refused, not replaced. What comes in pieces is
    written piece by piece; where one of them fails, the file is as it was.

    Raises:
        CannotSave: with what happened; the old file stands unless `written` says otherwise.
    """
    beside = path.with_name(f".{path.name}.hundredday-{os.getpid()}.tmp")
    try:
        old = _status(path)
        try:
            _write(beside, content, old)
            beside.replace(path)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
    except OSError as error:
        raise _explained(path, error) from error
    sync_folder(path)


def remove(path: Path) -> None:
    """Remove a file, so that it stays removed after a power cut.

    Raises:
        CannotSave: with what happened.
    """
    try:
        _status(path)
        path.unlink()
    except OSError as error:
        raise _explained(path, error) from error
    sync_folder(path)


def _status(path: Path) -> os.stat_result | None:
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    if S_ISLNK(status.st_mode):
        raise CannotSave(
            _("{path} is a symbolic link, and links are not written through.").format(path=path),
            _("Put the file itself in its place, or change the file that the link leads to."),
        )
    return status


def _write(beside: Path, content: bytes | Iterable[bytes], old: os.stat_result | None) -> None:
    descriptor = _opened(beside)
    try:
        if old is not None:
            _take_over(descriptor, old)
        for piece in (content,) if isinstance(content, bytes) else content:
            rest = memoryview(piece)
            while rest:  # a disk that is nearly full takes a part without an error
                rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _opened(beside: Path) -> int:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        return os.open(beside, flags, 0o666)
    except FileExistsError:
        # The name carries our process id: whoever left this file is dead.
        beside.unlink()
        return os.open(beside, flags, 0o666)


def _take_over(descriptor: int, old: os.stat_result) -> None:
    if os.name == "nt":
        return
    new = os.fstat(descriptor)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(PermissionError):  # only root may give files away
            os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, S_IMODE(old.st_mode))


def sync_folder(path: Path) -> None:
    """See the names of a file's folder safe on the disk.

    Raises:
        CannotSave: the disk does not confirm it.
    """
    if os.name == "nt":
        return
    try:
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in _NOT_KNOWN_HERE:
            return
        raise CannotSave(
            _("{path} was changed, but the disk did not confirm it ({strerror}).").format(
                path=path, strerror=error.strerror
            ),
            _("Check the disk, then look at the file before going on."),
            written=True,
        ) from error


def _explained(path: Path, error: OSError) -> CannotSave:
    number = error.errno or 0
    if number in _KINDS:
        text, mend = _KINDS[number]
        return CannotSave(_("{path} could not be saved: {text}.").format(path=path, text=_(text)), _(mend))
    return CannotSave(
        _("{path} could not be saved: {strerror}.").format(path=path, strerror=error.strerror or error),
        _("The file is as it was; check the disk."),
    )


# Some file systems cannot flush a folder; there is nothing more that could be done there.
_NOT_KNOWN_HERE = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES})
_FULL = (N_("the disk is full"), N_("The file is as it was. Free some space and run the command again."))
_RIGHT = (
    N_("you do not have the right to write there"),
    N_("The file is as it was. Ask the owner of the folder for write permission."),
)
_GONE = (
    N_("its folder is gone"),
    N_("Check whether the folder was moved or renamed, then run the command again."),
)
_KINDS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: (
        N_("the file would be larger than this system allows"),
        N_("The file is as it was. Ask your administrator about the limit on file sizes (ulimit -f)."),
    ),
    errno.EROFS: (
        N_("the folder is on a disk that is read-only"),
        N_("The file is as it was. Copy the folder to a disk that can be written, and work there."),
    ),
    errno.EACCES: _RIGHT,
    errno.EPERM: _RIGHT,
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
}
