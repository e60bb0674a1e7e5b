"""The page of the architecture: every room with the sentence that opens it, in the order of its layers."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "hundredday"


def architecture_page() -> str:
    """The rooms of the code, from the highest to the lowest, each with the sentence that opens it."""
    layers = (
        (ROOT / ".importlinter").read_text(encoding="utf-8").partition("layers =")[2].partition("\n\n")[0]
    )
    lines = [
        "# The architecture\n",
        "The file is the state, git is the history, and nothing that can be computed is stored. A command reads the",
        "files it needs, lets a pure act make the changed record, splices the difference into the text, checks the",
        "result, saves it whole, and commits it with a sentence made from the difference between the two versions:",
        "so hand edits get the same sentences as commands.\n",
        "Imports go downwards only; rooms on one line do not know each other. `make check` holds them to it.\n",
        "| room | what it is |",
        "| --- | --- |",
    ]
    rooms = (name.strip() for layer in layers.split("\n") for name in layer.split("|"))
    lines += [f"| `{name}` | {_sentence_of(name)} |" for room in rooms if room for name in _with_inner(room)]
    lines.append("\nWhy it is built so stands in [the decisions](decisions/README.md), ten lines each.\n")
    return "\n".join(lines)


def _with_inner(room: str) -> list[str]:
    """A room and the rooms inside it."""
    inner = sorted(path.parent.name for path in (PACKAGE / room).glob("*/__init__.py"))
    return [room, *(f"{room}/{name}" for name in inner)]


def _sentence_of(room: str) -> str:
    package = PACKAGE / room
    path = package / "__init__.py" if package.is_dir() else package.with_suffix(".py")
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]
