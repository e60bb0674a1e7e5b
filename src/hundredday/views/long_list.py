"""The long list for the board: ranked, with the cut, the decisions side by side, and what hangs on one weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from hundredday.language import _, ngettext
from hundredday.views.criteria import criterion_head, criterion_word, weights_words
from hundredday.views.decisions import decision_lines
from hundredday.views.fitting import flow, heading, packed, piece, row, spread
from hundredday.views.frame import framed
from hundredday.views.mend import mend_lines
from hundredday.views.palette import BAD, DOUBTFUL, FAINT, GOOD, TITLE, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.findings import Finding
    from hundredday.outlook.ranking import LongList, Move, Ranked
    from hundredday.programme import Weights

ROOMY = 100
_GRADES = 64
"""From this width on each grade has its column."""

MADE: Mapping[str | None, Mark] = {
    "selected": Mark("✓", "", GOOD),
    "declined": Mark("✗", "", FAINT),
    None: Mark("?", "", ""),
}


class _Columns(NamedTuple):
    width: int
    title: int
    agency: int
    criteria: tuple[str, ...]


def long_list_board(
    found: LongList,
    *,
    name: str,
    weights: Weights,
    today: date,
    problems: Sequence[Finding] = (),
    asks_all: bool = True,
    width: int | None = None,
) -> RenderableType:
    """Everything that a steering board asks of its long list, on lines of the width that there is.

    `asks_all` is False where only some challenges are asked for.
    """

    def inside(room: int) -> Iterator[Text]:
        yield from _counts(found, room)
        if not found.candidates:
            yield from _none(asks_all, room)
        else:
            yield from flow(piece(weights_words(weights), FAINT), room)
            yield from _ranking(found, _columns(room, weights))
            yield from decision_lines(found, today, room)
            yield from _sensitivity(found, room)
            yield from _unscored(found, room)

    return framed(inside, name=name, today=today, problems=problems, width=width)


def _none(asks_all: bool, width: int) -> Iterator[Text]:
    if asks_all:
        yield from flow(piece(_("No candidates yet: hundredday new proposes one.")), width)
    else:
        yield from flow(piece(_("No candidate is like that, and nothing was decided on one lately.")), width)
        yield from mend_lines("hundredday board", width, indent=2)


def _counts(found: LongList, width: int) -> Iterator[Text]:
    number = len(found.candidates)
    told = [piece(ngettext("{n} candidate", "{n} candidates", number).format(n=number))]
    words = {
        "selected": ngettext("{n} chosen", "{n} chosen", found.count("selected")),
        "declined": ngettext("{n} declined", "{n} declined", found.count("declined")),
        None: ngettext("{n} open", "{n} open", found.count(None)),
    }
    for made, said in words.items():
        if found.count(made):
            mark = MADE[made]
            told.append(Text(f"{mark.sign} {said.format(n=found.count(made))}", mark.style))
    missing = len(found.unscored)
    if missing:
        said = ngettext("{n} not scored yet", "{n} not scored yet", missing).format(n=missing)
        told.append(Text(f"○ {said}", DOUBTFUL))
    yield from packed(told, width, between=" · ")


def _columns(width: int, weights: Weights) -> _Columns:
    criteria = tuple(name for name in weights.__dataclass_fields__ if getattr(weights, name) > 0)
    shown = criteria if width >= _GRADES else ()
    agency = min(28, width - 92) if width >= ROOMY else 0
    title = width - 16 - 4 * len(shown) - (agency + 2 if agency else 0)
    return _Columns(width, title, agency, shown)


def _ranking(found: LongList, columns: _Columns) -> Iterator[Text]:
    if not found.ranked:
        return
    yield Text()
    heads = [piece(criterion_head(name), FAINT, width=4, right=True) for name in columns.criteria]
    agency = ("  ", Text(" " * columns.agency)) if columns.agency else ()
    score = piece(_("score"), FAINT, width=7, right=True)
    yield row(piece(_("Ranked"), TITLE, width=columns.title + 9), *agency, score, *heads)
    hanging = {one.candidate.id for move in found.moves for one in (*move.falls, *move.comes)}
    for number, one in enumerate(found.ranked):
        if number == found.cut and number:
            yield _cut_line(found.cut, columns.width)
        yield _candidate(one, one.candidate.id in hanging, columns)
    yield from _legend(found, columns.width, hangs=bool(hanging))


def _cut_line(cut: int, width: int) -> Text:
    said = ngettext("cut after {n}", "cut after {n}", cut).format(n=cut)
    label = row(Text("───── ", FAINT), piece(said, FAINT), " ")
    return row(label, Text("─" * max(width - label.cell_len, 0), FAINT))


def _candidate(one: Ranked, hangs: bool, columns: _Columns) -> Text:
    candidate = one.candidate
    mark = MADE[candidate.made]
    style = FAINT if candidate.made == "declined" else ""
    sign = Text("!", BAD) if one.is_against else Text("~", DOUBTFUL) if hangs else Text(" ")
    grades = [
        piece(str(candidate.grades.get(name, "")), style, width=4, right=True) for name in columns.criteria
    ]
    agency = ("  ", piece(candidate.agency or "", FAINT, width=columns.agency)) if columns.agency else ()
    return row(
        piece(str(one.place), FAINT, width=4, right=True),
        " ",
        Text(mark.sign, mark.style),
        sign,
        " ",
        piece(candidate.title, style, width=columns.title),
        *agency,
        " ",
        piece(f"{one.score:.2f}", style or TITLE, width=7, right=True),
        *grades,
    )


def _legend(found: LongList, width: int, *, hangs: bool) -> Iterator[Text]:
    told = []
    if any(one.is_against for one in found.ranked):
        told.append(row(Text("!", BAD), " ", piece(_("decided against the ranking"), FAINT)))
    if hangs:
        told.append(row(Text("~", DOUBTFUL), " ", piece(_("hangs on a single weight, see below"), FAINT)))
    for line in packed(told, width - 5, between="   "):
        yield row("     ", line)


def _sensitivity(found: LongList, width: int) -> Iterator[Text]:
    if not found.ranked:
        return
    yield from heading(_("If one weight moved by a third"), width=width)
    if not found.cut:
        said = _(
            "Nobody is chosen yet. --top 11 draws a cut after the best 11 and shows what hangs on a weight."
        )
        yield from flow(row("  ", piece(said)), width, indent=2)
        return
    moved = [move for move in found.moves if move.falls or move.comes]
    for move in moved:
        yield from _move(move, width)
    yield from flow(row("  ", piece(_steadiness(found, moved), FAINT if moved else GOOD)), width, indent=2)


def _move(move: Move, width: int) -> Iterator[Text]:
    label = f"{criterion_word(move.criterion)} {'× 4/3' if move.way == 'up' else '× 2/3'}"
    first = row("  ", piece(label, width=20))
    told = ((_("out"), BAD, move.falls), (_("in"), GOOD, move.comes))
    for word, style, these in told:
        if these:
            titles = "; ".join(f"{one.candidate.title} ({one.place})" for one in these)
            yield from flow(row(first, piece(word, style, width=5), piece(titles)), width, indent=27)
            first = row(" " * 22)


def _steadiness(found: LongList, moved: Sequence[Move]) -> str:
    hanging = {one.candidate.id for move in moved for one in (*move.falls, *move.comes)}
    steady = sum(one.candidate.id not in hanging for one in found.ranked)
    if not moved:
        return _("No decision would change, whichever weight moved.")
    return _("{steady} of {number} stand whichever weight moves.").format(
        steady=steady, number=len(found.ranked)
    )


def _unscored(found: LongList, width: int) -> Iterator[Text]:
    if not found.unscored:
        return
    yield from heading(_("Not scored yet"), str(len(found.unscored)), width=width)
    every = len(found.unscored[0].candidate.grades) + len(found.unscored[0].missing)
    for one in found.unscored:
        mark = MADE[one.candidate.made]
        missing = (
            _("everything")
            if len(one.missing) == every and not one.candidate.grades
            else ", ".join(criterion_word(name) for name in one.missing)
        )
        said = _("missing: {criteria}").format(criteria=missing)
        left = row("  ", Text(mark.sign, mark.style), " ", piece(one.candidate.title))
        yield spread(left, piece(said, FAINT), width)
    first = found.unscored[0]
    lacks = " ".join(f"{name}=3" for name in first.missing)
    yield from flow(
        row("  ", piece(f"hundredday score {first.candidate.id} {lacks}", FAINT)), width, indent=4
    )
