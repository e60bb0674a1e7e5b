"""Design as a person sees it: every command of the phase, and what each refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_snapshot import snapshot

from transcript import typed

if TYPE_CHECKING:
    from office import Office


def test_an_empty_accelerator_says_how_to_begin(office: Office) -> None:
    seen = typed(office, "status", "new 'Small claims settled in one day'", "status")

    assert seen == snapshot("""\
$ hundredday status
National Accelerator                                      Monday 2 February 2026

No challenges yet. The first one:
hundredday new "What will be true in 100 days"
[0]
$ hundredday new 'Small claims settled in one day'
small-claims-settled-in-one-day: proposed: “Small claims settled in one day”
! next: Missing: the statement of the problem, who is affected, the evidence.
!   hundredday describe small-claims-settled-in-one-day \\
!     --problem 'What is wrong today, in one sentence' \\
!     --affected 'Who suffers from it, and how many they are' \\
!     --evidence 'Where the figures come from, and of which year'
[0]
$ hundredday status
National Accelerator                                      Monday 2 February 2026
1 in design

Design  1
 · Small claims settled in one day
   select or decline
[0]
""")


def test_a_candidate_is_proposed_with_what_is_known(office: Office) -> None:
    seen = typed(
        office,
        "new 'Small claims settled in one day' --agency 'Ministry of Justice' --cohort 2026-spring"
        " --sponsor 'Aigerim Bekova; Vice-Minister; Ministry of Justice' --problem 'Six weeks of waiting.'"
        " --affected 'Traders' --evidence 'Registry, 2025' --id small-claims",
    )

    assert seen == snapshot("""\
$ hundredday new 'Small claims settled in one day' --agency 'Ministry of Justice' --cohort 2026-spring --sponsor 'Aigerim Bekova; Vice-Minister; Ministry of Justice' --problem 'Six weeks of waiting.' --affected 'Traders' --evidence 'Registry, 2025' --id small-claims
small-claims: proposed: “Small claims settled in one day”
! next: It is not said which national objective this serves.
!   hundredday describe small-claims \\
!     --priority 'Name of the plan: the objective that this serves'
[0]
""")
    assert office.file("2026-spring/small-claims").read_text() == snapshot("""\
# yaml-language-server: $schema=../../.hundredday/challenge.schema.json
format: 1
title: Small claims settled in one day
cohort: 2026-spring
agency: Ministry of Justice
sponsor: {name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}
phase: design

design:
  entered: 2026-02-02
  problem:
    statement: Six weeks of waiting.
    affected: Traders
    evidence: "Registry, 2025"
""")


def test_a_candidate_without_a_title_or_with_a_taken_id_is_refused(office: Office) -> None:
    seen = typed(
        office,
        "new",
        "new ''",
        "new 'Small claims' --quiet",
        "new 'Small claims'",
        "new 'Small claims' --id 'Small Claims'",
        "new 'Small claims' --id con",
    )

    assert seen == snapshot("""\
$ hundredday new
! error: TITLE is missing, and there is no terminal to ask on.
!   Add for example: "Small claims settled in one day"
[2]
$ hundredday new ''
! error: The title is empty.
!   Say what will be different, in a few words.
[2]
$ hundredday new 'Small claims' --quiet
small-claims: proposed: “Small claims”
[0]
$ hundredday new 'Small claims'
! error: There is a challenge with the id “small-claims” already: challenges/small-claims.yaml.
!   Give another one with --id.
[2]
$ hundredday new 'Small claims' --id 'Small Claims'
! error: “Small Claims” cannot be an id.
!   Use 1 to 60 of a-z, 0-9 and hyphens, with a letter or digit at both ends, and no name that Windows keeps for itself (con, nul, com1).
[2]
$ hundredday new 'Small claims' --id con
! error: “con” cannot be an id.
!   Use 1 to 60 of a-z, 0-9 and hyphens, with a letter or digit at both ends, and no name that Windows keeps for itself (con, nul, com1).
[2]
""")


def test_a_topic_or_cohort_that_the_accelerator_does_not_have_is_refused(office: Office) -> None:
    settings = office.root / "accelerator.yaml"
    settings.write_text("format: 1\ntopics: {courts: Courts}\ncohorts: {2026-spring: {title: Spring}}\n")

    seen = typed(
        office,
        "new 'Small claims' --topic health",
        "new 'Small claims' --cohort 2026-autumn",
        "new 'Small claims' --cohort ../elsewhere",
        "new 'Small claims' --topic courts --cohort 2026-spring --quiet",
    )

    assert seen == snapshot("""\
$ hundredday new 'Small claims' --topic health
! error: accelerator.yaml has no topic “health”.
!   It has courts. Add yours there, or choose one.
[2]
$ hundredday new 'Small claims' --cohort 2026-autumn
! error: accelerator.yaml has no cohort “2026-autumn”.
!   It has 2026-spring. Choose one, or: hundredday cohort open 2026-autumn
[2]
$ hundredday new 'Small claims' --cohort ../elsewhere
! error: “../elsewhere” cannot be an id.
!   Use 1 to 60 of a-z, 0-9 and hyphens, with a letter or digit at both ends, and no name that Windows keeps for itself (con, nul, com1).
[2]
$ hundredday new 'Small claims' --topic courts --cohort 2026-spring --quiet
small-claims: proposed: “Small claims”
[0]
""")


def test_titles_in_every_script_give_ids_and_a_note_where_they_read_badly(office: Office) -> None:
    seen = typed(
        office,
        "new 'Шағын талаптар бір күнде' --quiet",
        "new 'Детский сад без очереди' --quiet",
        "new 'المطالبات الصغيرة في يوم واحد'",
        "new 'المطالبات الصغيرة في يوم واحد' --id claims-in-a-day --quiet",
    )

    assert seen == snapshot("""\
$ hundredday new 'Шағын талаптар бір күнде' --quiet
shagyn-talaptar-bir-kunde: proposed: “Шағын талаптар бір күнде”
[0]
$ hundredday new 'Детский сад без очереди' --quiet
detskii-sad-bez-ocheredi: proposed: “Детский сад без очереди”
[0]
$ hundredday new 'المطالبات الصغيرة في يوم واحد'
lmtlbt-lsghyrh-fy-ywm-whd: proposed: “المطالبات الصغيرة في يوم واحد”
! note: lmtlbt-lsghyrh-fy-ywm-whd is the title letter by letter; --id gives a better one.
! next: Missing: the statement of the problem, who is affected, the evidence.
!   hundredday describe lmtlbt-lsghyrh-fy-ywm-whd \\
!     --problem 'What is wrong today, in one sentence' \\
!     --affected 'Who suffers from it, and how many they are' \\
!     --evidence 'Where the figures come from, and of which year'
[0]
$ hundredday new 'المطالبات الصغيرة في يوم واحد' --id claims-in-a-day --quiet
claims-in-a-day: proposed: “المطالبات الصغيرة في يوم واحد”
[0]
""")


def test_a_candidate_starts_from_another_challenge_and_says_its_lessons(lasting: Office) -> None:
    seen = typed(lasting, "new 'Family claims in a day' --from small-claims", "new 'Other' --from nothing")

    assert seen == snapshot("""\
$ hundredday new 'Family claims in a day' --from small-claims
family-claims-in-a-day: proposed: “Family claims in a day”, started from small-claims-settled-in-one-day
family-claims-in-a-day: Supreme Court identified as a stakeholder who decides
family-claims-in-a-day: wanted: a stakeholder who is affected
family-claims-in-a-day: wanted: a stakeholder who partners
! lesson from small-claims-settled-in-one-day: Judges adopt what a judge shows them
! lesson from small-claims-settled-in-one-day: The e-signature should have been asked for in Design
! lesson from small-claims-settled-in-one-day: Traders preferred a written judgment
! next: Missing: the evidence.
!   hundredday describe family-claims-in-a-day \\
!     --evidence 'Where the figures come from, and of which year'
[0]
$ hundredday new 'Other' --from nothing
! error: No challenge has the id “nothing”.
!   hundredday status lists them all.
[2]
""")
    assert lasting.file("family").read_text() == snapshot("""\
# yaml-language-server: $schema=../.hundredday/challenge.schema.json
format: 1
title: Family claims in a day
topic: public-services
priority: "National Development Plan to 2029: time to enforce a contract"
phase: design

design:
  entered: 2026-08-20
  problem:
    statement: "A claim under 500,000 tenge waits six weeks for its first hearing."
    affected: "About 40,000 claimants a year"
  stakeholders:
    decides: {agency: Supreme Court, role: decides, influence: 5, interest: 4}
    affected: {role: affected, influence: 2, interest: 5}
    partners: {role: partners}

origin:
  challenge: small-claims-settled-in-one-day
  goals:
    days-to-judgment:
      metric: Median days from filing to judgment
      kind: duration
      unit: days
      counted: "All claims under 500,000 tenge in three pilot courts"
  lessons:
    - {text: Judges adopt what a judge shows them, kind: worked, tags: [courts]}
    - {text: The e-signature should have been asked for in Design, kind: failed}
    - {text: Traders preferred a written judgment, kind: surprised}
""")


def test_a_challenge_is_described_piece_by_piece(candidate: Office) -> None:
    seen = typed(
        candidate,
        "describe small --problem 'Seven weeks of waiting.' --agency 'Supreme Court' --quiet",
        "describe small --agency 'Supreme Court' --quiet",
        "describe small",
        "describe small --sponsor 'A; B; C; D'",
        "describe small --title ''",
    )

    assert seen == snapshot("""\
$ hundredday describe small --problem 'Seven weeks of waiting.' --agency 'Supreme Court' --quiet
small-claims-settled-in-one-day: agency from “Ministry of Justice” to “Supreme Court”
small-claims-settled-in-one-day: problem from “A claim under 500,000 tenge waits six weeks for its first…” to “Seven weeks of waiting.”
[0]
$ hundredday describe small --agency 'Supreme Court' --quiet
small-claims-settled-in-one-day: nothing changes; it says so already.
[0]
$ hundredday describe small
! error: Nothing is said that could be changed.
!   Give at least one of --title, --topic, --cohort, --agency, --sponsor, --priority, --problem, --affected, --evidence; hundredday describe --help explains them.
[2]
$ hundredday describe small --sponsor 'A; B; C; D'
! error: “A; B; C; D” is not a person.
!   Write "Name; post; agency", such as "Dana Omarova; Court registrar; Supreme Court".
[2]
$ hundredday describe small --title ''
! error: The title is empty.
!   Write what it is, or leave the option out.
[1]
""")


def test_scores_are_read_by_criterion(candidate: Office) -> None:
    seen = typed(
        candidate,
        "score small impact=5 urgency=4 --quiet",
        "score small impact=5 --quiet",
        "score small impact=9",
        "score small impakt=3",
        "score small impact",
        "score small",
    )

    assert seen == snapshot("""\
$ hundredday score small impact=5 urgency=4 --quiet
small-claims-settled-in-one-day: scored: impact 5, urgency 4
[0]
$ hundredday score small impact=5 --quiet
small-claims-settled-in-one-day: nothing changes; it says so already.
[0]
$ hundredday score small impact=9
! error: 9 is out of range for impact.
!   Write 5 or less.
[1]
$ hundredday score small impakt=3
! error: “impakt” is not a criterion.
!   Did you mean impact?
[1]
$ hundredday score small impact
! error: “impact” is not a score.
!   Write impact=3; a grade is from 1 to 5.
[1]
$ hundredday score small
! error: CRITERION=1..5 … is missing in: hundredday score ID CRITERION=1..5 …
!   CRITERION=1..5 …: Such as impact=5 urgency=4.
[2]
""")


def test_stakeholders_are_named_and_changed(candidate: Office) -> None:
    seen = typed(
        candidate,
        "stakeholder small 'Supreme Court registry' --role decides --influence 5 --quiet",
        "stakeholder small 'Supreme Court registry' --stance supports --quiet",
        "stakeholder small 'Chamber of bailiffs'",
        "stakeholder small 'Chamber of bailiffs' --role boss",
        "stakeholder small 'Chamber of bailiffs' --role partners --interest 6",
    )

    assert seen == snapshot("""\
$ hundredday stakeholder small 'Supreme Court registry' --role decides --influence 5 --quiet
small-claims-settled-in-one-day: Supreme Court registry identified as a stakeholder who decides
[0]
$ hundredday stakeholder small 'Supreme Court registry' --stance supports --quiet
small-claims-settled-in-one-day: stakeholder Supreme Court registry changed: stance set to supports
[0]
$ hundredday stakeholder small 'Chamber of bailiffs'
! error: --role is missing, and there is no terminal to ask on.
!   Add for example: --role decides
[2]
$ hundredday stakeholder small 'Chamber of bailiffs' --role boss
! error: --role cannot be “boss”.
!   Write decides, affected, partners, delivers, advises or funds.
[2]
$ hundredday stakeholder small 'Chamber of bailiffs' --role partners --interest 6
! error: --interest cannot be “6”.
!   Write a whole number from 1 to 5.
[2]
""")


def test_the_note_is_issued_and_added_to(candidate: Office) -> None:
    seen = typed(
        candidate,
        "note small",
        "note small --mission 'A judgment in a day' --indicator 'Days to judgment' --quiet",
        "note small --question 'Which claims need no hearing?' --quiet",
    )

    assert seen == snapshot("""\
$ hundredday note small
! error: Nothing is said that could be changed.
!   Give at least one of --mission, --indicator, --guardrail, --question, --on; hundredday note --help explains them.
[2]
$ hundredday note small --mission 'A judgment in a day' --indicator 'Days to judgment' --quiet
small-claims-settled-in-one-day: challenge note issued: “A judgment in a day”
[0]
$ hundredday note small --question 'Which claims need no hearing?' --quiet
small-claims-settled-in-one-day: challenge note changed: questions set to “Which claims need no hearing?”
[0]
""")


def test_a_decision_names_who_and_why(candidate: Office) -> None:
    seen = typed(
        candidate,
        "select small",
        "select small --by 'Accelerator board'",
        "select small --by 'Accelerator board' --because 'Highest score' --quiet",
        "decline small",
        "decline small --by 'Accelerator board' --because 'No data yet' --quiet",
        "decline small --by 'Accelerator board' --because 'No data yet'",
        "select small --by 'Accelerator board' --because 'After all'",
    )

    assert seen == snapshot("""\
$ hundredday select small
! error: --by and --because are missing, and there is no terminal to ask on.
!   Add for example: --by "Accelerator board" --because "Highest score of 14 candidates"
[2]
$ hundredday select small --by 'Accelerator board'
! error: --because is missing, and there is no terminal to ask on.
!   Add for example: --because "Highest score of 14 candidates"
[2]
$ hundredday select small --by 'Accelerator board' --because 'Highest score' --quiet
small-claims-settled-in-one-day: selected by Accelerator board: Highest score
[0]
$ hundredday decline small
! error: --by and --because are missing, and there is no terminal to ask on.
!   Add for example: --by "Accelerator board" --because "No data on waiting times yet"
[2]
$ hundredday decline small --by 'Accelerator board' --because 'No data yet' --quiet
small-claims-settled-in-one-day: declined by Accelerator board: No data yet
[0]
$ hundredday decline small --by 'Accelerator board' --because 'No data yet'
! error: This challenge is closed already.
!   hundredday status small-claims-settled-in-one-day
[1]
$ hundredday select small --by 'Accelerator board' --because 'After all'
! error: It was declined on 2026-02-03; the decision and its reason stay as they are.
!   hundredday reopen small-claims-settled-in-one-day --because 'Why it goes on'
[1]
""")


def test_what_belongs_to_a_later_phase_is_refused_with_the_gate_to_look_at(candidate: Office) -> None:
    seen = typed(
        candidate,
        "record small 42",
        "launch small",
        "goal small --metric Days",
        "milestone small Hearing",
        "guardrail small Appeals",
        "block small 'No signature'",
        "unblock small signature",
        "declare small green --because Fine",
        "review small midpoint",
        "amend small days target 1 --because Why --by Board",
        "team small --leader 'Dana Omarova'",
        "practice small Lists",
        "own small --post Head --agency Court",
        "pledge small --by Aigerim --agency Ministry",
        "scale small embed",
        "follow-up small",
    )

    assert seen == snapshot("""\
$ hundredday record small 42
! error: A reading belongs to Acceleration or Sustainability or the time after the end; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday launch small
! error: The launch belongs to Acceleration; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday goal small --metric Days
! error: A goal belongs to Acceleration; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday milestone small Hearing
! error: A milestone belongs to Acceleration; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday guardrail small Appeals
! error: A guardrail belongs to Acceleration; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday block small 'No signature'
! error: A blocker belongs to Acceleration or Sustainability; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday unblock small signature
! error: A blocker belongs to Acceleration or Sustainability; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday declare small green --because Fine
! error: A declared colour belongs to Acceleration; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday review small midpoint
! error: A review belongs to Acceleration; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday amend small days target 1 --because Why --by Board
! error: An amendment belongs to Acceleration; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday team small --leader 'Dana Omarova'
! error: The Acceleration Team belongs to Acceleration; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday practice small Lists
! error: A practice belongs to Sustainability; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday own small --post Head --agency Court
! error: The handover owner belongs to Sustainability; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday pledge small --by Aigerim --agency Ministry
! error: A pledge belongs to Sustainability; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday scale small embed
! error: The decision on scale belongs to Sustainability; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
$ hundredday follow-up small
! error: The follow-up belongs to Sustainability; this challenge is in Design.
!   hundredday advance small-claims-settled-in-one-day --check
[1]
""")


def test_the_story_of_a_candidate_shows_what_is_missing(candidate: Office) -> None:
    story = candidate.run("status", "small").out

    assert "Gate to Acceleration" in story
    assert "✗ is-selected" in story
    assert "hundredday select small-claims-settled-in-one-day --by" in story
