"""Print the JSON Schema of a kind of file, for editors."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Kind(StrEnum):
    """The kinds of files."""

    CHALLENGE = "challenge"
    ACCELERATOR = "accelerator"
    TRAINING = "training"
    EXCHANGE = "exchange"


def schema(
    kind: Annotated[
        Kind, typer.Argument(metavar="[KIND]", help="challenge, accelerator, training or exchange")
    ] = Kind.CHALLENGE,
    output: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Write it into this file instead.")
    ] = None,
) -> None:
    """Print the JSON Schema of a kind of file, draft 2020-12, so that editors complete and check as you type.

    `init` and `setup` keep the schemas in .hundredday/, and new files name theirs in a first line that editors with
    the YAML language server read: # yaml-language-server: $schema=../.hundredday/challenge.schema.json

    Example: hundredday schema challenge --output challenge.schema.json
    """
    from hundredday.desk.schemas import schema_text
    from hundredday.desk.terminal.streams import escape_letters
    from hundredday.store.own_files import refuse_own_file

    text = schema_text(kind.value)
    if output is None:
        escape_letters()
        typer.echo(text)
    else:
        refuse_own_file(output)
        output.write_text(text + "\n", encoding="utf-8")
