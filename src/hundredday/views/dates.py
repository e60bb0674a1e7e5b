"""Days and numbers of things as sentences name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import N_, NN_, _, ngettext
from hundredday.language.calendar import long_date, short_date, short_weekday, weekday

if TYPE_CHECKING:
    from datetime import date

__all__ = ["count_words", "long_date", "short_date", "short_weekday", "weekday", "when_words"]


def when_words(day: date, today: date) -> str:
    """How far away a day is: `today`, `in 3 days`, `5 days over`."""
    away = (day - today).days
    if away in _NEAR:
        return _(_NEAR[away])
    if away > 0:
        return ngettext("in {n} day", "in {n} days", away).format(n=away)
    return ngettext("{n} day over", "{n} days over", -away).format(n=-away)


def count_words(number: int, thing: str) -> str:
    """A number of things: `1 day`, `3 days`."""
    return ngettext(*_THINGS[thing], number).format(n=number)


def more_words(number: int, command: str) -> str:
    """How many more there are, and the command that shows them."""
    return _("… and {n} more: {command}").format(n=number, command=command)


_NEAR = {0: N_("today"), 1: N_("tomorrow")}
_THINGS = {
    "day": NN_("{n} day", "{n} days"),
    "working day": NN_("{n} working day", "{n} working days"),
    "thing": NN_("{n} thing", "{n} things"),
    "file": NN_("{n} file", "{n} files"),
    "error": NN_("{n} error", "{n} errors"),
    "warning": NN_("{n} warning", "{n} warnings"),
    "challenge": NN_("{n} challenge", "{n} challenges"),
    "person": NN_("{n} person", "{n} people"),
    "agency": NN_("{n} agency", "{n} agencies"),
    "commit": NN_("{n} commit", "{n} commits"),
    "version": NN_("{n} version", "{n} versions"),
    "lesson": NN_("{n} lesson", "{n} lessons"),
}
