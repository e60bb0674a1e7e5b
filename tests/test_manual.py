"""The pages of the manual are true: every block is typed, and what is said stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from screens import BLOCK, Desk, read_aloud
from test_recipes import Copy

HOME = Path(__file__).parents[1]
DOCS = HOME / "docs"
PAGES = sorted([DOCS / "tutorial.md", *(DOCS / "how-to").glob("*.md")])
WALKS = sorted((DOCS / "walks").glob("*.md"))
TOLD_ELSEWHERE = {"two-agencies-one-folder.md"}
"""Its screens need two clones and a server; the tests of sync hold their sentences."""


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_what_a_page_types_says_what_stands_there(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if page.name in TOLD_ELSEWHERE:
        return

    assert BLOCK.search(page.read_text(encoding="utf-8"))
    assert read_aloud(page, Desk(tmp_path, monkeypatch)) == []


@pytest.mark.parametrize(
    "page", [one for one in WALKS if one.stem != "contributor"], ids=lambda one: one.stem
)
def test_a_walk_sees_what_stands_there(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")

    assert read_aloud(page, Desk(tmp_path, monkeypatch, errs=True)) == []


@pytest.mark.slow
def test_a_contributor_sees_what_stands_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE", str(Copy(tmp_path / "source").root))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", "src")

    assert read_aloud(DOCS / "walks" / "contributor.md", Desk(tmp_path, monkeypatch)) == []


@pytest.mark.parametrize(
    "page", sorted(DOCS.rglob("*.md")), ids=lambda path: path.relative_to(DOCS).as_posix()
)
def test_every_link_of_a_page_leads_to_a_file_and_to_a_heading_in_it(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)

    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        target, _, anchor = link.partition("#")
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), link
        assert not anchor or anchor in anchors_of(path), link


def test_the_manual_is_built_without_a_warning_and_its_pages_ask_nobody_for_anything(tmp_path: Path) -> None:
    config = (HOME / "zensical.toml").read_text(encoding="utf-8")
    shutil.copytree(DOCS, tmp_path / "docs")
    (tmp_path / "zensical.toml").write_text(config.replace("build/site", "site"))

    done = subprocess.run(
        [Path(sys.executable).with_name("zensical"), "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) >= len(list(DOCS.rglob("*.md")))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert re.findall(r"""<(?:link|script|img|iframe)[^>]*(?:href|src)=["']?(?:https?:)?//""", text) == []


def test_every_page_is_found_from_the_navigation() -> None:
    named = set(re.findall(r'"([\w/-]+\.md)"', (HOME / "zensical.toml").read_text(encoding="utf-8")))

    there = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}

    assert named - there == set()
    assert {name for name in there - named if not name.startswith("decisions/")} == set()


def anchors_of(page: Path) -> set[str]:
    """The anchors that the generator of the manual makes of headings."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[\s]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower()) for heading in headings}
