"""The pure parser sees what libyaml sees: a file is not sound on one machine and broken on another."""

from __future__ import annotations

import os
from random import Random

import pytest

from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.events import Parser, events
from hundredday.store.yaml.reading import parse

TEXTS = (
    *(
        "title: a\tb",
        "title: a \tb",
        "due\t: 3",
        "a:\tb",
        "a: \tb",
        "a: b\t",
        "title: a\t#b",
        "- \ta",
        "\ta: b",
    ),
    *("a: [b\tc]", "a: [b\n\tc]", "a: b\n\tc", "a: b\n  \tc", "a: b\n \n\n  c", "a: b\r  c", "a: b #c\n  d"),
    *(
        "a: {by: b:, x: 1}",
        "a: {by: x:}",
        "a: [b:, c]",
        "a: [:b]",
        "a: [::]",
        "a: {x: :}",
        "a: -\tb",
        "a: [-, b]",
    ),
    *("a: {b?c: 1}", "a: [b?]", "a: [?b]", "a: {? b: c}", "a: {b:? c}", "a: [b? c]", "? a\n: b", "a: ?b"),
    *(
        "a: b --- c",
        "a b\nc: d",
        "a: b\n--- c",
        "a: b\n... x",
        "%YAhML 1.2\n---\na: b",
        "%YAML 1.2\n---\na: b",
    ),
    *(
        "a: >\t",
        "a: |#",
        "a: |\n \t",
        "a: |\r \t",
        "a: |\n  x\ty",
        "a: |2-\n   b",
        "a: |\n  \n    b",
        "a: |0\n b",
    ),
    *("a: 'b\tc'", 'a: "b\tc"', 'a: "\\ud800"', "a: 'b\n\n  c'", "a: >\n  b\n\n   c\n  d"),
)
"""Where ruamel.yaml by itself sees something else, or might."""

PIECES = (
    *(
        "a",
        "b",
        "1",
        ":",
        " ",
        "\n",
        "\t",
        "-",
        "?",
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "|",
        ">",
        '"',
        "'",
        "!",
        "&",
    ),
    *("*", "%", "\r", "  ", "\n  ", ": ", "- ", "\\", "~", "\r\n", "--- ", "...", "+"),
)


def seen(text: str, parser: Parser) -> str | None:
    """The data of a text; None where it is refused."""
    try:
        document = parse(text.encode(), "x.yaml", parser)
    except BadFile:
        return None
    return None if any(found.blocks for found in document.findings) else repr(document.data)


@pytest.mark.parametrize("text", TEXTS)
def test_both_parsers_see_the_same_where_tabs_colons_and_marks_stand_in_odd_places(text: str) -> None:
    assert seen(text, Parser.RUAMEL) == seen(text, Parser.LIBYAML)


@pytest.mark.parametrize("text", ["a: b\tc", "a: [b: c, d]", "a: |\n  b\n\n  c\nd: e f\n  g\n"])
def test_both_parsers_mark_the_same_places(text: str) -> None:
    assert list(events(text, Parser.RUAMEL)) == list(events(text, Parser.LIBYAML))


def test_both_parsers_see_the_same_in_any_heap_of_signs() -> None:
    random = Random(7)
    readable = 0
    for _ in range(100_000 if os.environ.get("HUNDREDDAY_TORTURE") else 1500):
        text = "".join(random.choice(PIECES) for _ in range(random.randint(3, 20)))

        one, other = seen(text, Parser.LIBYAML), seen(text, Parser.RUAMEL)

        assert one == other, text
        readable += one is not None
    assert readable > 20
