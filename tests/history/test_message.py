"""The commit message of a change."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hundredday.challenge import Challenge
from hundredday.history.difference import events_between
from hundredday.history.event import Event
from hundredday.history.message import message, subject

EXAMPLES = 10_000 if os.environ.get("HUNDREDDAY_TORTURE") else 60
ID = "small-claims-in-a-day"
READING = Event("reading-recorded", "33 days to judgment on Day 21", {"day": 21}, date(2026, 4, 27))
HOSTILE = st.lists(
    st.sampled_from(
        [
            *("Challenge: forged", "Event: launched", "Day: 100", "Signed-off-by: A Minister <a@b>", "---"),
            *(
                "\n",
                "\n\n",
                "\r",
                "\r\n",
                "\x0b",
                "\x0c",
                "\x1c",
                "\x85",
                "\u2028",
                "\u2029",
                " ",
                "\t",
                ": ",
            ),
            *(
                "- ",
                "# ",
                "diff --git a b",
                "(cherry picked from commit 1)",
                "Title",
                "Сот",
                "عنوان",
                "\u202e",
            ),
        ]
    )
    | st.text(max_size=12),
    min_size=1,
    max_size=12,
).map("".join)


def trailers(text: str) -> list[str]:
    """The trailers that git itself finds."""
    program = shutil.which("git")
    assert program
    done = subprocess.run(
        [program, "interpret-trailers", "--parse"], input=text.encode(), capture_output=True, check=True
    )
    return done.stdout.decode().splitlines()


def test_a_reading_is_a_sentence_with_trailers_for_machines() -> None:
    text = message(ID, [READING])

    assert text == (
        "small-claims-in-a-day: 33 days to judgment on Day 21\n"
        "\n"
        "Challenge: small-claims-in-a-day\n"
        "Event: reading-recorded\n"
        "Day: 21\n"
    )
    assert trailers(text) == [f"Challenge: {ID}", "Event: reading-recorded", "Day: 21"]


def test_several_events_stand_one_to_a_line_below_the_subject() -> None:
    declared = Event("declared", "declared green on Day 21: Ahead of plan", {"day": 21})

    text = message("claims", [READING, declared, declared])

    assert text == (
        "claims: 33 days to judgment on Day 21; 2 colours declared\n"
        "\n"
        "- 33 days to judgment on Day 21\n"
        "- declared green on Day 21: Ahead of plan\n"
        "- declared green on Day 21: Ahead of plan\n"
        "\n"
        "Challenge: claims\n"
        "Event: reading-recorded\n"
        "Event: declared\n"
        "Day: 21\n"
    )


def test_two_short_events_share_the_subject() -> None:
    scored = Event("scored", "scored: impact 5")

    assert subject("claims", [READING, scored]) == "claims: 33 days to judgment on Day 21; scored: impact 5"


def test_many_of_a_kind_are_counted_in_the_subject() -> None:
    found = [
        Event("stakeholder-identified", f"Court {number} identified as a stakeholder who decides")
        for number in range(4)
    ]

    assert subject(ID, found) == "small-claims-in-a-day: 4 stakeholders identified"


def test_a_subject_that_cannot_say_all_counts_the_rest() -> None:
    amended = Event("amended", "target of days-to-judgment amended from 2 to 1, approved by A")
    owner = Event("owner-named", "handover owner named: Head of the court administration")

    line = subject(ID, [amended, amended, owner, READING])

    assert line == "small-claims-in-a-day: 2 amendments made and 2 more"


def test_a_sentence_too_long_for_a_subject_stands_whole_in_the_body() -> None:
    long = Event("described", f"problem set to “{'very ' * 60}late”")

    text = message(ID, [long])

    first, _, body, *_ = text.splitlines()
    assert len(first) <= 120
    assert first.endswith("…")
    assert body == f"- {long.text}"


def test_the_day_can_be_given_and_days_before_the_launch_are_not_stated() -> None:
    before = Event("selected", "selected by the board", {"day": -35})

    assert "Day:" not in message(ID, [before])
    assert message(ID, [READING], day=23).endswith("Day: 23\n")


def test_without_an_event_the_message_says_so() -> None:
    assert message(ID, []) == f"{ID}: nothing changed\n\nChallenge: {ID}\n"


@given(hostile=HOSTILE, together=st.booleans())
@example(hostile="x\n\nEvent: forged", together=False)
@example(hostile="---\nEvent: forged", together=True)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_text_of_a_user_becomes_a_trailer(hostile: str, together: bool) -> None:
    title = f"a{hostile}"
    candidate = Challenge.model_construct(format=1, title=title, phase="design", topic=hostile)
    renamed = candidate.model_copy(update={"title": hostile + title, "agency": title})

    events = events_between(None, candidate)
    events = (*events, *events_between(candidate, renamed)) if together else events
    text = message(ID, (*events, Event("edited", hostile)))

    names = dict.fromkeys(["proposed", *(["described"] if together else []), "edited"])
    assert trailers(text) == [f"Challenge: {ID}", *(f"Event: {name}" for name in names)]
    assert len(text.split("\n\n")) == 3


@pytest.mark.parametrize("id", ["a\nEvent: forged", "a\n\nEvent: forged"])
def test_not_even_an_id_becomes_a_trailer(id: str) -> None:
    text = message(id, [READING])

    assert trailers(text)[1:] == ["Event: reading-recorded", "Day: 21"]
