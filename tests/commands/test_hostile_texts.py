"""Hostile texts in every place that a stranger can write: none of them reaches the terminal, a message or JSON raw."""

from __future__ import annotations

import json
import os
import re
import subprocess
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunGit
    from office import Office

TORTURE = bool(os.environ.get("HUNDREDDAY_TORTURE"))
FIELDS = 40
FILES = 250 if TORTURE else 12
SGR = re.compile(r"\x1b\[[0-9;]*m")
NEVER = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029\ud800-\udfff]")
PIECES = (
    *("\x1b[31m", "\x1b]8;;https://evil.example\x1b\\", "\x1b]0;title\x07", "\x1b[2J", "\x1bP1$r\x1b\\", "\x1b[6n"),
    *("\x9b31m", "\x90", "\x85", "\x7f", "\x00", "\x07", "\x08\x08", "\r", "\x0b", "\x0c", "\x1f", "\t"),
    *("\u202e", "\u2066", "\u2069", "\u202a", "\u2028", "\u2029", "\ufeff", "\u200b", "\u200d", "\u00ad", "\u061c"),
    *("[red]", "[/]", "[/red]", "[link=file:///etc/passwd]", "[bold", ":warning:", "\\[", "]", "[[", "{x}", "%s", "{0}"),
    *("::error file=a::b", "%0A", "\n", "\nChallenge: forged", "\n\nEvent: forged", "Signed-off-by: A <a@b>", "--output=x"),
    *("<script>", "=1+1", "../../etc", "&amp;", "Ә", "اسم", "名前", "👩\u200d👧", "e\u0301" * 9, "x" * 90, "$(touch x)", "`id`"),
)  # fmt: skip


def texts(random: Random) -> Iterator[str]:
    """Texts made of what terminals, markup, messages, logs and shells obey."""
    while True:
        made = "".join(random.choice((*PIECES, " word ", "a")) for _ in range(random.randint(1, 5)))
        yield made if made.strip() else f"a{made}"


def challenge(words: Iterator[str]) -> dict[str, Any]:
    """A challenge with such a text in each of forty places."""

    def person() -> dict[str, str]:
        return {"name": next(words), "post": next(words), "agency": next(words)}

    goal = {
        "primary": True,
        "specific": next(words),
        "measurable": {"metric": next(words), "kind": "level", "unit": next(words), "baseline": 43, "target": 1},
        "attainable": {"because": next(words)},
        "relevant": next(words),
        "readings": [{"date": "2026-04-20", "value": 40, "note": next(words), "source": next(words), "by": next(words)}],
    }  # fmt: skip
    team = {"leader": person(), "coach": person(), "members": [person()]}
    return {
        "format": 1,
        "title": next(words),
        "agency": next(words),
        "priority": next(words),
        "sponsor": person(),
        "phase": "acceleration",
        "design": {
            "problem": {"statement": next(words), "affected": next(words), "evidence": next(words)},
            "decision": {"made": "selected", "date": "2026-03-02", "by": next(words), "because": next(words)},
            "stakeholders": {"a": {"name": next(words), "role": "decides", "commitment": next(words)}},
            "note": {"mission": next(words), "indicator": next(words), "questions": [next(words)]},
        },
        "acceleration": {
            "team": team,
            "clock": {"start": "2026-04-06", "days": 100},
            "goals": {"a-goal": goal},
            "milestones": {"a": {"title": next(words), "due": "2026-05-04"}},
            "blockers": {"a": {"what": next(words), "asked_of": next(words), "raised": "2026-04-20"}},
        },
        "lessons": [{"text": next(words), "kind": "worked", "tags": [next(words)]}],
    }


@pytest.fixture
def hostile(office: Office, git: RunGit) -> Office:
    """An accelerator of a stranger: half of its files hold signs that are refused, half of them only odd texts."""
    random = Random(20261125)
    words = texts(random)
    tame = (text for text in texts(random) if not NEVER.search(text))
    for number in range(FILES):
        plain = challenge(tame if number % 2 else words)
        path = office.root / "challenges" / f"c{number}.yaml"
        source = re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", json.dumps(plain, ensure_ascii=number % 3 == 0))
        path.write_text(source, encoding="utf-8")
        if number < 12 and number % 3 == 0:
            who = {f"GIT_{role}_{what}": next(words).replace("\0", "") or "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}  # fmt: skip
            git(office.root, "add", str(path))
            subprocess.run(
                ["git", "-C", str(office.root), "commit", "--quiet", "--cleanup=verbatim", "--file=-"],
                input=next(words).encode("utf-8", "replace"),
                env={**os.environ, **who},
                check=False,
                capture_output=True,
            )
    for name in (
        "\x1b[31mred.yaml",
        "\u202egnp.yaml",
        "[red]x[bold].yaml",
        "a\nb.yaml",
        "::error::.txt",
        "\udcff.yaml",
    ):
        (office.root / "challenges" / name).write_text("format: 1\n")
    settings = office.root / "accelerator.yaml"
    settings.write_text(settings.read_text() + "topics: {a: '[red]Topic[/] :boom:'}\n")
    office.today = date(2026, 4, 29).isoformat()
    return office


READING = (
    *(("status",), ("status", "--json"), ("status", "c1"), ("status", "c1", "--json"), ("agenda",), ("agenda", "--json")),
    *(("check",), ("check", "--json"), ("check", "--format", "github"), ("log",), ("log", "--json"), ("log", "c1")),
    *(("audit",), ("audit", "--json"), ("advance", "c1", "--check"), ("advance", "c1", "--check", "--json")),
)  # fmt: skip


def said_by(office: Office, *words: str) -> tuple[int, str]:
    from typer.testing import CliRunner

    from hundredday.app import app

    done = CliRunner().invoke(app, ["-C", str(office.root), "--today", office.today, *words])
    return done.exit_code, done.stdout + done.stderr


@pytest.mark.parametrize("colour", ["never", "always"])
def test_no_hostile_text_commands_the_terminal_whoever_looks(hostile: Office, colour: str) -> None:
    shown = {words: said_by(hostile, "--color", colour, *words) for words in READING}

    raw = {
        words: NEVER.findall(SGR.sub("", said) if colour == "always" else said)
        for words, (_, said) in shown.items()
    }
    assert {words: found for words, found in raw.items() if found} == {}
    assert {words for words, (code, _) in shown.items() if code not in {0, 1, 3}} == set()
    assert "[red]" in shown["status",][1] + shown["status", "c1"][1] + shown["log",][1]


def test_no_hostile_text_becomes_a_trailer_or_a_line_of_a_message(hostile: Office, git: RunGit) -> None:
    head = git(hostile.root, "rev-parse", "HEAD")

    said_by(hostile, "save")

    made = git(hostile.root, "log", "--format=%x00%B%x01%(trailers:only)", f"{head}..HEAD").split("\0")[1:]
    assert len(made) > FILES // 4
    for one in made:
        message, trailers = one.split("\1")
        assert NEVER.findall(message) == []
        assert "forged" not in trailers
        assert "Signed-off-by" not in trailers
        assert message.count("\nChallenge: ") == int(not message.startswith("accelerator.yaml: "))
