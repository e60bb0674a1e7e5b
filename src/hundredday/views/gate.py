"""The checklist of a gate: what holds, what is missing, and the command that mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.findings import Severity
from hundredday.language import N_, _
from hundredday.language.keywords import word
from hundredday.views.fitting import Lines, flow, heading, packed, paragraph, piece, row, shorten
from hundredday.views.mend import mend_lines
from hundredday.views.palette import FAINT, HOLDS, MISSING, WAIVED, WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from hundredday.challenge.record import Waiver
    from hundredday.gates import Verdict
    from hundredday.views.palette import Mark

_WAIVES = " --waive "
_TITLES = {
    "acceleration": N_("Gate to Acceleration"),
    "launch": N_("Launch"),
    "sustainability": N_("Gate to Sustainability"),
    "closed": N_("Gate to closed"),
}


def checklist(
    verdicts: Sequence[Verdict],
    *,
    gate: str | None = None,
    waivers: Sequence[Waiver] = (),
    width: int | None = None,
) -> RenderableType:
    """Every condition of a gate on lines of its own; `waivers` say who waived what and why."""
    return Lines(lambda room: list(gate_lines(verdicts, gate=gate, waivers=waivers, width=room))[1:], width)


def gate_lines(
    verdicts: Sequence[Verdict],
    *,
    gate: str | None,
    waivers: Sequence[Waiver] = (),
    width: int,
    brief: bool = False,
) -> Iterator[Text]:
    """The checklist as lines; brief, what holds is named on one line without its sentence, and no waiver is offered."""
    yield from heading(_(_TITLES.get(gate or "", "Gate")), _answer(verdicts), width=width)
    by_name = {waiver.condition: waiver for waiver in waivers}
    for verdict in verdicts:
        mark = mark_of(verdict)
        if mark is not HOLDS:
            yield from _open_condition(verdict, mark, by_name, width, brief=brief)
        elif not brief:
            named = row("  ", Text(mark.sign, mark.style), " ", piece(verdict.name), "  ")
            text = shorten(verdict.text, max(width - named.cell_len, 1))
            yield row(named, piece(text, FAINT))
    if brief and (holding := [verdict.name for verdict in verdicts if mark_of(verdict) is HOLDS]):
        yield from paragraph(
            row("  ", Text(HOLDS.sign, HOLDS.style), " "), ", ".join(holding), width, style=FAINT
        )


def gate_summary(verdicts: Sequence[Verdict], *, gate: str | None, width: int) -> Iterator[Text]:
    """The names of the conditions alone, what is missing first: for a gate that is not due yet."""
    yield from heading(_(_TITLES.get(gate or "", "Gate")), _answer(verdicts), width=width)
    order = (MISSING, WARNING, WAIVED, HOLDS)
    marked = sorted(
        ((mark_of(verdict), verdict.name) for verdict in verdicts), key=lambda m: order.index(m[0])
    )
    said = [row(Text(mark.sign, mark.style), " ", piece(name, FAINT)) for mark, name in marked]
    yield from (row("  ", line) for line in packed(said, width - 2))


def mark_of(verdict: Verdict) -> Mark:
    """Whether a condition holds, is waived, is missing, or is only warned about."""
    if verdict.holds:
        return HOLDS
    if verdict.waived:
        return WAIVED
    return MISSING if verdict.severity == Severity.ERROR else WARNING


def _answer(verdicts: Sequence[Verdict]) -> Text:
    missing = sum(mark_of(verdict) is MISSING for verdict in verdicts)
    if missing:
        return Text(
            _("{missing} of {verdicts} missing").format(missing=missing, verdicts=len(verdicts)),
            MISSING.style,
        )
    return Text(word("open"), HOLDS.style)


def _open_condition(
    verdict: Verdict, mark: Mark, waivers: Mapping[str, Waiver], width: int, *, brief: bool
) -> Iterator[Text]:
    word = f"  {mark.word}" if mark is not MISSING else ""
    yield row("  ", Text(mark.sign, mark.style), " ", piece(verdict.name), Text(word, mark.style))
    waiver = waivers.get(verdict.name)
    if mark is WAIVED:
        said = (
            _("by {by}: {because}").format(by=waiver.by, because=waiver.because) if waiver else verdict.text
        )
        yield from flow(row("    ", piece(said, FAINT)), width, indent=4)
        return
    yield from flow(row("    ", piece(verdict.text)), width, indent=4)
    # To wait is no fault: where nothing but a waiver mends it, only the whole checklist says so.
    if verdict.mend and not (brief and _WAIVES in verdict.mend):
        yield from mend_lines(verdict.mend, width, indent=4)
