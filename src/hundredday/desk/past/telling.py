"""Telling what happened, from every version that git keeps; a version is read once and never again."""

from __future__ import annotations

import sys
from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import zone_of
from hundredday.desk.getting_ready import getting_ready, to_draw
from hundredday.desk.past.kept_story import kept_story
from hundredday.desk.past.own_story import SHORT, is_accelerator, told_of_accelerator
from hundredday.errors import Failure, WrongUsage
from hundredday.harmless import one_line
from hundredday.history.event import BESIDE, EVENTS
from hundredday.language import _
from hundredday.programme.accelerator import FILE
from hundredday.store.folder import UnknownId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime

    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.history.timeline import Entry


class Asked(NamedTuple):
    """Which entries are asked for; None and the empty tuple ask for all. Days are as typed."""

    since: str | None = None
    until: str | None = None
    who: str | None = None
    events: tuple[str, ...] = ()


def list_ahead(beginning: str | None) -> Callable[[Desk], None]:
    """What lets git list the versions of a challenge while the settings are read; nothing where there is no such one."""

    def begin(desk: Desk) -> None:
        from hundredday.git import head_of
        from hundredday.git.versions import begin_history
        from hundredday.store.kept.stories import KeptStories

        # What is wrong is said by whoever needs it, in the accelerator's language.
        with suppress(Failure, OSError):
            if beginning is None or desk.begun or (repository := desk.repository) is None:
                return
            file, head = desk.find(beginning), head_of(repository)
            kept = KeptStories.of(desk.folder) if desk.given.caches else None
            if head is not None and not (kept and kept.is_told(file.path, head)):
                desk.begun[file.path, head] = begin_history(repository, desk.folder.absolute(file), head)

    return begin


def show_log(
    desk: Desk, beginning: str | None, asked: Asked, *, json: bool, reverse: bool, head: str | None = None
) -> None:
    """Show the story of one challenge, or of all, the newest entry first unless it is to be reversed.

    It is told up to the commit `head`, or up to HEAD.

    Raises:
        WrongUsage: the folder is not in git, or there is no such challenge, person, event or day.
    """
    _refuse_unknown(asked.events)
    is_own = is_accelerator(desk, beginning)
    entries = kept_story(desk, beginning) if head is None and not is_own else None
    if entries is None:
        repository = repository_of(desk)
        with getting_ready(*(() if json else (to_draw,))):
            entries = story(desk, repository, beginning, head)
        warn_of_cut(repository)
    if beginning is None:
        entries = with_beside(desk, entries, head)
    shown = _asked_for(desk, asked, entries)
    if asked.who and not shown:
        _refuse_nobody(
            asked.who, entries if beginning is None else story(desk, repository_of(desk), None, head)
        )
    ordered = shown if reverse else _newest_first(shown)
    if json:
        desk.print_json([entry.plain() for entry in ordered])
        return
    if not ordered:
        desk.hint(_("Nothing that fits has happened.") if entries else _("Nothing has been committed yet."))
        return
    from hundredday.desk.terminal.screen import draw_long
    from hundredday.views.timeline import timeline

    zone = zone_of(desk.accelerator.timezone)
    one = ordered[0].challenge if beginning is not None else None
    draw_long(timeline(ordered, one=one, today=desk.today, zone=zone), desk.given)


def story(desk: Desk, repository: Repository, beginning: str | None, head: str | None = None) -> list[Entry]:
    """All that happened to one challenge, or to all, the oldest first; also to one whose file is gone.

    Raises:
        UnknownId, AmbiguousId: there is and was no such challenge, or there are several.
    """
    from hundredday.desk.past.story import told

    if beginning is None:
        return told(desk, repository, None, head)
    if is_accelerator(desk, beginning):
        return told_of_accelerator(desk, repository, head)
    try:
        file = desk.find(beginning)
    except UnknownId as unknown:
        gone = [entry for entry in told(desk, repository, None, head) if entry.challenge == beginning]
        found = gone or _of_register(desk, beginning, head)
        if not found and FILE.startswith(beginning):
            return told_of_accelerator(desk, repository, head)
        if not found:
            raise _unknown(beginning, unknown) from unknown
        return found
    return told(desk, repository, file, head)


def with_beside(desk: Desk, entries: list[Entry], head: str | None) -> list[Entry]:
    """A story of all challenges with what happened to intakes, partners and the accelerator's own file in between."""
    from hundredday.desk.past.beside import among, stands_beside, told_beside

    repository = repository_of(desk)
    beside = told_beside(desk, repository, head) if stands_beside(desk) else ()
    return among(told_of_accelerator(desk, repository, head), entries, beside)


def _unknown(typed: str, unknown: UnknownId) -> UnknownId:
    """The same, with the accelerator's own file among what may have been meant."""
    from hundredday.nearest import nearest

    return UnknownId(typed, (*unknown.nearest, *nearest(typed, (SHORT, FILE))))


def _of_register(desk: Desk, beginning: str, head: str | None) -> list[Entry]:
    """The story of the intake or partner whose id this is, or the only one whose id begins so."""
    from hundredday.desk.past.beside import told_beside

    told = told_beside(desk, repository_of(desk), head)
    ids = {entry.challenge for entry in told if entry.challenge.startswith(beginning)}
    (id_,) = {beginning} & ids or (ids if len(ids) == 1 else {""})
    return [entry for entry in told if entry.challenge == id_]


def repository_of(desk: Desk) -> Repository:
    """The repository that keeps the history of the folder.

    Raises:
        WrongUsage: there is none.
    """
    if desk.repository is None:
        raise WrongUsage(
            _("This folder is not in git, so it has no history."), "hundredday init makes a repository."
        )
    return desk.repository


def warn_of_cut(repository: Repository) -> None:
    """Say that a shallow clone does not have the whole history."""
    from hundredday.git import cut_at

    moment = cut_at(repository)
    if moment is not None:
        sys.stderr.write(
            _(
                "warning: history is cut at {date}: what happened before is not in this clone.\n  git "
                "fetch --unshallow brings it.\n"
            ).format(date=moment.date())
        )


def _newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """The newest commit first; what one commit tells stays in its order."""
    commits = [list(found) for __, found in groupby(entries, lambda entry: (entry.commit, entry.challenge))]
    return [entry for found in reversed(commits) for entry in found]


def _asked_for(desk: Desk, asked: Asked, entries: Sequence[Entry]) -> list[Entry]:
    zone = zone_of(desk.accelerator.timezone)
    since, until = (_day(desk, text, entries) for text in (asked.since, asked.until))
    names = None if not asked.who else _called(asked.who, entries)

    def fits(when: datetime) -> bool:
        day = when.astimezone(zone).date()
        return (since is None or day >= since) and (until is None or day <= until)

    return [
        entry
        for entry in entries
        if fits(entry.when)
        and (names is None or entry.who in names)
        and (not asked.events or entry.event.name in asked.events)
    ]


def _day(desk: Desk, text: str | None, entries: Sequence[Entry]) -> date | None:
    if text is None:
        return None
    from hundredday.desk.past.moments import start_told, typed_day

    return typed_day(text, today=desk.today, start=start_told(desk, entries))


def _called(name: str, entries: Iterable[Entry]) -> set[str]:
    """Who is meant by a part of a name, of those who committed something."""
    from hundredday.nearest import is_part_of

    return {who for who in {entry.who for entry in entries} if is_part_of(name, who)}


def _refuse_nobody(name: str, entries: Sequence[Entry]) -> None:
    from hundredday.nearest import did_you_mean, nearest_names

    if not _called(name, entries):
        known = dict.fromkeys(entry.who for entry in entries)
        raise WrongUsage(
            _("Nobody called “{name}” has committed anything here.").format(name=one_line(name)),
            did_you_mean(nearest_names(name, known), _("hundredday log shows who did what.")),
        )


def _refuse_unknown(names: Sequence[str]) -> None:
    from hundredday.nearest import did_you_mean, nearest

    known = (*EVENTS, *BESIDE)
    for name in names:
        if name not in known:
            raise WrongUsage(
                _("There is no event “{name}”.").format(name=name),
                did_you_mean(
                    nearest(name, known, most=3), _("Events are {events}.").format(events=", ".join(known))
                ),
            )
