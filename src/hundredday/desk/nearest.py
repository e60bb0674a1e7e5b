"""The nearest known word to one that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable


def is_near(word: str, words: Iterable[str]) -> bool:
    """Whether a word is one of these, or probably meant as one."""
    from difflib import get_close_matches

    return bool(get_close_matches(word.lower(), list(words), n=1, cutoff=0.6))


def no_such_verb(command: str, verb: str, verbs: Iterable[str]) -> str:
    """The sentence for a verb that a command does not have."""
    from difflib import get_close_matches

    from hundredday.harmless import one_line

    known = list(verbs)
    near = get_close_matches(verb.lower(), known, n=1, cutoff=0.5)
    said = _("{command} has no verb “{verb}”.").format(command=command, verb=one_line(verb))
    if near:
        return f"{said} {_('Did you mean {near}?').format(near=f'{command} {near[0]}')}"
    return f"{said} {_('Its verbs are {verbs}.').format(verbs=', '.join(known))}"


def no_such_command(name: str, names: Iterable[str]) -> str:
    """The sentence for a command that does not exist."""
    from difflib import get_close_matches

    from hundredday.harmless import one_line

    near = get_close_matches(name.lower(), list(names), n=3, cutoff=0.5)
    meant = (
        _(" Did you mean {near}?").format(near=_(" or ").join(near)) if near else _(" See hundredday --help.")
    )
    return _("There is no command “{name}”.{meant}").format(name=one_line(name), meant=meant)
