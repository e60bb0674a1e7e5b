"""What is wrong with a merged file, by the rules for files of its kind."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hundredday.programme.soundness import Challenges
from hundredday.store.accelerators import accelerator_problems
from hundredday.store.records import read_record
from hundredday.store.registers import read_register
from hundredday.store.walking import FOLDERS
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from hundredday.findings import Finding

SETTINGS = "accelerator.yaml"


class _Every(tuple[str, ...]):
    """A collection of ids in which every id is: whether a challenge is there, a merge of one file cannot know."""

    __slots__ = ()

    def __contains__(self, id_: object) -> bool:
        return True


_ANY_CHALLENGE = Challenges(_Every(), lambda _id: True)


def is_challenge(path: str) -> bool:
    """Whether a file, by its name from the root of a repository, is a challenge."""
    return "challenges" in PurePosixPath(path).parts[:-1]


def problems_of(source: bytes, path: str) -> tuple[Finding, ...]:
    """Every problem of a file, in its order."""
    if PurePosixPath(path).name == SETTINGS:
        return accelerator_problems(source, path)
    try:
        if is_challenge(path):
            return read_record(source, path).findings
        if kind := next((part for part in PurePosixPath(path).parts[:-1] if part in FOLDERS), None):
            return read_register(source, f"{kind}/{PurePosixPath(path).name}", _ANY_CHALLENGE).findings
        return parse(source, path).findings
    except BadFile as bad:
        return bad.findings
