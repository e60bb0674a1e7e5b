"""Write the reference pages from the code; with --check, say which ones differ and write nothing."""

from __future__ import annotations

import ast
import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import schemas_of_files
from man_page import man_page
from schemas_of_files import schema_of, schema_text
from typer.core import TyperCommand
from typer.main import get_command, get_command_from_info
from typer.models import CommandInfo
from words_to_type import words_text

from hundredday import commands
from hundredday.app import app
from hundredday.commands.words import WRITTEN
from hundredday.gates import conditions, name_of
from hundredday.history.audit import rules
from hundredday.manual import TOPICS, topic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
SCHEMAS = ROOT / "src" / "hundredday" / "schemas"
BAD = ROOT / "tests" / "examples" / "bad"
NOTICE = "<!-- Written by docs/generate.py from the code: change the code, then run `make fix`. -->\n\n"
GATES = {
    "acceleration": "Design → Acceleration (`advance`)",
    "launch": "Launch, Day 0 (`launch`)",
    "sustainability": "Acceleration → Sustainability (`advance`)",
    "closed": "Sustainability → closed (`advance`)",
}


def main() -> int:
    """Write or check every page and every schema; the exit code."""
    stale = []
    for path, text in _everything():
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.relative_to(ROOT).as_posix())
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale and "--check" in sys.argv:
        sys.stderr.write(f"Not in step with the code: {', '.join(stale)}. Run make fix.\n")
        return 1
    return 0


def _everything() -> Iterator[tuple[Path, str]]:
    yield from ((REFERENCE / name, NOTICE + page()) for name, page in PAGES.items())
    yield from ((SCHEMAS / f"{kind}.schema.json", schema_text(kind)) for kind in schemas_of_files.KINDS)
    yield ROOT / "docs" / "architecture.md", NOTICE + architecture_page()
    front = get_command(app).params
    yield WRITTEN, words_text(front, _command_of)
    yield ROOT / "docs" / "man" / "hundredday.1", man_page(front, _command_of)


def architecture_page() -> str:
    """The rooms of the code, from the highest to the lowest, each with the sentence that opens it."""
    layers = (
        (ROOT / ".importlinter").read_text(encoding="utf-8").partition("layers =")[2].partition("\n\n")[0]
    )
    lines = [
        "# The architecture\n",
        "The file is the state, git is the history, and nothing that can be computed is stored. A command reads the",
        "files it needs, lets a pure act make the changed record, splices the difference into the text, checks the",
        "result, saves it whole, and commits it with a sentence made from the difference between the two versions:",
        "so hand edits get the same sentences as commands.\n",
        "Imports go downwards only; rooms on one line do not know each other. `make check` holds them to it.\n",
        "| room | what it is |",
        "| --- | --- |",
    ]
    rooms = (name.strip() for layer in layers.split("\n") for name in layer.split("|"))
    lines += [f"| `{room}` | {_sentence_of(room)} |" for room in rooms if room]
    lines.append("\nWhy it is built so stands in [the decisions](decisions/README.md), ten lines each.\n")
    return "\n".join(lines)


def _sentence_of(room: str) -> str:
    package = ROOT / "src" / "hundredday" / room
    path = package / "__init__.py" if package.is_dir() else package.with_suffix(".py")
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def commands_page() -> str:
    """Every command with its page, its arguments and its options."""
    return "# Commands\n\n" + "\n".join(_commands())


def gates_page() -> str:
    """Every gate condition, in the words for whoever is stopped by it."""
    lines = ["# Gates\n", "A condition marked *warning* is said and does not block.\n"]
    for gate, title in GATES.items():
        lines.append(f"## {title}\n")
        for condition in conditions():
            if gate == condition.GATE:
                mark = " *(warning)*" if condition.SEVERITY.value == "warning" else ""
                lines.append(
                    f"### {name_of(condition)}{mark}\n\n{inspect.cleandoc(condition.__doc__ or '')}\n"
                )
    return "\n".join(lines)


def audit_page() -> str:
    """Every rule of the audit, in the words for the auditor."""
    lines = [
        "# Audit\n",
        "`hundredday audit` reads every version from git; each rule below is one kind of finding.\n",
    ]
    for rule in rules():
        mark = " *(warning)*" if rule.SEVERITY.value == "warning" else ""
        lines.append(f"## {rule.RULE}{mark}\n\n{inspect.cleandoc(rule.__doc__ or '')}\n")
    return "\n".join(lines)


def errors_page() -> str:
    """Every message of `check`, with the very file that causes it."""
    lines = [
        "# What check says\n",
        "Each message stands below a file that causes it, and nothing else. What cannot be seen is spelled out.\n",
    ]
    for folder, title, about in _EXAMPLES:
        lines.append(f"## {title}\n\n{about}\n")
        before = ""
        for path in sorted(
            (path for path in (BAD / folder).iterdir() if path.suffix in {".yaml", ".sh"}),
            key=lambda path: path.stem,
        ):
            code = path.stem.partition(".")[0]
            lines += [f"### {code}\n"] if code != before else []
            lines.append(_example(path))
            before = code
    return "\n".join(lines)


_EXAMPLES = (
    ("", "In a challenge file", "The file is `challenges/small-claims.yaml`."),
    ("accelerators", "In accelerator.yaml", "What is said of every file is said of this one too."),
    (
        "training",
        "In a training intake",
        "The file is `training/elp.yaml`, beside the challenge `small-claims`.",
    ),
    (
        "exchange",
        "In the file of a partner",
        "The file is `exchange/emirates.yaml`, beside the challenge `small-claims`.",
    ),
    ("places", "In the folder", "Names and places, each with the commands that bring it about."),
)


def _example(path: Path) -> str:
    """A file, or the commands that arrange a folder, and what check says; how many files it read is left out."""
    source = path.read_bytes().decode("utf-8", "backslashreplace").rstrip()
    shown = "".join(c if c == "\n" or c.isprintable() else f"<U+{ord(c):04X}>" for c in source)
    said = path.with_suffix(".txt").read_text(encoding="utf-8").rstrip().rpartition("\n")[0]
    language = "sh" if path.suffix == ".sh" else "yaml"
    return f"```{language}\n{shown}\n```\n\n```text\n{said}\n```\n"


def exit_codes_page() -> str:
    """How a command ends."""
    rows = [f"| {code} | {said} |" for code, said in topic("exit-codes").rows()]
    return "\n".join(["# Exit codes\n", "| code | means |", "| --- | --- |", *rows, ""])


def topics_page() -> str:
    """What `hundredday help` explains and no other page says at greater length."""
    elsewhere = {"gates", "rules", "exit-codes"}
    lines = ["# In short\n", "What `hundredday help TOPIC` says.\n"]
    for name in (name for name in TOPICS if name not in elsewhere):
        title, _, body = inspect.cleandoc(topic(name).__doc__ or "").partition("\n")
        lines += [f"## {name}\n", title, body, "", "| | |", "| --- | --- |"]
        lines += [f"| `{word}` | {said} |" for word, said in topic(name).rows()]
        lines.append("")
    return "\n".join(lines)


def files_page() -> str:
    """Every field of every kind of file."""
    lines = ["# The files, field by field\n"]
    lines += [f"- [{_FILES[kind][0]}](#{_anchor(_FILES[kind][0])})" for kind in schemas_of_files.KINDS]
    for kind in schemas_of_files.KINDS:
        title, about = _FILES[kind]
        schema = schema_of(kind)
        lines += [f"\n## {title}\n", about, "", *_part(schema)]
        for name, part in schema["$defs"].items():
            if "properties" in part:
                lines += [f"### {name}\n", *_part(part)]
    return "\n".join(lines)


_FILES = {
    "challenge": (
        "A challenge",
        "`challenges/ID.yaml`, or `challenges/COHORT/ID.yaml`. Only `format`, `title` and `phase` are always required.",
    ),
    "accelerator": (
        "The accelerator",
        "`accelerator.yaml`. Every field may be left out, and so may the file.",
    ),
    "training": (
        "A training intake",
        "`training/ID.yaml`. Only `format` and `title` are always required.",
    ),
    "exchange": (
        "A partner programme",
        "`exchange/ID.yaml`. Only `format` and `partner` are always required.",
    ),
}


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-").replace(",", "")


def _commands() -> Iterator[str]:
    for group, names in commands.GROUPS.items():
        yield f"## {group}\n"
        for name in (typed for typed in commands.EVERY if typed.split()[0] in names):
            command = _command_of(name)
            page, _, example = inspect.cleandoc(command.callback.__doc__ or "").partition("Example: ")
            yield f"### {name}\n\n{page.strip()}\n\n```sh\n{example.strip()}\n```\n"
            yield from _parameters(command)


def _command_of(name: str) -> Any:
    info = CommandInfo(name=name, cls=TyperCommand, callback=commands.function_of(name))
    return get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)


def _parameters(command: Any) -> Iterator[str]:
    rows = [
        f"| `{' '.join(parameter.opts) if parameter.param_type_name == 'option' else parameter.make_metavar(None)}` "
        f"| {parameter.help or ''} |"
        for parameter in command.params
    ]
    if rows:
        yield "\n".join(["| argument or option | |", "| --- | --- |", *rows, ""])


def _part(part: dict[str, Any]) -> list[str]:
    required = set(part.get("required", []))
    rows = []
    for name, field in part["properties"].items():
        mark = " *(required)*" if name in required else ""
        rows.append(f"| `{name}`{mark} | {_type(field)} | {_sentence(field)} |")
        rows += (
            f"| `{name}.{inner}` | {_type(one)} | {_sentence(one)} |"
            for inner, one in field.get("properties", {}).items()
        )
    return [f"{part['description']}\n", "| field | holds | |", "| --- | --- | --- |", *rows, ""]


def _sentence(field: dict[str, Any]) -> str:
    examples = field.get("examples") or field.get("items", {}).get("examples")
    said = str(field.get("description", ""))
    if "default" in field and field["default"] not in ("", False) and not isinstance(field["default"], dict):
        return f"{said} If not given: `{field['default']}`"
    return f"{said} For example: `{examples[0]}`" if examples else said


def _type(field: dict[str, Any]) -> str:
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(_type(one) for one in field["anyOf"] if one.get("type") != "null"))
    if "enum" in field:
        return ", ".join(f"`{one}`" for one in field["enum"] if one is not None)
    if "const" in field:
        return f"`{field['const']}`"
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    kind = field.get("type", "anything")
    if isinstance(kind, list):
        (kind,) = (one for one in kind if one != "null")
    if kind == "array":
        return f"list of {_type(field.get('items') or {'type': 'integer'})}"
    if kind == "object":
        return _keys(field)
    return {
        "string": "date" if field.get("format") == "date" else "text",
        "integer": "whole number",
        "boolean": "true or false",
    }.get(kind, kind)


def _keys(field: dict[str, Any]) -> str:
    if "properties" in field:
        return "these keys:"
    values = field.get("additionalProperties") or next(iter(field.get("patternProperties", {}).values()), {})
    return f"keys with {_type(values)}" if isinstance(values, dict) else "keys"


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "gates.md": gates_page,
    "audit.md": audit_page,
    "errors.md": errors_page,
    "exit-codes.md": exit_codes_page,
    "files.md": files_page,
    "topics.md": topics_page,
}

if __name__ == "__main__":
    sys.exit(main())
