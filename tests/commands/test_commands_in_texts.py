"""Every command that a text of the program names can be typed as it stands, once its words in capitals are filled in."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

import hundredday
from hundredday.language import CATALOGUES, LANGUAGES
from named_commands import FILLED_IN, complaint, complaints, takes_a_value

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(hundredday.__file__).parent
FILES = sorted(HOUSE.rglob("*.py"))
ROOMS = sorted({path.relative_to(HOUSE).parts[0] for path in FILES})


def texts_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts of a file, with what is filled in as one word."""
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inside |= {id(part) for part in node.values}
            parts = (part.value if isinstance(part, ast.Constant) else FILLED_IN for part in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.lineno, node.value


def made_of_parts(tree: ast.AST) -> Iterator[tuple[int, str, list[str]]]:
    """The calls of `command`, which makes a mend of a name, arguments and options."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "command"):
            continue
        name, *arguments = (one.value if isinstance(one, ast.Constant) else one for one in node.args)
        if isinstance(name, str) and not any(isinstance(one, ast.Starred) for one in arguments):
            words = [FILLED_IN, *(one if isinstance(one, str) else FILLED_IN for one in arguments)]
            for option in (f"--{one.arg.replace('_', '-')}" for one in node.keywords if one.arg):
                words += [option, FILLED_IN] if takes_a_value(name, option) else [option]
            yield node.lineno, name, words


@pytest.mark.parametrize("room", ROOMS)
def test_a_command_that_is_named_can_be_typed(room: str) -> None:
    found = []
    for path in (path for path in FILES if path.relative_to(HOUSE).parts[0] == room):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        place = path.relative_to(HOUSE)
        found += [f"{place}:{line}: {said}" for line, text in texts_of(tree) for said in complaints(text)]
        for line, name, words in made_of_parts(tree):
            if said := complaint(name, words):
                found.append(f"{place}:{line}: {name} {' '.join(words)}: {said}")

    assert found == []


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_a_translation_names_commands_that_can_be_typed(language: str) -> None:
    with (CATALOGUES / language / "LC_MESSAGES" / "hundredday.po").open("rb") as file:
        told = [one.string for one in read_po(file, locale=language) if one.id]

    texts = [str(text) for one in told for text in (one if isinstance(one, tuple | list) else (one,))]

    assert [said for text in texts for said in complaints(text)] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Put it right: hundredday amend X", "Missing parameter"),
        ("hundredday goal ID --colour red", "No such option"),
        ("hundredday recrod ID 3", "no such command"),
        ("See hundredday status ID and the rest.", ""),
        ("hundredday export csv --tabel goals", "No such option"),
        ("hundredday save ID, then hundredday stop.", "Missing parameter"),
    ],
)
def test_what_cannot_be_typed_is_seen(text: str, said: str) -> None:
    assert said in "".join(complaints(text))
    assert bool(said) == bool(list(complaints(text)))
