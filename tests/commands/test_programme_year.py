"""A programme's half year: 120 candidates, 11 chosen, one launch, 100 days, and the cohort before beside it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

import yaml

from hundredday import moves
from hundredday.challenge import Challenge
from hundredday.outlook.ranking import CRITERIA
from hundredday.programme import Settings
from hundredday.replay import moved_by
from hundredday.store.plain import plain
from hundredday.store.writing.splicing import rewritten
from hundredday.store.yaml.reading import parse
from programme import ACCELERATED, COHORTS, faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import RunGit
    from office import Office

SETTINGS = Settings()
PROPOSED, CHOSEN, LAUNCH = date(2026, 2, 2), date(2026, 3, 2), date(2026, 4, 6)
AT_THE_END = {0: 1, 1: 1, 2: 2, 3: 2, 4: 2, 5: 2, 6: 2, 7: 10, 8: 22, 9: 30, 10: 4}
"""The last reading of each of the eleven: two surpass the target of 2 days, five reach it, four miss it."""
LATE = 10


def long_list() -> list[Challenge]:
    """120 candidates, each scored by the move that the command makes."""
    chance, many = Random(11), []
    for number in range(120):
        new = moves.propose(title=f"Service {number:03} in two days", on=PROPOSED, cohort="2026-spring")
        grades = [f"{name}={chance.choice('2334455')}" for name in CRITERIA]
        many.append(moves.score(new, grades=grades))
    return many


def prepared(chosen: Challenge, number: int) -> Challenge:
    """A chosen candidate at the end of Design and with its team and goal: only the launch is missing."""
    text = ACCELERATED.replace("NUMBER", f"{number:02}")
    told = {
        **plain(chosen),
        **yaml.safe_load(f"format: 1\n{text}"),
        "title": chosen.title,
        "phase": "acceleration",
    }
    told["acceleration"] = {"entered": CHOSEN, **yaml.safe_load(text)["acceleration"]}
    return Challenge.model_validate(told)


def run_through(challenge: Challenge, last: int) -> Challenge:
    """Weekly readings on a straight way to the last one, a lesson, and the gate on Day 100."""
    for week in range(1, 15):
        on = LAUNCH + timedelta(days=7 * week)
        value = round(42 - (42 - last) * week / 14)
        challenge = moves.record(challenge, goal=None, value=str(value), on=on, today=on)
    end = LAUNCH + timedelta(days=100)
    challenge = moves.keep_lesson(
        challenge, text=f"Judges adopt what a judge shows them: {last}", kind="worked", on=end
    )
    return moves.advance(challenge, settings=SETTINGS, today=end)


def closed(challenge: Challenge) -> Challenge:
    """Handed over and closed."""
    on = LAUNCH + timedelta(days=120)
    handed = moves.own(challenge, post="Head of the court administration", agency="Ministry of Finance")
    handed = moves.keep_practice(handed, practice="Same-day list", owner_post="Court chair", resources="None")
    handed = moves.pledge(
        handed, by="Aigerim Bekova", agency="Ministry of Justice", text="Funded", signed=on, today=on
    )
    handed = moves.decide_scale(handed, path="scale", by="Accelerator board", on=on)
    handed = moves.plan_follow_up(handed, watch=None, dates=(), settings=SETTINGS)
    for kind in ("failed", "surprised"):
        handed = moves.keep_lesson(handed, text=f"What {kind}", kind=kind, on=on)
    return moves.advance(handed, settings=SETTINGS, today=on)


def test_a_programme_goes_from_120_candidates_to_a_cohort_beside_the_one_before(
    office: Office, git: RunGit
) -> None:
    (office.root / "accelerator.yaml").write_text(COHORTS)
    candidates = long_list()
    for number, one in enumerate(candidates):
        write(office, f"service-{number:03}", one)
    office.today = CHOSEN.isoformat()

    # The board sees the eleven best, chooses them and declines the others.
    ranked = office.run("board", "--top", "11", "--json").json
    best = [one["id"] for one in ranked["candidates"][:11]]
    for number, one in enumerate(candidates):
        key = f"service-{number:03}"
        decide: Callable[..., Challenge] = moves.select if key in best else moves.decline
        decided = decide(one, by="Accelerator board", because="The ranking", on=CHOSEN)
        write(office, key, prepared(decided, best.index(key)) if key in best else decided)
    seen = office.run("board", "--json").json
    assert seen["counts"] == {"candidates": 120, "scored": 120, "selected": 11, "declined": 109, "open": 0}
    assert not any(one["against_ranking"] for one in seen["candidates"])
    assert len(office.run("board").out.splitlines()) > 120
    git(office.root, "add", ".")
    git(office.root, "commit", "--quiet", "--message=The long list")

    # One command launches them, a commit for each.
    office.today = LAUNCH.isoformat()
    said = office.run("cohort", "launch", "2026-spring")
    assert "11 challenges of 2026-spring launched, Day 0 is 2026-04-06." in said.out
    assert git(office.root, "rev-list", "--count", "HEAD~11..HEAD") == "11"
    assert git(office.root, "log", "-1", "--format=%(trailers:key=Event,valueonly)").strip() == "launched"
    assert git(office.root, "status", "--porcelain") == ""

    # A hundred days, one of them late, then the end; and the cohort before, half a year earlier.
    results = [closed(run_through(read(office, key), AT_THE_END[number])) for number, key in enumerate(best)]
    for number, key in enumerate(best):
        write(office, key, with_late_success(results[number]) if number == LATE else results[number])
    for number, result in enumerate((results[2], results[7], results[7], results[8])):
        before = moved_by(result, -217).model_copy(update={"cohort": "2025-autumn"})
        write(office, f"earlier-{number}", before)
    office.today = (LAUNCH + timedelta(days=130)).isoformat()
    assert office.run("check").code == 0

    document = office.run("cohort", "2026-spring", "--json").json
    shown = office.run("cohort", "show", "2026-spring").out

    assert faults("cohort", document) == []
    assert document["cohort"]["targets"] == {
        "met": 7,
        "surpassed": 2,
        "achieved": 5,
        "missed": 4,
        "late": 1,
        "not_measurable": 0,
        "stopped": 0,
        "running": 0,
    }
    assert document["cohort"]["counts"]["declined"] == 109
    assert document["cohort"]["median_attainment"] == 100
    assert len(document["cohort"]["lessons"]) == 33
    assert document["against"]["name"] == "2025-autumn"
    assert (document["against"]["targets"]["met"], document["against"]["median_attainment"]) == (1, 80)
    assert "targets met                    7 of 11        1 of 4" in shown


def with_late_success(challenge: Challenge) -> Challenge:
    """A reading after the end that meets the target."""
    told = plain(challenge)
    readings = told["acceleration"]["goals"]["days"]["readings"]  # type: ignore[index,call-overload]
    readings.append({"date": LAUNCH + timedelta(days=112), "value": 2})  # type: ignore[union-attr]
    return Challenge.model_validate(told)


def write(office: Office, key: str, challenge: Challenge) -> None:
    path = office.root / "challenges" / f"{key}.yaml"
    path.write_bytes(rewritten(parse(b"format: 1\n", path.name), plain(challenge)))


def read(office: Office, key: str) -> Challenge:
    return Challenge.model_validate(yaml.safe_load((office.root / "challenges" / f"{key}.yaml").read_text()))
