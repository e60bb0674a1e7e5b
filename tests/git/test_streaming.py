"""Contents that come through one git process, in whatever order they are asked for."""

from __future__ import annotations

from random import Random

import pytest

from hundredday.git import Blobs, GitFailed, Repository, commit, content_id
from hundredday.git.listing import LONGEST, Parts


def kept(repository: Repository, many: int, size: int) -> dict[str, bytes]:
    """So many contents of about so many bytes, by their ids."""
    contents = [f"{number} ".encode() * (size // 3) for number in range(many)]
    paths = [repository.root / f"{number}.yaml" for number in range(many)]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    made = commit(repository, paths, "All")
    return {content_id(content, made): content for content in contents}


@pytest.mark.parametrize("size", [3, 200_000], ids=["small ones", "larger than any pipe"])
def test_what_was_announced_comes_in_whatever_order_it_is_asked_for(
    repository: Repository, size: int
) -> None:
    contents = kept(repository, 130, size)
    drawn = Random(7)

    for about_right in (True, False):
        soon = list(contents)
        asked = soon if about_right else drawn.sample(soon, len(soon))
        again = drawn.sample(soon, 20)
        blobs = Blobs(repository, soon=soon)

        assert [blobs.read(blob) for blob in (*asked, *again)] == [
            contents[blob] for blob in (*asked, *again)
        ]


def test_what_was_not_announced_comes_between_what_was(repository: Repository) -> None:
    contents = kept(repository, 120, 30)
    soon, others = list(contents)[:60], list(contents)[60:]
    blobs = Blobs(repository, soon=soon)

    for one, other in zip(soon, others, strict=True):
        assert blobs.read(one) == contents[one]
        assert blobs.read(other) == contents[other]


def test_a_missing_content_is_said_where_it_is_asked_for(repository: Repository) -> None:
    contents = kept(repository, 3, 30)
    first, *rest = contents
    blobs = Blobs(repository, soon=[first, "0" * 39 + "1", *rest])

    assert blobs.read(first) == contents[first]
    with pytest.raises(GitFailed, match="is missing"):
        blobs.read("0" * 39 + "1")


@pytest.mark.parametrize("chunk", [1, 7, 5000, 1_000_000])
def test_of_a_text_without_end_the_beginning_is_kept_and_all_else_whole(chunk: int) -> None:
    parents = b"0123456789abcdef0123456789abcdef01234567 " * 300
    said = b"\0".join([b"commit", parents, b"\x1d" + b"a" * 90_000, b"", b"\x1dDana", b"\n:100644 x", b""])

    parts = Parts()
    for start in range(0, len(said), chunk):
        parts.take(said[start : start + chunk])

    kept = b"\x1d" + b"a" * (LONGEST - 1)
    assert parts.all() == [b"commit", parents, kept, b"", b"\x1dDana", b"\n:100644 x", b""]
