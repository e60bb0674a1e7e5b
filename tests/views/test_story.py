"""The story of one challenge on a screen, in each of its phases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot
from rich.cells import cell_len

from hundredday.outlook.standing import Next
from stories import CANDIDATE, HANDED_OVER, HOLDS, MISSING, RUNNING, STOPPED, Make, Read, screen

if TYPE_CHECKING:
    from hundredday.outlook.standing import GoalStanding


def test_a_candidate_shows_its_problem_and_what_its_gate_misses(
    drawn: Make, read: Read, standing: Make, today: date
) -> None:
    stands = standing(
        day=None, phase="design", goals=(), leader=None, next=Next("team to be nominated", None)
    )
    note = replace(
        MISSING,
        name="note-is-issued",
        text="The note has no mission.",
        mend="hundredday note small-claims-in-a-day --mission 'Why'",
    )

    shown = drawn(screen(read(CANDIDATE), stands, today, verdicts=[HOLDS, note], gate="acceleration"))

    assert shown == snapshot("""\
Small claims settled in one day
Ministry of Justice · Design · small-claims-in-a-day
Next  team to be nominated

Gate to Acceleration                                              1 of 2 missing
  ✗ note-is-issued
    The note has no mission.
    hundredday note small-claims-in-a-day --mission 'Why'
  ✓ has-a-lesson

Stakeholders                                                 influence, interest
  Supreme Court registry  decides  ●●●●● ●●●●○  + supports
    One registrar full time
  Atameken chamber        affected ●●○○○ ●●●●●  = neutral

Problem
  What        A claim under 500,000 tenge waits six weeks for its first hearing.
  Affected    About 40,000 claimants a year, most of them small traders
  Evidence    Court registry, 2025
  Scores      impact 5, urgency 4, cross agency 3
  Decision    selected on 2 Mar by Accelerator board: Highest score of 14
  Priority    National Development Plan to 2029: time to enforce a contract
  Sponsor     Aigerim Bekova, Vice-Minister

Challenge note                                                      issued 3 Mar
  Mission     Let a small trader get a judgment without losing a second day of
              work
  Indicator   Time from filing to judgment
  Questions   Which claims can be judged on papers alone?
""")


def test_a_running_challenge_on_80_columns(
    drawn: Make, read: Read, standing: Make, amended: GoalStanding, today: date
) -> None:
    stands = standing(declared="green", goals=(amended,))

    shown = drawn(screen(read(RUNNING), stands, today, verdicts=[MISSING, HOLDS], gate="sustainability"))

    assert shown == snapshot("""\
Small claims settled in one day
Ministry of Justice · Acceleration · small-claims-in-a-day
▲ at risk, but declared green by Dana Omarova on 27 Apr: Ahead of plan
Next  22 days over: e-signature needed by Aigerim Bekova

Day 50 / 100                      50 days left, 34 working days, last day 15 Jul
         ✓                     ✗        ●                  ◇
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┃───────────────────────────────────────
0                   25                  50                 75                100
✓ milestone done   ◇ milestone due   ✗ milestone over   ● review held

Goal days-to-judgment                                                  ▲ at risk
  A small claim filed in a pilot court is judged the same day
  Median days from filing to judgment
  Dana Omarova, due 15 Jul

  43 → 20 → 1 days (at launch 2)  ━━━━━━━━━━━━━━┃────────────  55%, 50% expected
  Forecast    6.3 days on 15 Jul, between 1 and 14 in 8 of 10 cases; reaches the
              target on 25 Jul, 10 days late
  Pace        −3.5 a week, −2.7 needed to reach the target in time

  43 ┤○····●                              ┊
     │      ····●·····                    ┊
     │               ●····●·····          ┊
     │                          ●·········┊
     │                                    ●···········
     │                                    ┊           ··········               │
     │                                    ┊                     ··········     ◆
   1 ┤╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ┊ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ·····│
     └──────────────────────────────────────────────────────────────────────────
      Day 0             25                50                 75              100
      ● reading  · planned  ╌ target  ┊ today  ◆ forecast

  Readings    25 May  Day 49  20 days
              11 May  Day 35  27 days  corrects 29; Two cases were counted twice
               4 May  Day 28  31 days  entered 8 days later
              and 3 earlier

Gate to Sustainability                                            1 of 2 missing
  ✗ results-are-in  ✓ has-a-lesson

Amendments
  target of days-to-judgment: 2 → 1  on 20 May (Day 44) by Aigerim Bekova:
    Reached 2 in one court
  due of days-to-judgment: 10 Jul → 15 Jul  on 21 May (Day 45) not approved

Waivers
  ~ early-win-is-planned  by Accelerator board on 6 Apr: The first hearing is
    near

  Guardrails  ✗ Appeals a week  14 appeals on 18 May, outside, limit 12
  Blockers    ✗ Registry has no e-signature  asked of Aigerim Bekova, needed by
                4 May (22 days over)
              ✓ No court room  resolved 10 Apr: Room 4
  Milestones  ✓ First same-day hearing  done 17 Apr
              ✗ Second court live  due 15 May (11 days over)
              ◇ All courts live  due 20 Jun (in 25 days), critical
  Reviews     ✓ Midpoint  held 26 May, Add two courts

Lessons
  worked      Judges adopt what a judge shows them  courts

Acceleration Team                                           3 people, 3 agencies
  Leader      Dana Omarova, Court registrar, Supreme Court
  Coach       Yerlan Saparov, National Project Office
  Members     Madina Akhmetova
""")


def test_a_result_that_is_watched_shows_whether_it_held(
    drawn: Make, read: Read, standing: Make, goal: Make, today: date
) -> None:
    reached = goal(
        latest=7,
        progress=0.857,
        expected=1.0,
        health="achieved",
        outcome="surpassed",
        reached_on=date(2026, 1, 8),
    )
    start, end = date(2025, 10, 1), date(2026, 1, 9)
    stands = standing(day=237, start=start, end=end, phase="sustainability", goals=(reached,), next=None)

    shown = drawn(screen(read(HANDED_OVER), stands, today))

    assert shown == snapshot("""\
Small claims settled in one day
Sustainability · small-claims-in-a-day
✓ achieved
Since held on 8 Feb, slipped on 9 Apr

Ran 1 Oct 2025 to 9 Jan, 100 days

Goal days-to-judgment                                                 ✓ achieved
  Median days from filing to judgment

  43 → 7 → 1 days  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━─────┃  86% now
  Outcome     surpassed, 100.5% of the way to the target, reached on 8 Jan

  43 ┤○··
     │   ······
     │         ·····
     │              ······
     │                    ·····
     │                       ● ······
     │                               ·····                                     ●
   1 ┤╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ··● ╌ ╌ ╌ ╌ ╌ ● ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌ ╌
     └──────────────────────────────────────────────────────────────────────────
      Day 0     25       50        75       100                              190
      ● reading  · planned  ╌ target

  Readings    9 Apr  Day 190   7 days
              8 Feb  Day 130   1 days
              8 Jan  Day 99  0.8 days
              and 1 earlier

Handover
  Owner       Head of the court administration, Supreme Court
  Practices   Same-day list in every court (Court chair; No new posts; running)
  Pledges     Aigerim Bekova, Vice-Minister, Ministry of Justice, signed 22 Jan:
              Funded in the 2027 budget
  Scale       scale in Astana, Shymkent, Accelerator board, 30 Jan
  Watched     days-to-judgment
  Follow-up   8 Feb: held, 1 on 8 Feb
              9 Apr: slipped, 7 on 9 Apr
              8 Jul: ahead
""")


def test_a_stopped_challenge_says_who_stopped_it_and_why(
    drawn: Make, read: Read, standing: Make, today: date
) -> None:
    stands = standing(
        "Single number for all city services", day=None, phase="closed", goals=(), agency=None, next=None
    )

    shown = drawn(screen(read(STOPPED), stands, today))

    assert shown == snapshot("""\
Single number for all city services
Closed · small-claims-in-a-day
Stopped on 2 May by Accelerator board: The law changed
""")


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
@pytest.mark.parametrize("text", [CANDIDATE, RUNNING, HANDED_OVER, STOPPED])
def test_no_line_is_wider_than_the_terminal(
    drawn: Make, read: Read, standing: Make, amended: GoalStanding, today: date, text: str, width: int
) -> None:
    challenge = read(text)
    stands = standing(phase=challenge.phase, goals=(amended,) if challenge.goals else ())

    lines = drawn(
        screen(challenge, stands, today, verdicts=[MISSING, HOLDS], gate="closed"), width
    ).splitlines()

    assert max(cell_len(line) for line in lines) <= width
