"""An early end that is taken back: by a command, with the reason kept; and what the audit says of other ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from chronicle import Chronicle
from claims import APRIL, REOPENED, STOPPED, design, work
from life import ID
from office import Office
from transcript import typed

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit

WENT_BACK, REMOVED = "phase-jumped-or-went-back", "reopening-removed"


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    """A challenge whose clock runs, and that was stopped."""
    begun = Chronicle.begun(tmp_path / "by-hand")
    life = (
        ("2026-03-02", design("claims")),
        ("2026-03-04", design("claims", "acceleration")),
        ("2026-04-06", work("claims")),
        ("2026-04-13", RUNNING),
        ("2026-04-20", ENDED),
    )
    begun.keep("claims", life)
    return begun


RUNNING = work("claims", APRIL)
ENDED = RUNNING.replace("phase: acceleration", "phase: closed") + STOPPED


def found(chronicle: Chronicle, code: int = 1) -> list[tuple[str, str]]:
    """Rule and commit of every finding."""
    said = Office(chronicle.root, "2026-05-20").run("audit", "--json", code=code).json
    return [(one["rule"], one["commit"]) for one in said["findings"]]


def test_what_was_stopped_on_monday_goes_on_on_tuesday(running: Office, git: RunGit) -> None:
    running.today = "2026-04-20"
    before = running.file(ID).read_text()
    stopped = typed(running, "stop small --because 'No money' --by Board", "block small 'No e-signature'")
    running.today = "2026-04-21"

    seen = typed(running, "reopen small", "reopen small --because 'The money came' --by Board")

    assert stopped + seen == snapshot("""\
$ hundredday stop small --because 'No money' --by Board
small-claims-settled-in-one-day: stopped by Board: No money
[0]
$ hundredday block small 'No e-signature'
! error: A blocker belongs to Acceleration or Sustainability; this challenge is closed.
!   hundredday reopen small-claims-settled-in-one-day --because 'Why it goes on'
[1]
$ hundredday reopen small
! error: --because is missing, and there is no terminal to ask on.
!   Add for example: --because "The registry stays with the ministry after all"
[2]
$ hundredday reopen small --because 'The money came' --by Board
small-claims-settled-in-one-day: reopened by Board: The money came; back in Acceleration
! next: reading, in 6 days (2026-04-27)
[0]
""")
    assert running.file(ID).read_text().replace(before, "") == snapshot("""\
reopened:
  - {date: 2026-04-21, because: The money came, by: Board, ended: {date: 2026-04-20, as: stopped, because: No money, by: Board}}
""")
    assert git(running.root, "log", "-1", "--format=%b") == snapshot("""\
Challenge: small-claims-settled-in-one-day
Event: phase-reopened
Day: 15
""")
    shown = running.run("status", "small", "--json").json["challenges"][0]
    assert (shown["phase"], shown["day"], shown["days"]) == ("acceleration", 15, 100)


def test_both_ends_of_it_stand_in_the_story_in_the_brief_and_on_the_page(running: Office) -> None:
    running.today = "2026-04-20"
    running.run("stop", "small", "--because=No money", "--by=Board")
    running.run("reopen", "small", "--because=The money came", "--by=Minister")
    running.run("report")

    story = running.run("status", "small").out
    brief = running.run("brief", "small", "--for", "minister").out
    page = (running.root / f"report/challenges/{ID}.html").read_text()

    for shown in (story, brief, page):
        assert all(word in shown for word in ("Reopened", "The money came", "Minister", "stopped"))
    assert story[story.index("Reopened\n") :].splitlines()[:3] == snapshot(
        ["Reopened", "  ~ 20 Apr  by Minister: The money came", "    stopped 20 Apr  by Board: No money"]
    )


def test_a_declined_candidate_is_undecided_again_in_one_event(candidate: Office) -> None:
    candidate.run("decline", "small", "--by=Board", "--because=No data")

    seen = typed(
        candidate,
        "reopen small --because 'The registry has the data'",
        "select small --by Board --because 'Data is there'",
    )

    assert seen == snapshot("""\
$ hundredday reopen small --because 'The registry has the data'
small-claims-settled-in-one-day: reopened: The registry has the data; back in Design
! next: It is still a candidate: nobody has selected it.
!   hundredday select small-claims-settled-in-one-day --by 'Accelerator board' \\
!     --because 'Why this candidate was taken up and not another'
[0]
$ hundredday select small --by Board --because 'Data is there'
small-claims-settled-in-one-day: selected by Board: Data is there
! next: Nobody is named who decides. Nobody is named who is affected. 0 of at least 3 stakeholders are identified.
!   hundredday stakeholder small-claims-settled-in-one-day \\
!     'Office that must agree' --role decides
[0]
""")


def test_what_has_not_ended_is_not_reopened(running: Office) -> None:
    seen = typed(running, "reopen small --because 'By mistake'")

    assert seen == snapshot("""\
$ hundredday reopen small --because 'By mistake'
! error: This challenge has not ended: there is nothing to reopen.
!   hundredday status small-claims-settled-in-one-day
[1]
""")


def test_a_completed_challenge_stays_closed(lasting: Office) -> None:
    lasting.run("advance", "small")

    assert typed(lasting, "reopen small --because 'Once more'") == snapshot("""\
$ hundredday reopen small --because 'Once more'
! error: It was closed as completed, and its results were handed over: that is not taken back.
!   hundredday new "What comes next" --from small-claims-settled-in-one-day
[1]
""")


def test_it_cannot_go_on_before_it_ended(running: Office) -> None:
    running.today = "2026-04-20"
    running.run("stop", "small", "--because=No money")

    said = running.run("reopen", "small", "--because=It came", "--on=2026-04-19", code=1)

    assert said.err == snapshot("""\
error: The challenge was reopened on 2026-04-19, before The challenge was closed on 2026-04-20.
  Mend one of the two dates.
""")


def test_an_end_that_is_reverted_is_found_and_the_mend_goes_on_in_the_open(chronicle: Chronicle) -> None:
    reverted = chronicle.commit("2026-04-21", {"claims": RUNNING})

    (one,) = Office(chronicle.root, "2026-05-20").run("audit", "--json", code=1).json["findings"]

    assert (one["rule"], one["commit"]) == (WENT_BACK, reverted)
    assert f"git revert {reverted[:10]}" in one["mend"]
    assert "hundredday reopen claims --because" in one["mend"]


def test_a_hand_that_writes_the_reason_and_the_end_is_as_good_as_the_command(chronicle: Chronicle) -> None:
    chronicle.commit("2026-04-21", {"claims": RUNNING + REOPENED})

    assert found(chronicle, code=0) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("as: stopped", "as: declined"),
        ("because: No money", "because: It rained"),
        ("date: 2026-04-20", "date: 2026-04-19"),
        (", by: Board}}", "}}"),
    ],
)
def test_an_entry_that_says_another_end_than_there_was_opens_nothing(
    chronicle: Chronicle, old: str, new: str
) -> None:
    assert old in REOPENED
    commit = chronicle.commit("2026-04-21", {"claims": RUNNING + REOPENED.replace(old, new)})

    assert found(chronicle) == [(WENT_BACK, commit)]


def test_it_goes_on_where_it_stood_and_nowhere_else(chronicle: Chronicle) -> None:
    lasting = "sustainability:\n  entered: 2026-04-21\n"
    later = RUNNING.replace("phase: acceleration", "phase: sustainability") + lasting
    commit = chronicle.commit("2026-04-21", {"claims": later + REOPENED})

    assert (WENT_BACK, commit) in found(chronicle)


def test_a_section_that_is_slipped_in_while_it_is_closed_is_found(chronicle: Chronicle) -> None:
    slipped = chronicle.commit("2026-04-21", {"claims": ENDED + "sustainability:\n  entered: 2026-04-21\n"})

    assert (WENT_BACK, slipped) in found(chronicle)


@pytest.mark.parametrize("spoil", ["", REOPENED.replace("The money came", "Of course")])
def test_the_reason_stays_for_good(chronicle: Chronicle, spoil: str) -> None:
    chronicle.commit("2026-04-21", {"claims": RUNNING + REOPENED})
    spoilt = chronicle.commit("2026-04-22", {"claims": RUNNING + spoil})

    assert found(chronicle) == [(REMOVED, spoilt)]


def test_a_reason_that_was_taken_out_and_put_back_is_told_once(chronicle: Chronicle) -> None:
    for day, text in (("21", RUNNING + REOPENED), ("22", RUNNING), ("23", RUNNING + REOPENED)):
        last = chronicle.commit(f"2026-04-{day}", {"claims": text})

    (one,) = Office(chronicle.root, "2026-05-20").run("audit", "--json", code=1).json["findings"]

    assert one["rule"] == REMOVED
    assert f"in {last[:10]}" in one["text"]


def test_the_command_leaves_nothing_to_object_to_and_the_work_goes_on(
    chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_DATE", "2026-04-21T10:00:00+0500")
    office = Office(chronicle.root, "2026-04-21")
    office.run("reopen", "claims", "--because=The money came")
    office.run("record", "claims", "40")

    assert found(chronicle, code=0) == []
    assert [one["event"] for one in office.run("log", "claims", "--json").json][:2] == [
        "reading-recorded",
        "phase-reopened",
    ]
