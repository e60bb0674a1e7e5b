"""How the program starts and ends: what it does not load, and that it leaves nothing undone."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hundredday import moves

if TYPE_CHECKING:
    from pathlib import Path

    from office import Office


def program(*words: str, before: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, after some lines of Python."""
    code = f"import atexit, sys\nsys.argv[0] = 'hundredday'\n{before}\nfrom hundredday.__main__ import main\nmain()"
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_what_was_to_be_done_at_the_end_is_done_and_all_is_written() -> None:
    ended = program("--version", before="atexit.register(print, 'put away')")

    assert ended.returncode == 0
    assert ended.stdout.splitlines()[0].startswith("hundredday ")
    assert ended.stdout.splitlines()[1:] == ["put away"]


@pytest.mark.parametrize(
    ("words", "code"), [(("--help",), 0), (("no-such-command",), 2), (("-C", "/", "status"), 2)]
)
def test_the_exit_code_is_that_of_the_command(words: tuple[str, ...], code: int) -> None:
    assert program(*words).returncode == code


def test_another_thread_is_waited_for() -> None:
    thread = (
        "import threading, time; threading.Thread(target=lambda: (time.sleep(0.3), print('ready'))).start()"
    )

    assert program("--version", before=thread).stdout.splitlines()[1:] == ["ready"]


def test_a_write_neither_reads_the_papers_of_all_packages_nor_loads_every_act(running: Office) -> None:
    loaded = "atexit.register(lambda: print(*[name for name in sys.modules if getattr(sys.modules[name], '__spec__', None)], sep='\\n'))"
    words = ("-C", str(running.root), "--today", running.today, "record", "small", "20")

    modules = set(program(*words, before=loaded).stdout.splitlines())

    assert "pydantic" in modules
    unused = {"importlib.metadata", "email", "socket", "anyascii", "dateutil", "ruamel.yaml", "rich.console"}
    assert modules & (unused | {"secrets", "hmac", "lzma", "locale", "tokenize"}) == set()
    assert {name for name in modules if name.startswith(("hundredday.gates", "hundredday.moves."))} == {
        "hundredday.moves.filling",
        "hundredday.moves.readings",
        "hundredday.moves.refusing",
        "hundredday.moves.settling",
    }


def test_whoever_asks_pydantic_for_plugins_gets_them(tmp_path: Path) -> None:
    (tmp_path / "plug.py").write_text("print('plugged')\nclass Plug:\n    new_schema_validator = None\n")
    papers = tmp_path / "plug-1.dist-info"
    papers.mkdir()
    (papers / "METADATA").write_text("Metadata-Version: 2.1\nName: plug\nVersion: 1\n")
    (papers / "entry_points.txt").write_text("[pydantic]\nplug = plug\n")
    build = "atexit.register(lambda: __import__('pydantic').TypeAdapter(int))"
    env = {"PYTHONPATH": str(tmp_path)}

    assert "plugged" not in program("--version", before=build, **env).stdout
    asked = program("--version", before=build, PYDANTIC_DISABLE_PLUGINS="no", **env)
    assert "plugged" in asked.stdout


def test_a_pydantic_that_asks_its_finder_for_more_finds_it() -> None:
    more = "atexit.register(lambda: print(__import__('pydantic.plugin._loader', fromlist=['x']).PYDANTIC_ENTRY_POINT_GROUP))"

    assert program("--version", before=more).stdout.splitlines()[-1] == "pydantic"


@pytest.mark.parametrize(
    "use", ["import textwrap; say = textwrap.dedent", "from textwrap import dedent as say"]
)
def test_a_module_that_was_put_off_is_there_for_whoever_uses_it(use: str) -> None:
    later = f"atexit.register(lambda: exec({use!r} + \"; print(say('  late'))\"))"

    assert program("--version", before=later).stdout.splitlines()[-1] == "late"


SCHEMAS = "__import__('pydantic_core.core_schema', fromlist=['x'])"


def test_the_descriptions_of_schemas_are_plain_and_all_other_typed_dicts_are_not() -> None:
    look = f"""class Mine(__import__('typing').TypedDict): name: str
print({SCHEMAS}.StringSchema.__mro__[1:-1], {SCHEMAS}.str_schema(), Mine.__annotations__)"""

    seen = program("--version", before=f"atexit.register(lambda: exec({look!r}))").stdout.splitlines()[-1]

    assert seen == (
        "(<class 'hundredday.process._Plain'>, <class 'dict'>) {'type': 'str'} {'name': <class 'str'>}"
    )


def test_a_pydantic_that_makes_more_of_its_typed_dicts_is_loaded_as_it_is(tmp_path: Path) -> None:
    core = tmp_path / "pydantic_core"
    core.mkdir()
    (core / "__init__.py").write_text("")
    (core / "core_schema.py").write_text(
        "from typing import TypedDict\nMade = TypedDict('Made', {'name': str})\nprint(Made.__annotations__)\n"
    )
    begin = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); atexit.register(lambda: {SCHEMAS})"

    assert program("--version", before=begin).stdout.splitlines()[-1] == "{'name': <class 'str'>}"


def test_every_act_is_found_in_its_file_and_nothing_else_is() -> None:
    assert {name for name in moves.__all__ if not callable(getattr(moves, name))} == set()
    assert not hasattr(moves, "conjure")
