"""What `hundredday help` explains: one file per topic, and this table of them.

To add a topic, write its file (its docstring is the page, `rows` the table below it, made from the code
where it can be) and name it here. The manual's pages are made from the same texts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

TOPICS = (
    "phases",
    "gates",
    "smart",
    "metrics",
    "health",
    "dates",
    "names",
    "files",
    "tables",
    "settings",
    "rules",
    "json",
    "exit-codes",
    "environment",
)
"""Every topic, in the order in which people need them."""


class Topic(Protocol):
    """A module of this room: its page, and the table below it."""

    __name__: str
    __doc__: str | None

    def rows(self) -> Iterator[tuple[str, str]]:
        """A name and what it means, in the language that is spoken; a name alone is a heading."""


def topic(name: str) -> Topic:
    """The module of a topic; it is imported now and not before."""
    stem = {"json": "json_"}.get(name, name.replace("-", "_"))
    module: Topic = import_module(f"{__name__}.{stem}")
    return module


def line_of(name: str) -> str:
    """What a topic is about, in one line."""
    return (topic(name).__doc__ or "").partition("\n")[0]


def page_of(word: str) -> str:
    """The page of a gate condition or of a rule of the audit; empty when the word is neither."""
    from hundredday.gates import conditions, name_of
    from hundredday.history.audit import rules

    pages = {name_of(condition): condition.__doc__ for condition in conditions()}
    pages |= {rule.RULE: rule.__doc__ for rule in rules()}
    return pages.get(word) or ""


def words() -> tuple[str, ...]:
    """Every word that has a page of its own besides commands: topics, conditions, rules."""
    from hundredday.gates import NAMES
    from hundredday.history.audit import RULES

    return (*TOPICS, *NAMES, *RULES)
