from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from hundredday import moves
from hundredday.challenge.people import Person
from hundredday.errors import Refused, WrongUsage
from hundredday.language.listing import either
from hundredday.metrics import KINDS
from moves.life import ACCELERATION, DESIGN, RUNNING, TODAY, made, said

if TYPE_CHECKING:
    from hundredday.challenge import Challenge


def goals(challenge: Challenge) -> Any:
    return said(challenge)["acceleration"]["goals"]


def amended(field: str = "target", value: str = "120", **given: Any) -> Challenge:
    words = {"goal": "housed", "because": "More flats", "by": "Aigerim Bekova", "on": TODAY, "today": TODAY}
    return moves.amend(made(RUNNING), field=field, value=value, **{**words, **given})


def test_a_goal_is_set_in_the_order_of_the_file() -> None:
    words = moves.GoalWords(
        specific="A claim is judged the same day",
        metric="Median days",
        kind="duration",
        unit="days",
        baseline="43",
        baseline_date=date(2026, 3, 31),
        target="1,5",
        counted="All claims",
        source="Registry",
        every=7,
        usual="26/30",
        owner="Dana Omarova",
        because="Two judges do",
        relevant="Moves the plan",
        due=date(2026, 7, 15),
        trajectory="50=25 25=40",
    )

    challenge = moves.set_goal(made(ACCELERATION), goal="days", said=words)

    assert goals(challenge) == {
        "days": {
            "primary": True,
            "specific": "A claim is judged the same day",
            "measurable": {
                "metric": "Median days",
                "kind": "duration",
                "unit": "days",
                "baseline": 43,
                "baseline_date": date(2026, 3, 31),
                "target": 1.5,
                "counted": "All claims",
                "source": "Registry",
                "every": 7,
                "usual": {"rate": 26, "days": 30},
            },
            "attainable": {"owner": "Dana Omarova", "because": "Two judges do"},
            "relevant": "Moves the plan",
            "time_bound": {"due": date(2026, 7, 15)},
            "trajectory": {25: 40, 50: 25},
        }
    }
    assert list(goals(challenge)["days"]) == [
        "primary",
        "specific",
        "measurable",
        "attainable",
        "relevant",
        "time_bound",
        "trajectory",
    ]


def test_the_first_goal_is_named_after_its_metric_and_meant_from_then_on() -> None:
    challenge = moves.set_goal(made(ACCELERATION), goal=None, said=moves.GoalWords(metric="People housed"))

    again = moves.set_goal(challenge, goal=None, said=moves.GoalWords(kind="cumulative"))

    assert goals(again) == {
        "people-housed": {"primary": True, "measurable": {"metric": "People housed", "kind": "cumulative"}}
    }


def test_a_second_goal_is_a_condition_until_it_is_said_to_be_primary() -> None:
    challenge = moves.set_goal(made(ACCELERATION), goal="first", said=moves.GoalWords(specific="One"))

    second = moves.set_goal(challenge, goal="second", said=moves.GoalWords(specific="Two"))
    switched = moves.set_goal(second, goal="second", said=moves.GoalWords(primary=True))

    assert [key for key, goal in second.goals.items() if goal.primary] == ["first"]
    assert goals(switched) == {"first": {"specific": "One"}, "second": {"primary": True, "specific": "Two"}}


def test_a_metric_may_become_another_kind_before_the_launch() -> None:
    words = moves.GoalWords(metric="Growth", kind="percent", change=True, target="2155")
    challenge = moves.set_goal(made(ACCELERATION), goal="growth", said=words)

    other = moves.set_goal(challenge, goal="growth", said=moves.GoalWords(kind="level"))

    assert goals(challenge)["growth"]["measurable"]["change"] is True
    assert goals(other)["growth"]["measurable"] == {"metric": "Growth", "kind": "level", "target": 2155}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"target": "many"}, "“many” is not a number."),
        ({"kind": "flow"}, "The kind of a metric is cumulative, level, duration, percent"),
        ({"baseline": "4", "target": "4"}, "nothing would change"),
        ({"kind": "percent", "target": "101"}, "between 0 and 100"),
        ({"usual": "26"}, "“26” is no usual rate."),
        ({"trajectory": "soon"}, "“soon” is no point of a trajectory."),
        ({"trajectory": "101=4"}, "“101=4” is no point of a trajectory."),
        ({"baseline_method": "guessed"}, "“guessed” is no baseline method."),
        ({"kind": "level", "change": True}, "change does not belong to this kind"),
        ({"specific": "  "}, "The specific is empty."),
        ({"every": 0}, "0 is out of range for every."),
    ],
)
def test_a_goal_that_cannot_be_is_refused(words: dict[str, Any], told: str) -> None:
    with pytest.raises(Refused) as refused:
        moves.set_goal(made(ACCELERATION), goal="days", said=moves.GoalWords(**words))

    assert told in refused.value.text
    assert refused.value.mend


def test_a_key_of_a_goal_is_refused_where_it_cannot_be_one() -> None:
    with pytest.raises(Refused, match="“Days To” cannot be a key"):
        moves.set_goal(made(ACCELERATION), goal="Days To", said=moves.GoalWords(specific="One"))


def test_a_goal_belongs_to_acceleration() -> None:
    with pytest.raises(Refused) as refused:
        moves.set_goal(made(DESIGN), goal="days", said=moves.GoalWords(specific="One"))

    assert refused.value.text == "A goal belongs to Acceleration; this challenge is in Design."
    assert refused.value.mend == "hundredday advance ID --check"


def test_an_owner_is_on_the_team() -> None:
    challenge = moves.nominate(made(ACCELERATION), leader=Person(name="Dana Omarova"))

    with pytest.raises(Refused, match="Dina Omarova owns the goal days and is not on the Acceleration Team"):
        moves.set_goal(challenge, goal="days", said=moves.GoalWords(owner="Dina Omarova"))


@pytest.mark.parametrize(
    ("words", "mend"),
    [
        (
            {"target": "120"},
            "hundredday amend ID housed target 120 --because 'Why the goal has to change' --by 'Aigerim Bekova'",
        ),
        (
            {"unit": "families"},
            "hundredday amend ID housed unit families --because 'Why the goal has to change' --by 'Aigerim Bekova'",
        ),
        (
            {"due": date(2026, 7, 1)},
            "hundredday amend ID housed due 2026-07-01 --because 'Why the goal has to change' --by 'Aigerim Bekova'",
        ),
    ],
)
def test_a_frozen_field_is_refused_with_the_amendment_that_changes_it(
    words: dict[str, Any], mend: str
) -> None:
    with pytest.raises(Refused) as refused:
        moves.set_goal(made(RUNNING), goal=None, said=moves.GoalWords(**words))

    assert "was frozen at the launch on 2026-04-06" in refused.value.text
    assert refused.value.mend == mend


def test_what_is_not_frozen_may_change_after_the_launch() -> None:
    words = moves.GoalWords(target="107", source="Register", because="Flats are there", every=14)

    changed = moves.set_goal(made(RUNNING), goal="housed", said=words)

    assert goals(changed)["housed"]["measurable"]["source"] == "Register"
    assert goals(changed)["housed"]["attainable"] == {"because": "Flats are there"}


@pytest.mark.parametrize(("goal", "words"), [("new", {"specific": "New"}), ("rent", {"primary": True})])
def test_no_goal_is_added_and_no_other_made_primary_after_the_launch(
    goal: str, words: dict[str, Any]
) -> None:
    with pytest.raises(Refused, match="settled at the launch on 2026-04-06"):
        moves.set_goal(made(RUNNING), goal=goal, said=moves.GoalWords(**words))


def test_a_baseline_that_a_surrogate_stood_in_for_is_filled_in_after_the_launch() -> None:
    text = RUNNING.replace("baseline: 40, target: 90", "baseline_method: surrogate, target: 90")

    changed = moves.set_goal(
        made(text), goal="rent", said=moves.GoalWords(baseline="38", baseline_date=TODAY)
    )

    assert goals(changed)["rent"]["measurable"]["baseline"] == 38
    with pytest.raises(Refused, match="was frozen"):
        moves.set_goal(changed, goal="rent", said=moves.GoalWords(baseline="39"))


def test_an_amendment_changes_the_field_and_says_so() -> None:
    challenge = amended()

    assert goals(challenge)["housed"]["measurable"]["target"] == 120
    (amendment,) = said(challenge)["acceleration"]["amendments"]
    assert list(amendment.items()) == [
        ("date", TODAY),
        ("goal", "housed"),
        ("field", "target"),
        ("from", 107),
        ("to", 120),
        ("because", "More flats"),
        ("by", "Aigerim Bekova"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "to"),
    [
        ("specific", "Families sleep at home", "Families sleep at home"),
        ("metric", "Families housed", "Families housed"),
        ("kind", "level", "level"),
        ("unit", "families", "families"),
        ("baseline", "12", 12),
        ("baseline-date", "2026-04-01", date(2026, 4, 1)),
        ("counted", "Keys handed over", "Keys handed over"),
        ("due", "day 90", date(2026, 7, 5)),
        ("trajectory", "100=107 50=40", "50=40 100=107"),
    ],
)
def test_every_frozen_field_is_amended_in_its_own_type(field: str, value: str, to: Any) -> None:
    (amendment,) = amended(field, value).amendments

    assert (amendment.field, amendment.to) == (field.replace("-", "_"), to)


@pytest.mark.parametrize(
    ("words", "told", "mend"),
    [
        ({"goal": "hosed"}, "There is no “hosed” among the goals.", "Did you mean housed?"),
        ({"field": "targt"}, "There is no “targt” among the frozen fields.", "Did you mean target?"),
        (
            {"value": "107"},
            "The target of housed is 107 already.",
            "Nothing has to be amended. If somebody changed it without an amendment, hundredday audit says so.",
        ),
        ({"value": "many"}, "“many” is not a number.", "Write the value in people, such as 42."),
        (
            {"value": "10"},
            "The target is the same as the baseline, 10 people: nothing would change.",
            "Set a target that differs from the baseline.",
        ),
        (
            {"field": "kind", "value": "flow"},
            "“flow” is no kind of metric.",
            f"Write {either(KINDS)}.",
        ),
        (
            {"on": date(2026, 5, 2)},
            "An amendment cannot be dated 2026-05-02: today is 2026-05-01.",
            "Write the day on which it happened.",
        ),
        (
            {"on": date(2026, 4, 5)},
            "An amendment of 2026-04-05 lies before the launch on 2026-04-06.",
            "Write the day on which the change was agreed.",
        ),
        (
            {"field": "due", "value": "2026-07-16"},
            "The goal housed is due on 2026-07-16, and the clock runs from 2026-04-06 to 2026-07-15.",
            "Choose a day after 2026-04-06 and not after 2026-07-15.",
        ),
    ],
)
def test_an_amendment_that_cannot_be_is_refused(words: dict[str, Any], told: str, mend: str) -> None:
    with pytest.raises(Refused) as refused:
        amended(**words)

    assert (refused.value.text, refused.value.mend) == (told, mend)


def test_a_date_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(WrongUsage):
        amended("due", "soon")


def test_the_same_value_approves_an_amendment_that_waits() -> None:
    waiting = amended(by=None)

    approved = moves.amend(
        waiting, goal="housed", field="target", value="120", because="Ours", by="Board", on=TODAY, today=TODAY
    )

    (amendment,) = said(approved)["acceleration"]["amendments"]
    assert (amendment["because"], amendment["by"]) == ("More flats", "Board")


def test_nothing_is_amended_before_the_launch() -> None:
    challenge = moves.set_goal(made(ACCELERATION), goal="days", said=moves.GoalWords(metric="Days"))

    with pytest.raises(Refused) as refused:
        moves.amend(
            challenge, goal="days", field="target", value="4", because="x", by="y", on=TODAY, today=TODAY
        )

    assert refused.value.mend == "hundredday goal ID days --target 4"


def test_a_goal_that_cannot_be_measured_says_why() -> None:
    marked = moves.mark_not_measurable(
        made(RUNNING), goal="rent", because="The register closed", by="Board", on=TODAY
    )

    assert goals(marked)["rent"]["not_measurable"] == {
        "because": "The register closed",
        "by": "Board",
        "date": TODAY,
    }
    with pytest.raises(Refused, match="no “rents” among the goals"):
        moves.mark_not_measurable(made(RUNNING), goal="rents", because="x", by=None, on=TODAY)
