"""Lessons found by words in four languages, here and in other accelerators, with the reason for each."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from documents import faults
from transcript import typed

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

SAMPLES = Path(__file__).parents[2] / "challenges"


@pytest.fixture
def learnt(office: Office) -> Office:
    """An accelerator with the sample challenges and their lessons."""
    shutil.copytree(SAMPLES, office.root / "challenges", dirs_exist_ok=True)
    office.today = "2026-11-23"
    return office


def found(office: Office, *words: str) -> list[tuple[str, int]]:
    document = office.run("lessons", *words, "--json").json
    assert faults("lessons", document) == []
    return [(one["challenge"], one["score"]) for one in document["lessons"]]


def test_the_best_come_first_and_it_is_said_why(learnt: Office) -> None:
    seen = typed(
        learnt, "lessons courts judges", "lessons court --kind failed", "lessons --tag courts nothing"
    )

    assert seen == snapshot("""\
$ hundredday lessons courts judges
National Accelerator                                     Monday 23 November 2026
4 of 31 lessons fit “courts”, “judges”

 ✓ Judges adopt what a judge shows them
   worked · small-claims-in-a-day · 2026-11-10 · #courts
   found by “courts” among the tags, “judges” in the lesson

 ✓ A fixed court day does more than overtime
   worked · bloemfontein-maintenance-backlog · #courts
   found by “courts” among the tags

 ✗ Backlog and finalised cases were mixed in the first reports
   failed · bloemfontein-maintenance-backlog · #courts #data
   found by “courts” among the tags

 ! Half of the missing people lived where the police had looked first
   surprised · bloemfontein-maintenance-backlog · #courts
   found by “courts” among the tags
[0]
$ hundredday lessons court --kind failed
National Accelerator                                     Monday 23 November 2026
1 of 31 lessons fits “court”

 ✗ Backlog and finalised cases were mixed in the first reports
   failed · bloemfontein-maintenance-backlog · #courts #data
   found by “courts” among the tags
[0]
$ hundredday lessons --tag courts nothing
National Accelerator                                     Monday 23 November 2026
0 of 31 lessons fit “nothing”
[0]
""")


def test_words_are_found_in_every_script(learnt: Office) -> None:
    assert found(learnt, "места")[0][0] == "detskiy-sad-bez-ocheredi"
    assert found(learnt, "Жауаптар")[0][0] == "ush-kunde-zhauap"
    assert found(learnt, "الزيارة")[0][0] == "residence-permit-halved"


def test_forms_of_one_word_count_half(learnt: Office) -> None:
    exact, alike = found(learnt, "landlords"), found(learnt, "landlord")

    assert exact == [("san-diego-veterans-housed", 4)]
    assert alike == [("san-diego-veterans-housed", 2)]


def test_without_words_all_are_shown_from_the_newest_and_a_screen_ends(learnt: Office) -> None:
    everything = learnt.run("lessons", "--json").json["lessons"]
    said = learnt.run("lessons")

    days = [one["date"] or "" for one in everything]
    assert days == sorted(days, reverse=True)
    assert f"… and {len(everything) - 20} more: hundredday lessons --all" in said.out
    assert learnt.run("lessons", "--all").out.count("#") > said.out.count("#")


def test_an_accelerator_without_lessons_says_how_to_keep_one(office: Office) -> None:
    assert typed(office, "lessons", "lessons courts") == snapshot("""\
$ hundredday lessons
National Accelerator                                      Monday 2 February 2026
No lessons yet. Keep one when it is learnt:
hundredday lesson ID "What was learnt, in one sentence"
[0]
$ hundredday lessons courts
National Accelerator                                      Monday 2 February 2026
No lessons yet. Keep one when it is learnt:
hundredday lesson ID "What was learnt, in one sentence"
[0]
""")


def test_lessons_of_other_accelerators_and_of_shared_files_are_found_too(
    learnt: Office, tmp_path: Path, git: RunGit
) -> None:
    other = tmp_path / "other"
    git(tmp_path, "init", "--quiet", str(other))
    (other / "accelerator.yaml").write_text("format: 1\nname: City Accelerator\n")
    (other / "challenges").mkdir()
    (other / "challenges" / "buses.yaml").write_text(
        "format: 1\ntitle: Buses on time\nphase: design\nlessons:\n  - {text: Drivers know the courts, tags: [buses]}\n"
    )
    (other / "challenges" / "broken.yaml").write_text("format: 1\n")
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "trams.yaml").write_text(
        "format: 1\ntitle: Trams\norigin: {accelerator: Tram Accelerator, challenge: trams, shared: 2026-11-20}\n"
        "phase: design\nlessons:\n  - {text: Rails in court}\n"
    )

    document = learnt.run("lessons", "courts", "--also", str(other), "--also", str(shared), "--json").json

    assert faults("lessons", document) == []
    told = {(one["accelerator"], one["challenge"]) for one in document["lessons"]}
    assert {("City Accelerator", "buses"), ("Tram Accelerator", "trams")} <= told
    assert [problem["path"] for problem in document["problems"]] == ["challenges/broken.yaml"] * len(
        document["problems"]
    )
    assert len(document["problems"]) > 0
    assert "holds no challenges" in learnt.run("lessons", "--also", str(tmp_path / "none"), code=2).err


def test_new_shows_the_nearest_lessons_and_no_more_than_three(learnt: Office) -> None:
    seen = typed(
        learnt,
        "new 'Homeless youth housed by landlords' --problem 'Lists of names and data never agree in housing'",
        "new 'Clean rivers'",
        "new 'Courts and judges adopt data' --quiet",
    )

    lines = [line for line in seen.splitlines() if line.startswith("! lesson from ")]
    assert lines == snapshot(
        [
            "! lesson from san-diego-veterans-housed: Weekly lists by three agencies never agreed",
            "! lesson from monterey-youth-housed: One list of names ends the search for the same person",
            "! lesson from spokane-youth-housed: The share of the system-involved was never written down",
        ]
    )


def test_a_lesson_that_a_stranger_wrote_cannot_move_the_terminal(office: Office) -> None:
    (office.root / "challenges" / "odd.yaml").write_text(
        "format: 1\ntitle: Odd\nphase: design\nlessons:\n  - {text: '[bold]Judges[/bold] \u2003adopt', tags: ['[red]x']}\n"
    )

    said = office.run("lessons", "judges", "--color", "always")

    assert "[bold]Judges[/bold]" in said.out
    assert "[red]x" in said.out
