"""The same content that cannot be read stands on two branches: each is judged, and told, by its own past."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chronicle import Chronicle
from claims import APRIL, JUNE, MAY, work
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = "format: 1\n<<<<<<< HEAD\n=======\n>>>>>>> x\n"


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    """A file that was broken in May, mended on a branch in June, and there broken once more in the same way."""
    one = Chronicle.begun(tmp_path / "by-hand")
    one.commit("2026-04-06", {"claims": work("claims")})
    one.commit("2026-04-13", {"claims": work("claims", APRIL)})
    one.commit("2026-05-12", {"claims": BROKEN})
    one.git("switch", "--quiet", "--create=side")
    one.commit("2026-06-15", {"claims": work("claims", APRIL, JUNE)})
    one.commit("2026-06-16", {"claims": BROKEN})
    one.commit("2026-06-17", {"claims": work("claims", APRIL, JUNE)})
    one.git("switch", "--quiet", "main")
    return one


def merged(chronicle: Chronicle, into: str) -> None:
    other = {"main": "side", "side": "main"}[into]
    chronicle.git("switch", "--quiet", into)
    chronicle.git("merge", "--quiet", "--no-commit", "--no-ff", "--strategy=ours", other)
    chronicle.commit("2026-06-20", {"claims": work("claims", APRIL, MAY, JUNE)})


@pytest.mark.parametrize("into", ["main", "side"])
def test_to_mend_what_was_broken_takes_nothing_away_that_stands_on_another_branch(
    into: str, chronicle: Chronicle
) -> None:
    office = Office(chronicle.root, "2026-11-20")
    office.run("audit", code=1)
    chronicle.commit("2026-05-13", {"claims": work("claims", APRIL)})
    chronicle.commit("2026-05-14", {"claims": work("claims", APRIL, MAY)})
    merged(chronicle, into)

    kept, anew = (
        office.run("audit", "--json", *words, code=1).json["findings"] for words in ((), ("--no-cache",))
    )

    assert kept == anew
    assert [one["rule"] for one in anew if one["severity"] == "error"] == ["invalid-version"] * 2


@pytest.mark.parametrize("into", ["main", "side"])
def test_what_a_broken_version_hides_is_found_on_its_own_branch(into: str, chronicle: Chronicle) -> None:
    office = Office(chronicle.root, "2026-11-20")
    cut = chronicle.commit("2026-05-13", {"claims": work("claims")})
    merged(chronicle, into)

    found = office.run("audit", "--json", code=1).json["findings"]

    assert [one["commit"] for one in found if one["rule"] == "reading-removed-or-rewritten"] == [cut]


@pytest.mark.parametrize("into", ["main", "side"])
@pytest.mark.parametrize("words", [(), ("claims",)])
def test_what_is_told_of_a_branch_is_what_happened_on_it(
    words: tuple[str, ...], into: str, chronicle: Chronicle
) -> None:
    chronicle.commit("2026-05-13", {"claims": work("claims", APRIL)})
    chronicle.commit("2026-05-14", {"claims": work("claims", APRIL, MAY)})
    merged(chronicle, into)

    told = Office(chronicle.root, "2026-11-20").run("log", "--json", "--since=2026-05-01", *words).json

    assert sorted(one["event"] for one in told) == [
        *("reading-recorded", "reading-recorded"),
        *("tidied", "tidied"),
        *("unreadable", "unreadable"),
    ]
