"""Whether a file says what the last commit says: of what was not committed, no audit can speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.findings import Severity
from hundredday.git.contents import content_id, files_at, is_changed
from hundredday.history.audit import AuditFinding
from hundredday.language import _
from hundredday.mends import command, with_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.git import Repository
    from hundredday.store.folder import ChallengeFile, Folder

RULE = "not-committed"


class Committed(NamedTuple):
    """The files of a folder as the last commit has them: ids of contents by the names from the root of the repository.

    `above` is the way from there to the folder, ended by `/`; "" where they are one.
    """

    repository: Repository
    folder: Folder
    above: str
    blobs: Mapping[str, str]

    @classmethod
    def at(cls, repository: Repository, folder: Folder, head: str) -> Committed:
        """The challenges of a folder at a commit."""
        blobs = files_at(repository, head, folder.challenges_path)
        return cls(repository, folder, repository.above(folder.root), blobs)

    def differing(self, file: ChallengeFile, content: bytes) -> Iterator[AuditFinding]:
        """A finding where a file says something else than the commit."""
        # To look through links for every file would take as long as to look at the file.
        path = self.folder.root / file.path
        blob = self.blobs.get(f"{self.above}{file.path}") or self.blobs.get(self.repository.relative(path))
        if blob and content_id(content, blob) == blob:
            return
        if blob is None or is_changed(self.repository, path, content):
            text = _("What this says was not committed yet: no audit can speak of it.")
            mend = with_id(command("save"), file.id)
            yield AuditFinding(RULE, Severity.WARNING, file.id, "", "", "", text, mend)
