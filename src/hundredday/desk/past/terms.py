"""Which accelerator.yaml held at each commit of a walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.past.versions import BeforeUnknown
from hundredday.git.contents import blob_id
from hundredday.programme import Accelerator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hundredday.desk.past.versions import Past
    from hundredday.desk.past.walk import Walk
    from hundredday.git import Repository
    from hundredday.git.commits import Commit
    from hundredday.history.audit import Replayed

_SETTINGS = "accelerator.yaml"


class Terms:
    """The settings of an accelerator at each commit, from the folder in which it stood then.

    Args:
        repository: where they are kept.
        walk: the commits.
        past: what reads them.
        recalled: commits from before the walk.
        known: what was found up to where the walk begins.
    """

    def __init__(
        self,
        repository: Repository,
        walk: Walk,
        past: Past,
        recalled: Sequence[Commit],
        known: Replayed | None,
    ) -> None:
        self._repository, self._walk, self._past = repository, walk, past
        self._paths = {f"{folder}{_SETTINGS}" for folder in walk.folders.names}
        self._files: dict[str, Mapping[str, str | None]] = {}
        self._is_whole = known is None
        if known:
            self._files[known.head] = {self._path(known.head): past.know(*known.terms)}
        for row in (*recalled, *walk.rows):
            if not row.is_edge or row.id not in self._files:
                self._files[row.id] = self._at_edge(row.id) if row.is_edge else self._after(row)

    def blob(self, commit: str) -> str | None:
        """The id of the content that held at a commit; None where there was no such file."""
        files = self._files.get(commit, {})
        found = (files.get(f"{folder}{_SETTINGS}") for folder in self._walk.stood_in(commit))
        return next((blob for blob in found if blob), None)

    def accelerator(self, commit: str) -> Accelerator:
        """The settings that held at a commit."""
        return self._past.accelerator(self.blob(commit)) or Accelerator()

    def sure(self, commit: str) -> Accelerator:
        """The settings that held at a commit, also at one from before the walk.

        Raises:
            BeforeUnknown: they cannot be read there, and which were the last before them was not asked about.
        """
        if commit not in self._files:
            self._files[commit] = self._at_edge(commit)
        if not self._is_whole and self._past.accelerator(self.blob(commit)) is None:
            raise BeforeUnknown
        return self.accelerator(commit)

    def _path(self, commit: str) -> str:
        return f"{self._walk.stood_in(commit)[0]}{_SETTINGS}"

    def _at_edge(self, commit: str) -> Mapping[str, str | None]:
        path = self._path(commit)
        return {path: blob_id(self._repository, commit, self._repository.root / path)}

    def _after(self, row: Commit) -> Mapping[str, str | None]:
        files = self._files.get(row.parents[0], {}) if row.parents else {}
        for one in row.changes[0]:
            if one.path in self._paths or one.old_path in self._paths:
                # A file that cannot be read switches nothing off: the last one that could be read counts.
                last = files.get(one.old_path or "") or files.get(one.path or "")
                is_read = self._past.accelerator(one.blob) is not None
                files = {**files, one.old_path or "": None, one.path or "": one.blob if is_read else last}
        return files


def is_settings(path: str | None) -> bool:
    """Whether a path is that of an accelerator's settings."""
    return path is not None and path.rpartition("/")[2] == _SETTINGS
