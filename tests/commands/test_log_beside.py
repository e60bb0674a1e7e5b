"""`log` tells what happened in training and in the exchange with partners, among the challenges and alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chronicle import DANA, TIMUR, Chronicle
from claims import IDEA
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

INTAKE = "format: 1\ntitle: Diploma\nparticipants:\n  - {{name: Dana Omarova{more}}}\n"
PARTNER = "format: 1\npartner: UAE Government Accelerators\n"
VISIT = "visits: [{from: 2026-03-04, where: Astana}]\n"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office where training, exchange and a challenge went on side by side."""
    chronicle = Chronicle.begun(tmp_path / "by-hand")
    chronicle.commit("2026-02-02", {"../training/diploma-2026": INTAKE.format(more="")})
    chronicle.commit("2026-02-03", {"claims": IDEA.format(id="a day")}, by=TIMUR)
    chronicle.commit("2026-02-04", {"../exchange/uae": PARTNER})
    chronicle.commit("2026-03-05", {"../exchange/uae": PARTNER + VISIT})
    graduated = INTAKE.format(more=", status: graduated, date: 2026-06-01")
    chronicle.commit("2026-06-01", {"../training/diploma-2026": graduated}, by=TIMUR)
    chronicle.commit("2026-06-02", {"../training/diploma-2026": "title: [\n"})
    return Office(chronicle.root, "2026-11-20")


def events(office: Office, *words: str) -> list[tuple[str, str]]:
    told = office.run("log", "--json", "--reverse", *words).json
    return [(one["when"][:10], one["event"]) for one in told]


def test_the_story_of_all_has_training_and_exchange_in_between(office: Office) -> None:
    first = events(office)

    assert first == [
        ("2026-02-01", "accelerator-founded"),
        ("2026-02-02", "training-opened"),
        ("2026-02-02", "participants-enrolled"),
        ("2026-02-03", "proposed"),
        ("2026-02-04", "exchange-opened"),
        ("2026-03-05", "visit-held"),
        ("2026-06-01", "participants-graduated"),
        ("2026-06-02", "unreadable"),
    ]
    assert events(office) == events(office, "--no-cache") == first


def test_one_of_them_is_told_alone_by_the_beginning_of_its_id(office: Office) -> None:
    shown = office.run("log", "dip").out

    assert shown.splitlines()[0] == "diploma-2026"
    assert "graduated: Dana Omarova" in shown
    assert "proposed" not in shown
    assert events(office, "uae") == [("2026-02-04", "exchange-opened"), ("2026-03-05", "visit-held")]
    assert "uae · exchange · Dana Omarova" in office.run("log").out


def test_machines_are_told_that_it_is_no_challenge(office: Office) -> None:
    told = office.run("log", "--json", "--event=visit-held").json

    assert [(one["challenge"], one["on_day"], one["detail"]["exchange"]) for one in told] == [
        (None, None, "uae")
    ]


def test_filters_and_looks_back_hold_for_them_too(office: Office) -> None:
    assert events(office, "--who=timur") == [
        ("2026-02-03", "proposed"),
        ("2026-06-01", "participants-graduated"),
    ]
    assert events(office, "--at=2026-02-03") == [
        ("2026-02-01", "accelerator-founded"),
        ("2026-02-02", "training-opened"),
        ("2026-02-02", "participants-enrolled"),
        ("2026-02-03", "proposed"),
    ]
    assert events(office, "uae", "--at=2026-02-20") == [("2026-02-04", "exchange-opened")]


def test_one_that_was_removed_is_told_by_its_id(office: Office) -> None:
    chronicle = Chronicle(office.root)
    chronicle.commit("2026-07-01", {"../exchange/uae": None}, by=DANA)

    assert events(office, "uae")[-1] == ("2026-07-01", "removed")


def test_the_story_of_a_challenge_is_of_its_own_file(office: Office) -> None:
    assert events(office, "claims") == [("2026-02-03", "proposed")]
    assert "nowhere" in office.run("log", "nowhere", code=2).err
