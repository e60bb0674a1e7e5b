"""Lessons: kept, changed and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.leaves import changes, listing
from hundredday.history.pair import Pair, Told
from hundredday.history.words import change_words, quoted
from hundredday.language import _
from hundredday.language.keywords import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.record import Lesson

_WHERE = (("lessons",),)


def tell_lessons(pair: Pair) -> Iterator[Told]:
    """Every lesson that was kept, changed or removed."""
    found = listing(pair.before.lessons, pair.after.lessons, lambda lesson: lesson.text)
    for lesson in found.added:
        kind = f", {word(lesson.kind)}" if lesson.kind else ""
        yield _told(
            pair,
            "lesson-kept",
            _("lesson kept{kind}: {text}").format(kind=kind, text=quoted(lesson.text)),
            lesson,
        )
    for old, new in found.rewritten:
        words = change_words(changes(old, new), pair.clock)
        yield _told(
            pair,
            "lesson-changed",
            _("lesson {text} changed: {words}").format(text=quoted(new.text), words=words),
            new,
        )
    for lesson in found.removed:
        yield _told(
            pair, "lesson-removed", _("lesson removed: {text}").format(text=quoted(lesson.text)), lesson
        )
    if found.reordered:
        yield Told(pair.event("edited", _("edited the order of lessons")), _WHERE)


def _told(pair: Pair, name: str, text: str, lesson: Lesson) -> Told:
    event = pair.event(
        name,
        text,
        lesson.date,
        lesson=lesson.text,
        kind=lesson.kind,
        tags=lesson.tags or None,
        by=lesson.by,
    )
    return Told(event, _WHERE)
