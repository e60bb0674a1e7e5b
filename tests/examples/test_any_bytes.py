"""Whatever stands in a file, reading answers with findings, and never with anything else."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from hundredday.app import app
from hundredday.store.accelerators import accelerator_problems
from hundredday.store.records import read_record
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.events import Parser, events
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from hundredday.findings import Finding

TORTURE = bool(os.environ.get("HUNDREDDAY_TORTURE"))
HERE = Path(__file__).parent
CHALLENGES = HERE.parents[1] / "challenges"
SAMPLES = [
    path.read_bytes()
    for path in sorted([*CHALLENGES.rglob("*.yaml"), *HERE.glob("good/*.yaml"), *HERE.glob("bad/*.yaml"), *HERE.glob("hostile/*.yaml")])
]  # fmt: skip
PIECES = [
    b"", b" ", b"\n", b"  ", b":", b": ", b"- ", b"#", b" #", b"'", b'"', b"[", b"]", b"{", b"}", b",", b"|", b">", b"&a", b"*a",
    b"!", b"?", b"%", b"@", b"`", b"\\", b"~", b"<<", b"1", b"-1", b"1e9", b".nan", b"true", b"null", b"2026-02-30", b"\r\n", b"\r",
    b"\t", b"\x00", b"\x1b", b"\xc2\x85", b"\xe2\x80\xae", b"\xed\xa0\x80", b"\xff", b"\xef\xbb\xbf", b"---\n", b"...\n",
    b"<<<<<<<\n", b"=======\n", b">>>>>>>\n", "қ".encode(), "ا".encode(), b"phase: closed\n", b"goals: ", b"readings: [",
    b'"\\ud800"', b'"\\UFFFFFFFF"',
]  # fmt: skip


def found(source: bytes) -> tuple[Finding, ...]:
    try:
        return read_record(source, "challenges/claims.yaml").findings
    except BadFile as bad:
        return bad.findings


def well_said(findings: tuple[Finding, ...], source: bytes) -> bool:
    """Every finding has words, a mend and a place that is in the file."""
    lines = source.count(b"\n") + source.count(b"\r") + 1
    return all(
        finding.text and finding.mend and finding.place and 1 <= finding.place.line <= lines and finding.place.column >= 1
        for finding in findings
    )  # fmt: skip


def mutated(random: Random) -> bytes:
    """A sample with up to eight pieces put in, taken out, repeated or moved."""
    source = random.choice(SAMPLES)[:20_000]
    for _ in range(random.randint(1, 8)):
        at = random.randint(0, len(source))
        width = random.choice([0, 0, 0, 1, 1, 4, 40])
        piece = random.choice([*PIECES, source[at - 30 : at], bytes([random.randrange(256)])])
        source = source[:at] + piece + source[at + width :]
    return source


def lines_shuffled(random: Random) -> bytes:
    """Lines of several samples, in any order: every key in every place."""
    lines = [line for sample in random.sample(SAMPLES, 3) for line in sample[:8000].splitlines(keepends=True)]
    return b"".join(random.choice(lines) for _ in range(random.randint(1, 40)))


@pytest.mark.parametrize("make", [mutated, lines_shuffled])
def test_a_mutated_file_is_read_or_refused_in_words(make: type) -> None:
    for seed in range(20_000 if TORTURE else 250):
        source = make(Random(seed))

        assert well_said(found(source), source), f"{make.__name__} {seed}"


@pytest.mark.skipif(not TORTURE, reason="the slow parser, many times")
def test_a_mutated_file_is_parsed_or_refused_by_the_other_parser_too() -> None:
    assert list(events("a: 1\n", Parser.RUAMEL))
    for seed in range(3000):
        source = mutated(Random(seed))

        try:
            said = parse(source, "claims.yaml", Parser.RUAMEL).findings
        except BadFile as bad:
            said = bad.findings

        assert well_said(said, source), seed


@settings(max_examples=5000 if TORTURE else 100, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_are_refused_in_words(source: bytes) -> None:
    assert well_said(found(source), source)


@settings(max_examples=5000 if TORTURE else 100, deadline=None)
@given(
    st.text(max_size=200),
    st.sampled_from(["{}", "title: {}", 'agency: "{}"', "lessons: [{}]", "design: {{problem: {}}}"]),
)
def test_any_text_in_any_place_is_read_or_refused_in_words(text: str, place: str) -> None:
    line = place.format(text)
    source = f"format: 1\nphase: design\n{line}\n".encode("utf-8", "surrogatepass")

    assert well_said(found(source), source)


def test_a_mutated_accelerator_file_is_read_or_refused_in_words() -> None:
    full = (HERE / "good" / "accelerators" / "full.yaml").read_bytes()
    for seed in range(5000 if TORTURE else 150):
        random = Random(seed)
        at, piece = random.randrange(len(full)), random.choice(PIECES)
        source = full[:at] + piece + full[at + random.randint(0, 6) :]

        assert well_said(accelerator_problems(source, "accelerator.yaml"), source), seed


def test_check_has_an_answer_to_any_folder_of_files(tmp_path: Path) -> None:
    (tmp_path / "challenges").mkdir()
    files = 2000 if TORTURE else 60
    for seed in range(files):
        (tmp_path / "challenges" / f"claims-{seed}.yaml").write_bytes(mutated(Random(-seed)))
    (tmp_path / "accelerator.yaml").write_bytes(b"format: 1\nname: \x1b\n")

    for form in ("text", "json", "github"):
        result = CliRunner().invoke(app, ["-C", str(tmp_path), "check", "--format", form])
        assert result.exit_code in {1, 3}, result.stderr
        assert not [
            sign for sign in result.stdout if (sign < " " and sign != "\n") or "\x7f" <= sign <= "\x9f"
        ]
