"""Which day, and which commit, a person means who looks back."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import read_day, zone_of
from hundredday.errors import WrongUsage
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.history.timeline import Entry

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SPANS = {"d": 1, "w": 7}


class Moment(NamedTuple):
    """A commit, and the day that it stands for; the commit is empty before the first one."""

    commit: str
    day: date


def typed_day(text: str, *, today: date, start: date | None = None) -> date:
    """The day a person typed who looks back: also `monday` (the last one before today), `7d` and `2w`.

    Raises:
        WrongUsage: it cannot be read as a day.
    """
    word = _unsigned(text).strip().lower()
    if word in _WEEKDAYS:
        return today - timedelta(days=(today.weekday() - _WEEKDAYS.index(word) - 1) % 7 + 1)
    if match := re.fullmatch(r"(\d{1,4})\s?([dw])", word):
        return today - timedelta(days=int(match[1]) * _SPANS[match[2]])
    return read_day(_unsigned(text), today=today, start=start)


def moment(desk: Desk, repository: Repository, text: str, start: Callable[[], date | None]) -> Moment:
    """The state that a person means: the last commit of a day, or the commit of that name.

    Args:
        desk: whose today and time zone count.
        repository: where to look.
        text: what was typed.
        start: asked for Day 0, where the text counts from it.

    Raises:
        WrongUsage: it is neither a day nor a commit, or a day to come, or before the first commit.
    """
    from hundredday.git import UnknownRevision, committed_at, resolve

    word = _unsigned(text)
    day = _typed(desk, word, start)
    if day is not None:
        return _of_day(desk, repository, day)
    try:
        commit = resolve(repository, word)
    except UnknownRevision as unknown:
        try:
            day = typed_day(word, today=desk.today)
        except WrongUsage:
            raise unknown from None
        return _of_day(desk, repository, day)
    zone = zone_of(desk.accelerator.timezone)
    return Moment(commit, committed_at(repository, commit).astimezone(zone).date())


def beginning_of(desk: Desk, repository: Repository, text: str, start: Callable[[], date | None]) -> Moment:
    """As `moment`, but a day means its beginning: what was done on that day comes after it."""
    from hundredday.git import NoCommitYet

    day = _typed(desk, text, start)
    if day is None:
        return moment(desk, repository, text, start)
    try:
        return _of_day(desk, repository, day - timedelta(days=1))._replace(day=day)
    except NoCommitYet:
        return Moment("", day)


def start_told(desk: Desk, entries: Sequence[Entry]) -> date | None:
    """Day 0 of the challenge that a story is about, by its last entry; None for a story of several."""
    if not entries or any(entry.challenge != entries[0].challenge for entry in entries):
        return None
    last = entries[-1]
    if last.on_day is None:
        return None
    day = last.when.astimezone(zone_of(desk.accelerator.timezone)).date()
    return day - timedelta(days=last.on_day)


def _of_day(desk: Desk, repository: Repository, day: date) -> Moment:
    from hundredday.git import NoCommitYet, cut_at, resolve

    if day > desk.today:
        raise WrongUsage(_("{day} has not come yet.").format(day=day), _("Give a day up to today."))
    zone = zone_of(desk.accelerator.timezone)
    try:
        return Moment(resolve(repository, day.isoformat(), zone=zone), day)
    except NoCommitYet:
        cut = cut_at(repository)
        if cut is None:
            raise
        raise WrongUsage(
            _("History is cut at {date}: this clone does not know what was before.").format(
                date=cut.astimezone(zone).date()
            ),
            "git fetch --unshallow brings the rest.",
        ) from None


def _typed(desk: Desk, text: str, start: Callable[[], date | None]) -> date | None:
    """The day that was typed; None where the text may be the name of a commit."""
    if _counts_days(text):
        return typed_day(text, today=desk.today, start=start())
    return typed_day(text, today=desk.today) if _is_plain_day(text) else None


def _counts_days(text: str) -> bool:
    return re.fullmatch(r"\s*day\s?-?\d{1,3}\s*", text.lower()) is not None


def _is_plain_day(text: str) -> bool:
    """Whether it can only be a day, whatever branches and tags are called."""
    word = _unsigned(text.strip().lower())
    return word in {*_WEEKDAYS, "today", "yesterday"} or bool(
        re.fullmatch(r"\d{4}-\d{2}-\d{2}|[+-]\d{1,4}|\d{1,4}\s?[dw]", word)
    )


def _unsigned(text: str) -> str:
    # The front door turns a leading minus into the sign of typography.
    return text.replace("\N{MINUS SIGN}", "-")
