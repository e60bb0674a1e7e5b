"""What is wrong with a merged file, by the rules for files of its kind."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hundredday.store.accelerators import accelerator_problems
from hundredday.store.reading import BadFile, parse
from hundredday.store.records import read_record

if TYPE_CHECKING:
    from hundredday.findings import Finding

SETTINGS = "accelerator.yaml"


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
        return parse(source, path).findings
    except BadFile as bad:
        return bad.findings
