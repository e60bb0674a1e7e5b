"""Papers of one page: what they say, for whom they are refused, and how they look."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from browser import PHONE

if TYPE_CHECKING:
    from pathlib import Path

    from browser import Browser
    from office import Office

PAPERS = (
    ("small-claims", "midpoint"),
    ("detskiy", "midpoint"),
    ("nakuru", "closing"),
    ("less-paper", "closing"),
)
MINISTERS = (("small-claims", "minister"), ("water-meters", "minister"), ("residence", "minister"))


def test_the_midpoint_form_answers_shows_the_trend_and_asks_by_name(samples: Office) -> None:
    said = samples.run("brief", "small-claims", "--for", "midpoint").out

    assert "## Will the goal be met by the last day?" in said
    assert "| 62 | 2026-11-23 | 5 days | 17 |" in said
    assert "| Median days from filing to judgment | 43 days | 5 days | 1 days (at launch 2 days) |" in said
    assert "| The registry has no e-signature | Aigerim Bekova |" in said
    assert said.index("## Results") < said.index("## Activities, which are no results")


def test_a_challenge_that_is_declared_green_and_is_not_says_so_first(samples: Office) -> None:
    said = samples.run("brief", "detskiy", "--for", "midpoint").out

    assert "**■ No, not at this pace.**" in said
    assert "People declared green; the readings say otherwise." in said


def test_the_closing_form_has_impact_owners_by_post_resources_and_the_way_on(samples: Office) -> None:
    said = samples.run("brief", "nakuru", "--for", "closing").out

    assert "| Unaccounted-for water | 85% | 55% | 55% | 50% | surpassed (116.7%) |" in said
    assert "| One meter for each zone | Chief engineer | Ten meters a year | planned |" in said
    assert "- ☑ Scale: bring it to more places" in said
    assert "- ☐ Reset" in said
    assert "Failed: The goal did not say points or percent" in said


def test_the_ministers_half_page_shows_what_was_changed_and_what_is_needed(samples: Office) -> None:
    said = samples.run("brief", "small-claims", "--for", "minister").out

    assert "43 → 5 → 1 days" in said
    assert "Amended 11 Nov: target of days-to-judgment from 2 days to 1 days." in said
    assert "The registry has no e-signature" in said
    assert len(said.splitlines()) < 40


@pytest.mark.parametrize(
    ("words", "code"), [(("midpoint",), 1), (("closing",), 1), (("annual",), 2), ((), 2)]
)
def test_a_paper_that_cannot_be_is_refused_with_a_sentence(
    samples: Office, words: tuple[str, ...], code: int
) -> None:
    said = samples.run("brief", "water-meters", *(("--for", *words) if words else ()), code=code)

    assert said.out == ""
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_a_file_is_written_as_its_ending_says_and_no_other_way(samples: Office, tmp_path: Path) -> None:
    page, text = tmp_path / "brief.html", tmp_path / "brief.md"

    samples.run("brief", "small-claims", "--for", "minister", "--output", str(page))
    samples.run("brief", "small-claims", "--for", "minister", "--output", str(text))
    samples.run("brief", "small-claims", "--for", "minister", "--output", str(tmp_path / "x.pdf"), code=2)

    assert page.read_text().startswith("<!doctype html>")
    assert text.read_text() == samples.run("brief", "small-claims", "--for", "minister").out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.html", "brief.md"]


@pytest.mark.parametrize(("id_", "form"), [*PAPERS, *MINISTERS])
def test_a_paper_is_one_page_of_a4_and_fits_everybody(
    samples: Office, chrome: Browser, tmp_path: Path, id_: str, form: str
) -> None:
    page = tmp_path / "brief.html"
    samples.run("brief", id_, "--for", form, "--output", str(page))

    visit = chrome.open(page, width=PHONE)
    wide = chrome.wider_than_screen()
    pdf = base64.b64decode(chrome.tell("Page.printToPDF", preferCSSPageSize=True)["data"])

    assert (visit.complaints, wide) == ([], [])
    assert [url for url in visit.requests if not url.startswith(("data:", page.as_uri()))] == []
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    if form != "minister" or id_ == "small-claims":
        assert chrome.faults() == []


def test_markdown_makes_nothing_of_the_texts_of_a_file(
    attacked: tuple[Path, list[str]], attacker: Office
) -> None:
    for id_, form in (*PAPERS, *MINISTERS):
        said = attacker.run("brief", id_, "--for", form).out
        drawn = MarkdownIt("gfm-like", {"linkify": False}).render(said)

        assert set(re.findall(r"</?([a-z0-9]+)", drawn)) <= {
            "h1", "h2", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td",
        }  # fmt: skip
        assert not re.search(r"<[^>]*\s(on\w+|href|src)=", drawn)
