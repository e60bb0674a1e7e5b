"""Asking a person for what is missing, and saying so where there is nobody to ask."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NamedTuple

from hundredday.errors import Failure, WrongUsage
from hundredday.harmless import one_line
from hundredday.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Question(NamedTuple):
    """What to ask for one option: the question, the reason for it, and an example.

    `check` takes the answer and raises a Failure when it cannot be taken; the question is asked again.
    """

    option: str
    text: str
    why: str = ""
    example: str = ""
    optional: bool = False
    check: Callable[[str], object] | None = None


_answered: list[str] = []
"""What was answered in this run, as words of a command line."""


def can_ask() -> bool:
    """Whether a person sits at the terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def answered() -> tuple[str, ...]:
    """What a person answered so far, as words to add to the command that asked."""
    return tuple(_answered)


def fill(*asked: tuple[Question, str | None]) -> list[str | None]:
    """The answers in the order of the questions: what was given, and for the rest what a person says.

    Raises:
        WrongUsage: something that is needed is missing and there is no terminal to ask on.
    """
    missing = [question for question, given in asked if given is None and not question.optional]
    if not can_ask():
        if missing:
            raise _nobody_to_ask(missing)
        return [given for __, given in asked]
    return [given if given is not None else ask(question) for question, given in asked]


def needed(*asked: tuple[Question, str | None]) -> list[str]:
    """The answers in the order of the questions, none of which is optional.

    Raises:
        WrongUsage: something is missing and there is no terminal to ask on.
    """
    return [answer for answer in fill(*asked) if answer is not None]


def need(option: str, text: str, given: str | None, *, why: str = "", example: str = "") -> str:
    """One answer that is needed: what was given, or what a person says.

    Raises:
        WrongUsage: it is missing and there is no terminal to ask on.
    """
    (answer,) = needed((Question(option, text, why, example), given))
    return answer


def choose(option: str, text: str, choices: tuple[str, ...]) -> str:
    """One of a few words, however a person writes it.

    Raises:
        WrongUsage: there is no terminal to ask on.
    """

    def known(answer: str) -> None:
        if answer.lower() not in choices:
            raise WrongUsage(
                _("“{answer}” is not one of them.").format(answer=answer),
                _("Type one of {choices}.").format(choices=", ".join(choices)),
            )

    question = Question(option, f"{text} ({', '.join(choices)})", example=choices[0], check=known)
    (answer,) = needed((question, None))
    return answer.lower()


def ask(question: Question) -> str | None:
    """The answer of a person; None when an optional question is passed over with Enter."""
    _say(f"{question.text}{_(' (Enter to leave it open)') if question.optional else ''}")
    if question.why:
        _say(f"  {question.why}")
    if question.example:
        _say(_("  for example: {example}").format(example=question.example))
    while True:
        answer = _typed()
        if not answer and question.optional:
            return None
        if complaint := _complaint(question, answer):
            _say(f"  {complaint}")
            continue
        _answered.extend([question.option, answer] if question.option.startswith("-") else [answer])
        return answer


def confirm(text: str) -> bool:
    """Whether a person says yes; no where there is no terminal."""
    if not can_ask():
        return False
    _say(f"{text} [y/N]")
    return _typed().lower() in {"y", "yes", "д", "да", "иә", "نعم"}


def _typed() -> str:
    sys.stderr.write("> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip()


def _complaint(question: Question, answer: str) -> str:
    if not answer:
        return _("Something is needed here; Ctrl-C leaves without any change.")
    try:
        answer.encode()
        if question.check:
            question.check(answer)
    except UnicodeEncodeError:  # the terminal sends letters of another encoding
        return _("“{word}” is not text in UTF-8.").format(word=one_line(answer))
    except Failure as failure:
        return f"{failure.text} {failure.mend}".strip()
    return ""


def _say(text: str) -> None:
    sys.stderr.write(f"{one_line(text) if not text.startswith(' ') else '  ' + one_line(text)}\n")


def is_silent(said: Mapping[str, object]) -> bool:
    """Whether none of the options was given; an empty word was."""
    return all(value is None or value is False or value == [] for value in said.values())


def refuse_silence(command: str, **said: object) -> None:
    """Refuse a command that was given nothing to say; the options are its keywords.

    Raises:
        WrongUsage: none of the options was given.
    """
    if is_silent(said):
        names = ", ".join(f"--{name.rstrip('_').replace('_', '-')}" for name in said)
        raise WrongUsage(
            _("Nothing is said that could be changed."),
            _("Give at least one of {names}; hundredday {command} --help explains them.").format(
                names=names, command=command
            ),
        )


def _nobody_to_ask(missing: list[Question]) -> WrongUsage:
    names = [question.option for question in missing]
    listed = (
        names[0]
        if len(names) == 1
        else _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
    )
    said = ngettext(
        "{listed} is missing, and there is no terminal to ask on.",
        "{listed} are missing, and there is no terminal to ask on.",
        len(names),
    )
    typed = " ".join(_as_typed(question) for question in missing)
    return WrongUsage(
        said.format(listed=listed),
        _("Add for example: {typed}").format(typed=typed),
    )


def _as_typed(question: Question) -> str:
    example = question.example or "…"
    shown = example if re.fullmatch(r"[\w.-]+", example) else f'"{example}"'
    return f"{question.option} {shown}" if question.option.startswith("-") else shown
