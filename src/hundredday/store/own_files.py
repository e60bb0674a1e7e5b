"""The files that an accelerator lives by: no result is written in the place of one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.language import _
from hundredday.store.folder import Folder

if TYPE_CHECKING:
    from pathlib import Path

_FOLDERS = ("challenges", "training", "exchange")
_FILES = ("accelerator.yaml", ".gitattributes", ".gitignore")


def refuse_own_file(path: Path) -> None:
    """Refuse to write a result over a file of an accelerator, be it this one or another.

    Raises:
        WrongUsage: it is a file of git's or of an accelerator's, or would be read as one.
    """
    if _is_own(path.resolve()):
        raise WrongUsage(
            _("{path} lies among the files of the accelerator.").format(path=path),
            _("Name a file beside them."),
        )


def _is_own(there: Path) -> bool:
    if ".git" in there.parts:
        return True
    with suppress(WrongUsage):  # there is no accelerator around it, or no folder yet
        parts = there.relative_to(Folder.find(there.parent).root).parts
        return parts in {(name,) for name in _FILES} or (
            parts[0] in _FOLDERS and there.suffix.lower() in {".yaml", ".yml"}
        )
    return False
