"""What changed in training intakes and at partners since a day or a commit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.desk.opening import read_source
from hundredday.desk.past.beside import meaning_of, removed
from hundredday.desk.registers.kinds import intakes, partners
from hundredday.git import content_id
from hundredday.history.event import Event
from hundredday.language import _
from hundredday.store.kept.scan import id_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.desk.desk import Desk
    from hundredday.desk.past.past_folder import PastFolder
    from hundredday.desk.registers.kinds import Kind


class Changed(NamedTuple):
    """One intake or partner, of the folder that names its kind, and what happened to it."""

    kind: str
    id: str
    title: str
    events: tuple[Event, ...]


def registers_since(desk: Desk, past: PastFolder, names: Mapping[str, str]) -> Iterator[Changed]:
    """What changed in every intake, then in every partner's file, since a moment; what is not committed counts too.

    Args:
        desk: as it is now, or as it was at the later moment.
        past: the folder as it was then.
        names: the names that files had then, by their names now, where these differ.
    """
    kinds: tuple[Kind[Any], ...] = (intakes(), partners())
    for kind in kinds:
        left = dict(past.blobs_beside(kind.folder))
        for file in desk.folder.files_beside(kind.folder):
            blob = left.pop(names.get(file.path, file.path), None)
            source = read_source(desk.folder, file)
            if blob and content_id(source, blob) == blob:
                continue
            before = meaning_of(kind, past.contents.read(blob)) if blob else None
            after = meaning_of(kind, source)
            if after is None:
                yield Changed(kind.folder, file.id, file.id, (_unreadable(),))
            elif events := kind.events(before, after):
                yield Changed(kind.folder, file.id, title_of(after), events)
        for path, blob in left.items():
            if before := meaning_of(kind, past.contents.read(blob)):
                yield Changed(kind.folder, id_of(path), title_of(before), (removed(before),))


def title_of(meaning: Any) -> str:
    """What an intake or a partner is called."""
    return getattr(meaning, "title", None) or str(meaning.partner)


def _unreadable() -> Event:
    return Event("unreadable", _("the file cannot be read; hundredday check says why"))
