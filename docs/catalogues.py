"""Bring the catalogues of all languages in step with the code; with --check, say what is missing and write nothing.

A catalogue holds every text that the program says. Texts are found in the code, where they pass `_`,
`N_`, `NN_` or `ngettext`, and in the help of the commands. A text that nobody has translated yet stands
in the .po file with nothing below it; the program says it in English until then.
"""

from __future__ import annotations

import ast
import inspect
import io
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from hundredday import commands
from hundredday.app import app
from hundredday.desk.door.speaking_help import example_in, one_paragraph, paragraphs
from hundredday.errors import ExitCode
from hundredday.gates import conditions
from hundredday.gates.smart import LETTERS
from hundredday.history.audit import rules
from hundredday.imports.fields import KINDS as TABLES
from hundredday.language import CATALOGUES, LANGUAGES
from hundredday.manual import TOPICS, topic
from hundredday.manual.sentences import sentences
from hundredday.manual.settings import EXAMPLE
from hundredday.metrics import KINDS, measure_of
from hundredday.programme import Settings
from hundredday.views.manual import is_typed, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages.catalog import Message


ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "hundredday"
FORMS = {"_": 1, "N_": 1, "ngettext": 2, "NN_": 2}
KEYWORDS: dict[str, Any] = {"_": None, "ngettext": (1, 2)}
TYPERS_OWN = (
    "Arguments",
    "Options",
    "Show this message and exit.",
    "required",
    "default: {default}",
    "env var: {var}",
)
Said = str | tuple[str, ...]
"""A text, or the forms of one in which something is counted."""
ONCE = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands where gettext notes a date, so that a file changes only when its texts do."""


def main() -> int:
    """Write or check every catalogue; the exit code."""
    template = _template()
    faults: list[str] = []
    for language in LANGUAGES:
        if language != "en":
            faults += _bring_in_step(language, template, writes="--check" not in sys.argv)
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    return 1 if faults and "--check" in sys.argv else 0


def _template() -> Catalog:
    found = Catalog(project="hundredday", charset="utf-8")
    for place, text in (
        *_texts_in_code(),
        *_texts_in_templates(),
        *_help_texts(),
        *_first_lines(),
        *_pages(),
        *_topics(),
    ):
        found.add(text, locations=[(place, 0)])
    return found


def _texts_in_code() -> Iterator[tuple[str, Said]]:
    # By the syntax tree, and not by the tokens: these differ inside f-strings from one Python to another.
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FORMS:
                asked = node.args[: FORMS[node.func.id]]
                texts = tuple(str(arg.value) for arg in asked if isinstance(arg, ast.Constant))
                if len(texts) == FORMS[node.func.id]:
                    yield path.relative_to(ROOT).as_posix(), texts if texts[1:] else texts[0]


def _texts_in_templates() -> Iterator[tuple[str, Said]]:
    for path in sorted(path for path in SOURCE.rglob("*") if path.suffix in {".html", ".svg", ".jinja"}):
        with path.open("rb") as file:
            for _line, text, _comments, _context in extract("jinja2", file, KEYWORDS):
                if text:
                    yield path.relative_to(ROOT).as_posix(), text


def _help_texts() -> Iterator[tuple[str, str]]:
    import typer

    front: Any = typer.main.get_command(app)
    context = front.make_context("hundredday", ["--color", "never"], resilient_parsing=True)
    for text in TYPERS_OWN:
        yield "typer", text
    for group in commands.GROUPS:
        yield "src/hundredday/commands/__init__.py", group
    for name in commands.VERBS:
        yield f"src/hundredday/commands/{name}/__init__.py", commands.line_of(name)
    for name in commands.EVERY:
        place = f"src/hundredday/commands/{'/'.join(map(commands.file_stem, name.split()))}.py"
        command = front
        for word in name.split():
            command = command.get_command(context, word)
        if command.hidden:
            continue
        yield place, commands.line_of(name)
        yield from ((place, text) for text in paragraphs(command.help or "") if text and not example_in(text))
        helps = (getattr(param, "help", None) for param in command.params)
        yield from ((place, one_paragraph(text)) for text in helps if text)


def _pages() -> Iterator[tuple[str, str]]:
    """What the help says of a condition to whoever is stopped by it, below its first line."""
    for module in conditions():
        place = f"src/{module.__name__.replace('.', '/')}.py"
        body = inspect.cleandoc(module.__doc__ or "").partition("\n")[2]
        yield from ((place, part) for part in parts(body) if not is_typed(part))


def _first_lines() -> Iterator[tuple[str, str]]:
    """What conditions and letters say of themselves in the line that opens their files."""
    modules: list[Any] = [*conditions(), *LETTERS, *rules()]
    for module in modules:
        place = module.__name__.replace(".", "/")
        yield f"src/{place}.py", (module.__doc__ or "").partition("\n")[0]
    for kind in KINDS:
        yield f"src/hundredday/metrics/{kind}.py", (measure_of(kind).__doc__ or "").partition("\n")[0]


def _topics() -> Iterator[tuple[str, str]]:
    """The pages of the topics, and what their tables take from elsewhere in the code."""
    for name in TOPICS:
        module = topic(name)
        place = f"src/{module.__name__.replace('.', '/')}.py"
        title, _blank, body = inspect.cleandoc(module.__doc__ or "").partition("\n")
        yield place, title
        yield from ((place, part) for part in parts(body) if not is_typed(part))
    for code in sentences(ExitCode).values():
        yield "src/hundredday/errors.py", code
    told = sentences(Settings)
    for name in Settings.__dataclass_fields__:
        yield "src/hundredday/programme/accelerator.py", told[name].partition(EXAMPLE)[0]
    for table in TABLES.values():
        yield "src/hundredday/imports/fields.py", table.name


def _bring_in_step(language: str, template: Catalog, *, writes: bool) -> Iterator[str]:
    path = CATALOGUES / language / "LC_MESSAGES" / "hundredday.po"
    old = _read(path, language)
    known = {message.id: message.string for message in old if message.id}
    new = Catalog(
        locale=language, project="hundredday", charset="utf-8", creation_date=ONCE, revision_date=ONCE
    )
    for message in template:
        if message.id:
            new.add(message.id, known.get(message.id) or None, message.locations, message.flags)
    if writes:
        text, compiled = _texts(new)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
        path.with_suffix(".mo").write_bytes(compiled)
    elif not path.is_file() or not _says(old, new) or not _says(_compiled(path), new):
        yield f"{path.relative_to(ROOT)} is not in step with the code. Run make languages."
    for message in new:
        if message.id:
            yield from (f"{language}: {fault}" for fault in _faults(message))


def _read(path: Path, language: str) -> Catalog:
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def _says(one: Catalog, other: Catalog) -> bool:
    """Whether two catalogues hold the same texts: how a file is written differs from one Babel to another."""
    return _held(one) == _held(other)


def _held(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {_forms(message.id): _forms(message.string) for message in catalogue if message.id}


def _forms(text: Any) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _compiled(path: Path) -> Catalog:
    with path.with_suffix(".mo").open("rb") as file:
        return read_mo(file)


def _texts(catalogue: Catalog) -> tuple[bytes, bytes]:
    text, compiled = io.BytesIO(), io.BytesIO()
    write_po(text, catalogue, width=100, include_lineno=False, sort_by_file=True)
    write_mo(compiled, catalogue)
    return text.getvalue(), compiled.getvalue()


def _faults(message: Message) -> Iterator[str]:
    """A text without translation, or a translation without the places that its text has."""
    forms, ids = _forms(message.string), _forms(message.id)
    if not forms or not all(forms):
        yield f"not translated: {ids[0]!r}"
        return
    places = set().union(*(_PLACE.findall(text) for text in ids))
    for form in forms:
        named = set(_PLACE.findall(form))
        # One of several plural forms may say in words what the others say with a number.
        if named != places and not (len(ids) > 1 and named < places):
            yield f"other places than in the text: {ids[0]!r}: {form!r}"


_PLACE = re.compile(r"(?<!\{)\{(\w*)[^{}]*\}")

if __name__ == "__main__":
    sys.exit(main())
