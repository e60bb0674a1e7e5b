"""The pages in a real Chromium: quiet, alone, readable for everybody, and no wider than a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import PHONE

if TYPE_CHECKING:
    from pathlib import Path

    from browser import Browser
    from office import Office

KINDS = (
    "index.html",
    "lessons.html",
    "people.html",
    "training.html",
    "audit.html",
    "challenges/small-claims-in-a-day.html",
    "challenges/water-meters-read-from-afar.html",
    "challenges/residence-permit-halved.html",
    "challenges/tijuana-car-robberies.html",
)
"""A page of every kind, in every phase, from left to right and from right to left."""


def test_every_page_is_quiet_asks_for_nothing_and_fits_on_a_phone(chrome: Browser, report: Path) -> None:
    pages = sorted(report.rglob("*.html"))
    wide, loud, asking = {}, {}, {}

    for page in pages:
        visit = chrome.open(page, width=PHONE)
        if found := chrome.wider_than_screen() or chrome.run("document.documentElement.scrollWidth") > PHONE:
            wide[page.name] = found
        if visit.complaints:
            loud[page.name] = visit.complaints
        if others := [url for url in visit.requests if url != page.as_uri() and url[:5] != "data:"]:
            asking[page.name] = others

    assert len(pages) > 40
    assert (wide, loud, asking) == ({}, {}, {})


def test_on_a_phone_labels_stand_before_values_in_whatever_script(chrome: Browser, report: Path) -> None:
    ways = "[...document.querySelectorAll('.stacked td[data-label]')].map(one => getComputedStyle(one).direction)"

    chrome.open(report / "challenges" / "residence-permit-halved.html", width=PHONE)

    assert set(chrome.run(f"JSON.stringify({ways})").strip("[]").split(",")) == {'"ltr"'}


def test_axe_finds_nothing_on_any_kind_of_page(chrome: Browser, report: Path) -> None:
    faults = {}

    for name in KINDS:
        chrome.open(report / name)
        chrome.run("document.querySelectorAll('details').forEach(one => one.open = true)")
        if found := chrome.faults():
            faults[name] = found

    assert faults == {}


def test_axe_finds_every_text_readable_in_the_dark(chrome: Browser, report: Path) -> None:
    faults = {}

    for name in KINDS[:5:4]:
        chrome.open(report / name, scheme="dark")
        if found := chrome.faults("color-contrast"):
            faults[name] = found

    assert faults == {}


SHOWN = """[...document.querySelectorAll('.row')].filter(one => one.checkVisibility())
  .map(one => one.querySelector('h3').textContent)"""
TICK = "document.querySelector('#by-{mark}').click()"


def test_ticked_choices_combine_and_all_come_back(chrome: Browser, report: Path, samples: Office) -> None:
    standings = samples.run("status", "--json").json["challenges"]
    wanted = {
        one["title"]
        for one in standings
        if one["phase"] == "acceleration" and one["health"] in ("on_track", "at_risk")
    }

    visit = chrome.open(report / "index.html")
    before = chrome.run(SHOWN)
    for mark in ("phase-acceleration", "health-on_track", "health-at_risk"):
        chrome.run(TICK.format(mark=mark))
    chosen, said = chrome.run(SHOWN), chrome.run("document.querySelector('.chosen').checkVisibility()")
    faults = chrome.faults()
    chrome.run("document.querySelector('[type=reset]').click()")

    assert len(before) == len(standings)
    assert {*chosen} == wanted
    assert 1 < len(wanted) < len(standings)
    assert said
    assert faults == []
    assert chrome.run(SHOWN) == before
    assert visit.complaints == []


def test_a_choice_that_fits_nothing_shows_nothing_and_says_so(chrome: Browser, report: Path) -> None:
    chrome.open(report / "index.html")

    chrome.run(TICK.format(mark="phase-design"))
    chrome.run(TICK.format(mark="health-missed"))

    assert chrome.run(SHOWN) == []
    assert chrome.run("document.querySelector('.chosen').checkVisibility()")


def test_a_browser_that_knows_no_such_style_shows_everything(chrome: Browser, report: Path) -> None:
    chrome.open(report / "index.html")
    before = chrome.run(SHOWN)

    chrome.run("document.querySelectorAll('style').forEach(one => one.remove())")
    chrome.run(TICK.format(mark="phase-design"))

    assert chrome.run(SHOWN) == before


def test_axe_would_find_a_fault(chrome: Browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>x</title><p style='color:#ccc'>pale</p>")

    chrome.open(page)

    assert any(fault.startswith("color-contrast") for fault in chrome.faults())


def test_a_page_that_asks_for_something_would_be_seen(chrome: Browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><img src='http://127.0.0.1:9/x.png'>")

    visit = chrome.open(page)

    assert "http://127.0.0.1:9/x.png" in visit.requests
    assert visit.complaints
