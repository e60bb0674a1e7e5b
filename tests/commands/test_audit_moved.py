"""The audit of accelerators that were moved: what was done in the folder of before is found as if it were here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chronicle import ACCELERATOR, TIMUR, Chronicle
from life import ID, PROPOSED, STEPS
from office import Office

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Findings = list[tuple[str, str | None, str]]

TARGET = ("target: 2\n", "target: 9\n")
OTHER = "format: 1\ntitle: Buses on time\nphase: design\n"


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """The day and the file of the steps of an honest life until the clock has run for a while."""
    office = Office(tmp_path_factory.mktemp("life"))
    office.run("init")
    found = []
    for on, *words in (PROPOSED, *STEPS[:16]):
        office.today = on
        office.run(*words)
        found.append((on, office.file(ID).read_text()))
    assert "clock:" in found[-1][1]
    assert TARGET[0] in found[-1][1]
    return found


def audited(root: Path, folder: str = ".", code: int = 1) -> Findings:
    """Rule, challenge and commit of every finding, asked anew and twice from what was kept.

    Lives are written down here one behind the other, so that dates that run backwards say nothing.
    """
    office = Office(root / folder, "2026-11-20")
    anew = office.run("audit", "--json", "--no-cache", code=code).json
    office.run("audit", "--json", code=code)
    assert office.run("audit", "--json", code=code).json == anew
    found = [(one["rule"], one["challenge"], one["commit"]) for one in anew["findings"]]
    return [one for one in found if one[0] != "dates-run-backwards"]


def chronicle_in(tmp_path: Path, *folders: str) -> Chronicle:
    """A repository with an accelerator in each of the folders."""
    root = tmp_path / "repo"
    root.mkdir(parents=True)
    one = Chronicle(root)
    one.git("init", "--quiet", "--initial-branch=main")
    for folder in folders:
        (root / folder / "challenges").mkdir(parents=True)
        (root / folder / "accelerator.yaml").write_text(ACCELERATOR)
    one.commit("2026-02-01")
    return one


def write(chronicle: Chronicle, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (chronicle.root / path).parent.mkdir(parents=True, exist_ok=True)
        (chronicle.root / path).write_text(text)


def spoilt_then(
    chronicle: Chronicle, versions: list[tuple[str, str]], folder: str, id_: str = "claims"
) -> str:
    """An honest life in a folder, and a goal that is moved without an amendment at its end; that commit."""
    path = f"{folder}challenges/{id_}.yaml"
    chronicle.keep(id_, versions, folder=folder)
    write(chronicle, {path: versions[-1][1].replace(*TARGET)})
    return chronicle.commit("2026-05-20", by=TIMUR)


def move(chronicle: Chronicle, old: str, new: str, on: str = "2026-06-01", *names: str) -> str:
    """Move an accelerator to another folder in one commit."""
    target = chronicle.root / new
    target.mkdir(parents=True, exist_ok=True)
    for name in names or ("accelerator.yaml", "challenges"):
        chronicle.git("mv", f"{old}{name}", f"{new}{name}")
    return chronicle.commit(on)


@pytest.mark.parametrize(("old", "new"), [("", "programme/"), ("programme/", ""), ("a/", "deep/down/b/")])
def test_an_offence_before_the_move_is_found(
    tmp_path: Path, versions: list[tuple[str, str]], old: str, new: str
) -> None:
    chronicle = chronicle_in(tmp_path, old)
    offence = spoilt_then(chronicle, versions, old)
    before = audited(chronicle.root, old)
    move(chronicle, old, new)

    assert before == audited(chronicle.root, new) == [("frozen-field-changed", "claims", offence)]
    write(chronicle, {f"{new}challenges/buses.yaml": OTHER})
    chronicle.commit("2026-06-02")
    assert audited(chronicle.root, new) == before


def test_a_move_twice_and_back_is_followed(tmp_path: Path, versions: list[tuple[str, str]]) -> None:
    chronicle = chronicle_in(tmp_path, "")
    offence = spoilt_then(chronicle, versions, "")
    move(chronicle, "", "one/", "2026-06-01")
    second = versions[-1][1].replace(TARGET[0], "target: 8\n")
    write(chronicle, {"one/challenges/claims.yaml": second})
    again = chronicle.commit("2026-06-02")
    move(chronicle, "one/", "two/", "2026-06-03")
    move(chronicle, "two/", "", "2026-06-04")

    assert audited(chronicle.root) == [
        ("frozen-field-changed", "claims", offence),
        ("frozen-field-changed", "claims", again),
    ]


def test_a_goal_that_is_moved_with_the_folder_is_found_in_that_commit(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    chronicle = chronicle_in(tmp_path, "")
    chronicle.keep("claims", versions)
    write(chronicle, {"challenges/claims.yaml": versions[-1][1].replace(*TARGET) + "# x\n" * 400})

    moved = move(chronicle, "", "programme/")

    assert audited(chronicle.root, "programme") == [("frozen-field-changed", "claims", moved)]


def test_one_that_gets_another_folder_another_id_and_another_shape_in_one_commit_is_known_by_its_content(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    chronicle = chronicle_in(tmp_path, "")
    offence = spoilt_then(chronicle, versions, "")
    text = (chronicle.root / "challenges" / "claims.yaml").read_text()
    chronicle.git("rm", "--quiet", "-r", "challenges", "accelerator.yaml")
    shaped = "# shaped\n" * 900 + text.replace("target: 9", "target: 8")
    write(chronicle, {"programme/accelerator.yaml": ACCELERATOR, "programme/challenges/courts.yaml": shaped})
    moved = chronicle.commit("2026-06-01")

    assert audited(chronicle.root, "programme") == [
        ("frozen-field-changed", "claims", offence),
        ("frozen-field-changed", "courts", moved),
    ]


def test_what_is_left_out_of_a_move_is_deleted(tmp_path: Path, versions: list[tuple[str, str]]) -> None:
    chronicle = chronicle_in(tmp_path, "")
    chronicle.keep("claims", versions)
    chronicle.keep("buses", [("2026-05-20", OTHER)])
    chronicle.git("rm", "--quiet", "challenges/claims.yaml")

    moved = move(chronicle, "", "programme/")

    assert audited(chronicle.root, "programme") == [("challenge-deleted", "claims", moved)]


def test_a_neighbour_that_stays_is_not_audited_with_it(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    chronicle = chronicle_in(tmp_path, "here/", "there/")
    ours = spoilt_then(chronicle, versions, "here/")
    theirs = spoilt_then(chronicle, versions, "there/", "trams")
    chronicle.git("rm", "--quiet", "there/challenges/trams.yaml")
    gone = move(chronicle, "here/", "away/")

    assert audited(chronicle.root, "away") == [("frozen-field-changed", "claims", ours)]
    assert audited(chronicle.root, "there") == [
        ("frozen-field-changed", "trams", theirs),
        ("challenge-deleted", "trams", gone),
    ]


@pytest.mark.parametrize("ids", [("claims", "trams"), ("claims", "claims")])
def test_two_that_swap_their_folders_keep_their_pasts(
    tmp_path: Path, versions: list[tuple[str, str]], ids: tuple[str, str]
) -> None:
    chronicle = chronicle_in(tmp_path, "a/", "b/")
    ours = spoilt_then(chronicle, versions, "a/", ids[0])
    chronicle.keep(ids[1], versions, folder="b/")
    chronicle.keep("buses", [("2026-05-20", OTHER)], folder="b/")
    chronicle.git("mv", "a", "c")
    chronicle.git("mv", "b", "a")
    move(chronicle, "c/", "b/")

    assert audited(chronicle.root, "b") == [("frozen-field-changed", ids[0], ours)]
    assert audited(chronicle.root, "a") == []


def test_a_folder_that_another_one_left_before_is_that_ones_past(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    chronicle = chronicle_in(tmp_path, "", "there/")
    theirs = spoilt_then(chronicle, versions, "", "trams")
    ours = spoilt_then(chronicle, versions, "there/")
    move(chronicle, "", "away/", "2026-06-01")
    move(chronicle, "there/", "", "2026-06-02")

    assert audited(chronicle.root) == [("frozen-field-changed", "claims", ours)]
    assert audited(chronicle.root, "away") == [("frozen-field-changed", "trams", theirs)]


def test_a_move_on_a_branch_is_followed_through_its_merge(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    chronicle = chronicle_in(tmp_path, "")
    chronicle.keep("claims", versions)
    chronicle.git("switch", "--quiet", "--create=tidy")
    move(chronicle, "", "programme/", "2026-05-21")
    chronicle.git("switch", "--quiet", "main")
    write(chronicle, {"challenges/claims.yaml": versions[-1][1].replace(*TARGET)})
    offence = chronicle.commit("2026-05-22", by=TIMUR)
    chronicle.merge("2026-05-23", "tidy")

    assert audited(chronicle.root, "programme") == [("frozen-field-changed", "claims", offence)]


def test_a_challenge_that_came_alone_brings_its_past_and_not_that_of_the_others(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    chronicle = chronicle_in(tmp_path, "there/", "here/")
    chronicle.keep("buses", [("2026-02-20", OTHER)], folder="here/")
    theirs = spoilt_then(chronicle, versions, "there/", "trams")
    ours = spoilt_then(chronicle, versions, "there/")
    moved = move(chronicle, "there/challenges/", "here/challenges/", "2026-06-01", "claims.yaml")

    assert audited(chronicle.root, "here") == [
        ("frozen-field-changed", "claims", ours),
        ("history-elsewhere", None, moved),
    ]
    assert audited(chronicle.root, "there") == [
        ("frozen-field-changed", "trams", theirs),
        ("frozen-field-changed", "claims", ours),
        ("challenge-deleted", "claims", moved),
    ]


def test_a_repository_brought_in_whole_brings_its_past(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    other = chronicle_in(tmp_path / "other", "")
    offence = spoilt_then(other, versions, "")
    chronicle = chronicle_in(tmp_path, "")
    chronicle.keep("trams", versions)
    chronicle.git("fetch", "--quiet", str(other.root), "main")
    chronicle.merge(
        "2026-06-01", "--strategy=ours", "--no-commit", "--allow-unrelated-histories", "FETCH_HEAD"
    )
    chronicle.git("read-tree", "--prefix=programme/", "-u", "FETCH_HEAD")
    chronicle.commit("2026-06-01")

    assert audited(chronicle.root, "programme") == [("frozen-field-changed", "claims", offence)]
    assert audited(chronicle.root, code=0) == []


def test_settings_are_those_of_the_folder_of_then(tmp_path: Path, versions: list[tuple[str, str]]) -> None:
    chronicle = chronicle_in(tmp_path, "")
    chronicle.keep("claims", versions)
    write(chronicle, {"accelerator.yaml": ACCELERATOR + "settings: {sign_commits: true}\n"})
    asked = chronicle.commit("2026-05-20")
    move(chronicle, "", "programme/", "2026-06-01", "challenges")
    chronicle.git("mv", "accelerator.yaml", "programme/accelerator.yaml")
    last = chronicle.commit("2026-06-02")

    found = audited(chronicle.root, "programme", code=1)

    unsigned = [commit for rule, _, commit in found if rule == "unsigned-commit"]
    assert (unsigned[0], unsigned[-1], len(unsigned)) == (asked, last, 3)


def copied(chronicle: Chronicle, old: str, new: str, on: str, *names: str) -> str:
    for name in names or ("accelerator.yaml", "challenges/claims.yaml"):
        write(chronicle, {f"{new}{name}": (chronicle.root / f"{old}{name}").read_text()})
    return chronicle.commit(on)


def test_a_copy_of_which_the_original_is_deleted_later_is_a_move(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    chronicle = chronicle_in(tmp_path, "")
    offence = spoilt_then(chronicle, versions, "")
    copied(chronicle, "", "programme/", "2026-06-01")
    chronicle.git("rm", "--quiet", "-r", "challenges", "accelerator.yaml")
    chronicle.commit("2026-06-02")

    assert audited(chronicle.root, "programme") == [("frozen-field-changed", "claims", offence)]


def test_an_original_that_is_deleted_before_its_copy_comes_counts_as_deleted_and_brought_back(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    chronicle = chronicle_in(tmp_path, "")
    offence = spoilt_then(chronicle, versions, "")
    text = (chronicle.root / "challenges" / "claims.yaml").read_text()
    chronicle.git("rm", "--quiet", "-r", "challenges", "accelerator.yaml")
    gone = chronicle.commit("2026-06-01")
    write(chronicle, {"programme/accelerator.yaml": ACCELERATOR, "programme/challenges/claims.yaml": text})
    chronicle.commit("2026-06-02")

    assert audited(chronicle.root, "programme") == [
        ("frozen-field-changed", "claims", offence),
        ("challenge-deleted", "claims", gone),
    ]
    said = Office(chronicle.root / "programme", "2026-11-20").run("audit", code=1).out
    assert "Undone on 2026-06-02" in " ".join(said.split())


def test_a_copy_that_is_changed_silently_on_its_way_is_found_beside_the_past_of_its_original(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    chronicle = chronicle_in(tmp_path, "here/")
    chronicle.keep("claims", versions, folder="here/")
    chronicle.keep("buses", [("2026-05-19", OTHER)], folder="here/")
    text = versions[-1][1].replace(*TARGET)
    write(chronicle, {"there/accelerator.yaml": ACCELERATOR, "there/challenges/claims.yaml": text})
    made = chronicle.commit("2026-05-20")

    assert audited(chronicle.root, "here", code=0) == []
    assert audited(chronicle.root, "there") == [
        ("frozen-field-changed", "claims", made),
        ("history-elsewhere", None, made),
    ]


def test_a_challenge_that_came_running_from_outside_is_nobody_elses(
    tmp_path: Path, versions: list[tuple[str, str]]
) -> None:
    chronicle = chronicle_in(tmp_path, "here/", "there/")
    write(chronicle, {"here/challenges/claims.yaml": versions[-1][1]})
    chronicle.commit("2026-05-20")
    other = versions[-1][1].replace("Small claims", "Water losses").replace("days-to-judgment", "litres-lost")
    write(chronicle, {"there/challenges/claims.yaml": other})
    chronicle.commit("2026-05-21")

    for folder in ("here", "there"):
        assert [rule for rule, _, _ in audited(chronicle.root, folder, code=0)] == [
            "phase-jumped-or-went-back"
        ]


@pytest.mark.parametrize("says", ["folder: challenges\n", ""])
def test_a_seal_of_before_the_move_still_holds(
    tmp_path: Path, versions: list[tuple[str, str]], says: str
) -> None:
    chronicle = chronicle_in(tmp_path, "")
    chronicle.keep("claims", versions)
    Office(chronicle.root, "2026-05-20").run("audit", "--seal")
    name = "hundredday/seal/2026-05-20-1"
    message = chronicle.git("for-each-ref", "--format=%(contents)", f"refs/tags/{name}")
    message = message.replace("folder: challenges\n", says)
    chronicle.git("tag", "--annotate", "--force", f"--message={message}", name, f"{name}^{{commit}}")
    chronicle.git("update-ref", "-d", f"refs/hundredday/sealed/{name.rpartition('/')[2]}")
    move(chronicle, "", "programme/")

    shown = Office(chronicle.root / "programme", "2026-06-02").run("audit").out

    assert name in shown
    assert audited(chronicle.root, "programme", code=0) == []
    chronicle.git(
        "tag",
        "--annotate",
        "--force",
        f"--message={message.replace('sha256:', 'sha256:0')[:-1]}",
        name,
        f"{name}^{{}}",
    )
    assert audited(chronicle.root, "programme", code=1) != []
