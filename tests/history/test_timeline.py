"""The timeline: steps in git become entries, in the order of the story."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hundredday.history.event import Event
from hundredday.history.timeline import Comparison, Step, present_ids, timeline

START = date(2026, 4, 6)
NINE = datetime(2026, 4, 13, 9, tzinfo=UTC)


def step(
    before: str | None, after: str | None, *, path: str = "challenges/a.yaml", was: str | None = None
) -> Step:
    return Step("c0ffee", NINE, "Dana", "dana@example.org", path, (before,), after, was)


def compare(old: str | None, new: str | None) -> Comparison:
    """Contents are told by their ids; one that begins with `bad` is no challenge."""
    if new and new.startswith("bad"):
        return Comparison((), START, is_readable=False)
    return Comparison((Event("edited", f"{old} to {new}"),) if old != new else (), START)


def texts(*steps: Step) -> list[str]:
    return [entry.event.text for entry in timeline(steps, compare, UTC)]


def test_an_entry_says_who_when_in_which_commit_and_on_which_day() -> None:
    (entry,) = timeline([step(None, "1")], compare, UTC)

    assert entry.plain() == {
        "commit": "c0ffee",
        "when": "2026-04-13T09:00:00+00:00",
        "who": "Dana",
        "challenge": "a",
        "on_day": 7,
        "event": "edited",
        "text": "None to 1",
        "detail": {},
    }


def test_the_day_is_that_of_the_accelerators_zone() -> None:
    late = Step("1", NINE.replace(hour=20), "Dana", "", "a.yaml", (None,), "1")

    (entry,) = timeline([late], compare, timezone(timedelta(hours=5)))

    assert entry.on_day == 8


def test_the_next_sound_version_is_compared_with_the_last_sound_one() -> None:
    told = texts(step(None, "1"), step("1", "bad1"), step("bad1", "bad2"), step("bad2", "2"))

    unreadable = "edited by hand into a file that cannot be read"
    assert told == ["None to 1", unreadable, unreadable, "1 to 2"]


def test_a_file_that_could_never_be_read_begins_where_it_first_can() -> None:
    assert texts(step(None, "bad"), step("bad", "1"))[-1] == "None to 1"


def test_a_merge_tells_what_is_new_against_every_parent() -> None:
    shared, left, right = (Event("edited", word) for word in ("shared", "left", "right"))
    found = {"l": Comparison((right, shared), START), "r": Comparison((left, shared), START)}
    merge = Step("m", NINE, "Dana", "", "challenges/a.yaml", ("l", "r"), "both")

    told = list(timeline([merge], lambda old, _: found[old or ""], UTC))

    assert [entry.event.text for entry in told] == ["shared"]


def test_a_merge_of_what_was_told_already_is_not_even_tidied() -> None:
    merge = Step("m", NINE, "Dana", "", "challenges/a.yaml", ("1", "2"), "3")

    assert texts(merge) == []


def test_a_copy_of_a_commit_is_told_once_and_another_commit_that_says_the_same_again() -> None:
    copy = step("1", "2")
    later = Step("c2", NINE + timedelta(hours=1), "Dana", "", "challenges/a.yaml", ("1",), "2")

    assert texts(copy, copy, later) == ["1 to 2", "1 to 2"]


def test_a_challenge_goes_by_its_last_name_and_a_new_file_of_an_old_name_by_its_own() -> None:
    steps = [
        step(None, "1"),
        step("1", "2", path="challenges/b.yaml", was="challenges/a.yaml"),
        step(None, "3"),
        step("2", "4", path="challenges/spring/c.yaml", was="challenges/b.yaml"),
        step("3", "5"),
    ]

    assert present_ids(steps) == ["c", "c", "a", "c", "a"]


def test_a_move_without_another_change_is_told_as_a_move_alone() -> None:
    moved = step("1", "1", path="challenges/spring/b.yaml", was="challenges/a.yaml")

    assert texts(moved) == ["renamed: was a", "moved from the folder challenges to spring"]


def test_before_a_cut_nothing_is_claimed() -> None:
    cut = Step("c", NINE, "Dana", "", "challenges/a.yaml", (None,), "1", is_cut=True)

    assert texts(cut, step("1", "2")) == [
        "history is cut here: what happened before is not in this clone",
        "1 to 2",
    ]
