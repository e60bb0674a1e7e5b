"""The commands that messages give: about the challenge `ID`, until somebody knows which one is meant."""

from __future__ import annotations

import shlex
from datetime import date

from hundredday.harmless import one_line
from hundredday.language import _

Option = str | date | bool | tuple[str, ...] | None
"""What an option of a command may be given."""

ID = "ID"
"""Stands for the challenge in a command, because a record does not know its own id."""


def command(name: str, /, *arguments: str, **options: Option) -> str:
    """A command line that can be run as printed, about the challenge `ID`.

    An option of several texts is written several times; one that is None or False is left out, and
    one that is True is a flag.
    """
    words = ["hundredday", name, ID]
    # An argument such as -5 would be taken for an option, so that all of them go behind the two hyphens.
    has_dash = any(argument.startswith("-") for argument in arguments)
    words += [] if has_dash else arguments
    for option, given in options.items():
        words += _option_words(f"--{option.replace('_', '-')}", given)
    words += ["--", *arguments] if has_dash else []
    return shlex.join(one_line(word) for word in words)


def waiver_command(name: str, condition: str, because: str, **options: Option) -> str:
    """The command that passes a gate without a condition, where nothing else can open it."""
    return command(name, **options, waive=condition, by=_("Accelerator board"), because=because)


def person_option(name: str, post: str, agency: str) -> str:
    """A person as options take them: `Name; post; agency`."""
    return "; ".join(part.replace(";", ",") for part in (name, post, agency))


def with_id(mend: str, id: str) -> str:
    """A mend that speaks of the challenge by its id; a sentence that is no command stays as it is."""
    return mend.replace(f" {ID}", f" {id}", 1) if mend.startswith("hundredday ") else mend


def _option_words(option: str, given: Option) -> list[str]:
    if isinstance(given, bool) or given is None:
        return [option] if given else []
    values = given if isinstance(given, tuple) else (given,)
    return [word for value in values for word in (option, str(value))]
