"""What git lists, read while git works: parts between zeros, of which a text without end gives only its beginning."""

from __future__ import annotations

import os
import selectors
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import Popen

TEXT = "%x1d"
"""Stands in a format before what a person wrote, which can be as long as a person likes."""

LONGEST = 4096
"""Bytes of such a text that are kept: a subject of a hundred megabytes is nobody's sentence."""

_TEXT = b"\x1d"
_CHUNK = 1 << 16


class Parts:
    """The parts of an output between its zeros, as far as it was heard."""

    def __init__(self) -> None:
        self._whole: list[bytes] = []
        self._open = bytearray()

    def take(self, chunk: bytes) -> None:
        """The output goes on."""
        begun, *others = chunk.split(b"\0")
        self._open += begun
        if len(self._open) > LONGEST:
            self._open = bytearray(_shortened(bytes(self._open)))
        if others:
            longest = max(map(len, others))
            self._whole.append(bytes(self._open))
            self._whole += map(_shortened, others[:-1]) if longest > LONGEST else others[:-1]
            self._open = bytearray(others[-1])

    def all(self) -> list[bytes]:
        """All of them, when nothing comes any more."""
        return [*self._whole, bytes(self._open)]


def _shortened(part: bytes) -> bytes:
    return part[:LONGEST] if part.startswith(_TEXT) else part


def hear(process: Popen[bytes], take: Callable[[bytes], None]) -> bytes:
    """Give every chunk of what a process says, as it comes, until it ends; what it says of errors is the answer."""
    assert process.stdout
    assert process.stderr
    if os.name == "nt":  # where pipes cannot be waited for
        out, said = process.communicate()
        take(out)
        return said
    errors = bytearray()
    with selectors.DefaultSelector() as waiting:
        waiting.register(process.stdout, selectors.EVENT_READ, take)
        waiting.register(process.stderr, selectors.EVENT_READ, errors.extend)
        while waiting.get_map():
            for key, _ in waiting.select():
                chunk = os.read(key.fd, _CHUNK)
                if chunk:
                    key.data(chunk)
                else:
                    waiting.unregister(key.fileobj)
    return bytes(errors)
