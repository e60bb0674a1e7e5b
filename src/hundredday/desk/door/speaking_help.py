"""The help of a command in the language that is spoken, paragraph by paragraph."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from hundredday.language import _, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator


def translated(command: Any) -> Any:
    """The command with its page and the lines of its options in the spoken language."""
    if spoken() == "en":
        return command
    command.help = "\n\n".join(map(_in_words, paragraphs(command.help or "")))
    for param in command.params:
        if getattr(param, "help", None):
            param.help = _(one_paragraph(param.help))
    return command


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a page, each as one line: so they stand in the catalogues."""
    return (one_paragraph(part) for part in inspect.cleandoc(text).split("\n\n"))


def example_in(paragraph: str) -> str | None:
    """The command of a paragraph that shows an example: it is typed in every language as it stands."""
    return paragraph.removeprefix(_EXAMPLE) if paragraph.startswith(_EXAMPLE) else None


_EXAMPLE = "Example: "


def _in_words(paragraph: str) -> str:
    command = example_in(paragraph)
    return _(paragraph) if command is None else _("Example: {command}").format(command=command)


def one_paragraph(text: str) -> str:
    """A paragraph on one line."""
    return " ".join(text.split())
