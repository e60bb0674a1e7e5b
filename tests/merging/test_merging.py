"""What becomes of a file when two people change it at the same time."""

from __future__ import annotations

from datetime import date

import pytest

from hundredday.merging import Merged, Unmergeable, disputes, merge
from hundredday.merging.amendments import Settlement
from hundredday.merging.judging import problems_of
from hundredday.merging.lines import Sides, marked, sides_of

PATH = "challenges/small-claims.yaml"
BASE = """\
format: 1
title: Small claims in one day
agency: Ministry of Justice
phase: acceleration

acceleration:
  clock: {start: 2026-04-06, days: 100}
  goals:
    judgments:  # the one that counts
      measurable: {kind: cumulative, unit: judgments, baseline: 0, baseline_date: 2026-04-06, target: 200}
      readings:
        - {date: 2026-04-13, value: 12}  # counted by hand
  blockers:
    e-signature: {what: No e-signature, raised: 2026-04-10}
    judges: {what: No judges, raised: 2026-04-10}
"""
READING = "        - {date: 2026-04-13, value: 12}  # counted by hand\n"


def merged(ours: str, theirs: str, base: str | None = BASE, path: str = PATH) -> Merged:
    return merge(None if base is None else base.encode(), ours.encode(), theirs.encode(), path)


def result(ours: str, theirs: str, base: str | None = BASE) -> str:
    found = merged(ours, theirs, base)
    assert found.conflicts == ()
    assert not [problem for problem in problems_of(found.source, PATH) if problem.blocks]
    return found.source.decode()


def disputed(ours: str, theirs: str, base: str | None = BASE) -> list[tuple[str, str, str]]:
    return [(one.field, one.ours, one.theirs) for one in disputes(merged(ours, theirs, base), PATH)]


def recorded(*readings: str, after: str = BASE) -> str:
    return after.replace(READING, READING + "".join(f"        - {{{reading}}}\n" for reading in readings))


def test_readings_of_two_people_stand_in_the_order_of_their_days() -> None:
    ours, theirs = recorded("date: 2026-05-04, value: 30"), recorded("date: 2026-04-20, value: 20, by: Dana")

    text = result(ours, theirs)

    assert text == recorded("date: 2026-04-20, value: 20, by: Dana", "date: 2026-05-04, value: 30")


def test_two_readings_of_one_day_both_stand_and_the_surest_counts() -> None:
    ours = recorded("date: 2026-04-20, value: 20, status: verified")
    theirs = recorded("date: 2026-04-20, value: 21, status: provisional")

    for text in (result(ours, theirs), result(theirs, ours)):
        assert 0 < text.index("value: 21") < text.index("value: 20, status: verified")


def test_the_same_reading_recorded_twice_stands_once() -> None:
    both = recorded("date: 2026-04-20, value: 20")

    assert result(both, both.replace("Ministry", "the Ministry")).count("value: 20") == 1


def test_two_people_who_resolve_different_blockers_do_not_conflict() -> None:
    ours = BASE.replace(
        "signature, raised: 2026-04-10", "signature, raised: 2026-04-10, resolved: 2026-04-20"
    )
    theirs = BASE.replace("judges, raised: 2026-04-10", "judges, raised: 2026-04-10, resolved: 2026-04-21")

    assert result(ours, theirs) == ours.replace(
        "judges, raised: 2026-04-10", "judges, raised: 2026-04-10, resolved: 2026-04-21"
    )


def test_comments_and_layout_of_both_sides_are_kept() -> None:
    ours = recorded("date: 2026-04-20, value: 20").replace("format: 1\n", "# ours\nformat: 1\n")
    theirs = recorded("date: 2026-04-27, value: 25").replace("# the one that counts", "# theirs")
    theirs = theirs.replace("agency: Ministry of Justice", "agency:   'Ministry of Justice'")

    text = result(ours, theirs)

    assert text.startswith("# ours\n")
    assert "judgments:  # theirs\n" in text
    assert "agency:   'Ministry of Justice'\n" in text


def test_comments_on_lines_that_both_sides_added_or_changed_come_along() -> None:
    ours = recorded("date: 2026-04-20, value: 20").replace("target: 200}", "target: 200, every: 7}  # weekly")
    theirs = recorded("date: 2026-04-27, value: 25}  # a full week", "date: 2026-05-04, value: 30")
    theirs = theirs.replace("a full week}", "a full week").replace(
        "  blockers:", "  # who stands in the way\n  blockers:"
    )
    theirs = theirs.replace("target: 200}", "target: 200, source: Registry}  # by hand")

    text = result(ours, theirs)

    assert "        - {date: 2026-04-27, value: 25}  # a full week\n" in text
    assert "  # who stands in the way\n  blockers:\n" in text
    assert "      # by hand\n      measurable: {" in text
    assert "source: Registry, every: 7}  # weekly\n" in text
    assert text.count("#") == 6


def test_a_target_moved_to_two_values_is_a_conflict_around_its_line_alone() -> None:
    ours, theirs = BASE.replace("target: 200", "target: 150"), BASE.replace("target: 200", "target: 250")
    ours = recorded("date: 2026-05-04, value: 30", after=ours)

    text = merged(ours, theirs).source.decode()

    sides = sides_of(text)
    assert sides == Sides(ours, ours.replace("target: 150", "target: 250"))
    assert text.count("\n") == ours.count("\n") + 4


def test_a_conflict_is_told_with_the_sentence_of_each_side() -> None:
    ours = BASE.replace("e-signature, raised", "stamp, raised")
    theirs = BASE.replace("e-signature, raised", "seal, raised")

    ((field, one, other),) = disputed(ours, theirs)

    assert field == "acceleration.blockers.e-signature.what"
    assert one == "blocker No stamp changed: what from “No e-signature” to “No stamp”"
    assert other == "blocker No seal changed: what from “No e-signature” to “No seal”"


def test_an_amendment_is_told_as_one() -> None:
    def amended(to: int, why: str) -> str:
        entry = f"{{date: 2026-05-04, goal: judgments, field: target, from: 200, to: {to}, because: {why}, by: A}}"
        return BASE.replace("target: 200", f"target: {to}") + f"  amendments:\n    - {entry}\n"

    ((field, one, other),) = disputed(amended(150, "Strike"), amended(250, "Pilot"))

    assert field.endswith("measurable.target")
    assert "from 200 to 150" in one
    assert "from 200 to 250" in other
    assert "without an amendment" not in one + other


def test_a_target_that_was_amended_there_and_back_is_disputed_and_no_amendment_is_lost() -> None:
    """There the target is what it was, so that only ours seems to have changed it."""

    def amended(*steps: tuple[int, int]) -> str:
        entries = "".join(
            f"    - {{date: 2026-05-04, goal: judgments, field: target, from: {a}, to: {b}, because: X, by: A}}\n"
            for a, b in steps
        )
        return BASE.replace("target: 200", f"target: {steps[-1][1]}") + f"  amendments:\n{entries}"

    ours, theirs = amended((200, 150)), amended((200, 180), (180, 200))

    found = merged(ours, theirs)
    (conflict,) = found.conflicts
    settled = merge(
        BASE.encode(),
        ours.encode(),
        theirs.encode(),
        PATH,
        chosen={conflict.where: "ours"},
        settlement=Settlement(date(2026, 5, 5), "Dana"),
    )

    assert conflict.where[-1] == "target"
    assert settled.conflicts == ()
    text = settled.source.decode()
    assert "target: 150}" in text
    assert "from: 200, to: 150, because: Two amendments met, and this one was kept" in " ".join(
        text.replace('"', "").split()
    )
    assert text.count("field: target") == 4
    assert not [problem for problem in problems_of(settled.source, PATH) if problem.blocks]


def test_two_who_change_one_decision_disagree_about_the_whole_of_it() -> None:
    base = BASE + "closed: {date: 2026-06-01, as: stopped, because: No money}\n"
    ours = base.replace("2026-06-01, as: stopped", "2026-06-02, as: completed")
    theirs = base.replace("as: stopped, because: No money", "as: declined, because: No will")

    assert [conflict.where for conflict in merged(ours, theirs, base).conflicts] == [("closed",)]


def test_what_one_side_removed_and_the_other_changed_is_a_conflict() -> None:
    ours = BASE.replace("    judges: {what: No judges, raised: 2026-04-10}\n", "")
    theirs = BASE.replace("judges, raised: 2026-04-10", "judges, raised: 2026-04-10, resolved: 2026-04-21")

    ((field, one, other),) = disputed(ours, theirs)

    assert field == "acceleration.blockers.judges"
    assert one == "blocker removed: No judges"
    assert other == "unblocked: No judges"


def test_a_value_that_was_verified_while_it_was_rewritten_is_a_conflict() -> None:
    ours = BASE.replace("value: 12}", "value: 12, status: verified}")
    theirs = BASE.replace("value: 12}", "value: 13}")

    assert [conflict.where[-1] for conflict in merged(ours, theirs).conflicts] == ["2026-04-13 12"]


def test_readings_that_fall_only_together_are_a_conflict_and_not_a_broken_file() -> None:
    """A running total cannot fall; each side alone is sound."""
    ours, theirs = recorded("date: 2026-04-20, value: 40"), recorded("date: 2026-04-27, value: 30")

    found = merged(ours, theirs)

    assert [conflict.where[-1] for conflict in found.conflicts] == ["2026-04-27 30"]
    sides = sides_of(found.source.decode())
    assert sides == Sides(ours, recorded("date: 2026-04-20, value: 40", "date: 2026-04-27, value: 30"))
    assert {c.where for c in merged(theirs, ours).conflicts} == {c.where for c in found.conflicts}


def test_two_primary_goals_are_a_conflict() -> None:
    new = "    {key}:\n      primary: true\n  blockers:\n"
    ours = BASE.replace("  blockers:\n", new.format(key="appeals"))
    theirs = BASE.replace("  blockers:\n", new.format(key="costs"))

    fields = [[field for field, *_ in disputed(*sides)] for sides in ((ours, theirs), (theirs, ours))]
    assert fields[0] == fields[1]
    assert fields[0][0] in {"acceleration.goals.costs.primary", "acceleration.goals.appeals.primary"}


def test_a_settings_file_merges_topics_and_disputes_a_setting() -> None:
    base = "format: 1\nname: A\ntopics:\n  one: One\nsettings:\n  team_size: [8, 12]\n"
    ours = base.replace("  one: One\n", "  one: One\n  two: Two\n").replace("[8, 12]", "[8, 11]")
    theirs = base.replace("  one: One\n", "  one: One\n  six: Six\n").replace("[8, 12]", "[7, 12]")

    found = merged(ours, theirs, base, "office/accelerator.yaml")

    assert [conflict.where for conflict in found.conflicts] == [("settings", "team_size")]
    assert "  two: Two\n" in found.source.decode()
    assert "  six: Six\n" in found.source.decode()


def test_without_a_known_base_everything_that_one_side_has_is_kept() -> None:
    ours = recorded("date: 2026-04-20, value: 20")
    theirs = BASE + "lessons:\n  - {text: Judges adopt what a judge shows them}\n"

    text = result(ours, theirs, None)

    assert "value: 20" in text
    assert "a judge shows them" in text


@pytest.mark.parametrize(
    "broken", ["format: 1\ntitle: [\n", "<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> x\n", "a: 1\na: 2\n"]
)
def test_a_side_that_cannot_be_read_is_not_merged(broken: str) -> None:
    with pytest.raises(Unmergeable):
        merged(broken, BASE.replace("Small", "Large"))


def test_line_ends_and_a_missing_last_one_survive_a_merge() -> None:
    base, ours = BASE.replace("\n", "\r\n"), BASE.replace("Small", "Large").replace("\n", "\r\n")
    theirs = recorded("date: 2026-04-20, value: 20").replace("\n", "\r\n").removesuffix("\r\n")

    text = result(ours, theirs, base)

    assert text.count("\n") == text.count("\r\n") == ours.count("\n") + 1 - (not text.endswith("\n"))
    assert "Large" in text


@pytest.mark.parametrize(
    "texts", [("a\n", "b\n"), ("a\nb\n", "a\n"), ("", "a\n"), ("x\na\ny\n", "x\nb\ny\nz\n")]
)
def test_marking_two_texts_and_taking_the_sides_gives_them_back(texts: tuple[str, str]) -> None:
    assert sides_of(marked(*texts)) == texts


@pytest.mark.parametrize(
    "text", ["a\n", "<<<<<<< a\nb\n", "=======\n", "<<<<<<< a\n>>>>>>> b\n", "<<<<<<<x\n"]
)
def test_markers_that_do_not_match_have_no_sides(text: str) -> None:
    assert sides_of(text) is None
