"""Fuzz the reader of files: any bytes are a challenge or findings, the same by both parsers, at once and in little room.

    .venv/bin/python -m pip install 'atheris>=3,<4'      # once; without it the files are mutated blindly
    .venv/bin/python tests/fuzzing/reader.py 1000000     # so many inputs, on all cores
    .venv/bin/python tests/fuzzing/reader.py FILE...     # what a crash left, once more

Each process starts from the sample, good, bad and hostile files of the tests and grows its own corpus where
new code was reached. An input that fails is left in the working folder, with its bytes in its name.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hundredday.store.yaml.events import Parser

ROOT = Path(__file__).resolve().parents[2]
SEEDS = (
    *sorted((ROOT / "challenges").rglob("*.yaml")),
    *sorted((ROOT / "tests" / "examples").rglob("*.yaml")),
)
LONGEST = 1024
SLOWEST = 2.0
LARGEST = 300 * 1024 * 1024
COMPARED = 64
"""Of 256 inputs so many are read twice: as usual, and with care."""

PURE = 8
"""One of so many of these is read by the pure parser, too, which is 25 times slower."""

WORDS = (
    *("format: 1", "phase: ", "goals:", "readings: [", "- {date: 2026-04-06, value: 1}", "title", "  ", "\t"),
    *(
        "? ",
        ": ",
        "- ",
        "|",
        ">-",
        "|2",
        "%YAML 1.2",
        "---",
        "...",
        "&a",
        "*a",
        "<<",
        "!!str",
        "'",
        '"',
        "\\x41",
    ),
    *(
        "\\U0001F600",
        "\\ud800",
        "{",
        "}",
        "[",
        "]",
        ", ",
        "#",
        " #",
        "\r\n",
        "\u2028",
        "\x85",
        "\ufeff",
        "\u202e",
    ),
    *(
        "<<<<<<< HEAD",
        "=======",
        ">>>>>>> x",
        "0x1F",
        "0o17",
        "1e999",
        ".inf",
        ".nan",
        "-0",
        "2026-02-30",
        "~",
    ),
)


class Disagreement(AssertionError):  # noqa: N818 (what is found, not an error of ours)
    """The two parsers do not say the same."""


class Harness:
    """What every input must stand, and what was counted."""

    def __init__(self) -> None:
        from hundredday.store.accelerators import accelerator_problems
        from hundredday.store.records import read_record
        from hundredday.store.yaml.document import BadFile
        from hundredday.store.yaml.events import Parser
        from hundredday.store.yaml.reading import parse

        self._accelerator, self._record, self._parse = accelerator_problems, read_record, parse
        self._bad, self._libyaml, self._ruamel = BadFile, Parser.LIBYAML, Parser.RUAMEL
        self.counts = {"inputs": 0, "read": 0, "sound": 0, "compared": 0, "alike and read": 0}
        self.slowest = 0.0
        for path in SEEDS:  # so that every room is there before anything is measured
            self._read(path.read_bytes())
        self.counts = dict.fromkeys(self.counts, 0)

    def __call__(self, source: bytes) -> None:
        self.counts["inputs"] += 1
        begun = time.monotonic()
        self._judge(source)
        # The clock of the process alone costs more than most inputs: it is asked where the wall's says much.
        if time.monotonic() - begun > SLOWEST / 4:
            begun = time.process_time()
            self._judge(source)
            self.slowest = max(self.slowest, time.process_time() - begun)
            if self.slowest > SLOWEST:
                raise TimeoutError(f"{self.slowest:.1f} s")
        if hashlib.blake2b(source, digest_size=1).digest()[0] < COMPARED:
            self._compare(source)

    def _judge(self, source: bytes) -> None:
        self._read(source)
        if self.counts["inputs"] % 50 == 0:
            self._accelerator(source, "accelerator.yaml")

    def _read(self, source: bytes) -> None:
        try:
            record = self._record(source, "challenges/x.yaml")
        except self._bad as bad:
            findings = bad.findings
        else:
            findings = record.findings
            self.counts["read"] += 1
            self.counts["sound"] += record.is_sound
        lines = source.count(b"\n") + source.count(b"\r") + 1
        for one in findings:
            if not (one.text and one.mend and one.place and 1 <= one.place.line <= lines):
                raise AssertionError(f"not well said: {one}")

    def _compare(self, source: bytes) -> None:
        self.counts["compared"] += 1
        usual, careful = self._verdict(source, None), self._verdict(source, self._libyaml)
        if usual != careful:
            raise Disagreement(f"as usual: {usual!r}\nlibyaml:  {careful!r}")
        self.counts["alike and read"] += usual is not None
        if self.counts["compared"] % PURE == 0 and careful != (pure := self._verdict(source, self._ruamel)):
            raise Disagreement(f"libyaml: {careful!r}\nruamel:  {pure!r}")

    def _verdict(self, source: bytes, parser: Parser | None) -> object:
        """The data of a file without errors of form; None for one that has some, however they are told."""
        try:
            document = self._parse(source, "x.yaml", parser)
        except self._bad:
            return None
        return None if any(found.blocks for found in document.findings) else repr(document.data)

    def report(self) -> str:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        return json.dumps({**self.counts, "slowest": round(self.slowest, 3), "peak": peak})


def fuzz_guided(inputs: int, seed: int) -> None:
    """Follow the coverage, in this process."""
    import atheris

    with atheris.instrument_imports(include=["hundredday"]):
        harness = Harness()
    corpus = Path(tempfile.mkdtemp(prefix="corpus-"))
    for path in SEEDS:
        content = path.read_bytes()
        for piece in (content[:LONGEST], content[:600], content[len(content) // 2 :][:600]):
            (corpus / hashlib.sha1(piece, usedforsecurity=False).hexdigest()).write_bytes(piece)
    words = corpus / "words"
    words.write_text(
        "\n".join(
            '"' + "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass")) + '"'
            for word in WORDS
        )
    )
    options = [
        f"-runs={inputs}",
        f"-seed={seed}",
        f"-max_len={LONGEST}",
        "-timeout=10",
        f"-rss_limit_mb={LARGEST // 2**20}",
    ]
    atheris.Setup(
        [sys.argv[0], *options, f"-dict={words}", "-print_final_stats=0", str(corpus)],
        _counted(harness, inputs),
    )
    atheris.Fuzz()


def _counted(harness: Harness, inputs: int) -> object:
    def one(source: bytes) -> None:
        harness(source)
        if harness.counts["inputs"] >= inputs:
            print(harness.report(), flush=True)
            os._exit(0)

    return one


def fuzz_blindly(inputs: int, seed: int) -> None:
    """Mutate by structure, without knowing what was reached."""
    harness, random = Harness(), Random(seed)
    pool = [path.read_bytes()[:LONGEST] for path in SEEDS]
    while harness.counts["inputs"] < inputs:
        source = mutated(random, pool)
        try:
            harness(source)
        except Exception:
            Path(f"crash-{hashlib.sha1(source, usedforsecurity=False).hexdigest()}").write_bytes(source)
            raise
    print(harness.report())


def mutated(random: Random, pool: list[bytes]) -> bytes:
    """A part of a file with words of YAML put in, lines moved, and pieces of another file."""
    source = random.choice(pool)
    start = random.choice((0, 0, random.randrange(len(source) + 1)))
    source = source[start : start + random.choice((80, 300, 1000, LONGEST))]
    for _ in range(random.randint(1, 6)):
        at, width = random.randint(0, len(source)), random.choice((0, 0, 0, 1, 3, 30))
        other = random.choice(pool)
        there = random.randrange(len(other) + 1)
        piece = random.choice((
            random.choice(WORDS).encode("utf-8", "surrogatepass"),
            bytes([random.randrange(256)]),
            other[there : there + 40],
            source[max(0, at - 30) : at],
            b"",
        ))  # fmt: skip
        source = source[:at] + piece + source[at + width :]
    if random.random() < 0.1:
        lines = source.splitlines(keepends=True)
        random.shuffle(lines)
        source = b"".join(lines)
    return source[:LONGEST]


def _is_guided() -> bool:
    try:
        import atheris  # noqa: F401
    except ImportError:
        return False
    return True


def main(words: list[str]) -> None:
    if len(words) == 2:
        (fuzz_guided if _is_guided() else fuzz_blindly)(int(words[0]), int(words[1]))
        return
    if not words[0].isdecimal():
        harness = Harness()
        for word in words:
            harness(Path(word).read_bytes())
        print(harness.report())
        return
    cores = int(os.environ.get("FUZZ_PROCESSES", os.cpu_count() or 1))
    shares = [int(words[0]) // cores + (number < int(words[0]) % cores) for number in range(cores)]
    print(
        f"{'coverage-guided (atheris)' if _is_guided() else 'mutated by structure, without atheris'}, {cores} processes"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, __file__, str(share), str(number + 1)], stdout=subprocess.PIPE, text=True
        )
        for number, share in enumerate(shares)
    ]
    said = [process.communicate()[0].strip().splitlines() for process in processes]
    if any(process.returncode for process in processes):
        sys.exit("\n".join(line for lines in said for line in lines[-20:]))
    reports = [json.loads(lines[-1]) for lines in said]
    total = {
        name: sum(report[name] for report in reports)
        for name in reports[0]
        if name not in {"slowest", "peak"}
    }
    slowest, peak = (max(report[name] for report in reports) for name in ("slowest", "peak"))
    print(", ".join(f"{value:,} {name}" for name, value in total.items()))
    print(f"slowest {slowest:.3f} s of processor time, most memory {peak / 2**20:.0f} MB")
    assert slowest <= SLOWEST
    assert peak <= LARGEST


if __name__ == "__main__":
    main(sys.argv[1:])
