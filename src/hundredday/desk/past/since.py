"""What changed since a day or a commit, in words, for a meeting: in each challenge, and in what stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.past.moments import beginning_of
from hundredday.desk.past.past_folder import PastFolder, place_of
from hundredday.desk.past.telling import repository_of
from hundredday.desk.past.travelling import day_zero, desk_at
from hundredday.desk.showing import warn
from hundredday.desk.survey import Survey, survey
from hundredday.desk.unfitting import refuse_unknown, refuse_unknown_words
from hundredday.git import content_id
from hundredday.outlook.urgency import urgency
from hundredday.store.walking import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hundredday.desk.desk import Desk
    from hundredday.desk.past.moments import Moment
    from hundredday.desk.past.places import Place
    from hundredday.desk.past.registers_since import Changed
    from hundredday.desk.showing import Wanted
    from hundredday.git import Repository
    from hundredday.history.event import Event
    from hundredday.outlook.standing import Standing
    from hundredday.store.folder import ChallengeFile


class Change(NamedTuple):
    """One challenge then and now, and what happened in between; None where it does not stand."""

    id: str
    title: str
    then: Standing | None
    now: Standing | None
    events: tuple[Event, ...]


def show_since(desk: Desk, text: str, beginning: str | None, wanted: Wanted, *, json: bool) -> None:
    """Show what changed since then, the most urgent challenge first; uncommitted edits count too.

    Raises:
        WrongUsage: the folder is not in git, or the text is no day and no commit of the past.
    """
    repository = repository_of(desk)
    refuse_unknown(wanted)
    then = beginning_of(desk, repository, text, lambda: day_zero(desk, beginning))
    past = desk_at(desk, repository, then)
    only = desk.find(beginning).id if beginning is not None else None
    found = survey(desk)
    if not any(map(wanted.fits, found.standings)):
        refuse_unknown_words(desk, wanted.by())
    warn(found.problems)
    assert isinstance(past.folder, PastFolder)
    names = _names_then(place_of(desk, repository), past.folder)
    changes = [
        change
        for change in _changes(desk, past, names, found)
        if only in {None, change.id} and (change.now is None or wanted.fits(change.now))
    ]
    asks_all = only is None and wanted.asks_all
    beside = (
        [*_beside(desk, past.folder, names), *_settings(desk, past, repository, then)] if asks_all else []
    )
    if json:
        _print(desk, then, changes, beside)
        return
    from hundredday.views.since import since

    many = 1 if only else sum(map(wanted.fits, found.standings))
    still = many - sum(change.now is not None for change in changes)
    desk.draw(since(changes, beside, day=then.day, today=desk.today, commit=then.commit[:10], still=still))


def _beside(desk: Desk, past: PastFolder, names: Mapping[str, str]) -> Iterator[Changed]:
    from hundredday.desk.past.registers_since import registers_since

    return registers_since(desk, past, names)


def _settings(desk: Desk, past: Desk, repository: Repository, then: Moment) -> Iterator[Changed]:
    from hundredday.desk.past.settings_since import settings_since

    return settings_since(desk, past, repository, then)


def _changes(desk: Desk, past: Desk, names: Mapping[str, str], found: Survey) -> Iterator[Change]:
    assert isinstance(past.folder, PastFolder)
    stood = {one.path: one for one in survey(past).standings}
    now = {file.path: file for file in desk.folder.challenge_files()}
    left = dict(past.folder.blobs)
    for standing in sorted(found.standings, key=urgency):
        was = names.get(standing.path, standing.path)
        events = _events(desk, past.folder, now[standing.path], was if was in left else None)
        if events:
            yield Change(standing.id, standing.title, stood.get(was), standing, events)
        left.pop(was, None)
    for path in left:
        if path not in now and (gone := stood.get(path)):
            yield Change(gone.id, gone.title, gone, None, _removed(past.folder, path))


def _events(desk: Desk, past: PastFolder, file: ChallengeFile, was: str | None) -> tuple[Event, ...]:
    from hundredday.desk.opening import read_source
    from hundredday.desk.past.story import readable
    from hundredday.history.difference import events_between

    source = read_source(desk.folder, file)
    blob = past.blobs[was] if was else None
    if blob and content_id(source, blob) == blob:
        return ()
    return events_between(readable(past.contents.read(blob)) if blob else None, readable(source))


def _removed(past: PastFolder, path: str) -> tuple[Event, ...]:
    from hundredday.desk.past.story import readable
    from hundredday.history.difference import events_between

    return events_between(readable(past.contents.read(past.blobs[path])), None)


def _names_then(now: Place, past: PastFolder) -> Mapping[str, str]:
    """The names that files had then, by those that they have now, where these differ."""
    pairs = ((now.inside(new), past.place.inside(old)) for new, old in past.names.renamed.items())
    return {new: old for new, old in pairs if new is not None and old is not None}


def _print(desk: Desk, then: Moment, changes: Sequence[Change], beside: Sequence[Changed]) -> None:
    desk.print_json(
        {
            "since": then.day.isoformat(),
            "commit": then.commit,
            "today": desk.today.isoformat(),
            "challenges": [
                {
                    "id": change.id,
                    "title": change.title,
                    "phase": change.now.phase if change.now else None,
                    "phase_then": change.then.phase if change.then else None,
                    "health": change.now.health if change.now else None,
                    "health_then": change.then.health if change.then else None,
                    "events": _plain(change.events),
                }
                for change in changes
            ],
            **{
                kind: [
                    {"id": one.id, "title": one.title, "events": _plain(one.events)}
                    for one in beside
                    if one.kind == kind
                ]
                for kind in FOLDERS
            },
            "accelerator": [
                event for one in beside if one.kind == "accelerator" for event in _plain(one.events)
            ],
        }
    )


def _plain(events: Sequence[Event]) -> list[dict[str, object]]:
    return [{"event": event.name, "text": event.text, "detail": dict(event.detail)} for event in events]
