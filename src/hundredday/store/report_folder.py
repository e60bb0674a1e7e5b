"""The folder of a report: only what was written there before is replaced or removed, and nothing beside it."""

from __future__ import annotations

import hashlib
import json
import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hundredday.store.folder import Folder

LIST = ".hundredday-report.json"
"""The file in which a report says which pages are its own."""

_PAGE = re.compile(r"(?:challenges/)?[a-z0-9_-]{1,80}\.html")
_HALF = re.compile(r"\.[a-z0-9_.-]+\.half")


class ReportFolder:
    """A folder that is new, empty, or holds an earlier report and nothing else."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._before = _listed(root)
        self._began: set[str] = set()
        _refuse_foreign(root, self._before)

    @classmethod
    def at(cls, path: Path, folder: Folder) -> ReportFolder:
        """The folder of a report of an accelerator.

        Raises:
            WrongUsage: it holds files that are no report, or is a place where none may be.
        """
        root = path.resolve()
        inner = [folder.root / name for name in ("challenges", "training", "exchange", ".git")]
        if root == folder.root or folder.root.is_relative_to(root):
            raise WrongUsage(
                _("{path} holds the accelerator itself.").format(path=path), _("Name a folder of its own.")
            )
        if any(root == one or root.is_relative_to(one) for one in inner):
            raise WrongUsage(
                _("{path} lies among the files of the accelerator.").format(path=path),
                _("Name a folder beside them, such as report."),
            )
        return cls(root)

    def digest(self, name: str) -> str | None:
        """The digest of a page as it stands there now, whoever wrote it last."""
        with suppress(OSError), open(f"{self.root}/{name}", "rb") as file:  # noqa: PTH123 (quicker, for every page)
            return _digest(file.read())
        return None

    def begin(self, names: Iterable[str]) -> None:
        """Say which pages there will be, before the first of them is written."""
        self._began |= {*names}
        for folder in {"", *(name.rpartition("/")[0] for name in self._began)}:
            (self.root / folder).mkdir(parents=True, exist_ok=True)
        self._list({*self._began, *self._before})

    def write(self, name: str, page: str) -> tuple[bool, str]:
        """Write a page; whether it was another one before, and the digest of what was written."""
        path = self.root / name
        content = page.encode("utf-8", "replace")
        digest = _digest(content)
        if digest == self.digest(name):
            return False, digest
        half = path.with_name(f".{path.name}.half")
        half.write_bytes(content)
        half.replace(path)
        return True, digest

    def end(self, names: Iterable[str]) -> int:
        """Remove the pages of the last report that are not of this one; how many they were."""
        names = {*names}
        gone = self._before - names
        for name in gone:
            (self.root / name).unlink(missing_ok=True)
        self._list(names)
        return len(gone)

    def _list(self, names: Iterable[str]) -> None:
        text = json.dumps({"report": "hundredday", "pages": sorted(names)}, indent=1)
        path = self.root / LIST
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _listed(root: Path) -> set[str]:
    """The pages of an earlier report; none where its list is missing or is not one of ours."""
    try:
        plain = json.loads((root / LIST).read_bytes())
        return {name for name in plain["pages"] if isinstance(name, str) and _PAGE.fullmatch(name)}
    except (OSError, ValueError, TypeError, KeyError):
        return set()


def _refuse_foreign(root: Path, known: set[str]) -> None:
    if not os.path.lexists(root):
        return
    if not root.is_dir():
        raise WrongUsage(
            _("{root} is not a folder.").format(root=root), _("Name a new folder, or an empty one.")
        )
    for path in _files(root):
        name = path.relative_to(root).as_posix()
        if path.is_symlink() or not (name in known or name == LIST or _HALF.fullmatch(path.name)):
            raise WrongUsage(
                _("{root} holds files that are no report, such as {name}.").format(root=root, name=name),
                _("Name a new folder, or an empty one."),
            )


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path
