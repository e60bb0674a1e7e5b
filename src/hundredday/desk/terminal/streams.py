"""The three streams as they are found: closed, full, without a reader, or of an encoding that lacks a letter."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from typing import TYPE_CHECKING, TextIO, cast

from hundredday.errors import ExitCode
from hundredday.language import _

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Voice(io.FileIO):
    """A stream on which nothing that is said stops the work: what cannot be written is dropped, and why is kept."""

    lost: OSError | None = None

    def write(self, said: ReadableBuffer, /) -> int:
        """All of it, on a reader who is slow too; as if it were written where it cannot be."""
        size = memoryview(said).nbytes
        while self.lost is None:
            try:
                # None: the reader has asked not to be waited for, as some programs ask of all they start.
                if (count := super().write(said)) is not None:
                    return count
                self._wait()
            except OSError as error:
                self.lost = error
        return size

    def _wait(self) -> None:
        from select import select

        select([], [self.fileno()], [])


def open_streams() -> None:
    """Make the streams of this process such that they can be read from and written to, whatever they are."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, _nothing(number, mode))
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # whoever asks says that it is no text
    sys.stdout = _voiced(sys.stdout, "replace")
    sys.stderr = _voiced(sys.stderr, "backslashreplace")
    for name in ("COLUMNS", "LINES"):
        # Rich takes “²” for a number, and a screen a million columns wide for one to fill.
        if not re.fullmatch("[0-9]{1,4}", os.environ.get(name, "80")):
            del os.environ[name]


def escape_letters() -> None:
    """What follows on standard output is JSON: letters that its encoding lacks are escaped as JSON does it."""
    if sys.stdout.encoding.lower() not in {"utf-8", "utf8"} and isinstance(sys.stdout, io.TextIOWrapper):
        from codecs import register_error

        register_error(_ESCAPED, _as_in_json)
        sys.stdout.reconfigure(errors=_ESCAPED)


def nobody_listens() -> bool:
    """Whether what is written on standard output is lost."""
    return _lost() is not None


def ended(code: int) -> int:
    """The exit code, once it is known whether all was said: a reader who has gone has what they wanted."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    lost = _lost()
    # Windows says “invalid argument” of a pipe without a reader.
    if lost is None or lost.errno in {errno.EPIPE, errno.EINVAL} or code != ExitCode.DONE:
        return code
    sys.stderr.write(
        _("error: The output could not be written: {why}.").format(why=lost.strerror or lost)
        + "\n"
        + _("  The command itself was done; only what it said is lost.")
        + "\n"
    )
    return ExitCode.FINDINGS


_ESCAPED = "hundredday.escaped"


def _lost() -> OSError | None:
    return getattr(_raw(sys.stdout), "lost", None)


def _raw(stream: TextIO) -> object:
    buffer = getattr(stream, "buffer", None)
    return getattr(buffer, "raw", buffer)


def _voiced(stream: TextIO, errors: str) -> TextIO:
    """The stream over a voice; what leaves through a pipe is UTF-8, and a console of Windows stays what it is."""
    if type(_raw(stream)) is not io.FileIO:
        return stream
    stream.flush()
    voice = io.BufferedWriter(Voice(stream.fileno(), "w", closefd=False))
    return cast(
        "TextIO",
        io.TextIOWrapper(
            voice,
            encoding=stream.encoding if stream.isatty() or "PYTHONIOENCODING" in os.environ else "utf-8",
            errors=errors,
            line_buffering=stream.isatty() or stream is sys.stderr,
        ),
    )


def _nothing(number: int, mode: str) -> TextIO:
    """A stream of nothing in the place of one that is closed: else the next file that is opened would stand there."""
    descriptor = os.open(os.devnull, os.O_RDWR)
    try:
        os.fstat(number)
    except OSError:
        os.dup2(descriptor, number)
        os.close(descriptor)
        descriptor = number
    return cast("TextIO", open(descriptor, mode, encoding="utf-8", closefd=False))


def _as_in_json(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import json

    return json.dumps(error.object[error.start : error.end])[1:-1], error.end
