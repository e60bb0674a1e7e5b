"""An offence that was undone is told once, as undone; only what stood before counts as an undoing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from chronicle import TIMUR, Chronicle
from claims import APRIL, IDEA, JULY, JUNE, MAY, amendment, design, work
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

SILENT = "frozen-field-changed"
READING = "reading-removed-or-rewritten"


class Row(NamedTuple):
    """A finding as an auditor reads it."""

    rule: str
    commit: str
    who: str
    is_undone: bool


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    return Chronicle.begun(tmp_path / "by-hand")


def found(chronicle: Chronicle) -> list[Row]:
    """What an audit finds: anew, and from what was kept of the one before."""
    office = Office(chronicle.root, "2026-11-20")
    kept, anew = (run_json(office, *words) for words in ((), ("--no-cache",)))
    assert kept == anew
    return [Row(f["rule"], f["commit"], f["who"], "Undone on " in f["text"]) for f in anew]


def run_json(office: Office, *words: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = office.run("audit", "--json", *words, code=1).json["findings"]
    return rows


def life(chronicle: Chronicle) -> None:
    """A challenge that has run until May."""
    for on, text in (
        ("2026-02-02", IDEA.format(id="claims")),
        ("2026-03-04", design("claims", "acceleration")),
        ("2026-04-06", work("claims")),
        ("2026-04-13", work("claims", APRIL)),
        ("2026-05-11", work("claims", APRIL, MAY)),
    ):
        chronicle.commit(on, {"claims": text})


def revert(chronicle: Chronicle, commit: str, on: str) -> None:
    """Undo a commit as git does it."""
    chronicle.git("revert", "--no-commit", commit)
    chronicle.commit(on)


def amended(text: str) -> str:
    return text.replace("amendments: []", f"amendments: [{amendment('2026-05-11')}]").replace(
        "target: 2", "target: 1"
    )


NOW = work("claims", APRIL, MAY)
AGREED = amended(NOW)

OFFENCES = {
    "target": (SILENT, NOW, NOW.replace("target: 2", "target: 9")),
    "clock": (SILENT, NOW, NOW.replace("days: 100}", "days: 99}")),
    "reading taken out": (READING, NOW, work("claims", MAY)),
    "reading rewritten": (READING, NOW, NOW.replace("value: 42", "value: 24")),
    "phase went back": ("phase-jumped-or-went-back", NOW, NOW.replace("phase: acc", "phase: design #")),
    "gate": ("gate-passed-unmet", NOW, work("claims", APRIL, MAY, phase="sustainability")),
    "phase jumped": ("phase-jumped-or-went-back", NOW, work("claims", APRIL, MAY, phase="closed")),
    "reading ahead": ("reading-in-the-future", NOW, work("claims", APRIL, MAY, JUNE)),
    "amendment ahead": (
        "amendment-misdated",
        NOW,
        amended(NOW).replace("{date: 2026-05-11, g", "{date: 2026-06-11, g"),
    ),
    "amendment taken out": (
        "amendment-removed-or-rewritten",
        AGREED,
        AGREED.replace(f"[{amendment('2026-05-11')}]", "[]"),
    ),
    "amendment rewritten": (
        "amendment-removed-or-rewritten",
        AGREED,
        AGREED.replace("Seen in a pilot", "As we like"),
    ),
    "file": ("challenge-deleted", NOW, None),
}


@pytest.mark.parametrize("what", OFFENCES)
def test_an_offence_that_git_reverts_is_told_once_as_undone(what: str, chronicle: Chronicle) -> None:
    rule, before, spoilt = OFFENCES[what]
    life(chronicle)
    chronicle.commit("2026-05-11", {"claims": before})
    done = chronicle.commit("2026-05-12", {"claims": spoilt}, by=TIMUR)
    first = found(chronicle)
    revert(chronicle, done, "2026-05-13")

    assert {row[:3] for row in first} == {(rule, done, "Timur Ospanov")}
    assert not any(row.is_undone for row in first)
    assert found(chronicle) == [row._replace(is_undone=True) for row in first]


def test_what_is_recorded_meanwhile_stays_and_is_no_matter(chronicle: Chronicle) -> None:
    life(chronicle)
    done = chronicle.commit("2026-05-12", {"claims": NOW.replace("target: 2", "target: 9")}, by=TIMUR)
    chronicle.commit("2026-06-15", {"claims": work("claims", APRIL, MAY, JUNE, target=9)})
    assert [row.is_undone for row in found(chronicle)] == [False]

    chronicle.commit("2026-06-16", {"claims": work("claims", APRIL, MAY, JUNE)})

    assert found(chronicle) == [Row(SILENT, done, "Timur Ospanov", is_undone=True)]


def test_to_take_away_what_came_beside_an_offence_or_after_it_undoes_nothing(chronicle: Chronicle) -> None:
    life(chronicle)
    done = chronicle.commit("2026-06-15", {"claims": work("claims", APRIL, MAY, JUNE, target=9)})
    beside = chronicle.commit("2026-06-16", {"claims": work("claims", APRIL, MAY, target=9)})
    chronicle.commit("2026-06-16", {"claims": work("claims", APRIL, MAY, JUNE, target=9)})
    chronicle.commit("2026-07-13", {"claims": work("claims", APRIL, MAY, JUNE, JULY, target=9)})
    after = chronicle.commit("2026-07-14", {"claims": work("claims", APRIL, MAY)})

    assert [row[:2] for row in found(chronicle)] == [(SILENT, done), (READING, beside), (READING, after)]
    assert [row.is_undone for row in found(chronicle)] == [True, True, False]


def test_an_undoing_that_is_undone_is_an_offence_again(chronicle: Chronicle) -> None:
    life(chronicle)
    first = chronicle.commit("2026-05-12", {"claims": NOW.replace("target: 2", "target: 9")})
    revert(chronicle, first, "2026-05-13")
    second = chronicle.commit("2026-05-14", {"claims": NOW.replace("target: 2", "target: 9")})
    assert [row[1:] for row in found(chronicle)] == [
        (first, "Dana Omarova", True),
        (second, "Dana Omarova", False),
    ]

    revert(chronicle, second, "2026-05-15")

    assert [row.is_undone for row in found(chronicle)] == [True, True]


def test_to_revert_what_was_allowed_is_an_offence_and_to_revert_that_its_undoing(
    chronicle: Chronicle,
) -> None:
    life(chronicle)
    honest = chronicle.head
    revert(chronicle, honest, "2026-05-12")
    removed = chronicle.head
    assert found(chronicle) == [Row(READING, removed, "Dana Omarova", is_undone=False)]

    revert(chronicle, removed, "2026-06-20")

    assert found(chronicle) == [Row(READING, removed, "Dana Omarova", is_undone=True)]


def test_to_another_value_than_the_one_before_is_no_undoing(chronicle: Chronicle) -> None:
    life(chronicle)
    first = chronicle.commit("2026-05-12", {"claims": NOW.replace("target: 2", "target: 9")})
    second = chronicle.commit("2026-05-13", {"claims": NOW.replace("target: 2", "target: 3")})

    assert found(chronicle) == [
        Row(SILENT, first, "Dana Omarova", is_undone=False),
        Row(SILENT, second, "Dana Omarova", is_undone=False),
    ]


def test_several_offences_are_undone_by_one_look_back_at_what_stood_before_them(chronicle: Chronicle) -> None:
    life(chronicle)
    honest = chronicle.head
    chronicle.commit("2026-05-12", {"claims": NOW.replace("target: 2", "target: 9")})
    chronicle.commit("2026-05-13", {"claims": work("claims", MAY, target=9)})
    chronicle.commit("2026-05-14", {"claims": work("claims", MAY, target=7)})
    chronicle.git("checkout", "--quiet", honest, "--", "challenges")
    chronicle.commit("2026-05-15")

    rows = found(chronicle)

    assert [row.rule for row in rows] == [SILENT, READING, SILENT]
    assert all(row.is_undone for row in rows)


def test_an_offence_is_undone_under_another_name_too(chronicle: Chronicle) -> None:
    life(chronicle)
    done = chronicle.commit("2026-05-12", {"claims": NOW.replace("target: 2", "target: 9")})
    chronicle.git("mv", "challenges/claims.yaml", "challenges/judged.yaml")
    chronicle.commit("2026-05-13")
    assert [row.is_undone for row in found(chronicle)] == [False]

    chronicle.commit("2026-05-14", {"judged": NOW})

    assert found(chronicle) == [Row(SILENT, done, "Dana Omarova", is_undone=True)]


def test_a_merge_that_leaves_an_offence_behind_undoes_it(chronicle: Chronicle) -> None:
    life(chronicle)
    chronicle.git("switch", "--quiet", "--create=side")
    ahead = chronicle.commit("2026-05-12", {"claims": work("claims", APRIL, MAY, JUNE)})
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-05-13", {"other": IDEA.format(id="other")})
    chronicle.merge("2026-05-14", "--strategy=ours", "side")

    assert found(chronicle) == [Row("reading-in-the-future", ahead, "Dana Omarova", is_undone=True)]


def test_a_challenge_that_comes_back_otherwise_than_it_went_is_compared_with_what_it_was(
    chronicle: Chronicle,
) -> None:
    life(chronicle)
    deleted = chronicle.commit("2026-05-12", {"claims": None})
    chronicle.commit("2026-05-13", {"other": IDEA.format(id="other")})
    assert [row.is_undone for row in found(chronicle)] == [False]
    lower = chronicle.commit("2026-05-14", {"2026-spring/claims": work("claims", APRIL, MAY, target=9)})

    assert found(chronicle) == [
        Row("challenge-deleted", deleted, "Dana Omarova", is_undone=True),
        Row(SILENT, lower, "Dana Omarova", is_undone=False),
    ]


def test_an_id_that_is_used_for_another_challenge_later_owes_nothing_to_the_first(
    chronicle: Chronicle,
) -> None:
    life(chronicle)
    deleted = chronicle.commit("2026-05-12", {"claims": None})
    chronicle.commit("2026-05-14", {"claims": "format: 1\ntitle: Insurance claims\nphase: design\n"})

    assert found(chronicle) == [Row("challenge-deleted", deleted, "Dana Omarova", is_undone=False)]


def test_what_is_put_back_a_second_time_undoes_the_second_offence_and_nothing_before_it(
    chronicle: Chronicle,
) -> None:
    life(chronicle)
    lower = NOW.replace("value: 42", "value: 24")
    gone = work("claims", MAY)
    versions = (lower, gone, lower, NOW, lower, gone, lower)
    for text in versions:
        chronicle.commit("2026-05-12", {"claims": text})

    assert [row.is_undone for row in found(chronicle)] == [True, True, False, True]


def test_the_first_of_many_offences_can_be_undone_with_all_that_came_after_it(chronicle: Chronicle) -> None:
    life(chronicle)
    moves = [work("claims", APRIL, MAY, target=3 + number) for number in range(60)]
    chronicle.keep("claims", [("2026-05-12", text) for text in moves])
    chronicle.commit("2026-05-13", {"claims": NOW})

    assert [row.is_undone for row in found(chronicle)] == [True] * len(moves)


def test_of_many_offences_the_last_one_can_be_undone_alone(
    chronicle: Chronicle,
) -> None:
    life(chronicle)
    moves = [work("claims", APRIL, MAY, target=3 + number) for number in range(60)]
    chronicle.keep("claims", [("2026-05-12", text) for text in moves])
    rows = found(chronicle)
    chronicle.commit("2026-05-13", {"claims": moves[-2]})

    after = found(chronicle)

    assert len(rows) == len(after) == len(moves)
    assert [row.is_undone for row in after] == [False] * (len(moves) - 1) + [True]
