"""A commit that is dated on a day to come is found at once, and only until that day has come.

The days are of the years after 2090: what lies ahead is ahead of the clock of the machine too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chronicle import DANA, TIMUR, Chronicle
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

IDEA = "format: 1\ntitle: Buses on time {more}\nphase: design\n"
AHEAD, BACKWARDS = "dated-ahead", "dates-run-backwards"


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    chronicle = Chronicle.begun(tmp_path / "by-hand")
    chronicle.commit("2026-03-01", {"buses": IDEA.format(more="")})
    return chronicle


def found(chronicle: Chronicle, today: str, code: int = 1) -> list[tuple[str, str, str, str]]:
    """Rule, commit, day and who of every finding: from what was kept on another day, and anew."""
    office = Office(chronicle.root, today)
    kept, anew = (
        office.run("audit", "--json", *more, code=code).json["findings"] for more in ((), ("--no-cache",))
    )
    assert kept == anew
    return [(one["rule"], one["commit"], one["when"][:10], one["who"]) for one in kept]


def test_a_commit_of_a_day_to_come_is_found_until_that_day_has_come(chronicle: Chronicle) -> None:
    assert found(chronicle, "2093-02-25", code=0) == []
    made = chronicle.commit("2093-03-01", {"buses": IDEA.format(more="1")})
    ahead = [(AHEAD, made, "2093-03-01", "Dana Omarova")]

    assert [found(chronicle, day) for day in ("2026-11-20", "2093-02-27")] == [ahead, ahead]
    assert found(chronicle, "2093-02-28", code=0) == []  # somewhere it is tomorrow already
    assert found(chronicle, "2093-03-01", code=0) == []
    assert found(chronicle, "2026-11-20") == ahead


def test_what_is_built_on_it_runs_backwards_and_the_first_is_found_all_the_same(chronicle: Chronicle) -> None:
    made = chronicle.commit("2093-03-01", {"buses": IDEA.format(more="1")}, by=TIMUR)
    behind = chronicle.commit("2026-05-01", {"buses": IDEA.format(more="2")})

    assert found(chronicle, "2026-11-20") == [
        (BACKWARDS, behind, "2026-05-01", "Dana Omarova"),
        (AHEAD, made, "2093-03-01", "Timur Ospanov"),
    ]
    assert [row[0] for row in found(chronicle, "2093-03-02")] == [BACKWARDS]


def test_the_date_of_the_author_counts_too_and_the_committer_is_asked(chronicle: Chronicle) -> None:
    chronicle.commit(
        "2026-05-01", {"buses": IDEA.format(more="1")}, by=TIMUR, committer=DANA, written="2093-03-01"
    )

    assert (AHEAD, chronicle.head, "2093-03-01", "Dana Omarova") in found(chronicle, "2026-11-20")


def test_to_look_from_a_day_of_the_past_accuses_nobody(chronicle: Chronicle) -> None:
    chronicle.commit("2026-05-01", {"buses": IDEA.format(more="1")})

    assert found(chronicle, "2026-02-02", code=0) == []


def test_what_others_commit_beside_the_accelerator_is_not_its_own(chronicle: Chronicle) -> None:
    (chronicle.root / "notes.txt").write_text("Ideas\n")
    chronicle.commit("2093-03-01")

    assert found(chronicle, "2026-11-20", code=0) == []


def test_of_very_many_the_latest_are_told(chronicle: Chronicle) -> None:
    chronicle.keep("buses", [("2093-03-01", IDEA.format(more=number)) for number in range(130)])

    assert len(found(chronicle, "2026-11-20")) == 100
