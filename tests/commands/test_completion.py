"""Completion in the shell: what is offered for each word, and real shells that ask for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from inline_snapshot import snapshot

from hundredday import commands
from hundredday.commands.words import complete, table
from hundredday.desk.door.offering import OFFERED
from hundredday.gates import conditions, name_of
from life import ID

if TYPE_CHECKING:
    from office import Office

pexpect = pytest.importorskip("pexpect", reason="shells are tried with pexpect")
PROGRAM = Path(sys.executable).with_name("hundredday")


@pytest.fixture
def at_work(running: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """In the folder of an accelerator with one running challenge."""
    monkeypatch.chdir(running.root)
    return running


def offered(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    complete(list(words))
    return capsys.readouterr().out.splitlines()


def words_of(lines: list[str]) -> list[str]:
    return [line.partition("\t")[0] for line in lines]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["sta"], ["stakeholder", "status"]),
        (["-C", ".", "sta"], ["stakeholder", "status"]),
        (["status", ""], [ID]),
        (["status", "small"], [ID]),
        (["log", ""], [ID, "accelerator"]),
        (["log", "acc"], ["accelerator"]),
        (["record", "small", "d"], ["days-to-judgment"]),
        (["record", "small", "days-to-judgment", ""], []),
        (["amend", "small", "days-to-judgment", "base"], ["baseline", "baseline_date"]),
        (["unblock", "small", ""], ["e-signature"]),
        (["declare", "small", ""], ["green", "amber", "red"]),
        (["declare", "small", "green", "--by", "aig"], ["Aigerim Bekova"]),
        (["declare", "small", "green", "--by=aig"], ["Aigerim Bekova"]),
        (["declare", "small", "green", "--by", '"aig'], ["Aigerim Bekova"]),
        (["agenda", "--for", "Yer"], ["Yerlan Saparov"]),
        (["status", "--phase", "s"], ["sustainability"]),
        (["goal", "small", "key", "--kind", ""], ["cumulative", "level", "duration", "percent", "yes_no"]),
        (["--color", "a"], ["auto", "always"]),
        (["training", "gra"], ["graduate"]),
        (["advance", "small", "--wai"], ["--waive"]),
        (["no-such-command", ""], []),
        (["status", "nothing-like-it"], []),
        (["completion", "z"], ["zsh"]),
    ],
    ids=" ".join,
)
def test_what_can_stand_there_is_offered(
    typed: list[str], words: list[str], at_work: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words_of(offered(capsys, *typed)) == words


def test_ids_come_with_titles_and_commands_with_their_line(
    at_work: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert offered(capsys, "status", "sm") == [f"{ID}\tSmall claims settled in one day"]
    assert offered(capsys, "declin") == [f"decline\t{commands.line_of('decline')}"]


def test_an_id_comes_with_the_title_that_was_last_read_however_many_there_are(
    at_work: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work.run("status")
    monkeypatch.setattr("hundredday.desk.door.offering._MOST_TITLES", 0)

    assert offered(capsys, "status", "sm") == [f"{ID}\tSmall claims settled in one day"]


@pytest.mark.parametrize(
    ("aged", "command", "gate"),
    [
        ("candidate", "advance", "acceleration"),
        ("nominated", "launch", "launch"),
        ("running", "advance", "sustainability"),
    ],
    indirect=["aged"],
)
def test_a_waiver_is_offered_the_conditions_of_the_gate_ahead(
    aged: Office,
    command: str,
    gate: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(aged.root)

    words = words_of(offered(capsys, command, "small", "--waive", ""))

    assert words == [name_of(condition) for condition in conditions() if gate == condition.GATE]


def test_nothing_is_offered_and_nothing_fails_outside_an_accelerator(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert offered(capsys, "status", "") == []
    assert offered(capsys, "record", "small", "") == []
    assert "status" in words_of(offered(capsys, ""))


def test_a_hostile_title_and_a_broken_file_harm_nobody(
    at_work: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = at_work.root / "challenges"
    (folder / "red.yaml").write_text('format: 1\ntitle: "[red]$(touch owned)\\e[31m`id`"\nphase: design\n')
    (folder / "torn.yaml").write_bytes(b"\xff\xfe title: [\n\x1b")

    lines = offered(capsys, "status", "")

    assert words_of(lines) == ["red", ID, "torn"]
    assert "\x1b" not in "".join(lines)
    assert offered(capsys, "record", "torn", "") == []


def test_every_word_of_the_table_is_a_parameter_of_a_command() -> None:
    known = {
        name
        for typed in commands.EVERY
        for parameter in signature(commands.function_of(typed)).parameters
        for name in (parameter, f"{typed}.{parameter}", f"{typed.split()[0]}.{parameter}")
    }

    assert set(OFFERED) - known == set()


def shell(office: Office, program: str, *arguments: str) -> Any:
    """A shell in the accelerator, on whose path our program lies."""
    env = {
        **os.environ,
        "PATH": f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}",
        "PS1": "$ ",
        "TERM": "xterm",
        "LC_ALL": "C.UTF-8",
    }
    child = pexpect.spawn(
        program, list(arguments), cwd=office.root, env=env, encoding="utf-8", timeout=30, dimensions=(60, 160)
    )
    child.delaybeforesend = 0.05
    return child


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_commands_ids_goals_and_names_with_spaces(at_work: Office) -> None:
    child = shell(at_work, "bash", "--norc", "--noprofile", "-i")
    child.sendline('eval "$(hundredday completion bash)"; bind "set enable-bracketed-paste off"')

    child.send("hundredday decli\t")
    child.expect_exact("hundredday decline ")
    child.send("\x15hundredday record sm\td\t")
    child.expect_exact(f"record {ID} days-to-judgment ")
    child.send("\x15hundredday declare small green --by Aig\t")
    child.expect_exact("--by Aigerim\\ Bekova ")
    child.send("\x15hundredday decl\t\t")
    child.expect_exact(f"declare  ({commands.line_of('declare')})")
    child.send("\x15exit\r")
    child.expect(pexpect.EOF)


@pytest.mark.skipif(not shutil.which("zsh"), reason="needs zsh")
def test_zsh_completes_commands_ids_and_goals(at_work: Office) -> None:
    child = shell(at_work, "zsh", "-f", "-i")
    child.sendline('autoload -Uz compinit; compinit -u -D; eval "$(hundredday completion zsh)"; PROMPT="$ "')

    child.send("hundredday record sm\t")
    child.expect_exact(f"record {ID}")
    child.send("d\t")
    child.expect_exact("days-to-judgment")
    child.send("\x15hundredday decl\t\t")
    child.expect_exact("Declare a colour")
    child.send("\x15exit\r")
    child.expect(pexpect.EOF)


@pytest.mark.skipif(not shutil.which("fish"), reason="needs fish")
def test_fish_completes_ids_with_titles_and_names(at_work: Office) -> None:
    script = subprocess.run([PROGRAM, "completion", "fish"], capture_output=True, text=True, check=True)
    (at_work.root / "hundredday.fish").write_text(script.stdout)
    env = {**os.environ, "PATH": f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}

    def completed(line: str) -> list[str]:
        ask = f"source hundredday.fish; complete --do-complete '{line}'"
        done = subprocess.run(
            ["fish", "--no-config", "-c", ask],
            capture_output=True,
            text=True,
            check=True,
            cwd=at_work.root,
            env=env,
        )
        return done.stdout.splitlines()

    assert completed("hundredday status sm") == [f"{ID}\tSmall claims settled in one day"]
    assert completed("hundredday declare small green --by Aig") == snapshot(
        ["Aigerim Bekova\tVice-Minister, Ministry of Justice"]
    )
    assert "declare\tDeclare a colour" in "\n".join(completed("hundredday decl"))


def in_a_process(office: Office, *words: str, code: str = "", **env: str) -> str:
    """What a fresh process offers, and says after it; a language chosen there is not chosen here."""
    program = f"import sys; from hundredday.commands.words import complete; complete(sys.argv[1:]); {code}"
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=office.root,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def test_a_tab_imports_no_command_and_neither_typer_nor_what_draws_and_validates(at_work: Office) -> None:
    said = in_a_process(at_work, "status", "sm", code="print(*sys.modules)")

    offer, imported = said.splitlines()
    assert offer.startswith(ID)
    heavy = {"typer", "rich", "pydantic", "ruamel", "yaml", "dataclasses", "subprocess"}
    assert heavy & set(imported.split()) == set()
    assert [name for name in imported.split() if name.startswith("hundredday.commands.")] == [
        "hundredday.commands.words"
    ]


@pytest.mark.parametrize("typed", commands.EVERY)
def test_completion_knows_every_argument_and_option_that_the_command_takes(typed: str) -> None:
    known = table()
    parameters = signature(commands.function_of(typed)).parameters

    if typed in commands.HIDDEN:
        assert typed not in known.names
    else:
        assert [word.name for word in known.words[typed]] == [name for name in parameters if name != "ctx"]
        assert known.lines[typed] == commands.line_of(typed)


def test_offers_are_told_in_the_language_that_is_asked_for_or_the_accelerators(at_work: Office) -> None:
    english = in_a_process(at_work, "declin")
    russian = in_a_process(at_work, "--lang", "ru", "declin")
    with (at_work.root / "accelerator.yaml").open("a", encoding="utf-8") as file:
        file.write("language: kk\n")
    kazakh, options = in_a_process(at_work, "declin"), in_a_process(at_work, "advance", "small", "--wai")

    assert len({english, russian, kazakh}) == 3
    assert {said.partition("\t")[0] for said in (english, russian, kazakh)} == {"decline"}
    assert options.startswith("--waive\t")
    assert "condition" not in options
    assert in_a_process(at_work, "--lang=en", "declin") == english


def test_the_folder_of_the_environment_is_the_one_whose_ids_are_offered(
    at_work: Office,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    monkeypatch.setenv("HUNDREDDAY_DIR", str(at_work.root))

    assert words_of(offered(capsys, "status", "sm")) == [ID]


def test_an_id_is_found_by_its_beginning_in_any_folder_and_letter(
    at_work: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    cohort = at_work.root / "challenges" / "spring"
    cohort.mkdir()
    for name in ("Smoke.yaml", "smile.yml", "other.yaml", "sm.txt"):
        (cohort / name).write_text("format: 1\ntitle: A challenge\nphase: design\n")
    (at_work.root / "challenges" / "smart.yaml").mkdir()

    assert sorted(words_of(offered(capsys, "status", "SM"))) == ["Smoke", ID, "smile"]
    assert words_of(offered(capsys, "status", "small-claims.ya")) == []
