"""A challenge shared by one accelerator and started in another: its lessons come along, and no name of a person."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from hundredday.challenge.names import names_in
from hundredday.store.records import read_record
from office import Office
from transcript import typed

if TYPE_CHECKING:
    from conftest import RunGit

SAMPLES = Path(__file__).parents[2] / "challenges"

FULL_OF_NAMES = """\
format: 1
title: Bekova's court settles claims in a day
topic: public-services
cohort: 2026-spring
agency: Ministry of Justice
priority: "Plan of Aigerim Bekova"
sponsor: {name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}
phase: closed

design:
  entered: 2026-01-02
  problem:
    statement: Claims wait six weeks, as Dana Omarova counted.
    affected: Traders such as Serik Ahmetov
    evidence: Letter of Aigerim Bekova
  decision: {made: selected, date: 2026-01-03, by: Accelerator board, because: Bekova wants it}
  stakeholders:
    serik-ahmetov: {name: Serik Ahmetov, role: affected, agency: "Chamber, office of Timur Ospanov", influence: 2}
    registry: {name: Supreme Court registry, role: decides, commitment: Promised by Yerlan Saparov}
  note: {issued: 2026-01-04, mission: Help Serik Ahmetov, indicator: Days}

acceleration:
  entered: 2026-01-05
  team:
    leader: {name: Dana Omarova, post: Registrar, agency: Supreme Court}
    coach: {name: Yerlan Saparov, agency: National Project Office}
    members:
      - {name: Madina Akhmetova, post: Judge, agency: Almaty court}
  clock: {start: 2026-01-10, days: 50}
  goals:
    omarova-days:
      primary: true
      specific: Omarova's court judges in a day
      measurable:
        metric: Days until Madina Akhmetova signs
        kind: duration
        unit: days
        baseline: 43
        target: 1
        counted: Counted by Saparov on Mondays
        source: Export by D. Omarova
      attainable: {owner: Dana Omarova, because: Bekova agrees}
      time_bound: {due: 2026-02-20}
      readings:
        - {date: 2026-02-20, value: 1, by: Nurlan Ibraev}
  blockers:
    seal: {what: No seal, raised: 2026-01-20, asked_of: Gulnar Isaeva, resolved: 2026-01-21}

lessons:
  - {text: "Judges follow Madina Akhmetova, not Bekova's letters.", kind: worked, tags: [courts, omarova], by: Botagoz Tulegenova, date: 2026-02-21}
  - {text: Nurlan Ibraev and Gulnar Isaeva had the seal; Tulegenova found it, kind: surprised}
  - {text: Без Омаровой и Сапарова ничего не вышло бы, kind: failed}
closed: {date: 2026-03-20, as: completed, because: Bekova is content, by: Aigerim Bekova}
"""
NAMES = (
    "Aigerim Bekova, Dana Omarova, Serik Ahmetov, Yerlan Saparov, Timur Ospanov, Madina Akhmetova, Nurlan Ibraev, "
    "Gulnar Isaeva, Botagoz Tulegenova, Омаров, Сапаров"
)


@pytest.fixture
def sharing(office: Office) -> Office:
    """An accelerator with a challenge that has names in every text, and another one's team."""
    (office.root / "challenges" / "claims.yaml").write_text(FULL_OF_NAMES)
    (office.root / "challenges" / "other.yaml").write_text(
        "format: 1\ntitle: Other\nphase: design\nsponsor: {name: Timur Ospanov, agency: Chamber}\n"
    )
    office.today = "2026-04-01"
    return office


@pytest.fixture
def receiving(tmp_path: Path, git: RunGit) -> Office:
    """Another accelerator, which knows other topics."""
    root = tmp_path / "receiving"
    (root / "challenges").mkdir(parents=True)
    git(root, "init", "--quiet")
    (root / "accelerator.yaml").write_text("format: 1\nname: City Accelerator\ntopics: {courts: Courts}\n")
    return Office(root, "2026-04-02")


def names_left(text: str) -> list[str]:
    words = re.findall(r"\w+", NAMES)
    return [word for word in words if word.casefold() in text.casefold()]


def test_no_personal_name_is_anywhere_in_a_shared_file(sharing: Office, tmp_path: Path) -> None:
    path = tmp_path / "shared.yaml"

    said = sharing.run("export", "--share", "claims", "--output", str(path))

    assert names_left(path.read_text()) == []
    assert said.out == f"Written: {path}\n"
    assert path.read_text() == snapshot("""\
# Shared by National Accelerator; no name of a person stands in it. To start from it:
#   hundredday new "TITLE" --from FILE
format: 1
title: The sponsor's court settles claims in a day
topic: public-services
phase: closed

design:
  problem:
    statement: "Claims wait six weeks, as the team leader counted."
    affected: Traders such as a stakeholder
  stakeholders:
    affected: {agency: "Chamber, office of a colleague", role: affected, influence: 2}
    decides: {role: decides}

acceleration:
  goals:
    goal-1:
      primary: true
      measurable:
        metric: Days until a member of the team signs
        kind: duration
        unit: days
        counted: Counted by the coach on Mondays
lessons:
  - {text: "Judges follow a member of the team, not the sponsor's letters.", kind: worked, tags: [courts]}
  - {text: A colleague and a colleague had the seal; a colleague found it, kind: surprised}
  - {text: Без the team leader и the coach ничего не вышло бы, kind: failed}
closed: {date: 2026-03-20, as: completed}

origin:
  challenge: claims
  accelerator: National Accelerator
  shared: 2026-04-01
""")
    assert read_record(path.read_bytes(), "shared.yaml").findings == ()


def test_a_shared_challenge_is_started_elsewhere_with_its_lessons(
    sharing: Office, receiving: Office, tmp_path: Path, git: RunGit
) -> None:
    path = tmp_path / "claims.yaml"
    sharing.run("export", "--share", "claims", "-o", str(path))

    said = receiving.run("new", "Small claims in our city", "--from", str(path), "--id", "ours")

    assert said.out == snapshot("""\
ours: proposed: “Small claims in our city”, started from claims
ours: wanted: a stakeholder who is affected
ours: wanted: a stakeholder who decides
""")
    assert said.err == snapshot("""\
lesson from claims: Judges follow a member of the team, not the sponsor's letters.
lesson from claims: A colleague and a colleague had the seal; a colleague found it
lesson from claims: Без the team leader и the coach ничего не вышло бы
next: Missing: the evidence.
  hundredday describe ours \\
    --evidence 'Where the figures come from, and of which year'
""")
    assert receiving.file("ours").read_text() == snapshot("""\
format: 1
title: Small claims in our city
phase: design

design:
  entered: 2026-04-02
  problem:
    statement: "Claims wait six weeks, as the team leader counted."
    affected: Traders such as a stakeholder
  stakeholders:
    affected: {role: affected, influence: 2}
    decides: {role: decides}

origin:
  challenge: claims
  accelerator: National Accelerator
  goals:
    goal-1:
      metric: Days until a member of the team signs
      kind: duration
      unit: days
      counted: Counted by the coach on Mondays
  lessons:
    - {text: "Judges follow a member of the team, not the sponsor's letters.", kind: worked, tags: [courts]}
    - {text: A colleague and a colleague had the seal; a colleague found it, kind: surprised}
    - {text: Без the team leader и the coach ничего не вышло бы, kind: failed}
""")
    assert names_left(receiving.file("ours").read_text() + git(receiving.root, "log", "--format=%B")) == []
    assert receiving.run("check", "--json").json["ok"] is True


def test_a_goal_is_counted_as_where_the_challenge_comes_from(
    sharing: Office, receiving: Office, tmp_path: Path
) -> None:
    path = tmp_path / "claims.yaml"
    sharing.run("export", "--share", "claims", "-o", str(path))
    receiving.run("new", "Small claims in our city", "--from", str(path), "--id", "ours")
    file = receiving.file("ours")
    file.write_text(file.read_text().replace("phase: design", "phase: acceleration"))

    receiving.run(
        "goal", "ours", "--specific", "A claim is judged in two days", "--baseline", "30", "--target", "2"
    )

    text = file.read_text()
    assert "kind: duration" in text.partition("\nacceleration:")[2]
    assert text.partition("\nacceleration:")[2] == snapshot("""\

  goals:
    goal-1:
      primary: true
      specific: A claim is judged in two days
      measurable:
        metric: Days until a member of the team signs
        kind: duration
        unit: days
        baseline: 30
        target: 2
        counted: Counted by the coach on Mondays

origin:
  challenge: claims
  accelerator: National Accelerator
  goals:
    goal-1:
      metric: Days until a member of the team signs
      kind: duration
      unit: days
      counted: Counted by the coach on Mondays
  lessons:
    - {text: "Judges follow a member of the team, not the sponsor's letters.", kind: worked, tags: [courts]}
    - {text: A colleague and a colleague had the seal; a colleague found it, kind: surprised}
    - {text: Без the team leader и the coach ничего не вышло бы, kind: failed}
""")


def test_a_file_of_another_accelerator_can_be_started_from_without_being_shared(
    sharing: Office, receiving: Office
) -> None:
    receiving.run("new", "Claims", "--from", str(sharing.root / "challenges" / "claims.yaml"))

    text = receiving.file("claims").read_text()

    assert "accelerator: National Accelerator" in text
    assert "challenge: claims" in text
    assert "topic:" not in text
    assert names_left(text) == []


def test_what_a_challenge_was_started_from_goes_on_to_the_next(sharing: Office) -> None:
    sharing.run("new", "Second", "--from", "claims")
    sharing.run("new", "Third", "--from", "second")

    third = read_record(sharing.file("third").read_bytes(), "third.yaml").challenge

    assert third.origin
    assert third.origin.challenge == "second"
    assert [lesson.kind for lesson in third.origin.lessons] == ["worked", "surprised", "failed"]
    assert list(third.origin.goals) == ["goal-1"]
    assert third.topic == "public-services"


@pytest.mark.parametrize("sample", sorted(SAMPLES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_every_sample_can_be_shared_and_is_sound(office: Office, sample: Path) -> None:
    shutil.copy(sample, office.root / "challenges")
    people = [
        one.name for one in names_in(read_record(sample.read_bytes(), sample.name).challenge) if one.is_person
    ]

    shared = office.run("export", "--share", sample.stem).out

    assert [name for name in people if name in shared] == []
    assert read_record(shared.encode(), "shared.yaml").findings == ()
    assert "readings" not in shared


def test_people_of_training_are_names_too(sharing: Office) -> None:
    sharing.run("training", "new", "Diploma", "--id", "diploma")
    sharing.run("training", "enrol", "diploma", "Zarina Kaliyeva")
    sharing.run("lesson", "other", "Kaliyeva knew the way", "--kind", "worked")

    assert "A colleague knew the way" in sharing.run("export", "--share", "other").out


def test_a_format_or_a_challenge_to_share_is_asked_for(sharing: Office) -> None:
    assert typed(
        sharing,
        "export",
        "export csv --share claims",
        "export --share claims --phase closed",
        "export --share nothing",
        "new Third --from no-such.yaml",
    ) == snapshot("""\
$ hundredday export
! error: Name a format, or a challenge to share with --share ID, and not both.
!   hundredday export csv --output tables/
!   hundredday export --share ID --output shared.yaml
[2]
$ hundredday export csv --share claims
! error: Name a format, or a challenge to share with --share ID, and not both.
!   hundredday export csv --output tables/
!   hundredday export --share ID --output shared.yaml
[2]
$ hundredday export --share claims --phase closed
! error: Name a format, or a challenge to share with --share ID, and not both.
!   hundredday export csv --output tables/
!   hundredday export --share ID --output shared.yaml
[2]
$ hundredday export --share nothing
! error: No challenge has the id “nothing”.
!   hundredday status lists them all.
[2]
$ hundredday new Third --from no-such.yaml
! error: No challenge has the id “no-such.yaml”.
!   hundredday status lists them all.
[2]
""")
