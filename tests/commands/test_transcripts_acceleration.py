"""Acceleration as a person sees it: team, goal, launch, readings, blockers, amendments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_snapshot import snapshot

from transcript import typed

if TYPE_CHECKING:
    from office import Office


def test_the_team_is_nominated_and_changed(nominated: Office) -> None:
    seen = typed(
        nominated,
        "team small --member 'Asel Nurova; Judge; Astana district court' --quiet",
        "team small --remove 'Asel Nurova' --quiet",
        "team small --remove 'Nobody Known'",
        "team small --leader 'Yerlan Saparov; Coach; National Project Office'",
        "team small",
    )

    assert seen == snapshot("""\
$ hundredday team small --member 'Asel Nurova; Judge; Astana district court' --quiet
small-claims-settled-in-one-day: Asel Nurova joined the team
[0]
$ hundredday team small --remove 'Asel Nurova' --quiet
small-claims-settled-in-one-day: Asel Nurova left the team
[0]
$ hundredday team small --remove 'Nobody Known'
! error: Nobody Known is not on the team.
!   The people on it are: Dana Omarova, Yerlan Saparov, Madina Akhmetova, Timur Ospanov.
[1]
$ hundredday team small --leader 'Yerlan Saparov; Coach; National Project Office'
! error: Dana Omarova owns the goal days-to-judgment and is not on the Acceleration Team.
!   Add Dana Omarova to the team, or name somebody of it.
[1]
$ hundredday team small
! error: Nothing is said that could be changed.
!   Give at least one of --leader, --coach, --member, --remove; hundredday team --help explains them.
[2]
""")


def test_a_goal_is_set_before_the_launch_and_refused_when_it_cannot_be(nominated: Office) -> None:
    seen = typed(
        nominated,
        "goal small days-to-judgment --target 1 --quiet",
        "goal small days-to-judgment --target 50",
        "goal small days-to-judgment --target many",
        "goal small days-to-judgment --due 04/06/2026",
        "goal small days-to-judgment --owner 'Nobody Known'",
        "goal small share --metric 'Share judged in a day' --kind percent --baseline 5 --target 80 --quiet",
        "goal small days-to-judgment --trajectory '50=20 100=1' --quiet",
        "goal small",
    )

    assert seen == snapshot("""\
$ hundredday goal small days-to-judgment --target 1 --quiet
small-claims-settled-in-one-day: goal days-to-judgment changed: target from 2 to 1
[0]
$ hundredday goal small days-to-judgment --target 50
small-claims-settled-in-one-day: goal days-to-judgment changed: target from 1 to 50
! next: hundredday launch small-claims-settled-in-one-day
[0]
$ hundredday goal small days-to-judgment --target many
! error: “many” is not a number.
!   Write the value in numbers, such as 42.
[1]
$ hundredday goal small days-to-judgment --due 04/06/2026
! error: “04/06/2026” can be read two ways: 2026-06-04 or 2026-04-06.
!   Write it as one of the two.
[2]
$ hundredday goal small days-to-judgment --owner 'Nobody Known'
! error: Nobody Known owns the goal days-to-judgment and is not on the Acceleration Team.
!   Add Nobody Known to the team, or name somebody of it.
[1]
$ hundredday goal small share --metric 'Share judged in a day' --kind percent --baseline 5 --target 80 --quiet
small-claims-settled-in-one-day: goal share set: from 5 to 80
[0]
$ hundredday goal small days-to-judgment --trajectory '50=20 100=1' --quiet
small-claims-settled-in-one-day: goal days-to-judgment changed: trajectory 50 set to 20, trajectory 100 set to 1
[0]
$ hundredday goal small
! error: Nothing is said that could be changed.
!   Give at least one of --primary, --specific, --metric, --kind, --unit, --baseline, --baseline-date, --baseline-method, --target, --counted, --source, --every, --usual, --change, --owner, --because, --relevant, --due, --trajectory; hundredday goal --help explains them.
[2]
""")


def test_a_kind_that_does_not_exist_is_met_with_those_that_do(nominated: Office) -> None:
    said = nominated.run("goal", "small", "days-to-judgment", "--kind", "speed", code=1)

    assert "cumulative, level, duration, percent or yes_no" in said.err


def test_guardrails_and_milestones_are_set_and_changed(nominated: Office) -> None:
    seen = typed(
        nominated,
        "guardrail small appeals --limit 14 --quiet",
        "guardrail small 'Complaints a week' --worse sideways",
        "guardrail small 'Complaints a week' --limit ten",
        "milestone small 'Second court joins' --due 2026-05-04 --critical --quiet",
        "milestone small second-court-joins --done",
        "milestone small 'Third court joins' --due soon",
    )

    assert seen == snapshot("""\
$ hundredday guardrail small appeals --limit 14 --quiet
small-claims-settled-in-one-day: guardrail appeals changed: limit from 12 to 14
[0]
$ hundredday guardrail small 'Complaints a week' --worse sideways
! error: --worse cannot be “sideways”.
!   Write above or below.
[2]
$ hundredday guardrail small 'Complaints a week' --limit ten
! error: “ten” is not a number.
!   Write a number, such as 42.
[1]
$ hundredday milestone small 'Second court joins' --due 2026-05-04 --critical --quiet
small-claims-settled-in-one-day: milestone set: Second court joins, due 2026-05-04
[0]
$ hundredday milestone small second-court-joins --done
small-claims-settled-in-one-day: milestone done on 2026-04-06: Second court joins
! next: hundredday launch small-claims-settled-in-one-day
[0]
$ hundredday milestone small 'Third court joins' --due soon
! error: “soon” cannot be read as a date.
!   Write 2026-04-06, today, yesterday, +3, -3, day 50, or 6 April 2026.
[2]
""")


def test_the_launch_starts_the_clock_once(nominated: Office) -> None:
    seen = typed(
        nominated,
        "launch small --days 120",
        "launch small --days 0",
        "launch small",
        "launch small",
        "goal small days-to-judgment --target 5",
        "goal small another --metric Another",
    )

    assert seen == snapshot("""\
$ hundredday launch small --days 120
! error: 120 is out of range for days.
!   Write 100 or less.
[1]
$ hundredday launch small --days 0
! error: 0 is out of range for days.
!   Write 1 or more.
[1]
$ hundredday launch small
small-claims-settled-in-one-day: launched: Day 0 is 2026-04-06, 100 days
! next: first reading, in 7 days (2026-04-13)
[0]
$ hundredday launch small
! error: The clock runs since 2026-04-06.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday goal small days-to-judgment --target 5
! error: The target of days-to-judgment was frozen at the launch on 2026-04-06.
!   hundredday amend small-claims-settled-in-one-day days-to-judgment target 5 --because 'Why the goal has to change' --by 'Aigerim Bekova'
[1]
$ hundredday goal small another --metric Another
! error: The goals were settled at the launch on 2026-04-06; “another” is not one of them.
!   Choose one of: days-to-judgment; or let it be a challenge of its own.
[1]
""")


def test_a_launch_without_a_goal_is_refused_condition_by_condition(chosen: Office) -> None:
    seen = typed(chosen, "advance small --quiet", "launch small")

    assert seen == snapshot("""\
$ hundredday advance small --quiet
small-claims-settled-in-one-day: moved to Acceleration
[0]
$ hundredday launch small
! error: The gate of the launch is closed: 2 conditions do not hold.
! Launch                                                            2 of 6 missing
!   ✗ team-is-nominated
!     The team has no leader. The team has no coach. The team comes from fewer
!     than two agencies.
!     hundredday team small-claims-settled-in-one-day \\
!       --leader 'Name of the leader; Post of the leader; Ministry of Justice' \\
!       --coach 'Name of the coach; Coach; Ministry of Justice' \\
!       --member 'Name of a member; Post of the member; Another agency'
!   ! team-size-is-sound  warning
!     The team has 0 people; 8 to 12 is sound.
!     hundredday team small-claims-settled-in-one-day \\
!       --member 'Member 1; Post; Ministry of Justice' \\
!       --member 'Member 2; Post; Ministry of Justice' \\
!       --member 'Member 3; Post; Ministry of Justice' \\
!       --member 'Member 4; Post; Ministry of Justice' \\
!       --member 'Member 5; Post; Ministry of Justice' \\
!       --member 'Member 6; Post; Ministry of Justice' \\
!       --member 'Member 7; Post; Ministry of Justice' \\
!       --member 'Member 8; Post; Ministry of Justice'
!   ✗ goals-are-smart
!     There is no goal yet.
!     hundredday goal small-claims-settled-in-one-day \\
!       --specific 'One result that a person outside the team can see' \\
!       --metric 'What is counted' --kind level --unit cases --baseline 100 \\
!       --baseline-date today --target 50 \\
!       --counted 'Who or what is counted, and on which day' \\
!       --source 'The register or report that the number comes from' \\
!       --owner 'Name of the owner' --because 'Why the team can reach it' \\
!       --relevant 'Serves National Development Plan to 2029: time to enforce a '\\
! 'contract' \\
!       --due 2026-06-12
!   ✓ fits-in-100-days  Everything planned fits between Day 0 and the last day…
!   ! early-win-is-planned  warning
!     Nothing is due by Day 15, 2026-03-19.
!     hundredday milestone small-claims-settled-in-one-day \\
!       'First result that people can see' --due 2026-03-19
!   ✓ is-ambitious  The goals are ambitious: each target is clearly above what…
[1]
""")


def test_readings_are_recorded_and_corrected(running: Office) -> None:
    seen = typed(
        running,
        "record small 30 --note 'Second court live'",
        "record small 31",
        "record small appeals 9",
        "record small days-to-judgment 29 --on 'day 22' --verified --by 'Dana Omarova'",
    )

    assert seen == snapshot("""\
$ hundredday record small 30 --note 'Second court live'
small-claims-settled-in-one-day: 30 days to judgment on Day 23
! next: Registry has no e-signature, asked of Aigerim Bekova, in 5 days (2026-05-04)
[0]
$ hundredday record small 31
small-claims-settled-in-one-day: corrected 29 April from 30 to 31 days
! next: Registry has no e-signature, asked of Aigerim Bekova, in 5 days (2026-05-04)
[0]
$ hundredday record small appeals 9
small-claims-settled-in-one-day: 9 appeals on Day 23
! next: Registry has no e-signature, asked of Aigerim Bekova, in 5 days (2026-05-04)
[0]
$ hundredday record small days-to-judgment 29 --on 'day 22' --verified --by 'Dana Omarova'
small-claims-settled-in-one-day: 29 days to judgment on Day 22, verified
! next: Registry has no e-signature, asked of Aigerim Bekova, in 5 days (2026-05-04)
[0]
""")


def test_a_value_or_a_day_that_cannot_be_is_refused(running: Office) -> None:
    seen = typed(
        running,
        "record small",
        "record small many",
        "record small -3",
        "record small appeal 9",
        "record small 30 --add",
        "record small 30 --on 2026-05-25",
        "record small 30 --on 04/06/2026",
        "record small 30 --on tomorow",
        "record small 30 --provisional --verified",
        "record small one two three",
    )

    assert seen == snapshot("""\
$ hundredday record small
! error: VALUE is missing, and there is no terminal to ask on.
!   Add for example: 42
[2]
$ hundredday record small many
! error: “many” is not a number.
!   Write the value in days, such as 42.
[1]
$ hundredday record small -3
! error: A duration metric cannot be below 0.
!   Write the value as it was counted.
[1]
$ hundredday record small appeal 9
! error: There is no goal or guardrail “appeal”.
!   Did you mean appeals?
[2]
$ hundredday record small 30 --add
! error: Only a running total can be added to; this metric is none.
!   Record the value as it is now.
[1]
$ hundredday record small 30 --on 2026-05-25
! error: A reading cannot be dated 2026-05-25: today is 2026-04-29.
!   Write the day on which it happened.
[1]
$ hundredday record small 30 --on 04/06/2026
! error: “04/06/2026” can be read two ways: 2026-06-04 or 2026-04-06.
!   Write it as one of the two.
[2]
$ hundredday record small 30 --on tomorow
! error: “tomorow” cannot be read as a date.
!   Write 2026-04-06, today, yesterday, +3, -3, day 50, or 6 April 2026.
[2]
$ hundredday record small 30 --provisional --verified
! error: A reading is either provisional or verified.
!   Leave one of the two options out.
[2]
$ hundredday record small one two three
! error: There is more than a goal and a value.
!   Put a text of several words in quotes.
[2]
""")


def test_blockers_are_raised_and_closed(running: Office) -> None:
    seen = typed(
        running,
        "block small 'No room in Almaty' --asked-of 'Aigerim Bekova' --needed-by +7",
        "block small 'No room' --key no-room-in-almaty",
        "block small ''",
        "unblock small room",
        "unblock small no-room-in-almaty --how 'The city lent one'",
        "unblock small no-room-in-almaty",
    )

    assert seen == snapshot("""\
$ hundredday block small 'No room in Almaty' --asked-of 'Aigerim Bekova' --needed-by +7
small-claims-settled-in-one-day: blocked: No room in Almaty, asked of Aigerim Bekova, needed by 6 May
! next: Registry has no e-signature, asked of Aigerim Bekova, in 5 days (2026-05-04)
[0]
$ hundredday block small 'No room' --key no-room-in-almaty
! error: There is a blocker “no-room-in-almaty” already.
!   Choose another --key.
[1]
$ hundredday block small ''
! error: The text is empty.
!   Write what it is, or leave the option out.
[1]
$ hundredday unblock small room
! error: There is no “room” among the blockers.
!   The blockers are: e-signature, no-room-in-almaty.
[2]
$ hundredday unblock small no-room-in-almaty --how 'The city lent one'
small-claims-settled-in-one-day: unblocked: No room in Almaty; how: The city lent one
! next: Registry has no e-signature, asked of Aigerim Bekova, in 5 days (2026-05-04)
[0]
$ hundredday unblock small no-room-in-almaty
! error: The blocker no-room-in-almaty was resolved on 2026-04-29.
!   hundredday status small-claims-settled-in-one-day
[1]
""")


def test_a_colour_is_declared_with_its_reason(running: Office) -> None:
    seen = typed(
        running,
        "declare small green",
        "declare small blue --because 'Sky'",
        "declare small green --because 'Ahead of plan'",
    )

    assert seen == snapshot("""\
$ hundredday declare small green
! error: --because is missing, and there is no terminal to ask on.
!   Add for example: --because "Two courts start late"
[2]
$ hundredday declare small blue --because 'Sky'
! error: “blue” does not belong in: hundredday declare ID green|amber|red
!   Write green, amber or red.
[2]
$ hundredday declare small green --because 'Ahead of plan'
small-claims-settled-in-one-day: declared green on Day 23: Ahead of plan
! next: Registry has no e-signature, asked of Aigerim Bekova, in 5 days (2026-05-04)
[0]
""")


def test_a_review_is_held_once(running: Office) -> None:
    seen = typed(
        running,
        "review small midpoint --decided 'Add two courts'",
        "review small midpoint",
        "review small second --decided 'Stay' --on 2027-01-01",
    )

    assert seen == snapshot("""\
$ hundredday review small midpoint --decided 'Add two courts'
small-claims-settled-in-one-day: midpoint review held on Day 23: Add two courts
! next: Registry has no e-signature, asked of Aigerim Bekova, in 5 days (2026-05-04)
[0]
$ hundredday review small midpoint
! error: The midpoint review was held on 2026-04-29; it is held once.
!   Give a further review another name.
[1]
$ hundredday review small second --decided 'Stay' --on 2027-01-01
! error: A review cannot be dated 2027-01-01: today is 2026-04-29.
!   Write the day on which it happened.
[1]
""")


def test_a_frozen_goal_changes_by_amendment_only(running: Office) -> None:
    seen = typed(
        running,
        "amend small days-to-judgment target 1",
        "amend small days-to-judgment targt 1 --because Why --by Board",
        "amend small days target 1 --because Why --by Board",
        "amend small days-to-judgment target 60 --because Why --by Board",
        "amend small days-to-judgment due 2027-01-01 --because Why --by Board",
        "amend small days-to-judgment target 1 --because 'A court reached 2' --by 'Aigerim Bekova'",
        "amend small days-to-judgment target 1 --because Why --by Board",
    )

    assert seen == snapshot("""\
$ hundredday amend small days-to-judgment target 1
! error: --because and --by are missing, and there is no terminal to ask on.
!   Add for example: --because "A pilot court reached 2 on Day 40" --by "Aigerim Bekova"
[2]
$ hundredday amend small days-to-judgment targt 1 --because Why --by Board
! error: There is no “targt” among the frozen fields.
!   Did you mean target?
[2]
$ hundredday amend small days target 1 --because Why --by Board
! error: There is no “days” among the goals.
!   The goals are: days-to-judgment.
[2]
$ hundredday amend small days-to-judgment target 60 --because Why --by Board
small-claims-settled-in-one-day: target of days-to-judgment amended from 2 to 60, approved by Board: Why
! next: Registry has no e-signature, asked of Aigerim Bekova, in 5 days (2026-05-04)
[0]
$ hundredday amend small days-to-judgment due 2027-01-01 --because Why --by Board
! error: The goal days-to-judgment is due on 2027-01-01, and the clock runs from 2026-04-06 to 2026-07-15.
!   Choose a day after 2026-04-06 and not after 2026-07-15.
[1]
$ hundredday amend small days-to-judgment target 1 --because 'A court reached 2' --by 'Aigerim Bekova'
small-claims-settled-in-one-day: target of days-to-judgment amended from 60 to 1, approved by Aigerim Bekova: A court reached 2
! next: Registry has no e-signature, asked of Aigerim Bekova, in 5 days (2026-05-04)
[0]
$ hundredday amend small days-to-judgment target 1 --because Why --by Board
! error: The target of days-to-judgment is 1 already.
!   Nothing has to be amended. If somebody changed it without an amendment, hundredday audit says so.
[1]
""")


def test_a_challenge_is_stopped_early_with_a_reason(running: Office) -> None:
    seen = typed(
        running,
        "stop small",
        "stop small --because 'The registry moves to another ministry'",
        "stop small --because Again",
        "block small 'No room'",
        "advance small",
        "advance small --check",
        "lesson small 'Ask for the signature in Design' --kind failed",
    )

    assert seen == snapshot("""\
$ hundredday stop small
! error: --because is missing, and there is no terminal to ask on.
!   Add for example: --because "The registry moves to another ministry"
[2]
$ hundredday stop small --because 'The registry moves to another ministry'
small-claims-settled-in-one-day: stopped: The registry moves to another ministry
[0]
$ hundredday stop small --because Again
! error: This challenge is closed already.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday block small 'No room'
! error: A blocker belongs to Acceleration or Sustainability; this challenge is closed.
!   hundredday reopen small-claims-settled-in-one-day --because 'Why it goes on'
[1]
$ hundredday advance small
! error: The challenge is closed; there is no gate ahead.
!   hundredday reopen small-claims-settled-in-one-day --because 'Why it goes on'
[1]
$ hundredday advance small --check
! error: small-claims-settled-in-one-day is closed; there is no gate ahead.
!   hundredday status small-claims-settled-in-one-day shows how it ended.
[1]
$ hundredday lesson small 'Ask for the signature in Design' --kind failed
small-claims-settled-in-one-day: lesson kept, failed: “Ask for the signature in Design”
[0]
""")


def test_the_portfolio_and_the_story_of_a_running_challenge(running: Office) -> None:
    portfolio = running.run("status").out
    story = running.run("status", "small").out

    assert "Small claims settled in one day" in portfolio
    assert "Registry has no e-signature" in story
    assert "corrects 33" in story
