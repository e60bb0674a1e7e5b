"""Whether git is told to show another history than the one that was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.git.refs import has_none
from hundredday.git.running import read

if TYPE_CHECKING:
    from hundredday.git.repository import Repository


_REPLACED = "refs/replace/"


def is_grafted(repository: Repository) -> bool:
    """Whether a file of grafts gives commits other parents."""
    try:
        text = (repository.common_dir / "info" / "grafts").read_bytes()
    except OSError:
        return False
    return any(line.strip() and not line.startswith(b"#") for line in text.splitlines())


def replacements(repository: Repository) -> int:
    """How many objects are replaced by others."""
    if has_none(repository.common_dir, _REPLACED):
        return 0
    return len(read(repository.root, "for-each-ref", "--format=%(refname)", _REPLACED).text.split())
