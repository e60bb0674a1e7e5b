"""Words that say nothing, or what a terminal would obey: an empty variable of a script, a text that was pasted."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest

from hundredday.parsing import command_of
from life import ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from office import Office

TYPED = {
    "candidate": (
        ("new", "Title"),
        ("describe", ID, "--affected=everybody"),
        ("stakeholder", ID, "Name", "--role=decides"),
        ("note", ID, "--mission=m"),
        ("select", ID, "--by=Board", "--because=reason"),
        ("decline", ID, "--by=Board", "--because=reason"),
        ("stop", ID, "--because=reason"),
    ),
    "nominated": (
        ("team", ID, "--member=A; b; c"),
        ("goal", ID, "days-to-judgment", "--specific=s"),
        ("guardrail", ID, "Metric"),
        ("launch", ID, "--waive=team-is-nominated", "--by=Board", "--because=reason"),
    ),
    "running": (
        ("milestone", ID, "Step"),
        ("record", ID, "5"),
        ("block", ID, "What"),
        ("declare", ID, "green", "--because=reason"),
        ("review", ID, "midpoint"),
        ("amend", ID, "days-to-judgment", "target", "2", "--because=reason", "--by=Board"),
        ("advance", ID, "--waive=clock-has-run", "--by=Board", "--because=reason"),
        ("lesson", ID, "Text"),
    ),
    "handed": (
        ("practice", ID, "Practice"),
        ("own", ID, "--post=Post", "--agency=Agency"),
        ("pledge", ID, "--by=Name", "--agency=Agency"),
        ("scale", ID, "scale"),
        ("follow-up", ID),
    ),
}
NOTHING, ESCAPE = "", "\x1b[31m"


@pytest.mark.parametrize("said", [NOTHING, ESCAPE])
@pytest.mark.parametrize("aged", list(TYPED), indirect=True)
def test_no_word_of_an_option_is_a_bug(aged: Office, said: str, request: pytest.FixtureRequest) -> None:
    age = request.node.callspec.params["aged"]
    before = {path: path.read_bytes() for path in aged.root.glob("challenges/**/*.yaml")}

    for words in chain.from_iterable(with_word(typed, said) for typed in TYPED[age]):
        assert run(aged, words) in {0, 1, 2}, words
        for path in aged.root.glob("challenges/**/*.yaml"):
            path.write_bytes(before[path]) if path in before else path.unlink()


@pytest.mark.parametrize(
    ("aged", "words", "code", "text"),
    [
        (
            "running",
            ("advance", ID, "--waive=clock-has-run", "--by=", "--because=b"),
            1,
            "The name is empty.",
        ),
        (
            "running",
            ("advance", ID, "--waive=clock-has-run", "--by=b", "--because= "),
            1,
            "The reason is empty.",
        ),
        ("nominated", ("team", ID, "--leader="), 2, "“” is not a person."),
        ("nominated", ("guardrail", ID, "Metric", "--limit=1e400"), 1, "“1e400” is not a number."),
        ("candidate", ("describe", ID, "--sponsor="), 2, "“” is not a person."),
        ("candidate", ("cohort", "open", "2026-spring", "--title="), 1, "The title is empty."),
    ],
    indirect=["aged"],
)
def test_who_and_why_cannot_be_nobody_and_nothing(
    aged: Office, words: tuple[str, ...], code: int, text: str
) -> None:
    before = (aged.root / "accelerator.yaml").read_bytes(), aged.file(ID).read_bytes()

    assert aged.run(*words, code=code).err.startswith(f"error: {text}")
    assert ((aged.root / "accelerator.yaml").read_bytes(), aged.file(ID).read_bytes()) == before


def test_an_empty_id_is_none_and_does_not_mean_all(candidate: Office) -> None:
    candidate.file(ID).write_text(candidate.file(ID).read_text() + "# a thought\n")

    for command in ("save", "tidy"):
        assert "“”" in candidate.run(command, "", code=2).err


def with_word(typed: tuple[str, ...], said: str) -> Iterator[tuple[str, ...]]:
    """The command, once for each of its options that takes a text, with that option saying this."""
    for option in text_options(typed[0]):
        others = tuple(word for word in typed if not word.startswith(f"{option}="))
        yield (*others, f"{option}={said}")


def text_options(command: str) -> Iterator[str]:
    for param in command_of(command).params:
        if param.param_type_name == "option" and param.type.name in {"str", "text"}:
            yield param.opts[-1]


def run(office: Office, words: tuple[str, ...]) -> int:
    from typer.testing import CliRunner

    from hundredday.app import app

    given: list[Any] = ["-C", str(office.root), "--today", office.today, "--no-commit", *words]
    return CliRunner().invoke(app, given, prog_name="hundredday").exit_code
