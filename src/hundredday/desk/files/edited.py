"""Which challenge files are not byte for byte as they were committed: what git would call them is kept between runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.git import content_id, files_at, head_of
from hundredday.store.kept.index import Index, Question
from hundredday.store.kept.scan import file_at, scan_of
from hundredday.store.kept.sheets import ANY_DAY, Sheet, Told

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.store.folder import ChallengeFile
    from hundredday.store.kept.scan import Scan
    from hundredday.store.kept.sheets import Wanted


def edited(desk: Desk, repository: Repository, only: ChallengeFile | None = None) -> Iterator[ChallengeFile]:
    """The files that are not as they were committed, and those that cannot be read: the others are not parsed."""
    head = head_of(repository)
    scan = desk.folder.scan() if only is None else scan_of([only])
    committed = files_at(repository, head, desk.folder.challenges_path) if head else {}
    above = repository.above(desk.folder.root)
    like = head or ""
    now = {only.path: _blob_id(desk, only, like)} if only else blob_ids(desk, scan, like=like)
    for path in scan.paths():
        blob = committed.get(f"{above}{path}")
        if blob is None or now.get(path) != blob:
            yield file_at(path)


def blob_ids(desk: Desk, scan: Scan, *, like: str) -> Mapping[str, str | None]:
    """The ids that git gives to the contents of all challenge files that can be read, by path.

    Git's own index is not asked: it can be told to see no change in a file.

    Args:
        desk: where they lie.
        scan: the files as they are.
        like: an id of the kind that the repository has.
    """

    def read(wanted: Sequence[Wanted]) -> list[Told]:
        found = ((one.path, _blob_id(desk, file_at(one.path), like)) for one in wanted)
        return [Told(path, None if blob is None else (ANY_DAY, blob)) for path, blob in found]

    def answer(database: sqlite3.Connection) -> Mapping[str, str | None]:
        return dict(database.execute("select path, id from blob").fetchall())

    sheet = Sheet("blob", terms=str(len(like)), of_text=True)
    index = Index.of(desk.folder, caches=desk.given.caches)
    return index.ask(Question(scan, sheet, read), answer)


def _blob_id(desk: Desk, file: ChallengeFile, like: str) -> str | None:
    try:
        return content_id(desk.folder.read(file), like)
    except OSError:  # said when it is opened
        return None
