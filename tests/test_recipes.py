"""A contributor's recipes, followed to the letter in a copy of the source, and what the tests say on the way."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

HOME = Path(__file__).parents[1]
PARTS = (
    "src",
    "accelerator.yaml",
    "tests",
    "docs",
    "challenges",
    "training",
    "exchange",
    "README.md",
    "CONTRIBUTING.md",
    "pyproject.toml",
    ".importlinter",
    ".pre-commit-hooks.yaml",
    "zensical.toml",
)


HOUSE = "tests/test_house.py::test_every"


class Recipe(NamedTuple):
    """What a contributor copies and changes.

    Args:
        copied: the file of which a copy is made, below src/hundredday.
        made: the new file.
        renamed: what is written differently in it.
        named: where it is named: the file, a line there, and the one to be written below it.
        tests: the tests that watch over this room.
        asked: what they still ask for then: the name of a test, the file, a line in it, and what answers.
        shown: a command line of the program in which the new thing appears, and its word.
        has_page: whether a page of the manual tells of it by itself.
    """

    copied: str
    made: str
    renamed: tuple[tuple[str, str], ...]
    named: tuple[str, str, str]
    tests: tuple[str, ...]
    asked: tuple[tuple[str, str, str, str], ...]
    shown: tuple[str, str]
    has_page: bool = True


RECIPES = {
    "a command": Recipe(
        "commands/unblock.py",
        "commands/applaud.py",
        (
            ('"""Close a blocker."""', '"""Close a blocker, and applaud."""'),
            ("def unblock(", "def applaud("),
            ("hundredday unblock", "hundredday applaud"),
        ),
        ("commands/__init__.py", '        "unblock",', '        "applaud",'),
        (
            f"{HOUSE}_command_file_is_in_the_table_and_every_command_has_its_file",
            "tests/commands/test_help.py",
        ),
        (),
        ("help applaud", "Usage: hundredday applaud"),
    ),
    "a gate condition": Recipe(
        "gates/serves_a_priority.py",
        "gates/has_a_topic.py",
        (
            (
                "The challenge serves a priority: a national objective that somebody has already promised.",
                "The challenge has a topic: the office knows on which shelf it stands.",
            ),
            ("challenge.priority", "challenge.topic"),
            ("serves-a-priority", "has-a-topic"),
            ("priority=", "topic="),
            ("Severity.ERROR", "Severity.WARNING"),
        ),
        ("gates/__init__.py", '    "crosses-agencies",', '    "has-a-topic",'),
        (
            f"{HOUSE}_gate_condition_every_metric_kind_and_every_export_is_in_its_table",
            "tests/gates/test_conditions.py",
        ),
        (
            (
                "test_every_condition_holds_for_a_challenge_with_nothing_missing",
                "tests/small_claims.py",
                "agency: Ministry of Justice\npriority:",
                "agency: Ministry of Justice\ntopic: public-services\npriority:",
            ),
            (
                "test_every_condition_is_tested_alone",
                "tests/gates/test_conditions.py",
                '    ("acceleration", "has-a-guardrail", {"design__note__guardrails": None}),',
                '    ("acceleration", "has-a-guardrail", {"design__note__guardrails": None}),\n    ("acceleration", "has-a-topic", {"topic": None}),',
            ),
        ),
        ("help gates", "has-a-topic"),
    ),
    "a metric kind": Recipe(
        "metrics/level.py",
        "metrics/rank.py",
        (
            ("class Level(", "class Rank("),
            ('"""A stock now."""', '"""A place in a ranking."""'),
            ('Literal["level"]', 'Literal["rank"]'),
        ),
        ("metrics/__init__.py", '    "yes_no",', '    "rank",'),
        (
            f"{HOUSE}_gate_condition_every_metric_kind_and_every_export_is_in_its_table",
            "tests/metrics/test_kinds.py",
            "tests/moves/test_goals.py",
        ),
        (),
        ("help metrics", "A place in a ranking."),
    ),
    "an audit rule": Recipe(
        "history/audit/waiver_removed.py",
        "history/audit/lesson_removed.py",
        (
            ("waiver-removed", "lesson-removed"),
            ("waiver-changed", "lesson-changed"),
            ('LOOKS_AT = "waivers"', 'LOOKS_AT = "lessons"'),
            (
                "A waiver that stood in the file was taken out",
                "A lesson that stood in the file was taken out",
            ),
        ),
        ("history/audit/__init__.py", '    "waiver-removed",', '    "lesson-removed",'),
        ("tests/history/test_audit_rules.py", "tests/commands/test_audit.py"),
        (),
        ("help rules", "lesson-removed"),
    ),
    "an export": Recipe(
        "exports/ics.py",
        "exports/archive.py",
        (("def ics(", "def archive("),),
        (
            "exports/__init__.py",
            '    Format("md", asks_history=True),',
            '    Format("archive", asks_history=False),',
        ),
        (f"{HOUSE}_gate_condition_every_metric_kind_and_every_export_is_in_its_table", "tests/exports"),
        (),
        ("-C . export archive", "small-claims-in-a-day"),
        has_page=False,
    ),
    "a topic of the help": Recipe(
        "manual/names.py",
        "manual/colours.py",
        (("How people are typed.", "How colours are typed."),),
        ("manual/__init__.py", '    "names",', '    "colours",'),
        # Its words are translated by the recipe of a sentence.
        ("tests/commands/test_help.py", "-k", "not in_the_language_asked_for"),
        (),
        ("help colours", "How colours are typed."),
    ),
}


class Copy:
    """A copy of the source in which a contributor works."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in PARTS:
            if (HOME / name).is_dir():
                shutil.copytree(HOME / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(HOME / name, root / name)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        env = {**os.environ, "PYTHONPATH": str(self.root / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [sys.executable, *words], cwd=self.root, env=env, capture_output=True, text=True, check=False
        )

    def failing(self, tests: tuple[str, ...]) -> str:
        """What the tests complain of; empty when they pass."""
        done = self.run("-m", "pytest", "-q", "-n", "0", "-x", "--tb=line", *tests)
        assert done.returncode in {0, 1}, done.stdout + done.stderr
        return done.stdout if done.returncode else ""

    def code(self) -> set[str]:
        """Every line of every file of the tables, and the name of every other file of the code."""
        found = set()
        for path in (self.root / "src").rglob("*.py"):
            name = path.relative_to(self.root).as_posix()
            found.add(f"{name}:")
            if path.name == "__init__.py":
                found |= {f"{name}:{line}" for line in path.read_text(encoding="utf-8").splitlines()}
        return found

    def changes(self, name: str, before: str, after: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert before in text, f"{name} holds no {before!r}"
        path.write_text(text.replace(before, after), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_works_to_the_letter_and_the_tests_say_what_is_missing_until_it_is_whole(
    name: str, tmp_path: Path
) -> None:
    recipe = RECIPES[name]
    copy = Copy(tmp_path)
    house = "src/hundredday"

    before_it = copy.code()
    shutil.copy(copy.root / house / recipe.copied, copy.root / house / recipe.made)
    for before, after in recipe.renamed:
        copy.changes(f"{house}/{recipe.made}", before, after)
    assert Path(recipe.made).stem in copy.failing(recipe.tests), "nothing says that the file is named nowhere"

    file, line, new = recipe.named
    copy.changes(f"{house}/{file}", line, f"{line}\n{new}")
    assert copy.code() == before_it | {f"{house}/{recipe.made}:", f"{house}/{file}:{new}"}
    for test, file, before, after in recipe.asked:
        assert test in copy.failing(recipe.tests)
        copy.changes(file, before, after)
    stale = copy.run("docs/generate.py", "--check")
    assert stale.returncode == recipe.has_page
    copy.run("docs/generate.py")
    assert copy.run("docs/generate.py", "--check").returncode == 0
    assert copy.failing(recipe.tests) == ""
    command, word = recipe.shown
    assert word in copy.run("-m", "hundredday", *command.split()).stdout
    assert copy.run("-m", "ruff", "check", "--no-cache", f"{house}/{recipe.made}").returncode == 0
