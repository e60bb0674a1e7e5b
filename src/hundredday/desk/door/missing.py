"""Asking for an argument that was left out, where a person sits at the terminal."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

from hundredday.desk.door.glancing import folder_of
from hundredday.desk.door.usage import name_of, speak_here, told
from hundredday.desk.terminal.asking import Question, ask, can_ask
from hundredday.errors import WrongUsage
from hundredday.language import _
from hundredday.language.listing import either

if TYPE_CHECKING:
    from collections.abc import Callable


def words_for(error: Exception, ctx: Any) -> list[str] | None:
    """The words that a person says for the argument of which Typer complains.

    Returns:
        None where nothing but a missing argument is wrong, or there is nobody to ask.

    Raises:
        UnknownId, AmbiguousId: the challenge that was named is none: that is said before any question.
    """
    param: Any = getattr(error, "param", None)
    is_missing = type(error).__name__ == "MissingParameter" and param is not None
    if not is_missing or param.param_type_name != "argument" or ctx.resilient_parsing or not can_ask():
        return None
    speak_here(ctx)
    _look_up(ctx)
    choices = tuple(map(str, getattr(param.type, "choices", ())))
    question = Question(
        name_of(param),
        told(param),
        check=_one_of(choices) if choices else _words if param.nargs < 0 else None,
    )
    answer = ask(question) or ""
    words = _words(answer) if param.nargs < 0 else [answer.lower() if choices else answer]
    return ["--", *words] if any(word.startswith("-") for word in words) else words


def _look_up(ctx: Any) -> None:
    """Refuse a challenge that does not exist."""
    typed = ctx.params.get("id")
    is_plain = ctx.parent is not None and ctx.parent.parent is None  # verbs name other things by their ids
    if isinstance(typed, str) and is_plain:
        directory = ctx.find_root().params.get("directory")
        folder_of(str(directory) if directory else None).path_of(typed)


def _words(answer: str) -> list[str]:
    """The words of an answer, some of them in quotes, as a shell would part them."""
    try:
        return shlex.split(answer)
    except ValueError as error:
        raise WrongUsage(_("A quote is not closed."), _("Type it again.")) from error


def _one_of(choices: tuple[str, ...]) -> Callable[[str], None]:
    def known(answer: str) -> None:
        if answer.lower() not in choices:
            raise WrongUsage(
                _("“{answer}” is not one of them.").format(answer=answer),
                _("Write {wanted}.").format(wanted=either(choices)),
            )

    return known
