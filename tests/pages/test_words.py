"""What the pages say in sentences: counts, conditions, days, and the direction in which they run."""

from __future__ import annotations

import re
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hundredday.language import speaking
from hundredday.pages import words
from office import Office
from page import Page

if TYPE_CHECKING:
    from pathlib import Path

RUNS = """\
format: 1
title: {title}
phase: acceleration
acceleration:
  clock: {{start: 2026-04-06, days: 100}}
  goals:
    housed:
      primary: true
      measurable: {{metric: Families, kind: cumulative, unit: families, baseline: 0, target: 100}}
      readings: [{{date: 2026-04-20, value: {first}}}, {{date: 2026-05-04, value: {first}}}, {{date: 2026-05-11, value: {last}}}, {{date: 2026-05-25, value: {last}}}]
"""
GOOD, BAD, NEW = (14, 49), (2, 4), None


def lead(root: Path, *running: tuple[int, int] | None, candidates: int = 0, waiting: int = 0) -> str:
    """The sentence under the title of the report of an accelerator with such challenges."""
    (root / "challenges").mkdir(parents=True)
    (root / "accelerator.yaml").write_text("format: 1\n")
    for number, values in enumerate(running):
        text = RUNS.format(title="Runs", first=(values or GOOD)[0], last=(values or GOOD)[1])
        text = text if values else re.sub(r"\n      readings.*", "", text).replace("2026-04-06", "2026-05-25")
        (root / "challenges" / f"runs-{number}.yaml").write_text(text)
    for number in range(candidates):
        (root / "challenges" / f"new-{number}.yaml").write_text("format: 1\ntitle: New\nphase: design\n")
    for number in range(waiting):
        (root / "challenges" / f"soon-{number}.yaml").write_text(
            "format: 1\ntitle: Soon\nphase: acceleration\nacceleration: {entered: 2026-05-20}\n"
        )
    Office(root, "2026-05-26").run("report")
    page = (root / "report" / "index.html").read_text()
    found = re.search(r'<p class="lead">(.*?)</p>', page)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("running", "candidates", "said"),
    [
        ((), 0, "There is no challenge yet."),
        ((), 2, "2 challenges; none runs now."),
        ((GOOD,), 1, "1 challenge runs: 1 is on the way to its target."),
        ((BAD, BAD), 0, "2 challenges run: 2 need attention."),
        (
            (GOOD, GOOD, BAD, NEW),
            0,
            "4 challenges run: 2 are on the way to their targets, 1 needs attention, of 1 nobody can tell yet.",
        ),
    ],
)
def test_the_first_sentence_leaves_out_what_there_is_none_of(
    tmp_path: Path, running: tuple[tuple[int, int] | None, ...], candidates: int, said: str
) -> None:
    assert lead(tmp_path / "office", *running, candidates=candidates) == said


def test_what_has_no_clock_yet_is_not_counted_among_what_runs(tmp_path: Path) -> None:
    assert lead(tmp_path / "one", GOOD, waiting=1) == (
        "1 challenge runs: 1 is on the way to its target. 1 waits for its launch."
    )
    assert lead(tmp_path / "two", waiting=2) == "2 challenges; none runs now."


@pytest.mark.parametrize(("language", "first"), [("en", 0), ("ar", 100)])
def test_the_bar_of_health_begins_where_reading_begins(
    samples: Office, tmp_path: Path, language: str, first: int
) -> None:
    office = Office(shutil.copytree(samples.root, tmp_path / "office"), samples.today)

    office.run("--lang", language, "report")

    elements = Page(office.root / "report" / "index.html").elements
    (at,) = [number for number, (_, about) in enumerate(elements) if about.get("class") == "stack"]
    pieces = [about for tag, about in elements[at + 1 : at + 9] if tag == "rect"]
    edges = [(float(one["x"][:-1]), float(one["x"][:-1]) + float(one["width"][:-1])) for one in pieces]
    assert pieces[0]["class"] == "off_track"
    assert first in [round(edge) for edge in edges[0]]
    assert sorted(edges, reverse=first == 100) == edges
    assert max(end for _, end in edges) == pytest.approx(100, abs=0.1)


def test_a_gate_is_read_in_words_and_with_days_as_people_say_them(report: Path) -> None:
    claims = Page(report / "challenges/small-claims-in-a-day.html").text

    assert "The clock has run" in claims
    assert "The last day is 31 Dec, 38 days from now." in claims.replace("\N{NO-BREAK SPACE}", " ")
    assert "clock-has-run" not in claims


def test_a_sentence_keeps_what_only_looks_like_a_day() -> None:
    today = date(2026, 11, 23)

    with speaking("en"):
        said = words.with_days("Since 2025-12-31, 12026-01-011 and 2026-01-02 to 2026-02-30.", today)

    assert said == "Since 31~Dec~2025, 12026-01-011 and 2~Jan to 2026-02-30.".replace(
        "~", "\N{NO-BREAK SPACE}"
    )


def test_an_unknown_condition_is_called_as_it_stands_in_the_file() -> None:
    with speaking("en"):
        assert words.condition("was-blessed") == ("was-blessed", "")
        assert words.condition("results-are-in")[0] == "The results are in"
    with speaking("ru"):
        assert words.condition("results-are-in")[0] == "Результаты есть"


def test_whether_a_result_held_is_said_in_the_language_of_the_page(samples: Office, tmp_path: Path) -> None:
    office = Office(shutil.copytree(samples.root, tmp_path / "office"), samples.today)

    office.run("--lang", "ar", "report")

    page = Page(office.root / "report" / "challenges" / "residence-permit-halved.html").text
    assert "تراجع" in page
    assert "slipped" not in page


def test_a_result_that_slipped_and_still_reaches_its_target_is_not_crossed_out(report: Path) -> None:
    said = {}
    for page, state in (
        (_page(report, "residence-permit-halved"), "held"),
        (_page(report, "residence-permit-halved"), "slipped"),
        (_page(report, "less-paper-for-teachers"), "slipped"),
    ):
        found = re.search(
            rf'<svg class="sign (\w+)"[^>]*>(?:(?!<svg).)*?<b>{state}</b>.*?</li>', page, re.DOTALL
        )
        assert found
        said[found[1]] = "still at the target" in found[0]

    assert said == {"holds": False, "warning": True, "missing": False}


def _page(report: Path, name: str) -> str:
    return (report / "challenges" / f"{name}.html").read_text()


@pytest.mark.parametrize("language", ["ru", "kk", "ar"])
def test_no_sentence_ends_twice(samples: Office, tmp_path: Path, language: str) -> None:
    office = Office(shutil.copytree(samples.root, tmp_path / "office"), samples.today)

    office.run("--lang", language, "report")

    pages = (Page(path).text for path in (office.root / "report").rglob("*.html"))
    assert [found for page in pages for found in re.findall(r"[^.]{0,40}[^.]\.\.(?!\.)", page)] == []


def test_a_follow_up_that_nobody_made_years_ago_is_not_asked_for(report: Path) -> None:
    page = Page(report / "index.html").text

    assert "Less water lost in Nakuru" in page
    assert not re.search(r"\d{4} days over", page)
