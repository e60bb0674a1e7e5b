"""What a person sees who types commands: the command, results, messages, and how it ended."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from hundredday.app import app

if TYPE_CHECKING:
    from office import Office


def typed(office: Office, *commands: str) -> str:
    """The screen after these commands; messages are marked with `!`, the exit code stands in brackets.

    The accelerator's folder is shown as OFFICE.
    """
    lines = []
    for command in commands:
        result = CliRunner().invoke(
            app,
            ["-C", str(office.root), "--today", office.today, *shlex.split(command)],
            prog_name="hundredday",
        )
        said = [line.rstrip() for line in result.stdout.splitlines()]
        said += [f"! {line}".rstrip() for line in result.stderr.splitlines()]
        lines += [f"$ hundredday {command}", *said, f"[{result.exit_code}]"]
    return "\n".join(lines).replace(str(office.root), "OFFICE") + "\n"


def run_unchecked(office: Office, *words: str) -> str:
    """The output of a command that may find the gate open or closed."""
    result = CliRunner().invoke(app, ["-C", str(office.root), "--today", office.today, *words])
    assert result.exit_code in {0, 1}, result.stderr
    return result.stdout
