"""The accelerator's folder: its files, their ids, and everything that must not be followed."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.errors import WrongUsage
from hundredday.findings import Severity
from hundredday.store.folder import (
    AmbiguousId,
    BadId,
    Folder,
    IdTaken,
    NotAnAccelerator,
    UnknownId,
    make_id,
)
from hundredday.store.ids import is_id

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An accelerator with two challenges, one of them in a cohort's folder."""
    root = tmp_path / "accelerator"
    (root / "challenges" / "2026-spring").mkdir(parents=True)
    (root / "accelerator.yaml").touch()
    _put(root, "small-claims.yaml", "2026-spring/green-roofs.yml")
    return Folder(root)


def _put(root: Path, *names: str) -> None:
    for name in names:
        path = root / "challenges" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("format: 1\n")


def _codes(folder: Folder) -> list[tuple[str, str]]:
    return [(one.code, one.place.path if one.place else "") for one in folder.problems()]


def test_the_folder_is_found_from_anywhere_inside(folder: Folder) -> None:
    found = Folder.find(folder.root / "challenges" / "2026-spring")

    assert found == folder
    assert found.accelerator_path == folder.root / "accelerator.yaml"


def test_challenges_beside_git_are_an_accelerator_without_settings(folder: Folder) -> None:
    folder.accelerator_path.unlink()
    (folder.root / ".git").mkdir()

    assert Folder.find(folder.root / "challenges") == folder


def test_any_other_folder_is_none_and_init_is_named(tmp_path: Path) -> None:
    (tmp_path / "challenges").mkdir()

    with pytest.raises(NotAnAccelerator) as refused:
        Folder.find(tmp_path)

    assert "hundredday init" in refused.value.mend


def test_files_are_listed_by_path_with_what_the_disk_says(folder: Folder) -> None:
    files = list(folder.challenge_files())

    assert [(one.id, one.path) for one in files] == [
        ("green-roofs", "challenges/2026-spring/green-roofs.yml"),
        ("small-claims", "challenges/small-claims.yaml"),
    ]
    of = folder.absolute(files[1]).stat()
    assert files[1].key == (of.st_size, of.st_mtime_ns, of.st_ctime_ns, of.st_ino, of.st_dev)
    assert _codes(folder) == []


def test_hidden_things_and_notes_are_passed_over(folder: Folder) -> None:
    _put(folder.root, ".hidden.yaml", ".cache/a.yaml", "README.md")

    assert len(list(folder.challenge_files())) == 2
    assert _codes(folder) == []


def test_an_accelerator_without_challenges_has_none(tmp_path: Path) -> None:
    assert list(Folder(tmp_path).challenge_files()) == []
    assert Folder(tmp_path).problems() == ()


@pytest.mark.parametrize(
    "name", ["Small.yaml", "a b.yaml", "-a.yaml", "a-.yaml", "қ.yaml", "con.yaml", f"{'a' * 61}.yaml"]
)
def test_a_name_that_cannot_be_an_id_is_found(folder: Folder, name: str) -> None:
    _put(folder.root, name)

    assert _codes(folder) == [("bad-id", f"challenges/{name}")]
    assert len(list(folder.challenge_files())) == 3


@pytest.mark.parametrize("twin", ["2026-spring/small-claims.yaml", "small-claims.yml"])
def test_two_files_of_one_id_are_found(folder: Folder, twin: str) -> None:
    _put(folder.root, twin)

    (code, path), *others = _codes(folder)

    assert (code, others) == ("duplicate-id", [])
    assert path in {f"challenges/{twin}", "challenges/small-claims.yaml"}
    with pytest.raises(AmbiguousId):
        folder.path_of("small-claims")


def test_names_that_differ_only_in_case_are_one_id(folder: Folder) -> None:
    _put(folder.root, "2026-spring/Small-Claims.yaml")

    codes = [code for code, _ in _codes(folder)]

    assert sorted(codes) == ["bad-id", "duplicate-id"]


@pytest.mark.parametrize("name", ["a.yaml.txt", "a.xlsx", "a", "a.YAML", "a.yaml~"])
def test_a_file_that_will_not_be_read_is_warned_about(folder: Folder, name: str) -> None:
    _put(folder.root, name)

    (warning,) = folder.problems()

    assert (warning.code, warning.severity) == ("not-yaml-extension", Severity.WARNING)
    assert len(list(folder.challenge_files())) == 2


@pytest.mark.parametrize("target", ["/etc/passwd", "../../outside", "nowhere/../../../x", "loop.yaml"])
@pytest.mark.parametrize("name", ["loop.yaml", "folder"])
def test_a_link_that_leads_out_is_an_error_and_not_followed(folder: Folder, name: str, target: str) -> None:
    outside = folder.root.parent / "outside"
    outside.mkdir()
    (outside / "secret.yaml").touch()
    (folder.root / "challenges" / name).symlink_to(target)

    ids = {one.id for one in folder.challenge_files()}

    assert ids == {"small-claims", "green-roofs"}
    code = "link" if (name, target) == ("folder", "loop.yaml") else "link-out-of-folder"
    assert _codes(folder) == [(code, f"challenges/{name}")]


@pytest.mark.parametrize("target", ["small-claims.yaml", "2026-spring", "."])
def test_a_link_inside_is_a_warning_and_not_followed(folder: Folder, target: str) -> None:
    (folder.root / "challenges" / "link.yaml").symlink_to(target)

    (warning,) = folder.problems()

    assert (warning.code, warning.severity) == ("link", Severity.WARNING)
    assert len(list(folder.challenge_files())) == 2


def test_challenges_that_are_a_link_out_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.yaml").touch()
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "challenges").symlink_to(tmp_path / "elsewhere")
    folder = Folder(tmp_path / "root")

    assert list(folder.challenge_files()) == []
    assert _codes(folder) == [("link-out-of-folder", "challenges")]
    with pytest.raises(BadId):
        folder.new_path("a")


def test_settings_that_are_a_link_out_are_found(folder: Folder) -> None:
    folder.accelerator_path.unlink()
    folder.accelerator_path.symlink_to("/etc/passwd")

    assert _codes(folder) == [("link-out-of-folder", "accelerator.yaml")]


def test_a_repository_inside_is_not_looked_into(folder: Folder) -> None:
    _put(folder.root, "sub/a.yaml", "sub/.git/config")

    assert len(list(folder.challenge_files())) == 2
    assert _codes(folder) == [("other-repository", "challenges/sub")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_read(folder: Folder) -> None:
    os.mkfifo(folder.root / "challenges" / "pipe.yaml")

    assert len(list(folder.challenge_files())) == 2
    assert _codes(folder) == [("not-a-file", "challenges/pipe.yaml")]


@pytest.mark.skipif(os.name == "nt", reason="Windows has only names in Unicode")
def test_a_name_in_another_encoding_is_found_and_not_read(folder: Folder) -> None:
    name = os.fsencode(folder.root / "challenges") + b"/caf\xe9.yaml"
    os.close(os.open(name, os.O_CREAT))

    (finding,) = folder.problems()

    assert finding.code == "unreadable-name"
    assert finding.text.isprintable()
    assert len(list(folder.challenge_files())) == 2


def test_a_folder_of_more_than_a_thousand_files_is_crowded(folder: Folder) -> None:
    for number in range(1001):
        (folder.root / "challenges" / "2026-spring" / f"c{number}.yaml").touch()

    assert _codes(folder) == [("crowded-folder", "challenges/2026-spring")]


def test_an_id_or_its_only_beginning_leads_to_the_file(folder: Folder) -> None:
    _put(folder.root, "small-claims-online.yaml")

    assert folder.path_of("small-claims").path == "challenges/small-claims.yaml"
    assert folder.path_of("small-claims-").id == "small-claims-online"
    assert folder.path_of("g").path == "challenges/2026-spring/green-roofs.yml"


def test_a_beginning_of_several_lists_them(folder: Folder) -> None:
    _put(folder.root, "small-claims-online.yaml")

    with pytest.raises(AmbiguousId, match="2 challenges fit") as refused:
        folder.path_of("small")

    assert refused.value.paths == ("challenges/small-claims-online.yaml", "challenges/small-claims.yaml")


def test_an_unknown_id_names_the_nearest(folder: Folder) -> None:
    with pytest.raises(UnknownId, match="smal-claims") as refused:
        folder.path_of("smal-claims")

    assert refused.value.nearest == ("small-claims",)
    assert "small-claims" in refused.value.mend


@pytest.mark.parametrize("beginning", ["", "zzz", "../accelerator", "/etc/passwd"])
def test_nothing_fits_these(folder: Folder, beginning: str) -> None:
    with pytest.raises(UnknownId):
        folder.path_of(beginning)


def test_a_new_challenge_belongs_into_its_cohorts_folder(folder: Folder) -> None:
    assert folder.new_path("one-stop") == folder.root / "challenges/one-stop.yaml"
    assert folder.new_path("one-stop", "2026-spring") == folder.root / "challenges/2026-spring/one-stop.yaml"


@pytest.mark.parametrize("cohort", [None, "2026-autumn"])
def test_an_id_is_taken_wherever_its_file_lies(folder: Folder, cohort: str | None) -> None:
    with pytest.raises(IdTaken, match=r"2026-spring/green-roofs\.yml"):
        folder.new_path("green-roofs", cohort)


def test_a_cohort_that_is_a_link_out_is_refused(folder: Folder) -> None:
    (folder.root / "challenges" / "away").symlink_to(folder.root.parent)

    with pytest.raises(BadId):
        folder.new_path("a", "away")


_PIECES = (
    *(
        "..",
        ".",
        "/",
        "\\",
        "a",
        "con",
        "nul",
        "COM1",
        "-",
        "--",
        "~",
        "$HOME",
        "%2e%2e",
        "\0",
        "\n",
        " ",
        ":",
    ),
    *(
        "C:",
        "//host",
        "etc",
        "passwd",
        ".git",
        ".yaml",
        "a" * 61,
        "қ",
        "\u202e",
        "\ud800",
        "…",
        "‥",
        "／",
        "2026",
    ),
)


def test_none_of_10000_hostile_names_leaves_the_folder(folder: Folder) -> None:
    chance = random.Random(100)
    inside = folder.root / "challenges"
    accepted = 0

    for _ in range(10_000):
        name, cohort = ("".join(chance.choices(_PIECES, k=chance.randint(1, 4))) for _ in range(2))
        try:
            path = folder.new_path(name, chance.choice((cohort, "spring", None)))
        except WrongUsage:
            continue
        accepted += 1
        assert path.resolve().is_relative_to(inside)
        assert path.parent in {inside, inside / "spring", inside / cohort}
        assert path.name == f"{name}.yaml"

    assert accepted > 100


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("Small claims settled in one day", "small-claims-settled-in-one-day"),
        ("Ақтөбеде әуе жолдары: ұшу, үй, һәм ғимарат іші", "aqtobede-aue-zholdary-ushu-ui-ham-gimarat-ishi"),
        ("Жаңа көлік", "zhanga-kolik"),
        ("Щедрый подъезд, ещё 100 дней", "shchedryi-podieezd-eshche-100-dnei"),
        ("Öffentliche Ämter – Straße", "offentliche-amter-strasse"),
        ("The people's court", "the-peoples-court"),
        ("e\u0301cole", "ecole"),
        ("تقليص مدة التقاضي", "tqlys-mdh-ltqdy"),
        ("日本の改革", "ribennogaige"),
        ("Con", ""),
        ("---", ""),
        ("", ""),
    ],
)
def test_an_id_is_made_from_a_title(title: str, made: str) -> None:
    assert make_id(title) == made


def test_a_long_title_is_cut_at_a_word() -> None:
    made = make_id("Reduce the time that a small trader waits for the first hearing of a claim in court")

    assert made == "reduce-the-time-that-a-small-trader-waits-for-the-first"
    assert len(make_id("a" * 100)) == 60


@given(st.text(max_size=90))
def test_whatever_the_title_the_id_is_sound_or_none(title: str) -> None:
    made = make_id(title)

    assert made == "" or is_id(made)
    assert make_id(made) == made
