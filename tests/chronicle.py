"""A history written with plain git, commit by commit, each on its day and by whom one likes."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DANA = ("Dana Omarova", "dana@example.org")
TIMUR = ("Timur Ospanov", "timur@example.org")

ACCELERATOR = "format: 1\nname: National Accelerator\ntimezone: Asia/Almaty\n"


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Somebody who keeps an accelerator by hand, with git and nothing else."""

    root: Path

    @classmethod
    def begun(cls, root: Path, on: str = "2026-02-01", settings: str = ACCELERATOR) -> Chronicle:
        """A new repository with accelerator.yaml in it."""
        (root / "challenges").mkdir(parents=True)
        one = cls(root)
        one.git("init", "--quiet", "--initial-branch=main")
        one.commit(on, {"../accelerator": settings})
        return one

    def commit(
        self,
        on: str,
        files: dict[str, str | None] | None = None,
        *,
        by: tuple[str, str] = DANA,
        committer: tuple[str, str] | None = None,
        written: str | None = None,
        sign: bool = False,
        subject: str = "By hand",
    ) -> str:
        """Write challenges by id (None takes one away) and commit all that differs; the commit's id."""
        for id_, text in (files or {}).items():
            path = self.root / "challenges" / f"{id_}.yaml"
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        self.git("add", "--all")
        key = ("--gpg-sign",) if sign else ()
        self.git(
            "commit",
            "--quiet",
            "--allow-empty",
            f"--message={subject}",
            *key,
            env=_env(on, by, committer, written),
        )
        return self.head

    def keep(self, id_: str, versions: Sequence[tuple[str, str | bytes]], folder: str = "") -> list[str]:
        """Commit versions of one challenge, each on its day, in one run of git; the commits."""
        start, name = self.head, self.git("symbolic-ref", "HEAD")
        parts = []
        for number, (on, text) in enumerate(versions):
            moment = int(datetime.fromisoformat(_stamp(on)).timestamp())
            source = text.encode() if isinstance(text, str) else text
            head = [
                f"commit {name}\n",
                *(f"{role} {DANA[0]} <{DANA[1]}> {moment} +0500\n" for role in ("author", "committer")),
                "data 7\nBy hand",
                "\n" if number else f"\nfrom {start}\n",
                f"M 100644 inline {folder}challenges/{id_}.yaml\ndata {len(source)}\n",
            ]
            parts += ["".join(head).encode(), source, b"\n"]
        self.git("fast-import", "--quiet", content=b"".join(parts))
        self.git("reset", "--quiet", "--hard")
        return self.git("rev-list", "--reverse", f"{start}..HEAD").split()

    def merge(self, on: str, *words: str) -> str:
        """Merge another branch; the commit's id."""
        self.git("merge", "--quiet", "--no-ff", "--message=Merged", *words, env=_env(on, DANA, None, None))
        return self.head

    @property
    def head(self) -> str:
        return self.git("rev-parse", "HEAD")

    def git(self, *words: str, env: dict[str, str] | None = None, content: bytes = b"") -> str:
        done = subprocess.run(
            ["git", "-C", str(self.root), *words],
            capture_output=True,
            input=content,
            check=False,
            env={**os.environ, **(env or {})},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.decode().removesuffix("\n")


def _env(
    on: str, by: tuple[str, str], committer: tuple[str, str] | None, written: str | None
) -> dict[str, str]:
    who = committer or by
    return {
        "GIT_AUTHOR_NAME": by[0],
        "GIT_AUTHOR_EMAIL": by[1],
        "GIT_AUTHOR_DATE": _stamp(written or on),
        "GIT_COMMITTER_NAME": who[0],
        "GIT_COMMITTER_EMAIL": who[1],
        "GIT_COMMITTER_DATE": _stamp(on),
    }


def _stamp(on: str) -> str:
    return f"{on}T09:00:00+05:00" if "T" not in on else on
