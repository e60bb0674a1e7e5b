"""What a user types: one file per command, and this table of them.

To add a command, write its file (the first line of the file is its line in the help, the docstring
of its function is its page in the manual) and name it here in the group where people look for it.
"""

from __future__ import annotations

import ast
import keyword
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY_DAY = ("status", "record", "advance", "new")
"""The four commands of every day: the help opens with them."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Start": ("init", "setup", "demo"),
    "Design": ("new", "describe", "score", "select", "decline", "stakeholder", "note"),
    "Acceleration": (
        "team",
        "goal",
        "guardrail",
        "milestone",
        "launch",
        "record",
        "block",
        "unblock",
        "declare",
        "review",
        "amend",
    ),
    "Sustainability": ("practice", "own", "pledge", "scale", "follow-up", "lesson"),
    "Move": ("advance", "stop"),
    "Look": ("status", "agenda", "log", "audit", "report"),
    "Programme": ("board", "people"),
    "Files": ("check", "edit", "save", "tidy", "export", "schema"),
}
"""Every command, in the group and the order in which the help shows it."""

HIDDEN = ("merge-driver",)
"""Commands that other programs run; the help does not show them."""

NAMES: tuple[str, ...] = (*(name for group in GROUPS.values() for name in group), *HIDDEN)


def file_stem(name: str) -> str:
    """The file, and the function in it, of a command."""
    stem = name.replace("-", "_")
    return f"{stem}_" if keyword.iskeyword(stem) else stem


def function_of(name: str) -> Callable[..., object]:
    """The function that a command runs; its file is imported now and not before."""
    module = import_module(f"{__name__}.{file_stem(name)}")
    return getattr(module, file_stem(name))  # type: ignore[no-any-return]


def line_of(name: str) -> str:
    """What a command does, in the one line that opens its file; the file is read, not imported."""
    source = Path(__file__).with_name(f"{file_stem(name)}.py")
    with source.open(encoding="utf-8") as file:
        first = file.readline().strip()
    return str(ast.literal_eval(first if first.endswith('"""') and len(first) > 3 else first + '"""'))
