"""What a budget is compared with: the least that any program would have to do. `python yardsticks.py WHAT DIR`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def check(folder: Path) -> None:
    """Every file through PyYAML's C loader and pydantic."""
    import yaml

    from hundredday.challenge import Challenge

    for path in folder.joinpath("challenges").rglob("*.yaml"):
        with path.open("rb") as file:
            Challenge.model_validate(yaml.load(file, yaml.CSafeLoader))


def audit(folder: Path) -> None:
    """`git log --raw`, `cat-file --batch` of every version, and each version parsed once."""
    from hundredday.store.records import read_record

    git = ["git", "-C", str(folder)]
    raw = [*git, "log", "--raw", "--no-abbrev", "--format=%H %an %ae %ad %cd"]
    lines = subprocess.run(raw, capture_output=True, check=True).stdout.splitlines()
    blobs = {line.split()[3] for line in lines if line.startswith(b":") and line.endswith(b".yaml")}
    asked = b"\n".join(sorted(blobs)) + b"\n"
    said = subprocess.run([*git, "cat-file", "--batch"], input=asked, capture_output=True, check=True).stdout
    at = 0
    for _ in blobs:
        end = said.index(b"\n", at)
        size = int(said[at:end].split()[2])
        content = said[end + 1 : end + 1 + size]
        at = end + size + 2
        if not content.startswith(b"format: 1\nname:"):
            read_record(content, "x.yaml")


if __name__ == "__main__":
    {"check": check, "audit": audit}[sys.argv[1]](Path(sys.argv[2]))
