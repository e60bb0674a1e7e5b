"""The console blocks of a page: typed as they stand, in a home of their own, and compared with what is said.

A line `$ …` is typed; below it stands what is said, whole, or up to a line that is `…`. What a page needs
and a reader has already stands in a comment: `<!-- before: command -->`.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from typer.testing import CliRunner

from hundredday.app import app

if TYPE_CHECKING:
    import pytest

BLOCK = re.compile(r"^```console\n(.*?)^```$|^<!-- before: (.*?) -->$", re.DOTALL | re.MULTILINE)
TYPED = re.compile(r"\$ ((?:[^\n]*\\\n)*[^\n]*)\n(.*)", re.DOTALL)
"""A command, which may go on behind a backslash, and what is said below it."""

HOME = "/home/dana"
"""What stands in the pages for the folder in which a test types."""

SAMPLES = Path(__file__).parents[1] / "challenges"
WRITES = bool(os.environ.get("HUNDREDDAY_WRITE_EXAMPLES"))
"""Write what is said into the page, for a person to review, instead of comparing it."""


class Typed(NamedTuple):
    """A command line and what stands below it; None where nothing is compared."""

    line: str
    shown: str | None


def typed_in(block: re.Match[str]) -> list[Typed]:
    if block[2] is not None:
        return [Typed(block[2], None)]
    parts = [TYPED.match(part) for part in re.split(r"^(?=\$ )", block[1], flags=re.MULTILINE) if part]
    return [Typed(re.sub(r" *\\\n *", " ", part[1]), part[2]) for part in parts if part]


class Desk:
    """Somebody at a terminal in an empty home, who types what a page says; with `errs` also what is wrong."""

    def __init__(
        self, home: Path, patch: pytest.MonkeyPatch, program: Path | None = None, *, errs: bool = False
    ) -> None:
        self.home = home
        self.patch = patch
        self.program = program
        self.codes = {0, 1, 2} if errs else {0, 1}
        patch.chdir(home)
        patch.setenv("COLUMNS", "80")
        patch.setenv("SAMPLES", str(SAMPLES))

    def types(self, line: str) -> str:
        """What is said; a command of ours must end as its question allows: 0, or 1 for a check."""
        words = shlex.split(line)
        if words[0] == "cd":
            self.patch.chdir(Path.cwd() / words[1])
            return ""
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            self.patch.setenv(name, value)
            if name == "HUNDREDDAY_TODAY":
                self._commits_on(value)
            return ""
        if words[0] == "hundredday" and not {"|", ">", "&&"} & set(words):
            return self._shown(self._run(words[1:]))
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True)
        return self._shown(done.stdout)

    def _run(self, words: list[str]) -> str:
        if self.program is None:
            said = CliRunner().invoke(app, words, prog_name="hundredday")
            assert said.exit_code in self.codes, f"{words}\n{said.output}\n{said.exception!r}"
            return said.output
        done = subprocess.run(
            [self.program, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        assert done.returncode in self.codes, f"{words}\n{done.stdout}"
        return done.stdout

    def _commits_on(self, day: str) -> None:
        """Commits are dated like the page, so that what is said of them stays the same."""
        for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
            self.patch.setenv(name, f"{day}T09:00:00+0000")

    def _shown(self, said: str) -> str:
        plain = said.replace(str(self.home), HOME)
        return "".join(f"{one.rstrip()}\n" for one in plain.splitlines())


def read_aloud(page: Path, desk: Desk) -> list[tuple[str, str, str]]:
    """Types every block of a page; the lines where another thing is said than stands there, with both."""
    text = page.read_text(encoding="utf-8")
    differing: list[tuple[str, str, str]] = []
    for block in BLOCK.finditer(text):
        lines = typed_in(block)
        answers = [desk.types(typed.line) for typed in lines]
        told = [(typed.line, typed.shown or "", answer) for typed, answer in zip(lines, answers, strict=True)]
        if block[2] is None:
            differing += [one for one in told if not _is_said(one[1], one[2])]
            text = text.replace(block[0], f"```console\n{_written(block[1], told)}```", 1)
    if WRITES:
        page.write_text(text, encoding="utf-8")
        return []
    return differing


def _is_said(shown: str, answer: str) -> bool:
    begin, cut, _ = shown.partition("…\n")
    return answer.startswith(begin) if cut else answer == shown


def _written(inside: str, told: list[tuple[str, str, str]]) -> str:
    """The block with what is said now below each line that was typed; what ends in … stays."""
    parts = [part for part in re.split(r"^(?=\$ )", inside, flags=re.MULTILINE) if part]
    made = []
    for part, (_, shown, answer) in zip(parts, told, strict=True):
        made.append(part if "…\n" in shown else part.removesuffix(shown) + answer)
    return "".join(made)
