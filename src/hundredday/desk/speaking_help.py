"""The help of a command in the language that is spoken, paragraph by paragraph."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def translate_help(command: Any) -> None:
    """Put the command's page and the lines of its options into the spoken language."""
    command.help = "\n\n".join(map(_, paragraphs(command.help or "")))
    for param in command.params:
        if getattr(param, "help", None):
            param.help = _(one_paragraph(param.help))


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a page, each as one line: so they stand in the catalogues."""
    return (one_paragraph(part) for part in inspect.cleandoc(text).split("\n\n"))


def one_paragraph(text: str) -> str:
    """A paragraph on one line."""
    return " ".join(text.split())
