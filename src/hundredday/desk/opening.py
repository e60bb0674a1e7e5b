"""Reading the files of the folder, with a sentence for each way in which that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.errors import ExitCode, Failure
from hundredday.language import _
from hundredday.store.limited import read_limited
from hundredday.store.records import Record, read_record

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.store.folder import ChallengeFile, Folder
    from hundredday.store.registers import RegisterFile


class CannotRead(Failure):
    """A file that the system does not let us read."""

    exit_code = ExitCode.BAD_FILE


def read_bytes(path: Path, shown: str) -> bytes:
    """The bytes of a file.

    Raises:
        CannotRead: it is gone, a folder, or not ours to read.
    """
    try:
        if not path.is_file():
            # A pipe would keep us waiting, and a device has no end; what is not there has its own words.
            path.stat()
            raise CannotRead(
                _("{shown} is not a file.").format(shown=shown),
                _("Name a file, or nothing to check all of them."),
            )
        return read_limited(path, follows=True)
    except FileNotFoundError as error:
        raise CannotRead(
            _("There is no file {shown}.").format(shown=shown),
            _("Look at its name; `hundredday check` alone checks all."),
        ) from error
    except OSError as error:
        raise _refused(error, shown) from error


def read_whole(path: Path) -> bytes:
    """The bytes of a file that is no challenge's; of one beyond what any import takes only the beginning.

    Raises:
        CannotRead: it is gone, a folder, or not ours to read.
    """
    try:
        if path.is_dir():
            raise CannotRead(_("{shown} is a folder.").format(shown=path), _("Name a file in it."))
        with path.open("rb") as file:  # a pipe is welcome here, and a device without an end is cut
            return file.read(_LARGEST + 1)
    except FileNotFoundError as error:
        raise CannotRead(
            _("There is no file {shown}.").format(shown=path),
            _("Look at its name, and in which folder you are."),
        ) from error
    except OSError as error:
        raise _refused(error, str(path)) from error


def read_file(folder: Folder, file: ChallengeFile) -> Record:
    """The challenge of a file.

    Raises:
        BadFile, CannotRead: it cannot be read as a challenge.
    """
    return read_record(read_source(folder, file), file.path)


def read_source(folder: Folder, file: ChallengeFile | RegisterFile) -> bytes:
    """The bytes of a file of the folder, as it is or as it was.

    Raises:
        CannotRead: it is gone, or not ours to read.
    """
    try:
        return folder.read(file)
    except OSError as error:
        raise _refused(error, file.path) from error


def _refused(error: OSError, shown: str) -> CannotRead:
    return CannotRead(
        _("{shown} cannot be read: {strerror}.").format(shown=shown, strerror=error.strerror or error),
        _("See who may read it, and that it is a file."),
    )


_LARGEST = 64 * 1024 * 1024
"""More than the importers take, so that they say so."""
