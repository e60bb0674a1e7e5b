from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from itertools import cycle
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, RenderableType

from hundredday.challenge import Challenge
from hundredday.findings import Finding, Place, Severity
from hundredday.gates import Verdict
from hundredday.outlook.cohort import results_of
from hundredday.outlook.columns import in_columns
from hundredday.outlook.people import Spelling, people_of, roles_in
from hundredday.outlook.ranking import CRITERIA, candidate_of, long_list
from hundredday.outlook.standing import GoalStanding, Next, Standing
from hundredday.programme import Cohort, Settings, Weights
from hundredday.views.cohort import cohort_view
from hundredday.views.cohort_gates import cohort_gates
from hundredday.views.cohorts import cohort_list
from hundredday.views.columns import columns_board
from hundredday.views.everybody import everybody_view, person_view
from hundredday.views.findings import findings_text
from hundredday.views.gate import checklist
from hundredday.views.long_list import long_list_board
from hundredday.views.portfolio import portfolio
from hundredday.views.story import story

Make = Callable[..., Any]

TODAY = date(2026, 5, 26)
TEXTS = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x9b31m C1 \x85 next",
    "[red]markup[/red] [/] [link=file:///etc/passwd]x[/link]",
    ":warning: :thumbs_up:",
    "bell \x07 back \x08\x08\x08 return \r over \x0b \x0c \x7f",
    "\u202egnp.exe\u202c \u2066isolate\u2069",
    "line one\nline two\ttab",
    "\ufeff\u200bzero\u200d width\u00ad",
    "e\u0301" * 40 + "\u0301" * 200,
    "👩\u200d👩\u200d👧\u200d👦" * 12,
    "名" * 200,
    "اسم" * 60,
    "x" * 700,
)
EXAMPLES = 400 if os.environ.get("HUNDREDDAY_TORTURE") else 25
SGR = re.compile(r"\x1b\[[0-9;]*m")
NEVER = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]")


def challenge_of(words: Iterator[str]) -> Challenge:
    """A challenge in which every free text is the next of the words."""

    def person() -> dict[str, str]:
        return {"name": next(words), "post": next(words), "agency": next(words)}

    day = date(2026, 5, 4)
    goal = {
        "specific": next(words),
        "measurable": {
            "metric": next(words),
            "kind": "level",
            "unit": next(words),
            "baseline": 43,
            "target": 1,
            "source": next(words),
        },
        "attainable": {"owner": next(words), "because": next(words)},
        "relevant": next(words),
        "readings": [
            {"date": day, "value": 20, "note": next(words), "source": next(words), "by": next(words)}
        ],
    }
    return Challenge.model_validate(
        {
            "format": 1,
            "title": next(words),
            "agency": next(words),
            "priority": next(words),
            "sponsor": person(),
            "phase": "closed",
            "design": {
                "problem": {"statement": next(words), "affected": next(words), "evidence": next(words)},
                "decision": {"made": "selected", "date": day, "by": next(words), "because": next(words)},
                "stakeholders": {
                    "a": {"name": next(words), "role": "decides", "influence": 5, "commitment": next(words)}
                },
                "note": {"mission": next(words), "indicator": next(words), "questions": [next(words)]},
            },
            "acceleration": {
                "team": {"leader": person(), "coach": person(), "members": [person()]},
                "clock": {"start": date(2026, 4, 6)},
                "goals": {"days-to-judgment": goal},
                "guardrails": {"a": {"metric": next(words), "unit": next(words), "limit": 3}},
                "milestones": {"a": {"title": next(words), "owner": next(words), "due": day}},
                "blockers": {"a": {"what": next(words), "asked_of": next(words), "needed_by": day}},
                "declared": [{"date": day, "status": "green", "because": next(words), "by": next(words)}],
                "reviews": {"midpoint": {"date": day, "decided": [next(words)], "by": next(words)}},
                "amendments": [
                    {
                        "date": day,
                        "goal": "days-to-judgment",
                        "field": next(words),
                        "from": next(words),
                        "because": next(words),
                        "by": next(words),
                    }
                ],
            },
            "sustainability": {
                "owner": {"post": next(words), "agency": next(words)},
                "practices": {
                    "a": {"practice": next(words), "owner_post": next(words), "resources": next(words)}
                },
                "pledges": [{"by": next(words), "text": next(words)}],
                "scale": {"path": "scale", "where": [next(words)], "by": next(words), "because": next(words)},
            },
            "lessons": [{"text": next(words), "kind": "worked", "tags": [next(words)]}],
            "waivers": [{"condition": next(words), "by": next(words), "because": next(words)}],
            "closed": {"date": day, "as": "stopped", "because": next(words), "by": next(words)},
        }
    )


def standing_of(standing: Make, goal: Make, words: Iterator[str]) -> Standing:
    hostile: GoalStanding = goal(unit=next(words), metric=next(words))
    made: Standing = standing(
        next(words),
        agency=next(words),
        leader=next(words),
        declared="green",
        goals=(hostile,),
        next=Next(next(words), TODAY),
    )
    return made


def screens(standing: Make, goal: Make, words: Iterator[str]) -> Iterator[RenderableType]:
    rows = [standing_of(standing, goal, words) for _ in range(3)]
    place = Place(next(words), 3, 7, next(words))
    found = [
        Finding(next(words), next(words), mend, place=place)
        for mend in (next(words), f"hundredday x --by '{next(words)}'")
    ]
    verdicts = [
        Verdict(next(words), holds, waived, Severity.ERROR, next(words), next(words))
        for holds, waived in ((True, False), (False, True), (False, False))
    ]
    counts = {"acceleration": 3}
    yield portfolio(rows, name=next(words), today=TODAY, counts=counts, problems=found)
    yield story(
        challenge_of(words), rows[0], verdicts=verdicts, gate="closed", settings=Settings(), today=TODAY
    )
    yield checklist(verdicts, gate="closed")
    yield findings_text(found)


def programme_screens(standing: Make, goal: Make, words: Iterator[str]) -> Iterator[RenderableType]:
    """The screens of the programme, of challenges in which every text is hostile."""
    weights, accelerator = Weights(), next(words)
    challenges = {f"c{number}": challenge_of(words) for number in range(3)}
    rows = {key: standing_of(standing, goal, words)._replace(id=key) for key in challenges}
    graded = [candidate_of(key, f"{key}.yaml", one) for key, one in challenges.items()]
    graded[:2] = [one._replace(grades=dict.fromkeys(CRITERIA, 3)) for one in graded[:2]]
    found = long_list([*graded, graded[0]._replace(id="d", made="declined")], weights)
    yield long_list_board(found, name=accelerator, weights=weights, today=TODAY)
    columns = in_columns("all", rows.values(), {})
    yield columns_board(columns, phase="all", name=accelerator, today=TODAY)
    roles = [role for key, one in challenges.items() for role in roles_in(key, next(words), one, today=TODAY)]
    people = people_of([role._replace(is_running=True) for role in roles], today=TODAY)
    spelt = [Spelling((next(words), next(words)), "yo", ((next(words),), (next(words),)))]
    yield everybody_view(people, spelt, name=accelerator, today=TODAY)
    yield person_view(people, spelt, today=TODAY)
    members = [
        (rows[key]._replace(goals=(rows[key].goals[0]._replace(id="days-to-judgment"),)), one)
        for key, one in challenges.items()
    ]
    cohort = Cohort(next(words), date(2026, 4, 6), {"midpoint": TODAY})
    results = results_of("spring", cohort, members, settings=Settings(), today=TODAY)
    yield cohort_view(results, results, today=TODAY)
    yield cohort_list([results], name=accelerator, today=TODAY)
    verdict = Verdict(next(words), False, False, Severity.ERROR, next(words), next(words))
    gates = [Gate(one, state, (verdict,)) for one, state in zip(challenges.values(), _STATES, strict=True)]
    yield cohort_gates(gates, name="spring", on=TODAY, running=1, today=TODAY)


_STATES = ("ready", "closed", "early")


class Gate(NamedTuple):
    """A challenge before its launch."""

    challenge: Challenge
    state: str
    verdicts: tuple[Verdict, ...]


def shown_on(renderable: RenderableType, width: int, colours: Any) -> str:
    screen = StringIO()
    Console(file=screen, width=width, force_terminal=colours is not None, color_system=colours).print(
        renderable
    )
    return screen.getvalue()


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
@pytest.mark.parametrize("colours", [None, "standard", "truecolor"])
def test_no_text_of_a_person_commands_the_terminal(
    standing: Make, goal: Make, width: int, colours: str | None
) -> None:
    words = cycle(TEXTS)

    every = (*screens(standing, goal, words), *programme_screens(standing, goal, words))
    shown = "".join(SGR.sub("", shown_on(screen, width, colours)) for screen in every)

    assert NEVER.findall(shown) == []
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert "[red]markup[/red]" in shown


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(min_size=1, max_size=40).filter(lambda text: text.strip()), min_size=1, max_size=9))
def test_no_text_at_all_commands_the_terminal_or_breaks_its_lines(
    standing: Make, goal: Make, texts: list[str]
) -> None:
    words = cycle(texts)

    every = (*screens(standing, goal, words), *programme_screens(standing, goal, words))
    shown = "".join(SGR.sub("", shown_on(screen, 80, "standard")) for screen in every)

    assert NEVER.findall(shown) == []
    assert max(cell_len(line) for line in shown.split("\n")) <= 80
