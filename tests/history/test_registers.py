"""Intakes and partners: every difference is told, in one sentence for each kind of thing, and equal ones in none."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hundredday.history.registers import intake_events, partner_events
from hundredday.programme.exchange import Partner
from hundredday.programme.training import Intake

TEXT = st.sampled_from(["one", "two", "Сауле", "سعيد"])
DAY = st.dates(date(2026, 1, 1), date(2026, 1, 4))


def some(**fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


PARTICIPANT = st.builds(
    lambda name, rest: {"name": name, **rest},
    TEXT,
    some(
        post=TEXT,
        agency=TEXT,
        group=TEXT,
        attended=st.lists(st.sampled_from(["a", "b"]), unique=True),
        project=TEXT,
        status=st.sampled_from(["enrolled", "graduated", "left"]),
        date=DAY,
    ),
)
INTAKE = st.builds(
    lambda rest: Intake.model_validate({"format": 1, "title": "T", **rest}),
    some(
        title=TEXT,
        host=TEXT,
        graduates_need=st.lists(st.sampled_from(["closed_challenge", "all_modules"]), unique=True),
        modules=st.dictionaries(st.sampled_from(["a", "b"]), some(**{"title": TEXT, "from": DAY, "to": DAY})),
        participants=st.lists(PARTICIPANT, max_size=4, unique_by=lambda one: one["name"]),
    ),
)
VISIT = st.builds(
    lambda start, rest: {"from": start, **rest},
    DAY,
    some(
        to=DAY,
        where=TEXT,
        host=TEXT,
        participants=st.integers(0, 3),
        hours=st.integers(0, 3),
        about=st.lists(TEXT),
    ),
)
PARTNER = st.builds(
    lambda rest: Partner.model_validate({"format": 1, "partner": "P", **rest}),
    some(
        partner=TEXT,
        country=st.sampled_from(["AE", "KG"]),
        visits=st.lists(VISIT, max_size=3),
        practices=st.dictionaries(
            st.sampled_from(["a", "b"]),
            st.builds(
                lambda practice, rest: {"title": practice, **rest},
                TEXT,
                some(**{"from": TEXT, "source": TEXT, "used_in": st.lists(TEXT, unique=True)}),
            ),
        ),
    ),
)


@given(INTAKE, INTAKE)
def test_every_difference_between_two_intakes_is_told(before: Intake, after: Intake) -> None:
    events = intake_events(before, after)

    assert bool(events) == (before != after)
    assert all(event.text and "\n" not in event.text for event in events)


@given(PARTNER, PARTNER)
def test_every_difference_between_two_partners_is_told(before: Partner, after: Partner) -> None:
    events = partner_events(before, after)

    assert bool(events) == (before != after)
    assert all(event.text and "\n" not in event.text for event in events)


def test_many_who_do_one_thing_are_counted() -> None:
    before = Intake(format=1, title="Program")
    after = Intake.model_validate(
        {
            "format": 1,
            "title": "Program",
            "participants": [{"name": f"Participant {n}"} for n in range(1, 34)],
        }
    )

    (event,) = intake_events(before, after)

    assert event.text == "33 enrolled: Participant 1, Participant 2, Participant 3 and 30 more"


def test_what_was_taken_back_is_told() -> None:
    before = Intake.model_validate(
        {
            "format": 1,
            "title": "T",
            "modules": {"a": {}},
            "participants": [
                {"name": "One", "attended": ["a"], "status": "graduated", "date": date(2026, 1, 1)}
            ],
        }
    )
    after = Intake.model_validate(
        {"format": 1, "title": "T", "modules": {"a": {}}, "participants": [{"name": "One"}]}
    )

    assert [event.text for event in intake_events(before, after)] == ["entry changed back: One"]
