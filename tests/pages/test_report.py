"""The report as a folder of files: what it writes, what it leaves alone, and when it writes again."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from hundredday.desk.crew import cores
from hundredday.desk.reporting import WORTH_SHARING
from hundredday.store.report_folder import LIST
from office import Office
from page import Page, leading_nowhere

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit

INDEX = "index.html"


@pytest.fixture
def office(samples: Office, tmp_path: Path) -> Office:
    """The sample challenges, to change them."""
    return Office(shutil.copytree(samples.root, tmp_path / "office"), samples.today)


INTAKE = "format: 1\ntitle: Leadership Program\nparticipants:\n  - {name: Saule Nurlanova}\n"


def times(folder: Path) -> dict[str, int]:
    """When each page was written."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.html")}


def test_every_link_leads_to_a_page_and_to_a_place_in_it(report: Path) -> None:
    assert leading_nowhere(report) == []


def test_no_place_of_a_page_is_named_twice(report: Path) -> None:
    twice = {
        path.name: again
        for path in report.rglob("*.html")
        if (again := [name for name, many in Counter(Page(path).ids).items() if many > 1])
    }

    assert twice == {}


def test_every_challenge_has_its_page_and_stands_on_the_first_one(report: Path, samples: Office) -> None:
    challenges = samples.run("status", "--json").json["challenges"]

    first = Page(report / INDEX)

    assert {f"challenges/{one['id']}.html" for one in challenges} <= {*first.links}
    assert all(one["title"] in first.text for one in challenges)
    assert {path.stem for path in (report / "challenges").iterdir()} == {one["id"] for one in challenges}


def test_a_challenge_shows_its_promise_its_changes_its_waivers_its_audit_and_its_story(report: Path) -> None:
    claims = Page(report / "challenges/small-claims-in-a-day.html").text
    village = Page(report / "challenges/ush-kunde-zhauap.html").text

    for said in ("Target at launch", "Amendments", "Aigerim Bekova", "Influence by interest", "Audit"):
        assert said in claims
    assert "corrected 23 November from 6 to 5 days" in claims
    assert "passed without being met" in village


def test_what_people_declare_stands_beside_what_the_readings_say(report: Path) -> None:
    kindergarten = Page(report / "challenges/detskiy-sad-bez-ocheredi.html").text

    assert "off track" in kindergarten
    assert "But declared green" in kindergarten


def test_a_second_report_writes_nothing(office: Office) -> None:
    office.run("report")
    before = times(office.root / "report")

    said = office.run("report")

    assert times(office.root / "report") == before
    assert " 0 of them new or changed" in said.err


def test_after_one_change_only_the_pages_that_show_it_are_written(office: Office) -> None:
    office.run("report")
    before = times(office.root / "report")

    office.run("record", "ush-kunde", "60")
    office.run("report")

    changed = {name for name, at in times(office.root / "report").items() if before[name] != at}
    assert "challenges/ush-kunde-zhauap.html" in changed
    assert "index.html" in changed
    assert not any(name.startswith("challenges/") for name in changed - {"challenges/ush-kunde-zhauap.html"})
    assert "lessons.html" not in changed


def test_without_the_cache_the_same_pages_come_out(office: Office, report: Path) -> None:
    office.run("--no-cache", "report", "plain")

    def pages(folder: Path) -> dict[str, bytes]:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")}

    assert pages(office.root / "plain") == pages(report)


@pytest.mark.skipif(cores() < 2, reason="needs two cores, and to choose one of them")
def test_pages_made_on_two_cores_are_those_made_on_one(office: Office) -> None:
    claims = office.file("small-claims").read_text(encoding="utf-8")
    for number in range(WORTH_SHARING):
        copy = office.root / f"challenges/copy-{number:02}.yaml"
        copy.write_text(claims if number % 9 else claims.replace("phase: acc", "phase: other #"), "utf-8")

    one, two = (report_on(office, many) for many in (1, 2))

    assert one == two
    assert len(one) > WORTH_SHARING
    assert len(json.loads(one["said"])["problems"]) == WORTH_SHARING // 9 + 1


def report_on(office: Office, many: int) -> dict[str, bytes]:
    """The files of a report that was made anew on so many cores, and what was said of it."""
    code = f"""import os
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:{many}])
from hundredday.__main__ import main
main()"""
    words = ("-C", str(office.root), "--no-cache", "--today", office.today, "report", "--json")
    said = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, check=True)
    folder = office.root / "report"
    files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}
    shutil.rmtree(folder)
    return {**files, "said": said.stdout}


def test_a_page_that_somebody_changed_or_took_away_is_written_again(office: Office) -> None:
    office.run("report")
    index, lessons = office.root / "report" / INDEX, office.root / "report/lessons.html"
    as_it_was = index.read_text(), lessons.read_text()
    index.write_text("changed")
    lessons.unlink()

    office.run("report")

    assert (index.read_text(), lessons.read_text()) == as_it_was


def test_the_page_of_a_challenge_that_is_gone_goes_too(office: Office) -> None:
    office.run("report")
    office.file("nakuru").unlink()

    office.run("report")

    assert not (office.root / "report/challenges/nakuru-water-loss.html").exists()
    assert leading_nowhere(office.root / "report") == []


def test_a_folder_with_anything_else_in_it_is_refused_and_left_alone(office: Office) -> None:
    folder = office.root / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")

    said = office.run("report", "mine", code=2)

    assert "letter.txt" in said.err
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    "place", ["challenges", "challenges/pages", ".", "..", ".git/pages", "accelerator.yaml"]
)
def test_a_report_never_lies_among_the_files_of_the_accelerator(office: Office, place: str) -> None:
    before = sorted(office.root.rglob("*"))

    office.run("report", place, code=2)

    assert sorted(office.root.rglob("*")) == before


def test_a_list_of_pages_that_was_forged_removes_nothing_else(office: Office, tmp_path: Path) -> None:
    office.run("report")
    outside = tmp_path / "outside.html"
    outside.write_text("mine")
    (office.root / "report" / LIST).write_text('{"pages": ["../../outside.html", "../accelerator.yaml"]}')

    office.run("report", code=2)

    assert outside.read_text() == "mine"
    assert (office.root / "accelerator.yaml").exists()


def test_a_link_in_the_folder_is_not_followed(office: Office, tmp_path: Path) -> None:
    office.run("report")
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.rmtree(office.root / "report/challenges")
    (office.root / "report/challenges").symlink_to(outside)

    office.run("report", code=2)

    assert list(outside.iterdir()) == []


def test_a_report_of_a_past_day_shows_that_day(office: Office, git: RunGit) -> None:
    first = git(office.root, "rev-list", "--max-parents=0", "HEAD")

    office.run("report", "then", "--at", first)

    claims = Page(office.root / "then/challenges/small-claims-in-a-day.html").text
    assert "corrected 23 November from 6 to 5 days" not in claims
    assert leading_nowhere(office.root / "then") == []


def test_a_folder_that_is_not_in_git_says_that_nothing_can_be_audited(office: Office) -> None:
    shutil.rmtree(office.root / ".git")

    office.run("report")

    assert "not in git" in Page(office.root / "report/audit.html").text
    assert leading_nowhere(office.root / "report") == []


def test_a_file_that_cannot_be_read_is_named_and_hides_nothing(office: Office) -> None:
    bad = office.file("nakuru")
    bad.write_text("format: 1\ntitle: [\n")

    office.run("report")

    first = Page(office.root / "report/index.html")
    assert bad.name in first.text
    assert "challenges/small-claims-in-a-day.html" in first.links
    assert not (office.root / "report/challenges/nakuru-water-loss.html").exists()


def test_an_accelerator_without_challenges_has_a_report_too(tmp_path: Path) -> None:
    (tmp_path / "accelerator.yaml").write_text("format: 1\n")

    Office(tmp_path).run("report")

    assert "There is no challenge yet" in Page(tmp_path / "report/index.html").text
    assert leading_nowhere(tmp_path / "report") == []


def test_in_arabic_the_pages_run_from_right_to_left(office: Office) -> None:
    office.run("--lang", "ar", "report", "arabic")

    (opening,) = [about for tag, about in Page(office.root / "arabic/index.html").elements if tag == "html"]
    assert opening == {"lang": "ar", "dir": "rtl"}


def test_the_page_of_people_counts_whom_people_counts(report: Path, samples: Office) -> None:
    counted = samples.run("people", "--json").json["people"]
    busy = sum(one["on_a_clock"] for one in counted)

    page = Page(report / "people.html")

    assert f"{len(counted)} people have a part. {busy} are on a clock." in page.text
    assert sum(id_.startswith("person-") for id_ in page.ids) == len(counted)
    assert {one["name"] for one in counted if one["name"] not in page.text} == set()


def test_training_and_exchange_have_a_page_with_their_story(report: Path) -> None:
    page = Page(report / "training.html").text

    for said in ("Diploma of the National Accelerator", "4 of 5 attended", "graduated", "Lyazzat Ospanova"):
        assert said in page
    for said in ("UAE Government Accelerators", "Minor civil claims settled in one day", "Small claims"):
        assert said in page
    assert "Diploma of the National Accelerator: 5 enrolled: Talgat Mamyrov" in page


def test_a_graduation_writes_the_pages_that_tell_of_it_and_no_other(office: Office) -> None:
    office.run("report")
    intake = office.root / "training/diploma-2026.yaml"
    intake.write_text(intake.read_text().replace("Vera Lebedeva", "Vera Lebedeva-Kim"))

    pages = office.run("report", "--json").json["pages"]

    assert {one["path"] for one in pages if one["changed"]} == {"training.html", "people.html"}


def test_a_report_of_the_past_has_the_training_of_then_and_none_without_any(
    office: Office, git: RunGit
) -> None:
    git(office.root, "rm", "-rq", "training", "exchange")
    git(office.root, "commit", "--quiet", "--message=Nothing of it")
    git(office.root, "tag", "without")
    (office.root / "training").mkdir()
    (office.root / "training/elp.yaml").write_text(INTAKE)
    git(office.root, "add", "training")
    git(office.root, "commit", "--quiet", "--message=An intake")

    now = {one["path"] for one in office.run("report", "--json").json["pages"]}
    then = {one["path"] for one in office.run("report", "--at", "without", "--json").json["pages"]}

    assert now - then == {"training.html"}
    assert "training.html" not in Page(office.root / "report" / INDEX).links


def test_an_intake_that_cannot_be_read_is_named_on_the_first_page(office: Office) -> None:
    (office.root / "training/elp-2024.yaml").write_text("title: [half a thought")

    said = office.run("report", "--json").json

    assert {one["path"] for one in said["problems"]} == {"training/elp-2024.yaml"}
    assert "training/elp-2024.yaml" in Page(office.root / "report" / INDEX).text
