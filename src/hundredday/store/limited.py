"""Reading a file that may be anything by the time it is opened: never a pipe, never a device, never without end."""

from __future__ import annotations

import errno
import os
from stat import S_ISREG

from hundredday.store.yaml.guards import LARGEST

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def read_limited(path: str | os.PathLike[str], *, follows: bool = False) -> bytes:
    """The bytes of a file; of one that is too large, or grows while it is read, no more than shows that it is.

    Args:
        path: the file.
        follows: whether it may be a link. Where the folder was looked through before, a link has come since.

    Raises:
        OSError: it is no file, or the system does not let us read it.
    """
    descriptor = os.open(path, _FLAGS if follows else _FLAGS | _NO_LINK)
    try:
        status = os.fstat(descriptor)
        if not S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "it is not a file")
        content = os.read(descriptor, min(status.st_size, LARGEST) + 1)
        while len(content) <= LARGEST and (more := os.read(descriptor, _SOME)):
            content += more
        return content
    finally:
        os.close(descriptor)


_SOME = 64 * 1024
