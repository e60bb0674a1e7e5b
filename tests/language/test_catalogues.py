"""The catalogues hold every text that the program says, each with a translation, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from hundredday.language import CATALOGUES, LANGUAGES

ROOT = Path(__file__).parents[2]


def test_every_text_is_translated_and_every_translation_is_used() -> None:
    done = subprocess.run(
        [sys.executable, "docs/catalogues.py", "--check"],
        cwd=ROOT, capture_output=True, check=False, text=True,
    )  # fmt: skip

    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_a_catalogue_is_written_in_the_letters_of_its_language(language: str) -> None:
    text = (CATALOGUES / language / "LC_MESSAGES" / "hundredday.po").read_text(encoding="utf-8")
    letters = {"kk": "әғқңөұүі", "ru": "ыэщъё", "ar": "ابتثجح"}[language]

    assert all(letter in text for letter in letters)
