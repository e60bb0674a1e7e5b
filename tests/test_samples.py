"""The sample challenges: sound, honest about what is made up, and together a tour of the method."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hundredday.challenge import PHASES, Challenge
from hundredday.challenge.rules import problems
from hundredday.days import WorkingCalendar, day_number
from hundredday.gates import verdicts
from hundredday.metrics import KINDS
from hundredday.metrics.percent import Percent
from hundredday.outlook.summary import standing
from hundredday.programme import Settings
from hundredday.programme.exchange import Partner
from hundredday.programme.soundness import Challenges
from hundredday.programme.training import Intake
from hundredday.store.accelerators import read_accelerator_file
from hundredday.store.registers import read_register
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.gates import Gate
    from hundredday.outlook.standing import Standing

FOLDER = Path(__file__).parent.parent / "challenges"
FILES = tuple(sorted(FOLDER.rglob("*.yaml")))
TODAY = date(2026, 11, 23)

PUBLISHED = {
    # id: goal, baseline, target, result; None where the page does not say
    "san-diego-veterans-housed": ("veterans-housed", None, 75, 75),
    "monterey-youth-housed": ("youth-housed", 0, 100, 40),
    "spokane-youth-housed": ("youth-housed", None, 100, 109),
    "bloemfontein-maintenance-backlog": ("backlog", 372, 93, 67),
    "tijuana-car-robberies": ("cases-resolved", 0, None, 2155),
    "nakuru-water-loss": ("water-lost", 85, None, 50),
}

every_sample = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@cache
def read(path: Path) -> Challenge:
    return Challenge.model_validate(parse(path.read_bytes(), path.name).data)


def samples() -> dict[str, Challenge]:
    return {path.stem: read(path) for path in FILES}


@every_sample
def test_a_sample_reads_without_a_finding(path: Path) -> None:
    document = parse(path.read_bytes(), path.name)

    assert document.findings == ()


@every_sample
def test_a_sample_breaks_no_rule_of_the_record(path: Path) -> None:
    challenge = read(path)

    assert list(problems(challenge)) == []


@every_sample
def test_a_sample_says_at_its_top_what_is_illustrative(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    top = lines[: lines.index("format: 1")]

    assert any("Illustrative: " in line for line in top)
    assert all(line.startswith("#") for line in top)


@every_sample
def test_a_sample_writes_every_reading_on_a_line_of_its_own(path: Path) -> None:
    challenge = read(path)
    guardrails = challenge.acceleration.guardrails.values() if challenge.acceleration else ()
    readings = sum(len(series.readings) for series in (*challenge.goals.values(), *guardrails))

    written = re.findall(r"^ +- \{date: .*value: .*\}$", path.read_text(encoding="utf-8"), re.MULTILINE)

    assert len(written) == readings


@every_sample
def test_the_goals_of_a_sample_are_owned_by_its_team(path: Path) -> None:
    challenge = read(path)
    team = {person.name for person in challenge.team.people()} if challenge.team else set()

    assert {goal.owner for goal in challenge.goals.values() if goal.owner} <= team


@every_sample
def test_every_gate_that_a_sample_has_passed_stands_open_or_was_waived(path: Path) -> None:
    challenge = read(path)

    shut = [
        (gate, verdict.name, verdict.text)
        for gate, day in gates_passed(challenge)
        for verdict in verdicts(gate, challenge, Settings(), day)
        if verdict.blocks
    ]

    assert shut == []


def gates_passed(challenge: Challenge) -> Iterator[tuple[Gate, date]]:
    acceleration, sustainability, closed = challenge.acceleration, challenge.sustainability, challenge.closed
    if acceleration and acceleration.entered:
        yield "acceleration", acceleration.entered
    if challenge.clock and challenge.clock.start:
        yield "launch", challenge.clock.start
    if sustainability and sustainability.entered:
        yield "sustainability", sustainability.entered
    if closed and closed.as_ == "completed":
        yield "closed", closed.date


def test_sample_ids_are_ids_and_unique() -> None:
    ids = [path.stem for path in FILES]

    assert len(set(ids)) == len(ids) >= 10
    assert all(re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?", id_) for id_ in ids)


def test_sample_folders_are_named_after_the_cohort() -> None:
    strays = [path for path in FILES if (cohort := read(path).cohort) and path.parent.name != cohort]

    assert strays == []


@pytest.mark.parametrize(("sample", "facts"), PUBLISHED.items(), ids=PUBLISHED)
def test_a_published_sample_holds_the_published_facts(
    sample: str, facts: tuple[str, int | None, int | None, int]
) -> None:
    key, baseline, target, result = facts
    goal = samples()[sample].goals[key]
    assert goal.measurable

    assert goal.measurable.baseline == baseline or baseline is None
    assert goal.measurable.target == target or target is None
    assert goal.series[-1].value == result


@pytest.mark.parametrize("sample", PUBLISHED)
def test_a_published_sample_names_its_source_and_marks_what_the_source_does_not_say(sample: str) -> None:
    text = (FOLDER / "published" / f"{sample}.yaml").read_text(encoding="utf-8")
    source = re.search(r"^# (https://\S+)$", text, re.MULTILINE)
    key = PUBLISHED[sample][0]
    unknown = dict(zip(("baseline", "target"), PUBLISHED[sample][1:3], strict=True))
    body = text.partition(f"    {key}:")[2]

    assert source
    told = {reading.value for reading in samples()[sample].goals[key].series if reading.evidence == source[1]}
    assert told == {PUBLISHED[sample][3]}
    for name, value in unknown.items():
        comment = re.search(rf"^        {name}: \S+ +# (.*)$", body, re.MULTILINE)
        assert comment
        assert value is not None or "illustrative" in comment[1] or "read as points" in comment[1]


def test_the_samples_stand_in_every_phase() -> None:
    phases = {challenge.phase for challenge in samples().values()}
    endings = {challenge.closed.as_ for challenge in samples().values() if challenge.closed}

    assert phases == set(PHASES)
    assert endings == {"completed", "stopped", "declined"}


def test_four_samples_run_and_one_awaits_its_launch() -> None:
    running = [challenge for challenge in samples().values() if challenge.phase == "acceleration"]
    days = [
        day_number(challenge.clock.start, TODAY)
        for challenge in running
        if challenge.clock and challenge.clock.start
    ]

    assert sorted(days) == [10, 37, 62, 88]
    assert len(running) == 5


def test_nothing_was_read_before_it_could_be() -> None:
    readings = [
        reading
        for challenge in samples().values()
        for goal in challenge.goals.values()
        for reading in goal.readings
    ]

    assert all(reading.date <= (reading.entered or reading.date) <= TODAY for reading in readings)


def test_the_samples_count_in_every_way() -> None:
    measures = [
        goal.measurable
        for c in samples().values()
        for goal in c.goals.values()
        if goal.measurable is not None
    ]

    assert {measure.kind for measure in measures} == set(KINDS)
    assert {measure.change for measure in measures if isinstance(measure, Percent)} == {True, False}


def test_the_samples_are_written_in_four_languages() -> None:
    titles = " ".join(challenge.title for challenge in samples().values())

    assert re.search("[әғқңөұүһі]", titles)
    assert "Детский сад" in titles
    assert re.search(r"[\u0600-\u06ff]", titles)


def test_the_four_topics_have_samples() -> None:
    topics = {challenge.topic for challenge in samples().values()} - {None}

    assert topics == {"government-performance", "capacity-building", "programming", "transformation"}


def test_the_samples_show_what_happens_to_readings() -> None:
    goals = [goal for challenge in samples().values() for goal in challenge.goals.values()]
    readings = [reading for goal in goals for reading in goal.readings]

    assert any(reading.entered for reading in readings)
    assert {reading.status for reading in readings} == {None, "provisional", "verified"}
    assert any(len(goal.series) < len(goal.readings) for goal in goals)
    assert any(reading.count is not None for reading in readings)
    assert any(goal.not_measurable for goal in goals)


def standing_of(sample: str) -> Standing:
    calendar = WorkingCalendar()
    return standing(
        samples()[sample], id=sample, path="", settings=Settings(), calendar=calendar, today=TODAY
    )


def test_the_samples_show_a_goal_missed_and_a_goal_reached_early() -> None:
    missed, early = standing_of("monterey-youth-housed").primary, standing_of("residence-permit-halved")
    assert missed
    assert early.primary
    assert early.primary.reached_on
    assert early.end

    assert missed.outcome == "missed"
    assert early.primary.outcome == "surpassed"
    assert early.primary.reached_on < early.end


def test_a_sample_is_declared_green_while_its_readings_say_otherwise() -> None:
    challenge = standing_of("detskiy-sad-bez-ocheredi")

    assert (challenge.declared, challenge.health) == ("green", "off_track")


def test_the_samples_of_today_differ_in_health() -> None:
    healths = {standing_of(path.stem).health for path in FILES if read(path).phase == "acceleration"}

    assert healths == {"off_track", "at_risk", "on_track", "too_early", None}


def test_the_samples_show_the_work_of_a_team() -> None:
    parts = [challenge.acceleration for challenge in samples().values() if challenge.acceleration]
    blockers = [blocker for part in parts for blocker in part.blockers.values()]

    assert any(blocker.resolved for blocker in blockers)
    assert any(blocker.resolved is None for blocker in blockers)
    assert any(guardrail.readings for part in parts for guardrail in part.guardrails.values())
    assert any("midpoint" in part.reviews for part in parts)
    assert any(amendment.field == "target" for part in parts for amendment in part.amendments)
    assert {declared.status for part in parts for declared in part.declared} == {"green", "amber", "red"}
    assert any(challenge.waivers for challenge in samples().values())


def test_the_samples_show_a_handover() -> None:
    parts = [challenge.sustainability for challenge in samples().values() if challenge.sustainability]
    lessons = [lesson for challenge in samples().values() for lesson in challenge.lessons]

    assert all(part.owner and part.practices and part.follow_up for part in parts)
    assert any(part.pledges for part in parts)
    assert {part.scale.path for part in parts if part.scale} == {"reset", "build", "scale", "embed", "none"}
    assert {lesson.kind for lesson in lessons} == {"worked", "failed", "surprised"}


def test_the_programme_around_the_samples_is_kept_as_it_was_published() -> None:
    root = FOLDER.parent
    accelerator = read_accelerator_file(root / "accelerator.yaml")
    known = Challenges([path.stem for path in FILES], lambda id_: ending_of(id_) == "completed")
    intake = read_register((root / "training/elp-2024.yaml").read_bytes(), "training/elp-2024.yaml", known)
    partner = read_register((root / "exchange/uae.yaml").read_bytes(), "exchange/uae.yaml", known)

    assert list(accelerator.topics.values()) == [
        "Government Performance",
        "Capacity Building and Leadership Programs",
        "Programming",
        "Transformation",
    ]
    assert isinstance(intake.meaning, Intake)
    assert (intake.meaning.title, len(intake.meaning.participants)) == ("Executive Leadership Program", 33)
    assert isinstance(partner.meaning, Partner)
    assert partner.meaning.partner in accelerator.partners
    assert [(visit.from_, visit.to) for visit in partner.meaning.visits] == [
        (date(2024, 5, 15), date(2024, 5, 17))
    ]


@pytest.mark.parametrize(
    "path", sorted((*FOLDER.parent.glob("training/*.yaml"), *FOLDER.parent.glob("exchange/*.yaml")))
)
def test_a_register_of_the_samples_is_sound_and_names_its_source_or_says_that_it_is_made_up(
    path: Path,
) -> None:
    known = Challenges([one.stem for one in FILES], lambda id_: ending_of(id_) == "completed")
    shown = path.relative_to(FOLDER.parent).as_posix()
    text = path.read_text(encoding="utf-8")
    top = text[: text.index("format: 1")]

    assert read_register(path.read_bytes(), shown, known).findings == ()
    assert "https://" in top or "Illustrative: " in top


def ending_of(id_: str) -> str | None:
    closed = samples()[id_].closed
    return closed.as_ if closed else None
