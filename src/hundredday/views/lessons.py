"""Lessons on a screen: what was learnt, where, and why it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import N_, _, ngettext
from hundredday.views.fitting import flow, joined, piece, row
from hundredday.views.frame import framed
from hundredday.views.palette import BAD, DOUBTFUL, FAINT, GOOD, TITLE, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.findings import Finding
    from hundredday.outlook.lessons import Found, Match

_MARKS: Mapping[str | None, Mark] = {
    "worked": Mark("✓", N_("worked"), GOOD),
    "failed": Mark("✗", N_("failed"), BAD),
    "surprised": Mark("!", N_("surprised"), DOUBTFUL),
    None: Mark("·", "", FAINT),
}
_PLACES: Mapping[str, str] = {
    "tag": N_("{word} among the tags"),
    "text": N_("{word} in the lesson"),
    "challenge": N_("{word} in the challenge"),
}


def lessons(
    found: Sequence[Found],
    *,
    name: str,
    words: Sequence[str],
    today: date,
    among: int,
    hidden: int = 0,
    problems: Sequence[Finding] = (),
    width: int | None = None,
) -> RenderableType:
    """The lessons in the order given, each with its challenge and with the words that it was found by."""

    def inside(room: int) -> Iterator[Text]:
        yield from flow(piece(_counted(len(found) + hidden, among, words)), room)
        for one in found:
            yield Text()
            yield from _lesson(one, room)
        if hidden:
            yield Text()
            more = _("… and {hidden} more: {command}").format(
                hidden=hidden, command="hundredday lessons --all"
            )
            yield from flow(piece(more, FAINT), room)
        if not among:
            yield from flow(
                piece('hundredday lesson ID "What was learnt, in one sentence"', TITLE), room, indent=2
            )

    return framed(inside, name=name, today=today, problems=problems, width=width)


def _counted(number: int, among: int, words: Sequence[str]) -> str:
    if not among:
        return _("No lessons yet. Keep one when it is learnt:")
    if not words:
        return ngettext("{n} lesson", "{n} lessons", number).format(n=number)
    said = ngettext("{n} of {among} lessons fits {words}", "{n} of {among} lessons fit {words}", number)
    return said.format(n=number, among=among, words=", ".join(f"“{word}”" for word in words))


def _lesson(one: Found, width: int) -> Iterator[Text]:
    learnt = one.learnt
    mark = _MARKS.get(learnt.kind, _MARKS[None])
    yield from flow(row(" ", piece(mark.sign, mark.style), " ", piece(learnt.text)), width, indent=3)
    where = [piece(part, FAINT) for part in (learnt.challenge, learnt.accelerator, learnt.date) if part]
    kind = piece(mark.word, mark.style) if mark.word else Text()
    tags = piece(" ".join(f"#{tag}" for tag in learnt.tags), FAINT)
    yield from flow(row("   ", joined([kind, *where, tags])), width, indent=3)
    if one.matches:
        yield from flow(row("   ", piece(_found_by(one.matches), FAINT)), width, indent=3)


def _found_by(matches: Sequence[Match]) -> str:
    told = ", ".join(_(_PLACES[match.place]).format(word=f"“{match.found}”") for match in matches)
    return _("found by {words}").format(words=told)
