"""Words that nothing is called by: said before any question, with the nearest known ones, exit 2."""

from __future__ import annotations

import shlex
from inspect import signature
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from hundredday import commands
from life import ID
from transcript import typed

if TYPE_CHECKING:
    from office import Office

ALONE = [name for name in commands.NAMES if name not in commands.VERBS]
WITH_AN_ID = [name for name in ALONE if "id" in signature(commands.function_of(name)).parameters]
REST = {
    "score": ["impact=3"],
    "stakeholder": ["A chamber"],
    "note": ["--mission", "A day less"],
    "goal": ["--specific", "A result"],
    "guardrail": ["appeals", "--limit", "3"],
    "milestone": ["A first step"],
    "block": ["A lack"],
    "unblock": ["lack"],
    "declare": ["green"],
    "review": ["midpoint"],
    "amend": ["goal", "target", "3"],
    "practice": ["A list"],
    "scale": ["none"],
    "lesson": ["A lesson", "--kind", "worked"],
    "team": ["--leader", "Dana; Judge; Court"],
    "describe": ["--evidence", "Registry"],
}
"""What some commands cannot be typed without."""


@pytest.mark.parametrize("name", [name for name in WITH_AN_ID if name != "new"])
def test_an_unknown_id_is_said_before_anything_is_asked(name: str, candidate: Office) -> None:
    said = candidate.run(name, "smoll-claims", *REST.get(name, []), code=2)

    assert "No challenge has the id “smoll-claims”." in said.err
    assert f"Did you mean {ID}?" in said.err


@pytest.mark.parametrize("name", ["advance", "launch"])
def test_an_unknown_id_is_said_before_a_waiver_is_asked_about(name: str, candidate: Office) -> None:
    said = candidate.run(name, "nobody", "--waive", "has-a-sponsor", code=2)

    assert "No challenge has the id “nobody”." in said.err


def test_an_unknown_key_ends_2_with_the_nearest(running: Office) -> None:
    seen = typed(
        running,
        "record small days-to-judgement 30",
        "record small colour 30",
        "amend small days-to-judgement target 1 --because Yes --by Us",
        "amend small days-to-judgment targets 1 --because Yes --by Us",
        "unblock small signature",
        "goal small days --not-measurable 'No data'",
    )

    assert seen == snapshot("""\
$ hundredday record small days-to-judgement 30
! error: There is no goal or guardrail “days-to-judgement”.
!   Did you mean days-to-judgment?
[2]
$ hundredday record small colour 30
! error: There is no goal or guardrail “colour”.
!   The goals and guardrails are: days-to-judgment, appeals.
[2]
$ hundredday amend small days-to-judgement target 1 --because Yes --by Us
! error: There is no “days-to-judgement” among the goals.
!   Did you mean days-to-judgment?
[2]
$ hundredday amend small days-to-judgment targets 1 --because Yes --by Us
! error: There is no “targets” among the frozen fields.
!   Did you mean target?
[2]
$ hundredday unblock small signature
! error: There is no “signature” among the blockers.
!   Did you mean e-signature?
[2]
$ hundredday goal small days --not-measurable 'No data'
! error: There is no “days” among the goals.
!   The goals are: days-to-judgment.
[2]
""")


def test_a_launch_or_an_advance_that_cannot_be_looked_at_is_a_document_too(candidate: Office) -> None:
    early = candidate.run("launch", "small", "--check", "--json", code=1).json
    candidate.run("decline", "small", "--by", "Board", "--because", "No data")
    late = candidate.run("advance", "small", "--check", "--json", code=1).json

    assert early == snapshot(
        {
            "challenge": "small-claims-settled-in-one-day",
            "from": "design",
            "to": "acceleration",
            "open": False,
            "conditions": [
                {
                    "name": "gate-is-ahead",
                    "holds": False,
                    "severity": "error",
                    "text": "The launch belongs to Acceleration; this challenge is in Design.",
                    "mend": "hundredday advance small-claims-settled-in-one-day --check",
                }
            ],
        }
    )
    assert late == snapshot(
        {
            "challenge": "small-claims-settled-in-one-day",
            "from": "closed",
            "to": "closed",
            "open": False,
            "conditions": [
                {
                    "name": "gate-is-ahead",
                    "holds": False,
                    "severity": "error",
                    "text": "small-claims-settled-in-one-day is closed; there is no gate ahead.",
                    "mend": "hundredday status small-claims-settled-in-one-day shows how it ended.",
                }
            ],
        }
    )


NAMELESS = [
    ("status --topic private-services", "topics"),
    ("status --cohort 1999-spring", "cohorts"),
    ("status --agency Nobody", "agencies"),
    ("status --phase design --topic private-services --json", "topics"),
    ("status --since 2026-04-01 --topic private-services", "topics"),
    ("board --topic private-services", "topics"),
    ("board --cohort 1999-spring", "cohorts"),
    ("board --phase all --agency Nobody --json", "agencies"),
    ("export csv --topic private-services", "topics"),
    ("export json --agency Nobody", "agencies"),
    ("lessons --tag nonsense", "tags"),
]
"""Words of filters that nothing is called by, and what they should be one of."""


@pytest.mark.parametrize(("line", "plural"), NAMELESS)
def test_a_filter_by_a_word_that_nothing_is_called_by_is_wrong_usage(
    line: str, plural: str, running: Office
) -> None:
    said = running.run(*line.split(), code=2)

    word = line.rsplit(maxsplit=1)[-1] if "--json" not in line else line.split()[-2]
    assert f"There is no “{word}” among the {plural}." in said.err
    assert said.out == ""


def test_what_was_probably_meant_by_the_word_of_a_filter_is_said(running: Office) -> None:
    (running.root / "accelerator.yaml").write_text(
        "format: 1\ntopics: {public-services: Public services, schools: Schools and nurseries}\n"
        "cohorts: {2026-spring: {title: Spring}, 2027-spring: {title: Next spring}}\n"
    )

    seen = typed(
        running,
        "status --topic public-servces",
        "status --topic 'schools and Nurseries'",
        "board --cohort 2026-sprin",
        "status --agency 'Ministry of Justise'",
        "lessons --tag nonsense",
    )

    assert seen == snapshot("""\
$ hundredday status --topic public-servces
! error: There is no “public-servces” among the topics.
!   Did you mean public-services?
[2]
$ hundredday status --topic 'schools and Nurseries'
! error: There is no “schools and Nurseries” among the topics.
!   Did you mean schools?
[2]
$ hundredday board --cohort 2026-sprin
! error: There is no “2026-sprin” among the cohorts.
!   Did you mean 2026-spring?
[2]
$ hundredday status --agency 'Ministry of Justise'
! error: There is no “Ministry of Justise” among the agencies.
!   Did you mean Ministry of Justice?
[2]
$ hundredday lessons --tag nonsense
! error: There is no “nonsense” among the tags.
!   Take it out: there are no tags yet.
[2]
""")


def test_a_word_that_something_is_called_by_may_fit_nothing(running: Office) -> None:
    (running.root / "accelerator.yaml").write_text(
        "format: 1\ntopics: {schools: Schools}\ncohorts: {2027-spring: {title: Next spring}}\n"
    )

    for line in (
        "status --topic schools",
        "status --topic SCHOOLS --json",
        "status --cohort 2027-spring",
        "status --agency 'ministry of justice' --phase closed",
        "board --topic schools",
        "export csv --cohort 2027-spring",
    ):
        assert running.run(*shlex.split(line)).err.count("error") == 0


def test_nothing_is_called_by_any_word_in_an_empty_accelerator(office: Office) -> None:
    assert typed(office, "status --topic schools", "lessons --tag law") == snapshot("""\
$ hundredday status --topic schools
! error: There is no “schools” among the topics.
!   Take it out: there are no topics yet.
[2]
$ hundredday lessons --tag law
! error: There is no “law” among the tags.
!   Take it out: there are no tags yet.
[2]
""")


def test_a_name_that_nobody_has_is_wrong_usage(running: Office) -> None:
    seen = typed(
        running,
        "agenda --for Omarva",
        "agenda --for Nobody",
        "log --who 'Someone Else'",
        "log small --who Nobody --json",
    )

    assert seen == snapshot("""\
$ hundredday agenda --for Omarva
! error: No file names anybody called “Omarva”.
!   Did you mean Dana Omarova?
[2]
$ hundredday agenda --for Nobody
! error: No file names anybody called “Nobody”.
!   hundredday people shows everybody.
[2]
$ hundredday log --who 'Someone Else'
! error: Nobody called “Someone Else” has committed anything here.
!   hundredday log shows who did what.
[2]
$ hundredday log small --who Nobody --json
! error: Nobody called “Nobody” has committed anything here.
!   hundredday log shows who did what.
[2]
""")


def test_a_person_is_found_by_a_part_of_the_name_however_it_is_written(running: Office) -> None:
    path = running.file("small")
    path.write_text(path.read_text().replace("Dana Omarova", "Алёна Омарова"))

    due = running.run("agenda", "--for", "АЛЕНА", "--days", "200", "--json").json["due"]

    assert {one["who"] for one in due} == {"Алёна Омарова"}


def test_a_challenge_and_options_that_choose_among_all_do_not_go_together(running: Office) -> None:
    seen = typed(
        running,
        "status small --topic public-services --phase closed",
        "status small --since 2026-04-01 --health missed",
    )

    assert seen == snapshot("""\
$ hundredday status small --topic public-services --phase closed
! error: One challenge is named, so there is nothing to choose with --phase, --topic.
!   Leave out the ID, or the options.
[2]
$ hundredday status small --since 2026-04-01 --health missed
! error: One challenge is named, so there is nothing to choose with --health.
!   Leave out the ID, or the options.
[2]
""")
