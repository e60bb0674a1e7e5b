"""Nothing changes silently: different versions have events, equal ones have none."""

from __future__ import annotations

import copy
import os
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from hundredday.challenge import Challenge
from hundredday.history.difference import events_between
from hundredday.history.event import EVENTS
from hundredday.history.leaves import changes
from spoiling import altered, checked, holder, spoilt, ways

EXAMPLES = 10_000 if os.environ.get("HUNDREDDAY_TORTURE") else 150


def test_every_single_value_taken_out_or_changed_has_an_event(small_claims: dict[str, Any]) -> None:
    before = Challenge.model_validate(small_claims)
    silent, tried = [], 0

    for record in spoilt(small_claims):
        after = checked(record)
        if after is not None and after != before:
            tried += 1
            events = events_between(before, after)
            if not events or not {event.name for event in events} <= set(EVENTS):
                silent.append(changes(before, after))

    assert silent == []
    assert tried > 250


def test_one_value_in_two_edits_never_hides_the_other(small_claims: dict[str, Any]) -> None:
    """A change of the title and any other change are told as two."""
    before = Challenge.model_validate(small_claims)
    hidden = []

    for way in ways(small_claims):
        record = copy.deepcopy(small_claims)
        place = holder(record, way)
        place[way[-1]] = altered(place[way[-1]])
        alone = checked(record)
        if alone is None or alone == before or way == ("title",):
            continue
        both = alone.model_copy(update={"title": "Another title"})
        if len(events_between(before, both)) != len(events_between(before, alone)) + 1:
            hidden.append(way)

    assert hidden == []


@given(seed=st.randoms(use_true_random=False), edits=st.integers(1, 6))
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_random_edits_over_a_full_record_are_never_silent(
    full_record: dict[str, Any], seed: Any, edits: int
) -> None:
    record = copy.deepcopy(full_record)
    before = Challenge.model_validate(full_record)
    for _ in range(edits):
        way = seed.choice(list(ways(record)))
        place = holder(record, way)
        edited = seed.choice(("alter", "remove", "shuffle"))
        if edited == "remove":
            del place[way[-1]]
        elif edited == "shuffle" and isinstance(place, list):
            seed.shuffle(place)
        else:
            place[way[-1]] = altered(place[way[-1]])
    after = checked(record)
    assume(after is not None)

    forth, back = events_between(before, after), events_between(after, before)

    assert bool(forth) == bool(back) == (before != after)
    assert all(event.text and "\n" not in event.text for event in (*forth, *back))
    assert after is None or events_between(after, after.model_copy(deep=True)) == ()


def test_the_order_of_keys_and_the_way_numbers_are_written_make_no_event(
    small_claims: dict[str, Any],
) -> None:
    turned = copy.deepcopy(small_claims)
    goals = turned["acceleration"]["goals"]
    turned["acceleration"]["goals"] = dict(reversed(goals.items()))
    goals["days-to-judgment"]["measurable"]["target"] = 2.0

    before, after = Challenge.model_validate(small_claims), Challenge.model_validate(turned)

    assert changes(before, after) == ()
    assert events_between(before, after) == ()


@pytest.mark.parametrize("section", ["design", "acceleration", "sustainability"])
def test_a_section_that_holds_nothing_is_told_when_it_comes_and_goes(section: str) -> None:
    bare = Challenge.model_validate({"format": 1, "title": "Land titles", "phase": "design"})
    empty = Challenge.model_validate({"format": 1, "title": "Land titles", "phase": "design", section: {}})

    come, gone = events_between(bare, empty), events_between(empty, bare)

    assert [event.text for event in come] == [f"edited {section}, set to nothing yet"]
    assert [event.text for event in gone] == [f"edited {section}, taken out, was nothing yet"]
