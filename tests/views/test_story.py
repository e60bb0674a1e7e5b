from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from inline_snapshot import snapshot
from rich.cells import cell_len

from hundredday.challenge import Challenge
from hundredday.findings import Severity
from hundredday.gates import Verdict
from hundredday.gates.smart import letters
from hundredday.outlook.standing import Forecast, GoalStanding, Next, Standing
from hundredday.programme import Settings
from hundredday.views.story import story

if TYPE_CHECKING:
    from rich.console import RenderableType

Make = Callable[..., Any]
Read = Callable[[str], Challenge]

CANDIDATE = """
format: 1
title: Small claims settled in one day
agency: Ministry of Justice
priority: "National Development Plan to 2029: time to enforce a contract"
sponsor: {name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}
phase: design
design:
  entered: 2026-02-02
  problem:
    statement: A claim under 500,000 tenge waits six weeks for its first hearing.
    affected: About 40,000 claimants a year, most of them small traders
    evidence: Court registry, 2025
  scores: {impact: 5, urgency: 4, cross_agency: 3}
  decision: {made: selected, date: 2026-03-02, by: Accelerator board, because: Highest score of 14}
  stakeholders:
    small-traders: {name: Atameken chamber, role: affected, influence: 2, interest: 5, stance: neutral}
    court-registry: {name: Supreme Court registry, role: decides, influence: 5, interest: 4, stance: supports, commitment: One registrar full time}
  note:
    issued: 2026-03-03
    mission: Let a small trader get a judgment without losing a second day of work
    indicator: Time from filing to judgment
    questions: [Which claims can be judged on papers alone?]
"""

RUNNING = """
format: 1
title: Small claims settled in one day
agency: Ministry of Justice
phase: acceleration
acceleration:
  team:
    leader: {name: Dana Omarova, post: Court registrar, agency: Supreme Court}
    coach: {name: Yerlan Saparov, agency: National Project Office}
    members:
      - {name: Madina Akhmetova, post: Judge, agency: Almaty district court}
  clock: {start: 2026-04-06, days: 100}
  goals:
    days-to-judgment:
      primary: true
      specific: A small claim filed in a pilot court is judged the same day
      measurable:
        metric: Median days from filing to judgment
        kind: duration
        unit: days
        baseline: 43
        target: 1
        counted: All claims under 500,000 tenge filed in the pilot courts
        source: Registry export, Mondays
      attainable: {owner: Dana Omarova, because: Two pilot judges already rule on the day}
      relevant: Moves the contract-enforcement indicator of the plan
      time_bound: {due: 2026-07-15}
      readings:
        - {date: 2026-04-13, value: 42}
        - {date: 2026-04-20, value: 39, note: First court live, source: Registry, by: Dana Omarova}
        - {date: 2026-04-27, value: 33, status: provisional}
        - {date: 2026-05-04, value: 31, entered: 2026-05-12}
        - {date: 2026-05-11, value: 29}
        - {date: 2026-05-11, value: 27, note: Two cases were counted twice}
        - {date: 2026-05-25, value: 20}
  guardrails:
    appeals: {metric: Appeals a week, unit: appeals, limit: 12, worse: above, readings: [{date: 2026-05-18, value: 14}]}
  milestones:
    first-hearing: {title: First same-day hearing, due: 2026-04-20, owner: Madina Akhmetova, done: 2026-04-17}
    second-court: {title: Second court live, due: 2026-05-15}
    all-courts: {title: All courts live, due: 2026-06-20, critical: true}
  blockers:
    room: {what: No court room, raised: 2026-04-08, resolved: 2026-04-10, how: Room 4}
    e-signature: {what: Registry has no e-signature, asked_of: Aigerim Bekova, needed_by: 2026-05-04}
  declared:
    - {date: 2026-04-27, status: green, because: Ahead of plan, by: Dana Omarova}
  reviews:
    midpoint: {date: 2026-05-26, decided: [Add two courts]}
  amendments:
    - {date: 2026-05-20, goal: days-to-judgment, field: target, from: 2, to: 1, because: Reached 2 in one court, by: Aigerim Bekova}
    - {date: 2026-05-21, goal: days-to-judgment, field: due, from: 2026-07-10, to: 2026-07-15}
waivers:
  - {condition: early-win-is-planned, by: Accelerator board, because: The first hearing is near, date: 2026-04-06}
lessons:
  - {text: Judges adopt what a judge shows them, kind: worked, tags: [courts]}
"""

HANDED_OVER = """
format: 1
title: Small claims settled in one day
phase: sustainability
acceleration:
  clock: {start: 2025-10-01, days: 100}
  goals:
    days-to-judgment:
      measurable: {metric: Median days from filing to judgment, kind: duration, unit: days, baseline: 43, target: 1}
      readings:
        - {date: 2025-12-01, value: 12}
        - {date: 2026-01-08, value: 0.8}
        - {date: 2026-02-08, value: 1}
        - {date: 2026-04-09, value: 7}
sustainability:
  owner: {post: Head of the court administration, agency: Supreme Court}
  practices:
    same-day-list: {practice: Same-day list in every court, owner_post: Court chair, resources: No new posts, status: running}
  pledges:
    - {by: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice, signed: 2026-01-22, text: Funded in the 2027 budget}
  scale: {path: scale, where: [Astana, Shymkent], by: Accelerator board, date: 2026-01-30}
  follow_up: {watch: days-to-judgment, dates: [2026-02-08, 2026-04-09, 2026-07-08]}
"""

STOPPED = """
format: 1
title: Single number for all city services
phase: closed
closed: {date: 2026-05-02, as: stopped, because: The law changed, by: Accelerator board}
"""

MISSING = Verdict(
    "results-are-in",
    False,
    False,
    Severity.ERROR,
    "There is no final reading of days-to-judgment.",
    "hundredday record small-claims-in-a-day days-to-judgment 20 --on 2026-05-26 --note 'final reading'",
)
HOLDS = Verdict("has-a-lesson", True, False, Severity.ERROR, "At least one lesson is kept.")


@pytest.fixture
def amended(goal: Make) -> GoalStanding:
    forecast = Forecast(low=1.0, middle=6.3, high=14.4, progress=0.87, reaches_target_on=date(2026, 7, 25))
    found: GoalStanding = goal(target_at_launch=2, expected=0.5, forecast=forecast)
    return found


def screen(challenge: Challenge, standing: Standing, today: date, **more: Any) -> RenderableType:
    options = {"verdicts": (), "gate": None, "settings": Settings(), **more}
    return story(challenge, standing, today=today, **options)


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


def test_before_launch_the_days_until_then_are_counted(
    drawn: Make, read: Read, standing: Make, today: date
) -> None:
    waiting = read(RUNNING.replace("start: 2026-04-06", "start: 2026-06-07"))

    shown = drawn(screen(waiting, standing(day=-12), today))

    assert "D-12" in shown
    assert "starts 7 Jun, last day 15 Sep" in shown


def test_after_the_last_day_the_days_over_are_counted(
    drawn: Make, read: Read, standing: Make, amended: GoalStanding
) -> None:
    late = standing(day=103, start=date(2026, 4, 6), end=date(2026, 7, 15), goals=(amended,))

    shown = drawn(screen(read(RUNNING), late, date(2026, 7, 18)))

    assert "Day 103 / 100, 3 over" in shown


def test_readings_after_today_are_not_told(
    drawn: Make, read: Read, standing: Make, amended: GoalStanding
) -> None:
    shown = drawn(screen(read(RUNNING), standing(day=21, goals=(amended,)), date(2026, 4, 27)))

    assert "27 Apr  Day 21" in shown
    assert "4 May  Day 28" not in shown
    assert "corrects 29" not in shown


def test_a_goal_that_cannot_be_measured_says_why(
    drawn: Make, read: Read, standing: Make, amended: GoalStanding, today: date
) -> None:
    text = RUNNING.replace(
        "      time_bound:",
        "      not_measurable: {because: The registry burnt down, by: Dana Omarova}\n      time_bound:",
    )

    shown = drawn(screen(read(text), standing(goals=(amended,)), today))

    assert "The registry burnt down (Dana Omarova)" in shown


def test_each_letter_of_a_goal_says_whether_it_holds(
    drawn: Make, read: Read, standing: Make, amended: GoalStanding, today: date
) -> None:
    challenge = read(
        RUNNING.replace("      relevant: Moves the contract-enforcement indicator of the plan\n", "")
    )
    judged = {key: letters(key, goal, challenge, Settings()) for key, goal in challenge.goals.items()}

    lines = drawn(screen(challenge, standing(goals=(amended,)), today, letters=judged)).splitlines()

    (marks,) = [line for line in lines if " S  " in line and " R  " in line]
    assert marks == "  ✓ S  ✗ M  ✓ A  ✗ R  ✓ T   Dana Omarova, due 15 Jul"


def test_a_colour_that_agrees_with_the_readings_is_told_without_a_but(
    drawn: Make, read: Read, standing: Make, goal: Make, today: date
) -> None:
    shown = drawn(screen(read(RUNNING), standing(declared="green", goals=(goal(health="on_track"),)), today))

    assert "● on track · declared green by Dana Omarova on 27 Apr: Ahead of plan" in shown


def test_in_the_last_two_weeks_the_gate_is_told_in_full_above_the_goals(
    drawn: Make, read: Read, standing: Make, goal: Make, today: date
) -> None:
    challenge, gate = read(RUNNING), {"verdicts": [MISSING, HOLDS], "gate": "sustainability"}

    early = drawn(screen(challenge, standing(days_left=15, goals=(goal(),)), today, **gate))
    late = drawn(screen(challenge, standing(days_left=14, goals=(goal(),)), today, **gate))

    assert "There is no final reading" not in early
    assert late.index("There is no final reading of days-to-judgment.") < late.index("Goal days-to-judgment")


def test_a_gate_that_only_a_waiver_would_open_offers_none(
    drawn: Make, read: Read, standing: Make, goal: Make, today: date
) -> None:
    waits = replace(
        MISSING, name="clock-has-run", mend="hundredday advance small --waive clock-has-run --by Board"
    )

    shown = drawn(
        screen(
            read(RUNNING),
            standing(days_left=3, goals=(goal(),)),
            today,
            verdicts=[waits],
            gate="sustainability",
        )
    )

    assert "✗ clock-has-run" in shown
    assert "--waive" not in shown


def test_a_secondary_goal_is_told_in_a_few_lines_without_a_chart(
    drawn: Make, read: Read, standing: Make, goal: Make, today: date
) -> None:
    second = """
    papers:
      specific: Half of the claims are judged without a hearing
      measurable: {metric: Share judged on papers, kind: percent, unit: "%", baseline: 12, target: 50}
      readings: [{date: 2026-04-20, value: 15}, {date: 2026-05-04, value: 24}, {date: 2026-05-25, value: 35}]
"""
    challenge = read(RUNNING.replace("  guardrails:\n", second.rstrip("\n")[1:] + "\n  guardrails:\n", 1))
    papers = goal(
        id="papers",
        primary=False,
        kind="percent",
        unit="%",
        baseline=12,
        latest=35,
        target=50,
        target_at_launch=50,
    )

    shown = drawn(screen(challenge, standing(goals=(goal(), papers)), today))

    block = shown[shown.index("Goal papers") : shown.index("Amendments")]
    assert block == snapshot("""\
Goal papers                                                            ▲ at risk
  Half of the claims are judged without a hearing
  Share judged on papers

  12 → 35 → 50%  ━━━━━━━━━━━━━━━━━┃━━━━──────────────────  55%, 43% expected
  Pace        +3.7 a week, +2.1 needed to reach the target in time
  Readings    ▁▄█ 35% on 25 May

""")
