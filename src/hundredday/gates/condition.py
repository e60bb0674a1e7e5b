"""What a gate condition is: a module with a manual, the gate it guards, its weight and a check."""

from __future__ import annotations

import shlex
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol

from hundredday.harmless import one_line
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.findings import Finding, Severity
    from hundredday.programme import Settings

Gate = Literal["acceleration", "launch", "sustainability", "closed"]
"""What a gate leads to; the launch lies inside Acceleration."""

Option = str | date | bool | tuple[str, ...] | None
"""What an option of a command may be given."""

ID = "ID"
"""Stands for the challenge in a command, because a record does not know its own id."""


class Condition(Protocol):
    """A module of this room.

    The first line of its docstring is one sentence that says what is true when the condition holds;
    the rest is its page in the manual: why, a good example, how to open the gate.
    """

    __name__: str
    __doc__: str | None
    GATE: Gate
    SEVERITY: Severity

    def check(self, challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
        """What is missing, each with the command that mends it; nothing when the condition holds."""


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
