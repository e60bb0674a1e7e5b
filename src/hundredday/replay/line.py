"""One command line: its name, its arguments and its options, as a person would type them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from hundredday.challenge.people import Person
    from hundredday.metrics import Value

Option = tuple[str, ...]
"""An option with its value, or a flag alone."""


@dataclass(frozen=True, slots=True)
class Line:
    """A command before it is a list of words."""

    command: str
    arguments: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()

    def about(self, id: str) -> Line:
        """The same command about a challenge."""
        return Line(self.command, (id, *self.arguments), self.options)

    def and_option(self, name: str, value: str) -> Line:
        return Line(self.command, self.arguments, (*self.options, (name, value)))

    def argv(self) -> tuple[str, ...]:
        """The words of the command, without the name of the program."""
        options = tuple(word for option in self.options for word in option)
        # An argument such as -35 would be taken for an option.
        if any(argument.startswith("-") for argument in self.arguments):
            return (self.command, *options, "--", *self.arguments)
        return (self.command, *self.arguments, *options)


def options_of(given: Mapping[str, object]) -> tuple[Option, ...]:
    """The options that have a value; True is a flag alone, and names are written as they are typed."""
    named = ((f"--{name.replace('_', '-')}", value) for name, value in given.items())
    return tuple(
        (name,) if value is True else (name, str(value))
        for name, value in named
        if value is not None and value is not False
    )


def repeated(name: str, values: Iterable[object]) -> tuple[Option, ...]:
    """The same option once for every value."""
    return tuple((name, str(value)) for value in values)


def typed_person(person: Person | None) -> str | None:
    """A person as `Name; post; agency`; what comes last and is not known is left out."""
    if person is None:
        return None
    parts = [person.name or "", person.post or "", person.agency or ""]
    while parts and not parts[-1]:
        parts.pop()
    return "; ".join(parts)


def typed_value(value: Value | date | str) -> str:
    """A value as it is typed: `done`, `42`, `5.5`, `2026-04-06`."""
    if isinstance(value, bool):
        return "done" if value else "not-done"
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    return str(value)
