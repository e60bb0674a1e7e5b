"""People, from the files: who does what, who is needed twice at once, and whose name is spelt in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from programme import faults
from transcript import typed

if TYPE_CHECKING:
    from office import Office

OTHER = """\
format: 1
title: Permits in ten days
sponsor: {name: Айгерим Бекова, post: Vice-Minister, agency: Ministry of Justice}
agency: Ministry of Industry
phase: acceleration
acceleration:
  team:
    leader: {name: Timur Ospanov, agency: Ministry of Digital Development}
    coach: {name: Yerlan Saparov, agency: National Project Office}
    members:
      - {name: madina  akhmetova, agency: Almaty district court}
      - {name: Pyotr Semyonov, agency: Akimat}
      - {name: Пётр Семенов, agency: Akimat}
  clock: {start: 2026-06-01, days: 100}
"""
"""A second challenge; its clock overlaps with the last weeks of the first."""


@pytest.fixture
def two(running: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Two challenges in Acceleration that share people."""
    monkeypatch.setenv("COLUMNS", "80")
    (running.root / "challenges" / "permits.yaml").write_text(OTHER)
    return running


def test_everybody_is_shown_with_what_they_do(two: Office) -> None:
    assert typed(two, "people") == snapshot("""\
$ hundredday people
National Accelerator                                     Wednesday 29 April 2026
8 people · 3 on a clock · ! 2 on two clocks at once
≈ 3 names spelt in two ways

On a clock                                                                     3
  Dana Omarova      leads small-claims-settled-in-one-day
! Madina Akhmetova  on the team small-claims-settled-in-one-day
! Timur Ospanov     on the team small-claims-settled-in-one-day

In other open work                                                             5
  Aigerim Bekova    sponsors small-claims-settled-in-one-day
  Pyotr Semyonov    on the team permits
  Yerlan Saparov    coaches small-claims-settled-in-one-day
  Айгерим Бекова    sponsors permits
  Пётр Семенов      on the team permits

Perhaps one person, spelt in two ways
  Aigerim Bekova ≈ Айгерим Бекова  one sound in two spellings
    Aigerim Bekova: challenges/small-claims-settled-in-one-day.yaml
    Айгерим Бекова: challenges/permits.yaml
  Madina Akhmetova ≈ madina akhmetova  capitals or spaces
    Madina Akhmetova: challenges/small-claims-settled-in-one-day.yaml
    madina akhmetova: challenges/permits.yaml
  Pyotr Semyonov ≈ Пётр Семенов  one sound in two spellings
    Pyotr Semyonov: challenges/permits.yaml
    Пётр Семенов: challenges/permits.yaml
[0]
""")


def test_one_person_is_shown_with_every_part_and_both_clocks(two: Office) -> None:
    assert typed(two, "people timur") == snapshot("""\
$ hundredday people timur
Timur Ospanov                           Analyst, Ministry of Digital Development
! On two clocks at once: permits and small-claims-settled-in-one-day, 1 Jun – 15
  Jul
  Small claims settled in one day                                   Day 23 / 100
    on the team · small-claims-settled-in-one-day
  Permits in ten days                                               Acceleration
    leads · permits
  hundredday agenda --for 'Timur Ospanov'
[0]
""")


def test_people_are_a_document_for_programs(two: Office) -> None:
    document = two.run("people", "--json").json

    assert faults("people", document) == []
    people = {person["name"]: person for person in document["people"]}
    assert people["Timur Ospanov"]["two_clocks"] == [
        {
            "challenges": ["permits", "small-claims-settled-in-one-day"],
            "from": "2026-06-01",
            "to": "2026-07-15",
        }
    ]
    assert people["Yerlan Saparov"]["two_clocks"] == []
    assert people["Madina Akhmetova"]["spellings"] == ["Madina Akhmetova", "madina  akhmetova"]
    assert {
        tuple(sorted(name["name"] for name in one["names"])): one["differ_by"]
        for one in document["spellings"]
    } == {
        ("Aigerim Bekova", "Айгерим Бекова"): "alphabet",
        ("Madina Akhmetova", "madina  akhmetova"): "capitals",
        ("Pyotr Semyonov", "Пётр Семенов"): "alphabet",
    }


def test_a_launch_warns_of_people_on_two_clocks_and_goes_on(nominated: Office) -> None:
    (nominated.root / "challenges" / "permits.yaml").write_text(OTHER)
    quiet = nominated.run("launch", "small", "--check", "--on", "2026-01-05", "--days", "30", code=1)

    checked = nominated.run("launch", "small", "--check")
    launched = nominated.run("launch", "small")

    warning = "warning: Timur Ospanov is on two clocks at once, permits and small-claims-settled-in-one-day"
    assert "two clocks" not in quiet.err
    assert f"{warning}, from 2026-06-01 to 2026-07-15." in checked.err
    assert warning in launched.err
    assert "Yerlan Saparov" not in launched.err


def test_somebody_who_has_finished_a_challenge_keeps_it(lasting: Office) -> None:
    lasting.run("advance", "small")

    (person,) = lasting.run("people", "Yerlan", "--json").json["people"]

    assert person["finished"] == ["small-claims-settled-in-one-day"]
    assert not person["on_a_clock"]


def test_nobody_of_that_name_is_wrong_usage_with_the_nearest(running: Office) -> None:
    said = running.run("people", "Omarowa", code=2)

    assert "No file names anybody called “Omarowa”." in said.err
    assert "Did you mean Dana Omarova?" in said.err


def test_a_name_is_found_whichever_way_its_yo_is_written(two: Office) -> None:
    found = two.run("people", "Петр Семёнов", "--json").json["people"]

    assert [person["name"] for person in found] == ["Пётр Семенов"]


def test_an_accelerator_without_people_says_so(office: Office) -> None:
    assert "No file names anybody yet." in office.run("people").out


@pytest.mark.parametrize("aged", ["candidate", "nominated", "ended", "handed", "lasting"], indirect=True)
def test_people_keep_to_their_schema_at_every_age(aged: Office) -> None:
    assert faults("people", aged.run("people", "--json").json) == []


def test_a_hostile_name_is_text(running: Office) -> None:
    path = running.root / "challenges" / "permits.yaml"
    path.write_text(OTHER.replace("Timur Ospanov", '"[red]Timur[/red] Ospanov"'))

    said = running.run("people", "--color", "always")

    assert "[red]Timur[/red] Ospanov" in said.out
