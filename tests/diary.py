"""An office whose commits are made on the days that it says, by commands and by plain git."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from life import PROPOSED, STEPS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from conftest import RunGit
    from office import Office, Said


@dataclass(slots=True)
class Diary:
    """What is done on which day; days begin and end in UTC."""

    office: Office
    git: RunGit
    patch: pytest.MonkeyPatch
    lived: str = ""

    @property
    def root(self) -> Path:
        return self.office.root

    def on(self, day: str, hour: int = 10) -> None:
        """Let it be a day, for commands and for git."""
        self.office.today = day
        for who in ("AUTHOR", "COMMITTER"):
            self.patch.setenv(f"GIT_{who}_DATE", f"{day}T{hour:02}:00:00+0000")

    def do(self, day: str, *words: str) -> Said:
        """Type a command on a day."""
        self.on(day)
        return self.office.run(*words)

    def live(self, until: str) -> None:
        """Live the life of small claims up to a day, from where it stands."""
        for day, *words in (PROPOSED, *STEPS):
            if self.lived < day <= until:
                self.do(day, *words)
        self.lived = max(self.lived, until)

    def write(self, day: str, path: str, text: str | bytes, message: str = "Edit", hour: int = 10) -> str:
        """Write a file by hand and commit it with plain git; the commit's id."""
        self.on(day, hour)
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self.commit(message)

    def commit(self, message: str = "Change") -> str:
        """Commit everything as it stands; the commit's id."""
        self.git(self.root, "add", "--all")
        self.git(self.root, "commit", "--quiet", f"--message={message}")
        return self.git(self.root, "rev-parse", "HEAD")

    def log(self, *words: str) -> list[tuple[str, str]]:
        """What `log` tells of challenges, the oldest first: name and sentence."""
        told = self.office.run("log", *words, "--json", "--reverse").json
        return [(one["event"], one["text"]) for one in told if one["challenge"] is not None]


def claims(*readings: str, target: str = "2", more: str = "") -> str:
    """A small challenge as a person writes it, with readings such as `04-13: 42`."""
    lines = "".join(
        f"        - {{date: 2026-{day}, value: {value}}}\n"
        for day, value in (one.split(": ") for one in readings)
    )
    return (
        "format: 1\ntitle: Small claims in a day\nphase: acceleration\n"
        "acceleration:\n  clock: {start: 2026-04-06, days: 100}\n  goals:\n    days-to-judgment:\n"
        "      specific: A small claim is judged the same day\n"
        "      measurable: {metric: Days to judgment, kind: duration, unit: days, "
        f"baseline: 43, target: {target}}}\n" + (f"      readings:\n{lines}" if lines else "") + more
    )
