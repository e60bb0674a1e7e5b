"""Sustainability as a person sees it: owner, practices, pledges, scale, follow-up, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_snapshot import snapshot

from transcript import typed

if TYPE_CHECKING:
    from office import Office


def test_a_result_gets_an_owner_a_practice_and_a_pledge(handed: Office) -> None:
    seen = typed(
        handed,
        "own small",
        "own small --post 'Head of the court administration' --agency 'Supreme Court' --quiet",
        "practice small 'Same-day list' --owner-post 'Court chair' --quiet",
        "practice small same-day-list --resources 'No new posts' --status running --quiet",
        "practice small 'Same-day list' --status done",
        "pledge small",
        "pledge small --by 'Aigerim Bekova' --agency 'Ministry of Justice' --text 'Funded' --quiet",
    )

    assert seen == snapshot("""\
$ hundredday own small
! error: --post and --agency are missing, and there is no terminal to ask on.
!   Add for example: --post "Head of the court administration" --agency "Supreme Court"
[2]
$ hundredday own small --post 'Head of the court administration' --agency 'Supreme Court' --quiet
small-claims-settled-in-one-day: handover owner named: Head of the court administration, Supreme Court
[0]
$ hundredday practice small 'Same-day list' --owner-post 'Court chair' --quiet
small-claims-settled-in-one-day: practice kept: Same-day list, owned by Court chair
[0]
$ hundredday practice small same-day-list --resources 'No new posts' --status running --quiet
small-claims-settled-in-one-day: practice Same-day list changed: resources set to “No new posts”, status set to running
[0]
$ hundredday practice small 'Same-day list' --status done
! error: --status cannot be “done”.
!   Write planned, running or stopped.
[2]
$ hundredday pledge small
! error: --by and --agency are missing, and there is no terminal to ask on.
!   Add for example: --by "Aigerim Bekova" --agency "Ministry of Justice"
[2]
$ hundredday pledge small --by 'Aigerim Bekova' --agency 'Ministry of Justice' --text 'Funded' --quiet
small-claims-settled-in-one-day: pledge signed by Aigerim Bekova, Ministry of Justice
[0]
""")


def test_the_scale_decision_and_the_follow_up_are_planned(handed: Office) -> None:
    seen = typed(
        handed,
        "scale small everywhere",
        "scale small scale --where Astana --by 'Accelerator board' --quiet",
        "follow-up small --watch nothing",
        "follow-up small --on 04/06/2026",
        "follow-up small --quiet",
        "follow-up small --on +30 --on +60 --quiet",
    )

    assert seen == snapshot("""\
$ hundredday scale small everywhere
! error: “everywhere” does not belong in: hundredday scale ID reset|build|scale|embed|none
!   Write reset, build, scale, embed or none.
[2]
$ hundredday scale small scale --where Astana --by 'Accelerator board' --quiet
small-claims-settled-in-one-day: scale decision made: scale, in Astana, by Accelerator board
[0]
$ hundredday follow-up small --watch nothing
! error: There is no “nothing” among the goals.
!   The goals are: days-to-judgment.
[2]
$ hundredday follow-up small --on 04/06/2026
! error: “04/06/2026” can be read two ways: 2026-06-04 or 2026-04-06.
!   Write it as one of the two.
[2]
$ hundredday follow-up small --quiet
small-claims-settled-in-one-day: follow-up planned: days-to-judgment watched on 14 August, 13 October and 2027-01-11
[0]
$ hundredday follow-up small --on +30 --on +60 --quiet
small-claims-settled-in-one-day: follow-up changed: dates from “14 August; 13 October; 2027-01-11” to “16 August; 15 September”
[0]
""")


def test_lessons_are_kept(handed: Office) -> None:
    seen = typed(
        handed,
        "lesson small 'Judges adopt what a judge shows them' --kind worked --tag courts --quiet",
        "lesson small 'Judges adopt what a judge shows them' --kind learned",
        "lesson small ''",
    )

    assert seen == snapshot("""\
$ hundredday lesson small 'Judges adopt what a judge shows them' --kind worked --tag courts --quiet
small-claims-settled-in-one-day: lesson kept, worked: “Judges adopt what a judge shows them”
[0]
$ hundredday lesson small 'Judges adopt what a judge shows them' --kind learned
! error: --kind cannot be “learned”.
!   Write worked, failed or surprised.
[2]
$ hundredday lesson small ''
! error: The text is empty.
!   Write what it is, or leave the option out.
[1]
""")


def test_the_last_gate_says_all_that_is_missing(handed: Office) -> None:
    assert typed(handed, "advance small") == snapshot("""\
$ hundredday advance small
! error: The gate to the end is closed: 6 conditions do not hold.
! Gate to closed                                                    6 of 6 missing
!   ✗ has-a-handover-owner
!     The handover owner lacks its post and its agency.
!     hundredday own small-claims-settled-in-one-day \\
!       --post 'Post that keeps the result' --agency 'Ministry of Justice'
!   ✗ practices-have-owners
!     No practice becomes permanent yet.
!     hundredday practice small-claims-settled-in-one-day \\
!       'What becomes permanent' --owner-post 'Post that keeps it running' \\
!       --resources 'Money, people and systems it needs'
!   ✗ pledge-is-signed
!     Nobody of Ministry of Justice has signed a pledge.
!     hundredday pledge small-claims-settled-in-one-day --by 'Aigerim Bekova' \\
!       --post Vice-Minister --agency 'Ministry of Justice' \\
!       --text 'What will be kept, and from which budget' --signed 2026-07-17
!   ✗ scale-is-decided
!     Nobody has decided whether the result is scaled.
!     hundredday scale small-claims-settled-in-one-day embed \\
!       --by 'Accelerator board' --because 'Why this path and not another'
!   ✗ follow-up-is-planned
!     The follow-up lacks a goal and dates.
!     hundredday follow-up small-claims-settled-in-one-day \\
!       --watch days-to-judgment
!   ✗ lessons-are-kept
!     No lesson says what failed. 1 of at least 3 lessons are written down.
!     hundredday lesson small-claims-settled-in-one-day \\
!       'What failed, and what to do instead' --kind failed
[1]
""")


def test_a_challenge_is_closed_and_then_only_looked_at(lasting: Office) -> None:
    seen = typed(
        lasting,
        "advance small",
        "advance small",
        "stop small --because Again",
        "record small 1 --on 2026-08-14",
    )

    assert seen == snapshot("""\
$ hundredday advance small
small-claims-settled-in-one-day: closed as completed
[0]
$ hundredday advance small
! error: The challenge is closed; there is no gate ahead.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday stop small --because Again
! error: This challenge is closed already.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday record small 1 --on 2026-08-14
small-claims-settled-in-one-day: 1 day to judgment on Day 130
[0]
""")


def test_what_belongs_to_an_earlier_phase_is_refused(handed: Office) -> None:
    seen = typed(
        handed,
        "score small impact=5",
        "select small --by Board --because Why",
        "decline small --by Board --because Why",
        "stakeholder small Somebody --role partners",
        "note small --mission Other",
        "goal small days-to-judgment --target 5",
        "milestone small Late",
        "launch small",
        "review small midpoint",
    )

    assert seen == snapshot("""\
$ hundredday score small impact=5
! error: A score belongs to Design; this challenge is in Sustainability.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday select small --by Board --because Why
! error: The decision on a candidate belongs to Design; this challenge is in Sustainability.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday decline small --by Board --because Why
! error: The decision on a candidate belongs to Design; this challenge is in Sustainability.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday stakeholder small Somebody --role partners
small-claims-settled-in-one-day: Somebody identified as a stakeholder who partners
! next: The handover owner lacks its post and its agency.
!   hundredday own small-claims-settled-in-one-day \\
!     --post 'Post that keeps the result' --agency 'Ministry of Justice'
[0]
$ hundredday note small --mission Other
! error: The challenge note belongs to Design; this challenge is in Sustainability.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday goal small days-to-judgment --target 5
! error: A goal belongs to Acceleration; this challenge is in Sustainability.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday milestone small Late
! error: A milestone belongs to Acceleration; this challenge is in Sustainability.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday launch small
! error: The launch belongs to Acceleration; this challenge is in Sustainability.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday review small midpoint
! error: A review belongs to Acceleration; this challenge is in Sustainability.
!   hundredday status small-claims-settled-in-one-day
[1]
""")
