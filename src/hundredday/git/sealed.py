"""Whether anything was ever sealed: most repositories have no seal, and ask git nothing about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.git.refs import has_none

if TYPE_CHECKING:
    from hundredday.git.repository import Repository

PREFIX = "hundredday/seal/"
TAGS = f"refs/tags/{PREFIX}"
"""Where seals stand."""
SEEN = "refs/hundredday/sealed/"
"""Where we keep the ones that were seen."""


def is_sealed(repository: Repository) -> bool:
    """Whether a seal stands here, or one was seen; so too where only git can say."""
    return not (has_none(repository.common_dir, TAGS) and has_none(repository.common_dir, SEEN))
