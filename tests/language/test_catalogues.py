"""The catalogues hold every text that the program says, each with a translation, and nothing else."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest

import hundredday
from hundredday.errors import Failure
from hundredday.language import CATALOGUES, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def test_every_refusal_passes_through_the_catalogue() -> None:
    sources = (ROOT / "src" / "hundredday").rglob("*.py")

    assert [f"{path.name}:{text.lineno}" for path in sources for text in said_in_english_only(path)] == []


def said_in_english_only(path: Path) -> Iterator[ast.expr]:
    """The sentences of refusals and findings that are written as they stand, and no commands."""
    kinds = {"Finding", "Failure", *(kind.__name__ for kind in every_kind_of(Failure))} - {"Unparsable"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (
            (isinstance(node.func, ast.Name) and node.func.id in kinds)
            or ast.unparse(node.func) == "super().__init__"
        ):
            yield from (text for text in node.args if is_sentence(text))


def every_kind_of(kind: type[Failure]) -> Iterator[type[Failure]]:
    for module in walk_packages(hundredday.__path__, "hundredday."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    below = list(kind.__subclasses__())
    while below:
        yield (one := below.pop())
        below.extend(one.__subclasses__())


def is_sentence(text: ast.expr) -> bool:
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    words = " ".join(
        part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )
    return bool(re.search(r"[A-Za-z]+ [a-z]+", words)) and not words.startswith(
        ("hundredday ", "git ", "pip ")
    )
