"""The audit's table of rules, and its pages."""

from __future__ import annotations

from datetime import UTC, datetime
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hundredday.findings import Severity
from hundredday.history import audit
from hundredday.history.audit import (
    OF_COMMITS,
    OF_VERSIONS,
    RULES,
    Made,
    OfCommit,
    OfHistory,
    OfVersion,
    Rule,
    Step,
    Who,
    judge_commit,
    of_versions,
    rules,
)
from hundredday.history.difference import events_between
from hundredday.programme import Settings
from spoiling import checked, spoilt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.history.audit import AuditFinding

ROOMS = {"__init__", "finding", "step", "whole", "remembered", "replayed", "undone"}
DANA = Who("Dana Omarova", "dana@example.org")


def test_every_rule_file_is_in_the_table() -> None:
    files = {path.stem for path in Path(audit.__file__).parent.glob("*.py")} - ROOMS

    listed = [name.replace("-", "_") for name in RULES]

    assert files == set(listed)
    assert len(listed) == len(files)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.RULE)
def test_a_rule_is_called_like_its_file_and_has_a_page(rule: Rule) -> None:
    page = rule.__doc__ or ""

    assert rule.__name__.rpartition(".")[2].replace("_", "-") == rule.RULE
    assert "Example:" in page
    assert "What to do:" in page


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.RULE)
def test_a_rule_looks_at_what_its_table_says(rule: Any) -> None:
    asked = {**dict.fromkeys(OF_VERSIONS, OfVersion), **dict.fromkeys(OF_COMMITS, OfCommit)}
    kind: Any = asked.get(rule.RULE, OfHistory)

    __, seen = signature(kind.check).parameters.values()

    assert list(signature(rule.check).parameters.values()) == [seen]
    assert isinstance(rule.SEVERITY, Severity)


def test_a_merge_tells_what_shows_against_every_parent_and_what_was_lost() -> None:
    made = Made(
        "a" * 40, DANA, DANA, datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC), "UTC"
    )

    assert judge_commit(made, [(), ()]) == ()


def test_the_days_of_a_commit_leave_room_for_every_zone_it_was_in() -> None:
    written = datetime(2026, 6, 14, 20, 30, tzinfo=UTC)
    committed = datetime(2026, 6, 16, 1, 0, tzinfo=UTC)

    made = Made("a" * 40, DANA, DANA, written, committed, "Asia/Almaty")

    assert made.earliest_day.isoformat() == "2026-06-14"
    assert made.latest_day.isoformat() == "2026-06-16"


def test_dates_at_the_end_of_all_calendars_are_days_too() -> None:
    last = datetime.max.replace(tzinfo=UTC)

    made = Made("a" * 40, DANA, DANA, last, last, "Asia/Almaty")

    assert made.latest_day.year == 9999


def findings(step: Step) -> list[AuditFinding]:
    return [found for rule in of_versions() for found in rule.check(step)]


def pairs(record: dict[str, Any]) -> Iterator[tuple[Challenge | None, Challenge]]:
    """A challenge, each time with one value changed or taken out or put in."""
    whole = checked(record)
    assert whole is not None
    yield None, whole
    for other in spoilt(record):
        if (changed := checked(other)) is not None:
            yield whole, changed
            yield changed, whole


def test_what_rules_find_they_find_in_the_sections_they_look_at(small_claims: dict[str, Any]) -> None:
    when = datetime(2026, 8, 1, tzinfo=UTC)
    made = Made("a" * 40, DANA, DANA, when, when, "UTC")
    rules = set()

    for before, after in pairs(small_claims):
        step = Step("small-claims", made, before, after, Settings())
        in_all = Step("small-claims", made, before, after, Settings())
        vars(in_all)["events"] = events_between(before, after)

        assert findings(step) == findings(in_all)
        rules |= {found.rule for found in findings(step)}

    assert len(rules) >= 7
