"""What can be typed, for completion: every command with its options, as docs/generate.py wrote it down beside this file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.desk.door.completing import Table, offers, table_from

if TYPE_CHECKING:
    from collections.abc import Sequence

WRITTEN = Path(__file__).with_suffix(".json")


def complete(words: Sequence[str]) -> None:
    """Print what can stand for the last word: each on a line, with what it is behind a tab."""
    import sys

    from hundredday.harmless import one_line

    said = (f"{offer.word}\t{one_line(offer.about)}\n" for offer in offers(words, table()))
    sys.stdout.write("".join(said))


def table() -> Table:
    """Every command, without importing one, and without Typer."""
    import json

    return table_from(json.loads(WRITTEN.read_bytes()))
