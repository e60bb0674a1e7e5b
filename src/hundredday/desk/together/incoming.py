"""What came in from others, in sentences: each challenge as it was and as it is now."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.desk.past.beside import meaning_of, removed
from hundredday.desk.past.story import readable
from hundredday.desk.registers.kinds import intakes, partners
from hundredday.desk.settings_told import accelerator_at, changes_of_settings
from hundredday.git import Blobs, files_at, show
from hundredday.git.joining import authors_of
from hundredday.history import events_between
from hundredday.language import _
from hundredday.programme.accelerator import FILE
from hundredday.store.walking import CHALLENGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.desk.desk import Desk
    from hundredday.desk.registers.kinds import Kind
    from hundredday.git import Repository

MOST_LINES = 40
"""Sentences that are shown; `log` and `status --since` tell the rest."""


class Incoming(NamedTuple):
    """What others did: who, and a line for each thing that happened."""

    who: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    def joined(self, other: Incoming) -> Incoming:
        """This, and what came after it."""
        return Incoming(tuple(dict.fromkeys((*self.who, *other.who))), (*self.lines, *other.lines))


def incoming(desk: Desk, repository: Repository, since: str | None, until: str) -> Incoming:
    """What happened between two commits, challenge by challenge; from the beginning where `since` is None."""
    who = tuple(authors_of(repository, until, since))
    return Incoming(who, tuple(_lines(desk, repository, since, until)))


def _lines(desk: Desk, repository: Repository, since: str | None, until: str) -> Iterator[str]:
    before, after = (_by_id(desk, repository, commit, CHALLENGES) for commit in (since, until))
    contents = Blobs(repository)
    for name in sorted({*before, *after}):
        was, now = before.get(name), after.get(name)
        if was == now:
            continue
        then, today = (readable(contents.read(blob)) if blob else None for blob in (was, now))
        if today is None and now is not None:
            yield f"{name}: " + _("cannot be read as a challenge")
            continue
        told = [event.text for event in events_between(then, today)]
        yield from (
            f"{name}: {text}"
            for text in dict.fromkeys(told or [_("comments and layout changed, nothing else")])
        )
    for kind in (intakes(), partners()):
        yield from _lines_beside(
            kind, contents, *(_by_id(desk, repository, one, kind.folder) for one in (since, until))
        )
    yield from _settings_lines(desk, repository, since, until) if since else ()


def _lines_beside(
    kind: Kind[Any], contents: Blobs, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[str]:
    """What happened to training intakes, or to partners, file by file."""
    for name in sorted({*before, *after}):
        was, now = before.get(name), after.get(name)
        if was == now:
            continue
        then, today = (meaning_of(kind, contents.read(blob)) if blob else None for blob in (was, now))
        if now is None:
            yield from [f"{name}: {removed(then).text}"] if then else []
        elif today is None:
            yield f"{name}: " + _("the file cannot be read; hundredday check says why")
        else:
            told = [event.text for event in kind.events(then, today)]
            yield from (
                f"{name}: {text}"
                for text in dict.fromkeys(told or [_("comments and layout changed, nothing else")])
            )


def _settings_lines(desk: Desk, repository: Repository, since: str, until: str) -> Iterator[str]:
    path = desk.folder.accelerator_path
    was, now = (show(repository, commit, path) for commit in (since, until))
    if was != now:
        told = changes_of_settings(accelerator_at(desk, repository, since), now)
        lines = [event.text for event in told] or [_("comments and layout changed, nothing else")]
        yield from (f"{FILE}: {line}" for line in lines)


def _by_id(desk: Desk, repository: Repository, commit: str | None, kind: str) -> Mapping[str, str]:
    """The contents of all files of a kind at a commit; a file that was moved keeps its id."""
    if commit is None:
        return {}
    files = files_at(repository, commit, desk.folder.root / kind)
    return {
        path.stem: blob
        for path, blob in ((PurePosixPath(name), blob) for name, blob in files.items())
        if path.suffix in {".yaml", ".yml"}
    }
