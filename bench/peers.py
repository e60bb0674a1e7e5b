"""Programs that people keep such work with: which are here, and up to how many items each is asked."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

NAMES = {
    "Taskwarrior": "task",
    "dstask": "dstask",
    "todoman": "todo",
    "hledger": "hledger",
    "beancount": "bean-check",
    "Doorstop": "doorstop",
    "Backlog.md": "backlog",
}
"""Every peer, and the program that shows whether it is installed."""

LARGEST = {"hledger": 1_000, "Doorstop": 1_000, "Backlog.md": 1_000}
"""Items with which a peer still answers within a few seconds; beyond that it is left out, and that is said."""


class Peer(NamedTuple):
    """A peer with its content: what to type for each thing that can be asked, and where."""

    folder: Path
    asked: Mapping[str, Sequence[str]]


def installed() -> list[str]:
    """The peers that are here."""
    return [name for name, program in NAMES.items() if shutil.which(program)]


def version_of(name: str) -> str:
    """What a peer says of its version, in one line."""
    said = subprocess.run([NAMES[name], "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"\d+(\.\d+)+", said)
    return found[0] if found else "?"
