"""The JSON Schema of each kind of file: printed, and written into an accelerator for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.errors import Refused
from hundredday.language import _
from hundredday.store.saving.atomic import save
from hundredday.store.walking import leads_out

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMAS = Path(__file__).parents[1] / "schemas"
"""The schemas as the package carries them; docs/schemas_of_files.py makes them from the models."""

KINDS = ("challenge", "accelerator", "training", "exchange")
"""The kinds of files that have one."""

FOLDER = ".hundredday"
"""Where the schemas lie in an accelerator: out of the way, and in git, so that a clone has them too."""


def schema_text(kind: str) -> str:
    """The schema of a kind of file as JSON text, draft 2020-12."""
    return (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8")


def schema_files() -> Mapping[str, str]:
    """What `init` and `setup` write, by its path from the accelerator's folder."""
    return {f"{FOLDER}/{kind}.schema.json": schema_text(kind) for kind in KINDS}


def schema_path(root: Path, kind: str) -> Path:
    """Where the schema of a kind of file lies in an accelerator."""
    return root / FOLDER / f"{kind}.schema.json"


def renew_schemas(root: Path) -> list[Path]:
    """The schemas of an accelerator that were not there, or were of another version, and are written now.

    Raises:
        Refused: their folder is a link that leads elsewhere.
    """
    if leads_out(root / FOLDER, root):
        raise Refused(
            _("{folder} leads out of the accelerator.").format(folder=FOLDER),
            _("Remove it, and run hundredday setup again."),
        )
    renewed = []
    for name, text in schema_files().items():
        path = root / name
        if not path.is_file() or path.read_bytes() != text.encode():
            path.parent.mkdir(exist_ok=True)
            save(path, text.encode())
            renewed.append(path)
    return renewed


def modeline(kind: str, file: Path, root: Path) -> str:
    """The first line of a new file, by which editors find its schema wherever in the folder it lies."""
    up = "../" * (len(file.relative_to(root).parts) - 1)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{kind}.schema.json\n"
