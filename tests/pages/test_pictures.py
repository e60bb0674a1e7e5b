"""`status --save`: the dashboard as a picture that fetches nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from browser import Browser
    from office import Office


@pytest.mark.parametrize("words", [("status",), ("status", "small-claims"), ("status", "--phase", "design")])
@pytest.mark.parametrize("ending", ["svg", "html"])
def test_a_picture_is_quiet_fetches_nothing_and_shows_what_the_screen_does(
    samples: Office, chrome: Browser, tmp_path: Path, words: tuple[str, ...], ending: str
) -> None:
    path = tmp_path / f"status.{ending}"

    samples.run(*words, "--save", str(path))
    visit = chrome.open(path)
    shown = chrome.run("document.documentElement.textContent")

    assert "@font-face" not in path.read_text()
    assert not re.search(r"""(href|src)=|url\((?!#)|@import""", path.read_text())
    assert (visit.complaints, visit.requests) == ([], [path.as_uri()])
    assert ("Water meters" if "--phase" in words else "Small claims settled in one day") in shown.replace(
        "\xa0", " "
    )


def test_a_picture_holds_every_challenge_however_small_the_screen(samples: Office, tmp_path: Path) -> None:
    path = tmp_path / "status.html"

    samples.run("status", "--save", str(path))

    titles = [one["title"] for one in samples.run("status", "--json").json["challenges"]]
    shown = path.read_text()
    assert sum(" ".join(title.split()[:2]) in shown for title in titles) == len(titles)


def test_nothing_in_a_picture_is_red_amber_or_green_but_what_it_tells(
    samples: Office, tmp_path: Path
) -> None:
    samples.run("status", "--phase", "design", "--save", str(tmp_path / "status.svg"))

    assert "<circle" not in (tmp_path / "status.svg").read_text()


def test_axe_finds_nothing_in_the_web_page(samples: Office, chrome: Browser, tmp_path: Path) -> None:
    path = tmp_path / "status.html"
    samples.run("status", "--save", str(path))

    chrome.open(path)

    assert chrome.faults() == []


@pytest.mark.parametrize("ending", ["svg", "html"])
def test_texts_that_attack_stay_texts_in_pictures(attacker: Office, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"status.{ending}"

    attacker.run("status", "--save", str(path))
    attacker.run("status", "small-claims", "--save", str(tmp_path / f"one.{ending}"))

    for picture in tmp_path.iterdir():
        tags = set(re.findall(r"<([a-z]+)", picture.read_text(), re.IGNORECASE))
        assert not tags & {"script", "img", "iframe", "a", "base", "image", "use", "foreignObject"}
        assert not re.search(r"<[^>]*\son\w+=", picture.read_text())


@pytest.mark.parametrize(
    "words", [("--save", "status.png"), ("--save", "x.svg", "--json"), ("--save", "x.svg", "--watch")]
)
def test_a_picture_that_cannot_be_is_refused(samples: Office, words: tuple[str, ...]) -> None:
    said = samples.run("status", *words, code=2)

    assert "--save" in said.err or "neither .svg nor .html" in said.err
    assert not (samples.root / "x.svg").exists()
