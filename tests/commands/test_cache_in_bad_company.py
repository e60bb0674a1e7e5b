"""A cache that is read-only, full, damaged, foreign or used by many at once: never fatal, never trusted, never missed."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from office import Office

TOGETHER = 4


@pytest.fixture
def many(office: Office) -> Office:
    """An accelerator with sixty challenges, three of which cannot be read."""
    for number in range(60):
        cohort = office.root / "challenges" / f"cohort-{number % 3}"
        cohort.mkdir(exist_ok=True)
        text = f"format: 1\ntitle: Number {number}\nphase: {'design' if number % 20 else 'nowhere'}\n"
        (cohort / f"number-{number:02}.yaml").write_text(text)
    return office


def asked(office: Office, cache: Path, *, blocks: str = "unlimited") -> subprocess.Popen[str]:
    """`status --json` in a process of its own, with a cache in a folder and files of at most so many half kilobytes."""
    words = [
        sys.executable,
        "-m",
        "hundredday",
        "-C",
        str(office.root),
        "--today=2026-05-26",
        "status",
        "--json",
    ]
    return subprocess.Popen(
        ["sh", "-c", f'ulimit -f {blocks} && exec "$@"', "sh", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "HUNDREDDAY_CACHE_DIR": str(cache)},
    )


def said(process: subprocess.Popen[str]) -> str:
    out, err = process.communicate()
    assert process.returncode == 0, err
    assert err == "warning: 3 files cannot be read as challenges. hundredday check says why.\n"
    return out


def test_many_at_once_on_an_empty_cache_all_say_the_same(many: Office, tmp_path: Path) -> None:
    truth = many.run("--no-cache", "--today=2026-05-26", "status", "--json").out

    crowd = [asked(many, tmp_path / "cache") for _ in range(TOGETHER)]

    assert {said(one) for one in crowd} == {truth}
    assert said(asked(many, tmp_path / "cache")) == truth


def test_many_at_once_on_a_damaged_cache_all_say_the_same(many: Office, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    truth = said(asked(many, cache))
    for kept in cache.glob("*.sqlite"):
        kept.write_bytes(kept.read_bytes()[:5000] + b"\xa5" * 9000)

    crowd = [asked(many, cache) for _ in range(TOGETHER)]

    assert {said(one) for one in crowd} == {truth}
    assert said(asked(many, cache)) == truth


@pytest.mark.parametrize("room", ["1", "16"])
def test_a_full_disk_is_only_slower(many: Office, tmp_path: Path, room: str) -> None:
    truth = many.run("--no-cache", "--today=2026-05-26", "status", "--json").out

    for _ in range(2):
        assert said(asked(many, tmp_path / "cache", blocks=room)) == truth

    assert said(asked(many, tmp_path / "cache")) == truth


def test_a_disk_that_fills_up_after_a_change_is_only_slower(many: Office, tmp_path: Path) -> None:
    said(asked(many, tmp_path / "cache"))
    changed = many.root / "challenges" / "cohort-1" / "number-01.yaml"
    changed.write_text(changed.read_text().replace("Number 1", "Another"))
    truth = many.run("--no-cache", "--today=2026-05-26", "status", "--json").out

    assert said(asked(many, tmp_path / "cache", blocks="1")) == truth
    assert said(asked(many, tmp_path / "cache")) == truth


def test_a_cache_that_is_a_folder_or_leads_nowhere_is_only_slower(many: Office, tmp_path: Path) -> None:
    truth = said(asked(many, tmp_path / "cache"))
    for kept in (tmp_path / "cache").glob("*.sqlite"):
        kept.unlink()
        kept.mkdir()

    assert said(asked(many, tmp_path / "cache")) == truth
    assert said(asked(many, tmp_path / "a-file" / "below")) == truth
