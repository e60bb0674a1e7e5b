"""accelerator.yaml: every difference is told in a sentence, and what means the same in none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.history.accelerator import accelerator_events
from hundredday.history.event import BESIDE, EVENTS
from hundredday.programme.accelerator import Accelerator, Cohort, Settings, Weights

TEXT = st.sampled_from(["", "one", "two words", "Сауле", "سعيد"])
DAY = st.dates(date(2026, 1, 1), date(2026, 1, 4))
KEY = st.sampled_from(["a", "b"])
SHARE = st.sampled_from([0.5, 0.85, 1.0])


def some(build: Any, **fields: Any) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional=fields).map(lambda given: build(**given))


ACCELERATOR = some(
    Accelerator,
    name=TEXT,
    host=TEXT,
    country=st.sampled_from(["", "KZ", "AE"]),
    timezone=st.sampled_from(["UTC", "Asia/Almaty"]),
    language=st.sampled_from(["", "kk", "ru"]),
    topics=st.dictionaries(KEY, TEXT),
    partners=st.lists(TEXT.filter(bool), unique=True, max_size=3).map(tuple),
    cohorts=st.dictionaries(
        KEY,
        some(Cohort, title=TEXT, launch=st.none() | DAY, reviews=st.dictionaries(KEY, DAY)),
    ),
    settings=some(
        Settings,
        stakeholders=st.integers(1, 5),
        team_size=st.sampled_from([(8, 12), (6, 12), (8, 14)]),
        stale_after=st.integers(5, 15),
        at_risk_below=SHARE,
        off_track_below=SHARE,
        follow_up_days=st.sampled_from([(30, 90, 180), (30,)]),
        sign_commits=st.booleans(),
        weights=some(Weights, impact=st.integers(0, 3), cross_agency=st.integers(0, 3)),
    ),
)


@given(ACCELERATOR, ACCELERATOR)
def test_every_difference_between_two_versions_is_told(before: Accelerator, after: Accelerator) -> None:
    events = accelerator_events(before, after)

    assert bool(events) == (before != after)
    assert all(event.text and "\n" not in event.text for event in events)
    assert {event.name for event in events} <= {*EVENTS, *BESIDE}


@given(ACCELERATOR)
def test_a_version_is_no_change_of_itself_and_one_that_comes_or_goes_is(one: Accelerator) -> None:
    assert accelerator_events(one, one) == ()
    assert accelerator_events(None, one)[0].name == "accelerator-founded"
    assert [event.name for event in accelerator_events(one, None)] == ["removed"]


SPRING = Cohort("Spring 2026", date(2026, 4, 6), {"midpoint": date(2026, 5, 26)})
BEFORE = Accelerator(
    name="City",
    topics={"courts": "Courts", "schools": "Schools"},
    partners=("UAE Government Accelerators",),
    cohorts={"2026-spring": SPRING},
)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name": "Town"}, ["described: name from City to Town"]),
        ({"host": "Project Office"}, ["described: host set to “Project Office”"]),
        (
            {"country": "KZ", "timezone": "Asia/Almaty"},
            ["described: country set to KZ, timezone from UTC to Asia/Almaty"],
        ),
        ({"topics": {**BEFORE.topics, "water": "Water"}}, ["topic-added: topic added: Water"]),
        (
            {"topics": {"courts": "Courts of law", "schools": "Schools"}},
            ["topic-renamed: topic courts renamed from Courts to “Courts of law”"],
        ),
        ({"topics": {}}, ["topic-removed: 2 topics taken out: Courts, Schools"]),
        (
            {"partners": ("RRI",)},
            [
                "partner-added: partner added: RRI",
                "partner-removed: partner taken out: UAE Government Accelerators",
            ],
        ),
        (
            {"cohorts": {**BEFORE.cohorts, "2026-autumn": Cohort(launch=date(2026, 9, 7))}},
            ["cohort-opened: cohort 2026-autumn opened: launch on 2026-09-07"],
        ),
        (
            {"cohorts": {"2026-spring": replace(SPRING, title="", launch=date(2026, 4, 13))}},
            [
                "cohort-renamed: cohort 2026-spring: title taken out, was “Spring 2026”",
                "cohort-launch-moved: cohort 2026-spring: launch from 2026-04-06 to 2026-04-13",
            ],
        ),
        (
            {"cohorts": {"2026-spring": replace(SPRING, launch=None, reviews={"final": date(2026, 7, 1)})}},
            [
                "cohort-launch-removed: cohort 2026-spring: launch taken out, was 2026-04-06",
                "cohort-review-set: cohort 2026-spring: final review set to 2026-07-01",
                "cohort-review-removed: cohort 2026-spring: midpoint review taken out, was 2026-05-26",
            ],
        ),
        (
            {"cohorts": {"2026-spring": replace(SPRING, reviews={"midpoint": date(2026, 5, 27)})}},
            ["cohort-review-moved: cohort 2026-spring: midpoint review from 2026-05-26 to 2026-05-27"],
        ),
        ({"cohorts": {}}, ["cohort-removed: cohort taken out: Spring 2026"]),
        (
            {"settings": Settings(at_risk_below=0.5, off_track_below=0.5, team_size=(6, 14))},
            [
                "setting-changed: team_size from 8–12 to 6–14",
                "setting-changed: at_risk_below from 1 to 0.5",
                "setting-changed: off_track_below from 0.85 to 0.5",
            ],
        ),
        (
            {"settings": Settings(follow_up_days=(30, 60), sign_commits=True)},
            [
                "setting-changed: follow_up_days from “30, 90, 180” to “30, 60”",
                "setting-changed: sign_commits from false to true",
            ],
        ),
        (
            {"settings": Settings(weights=Weights(impact=2, cross_agency=0))},
            ["weights-changed: weights: impact from 1 to 2, cross agency from 1 to 0"],
        ),
    ],
    ids=str,
)
def test_each_kind_of_change_has_its_sentence(changes: dict[str, Any], told: list[str]) -> None:
    events = accelerator_events(BEFORE, replace(BEFORE, **changes))

    assert [f"{event.name}: {event.text}" for event in events] == told


def test_what_is_founded_with_much_in_it_is_told_briefly() -> None:
    after = replace(BEFORE, cohorts={key: Cohort() for key in ("a", "b", "c", "d", "e")})

    assert [event.text for event in accelerator_events(None, after)] == [
        "founded as “City”",
        "2 topics added: Courts, Schools",
        "partner added: UAE Government Accelerators",
        "5 cohorts opened: a, b, c and 2 more",
    ]


def test_facts_of_a_setting_are_plain_for_machines() -> None:
    (event,) = accelerator_events(BEFORE, replace(BEFORE, settings=Settings(team_size=(6, 12))))

    assert event.detail == {"setting": "team_size", "from": "8; 12", "to": "6; 12"}
