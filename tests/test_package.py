"""The package: built twice the same, complete, and at work in an empty environment without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from hundredday import __version__
from screens import Desk, read_aloud

HOME = Path(__file__).parents[1]
PARTS = (
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "src",
    "accelerator.yaml",
    "challenges",
    "training",
    "exchange",
    "docs",
)


def built(where: Path, kind: str, epoch: str = "1767225600") -> Path:
    """The wheel or the sdist of a copy of this source, as `make dist` builds it."""
    source = where / "source"
    if not source.exists():
        source.mkdir(parents=True)
        for name in PARTS:
            copy = shutil.copytree if (HOME / name).is_dir() else shutil.copy
            copy(HOME / name, source / name)
        for stale in source.rglob("__pycache__"):
            shutil.rmtree(stale)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(where / "dist")],
        cwd=source,
        env={**os.environ, "SOURCE_DATE_EPOCH": epoch},
        check=True,
        capture_output=True,
    )
    (made,) = (where / "dist").glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"), "wheel")


def test_the_wheel_carries_all_that_the_program_reads_and_its_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    package = HOME / "src" / "hundredday"
    read = {
        f"hundredday/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".po"}
    }
    assert read - names == set()
    assert "hundredday/py.typed" in names
    assert any(name.endswith("share/man/man1/hundredday.1") for name in names)
    samples = {
        f"hundredday/samples/{path.relative_to(HOME / 'challenges').as_posix()}"
        for path in (HOME / "challenges").rglob("*.yaml")
    }
    assert samples - names == set()
    assert [name for name in names if "test" in name.lower()] == []


def test_the_metadata_says_what_a_registry_and_a_lawyer_ask_for(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("dist-info/METADATA"))
    told = archive.read(name).decode()

    for field in (
        "Summary",
        "License-Expression",
        "License-File",
        "Author",
        "Keywords",
        "Requires-Python",
        "Project-URL",
        "Classifier",
    ):
        assert re.search(rf"^{field}: \S", told, re.MULTILINE), field
    assert f"Version: {__version__}" in told
    assert "Provides-Extra: excel" in told


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    project: Any = tomllib.loads((HOME / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"].values()
    asked = [*project["dependencies"], *(one for extra in extras for one in extra)]

    assert [one for one in asked if ">=" not in one or ("<" not in one and "tzdata" not in one)] == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_built_twice_it_is_the_same_bytes(kind: str, tmp_path: Path) -> None:
    first = built(tmp_path / "one", kind).read_bytes()
    second = built(tmp_path / "two", kind).read_bytes()

    assert first == second


@pytest.mark.slow
def test_the_sdist_holds_the_tests_and_what_they_need(tmp_path: Path) -> None:
    with tarfile.open(built(tmp_path, "sdist")) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"pyproject.toml", "README.md", "LICENSE", "src/hundredday/app.py", "docs/index.md"} <= names


@pytest.mark.slow
def test_in_an_empty_environment_without_a_network_the_tutorial_runs(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "environment"
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    # The libraries stand in for a shelf of wheels: they are looked up, and nothing of this source is.
    (site,) = (place / "lib").glob("python*/site-packages")
    (site / "shelf.pth").write_text(sysconfig.get_paths()["purelib"])
    pip = [
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--disable-pip-version-check",
        str(wheel),
    ]
    subprocess.run(pip, check=True, env={"PATH": os.environ["PATH"], "PIP_CONFIG_FILE": os.devnull})
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")

    where = subprocess.run(
        [python, "-c", "import hundredday; print(hundredday.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    (tmp_path / "home").mkdir()
    differing = read_aloud(
        HOME / "docs" / "tutorial.md", Desk(tmp_path / "home", monkeypatch, place / "bin" / "hundredday")
    )

    assert Path(where.stdout.strip()).is_relative_to(place)
    assert differing == []
