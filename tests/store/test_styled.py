"""Random changes to files as people write them, each in a hand of its own: what must stay stays, to the byte."""

from __future__ import annotations

import copy
import os
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import SequenceMatcher
from random import Random
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from hundredday.store.differences import first_difference
from hundredday.store.lines import line_and_column
from hundredday.store.nodes import Listing, Mapping, Node
from hundredday.store.writing.layout import content_end, dash_of
from hundredday.store.writing.splicing import Unwritable, rewritten
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from hundredday.store.yaml.document import Document

EDITS = 15_000 if os.environ.get("HUNDREDDAY_TORTURE") else 300

Path = tuple[str | int, ...]


def test_files_of_every_hand_are_read_as_an_independent_reader_reads_them() -> None:
    for seed in range(EDITS // 3):
        random = Random(seed)
        data = mapping(random, 0)
        text = styled(data, hand(random))

        document = parse(text.encode(), "x.yaml")

        assert document.findings == (), text
        assert first_difference(document.data, data) is None, text
        assert first_difference(as_ruamel_reads(text), data) is None, text


def test_a_change_touches_its_own_lines_and_no_others() -> None:
    tally = {"kept": 0, "touched": 0, "refused": 0}
    for seed in range(EDITS):
        outcome = edit_one_file(Random(seed + 1_000_000))
        tally[outcome] += 1

    assert tally["touched"] <= EDITS * 0.002, tally
    assert tally["refused"] <= EDITS * 0.002, tally


def edit_one_file(random: Random) -> str:
    """Change one thing in one file; a wrong result fails at once."""
    text = styled(mapping(random, 0), hand(random))
    document = parse(text.encode(), "x.yaml")
    wanted, allowed = edited(random, document)

    try:
        out = rewritten(document, wanted)
    except Unwritable:
        return "refused"

    assert first_difference(parse(out, "x.yaml").data, wanted) is None, text
    assert first_difference(as_ruamel_reads(out.decode()), wanted) is None, text + out.decode()
    return "kept" if lost_lines(text, out.decode()) <= allowed else "touched"


def as_ruamel_reads(text: str) -> Any:
    return plain(YAML(typ="safe", pure=True).load(text.removeprefix("\ufeff")))


def plain(data: Any) -> Any:
    """Keys as texts, and the calendar's day of what ruamel.yaml makes of a date."""
    if isinstance(data, dict):
        return {str(key): plain(part) for key, part in data.items()}
    if isinstance(data, list):
        return [plain(part) for part in data]
    return data if not isinstance(data, date) else date(data.year, data.month, data.day)


def lost_lines(before: str, after: str) -> set[int]:
    """The lines, from 1, that do not stand in the file any more as they were, line break and all."""
    before, after = before.removeprefix("\ufeff"), after.removeprefix("\ufeff")
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    kept = {block.a + step for block in matcher.get_matching_blocks() for step in range(block.size)}
    lost = {index for index in range(len(old)) if index not in kept}
    if old and len(old) - 1 in lost and any(line.rstrip("\r\n") == old[-1] for line in new):
        lost.discard(len(old) - 1)  # it ended the file without a line break, and does not any more
    return {index + 1 for index in lost}


def edited(random: Random, document: Document) -> tuple[dict[str, Any], set[int]]:
    """A random change of the data, and the lines that it may touch."""
    while True:
        wanted = copy.deepcopy(document.data)
        path, data, node = random.choice(list(walk((), wanted, document.root)))
        allowed = EDIT[random.choice(list(EDIT))](random, document, wanted, path, data, node)
        if allowed is not None and first_difference(document.data, wanted) is not None:
            return wanted, allowed


def walk(path: Path, data: Any, node: Node) -> Any:
    yield path, data, node
    if isinstance(node, Mapping):
        for key, (_, inner) in node.entries.items():
            yield from walk((*path, key), data[key], inner)
    if isinstance(node, Listing):
        for index, inner in enumerate(node.items):
            yield from walk((*path, index), data[index], inner)


def put(wanted: Any, path: Path, new: Any) -> None:
    for part in path[:-1]:
        wanted = wanted[part]
    wanted[path[-1]] = new


def lines(document: Document, start: int, end: int) -> set[int]:
    first, last = line_and_column(document.text, start)[0], line_and_column(document.text, end)[0]
    return set(range(first, last + 1))


def lines_of(document: Document, path: Path, node: Node) -> set[int]:
    """The lines of an entry with its key or dash."""
    start = node.start
    above: Any = document.root
    for part in path:
        if isinstance(above, Mapping):
            leaf, below = above.entries[str(part)]
            start = leaf.start
        else:
            assert isinstance(above, Listing)
            assert isinstance(part, int)
            start = above.start if above.flow else dash_of(document.text, above, part)
            below = above.items[part]
        if above.flow:
            return lines(document, above.start, above.end)
        above = below
    return lines(document, start, content_end(document.text, node))


def set_value(
    random: Random, document: Document, wanted: Any, path: Path, _data: Any, node: Node
) -> set[int] | None:
    if not path:
        return None
    put(wanted, path, value(random))
    return lines_of(document, path, node)


def set_tree(
    random: Random, document: Document, wanted: Any, path: Path, _data: Any, node: Node
) -> set[int] | None:
    if not path:
        return None
    put(wanted, path, tree(random, 2))
    return lines_of(document, path, node)


def append(
    random: Random, document: Document, _wanted: Any, path: Path, data: Any, node: Node
) -> set[int] | None:
    if not isinstance(data, list):
        return None
    touched = (
        lines_of(document, path, node) if not data or (isinstance(node, Listing) and node.flow) else set()
    )
    data.append({"date": date(2026, 4, 13), "value": random.randint(0, 99), "note": value(random)})
    return touched


def insert(
    random: Random, document: Document, _wanted: Any, path: Path, data: Any, node: Node
) -> set[int] | None:
    if not isinstance(data, list) or not data:
        return None
    data.insert(random.randint(0, len(data) - 1), {"new": random.random(), "b": value(random)})
    # In front of an item that opens on the line of a dash above, that line is split in two.
    first = line_and_column(document.text, node.start)[0]
    return lines_of(document, path, node) if isinstance(node, Listing) and node.flow else {first}


def add_key(
    random: Random, document: Document, _wanted: Any, path: Path, data: Any, node: Node
) -> set[int] | None:
    if not isinstance(data, dict):
        return None
    touched = (
        lines_of(document, path, node) if not data or (isinstance(node, Mapping) and node.flow) else set()
    )
    data[random.choice(["new", "no", "ключ", "مفتاح"])] = tree(random, 2)
    return touched


def remove(
    random: Random, document: Document, _wanted: Any, path: Path, data: Any, node: Node
) -> set[int] | None:
    if not isinstance(data, dict | list) or len(data) < 2:
        return None
    part = random.choice(list(data) if isinstance(data, dict) else range(len(data)))
    inner = node.entries[part][1] if isinstance(node, Mapping) else node.items[part]  # type: ignore[union-attr]
    touched = lines_of(document, (*path, part), inner)
    if isinstance(node, Mapping) and not node.flow:  # the next key moves up to the dash
        following = next((leaf.start for leaf, _ in node.entries.values() if leaf.start > inner.end), None)
        touched |= (
            lines(document, following, following)
            if following and "-" in first_signs(document, node)
            else set()
        )
    if isinstance(node, Listing) and not node.flow and len(node.items) > 1:
        touched |= lines(document, node.items[1].start, node.items[1].start)
    del data[part]
    return touched


def first_signs(document: Document, node: Node) -> str:
    start = document.text.rfind("\n", 0, node.start) + 1
    return document.text[start : node.start]


EDIT = {
    "set": set_value,
    "tree": set_tree,
    "append": append,
    "insert": insert,
    "add": add_key,
    "remove": remove,
}


WORDS = (
    "Small claims", "a judge's list", "Vice-Minister", "C# and more", "x", "100 courts", "Really?", "50%",
    "Сот істері", "Қазақстан ұлттық акселераторы", "ықпал ету", "Министр юстиции",
    "محكمة اليوم الواحد", "مسرّعات حكومية", "一日法庭", "政府加速器", "🏛 court", "é à ü",
)  # fmt: skip
AWKWARD = ("no", "on", "12:30", "a: b", "x # y", "- z", "", " pad ", "1_000", "010", "null", "it's", 'say "hi"',
           "[a]", "{b}", "&c", "*d", "!e", "2026-01-05", "tab\there", "two\nlines", "back\\slash", "~", "=", "@f")  # fmt: skip


@dataclass
class Hand:
    """How one person writes."""

    random: Random
    step: int
    dash: int
    eol: str
    comments: float
    blanks: float
    flow: float


def hand(random: Random) -> Hand:
    step = random.choice([1, 2, 2, 2, 3, 4])
    return Hand(
        random,
        step,
        random.choice([0, 0, step, step, 2]),
        random.choice(["\n", "\n", "\n", "\r\n"]),
        random.choice([0, 0.1, 0.4]),
        random.choice([0, 0.1, 0.3]),
        random.choice([0.1, 0.4, 0.8]),
    )


def value(random: Random) -> Any:
    return random.choice(
        [
            random.choice(WORDS),
            random.choice(WORDS) + " " + random.choice(WORDS),
            random.choice(AWKWARD),
            random.randint(-50, 5000),
            round(random.uniform(-5, 500), random.randint(1, 3)),
            random.choice([True, False, None]),
            date(2026, 1, 1) + timedelta(random.randint(0, 400)),
        ]
    )


def mapping(random: Random, depth: int) -> dict[str, Any]:
    names = (
        "title",
        "due",
        "owner",
        "value",
        "note",
        "қала",
        "القيمة",
        "日期",
        "two words",
        "25",
        "a-b",
        "x_y",
    )
    keys = random.sample(names, random.randint(1, 5))
    return {key: tree(random, depth + 1) for key in keys}


def tree(random: Random, depth: int) -> Any:
    """Data of random shape, of at most four levels."""
    chance = random.random()
    if depth > 3 or chance < 0.5:
        return value(random)
    if chance < 0.75:
        return mapping(random, depth)
    if random.random() < 0.2:
        return random.choice([[], {}])
    if random.random() < 0.5:
        return [value(random) for _ in range(random.randint(1, 4))]
    return [tree(random, depth + 1) for _ in range(random.randint(1, 4))]


def styled(data: dict[str, Any], hand: Hand) -> str:
    """A file that says `data`."""
    random = hand.random
    head = random.choice(
        ["", "", "---", "# yaml-language-server: $schema=x.json", "# a\n\n---", "%YAML 1.2\n---"]
    )
    lines = [*(head.split("\n") if head else []), *_mapping(data, 0, hand)]
    if random.random() < 0.2:
        lines += random.choice([["..."], ["# the end"], ["", "# the end", ""], [""]])
    text = hand.eol.join(lines) + (hand.eol if random.random() < 0.85 else "")
    return ("\ufeff" if random.random() < 0.15 else "") + text


def _mapping(data: dict[str, Any], indent: int, hand: Hand) -> list[str]:
    lines: list[str] = []
    for key, part in data.items():
        lines += _between(indent, hand)
        lines += _entry(" " * indent + _key(key, hand) + ":", part, indent, hand)
    return lines


def _between(indent: int, hand: Hand) -> list[str]:
    lines = []
    if hand.random.random() < hand.blanks:
        lines.append("" if hand.random.random() < 0.8 else " ")
    if hand.random.random() < hand.comments:
        lines.append(" " * hand.random.choice([0, indent, indent]) + "# " + hand.random.choice(WORDS))
    return lines


def _entry(head: str, part: Any, indent: int, hand: Hand) -> list[str]:
    random = hand.random
    tail = "  # " + random.choice(WORDS) if random.random() < hand.comments else ""
    if isinstance(part, dict | list) and part and random.random() >= hand.flow:
        if isinstance(part, dict):
            return [head + tail, *_mapping(part, indent + hand.step, hand)]
        return [head + tail, *_list(part, indent + hand.dash, hand)]
    if isinstance(part, str) and _can_be_literal(part) and random.random() < 0.3:
        return _literal(head, part, indent, hand)
    if part is None and random.random() < 0.5:
        return [head + tail]
    if isinstance(part, dict | list) and part and random.random() < 0.15:
        return _flow_on_lines(head, part, indent, hand, tail)
    return [head + " " * random.choice([1, 1, 1, 3]) + _flow(part, hand) + tail]


def _list(items: list[Any], indent: int, hand: Hand) -> list[str]:
    lines: list[str] = []
    gap = hand.random.choice([1, 1, 1, 3])
    for item in items:
        lines += _between(indent, hand)
        dash = " " * indent + "-"
        inner = indent + 1 + gap
        if isinstance(item, dict | list) and item and hand.random.random() >= hand.flow:
            below = _mapping(item, inner, hand) if isinstance(item, dict) else _list(item, inner, hand)
            while not below[0].strip() or below[0].lstrip().startswith("#"):
                lines.append((" " * indent + below.pop(0).strip()).rstrip())
            lines += [dash + " " * gap + below[0].lstrip(), *below[1:]]
        else:
            lines += _entry(dash, item, indent, hand) if not isinstance(item, dict | list) else [
                dash + " " * gap + _flow(item, hand)
            ]  # fmt: skip
    return lines


def _can_be_literal(text: str) -> bool:
    return bool(text) and text == text.strip() and "\t" not in text


def _literal(head: str, text: str, indent: int, hand: Hand) -> list[str]:
    folded = "\n" not in text and hand.random.random() < 0.4
    inner = " " * (indent + max(hand.step, 2))
    return [f"{head} {'>-' if folded else '|-'}", *(inner + line for line in text.split("\n"))]


def _flow_on_lines(head: str, part: Any, indent: int, hand: Hand, tail: str) -> list[str]:
    inner = " " * (indent + hand.step + 1)
    pieces = _pieces(part, hand)
    open_, close = "{}" if isinstance(part, dict) else "[]"
    last = "," if hand.random.random() < 0.3 else ""
    return [f"{head} {open_}", *(f"{inner}{piece}," for piece in pieces[:-1]), inner + pieces[-1] + last + tail,
            inner + close]  # fmt: skip


def _flow(part: Any, hand: Hand) -> str:
    if not isinstance(part, dict | list):
        return _scalar(part, hand)
    open_, close = "{}" if isinstance(part, dict) else "[]"
    pad = " " if hand.random.random() < 0.2 else ""
    return open_ + pad + ", ".join(_pieces(part, hand)) + pad + close


def _pieces(part: Any, hand: Hand) -> list[str]:
    if isinstance(part, dict):
        return [f"{_key(key, hand)}: {_flow(inner, hand)}" for key, inner in part.items()]
    return [_flow(inner, hand) for inner in part]


def _key(key: str, hand: Hand) -> str:
    return f'"{key}"' if hand.random.random() < 0.1 else key


def _scalar(part: Any, hand: Hand) -> str:
    if part is None:
        return hand.random.choice(["null", "~"])
    if isinstance(part, bool):
        return hand.random.choice(["true", "True"] if part else ["false", "FALSE"])
    if isinstance(part, date):
        return part.isoformat()
    if not isinstance(part, str):
        return str(part)
    if part in WORDS and hand.random.random() < 0.6:
        return part
    if "\n" not in part and "\t" not in part and hand.random.random() < 0.5:
        return "'" + part.replace("'", "''") + "'"
    escaped = part.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
