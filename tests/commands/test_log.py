"""`log`: the story that git's objects tell, whatever commits say of themselves."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

from diary import Diary, claims
from life import CLAIMS, ID
from office import Office

if TYPE_CHECKING:
    from conftest import RunGit

FILE = "challenges/claims.yaml"


@pytest.fixture
def diary(office: Office, git: RunGit, monkeypatch: pytest.MonkeyPatch) -> Diary:
    return Diary(office, git, monkeypatch)


def test_the_whole_life_of_a_challenge_is_told_in_its_order_with_the_day_of_the_clock(diary: Diary) -> None:
    diary.live("2026-05-27")

    told = diary.office.run("log", CLAIMS, "--json", "--reverse").json

    launch = next(one for one in told if one["event"] == "launched")
    assert list(launch) == ["commit", "when", "who", "challenge", "on_day", "event", "text", "detail"]
    assert launch["when"] == "2026-04-06T10:00:00+00:00"
    assert (launch["who"], launch["challenge"], launch["on_day"]) == ("Dana Omarova", ID, 0)
    assert launch["detail"]["end"] == "2026-07-15"
    assert told[0]["text"] == "proposed: “Small claims settled in one day”"
    amended = (
        "target of days-to-judgment amended from 2 to 1, approved by Aigerim Bekova: "
        "Pilot court reached 2 on Day 40"
    )
    assert [(one["on_day"], one["text"]) for one in told[-7:]] == [
        (21, "33 days to judgment on Day 21, provisional"),
        (21, "9 appeals on Day 21"),
        (22, "corrected 27 April from 33 to 34 days"),
        (26, "unblocked: Registry has no e-signature; how: The ministry lent its own"),
        (28, "declared green on Day 28: Ahead of plan"),
        (50, "midpoint review held on Day 50: Add two courts"),
        (51, amended),
    ]


def test_what_a_message_and_its_trailers_say_is_not_believed(diary: Diary) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    lie = "claims: 42 days to judgment verified\n\nChallenge: claims\nEvent: reading-recorded\nDay: 7"

    diary.write("2026-04-20", FILE, claims("04-13: 24"), lie)

    assert diary.log("claims")[-1] == (
        "reading-rewritten",
        "reading of 13 April rewritten: value from 42 to 24",
    )


def test_a_renamed_and_moved_file_is_one_challenge_under_its_last_name(diary: Diary, git: RunGit) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    for day, old, new in (
        ("2026-04-14", FILE, "challenges/small-claims.yaml"),
        ("2026-04-15", "challenges/small-claims.yaml", "challenges/2026-spring/small-claims.yaml"),
    ):
        diary.on(day)
        (diary.root / new).parent.mkdir(exist_ok=True)
        git(diary.root, "mv", old, new)
        diary.commit("Tidy up")
    diary.write("2026-04-20", "challenges/2026-spring/small-claims.yaml", claims("04-13: 42", "04-20: 39"))

    one, every = diary.log("small-claims"), diary.log()

    assert one[-3:] == [
        ("moved", "renamed: was claims"),
        ("moved", "moved from the folder challenges to 2026-spring"),
        ("reading-recorded", "39 days to judgment on Day 14"),
    ]
    assert one[0] == ("proposed", "proposed: “Small claims in a day”")
    assert every == one
    assert {entry["challenge"] for entry in diary.office.run("log", "--json").json} == {"small-claims", None}


def test_a_file_that_was_moved_away_and_back_keeps_what_happened_meanwhile(diary: Diary, git: RunGit) -> None:
    away = "challenges/later/claims.yaml"
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    (diary.root / away).parent.mkdir()
    git(diary.root, "mv", FILE, away)
    diary.commit()
    diary.write("2026-04-20", away, claims("04-13: 42", "04-20: 39"))
    git(diary.root, "mv", away, FILE)
    diary.commit()

    told = diary.log("claims")

    assert told[-3:] == [
        ("moved", "moved from the folder challenges to later"),
        ("reading-recorded", "39 days to judgment on Day 14"),
        ("moved", "moved from the folder later to challenges"),
    ]
    assert diary.log() == told


def two_branches(diary: Diary, git: RunGit) -> None:
    """Two people record a reading each, on two branches; both are kept in the merge."""
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    git(diary.root, "switch", "--quiet", "--create", "side")
    diary.write("2026-04-21", FILE, claims("04-13: 42", "04-20: 39"))
    git(diary.root, "switch", "--quiet", "main")
    diary.write("2026-04-28", FILE, claims("04-13: 42", "04-27: 33"))
    diary.on("2026-04-29")
    git(diary.root, "merge", "--quiet", "--no-commit", "side")


def test_a_merge_tells_nothing_that_its_branches_have_told(diary: Diary, git: RunGit) -> None:
    two_branches(diary, git)
    diary.write("2026-04-29", FILE, claims("04-13: 42", "04-20: 39", "04-27: 33"))

    told = diary.log("claims")

    assert sorted(told[-2:]) == [
        ("reading-recorded", "33 days to judgment on Day 21"),
        ("reading-recorded", "39 days to judgment on Day 14"),
    ]
    assert len(told) == len(set(told))
    assert sorted(diary.log()) == sorted(told)


def test_what_a_merge_itself_changed_is_told_once(diary: Diary, git: RunGit) -> None:
    two_branches(diary, git)
    merge = diary.write("2026-04-29", FILE, claims("04-13: 42", "04-20: 39", "04-27: 33", target="9"))

    told = diary.office.run("log", "claims", "--event", "target-moved", "--json").json

    assert [(one["commit"], one["text"]) for one in told] == [
        (merge, "target of days-to-judgment changed from 2 to 9 days, without an amendment")
    ]


def test_what_a_merge_threw_away_is_told_as_the_merge_s_own(diary: Diary, git: RunGit) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    git(diary.root, "switch", "--quiet", "--create", "side")
    diary.write("2026-04-21", FILE, claims("04-13: 42", "04-20: 39"))
    git(diary.root, "switch", "--quiet", "main")
    diary.write("2026-04-28", "notes.txt", "Something else")
    diary.on("2026-04-29")
    git(diary.root, "merge", "--quiet", "--no-edit", "--strategy=ours", "side")

    told = diary.log("claims")

    assert told[-2:] == [
        ("reading-recorded", "39 days to judgment on Day 14"),
        ("reading-removed", "reading of 20 April removed: 39 days"),
    ]
    assert diary.log() == told


def test_what_a_hand_made_merge_left_out_of_one_side_is_told(diary: Diary, git: RunGit) -> None:
    two_branches(diary, git)
    merge = diary.write("2026-04-29", FILE, claims("04-13: 42", "04-27: 33", target="9"))

    told = diary.office.run("log", "claims", "--event", "reading-removed", "--json").json

    assert [(one["commit"], one["text"]) for one in told] == [(merge, "reading of 20 April removed: 39 days")]


def test_a_reading_removed_on_a_branch_is_not_told_again_by_its_merge(diary: Diary, git: RunGit) -> None:
    diary.write("2026-04-21", FILE, claims("04-13: 42", "04-20: 39"))
    git(diary.root, "switch", "--quiet", "--create", "side")
    diary.write("2026-04-22", FILE, claims("04-13: 42"))
    git(diary.root, "switch", "--quiet", "main")
    diary.write("2026-04-28", FILE, claims("04-13: 42", "04-20: 39", "04-27: 33"))
    diary.on("2026-04-29")
    git(diary.root, "merge", "--quiet", "--no-commit", "side")
    diary.write("2026-04-29", FILE, claims("04-13: 42", "04-27: 33"))

    told = diary.log("claims")

    assert [name for name, _ in told].count("reading-removed") == 1
    assert sorted(diary.log()) == sorted(told)


def test_a_cherry_picked_change_is_told_once(diary: Diary, git: RunGit) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    git(diary.root, "switch", "--quiet", "--create", "side")
    diary.write("2026-04-20", FILE, claims("04-13: 42", "04-20: 39"))
    git(diary.root, "switch", "--quiet", "main")
    diary.write("2026-04-21", "notes.txt", "Something else")
    git(diary.root, "cherry-pick", "side")
    git(diary.root, "merge", "--quiet", "--no-edit", "side")

    told = diary.log("claims")

    assert told.count(("reading-recorded", "39 days to judgment on Day 14")) == 1
    assert diary.log() == told


def test_a_version_that_cannot_be_read_is_said_and_the_next_is_compared_with_the_last_sound_one(
    diary: Diary,
) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    diary.write("2026-04-14", FILE, "title: [half a thought")
    diary.write("2026-04-15", FILE, b"\xff\xfe\x00")
    diary.write("2026-04-20", FILE, claims("04-13: 42", "04-20: 39"))

    told = diary.log("claims")

    broken = ("unreadable", "edited by hand into a file that cannot be read")
    assert told[-3:] == [broken, broken, ("reading-recorded", "39 days to judgment on Day 14")]
    assert diary.log() == told


def test_a_file_that_was_removed_can_still_be_asked_for_by_its_whole_id(diary: Diary) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    (diary.root / FILE).unlink()
    diary.commit("Nothing to see here")

    told = diary.log("claims")

    assert told[-1] == ("removed", "file removed: “Small claims in a day”")
    assert "No challenge has the id" in diary.office.run("log", "claim", code=2).err


def test_comments_and_layout_are_told_as_nothing_else(diary: Diary) -> None:
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    diary.write("2026-04-14", FILE, "# Ask the court\n" + claims("04-13: 42"))

    assert diary.log("claims")[-1] == ("tidied", "comments and layout changed, nothing else")


def test_entries_are_chosen_by_day_person_and_event(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    diary.live("2026-04-21")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Timur Ospanov")
    diary.do("2026-04-27", "record", CLAIMS, "33")

    def texts(*words: str) -> list[str]:
        return [text for _, text in diary.log(CLAIMS, *words)]

    assert texts("--who", "timur") == ["33 days to judgment on Day 21"]
    assert texts("--since", "day 14") == texts("--since", "2026-04-20") == texts("--since", "monday")
    assert texts("--since", "7d", "--until", "2026-04-26") == ["39 days to judgment on Day 14"]
    assert texts("--event", "launched", "--event", "milestone-done") == [
        "launched: Day 0 is 2026-04-06, 100 days",
        "milestone done on Day 11: First same-day hearing",
    ]
    assert texts("--until", "2026-01-01") == []


def test_an_event_or_a_day_that_does_not_exist_is_refused_with_what_mends_it(diary: Diary) -> None:
    event = diary.office.run("log", "--event", "reading-recordet", code=2).err
    day = diary.office.run("log", "--since", "someday", code=2).err

    assert "Did you mean reading-recorded" in event
    assert "cannot be read as a date" in day


def test_the_newest_commit_comes_first_and_what_it_tells_stays_in_its_order(diary: Diary) -> None:
    diary.live("2026-03-10")

    forward = diary.office.run("log", "--json", "--reverse").json
    backward = diary.office.run("log", "--json").json

    def commits(entries: list[dict[str, str]]) -> list[str]:
        return list(dict.fromkeys(one["commit"] for one in entries))

    assert commits(backward) == commits(forward)[::-1]
    assert [one for one in backward if one["commit"] == backward[0]["commit"]] == [
        one for one in forward if one["commit"] == backward[0]["commit"]
    ]


def test_on_a_screen_the_story_of_one_challenge_reads_from_its_days(diary: Diary) -> None:
    diary.live("2026-04-20")

    shown = diary.office.run("log", CLAIMS, "--since", "2026-04-06").out

    assert shown == (
        "small-claims-settled-in-one-day · Dana Omarova\n"
        "Day 14   20 Apr  39 days to judgment\n"
        "Day 12   18 Apr  milestone done on Day 11: First same-day hearing\n"
        "Day 7    13 Apr  42 days to judgment\n"
        "Day 0    6 Apr   launched: Day 0 is 2026-04-06, 100 days\n"
    )


def test_on_a_screen_the_story_of_all_is_told_day_by_day(diary: Diary) -> None:
    diary.live("2026-04-06")
    diary.write("2026-04-13", FILE, claims("04-13: 42"))
    diary.do("2026-04-13", "record", CLAIMS, "41")

    shown = diary.office.run("log", "--since", "2026-04-13", "--until", "2026-04-13").out

    assert shown == (
        "Monday 13 April 2026\n"
        "  small-claims-settled-in-one-day · Day 7 · Dana Omarova\n"
        "    41 days to judgment\n"
        "  claims · Day 7 · Dana Omarova\n"
        "    proposed: “Small claims in a day”\n"
        "    moved to Acceleration\n"
        "    launched: Day 0 is 2026-04-06, 100 days\n"
        "    42 days to judgment\n"
        "    goal days-to-judgment set: from 43 to 2 days\n"
    )


def test_no_control_character_of_an_author_or_a_title_reaches_the_terminal(diary: Diary) -> None:
    diary.patch.setenv("GIT_AUTHOR_NAME", "Dana \x1b[31mOmarova\u202e")
    diary.write("2026-04-13", FILE, claims().replace("Small claims in a day", '"A \\u202E title"'))

    shown = diary.office.run("log").out

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)


def test_a_shallow_clone_says_where_its_history_is_cut_and_invents_nothing(
    diary: Diary, tmp_path: Path, git: RunGit
) -> None:
    for day, value in (("13", 42), ("20", 39), ("27", 33)):
        readings = [
            f"04-{one}: {number}" for one, number in (("13", 42), ("20", 39), ("27", 33)) if one <= day
        ]
        diary.write(f"2026-04-{day}", FILE, claims(*readings))
        assert value
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=2", diary.root.as_uri(), str(clone))
    other = Diary(Office(clone), git, diary.patch)

    said = other.office.run("log", "claims", "--json", "--reverse")

    assert [one["text"] for one in said.json] == [
        "history is cut here: what happened before is not in this clone",
        "33 days to judgment on Day 21",
    ]
    assert "history is cut at 2026-04-20" in said.err


def test_a_folder_without_git_or_without_a_commit_has_no_history(tmp_path: Path, git: RunGit) -> None:
    (tmp_path / "accelerator.yaml").write_text("format: 1\n")
    plain = Office(tmp_path)

    without = plain.run("log", code=2).err
    git(tmp_path, "init", "--quiet")
    empty = plain.run("log")

    assert "not in git" in without
    assert empty.out == ""
    assert "Nothing has been committed yet" in empty.err


def on_terminal(root: Path, *words: str) -> str:
    """What `log` prints on a terminal of 24 lines."""
    program = str(Path(sys.executable).with_name("hundredday"))
    child = pexpect.spawn(
        program, ["-C", str(root), "log", CLAIMS, *words], dimensions=(24, 80), timeout=60, encoding="utf-8"
    )
    child.expect(pexpect.EOF)
    child.close()
    return str(child.before)


def test_what_is_longer_than_the_terminal_goes_through_the_users_own_pager(diary: Diary) -> None:
    diary.live("2026-06-15")
    diary.git(diary.root, "config", "core.pager", "sed s/^/stranger:/")
    diary.patch.setenv("PAGER", "sed 's/^/paged: /'")

    long, short = on_terminal(diary.root), on_terminal(diary.root, "--event", "launched")
    diary.patch.setenv("GIT_PAGER", "cat")
    plain = on_terminal(diary.root)

    assert long.startswith("paged: ")
    assert "paged: " not in short + plain
    assert "stranger:" not in long + short + plain
    assert "launched" in long
    assert "launched" in short
    assert "launched" in plain


@pytest.mark.parametrize(("lang", "day"), [("en", "Day 103  "), ("ru", "День 103"), ("ar", "اليوم 103")])
def test_the_day_of_the_clock_is_never_cut_and_said_once(lang: str, day: str, diary: Diary) -> None:
    diary.write("2026-04-06", FILE, claims())
    diary.write("2026-07-18", FILE, claims("07-18: 39"))
    diary.write("2026-07-20", FILE, claims("07-18: 39", "07-19: 38"))

    shown = diary.office.run("--lang", lang, "log", "claims", "--reverse").out

    assert shown.count(day.strip()) == 1
    assert "…" not in shown
    assert "104" in shown
