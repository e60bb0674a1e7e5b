"""The lessons in the kept facts of a challenge, without making a whole challenge of them."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from hundredday.outlook.lessons import Learnt
from hundredday.store.kept.scan import file_at

if TYPE_CHECKING:
    from hundredday.challenge import Challenge


def lessons_in(facts: bytes, path: str) -> tuple[Learnt, ...]:
    """The lessons of a challenge from its packed facts; nothing where they are not what they were."""
    try:
        text = zlib.decompress(facts)
        if b'"lessons"' not in text:
            return ()
        said = json.loads(text)
        problem = ((said.get("design") or {}).get("problem") or {}).get("statement") or ""
        return tuple(
            Learnt(
                text=one["text"],
                kind=one.get("kind"),
                tags=tuple(one.get("tags") or ()),
                date=one.get("date"),
                challenge=file_at(path).id,
                title=said["title"],
                topic=said.get("topic"),
                phase=said["phase"],
                problem=problem,
                path=path,
            )
            for one in said.get("lessons") or ()
        )
    except (ValueError, KeyError, TypeError, AttributeError, zlib.error):
        return ()


def lessons_of(challenge: Challenge, path: str) -> tuple[Learnt, ...]:
    """The lessons of a challenge that was read."""
    from hundredday.store.kept.telling import facts_of

    return lessons_in(facts_of(challenge), path)
