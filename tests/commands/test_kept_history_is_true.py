"""Whatever happens to a history, what was kept of it and what is read anew say the same."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from chronicle import ACCELERATOR, DANA, TIMUR, Chronicle
from diary import claims
from hundredday.app import app

EXAMPLES = 25 if os.environ.get("HUNDREDDAY_TORTURE") else 2
STEPS = 6


class Walk:
    """A history that goes on, and back, and aside, by plain git."""

    def __init__(self, root: Path, drawn: Random) -> None:
        self.chronicle = Chronicle.begun(root, on="2026-04-06")
        self.drawn = drawn
        self.number = 0

    @property
    def day(self) -> str:
        return f"2026-{4 + self.number // 28:02}-{1 + self.number % 28:02}"

    @property
    def files(self) -> list[Path]:
        return sorted((self.chronicle.root / "challenges").rglob("*.yaml"))

    def step(self) -> str:
        """Let one thing happen; what it was."""
        self.number += 1
        acts = [self.write, self.write, self.spoil, self.move, self.remove, self.settle, self.copy]
        acts += [
            self.go_aside,
            self.go_over,
            self.go_over,
            self.merge,
            self.merge,
            self.rewrite,
            self.go_back,
            self.tidy,
        ]
        act = self.drawn.choice(acts)
        try:
            act()
        except AssertionError:  # a merge that git cannot make, an amendment of nothing
            self.chronicle.git("reset", "--quiet", "--hard")
        return act.__name__

    def commit(self, files: dict[str, str | None] | None = None) -> None:
        by = self.drawn.choice((DANA, TIMUR))
        self.chronicle.commit(self.day, files, by=by)

    def write(self) -> None:
        ids = [*(path.stem for path in self.files), "claims", "second", "2026-spring/third"]
        readings = [f"04-{day:02}: {50 - day}" for day in range(7, 8 + self.drawn.randrange(20))]
        target = self.drawn.choice(("2", "2", "2", "5"))
        self.commit({self.drawn.choice(ids): claims(*readings, target=target)})

    def spoil(self) -> None:
        if self.files:
            self.drawn.choice(self.files).write_text(
                self.drawn.choice(("title: [\n", "", "format: 1\nphase: 7\n"))
            )
            self.commit()

    def tidy(self) -> None:
        if self.files:
            path = self.drawn.choice(self.files)
            path.write_text(f"# {self.number}\n{path.read_text()}")
            self.commit()

    def move(self) -> None:
        if self.files:
            path = self.drawn.choice(self.files)
            new = (
                self.chronicle.root
                / "challenges"
                / self.drawn.choice(("moved.yaml", "a/claims.yaml", "b/second.yaml"))
            )
            new.parent.mkdir(exist_ok=True)
            path.rename(new)
            self.commit()

    def copy(self) -> None:
        if self.files:
            path = self.drawn.choice(self.files)
            self.commit({f"copy-{self.number}": path.read_text()})

    def remove(self) -> None:
        if self.files:
            self.drawn.choice(self.files).unlink()
            self.commit()

    def settle(self) -> None:
        zone = self.drawn.choice(("Asia/Almaty", "UTC", "Asia/Dubai"))
        self.commit({"../accelerator": ACCELERATOR.replace("Asia/Almaty", zone)})

    def go_aside(self) -> None:
        self.chronicle.git("switch", "--quiet", "--create", f"aside-{self.number}")

    def go_over(self) -> None:
        self.chronicle.git("switch", "--quiet", self.other())

    def other(self) -> str:
        names = self.chronicle.git("for-each-ref", "--format=%(refname:short)", "refs/heads").split()
        return self.drawn.choice(names)

    def merge(self) -> None:
        how = self.drawn.choice(("--strategy=ours", "--strategy-option=theirs", "--strategy-option=ours"))
        self.chronicle.merge(self.day, how, self.other())

    def rewrite(self) -> None:
        self.chronicle.git("commit", "--quiet", "--amend", "--allow-empty", f"--message=Again {self.number}")

    def go_back(self) -> None:
        self.chronicle.git("reset", "--quiet", "--hard", "HEAD~1")


def said(root: Path, *words: str) -> tuple[int, str]:
    """How a command ended, and what it printed."""
    typed = ["-C", str(root), "--today", "2026-11-20", *words]
    result = CliRunner().invoke(app, typed, prog_name="hundredday")
    assert result.exit_code in {0, 1, 2}, (words, result.stderr)
    return result.exit_code, result.stdout


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_log_and_audit_say_the_same_kept_or_read_anew(seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        walk = Walk(Path(folder) / "by-hand", Random(seed))
        root = walk.chronicle.root
        happened = []
        for _ in range(STEPS):
            happened += [walk.step() for _ in range(walk.drawn.randrange(1, 4))]
            one = walk.drawn.choice([path.stem for path in walk.files] or ["claims"])
            for words in (("audit", "--json"), ("log", "--json"), ("log", one, "--json")):
                kept = said(root, *words)
                assert kept == said(root, *words, "--no-cache"), (happened, words)
                assert kept == said(root, *words), (happened, words)
