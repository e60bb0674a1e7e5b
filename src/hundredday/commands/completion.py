"""Print the script that completes commands in your shell."""

from enum import StrEnum
from typing import Annotated

import typer


class Shell(StrEnum):
    """The shells that can complete."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(shell: Annotated[Shell, typer.Argument(help="Which shell.")]) -> None:
    """Print the script that makes a shell complete commands, ids with their titles, goals, people and conditions.

    For bash, write this line into ~/.bashrc: eval "$(hundredday completion bash)". For zsh the same with zsh into
    ~/.zshrc, below compinit. For fish: hundredday completion fish > ~/.config/fish/completions/hundredday.fish

    Example: hundredday completion bash
    """
    from hundredday.desk.door.shells import script_of

    typer.echo(script_of(shell.value), nl=False)
