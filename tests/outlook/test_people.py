"""Who is on two clocks at once: every two of a person's clocks that run on the same days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations
from random import Random

from hundredday.outlook.people import MOST_CLASHES, Role, people_of

TODAY = date(2026, 5, 26)


def on_a_clock(challenge: str, start: date, days: int) -> Role:
    return Role(
        "Dana Omarova", None, None, "member", f"challenges/{challenge}.yaml", "Title", "acceleration",
        challenge, start=start, end=start + timedelta(days=days),
    )  # fmt: skip


def test_every_two_clocks_that_share_a_day_clash_and_no_others() -> None:
    drawn = Random(11)
    roles = [
        on_a_clock(f"c{number:02}", TODAY + timedelta(days=drawn.randrange(900)), drawn.randrange(-3, 60))
        for number in range(60)
    ]

    (person,) = people_of(roles, today=TODAY)

    expected = []
    for one, other in combinations(roles, 2):
        assert one.start
        assert one.end
        assert other.start
        assert other.end
        first, last = max(one.start, other.start), min(max(one.end, TODAY), max(other.end, TODAY))
        if first <= last:
            expected.append(((one.challenge, other.challenge), first, last))
    assert [tuple(clash) for clash in person.clashes] == expected


def test_a_name_that_stands_in_every_file_has_no_more_than_a_thousand_clashes() -> None:
    roles = [on_a_clock(f"c{number:05}", TODAY, 100) for number in range(20_000)]

    (person,) = people_of(roles, today=TODAY)

    assert len(person.clashes) == MOST_CLASHES
    assert len(person.roles) == 20_000
