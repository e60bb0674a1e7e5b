"""One writer at a time: a lock of the operating system, freed when its holder ends however it ends."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from hundredday.errors import ExitCode, Failure
from hundredday.harmless import one_line
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class Locked(Failure):
    """Someone else is changing this folder, or it cannot be locked at all."""

    exit_code: ClassVar[ExitCode] = ExitCode.GIT


@contextmanager
def locked(path: Path, *, wait: float = 10.0, say: Callable[[str], None] | None = None) -> Iterator[None]:
    """Hold a lock file while changing the folder; nobody locks for reading.

    The lock is the kernel's, not the file: the file stays, and a dead holder's lock is free at once.
    Two locks of one process exclude each other too.

    Args:
        path: the lock file; it is made when it is not there. Its folder must exist.
        wait: seconds to wait for one holder. Where one writer follows the other, none of them is stuck,
            and the wait goes on, up to sixty times as long: nobody keeps the order of a queue here.
        say: told once who is waited for, when that takes longer than a moment.

    Raises:
        Locked: someone held it all the while (says who, since when), or it could not be made.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except OSError as error:
        raise Locked(
            _("The lock {path} could not be made: {strerror}.").format(path=path, strerror=error.strerror),
            _("Nothing was changed. Check that you may write into that folder."),
        ) from error
    try:
        _take(descriptor, path, wait, say)
        _introduce(descriptor)
        try:
            yield
        finally:
            with suppress(OSError):
                os.ftruncate(descriptor, 0)
            _free(descriptor)
    finally:
        os.close(descriptor)


def introduction() -> dict[str, str | int]:
    """Who this process is, for others who come across what it left: user, machine, moment, command."""
    import getpass
    import platform

    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        user = "someone"
    return {
        "pid": os.getpid(),
        "user": user,
        "host": platform.node(),
        "since": datetime.fromtimestamp(time.time()).astimezone().isoformat(sep=" ", timespec="seconds"),
        "command": " ".join(["hundredday", *sys.argv[1:]])[:_LONGEST_COMMAND],
    }


def _take(descriptor: int, path: Path, wait: float, say: Callable[[str], None] | None) -> None:
    begun = time.monotonic()
    until, holder = begun + wait, b""
    while not _try(descriptor):
        now, was = time.monotonic(), holder
        holder = _written(descriptor)
        if holder != was:
            until = min(now + wait, begun + _QUEUE * wait)
        if now >= until:
            raise Locked(
                _("Another command is changing this folder: {descriptor}.").format(descriptor=_named(holder)),
                _("Wait until it has ended, then run the command again. (The lock is {path}.)").format(
                    path=path
                ),
            )
        # Whoever has just taken it has not written their name yet.
        if say and now - begun > (_A_MOMENT if holder else 2 * _A_MOMENT):
            say(_("waiting for another command here: {holder}").format(holder=_named(holder)))
            say = None
        time.sleep(0.02)


def _introduce(descriptor: int) -> None:
    text = json.dumps(introduction()).encode()
    with suppress(OSError):  # who holds it is a courtesy: on a full disk the lock holds all the same
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, text)


def _written(descriptor: int) -> bytes:
    with suppress(OSError):
        os.lseek(descriptor, 0, os.SEEK_SET)
        return os.read(descriptor, _LONGEST)
    return b""


def _named(holder: bytes) -> str:
    """Who holds the lock, from what they wrote; anything unreadable is `another process`."""
    try:
        about = json.loads(holder)
        said = {name: one_line(str(about[name])) for name in ("user", "host", "since", "pid", "command")}
        return _("{user} on {host} since {since}, process {process} ({command})").format(
            process=said["pid"], **said
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return _("another process")


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _free(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise Locked(
                _("This folder cannot be locked: {strerror}.").format(strerror=error.strerror),
                _("Nothing was changed. Keep the folder on a disk of this machine, not on a network share."),
            ) from error
        return True

    def _free(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


_FAR = 1 << 30  # a byte that nobody reads: Windows locks bytes, and the first ones say who holds it
_LONGEST = 4096
_LONGEST_COMMAND = 200
_QUEUE = 60
_A_MOMENT = 2.0
