"""Files that are meant to hurt: each is refused with its place and its mend, and costs next to nothing."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from hundredday.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTILE = Path(__file__).parent / "hostile"
HEAD = "format: 1\ntitle: Small claims settled in one day\nphase: design\n"
RUNNING = HEAD.replace("design", "acceleration")

SMALL = {
    "alias-bomb": ("anchor", 4, 5),
    "annotation-in-a-key": ("unknown-key", 4, 1),
    "bidi-isolate": ("bidi-override", 4, 9),
    "bidi-override": ("bidi-override", 4, 18),
    "c1": ("control-character", 4, 9),
    "conflict-markers": ("conflict-marker", 2, 1),
    "day-that-is-none": ("not-a-date", 4, 19),
    "duplicate-keys": ("duplicate-key", 4, 1),
    "escape-sequences": ("control-character", 4, 9),
    "escaped-escape": ("control-character", 4, 9),
    "escaped-surrogate": ("syntax", 4, 19),
    "invalid-utf8": ("not-utf8", 4, 9),
    "lfs-pointer": ("lfs-pointer", 1, 1),
    "line-separator": ("control-character", 4, 17),
    "lone-surrogate": ("not-utf8", 4, 18),
    "markup": ("unknown-key", 5, 1),
    "merge-key-bomb": ("anchor", 4, 5),
    "next-line": ("control-character", 4, 17),
    "nothing": ("not-a-mapping", 1, 1),
    "nul": ("control-character", 4, 17),
    "number-of-5000-digits": ("number-too-long", 4, 30),
    "number-without-end": ("not-a-number", 4, 27),
    "random-bytes": ("not-utf8", 3, 115),
    "several-documents": ("second-document", 4, 1),
    "tag-that-runs": ("tag", 4, 9),
}
"""What is said first of each file in hostile/."""

LARGE = {
    "100,000 brackets": (f"{HEAD}lessons: {'[' * 100_000}", ("too-deep", 4, 29)),
    "100,000 braces": (f"{HEAD}lessons: {'{x: ' * 100_000}", ("too-deep", 4, 86)),
    "100,000 dashes": ("- " * 100_000, ("too-deep", 1, 41)),
    "1,000 levels": (HEAD + "".join(f"{' ' * n}a:\n" for n in range(1000)), ("too-deep", 24, 21)),
    "more than 1 MiB": ("#" * (1024 * 1024 + 1), ("too-large", 1, 1)),
    "100,000 keys that are one": (HEAD + "agency: x\n" * 100_000, ("duplicate-key", 5, 1)),
    "20,000 keys that are unknown": (
        HEAD + "".join(f"key{n}: 1\n" for n in range(20_000)),
        ("unknown-key", 4, 1),
    ),
    "100,000 conflicts": (HEAD + "<<<<<<<\n" * 100_000, ("conflict-marker", 4, 1)),
    "200,000 quotes": (HEAD + 'agency: "' * 100_000, ("syntax", 4, 19)),
    "900,000 escapes": (f"{HEAD}agency: {chr(27) * 900_000}\n", ("control-character", 4, 9)),
    "1,000,000 digits": (f"{HEAD}agency: {'1' * 1_000_000}\n", ("number-too-long", 4, 9)),
    "20,000 anchors": (
        HEAD + "".join(f"b{n}: &b{n} [*b0, *b1]\n" for n in range(20_000)),
        ("anchor", 4, 5),
    ),
    "1,000,000 tabs": (HEAD + "\t" * 1_000_000, ("syntax", 4, 1)),
    "50,000 lessons that are numbers": (f"{HEAD}lessons:\n" + "- 1\n" * 50_000, ("wrong-type", 5, 3)),
    "1,500 owners who are on no team": (
        RUNNING
        + "acceleration:\n  team: {leader: {name: D}, members: ["
        + "".join(f"{{name: M{n}}}, " for n in range(1500))
        + "]}\n  goals:\n"
        + "".join(f"    g{n}: {{attainable: {{owner: X{n}}}}}\n" for n in range(1500)),
        ("owner-not-on-team", 7, 30),
    ),
    "8,000 people on a team": (
        RUNNING + "acceleration:\n  team: {leader: {name: D}, members: [" + "{name: M}, " * 8000 + "]}\n",
        ("too-large", 5, 54984),
    ),
}  # fmt: skip


def sources() -> Iterator[tuple[str, bytes, tuple[str, int, int]]]:
    for name, first in SMALL.items():
        yield name, (HOSTILE / f"{name}.yaml").read_bytes(), first
    for name, (text, first) in LARGE.items():
        yield name, text.encode(), first


SOURCES = list(sources())


@pytest.mark.parametrize(("source", "first"), [one[1:] for one in SOURCES], ids=[one[0] for one in SOURCES])
def test_a_hostile_file_is_refused_with_its_place_and_its_mend(
    source: bytes, first: tuple[str, int, int], tmp_path: Path
) -> None:
    (tmp_path / "challenges").mkdir()
    (tmp_path / "accelerator.yaml").write_text("format: 1\n")
    (tmp_path / "challenges" / "claims.yaml").write_bytes(source)
    begun = process_time()

    text, plain, notes = (
        CliRunner().invoke(app, ["-C", str(tmp_path), "check", "--format", form])
        for form in ("text", "json", "github")
    )

    assert process_time() - begun < 15  # a guard against running away, not a measure
    assert {text.exit_code, plain.exit_code, notes.exit_code} <= {1, 3}
    found = json.loads(plain.stdout)["findings"]
    assert (found[0]["code"], found[0]["line"], found[0]["column"]) == first
    assert found[0]["mend"]
    assert len(found) <= 200
    for said in (text.stdout, plain.stdout, notes.stdout):
        assert not [sign for sign in said if (sign < " " and sign != "\n") or "\x7f" <= sign <= "\x9f"]
        assert not set(said) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ud800")
    assert all(
        line.startswith(("::error file=challenges/claims.yaml,", "::warning file="))
        for line in notes.stdout.splitlines()
    )


def test_every_hostile_file_is_in_the_table() -> None:
    assert {path.stem for path in HOSTILE.glob("*.yaml")} == set(SMALL)
