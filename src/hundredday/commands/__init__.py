"""What a user types: one file per command, and this table of them.

To add a command, write its file (the first line of the file is its line in the help, the docstring
of its function is its page in the manual) and name it here in the group where people look for it.
A command of several verbs is a folder of such files; its verbs stand in `VERBS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EVERY_DAY = ("status", "record", "advance", "new")
"""The four commands of every day: the help opens with them."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Start": ("init", "setup", "demo", "help", "completion"),
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
    "Move": ("advance", "stop", "reopen"),
    "Look": ("status", "agenda", "log", "audit", "report", "brief"),
    "Programme": ("board", "cohort", "people", "lessons", "training", "exchange"),
    "Together": ("sync", "resolve"),
    "Files": ("check", "edit", "save", "tidy", "export", "import", "schema"),
}
"""Every command, in the group and the order in which the help shows it."""

HIDDEN = ("merge-driver",)
"""Commands that other programs run; the help does not show them."""

NAMES: tuple[str, ...] = (*(name for group in GROUPS.values() for name in group), *HIDDEN)


VERBS: Mapping[str, tuple[str, ...]] = {
    "cohort": ("list", "open", "add", "launch", "review", "show"),
    "training": ("new", "module", "enrol", "attend", "graduate", "status"),
    "exchange": ("new", "visit", "practice", "status"),
}
"""Commands that are folders: what follows the name, each with a file in that folder."""

DEFAULT_VERB: Mapping[str, str] = {"cohort": "list", "training": "status", "exchange": "status"}
"""The verb of a command that is typed without one."""

VERB_OF_A_NAME: Mapping[str, str] = {"cohort": "show"}
"""The verb of a command that is typed with a name alone."""

EVERY: tuple[str, ...] = tuple(f"{name} {verb}".strip() for name in NAMES for verb in VERBS.get(name, ("",)))
"""Every command as it is typed, such as `status` and `training new`."""


def lines() -> Iterator[tuple[str, str]]:
    """Every command that is shown with what it does, group by group; a name alone opens a group."""
    for group, names in GROUPS.items():
        yield group, ""
        yield from ((typed, line_of(typed)) for typed in EVERY if typed.split()[0] in names)


def file_stem(name: str) -> str:
    """The file, and the function in it, of a command."""
    import keyword

    stem = name.replace("-", "_")
    return f"{stem}_" if keyword.iskeyword(stem) else stem


def function_of(name: str) -> Callable[..., object]:
    """The function that a command runs, by its name as typed; its file is imported now and not before."""
    words = [file_stem(word) for word in name.split()]
    module = import_module(".".join((__name__, *words)))
    return getattr(module, words[-1])  # type: ignore[no-any-return]


def line_of(name: str) -> str:
    """What a command does, in the one line that opens its file; the file is read, not imported."""
    import ast

    words = [file_stem(word) for word in name.split()]
    source = Path(__file__).parent.joinpath(*words)
    source = source / "__init__.py" if name in VERBS else source.with_suffix(".py")
    with source.open(encoding="utf-8") as file:
        first = file.readline().strip()
    return str(ast.literal_eval(first if first.endswith('"""') and len(first) > 3 else first + '"""'))
