"""The refusals of a command and of a verb that do not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hundredday.desk.door.usage import speak_here
from hundredday.errors import WrongUsage
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.nearest import LOOSE, did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_near(word: str, words: Sequence[str]) -> bool:
    """Whether a word is one of these, or probably meant as one."""
    return bool(nearest(word, words))


def no_such_verb(command: str, verb: str, verbs: Sequence[str], ctx: Any) -> WrongUsage:
    """The refusal of a verb that a command does not have."""
    speak_here(ctx)
    near = tuple(f"{command} {one}" for one in nearest(verb, verbs, cutoff=LOOSE))
    return WrongUsage(
        _("{command} has no verb “{verb}”.").format(command=command, verb=one_line(verb)),
        did_you_mean(near, _("Its verbs are {verbs}.").format(verbs=", ".join(verbs))),
    )


def no_such_command(name: str, names: Sequence[str], ctx: Any) -> WrongUsage:
    """The refusal of a command that does not exist."""
    speak_here(ctx)
    return WrongUsage(
        _("There is no command “{name}”.").format(name=one_line(name)),
        did_you_mean(nearest(name, names, most=3, cutoff=LOOSE), _("See hundredday --help.")),
    )
