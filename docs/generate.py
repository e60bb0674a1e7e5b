"""Write the reference pages from the code; with --check, say which ones differ and write nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from making.architecture import architecture_page
from making.audit import audit_page
from making.commands import command_of, commands_page
from making.decisions import decisions_page
from making.errors import errors_page
from making.files import files_page
from making.gates import gates_page
from making.man_page import man_page
from making.schemas import KINDS, schema_text
from making.topics import exit_codes_page, topics_page
from making.words_to_type import words_text
from typer.main import get_command

from hundredday.app import app
from hundredday.commands.words import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

DOCS = Path(__file__).parent
ROOT = DOCS.parent
SCHEMAS = ROOT / "src" / "hundredday" / "schemas"
NOTICE = "<!-- Written by docs/generate.py from the code: change the code, then run `make fix`. -->\n\n"
PAGES: Mapping[str, Callable[[], str]] = {
    "architecture.md": architecture_page,
    "decisions/README.md": decisions_page,
    "reference/commands.md": commands_page,
    "reference/gates.md": gates_page,
    "reference/audit.md": audit_page,
    "reference/errors.md": errors_page,
    "reference/exit-codes.md": exit_codes_page,
    "reference/files.md": files_page,
    "reference/topics.md": topics_page,
}
"""Every page of the manual that is made here, with what makes it."""


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
    yield from ((DOCS / name, NOTICE + make()) for name, make in PAGES.items())
    yield from ((SCHEMAS / f"{kind}.schema.json", schema_text(kind)) for kind in KINDS)
    front = get_command(app).params
    yield WRITTEN, words_text(front, command_of)
    yield DOCS / "man" / "hundredday.1", man_page(front, command_of)


if __name__ == "__main__":
    sys.exit(main())
