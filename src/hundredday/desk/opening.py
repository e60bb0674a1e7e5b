"""Reading the files of the folder, with a sentence for each way in which that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.errors import ExitCode, Failure
from hundredday.store.records import Record, read_record

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.store.folder import ChallengeFile, Folder


class CannotRead(Failure):
    """A file that the system does not let us read."""

    exit_code = ExitCode.BAD_FILE


def read_bytes(path: Path, shown: str) -> bytes:
    """The bytes of a file.

    Raises:
        CannotRead: it is gone, a folder, or not ours to read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(
            f"{shown} cannot be read: {error.strerror or error}.",
            "See who may read it, and that it is a file.",
        ) from error


def read_file(folder: Folder, file: ChallengeFile) -> Record:
    """The challenge of a file.

    Raises:
        BadFile, CannotRead: it cannot be read as a challenge.
    """
    return read_record(read_bytes(folder.absolute(file), file.path), file.path)
