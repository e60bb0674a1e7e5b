"""The gates of a cohort before its launch: who is ready, and what the others lack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from rich.text import Text

from hundredday.language import _, ngettext
from hundredday.views.dates import short_date
from hundredday.views.fitting import Lines, flow, packed, piece, row, spread
from hundredday.views.mend import mend_lines
from hundredday.views.palette import DOUBTFUL, FAINT, HOLDS, MISSING, TITLE, WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.challenge import Challenge
    from hundredday.gates import Verdict


class Gate(Protocol):
    """One challenge before its launch: ready, closed, or early, which is still in Design."""

    @property
    def challenge(self) -> Challenge: ...
    @property
    def state(self) -> str: ...
    @property
    def verdicts(self) -> tuple[Verdict, ...]: ...


def cohort_gates(
    gates: Sequence[Gate], *, name: str, on: date, running: int, today: date, width: int | None = None
) -> RenderableType:
    """Every challenge on a line, and below it what is missing, with the command that mends it."""

    def draw(room: int) -> Iterator[Text]:
        day = _("Day 0 on {day}").format(day=short_date(on, today))
        yield spread(piece(name, TITLE), Text(day, FAINT), room)
        yield from packed(_counts(gates, running), room, between=" · ")
        if gates:
            yield Text()
        for gate in gates:
            yield from _gate(gate, room)

    return Lines(draw, width)


def _counts(gates: Sequence[Gate], running: int) -> list[Text]:
    ready = sum(gate.state == "ready" for gate in gates)
    closed = len(gates) - ready
    told = [Text(ngettext("{n} ready", "{n} ready", ready).format(n=ready), HOLDS.style)]
    if closed:
        told.append(Text(ngettext("{n} not ready", "{n} not ready", closed).format(n=closed), MISSING.style))
    if running:
        told.append(piece(ngettext("{n} runs already", "{n} run already", running).format(n=running), FAINT))
    return told


def _gate(gate: Gate, width: int) -> Iterator[Text]:
    mark = HOLDS if gate.state == "ready" else MISSING
    missing = [verdict for verdict in gate.verdicts if verdict.blocks]
    warnings = sum(not verdict.holds and not verdict.blocks for verdict in gate.verdicts)
    told = Text()
    if gate.state == "early":
        told = piece(_("still in Design"), MISSING.style)
    elif missing:
        told = piece(
            ngettext("{n} missing", "{n} missing", len(missing)).format(n=len(missing)), MISSING.style
        )
    elif warnings:
        said = ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings)
        told = Text(f"{WARNING.sign} {said}", DOUBTFUL)
    yield spread(row("  ", Text(mark.sign, mark.style), " ", piece(gate.challenge.title)), told, width)
    for verdict in missing:
        yield from flow(row("    ", piece(verdict.text)), width, indent=6)
        yield from mend_lines(verdict.mend, width, indent=6)
    if gate.state == "early" and not missing:
        yield from flow(
            row("    ", piece(_("Its gate to Acceleration is open: advance it first."), FAINT)), width
        )
