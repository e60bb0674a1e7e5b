"""The audit of edits by somebody who knows git and wants to look better than he is: none of them goes unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chronicle import TIMUR, Chronicle
from claims import APRIL, MAY, design, work
from office import Office

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Life = Sequence[tuple[str, str]]

FROZEN, PHASE, READING = "frozen-field-changed", "phase-jumped-or-went-back", "reading-removed-or-rewritten"
CLOCK = "  clock: {start: 2026-04-06, days: 100}\n"
GOALS = "  goals:\n"
PAPERS = """    papers:
      specific: Half of the claims are judged on papers
      measurable: {metric: Share on papers, kind: percent, unit: "%", baseline: 0, baseline_date: 2026-03-31,
        target: 50, counted: All small claims, source: Registry}
      attainable: {owner: Dana Omarova, because: Two judges already do}
      relevant: Moves the indicator of the plan
      time_bound: {due: 2026-07-15}
"""
LIFE = (
    ("2026-03-02", design("claims")),
    ("2026-03-04", design("claims", "acceleration")),
    ("2026-04-06", work("claims")),
    ("2026-04-13", work("claims", APRIL)),
    ("2026-05-11", work("claims", APRIL, MAY)),
)
NOW = LIFE[-1][1]


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    return Chronicle.begun(tmp_path / "by-hand")


def lived(chronicle: Chronicle, edit: Callable[[str], str] = str) -> str:
    """Live until May; the last version."""
    chronicle.keep("claims", [(on, edit(text)) for on, text in LIFE])
    return edit(NOW)


def changed(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


def found(chronicle: Chronicle, code: int = 1) -> list[tuple[str, str]]:
    """Rule and commit of every finding: anew, then from what was kept, which is the same."""
    office = Office(chronicle.root, "2026-11-20")
    anew, kept, again = (
        office.run("audit", "--json", *more, code=code).json["findings"] for more in (("--no-cache",), (), ())
    )
    assert anew == kept == again
    return [(one["rule"], one["commit"]) for one in anew]


def texts(chronicle: Chronicle) -> list[str]:
    shown = Office(chronicle.root, "2026-11-20").run("audit", "--json", code=1).json
    return [one["text"] for one in shown["findings"]]


def two_goals(text: str) -> str:
    return text.replace("  guardrails:\n", f"{PAPERS}  guardrails:\n")


def test_a_primary_goal_that_is_made_none_and_later_another_one_is_found(chronicle: Chronicle) -> None:
    text = lived(chronicle, two_goals)
    assert found(chronicle, code=0) == []

    none = text.replace("      primary: true\n", "")
    dropped = chronicle.commit("2026-05-12", {"claims": none}, by=TIMUR)
    chronicle.commit(
        "2026-05-20", {"claims": none.replace("    papers:\n", "    papers:\n      primary: true\n")}
    )

    assert found(chronicle) == [(FROZEN, dropped)]
    assert texts(chronicle) == ["The primary goal was wait at the launch, and no goal is any more."]


@pytest.mark.parametrize(
    "take_away",
    [
        changed(CLOCK, ""),
        changed("{start: 2026-04-06, days: 100}", "{days: 100}"),
        lambda _: design("claims"),
    ],
    ids=["the clock", "its start", "the whole phase"],
)
def test_what_is_changed_while_the_clock_is_taken_away_is_frozen_all_the_same(
    take_away: Callable[[str], str], chronicle: Chronicle
) -> None:
    lived(chronicle)

    without = take_away(NOW)
    gone = chronicle.commit("2026-05-12", {"claims": without})
    assert {commit for _, commit in found(chronicle)} == {gone}
    lower = without.replace("target: 2,", "target: 9,")
    if lower != without:
        moved = chronicle.commit("2026-05-13", {"claims": lower}, by=TIMUR)
    back = chronicle.commit("2026-05-14", {"claims": NOW.replace("target: 2,", "target: 9,")}, by=TIMUR)

    silent = moved if lower != without else back
    assert [row for row in found(chronicle) if row[1] != gone] == [(FROZEN, silent)]
    assert all("Undone on" in text for text in texts(chronicle)[:-1])


def test_a_clock_that_comes_back_with_another_day_0_was_moved(chronicle: Chronicle) -> None:
    lived(chronicle)

    gone = chronicle.commit("2026-05-12", {"claims": NOW.replace(CLOCK, "")})
    other = chronicle.commit("2026-05-13", {"claims": NOW.replace("start: 2026-04-06", "start: 2026-04-13")})

    assert found(chronicle) == [(FROZEN, gone), (FROZEN, other)]


def test_before_day_0_a_clock_may_be_taken_away_and_goals_changed_with_it(chronicle: Chronicle) -> None:
    planned = work("claims")
    chronicle.keep("claims", LIFE[:2])

    chronicle.commit("2026-04-01", {"claims": planned})
    chronicle.commit("2026-04-02", {"claims": planned.replace(CLOCK, "")})
    chronicle.commit("2026-04-03", {"claims": planned.replace(CLOCK, "").replace("target: 2,", "target: 9,")})
    chronicle.commit("2026-04-05", {"claims": planned.replace("target: 2,", "target: 9,")})

    assert found(chronicle, code=0) == []


def second_past(chronicle: Chronicle, edit: Callable[[str], str], *, orphan: bool) -> None:
    """A branch on which the same challenge was launched otherwise, each commit dated as the true one."""
    if orphan:
        chronicle.git("switch", "--quiet", "--orphan", "other")
        (chronicle.root / "challenges").mkdir(exist_ok=True)
        chronicle.commit("2026-02-01", {"../accelerator": "format: 1\nname: Other\n"})
    else:
        chronicle.git("switch", "--quiet", "--create=other", "main~3")
    chronicle.keep("claims", [(on, edit(text)) for on, text in LIFE[0 if orphan else 2 :]])
    chronicle.git("switch", "--quiet", "main")


def join(chronicle: Chronicle, text: str, *branches: str) -> str:
    """Merge other branches and let a text stand, whatever was there; the commit."""
    chronicle.git(
        *("merge", "--quiet", "--no-commit", "--no-ff", "--strategy=ours", "--allow-unrelated-histories"),
        *(branches or ("other",)),
    )
    return chronicle.commit("2026-05-20", {"claims": text}, by=TIMUR)


@pytest.mark.parametrize("orphan", [False, True], ids=["of before the launch", "without a past"])
@pytest.mark.parametrize(
    "edit",
    [changed("target: 2,", "target: 9,"), changed("start: 2026-04-06", "start: 2026-04-08")],
    ids=["target", "clock"],
)
def test_a_merge_that_brings_the_promise_of_another_launch_is_found(
    edit: Callable[[str], str], orphan: bool, chronicle: Chronicle
) -> None:
    lived(chronicle)
    second_past(chronicle, edit, orphan=orphan)
    assert found(chronicle, code=0) == []

    merge = join(chronicle, edit(NOW))

    assert found(chronicle) == [(FROZEN, merge)]
    chronicle.commit("2026-05-21", {"later": design("later")})
    assert found(chronicle) == [(FROZEN, merge)]


def test_two_launches_that_promise_the_same_are_no_offence(chronicle: Chronicle) -> None:
    lived(chronicle)
    second_past(chronicle, changed("All small claims", "All  small claims"), orphan=False)

    join(chronicle, NOW)

    assert found(chronicle, code=0) == []


def test_a_clock_set_to_another_day_before_day_0_is_no_offence_when_branches_meet_later(
    chronicle: Chronicle,
) -> None:
    chronicle.keep("claims", [*LIFE[:2], ("2026-04-01", work("claims"))])
    later = work("claims").replace("start: 2026-04-06", "start: 2026-04-07")
    chronicle.git("switch", "--quiet", "--create=other")
    chronicle.commit("2026-04-02", {"claims": later})
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-04-02", {"else": design("else")})

    join(chronicle, later)

    assert found(chronicle, code=0) == []


def test_a_challenge_that_was_stopped_cannot_be_made_completed(chronicle: Chronicle) -> None:
    lived(chronicle)
    stopped = NOW.replace("phase: acceleration", "phase: closed")
    end = "closed: {date: 2026-05-12, as: stopped, because: No money, by: Board}\n"
    chronicle.commit("2026-05-12", {"claims": stopped + end})
    assert found(chronicle, code=0) == []

    late = chronicle.commit(
        "2026-05-20", {"claims": stopped + end.replace("stopped, because", "completed, because")}
    )

    assert found(chronicle) == [(PHASE, late)]
    assert texts(chronicle) == ["It ended as stopped, and was made to have ended as completed."]


def test_a_guardrail_that_goes_takes_its_readings_along(chronicle: Chronicle) -> None:
    breached = changed("readings: []", "readings: [{date: 2026-04-13, value: 15}]")
    text = breached(lived(chronicle))
    chronicle.commit("2026-05-11", {"claims": text})
    lines = text.splitlines(keepends=True)
    without = "".join(line for line in lines if "appeals:" not in line and "guardrails:\n" not in line)

    gone = chronicle.commit("2026-05-12", {"claims": without})

    assert (READING, gone) in found(chronicle)
    assert "Guardrail appeals removed, with its reading." in texts(chronicle)


@pytest.mark.parametrize("hides", [False, True], ids=["plainly", "with a bit in git's index that hides it"])
def test_papers_say_when_they_are_made_of_what_nobody_has_committed(
    hides: bool, chronicle: Chronicle
) -> None:
    lived(chronicle)
    chronicle.commit("2026-05-12", {"other": design("other")})
    office = Office(chronicle.root, "2026-05-20")
    clean = office.run("brief", "claims", "--for", "minister").out
    office.run("report", str(chronicle.root.parent / "report"))
    if hides:
        chronicle.git("update-index", "--skip-worktree", "challenges/claims.yaml")
    office.file("claims").write_text(NOW.replace("value: 35", "value: 3"))
    said = "What this says was not committed yet: no audit can speak of it."

    brief = office.run("brief", "claims", "--for", "minister").out
    then = office.run("brief", "claims", "--for", "minister", "--at", "2026-05-20").out
    office.run("report", str(chronicle.root.parent / "report"))

    assert said in brief
    assert said not in clean
    assert said not in then
    pages = chronicle.root.parent / "report"
    page_of = {id_: next(pages.glob(f"**/*{id_}*.html")).read_text() for id_ in ("claims", "other")}
    assert said in page_of["claims"]
    assert said not in page_of["other"]


def test_line_ends_of_a_checkout_are_not_taken_for_an_edit(chronicle: Chronicle) -> None:
    lived(chronicle)
    (chronicle.root / ".gitattributes").write_text("*.yaml text\n")
    chronicle.commit("2026-05-12")
    office = Office(chronicle.root, "2026-05-20")
    office.file("claims").write_bytes(NOW.replace("\n", "\r\n").encode())

    assert "not committed" not in office.run("brief", "claims", "--for", "minister").out


def test_a_goal_under_another_key_is_one_sentence_and_one_offence(chronicle: Chronicle) -> None:
    lived(chronicle)
    renamed = chronicle.commit("2026-05-12", {"claims": NOW.replace("    wait:\n", "    delay:\n")})

    told = Office(chronicle.root, "2026-05-20").run("log", "claims", "--json").json

    assert [one["text"] for one in told if one["commit"] == renamed] == [
        "goal wait goes by the key delay from now on, and says the same"
    ]
    assert found(chronicle) == [(FROZEN, renamed)]


def test_another_primary_goal_is_told_in_plain_words(chronicle: Chronicle) -> None:
    text = lived(chronicle, two_goals)
    swapped = text.replace("      primary: true\n", "").replace("papers:\n", "papers:\n      primary: true\n")
    commit = chronicle.commit("2026-05-12", {"claims": swapped})

    told = Office(chronicle.root, "2026-05-20").run("log", "claims", "--json").json

    assert {one["text"] for one in told if one["commit"] == commit} == {
        "wait is no longer the primary goal",
        "papers is the primary goal",
    }
