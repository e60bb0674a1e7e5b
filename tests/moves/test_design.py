from __future__ import annotations

from datetime import date

import pytest

from hundredday import moves
from hundredday.challenge.people import Person
from hundredday.errors import Refused
from hundredday.moves import sharing
from moves.life import ACCELERATION, DESIGN, made, said

ON = date(2026, 3, 2)


def test_a_candidate_is_proposed_with_what_is_known() -> None:
    sponsor = Person(name="Aigerim Bekova", post="Vice-Minister")

    proposed = moves.propose(
        title="  Small claims ", on=ON, agency="Ministry", sponsor=sponsor, statement="Six weeks"
    )

    assert list(said(proposed).items()) == [
        ("format", 1),
        ("title", "Small claims"),
        ("agency", "Ministry"),
        ("sponsor", {"name": "Aigerim Bekova", "post": "Vice-Minister"}),
        ("phase", "design"),
        ("design", {"entered": ON, "problem": {"statement": "Six weeks"}}),
    ]


@pytest.mark.parametrize(
    ("title", "told"), [(" ", "is empty"), ("a\x1b[31m", "cannot be seen"), ("a\u202eb", "cannot be seen")]
)
def test_a_title_that_says_nothing_or_hides_something_is_refused(title: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        moves.propose(title=title, on=ON)


def test_a_topic_is_a_key() -> None:
    with pytest.raises(Refused, match="“Public Services” cannot be a key"):
        moves.propose(title="Small claims", on=ON, topic="Public Services")


def test_a_candidate_is_described_field_by_field() -> None:
    challenge = made(DESIGN)

    described = moves.describe(
        moves.describe(challenge, affected="Traders"), evidence="Registry", priority="The plan"
    )

    assert said(described)["priority"] == "The plan"
    assert said(described)["design"]["problem"] == {"affected": "Traders", "evidence": "Registry"}
    assert said(challenge)["design"] == {"entered": date(2026, 2, 2)}


def test_after_design_a_sponsor_may_change_and_the_problem_may_not() -> None:
    challenge = made(ACCELERATION)

    assert moves.describe(challenge, sponsor=Person(name="Dana")).sponsor == Person(name="Dana")
    with pytest.raises(Refused) as refused:
        moves.describe(challenge, statement="Another problem")
    assert (
        refused.value.text
        == "The description of the problem belongs to Design; this challenge is in Acceleration."
    )
    assert refused.value.mend == "hundredday status ID"


def test_a_candidate_started_from_another_takes_its_problem_and_never_its_numbers() -> None:
    other = made(
        "topic: public-services\npriority: The plan\nphase: acceleration\ndesign: {problem: {statement: Six weeks, evidence: Registry}, scores: {impact: 5}, stakeholders: {traders: {role: affected}}}\nacceleration: {}\n"
    )

    offered = sharing.shared(other, sharing.nameless_of(other), id="small-claims")
    carried = moves.carry_over(moves.propose(title="Ours", on=ON, priority="Our plan"), offered)

    assert said(carried) == {
        "format": 1,
        "title": "Ours",
        "topic": "public-services",
        "priority": "Our plan",
        "origin": {"challenge": "small-claims"},
        "phase": "design",
        "design": {
            "entered": ON,
            "problem": {"statement": "Six weeks"},
            "stakeholders": {"affected": {"role": "affected"}},
        },
    }


def test_scores_are_given_one_by_one() -> None:
    challenge = moves.score(made(DESIGN), grades=["impact=5", "cross-agency=3"])

    scored = moves.score(challenge, grades=["impact=4"])

    assert said(scored)["design"]["scores"] == {"impact": 4, "cross_agency": 3}


@pytest.mark.parametrize(
    ("typed", "told", "mend"),
    [
        ("impct=5", "“impct” is not a criterion.", "Did you mean impact?"),
        ("impact", "“impact” is not a score.", "Write impact=3; a grade is from 1 to 5."),
        ("impact=6", "6 is out of range for impact.", "Write 5 or less."),
        ("impact=high", "“impact=high” is not a score.", "Write impact=3; a grade is from 1 to 5."),
    ],
)
def test_a_score_that_is_none_is_refused(typed: str, told: str, mend: str) -> None:
    with pytest.raises(Refused) as refused:
        moves.score(made(DESIGN), grades=[typed])

    assert (refused.value.text, refused.value.mend) == (told, mend)


def test_a_decision_is_written_with_who_and_why() -> None:
    selected = moves.select(made(DESIGN), by="Board", because="Highest score", on=ON)

    assert said(selected)["design"]["decision"] == {
        "made": "selected",
        "date": ON,
        "by": "Board",
        "because": "Highest score",
    }


def test_a_decision_before_design_was_entered_is_refused() -> None:
    with pytest.raises(
        Refused, match="The decision was made on 2026-02-01, before Design was entered on 2026-02-02"
    ):
        moves.select(made(DESIGN), by="Board", because="Highest score", on=date(2026, 2, 1))


def test_a_declined_candidate_is_closed_and_not_selected_again() -> None:
    declined = moves.decline(made(DESIGN), by="Board", because="No data", on=ON)

    assert said(declined)["phase"] == "closed"
    assert said(declined)["design"]["decision"]["made"] == "declined"
    assert said(declined)["closed"] == {"date": ON, "as": "declined", "because": "No data", "by": "Board"}
    with pytest.raises(Refused) as refused:
        moves.select(declined, by="Board", because="After all", on=ON)
    assert refused.value.mend == "hundredday reopen ID --because 'Why it goes on'"

    again = moves.reopen(declined, because="The data is there", on=ON)

    assert (again.phase, again.closed, again.design and again.design.decision) == ("design", None, None)
    assert said(again)["reopened"][0]["ended"] == said(declined)["closed"]


def test_a_selected_candidate_may_still_be_declined() -> None:
    selected = moves.select(made(DESIGN), by="Board", because="Highest score", on=ON)

    assert moves.decline(selected, by="Board", because="The law changed", on=ON).phase == "closed"


def test_a_stakeholder_is_added_and_then_described_by_name_or_key() -> None:
    challenge = moves.add_stakeholder(made(DESIGN), name="Supreme Court registry", role="decides")

    twice = moves.add_stakeholder(challenge, name="supreme court  Registry", influence=5)
    thrice = moves.add_stakeholder(twice, name="supreme-court-registry", stance="supports")

    assert said(thrice)["design"]["stakeholders"] == {
        "supreme-court-registry": {
            "name": "Supreme Court registry",
            "role": "decides",
            "influence": 5,
            "stance": "supports",
        }
    }
    assert moves.knows_stakeholder(thrice, "supreme-court-registry")
    assert not moves.knows_stakeholder(thrice, "Chamber")


@pytest.mark.parametrize(("field", "value"), [("role", "decider"), ("stance", "against"), ("influence", 6)])
def test_a_stakeholder_of_no_known_kind_is_refused(field: str, value: object) -> None:
    with pytest.raises(Refused):
        moves.add_stakeholder(made(DESIGN), name="Registry", **{field: value})  # type: ignore[arg-type]


def test_a_note_grows_and_keeps_its_day() -> None:
    note = moves.issue_note(made(DESIGN), mission="A judgment in a day", guardrails=("Appeals",), on=ON)

    more = moves.issue_note(note, indicator="Days", guardrails=("Appeals", "Costs"), on=date(2026, 3, 9))

    assert said(more)["design"]["note"] == {
        "issued": ON,
        "mission": "A judgment in a day",
        "indicator": "Days",
        "guardrails": ("Appeals", "Costs"),
    }


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("First same-day hearing", "first-same-day-hearing"),
        ("Registry has no e-signature", "registry-has-no-e-signature"),
        ("Суд за один день", "sud-za-odin-den"),
        ("Бір күнде шешім", "bir-kunde-sheshim"),
        ("Children's homes", "childrens-homes"),
        ("…", "item"),
        ("x" * 50, "x" * 40),
        ("a word " * 20, "a-word-a-word-a-word-a-word-a-word-a"),
    ],
)
def test_a_key_is_made_of_whole_words_in_any_script(text: str, key: str) -> None:
    assert moves.make_key(text) == key


def test_a_key_that_is_taken_gets_a_number() -> None:
    assert moves.make_key("Court", {"court"}) == "court-2"
    assert moves.make_key("Court", {"court", "court-2"}) == "court-3"
    assert moves.make_key("x" * 40, {"x" * 40}) == "x" * 38 + "-2"
