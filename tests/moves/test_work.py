from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hundredday import moves
from hundredday.challenge.people import Person
from hundredday.errors import Refused
from hundredday.programme import Settings
from moves.life import ACCELERATION, DESIGN, RUNNING, SUSTAINABILITY, TODAY, made, said

if TYPE_CHECKING:
    from hundredday.challenge import Challenge

WEEK = date(2026, 4, 24)


def recorded(
    value: str, goal: str | None = None, on: date = TODAY, text: str = RUNNING, **given: Any
) -> Challenge:
    return moves.record(made(text), goal=goal, value=value, on=on, today=TODAY, **given)


def readings(challenge: Challenge, goal: str = "housed") -> Any:
    return said(challenge)["acceleration"]["goals"][goal]["readings"]


def acceleration(challenge: Challenge) -> Any:
    return said(challenge)["acceleration"]


def test_a_reading_is_of_the_primary_goal_unless_another_is_named() -> None:
    assert readings(recorded("12")) == ({"date": TODAY, "value": 12},)
    assert readings(recorded("18/40", "rent"), "rent") == (
        {"date": TODAY, "value": 45, "count": 18, "of": 40},
    )


def test_a_reading_says_all_that_was_said_in_the_order_of_the_file() -> None:
    challenge = recorded(
        "12",
        note="First keys",
        source="Register",
        by="Dana",
        evidence="https://example.org",
        status="provisional",
    )

    assert list(readings(challenge)[0].items()) == [
        ("date", TODAY),
        ("value", 12),
        ("note", "First keys"),
        ("source", "Register"),
        ("by", "Dana"),
        ("evidence", "https://example.org"),
        ("status", "provisional"),
    ]


def test_a_late_reading_says_when_it_was_entered() -> None:
    assert readings(recorded("12", on=WEEK)) == ({"date": WEEK, "value": 12, "entered": TODAY},)


def test_a_guardrail_is_read_in_numbers() -> None:
    challenge = recorded("9", "complaints")

    assert acceleration(challenge)["guardrails"]["complaints"]["readings"] == ({"date": TODAY, "value": 9},)
    with pytest.raises(Refused, match="“done” is not a number"):
        recorded("done", "complaints")


def test_what_is_added_comes_on_top_of_the_last_total_up_to_that_day() -> None:
    first = recorded("12", add=True, on=WEEK)

    second = moves.record(first, goal=None, value="3", on=TODAY, today=TODAY, add=True)
    between = moves.record(second, goal=None, value="1", on=date(2026, 4, 27), today=TODAY, add=True)

    assert [reading["value"] for reading in readings(between)] == [22, 25, 23]


def test_only_a_running_total_is_added_to() -> None:
    with pytest.raises(Refused, match="Only a running total"):
        recorded("3", "rent", add=True)


def test_a_correction_is_appended_and_the_first_entry_stays() -> None:
    challenge = recorded("12")

    corrected = moves.record(challenge, goal=None, value="11", on=TODAY, today=TODAY)
    again = moves.record(corrected, goal=None, value="11", on=TODAY, today=date(2026, 5, 2))

    assert [reading["value"] for reading in readings(corrected)] == [12, 11]
    assert again == corrected


def test_a_provisional_number_is_verified_by_a_further_entry() -> None:
    challenge = recorded("12", status="provisional")

    verified = moves.record(challenge, goal=None, value="12", on=TODAY, today=TODAY, status="verified")

    assert [reading["status"] for reading in readings(verified)] == ["provisional", "verified"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"value": "many"}, "“many” is not a number."),
        ({"value": "12", "goal": "hosed"}, "There is no goal or guardrail “hosed”."),
        (
            {"value": "12", "on": date(2026, 5, 2)},
            "A reading cannot be dated 2026-05-02: today is 2026-05-01.",
        ),
        (
            {"value": "12", "on": date(2026, 4, 5)},
            "A reading of 2026-04-05 lies before the launch on 2026-04-06.",
        ),
        ({"value": "101", "goal": "rent"}, "A share lies between 0 and 100 percent, and this is 101."),
        ({"value": "12", "status": "guessed"}, "“guessed” is no status."),
        (
            {"value": "12", "text": ACCELERATION},
            "This comes after the launch, and the clock has no start yet.",
        ),
        (
            {"value": "12", "text": DESIGN},
            "A reading belongs to Acceleration or Sustainability or the time after the end; this challenge is in Design.",
        ),
    ],
)
def test_a_reading_that_cannot_be_is_refused(words: dict[str, Any], told: str) -> None:
    with pytest.raises(Refused) as refused:
        recorded(**words)

    assert refused.value.text == told
    assert refused.value.mend


def test_a_running_total_that_falls_is_refused() -> None:
    with pytest.raises(Refused, match="A running total cannot fall"):
        moves.record(recorded("12", on=WEEK), goal=None, value="11", on=TODAY, today=TODAY)


def test_readings_go_on_after_the_end() -> None:
    closed = made(
        RUNNING.replace("phase: acceleration", "phase: closed\nclosed: {date: 2026-04-20, as: completed}")
    )

    challenge = moves.record(closed, goal=None, value="12", on=TODAY, today=TODAY)

    assert len(challenge.goals["housed"].readings) == 1


def test_people_are_nominated_one_by_one_and_described_anew() -> None:
    dana, yerlan = Person(name="Dana Omarova", agency="Court"), Person(name="Yerlan Saparov")
    challenge = moves.nominate(
        made(ACCELERATION), leader=dana, members=(Person(name="Timur"), Person(name="Madina"))
    )

    team = moves.nominate(
        challenge, coach=yerlan, members=(Person(name="timur", post="Analyst"),), remove=("madina",)
    )

    assert acceleration(team)["team"] == {
        "leader": {"name": "Dana Omarova", "agency": "Court"},
        "coach": {"name": "Yerlan Saparov"},
        "members": ({"name": "timur", "post": "Analyst"},),
    }


def test_who_is_named_by_name_alone_keeps_their_post_and_agency() -> None:
    dana = Person(name="Dana Omarova", post="Registrar", agency="Court")
    challenge = moves.nominate(
        made(ACCELERATION), leader=dana, members=(Person(name="Timur", agency="City"),)
    )

    again = moves.nominate(challenge, leader=Person(name="dana  omarova"), members=(Person(name="Timur"),))
    swapped = moves.nominate(challenge, leader=Person(name="Timur"))

    assert again.team == challenge.team
    assert acceleration(swapped)["team"]["leader"] == {"name": "Timur", "agency": "City"}


def test_nobody_leaves_a_team_unknown_or_owning_a_goal() -> None:
    team = moves.nominate(made(ACCELERATION), leader=Person(name="Dana"), members=(Person(name="Timur"),))
    owned = moves.set_goal(team, goal="days", said=moves.GoalWords(owner="Timur"))

    with pytest.raises(Refused, match="Tamur is not on the team") as refused:
        moves.nominate(team, remove=("Tamur",))
    assert refused.value.mend == "Did you mean Timur?"
    with pytest.raises(Refused, match="Timur owns the goal days"):
        moves.nominate(owned, remove=("Timur",))


def test_a_guardrail_is_set_and_then_known_by_key_or_metric() -> None:
    challenge = moves.set_guardrail(made(ACCELERATION), metric="Appeals a week", unit="appeals")

    more = moves.set_guardrail(
        moves.set_guardrail(challenge, metric="appeals-a-week", limit=12),
        metric="Appeals a week",
        worse="above",
    )

    assert acceleration(more)["guardrails"] == {
        "appeals-a-week": {"metric": "Appeals a week", "unit": "appeals", "limit": 12, "worse": "above"}
    }


def test_a_guardrail_is_not_called_like_a_goal() -> None:
    with pytest.raises(Refused, match="There is a goal “rent” already"):
        moves.set_guardrail(made(RUNNING), metric="Rent", key="rent")


def test_a_milestone_is_planned_and_then_done() -> None:
    planned = moves.set_milestone(
        made(ACCELERATION), title="First hearing", due=date(2026, 4, 20), critical=True, today=TODAY
    )

    done = moves.set_milestone(planned, title="first-hearing", done=date(2026, 4, 17), today=TODAY)

    assert acceleration(done)["milestones"] == {
        "first-hearing": {
            "title": "First hearing",
            "due": date(2026, 4, 20),
            "done": date(2026, 4, 17),
            "critical": True,
        }
    }
    with pytest.raises(Refused, match="cannot be dated 2026-05-02"):
        moves.set_milestone(planned, title="first-hearing", done=date(2026, 5, 2), today=TODAY)


def test_a_blocker_is_raised_and_resolved_once() -> None:
    raised = moves.block(
        made(RUNNING),
        what="No e-signature",
        asked_of="Aigerim",
        needed_by=date(2026, 5, 4),
        on=WEEK,
        today=TODAY,
    )

    closed = moves.unblock(raised, key="no-e-signature", how="Lent", on=TODAY, today=TODAY)

    assert acceleration(closed)["blockers"] == {
        "no-e-signature": {
            "what": "No e-signature",
            "raised": WEEK,
            "asked_of": "Aigerim",
            "needed_by": date(2026, 5, 4),
            "resolved": TODAY,
            "how": "Lent",
        }
    }
    with pytest.raises(Refused, match="was resolved on 2026-05-01"):
        moves.unblock(closed, key="no-e-signature", on=TODAY, today=TODAY)


def test_a_blocker_is_not_resolved_before_it_was_raised_nor_under_another_name() -> None:
    raised = moves.block(made(RUNNING), what="No e-signature", key="sign", on=WEEK, today=TODAY)

    with pytest.raises(Refused, match="before it was raised on 2026-04-24"):
        moves.unblock(raised, key="sign", on=date(2026, 4, 23), today=TODAY)
    with pytest.raises(Refused) as refused:
        moves.unblock(raised, key="sing", on=TODAY, today=TODAY)
    assert refused.value.mend == "Did you mean sign?"
    with pytest.raises(Refused, match="There is a blocker “sign” already"):
        moves.block(raised, what="Another", key="sign", on=TODAY, today=TODAY)


def test_colours_are_appended() -> None:
    green = moves.declare(made(RUNNING), status="green", because="Ahead", on=WEEK, today=TODAY)

    red = moves.declare(green, status="red", because="A law", by="Dana", on=TODAY, today=TODAY)

    assert acceleration(red)["declared"] == (
        {"date": WEEK, "status": "green", "because": "Ahead"},
        {"date": TODAY, "status": "red", "because": "A law", "by": "Dana"},
    )
    with pytest.raises(Refused, match="“blue” is no status"):
        moves.declare(green, status="blue", because="?", on=TODAY, today=TODAY)


def test_the_midpoint_review_is_held_once() -> None:
    held = moves.review(made(RUNNING), name="midpoint", decided=("Add two courts",), on=TODAY, today=TODAY)

    assert acceleration(held)["reviews"] == {"midpoint": {"date": TODAY, "decided": ("Add two courts",)}}
    with pytest.raises(Refused, match="The midpoint review was held on 2026-05-01; it is held once"):
        moves.review(held, name="midpoint", on=TODAY, today=TODAY)


def test_what_is_handed_over_stands_in_the_order_of_the_file() -> None:
    challenge = made(SUSTAINABILITY)
    challenge = moves.keep_practice(
        challenge, practice="Same-day list", owner_post="Court chair", status="running"
    )
    challenge = moves.keep_practice(challenge, practice="same-day-list", resources="No new posts")
    challenge = moves.own(challenge, post="Head", agency="Supreme Court")
    challenge = moves.pledge(challenge, by="Aigerim Bekova", post="Vice-Minister", today=TODAY)
    challenge = moves.pledge(challenge, by="aigerim bekova", text="Funded", signed=TODAY, today=TODAY)
    challenge = moves.decide_scale(challenge, path="scale", where=("Astana",), by="Board", on=TODAY)

    challenge = moves.plan_follow_up(challenge, watch=None, dates=(), settings=Settings())

    assert list(said(challenge)["sustainability"].items()) == [
        ("entered", date(2026, 4, 16)),
        ("owner", {"post": "Head", "agency": "Supreme Court"}),
        (
            "practices",
            {
                "same-day-list": {
                    "practice": "Same-day list",
                    "owner_post": "Court chair",
                    "resources": "No new posts",
                    "status": "running",
                }
            },
        ),
        (
            "pledges",
            (
                {
                    "by": "Aigerim Bekova",
                    "post": "Vice-Minister",
                    "agency": "Ministry of Justice",
                    "signed": TODAY,
                    "text": "Funded",
                },
            ),
        ),
        ("scale", {"path": "scale", "where": ("Astana",), "by": "Board", "date": TODAY}),
        (
            "follow_up",
            {"watch": "housed", "dates": (date(2026, 5, 15), date(2026, 7, 14), date(2026, 10, 12))},
        ),
    ]


def test_a_follow_up_watches_a_goal_on_days_of_its_own() -> None:
    challenge = moves.plan_follow_up(
        made(SUSTAINABILITY), watch="housed", dates=(date(2026, 6, 2), date(2026, 6, 1)), settings=Settings()
    )

    assert challenge.sustainability is not None
    assert said(challenge.sustainability)["follow_up"] == {
        "watch": "housed",
        "dates": (date(2026, 6, 1), date(2026, 6, 2)),
    }
    with pytest.raises(Refused, match="no “rent” among the goals"):
        moves.plan_follow_up(made(SUSTAINABILITY), watch="rent", dates=(), settings=Settings())


def test_a_signature_is_not_dated_in_the_future() -> None:
    with pytest.raises(Refused, match="A signature cannot be dated 2026-05-02"):
        moves.pledge(made(SUSTAINABILITY), by="Aigerim", signed=date(2026, 5, 2), today=TODAY)


def test_handing_over_belongs_to_sustainability() -> None:
    with pytest.raises(Refused) as refused:
        moves.own(made(RUNNING), post="Head", agency="Court")

    assert (
        refused.value.text
        == "The handover owner belongs to Sustainability; this challenge is in Acceleration."
    )
    assert refused.value.mend == "hundredday advance ID --check"


@pytest.mark.parametrize(
    "text", [DESIGN, RUNNING, SUSTAINABILITY, "phase: closed\nclosed: {date: 2026-03-04, as: stopped}"]
)
def test_a_lesson_is_kept_in_every_phase(text: str) -> None:
    challenge = moves.keep_lesson(
        made(text), text="Judges copy judges", kind="worked", tags=("courts",), on=TODAY
    )

    assert said(challenge)["lessons"] == (
        {"text": "Judges copy judges", "kind": "worked", "tags": ("courts",), "date": TODAY},
    )
