"""A threshold that is made easier to pass while a challenge runs is told once: who, when, from what to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chronicle import ACCELERATOR, DANA, TIMUR, Chronicle
from claims import APRIL, IDEA, MAY, design, work
from named_commands import complaints
from office import Office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = "2026-05-20"
Finding = tuple[str, str, str, str]


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    """A challenge that has run until May, beside one that is an idea."""
    one = Chronicle.begun(tmp_path / "by-hand")
    live(one)
    return one


def live(chronicle: Chronicle) -> None:
    chronicle.commit("2026-02-02", {"claims": IDEA.format(id="claims")})
    chronicle.commit("2026-03-01", {"idea": IDEA.format(id="another")})
    versions = (("2026-03-04", design("claims", "acceleration")), ("2026-04-06", work("claims")))
    april = ("2026-04-13", work("claims", APRIL))
    for on, text in (*versions, april, ("2026-05-11", work("claims", APRIL, MAY))):
        chronicle.commit(on, {"claims": text})


def settings(*lines: str) -> dict[str, str | None]:
    """accelerator.yaml with these settings."""
    said = "".join(f"  {line}\n" for line in lines)
    return {"../accelerator": ACCELERATOR + (f"settings:\n{said}" if lines else "")}


def look(chronicle: Chronicle) -> None:
    """An audit that is kept, so that the next one reads only what comes after it."""
    Office(chronicle.root, "2026-11-20").run("audit")


def found(chronicle: Chronicle, *words: str) -> list[Finding]:
    """Commit, day, author and the beginning of the sentence of every finding: anew, and from what was kept."""
    rows = []
    for more in (("--no-cache",), ()):
        told = Office(chronicle.root, "2026-11-20").run("audit", "--json", *more, *words).json["findings"]
        assert {(one["rule"], one["severity"], one["challenge"]) for one in told} <= {
            ("threshold-eased", "warning", None)
        }
        assert [said for one in told for said in complaints(one["mend"])] == []
        rows.append(
            [(f["commit"], f["when"][:10], f["who"], f["text"].partition(": made easier")[0]) for f in told]
        )
    assert sorted(rows[0]) == sorted(rows[1])
    return rows[0]


EASED = (
    ("at_risk_below: 1.0", "at_risk_below: 0.9", "at_risk_below from 1 to 0.9"),
    (
        "off_track_below: 0.85",
        "off_track_below: 0.5",
        "off_track_below from 0.85 to 0.5",
    ),
    ("stale_after: 10", "stale_after: 30", "stale_after from 10 to 30"),
    ("stakeholders: 3", "stakeholders: 1", "stakeholders from 3 to 1"),
    ("team_size: [8, 12]", "team_size: [4, 12]", "team_size from 8–12 to 4–12"),
    ("team_size: [8, 12]", "team_size: [8, 15]", "team_size from 8–12 to 8–15"),
)


@pytest.mark.parametrize(("strict", "lax", "said"), EASED)
def test_a_threshold_that_is_eased_is_found_once_where_it_was_done(
    strict: str, lax: str, said: str, chronicle: Chronicle
) -> None:
    commit = chronicle.commit(DAY, settings(lax), by=TIMUR)
    chronicle.commit("2026-05-21", {"idea": IDEA.format(id="yet another")})

    assert found(chronicle) == [(commit, DAY, TIMUR[0], said)]

    chronicle.commit("2026-05-22", settings(strict))
    assert found(chronicle) == [(commit, DAY, TIMUR[0], said)]


def test_what_is_made_harder_what_means_the_same_and_what_is_no_threshold_is_left_alone(
    chronicle: Chronicle,
) -> None:
    lines = (
        "at_risk_below: 1.0  # as it is by default",
        "off_track_below: 0.95",
        "stale_after: 5",
        "stakeholders: 4",
        "team_size: [9, 11]",
        "follow_up_days: [30]",
        "weights: {impact: 5}",
    )
    for number in range(len(lines)):
        chronicle.commit(f"2026-06-{10 + number}", settings(*lines[: number + 1]))

    assert found(chronicle) == []


LAX = "stale_after: 30"
SAID = "stale_after from 10 to 30"


@pytest.mark.parametrize("text", [IDEA.format(id="claims"), design("claims", "acceleration"), work("claims")])
def test_while_no_clock_runs_an_accelerator_settles_what_it_likes(text: str, tmp_path: Path) -> None:
    chronicle = Chronicle.begun(tmp_path / "by-hand")
    chronicle.commit("2026-02-02", {"claims": text})
    # The clock of a challenge that is launched ahead starts on 6 April.
    chronicle.commit("2026-04-01", settings(LAX))

    told = Office(chronicle.root, "2026-11-20").run("audit", "--json").json

    assert [one["rule"] for one in told["findings"] if one["rule"] == "threshold-eased"] == []


@pytest.mark.parametrize(("on", "is_told"), [("2026-07-15", True), ("2026-07-16", False)])
def test_a_clock_runs_to_its_last_day(on: str, is_told: bool, chronicle: Chronicle) -> None:
    chronicle.commit(on, settings(LAX))

    assert bool(found(chronicle)) is is_told


def test_after_the_last_challenge_was_handed_over_nothing_is_told(chronicle: Chronicle) -> None:
    chronicle.commit("2026-06-01", {"claims": None})
    chronicle.commit("2026-06-02", settings(LAX))

    told = Office(chronicle.root, "2026-11-20").run("audit", "--json", code=1).json["findings"]

    assert [one["rule"] for one in told] == ["challenge-deleted"]


def test_a_file_that_is_taken_away_takes_its_stricter_settings_with_it(chronicle: Chronicle) -> None:
    chronicle.commit("2026-05-19", settings("stakeholders: 5"))
    commit = chronicle.commit(DAY, {"../accelerator": None}, by=TIMUR)

    assert found(chronicle) == [(commit, DAY, TIMUR[0], "stakeholders from 5 to 3")]


@pytest.mark.parametrize("is_kept", [False, True])
def test_a_version_that_cannot_be_read_hides_nothing(is_kept: bool, chronicle: Chronicle) -> None:
    chronicle.commit("2026-05-18", settings("stale_after: 9"))
    chronicle.commit("2026-05-19", {"../accelerator": "settings: [\n"})
    chronicle.commit("2026-05-19T12:00:00+05:00", {"other": IDEA.format(id="other")})
    if is_kept:
        look_past(chronicle)
    commit = chronicle.commit(DAY, settings(LAX), by=TIMUR)

    assert found(chronicle) == [(commit, DAY, TIMUR[0], "stale_after from 9 to 30")]


def test_a_branch_that_began_at_a_version_that_cannot_be_read_is_compared_with_the_one_before(
    chronicle: Chronicle,
) -> None:
    chronicle.commit("2026-05-17", settings("stale_after: 9"))
    chronicle.commit("2026-05-18", {"../accelerator": "settings: [\n"})
    chronicle.git("branch", "side")
    chronicle.commit("2026-05-19", settings("stale_after: 9"))
    look(chronicle)
    chronicle.git("switch", "--quiet", "side")
    commit = chronicle.commit(DAY, settings(LAX), by=TIMUR)
    chronicle.git("switch", "--quiet", "main")
    chronicle.merge("2026-05-21", "--strategy-option=theirs", "side")

    assert found(chronicle) == [(commit, DAY, TIMUR[0], "stale_after from 9 to 30")]


def look_past(chronicle: Chronicle) -> None:
    """An audit of what is committed, in a folder where somebody mended the settings and has not committed yet."""
    broken = chronicle.root / "accelerator.yaml"
    before = broken.read_text()
    broken.write_text(ACCELERATOR)
    look(chronicle)
    broken.write_text(before)


def test_a_challenge_whose_file_is_broken_meanwhile_runs_on(chronicle: Chronicle) -> None:
    chronicle.commit("2026-05-19", {"claims": "title: [\n"})
    commit = chronicle.commit(DAY, settings(LAX), by=TIMUR)
    chronicle.commit("2026-05-21", {"claims": work("claims", APRIL, MAY)})

    told = Office(chronicle.root, "2026-11-20").run("audit", "--json", code=1).json["findings"]

    assert [(one["rule"], one["commit"]) for one in told][1:] == [("threshold-eased", commit)]


@pytest.mark.parametrize("is_kept", [False, True])
def test_what_was_eased_on_a_branch_is_found_there_and_not_in_its_merge(
    is_kept: bool, chronicle: Chronicle
) -> None:
    chronicle.git("switch", "--quiet", "--create=side")
    commit = chronicle.commit(DAY, settings(LAX), by=TIMUR)
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-05-21", {"../accelerator": "# Ours\n" + ACCELERATOR})
    if is_kept:
        look(chronicle)
    chronicle.merge("2026-05-22", "side")

    assert found(chronicle) == [(commit, DAY, TIMUR[0], SAID)]


@pytest.mark.parametrize("kept", ["nothing", "main", "side"])
@pytest.mark.parametrize(("on", "is_told"), [(DAY, True), ("2026-03-30", False)])
def test_what_was_eased_on_a_branch_where_nobody_ran_is_found_when_it_comes_to_those_who_run(
    on: str, is_told: bool, kept: str, chronicle: Chronicle
) -> None:
    chronicle.git("switch", "--quiet", "--create=side", "main~3")
    commit = chronicle.commit(on, settings(LAX), by=TIMUR)
    if kept == "side":
        look(chronicle)
        chronicle.git("update-ref", "-d", "refs/hundredday/seen/side")
    chronicle.git("switch", "--quiet", "main")
    if kept == "main":
        look(chronicle)
    chronicle.merge("2026-05-22", "side")

    assert found(chronicle) == ([(commit, on, TIMUR[0], SAID)] if is_told else [])

    chronicle.git("switch", "--quiet", "--create=late", "main^1")
    chronicle.commit("2026-05-23", {"idea": IDEA.format(id="late")})
    chronicle.git("switch", "--quiet", "main")
    chronicle.merge("2026-05-24", "late")
    assert found(chronicle) == ([(commit, on, TIMUR[0], SAID)] if is_told else [])


@pytest.mark.parametrize("is_kept", [False, True])
def test_a_cherry_pick_is_told_once_where_it_was_done_first(is_kept: bool, chronicle: Chronicle) -> None:
    chronicle.git("switch", "--quiet", "--create=side")
    commit = chronicle.commit(DAY, settings(LAX), by=TIMUR)
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-05-21", {"idea": IDEA.format(id="one more")})
    chronicle.git("cherry-pick", commit, env={"GIT_COMMITTER_DATE": "2026-05-22T09:00:00+05:00"})
    copy = chronicle.head
    assert copy != commit
    if is_kept:
        told = found_with_copies(chronicle)
        assert [one[0] for one in told] == [copy]
    chronicle.merge("2026-05-23", "side")

    told = found_with_copies(chronicle)
    assert [one[:3] for one in told] == [(commit, DAY, TIMUR[0])]


def found_with_copies(chronicle: Chronicle) -> list[Finding]:
    """As `found`, in a history where somebody committed what another one wrote."""
    rows = []
    for more in (("--no-cache",), ()):
        told = Office(chronicle.root, "2026-11-20").run("audit", "--json", *more).json["findings"]
        rows.append(
            [
                (f["commit"], f["when"][:10], f["who"], f["text"])
                for f in told
                if f["rule"] != "author-differs-from-committer"
            ]
        )
    assert rows[0] == rows[1]
    return rows[0]


def merged_into(text: str) -> Callable[[Chronicle], str]:
    """A merge of a branch, that also writes these settings."""

    def merge(chronicle: Chronicle) -> str:
        chronicle.git("merge", "--no-ff", "--no-commit", "--strategy=ours", "side")
        return chronicle.commit("2026-05-23", settings(text) if text else settings(), by=DANA)

    return merge


@pytest.mark.parametrize("is_kept", [False, True])
@pytest.mark.parametrize(
    ("on_main", "on_side", "merge", "said"),
    [
        ((), (), merged_into(LAX), SAID),
        (
            (),
            ("stale_after: 5",),
            merged_into("stale_after: 10"),
            "stale_after from 5 to 10",
        ),
        (
            ("stale_after: 8",),
            ("stale_after: 5",),
            merged_into("stale_after: 9"),
            "stale_after from 8 to 9",
        ),
        (("stale_after: 8",), ("stale_after: 5",), merged_into("stale_after: 8"), ""),
        ((), ("stale_after: 5",), merged_into("stale_after: 5"), ""),
    ],
    ids=["on its own", "throws away", "easier than both", "one of two", "as the side has it"],
)
def test_a_merge_is_found_to_ease_what_neither_side_eased(
    is_kept: bool,
    on_main: tuple[str, ...],
    on_side: tuple[str, ...],
    merge: Callable[[Chronicle], str],
    said: str,
    chronicle: Chronicle,
) -> None:
    chronicle.git("switch", "--quiet", "--create=side")
    chronicle.commit(DAY, {**settings(*on_side), "idea": IDEA.format(id="one more")})
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-05-21", {**settings(*on_main), "third": IDEA.format(id="a third")})
    if is_kept:
        look(chronicle)

    commit = merge(chronicle)

    assert found(chronicle) == ([(commit, "2026-05-23", DANA[0], said)] if said else [])


def test_an_accelerator_in_a_sub_folder_is_told_of_its_own_settings_alone(tmp_path: Path) -> None:
    outer = Chronicle.begun(tmp_path / "all", on="2026-01-01")
    inner = Chronicle(outer.root / "city")
    (inner.root / "challenges").mkdir(parents=True)
    inner.commit("2026-01-02", settings())
    live(inner)
    outer.commit("2026-05-19", settings(LAX))
    commit = inner.commit(DAY, settings(LAX), by=TIMUR)

    assert found(inner) == [(commit, DAY, TIMUR[0], SAID)]
    assert found(outer) == []


def test_an_accelerator_that_moves_and_eases_on_the_way_is_found(tmp_path: Path) -> None:
    chronicle = Chronicle.begun(tmp_path / "all", on="2026-01-01")
    live(chronicle)
    (chronicle.root / "city").mkdir()
    chronicle.git("mv", "challenges", "accelerator.yaml", "city")
    inner = Chronicle(chronicle.root / "city")
    commit = inner.commit(DAY, settings(LAX), by=TIMUR)

    assert found(inner) == [(commit, DAY, TIMUR[0], SAID)]


def test_the_page_of_a_challenge_that_ran_shows_it_and_that_of_another_does_not(chronicle: Chronicle) -> None:
    commit = chronicle.commit(DAY, settings(LAX), by=TIMUR)

    assert found(chronicle, "claims") == [(commit, DAY, TIMUR[0], SAID)]
    assert found(chronicle, "idea") == []
    (told,) = Office(chronicle.root, "2026-11-20").run("audit", "--json").json["findings"]
    assert told["text"] == "stale_after from 10 to 30: made easier to pass while claims was running."


def test_one_commit_is_one_finding_and_each_time_that_a_threshold_is_eased_again_another(
    chronicle: Chronicle,
) -> None:
    one = chronicle.commit(DAY, settings("at_risk_below: 0.5", "off_track_below: 0.5"), by=TIMUR)
    look(chronicle)
    two = chronicle.commit("2026-05-21", settings("at_risk_below: 0.4", "off_track_below: 0.4"))

    assert [(commit, said) for commit, _day, _who, said in found(chronicle)] == [
        (one, "at_risk_below from 1 to 0.5 and off_track_below from 0.85 to 0.5"),
        (two, "at_risk_below from 0.5 to 0.4 and off_track_below from 0.5 to 0.4"),
    ]
