"""The help: one screen for all commands, and a page for each word that people meet."""

from __future__ import annotations

import ast
import re
import shlex
from datetime import date
from inspect import signature
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.main import get_command
from typer.testing import CliRunner

import hundredday
from hundredday import commands, gates, manual
from hundredday.app import app
from hundredday.days import read_day
from hundredday.desk.door.help import EXAMPLES
from hundredday.errors import WrongUsage
from hundredday.language import LANGUAGES
from office import Office

HOUSE = Path(hundredday.__file__).parent


@pytest.fixture
def anywhere(tmp_path: Path) -> Office:
    """Somebody in a folder that is no accelerator."""
    return Office(tmp_path)


def test_the_help_is_one_screen_and_names_every_command(anywhere: Office) -> None:
    lines = anywhere.run("--help").out.splitlines()

    assert 24 <= len(lines) <= 40
    assert max(map(len, lines)) < 80
    said = set(re.findall(r"[a-z-]+", " ".join(lines)))
    assert set(commands.NAMES) - set(commands.HIDDEN) - said == set()


@pytest.mark.parametrize("group", commands.GROUPS)
def test_each_group_has_an_example_that_can_be_typed_as_it_stands(group: str) -> None:
    program, name, *words = shlex.split(EXAMPLES[group])
    front = get_command(app)

    command = front.get_command(None, name)  # type: ignore[attr-defined]
    with command.make_context(name, words) as context:
        assert context.command is command

    assert program == "hundredday"
    assert name in commands.GROUPS[group]


def test_every_command_is_listed_with_its_line_on_request(anywhere: Office) -> None:
    said = " ".join(anywhere.run("help", "commands").out.split())

    assert [
        name for name in commands.EVERY if name.split()[0] not in commands.HIDDEN and name not in said
    ] == []


def test_the_list_of_topics_names_each(anywhere: Office) -> None:
    said = anywhere.run("help").out

    assert [name for name in manual.TOPICS if f"  {name} " not in said] == []


def test_every_word_has_a_page_that_fits_the_screen(
    anywhere: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for word in manual.words():
        lines = anywhere.run("help", word).out.splitlines()

        assert len(lines) > 2, word
        assert [line for line in lines if cell_len(line) > 80 or line != line.rstrip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["", *commands.VERBS, "record", "goal", "training new"])
def test_the_help_fits_into_80_columns_in_every_language(name: str, language: str) -> None:
    result = CliRunner().invoke(
        app, ["--lang", language, *name.split(), "--help"], prog_name="hundredday", env={"COLUMNS": "80"}
    )

    assert [line for line in result.stdout.splitlines() if cell_len(line) > 80] == []


@pytest.mark.parametrize("name", ["record", "training new", "training", "follow-up"])
def test_help_on_a_command_is_what_its_option_says(name: str, anywhere: Office) -> None:
    assert anywhere.run("help", *name.split()).out == anywhere.run(*name.split(), "--help").out


def test_a_word_without_a_page_is_met_with_the_nearest(anywhere: Office) -> None:
    said = anywhere.run("help", "metricks", code=2)

    assert said.err == "error: There is no help on “metricks”.\n  Did you mean metrics or settings?\n"


def test_no_topic_hides_behind_a_command() -> None:
    assert set(manual.TOPICS) & set(commands.NAMES) == set()


def test_every_topic_has_its_file_and_every_file_its_topic() -> None:
    stems = {path.stem for path in (HOUSE / "manual").glob("*.py")} - {"__init__", "sentences"}

    assert stems == {name.replace("-", "_").replace("json", "json_") for name in manual.TOPICS}


def test_the_days_that_the_help_names_are_read_as_it_says() -> None:
    today, start = date(2026, 4, 9), date(2026, 2, 15)
    *read, refused = (word for word, _ in manual.topic("dates").rows())

    assert [read_day(word, today=today, start=start) for word in read] == [
        date(2026, 4, 6),
        date(2026, 4, 9),
        date(2026, 4, 12),
        date(2026, 4, 6),
        date(2026, 4, 6),
        date(2026, 4, 6),
    ]
    with pytest.raises(WrongUsage, match="two ways"):
        read_day(refused, today=today)


def test_the_help_names_every_command_that_speaks_json() -> None:
    said = " ".join(word + text for word, text in manual.topic("json").rows())

    speaking = [name for name in commands.EVERY if "json" in signature(commands.function_of(name)).parameters]

    assert [name for name in speaking if f"{name} " not in said] == []


def test_the_help_names_every_variable_of_the_environment_that_is_ours() -> None:
    said = " ".join(word for word, _ in manual.topic("environment").rows())
    code = "".join(path.read_text(encoding="utf-8") for path in HOUSE.rglob("*.py"))

    read = set(re.findall(r'"(HUNDREDDAY_[A-Z_]+)"', code))

    assert len(read) >= 4
    assert {name for name in read if name not in said} == set()


@pytest.mark.parametrize("name", manual.TOPICS)
@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_a_topic_is_explained_in_the_language_asked_for_down_to_its_table(name: str, language: str) -> None:
    english, page = (shown(code, name) for code in ("en", language))

    # The headers of tables are the same for everybody: words of all languages.
    same = {line.strip() for line in page if line in english and not (name == "tables" and line[0] == " ")}
    assert same <= {word for word, _ in manual.topic(name).rows()}
    assert max(map(cell_len, page)) <= 80


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_a_condition_is_explained_in_the_language_of_whoever_is_stopped_by_it(language: str) -> None:
    for name in gates.NAMES:
        english, page = (shown(code, name) for code in ("en", language))

        # What is typed is the same for everybody, and stands apart.
        said = (line for line in page if line[:4] != "    " and "`" not in line and " " in line)
        same = {line for line in said if line in english}
        assert same == set(), name
        assert max(map(cell_len, page)) <= 80


def shown(language: str, topic: str) -> list[str]:
    result = CliRunner().invoke(app, ["--lang", language, "help", topic], env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.stderr
    # Where Arabic stands in a line its direction is marked.
    return [line for line in result.stdout.replace("\N{LEFT-TO-RIGHT MARK}", "").splitlines() if line]


def test_every_refusal_says_what_to_do_next() -> None:
    failures = {"Failure", "Refused", "WrongUsage", "UnknownKey", "CannotRead"}
    silent = [
        f"{path.name}:{call.lineno}"
        for path in HOUSE.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in failures
        and (len(call.args) < 2 or (isinstance(call.args[1], ast.Constant) and not call.args[1].value))
    ]

    assert silent == []
