"""What was told of the history, kept between runs: a cache, never the only place of a fact.

What two contents mean side by side never changes, so it is kept by their ids in git. A whole story is
kept beside the head it was told for. Any trouble with the cache means that it is not there.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from hundredday.history.event import Event
from hundredday.history.timeline import Comparison, Entry
from hundredday.store.kept.database import TROUBLE, KeptDatabase

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hundredday.store.folder import Folder

Pair = tuple[str | None, str | None]
"""The ids of two contents, the earlier one first; None where there was no file."""

_SHAPE = 6
_TABLES = """
create table pair (old text, new text, told text, primary key (old, new)) without rowid;
create table story (name text primary key, state text, told text);
"""


class KeptStories:
    """The kept stories of one folder."""

    def __init__(self, database: KeptDatabase) -> None:
        self._database = database

    @classmethod
    def of(cls, folder: Folder) -> KeptStories | None:
        """What is kept of a folder; None where nothing can be."""
        database = KeptDatabase.of(folder, "history", _SHAPE, _TABLES)
        return cls(database._replace(is_flushed=False)) if database else None

    def story(self, name: str, state: str) -> list[Entry] | None:
        """The story of that name, when it was told for the same state of the repository."""
        with suppress(*TROUBLE), self._database.opened() as database:
            row = database.execute(
                "select told from story where name = ? and state = ?", (name, state)
            ).fetchone()
            return [_entry(plain) for plain in _unpacked(row[0], name, state)] if row else None
        return None

    def is_told(self, name: str, head: str) -> bool:
        """Whether a story of that name was told for a head, whatever else it depends on."""
        with suppress(*TROUBLE), self._database.opened() as database:
            return bool(
                database.execute(
                    "select 1 from story where name = ? and state like ?", (name, f"{head} %")
                ).fetchone()
            )
        return False

    def keep(
        self, name: str, state: str, entries: Iterable[Entry], comparisons: Mapping[Pair, Comparison]
    ) -> None:
        """Keep a story beside the state it was told for, in place of an older one, and what pairs of contents mean."""
        story = name, state, _packed([_plain_entry(entry) for entry in entries], name, state)
        pairs = [
            (*_key(pair), _packed(_plain_comparison(one), *_key(pair))) for pair, one in comparisons.items()
        ]
        with suppress(*TROUBLE), self._database.opened() as database, database:
            database.executemany("insert or replace into pair values (?,?,?)", pairs)
            database.execute("insert or replace into story values (?,?,?)", story)

    def comparisons(self, pairs: Iterable[Pair]) -> dict[Pair, Comparison]:
        """What is kept of these pairs."""
        found: dict[Pair, Comparison] = {}
        with suppress(*TROUBLE), self._database.opened() as database:
            for pair, told in _told_of(database, [*pairs]):
                with suppress(*TROUBLE):
                    found[pair] = _comparison(_unpacked(told, *_key(pair)))
        return found


def _told_of(database: sqlite3.Connection, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, str]]:
    """What is kept of pairs; of very many all that is kept is read at once, which takes half as long."""
    if len(pairs) < _MANY:
        for pair in pairs:
            for (told,) in database.execute("select told from pair where old = ? and new = ?", _key(pair)):
                yield pair, told
        return
    kept = {(old, new): told for old, new, told in database.execute("select old, new, told from pair")}
    for pair in pairs:
        if told := kept.get(_key(pair)):
            yield pair, told


_MANY = 500


def _packed(plain: list[Any], *key: str) -> str:
    """Data as JSON behind a sum over it and its key."""
    text = json.dumps(plain, ensure_ascii=False, check_circular=False, separators=(",", ":"))
    return f"{_sum(text, key):08x}{text}"


def _unpacked(packed: str, *key: str) -> list[Any]:
    text = packed[8:]
    if int(packed[:8], 16) != _sum(text, key):
        raise ValueError
    plain: list[Any] = json.loads(text)
    return plain


def _sum(text: str, key: tuple[str, ...]) -> int:
    return zlib.crc32("\0".join((*key, text)).encode("utf-8", "surrogatepass"))


def _key(pair: Pair) -> tuple[str, str]:
    return pair[0] or "", pair[1] or ""


def _plain_event(event: Event) -> list[Any]:
    return [event.name, event.text, dict(event.detail), event.on and event.on.isoformat()]


def _event(plain: list[Any]) -> Event:
    name, text, detail, on = plain
    return Event(str(name), str(text), {**detail}, date.fromisoformat(on) if on else None)


def _plain_comparison(one: Comparison) -> list[Any]:
    return [
        [_plain_event(event) for event in one.events],
        one.start and one.start.isoformat(),
        one.is_readable,
    ]


def _comparison(plain: list[Any]) -> Comparison:
    events, start, is_readable = plain
    return Comparison(
        tuple(map(_event, events)), date.fromisoformat(start) if start else None, bool(is_readable)
    )


def _plain_entry(entry: Entry) -> list[Any]:
    return [
        entry.commit,
        entry.when.isoformat(),
        entry.who,
        entry.challenge,
        entry.on_day,
        _plain_event(entry.event),
        entry.kind,
    ]


def _entry(plain: list[Any]) -> Entry:
    commit, when, who, challenge, on_day, event, kind = plain
    day = None if on_day is None else int(on_day)
    moment = datetime.fromisoformat(when)
    return Entry(str(commit), moment, str(who), str(challenge), day, _event(event), str(kind))
