"""The living example: one whole run, looked at from several sides."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from office import Office

if TYPE_CHECKING:
    from conftest import RunGit

TODAY = "2026-11-23"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The example as made on a fixed day."""
    folder = tmp_path_factory.mktemp("demo")
    Office(folder, TODAY).run("demo", "example")
    return Office(folder / "example", TODAY)


@pytest.fixture(scope="module")
def challenges(demo: Office) -> list[dict[str, Any]]:
    return list(demo.run("status", "--json").json["challenges"])


def test_it_is_clean_and_sound(demo: Office, git: RunGit) -> None:
    assert git(demo.root, "status", "--porcelain") == ""
    assert git(demo.root, "fsck", "--strict", "--no-dangling") == ""
    assert demo.run("check", "--json").json["ok"] is True


def test_its_history_goes_forward_over_months_to_today(demo: Office, git: RunGit) -> None:
    days = git(demo.root, "log", "--reverse", "--topo-order", "--format=%aI").splitlines()

    assert days == sorted(days)
    assert len(days) > 300
    assert days[-1][:10] <= TODAY
    assert days[0][:7] < "2026-07"


def test_it_has_challenges_in_every_phase_and_in_four_scripts(challenges: list[dict[str, Any]]) -> None:
    assert {one["phase"] for one in challenges} == {"design", "acceleration", "sustainability", "closed"}
    titles = " ".join(one["title"] for one in challenges)
    assert re.search(r"[А-я]", titles)
    assert re.search(r"[әғқңөұүһі]", titles)


def test_it_shows_what_a_programme_lives_through(
    demo: Office, challenges: list[dict[str, Any]], git: RunGit
) -> None:
    goals = [goal for one in challenges for goal in one["goals"]]
    messages = git(demo.root, "log", "--format=%s").splitlines()
    files = "".join(path.read_text() for path in demo.root.glob("challenges/**/*.yaml"))

    assert any(one["amendments"] for one in challenges)
    assert any(one["waivers"] for one in challenges)
    assert any(one["declared"] == "green" and one["health"] == "off_track" for one in challenges)
    assert any(goal["outcome"] == "missed" for goal in goals)
    assert any(goal["outcome"] in {"achieved", "surpassed"} for goal in goals)
    assert any(is_early(one) for one in challenges)
    assert any(" corrected " in message for message in messages)
    assert "entered:" in files


def test_it_has_the_training_and_the_exchange_as_published_and_an_intake_of_its_own(demo: Office) -> None:
    training = demo.run("training", "status", "--json").json
    exchange = demo.run("exchange", "status", "--json").json
    samples = Path(__file__).parents[2]

    assert {one["id"]: one["counts"]["graduated"] for one in training["intakes"]} == {
        "diploma-2026": 2,
        "elp-2024": 0,
    }
    assert [one["name"] for one in training["may_coach"]] == ["Talgat Mamyrov", "Lyazzat Ospanova"]
    assert exchange["totals"]["practices_in_use"] == 2
    for published in ("training/elp-2024.yaml", "exchange/uae.yaml"):
        assert (demo.root / published).read_bytes() == (samples / published).read_bytes()


def test_a_folder_that_is_not_empty_is_refused(demo: Office) -> None:
    said = demo.run("demo", ".", code=2)

    assert "is not empty" in said.err


def is_early(challenge: dict[str, Any]) -> bool:
    """Whether its first goal was reached before the last day."""
    return any(
        goal["primary"] and goal["reached_on"] and goal["reached_on"] < challenge["end"]
        for goal in challenge["goals"]
    )


@pytest.mark.skipif(os.name == "nt", reason="groups of processes are interrupted in another way there")
def test_an_interrupted_demo_ends_as_interrupted_and_says_what_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    words = [sys.executable, "-m", "hundredday", "demo", str(folder)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        while not list(folder.glob("challenges/**/*.yaml")):
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        said = running.communicate()[1]

    assert running.returncode == 130
    assert said == f"\nThe example in {folder} is not whole: delete the folder before you make it again.\n"
