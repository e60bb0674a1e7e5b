"""Showing where challenges stand: which ones, in which order, on a screen or as JSON."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.survey import Chosen, Overview, overview
from hundredday.desk.terminal.streams import escape_letters
from hundredday.harmless import harmless_json
from hundredday.language import _
from hundredday.outlook.standing import HEALTHS, PHASES, Standing
from hundredday.problems import paths_of
from hundredday.store.kept.standings import INDENT, Counted, row_of, text_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.store.records import Record


SCREENFUL = 50
"""Lines of a screen where nothing says how many it has."""

_HEADER, _HEADING, _MORE = 5, 2, 2
"""Lines above all challenges (with the shell's own below them), above each phase, and to say that there are more."""


class Wanted(NamedTuple):
    """Which challenges are asked for (None asks for all), in which order, and whether beyond the screen."""

    phase: str | None = None
    topic: str | None = None
    cohort: str | None = None
    agency: str | None = None
    health: str | None = None
    order: str = "urgency"
    every: bool = False

    @property
    def asks_all(self) -> bool:
        """Whether no challenge is left out."""
        return not any((self.phase, self.topic, self.cohort, self.agency, self.health))

    def by(self) -> Mapping[str, str]:
        """What is asked for, by the name of what it is compared with."""
        asked = {
            "phase": self.phase,
            "topic": self.topic,
            "cohort": self.cohort,
            "agency": self.agency,
            "health": self.health and self.health.replace("-", "_"),
        }
        return {name: word for name, word in asked.items() if word is not None}

    def fits(self, standing: Standing) -> bool:
        return all(
            word.casefold() == (getattr(standing, name) or "").casefold() for name, word in self.by().items()
        )


def show(desk: Desk, id: str | None, wanted: Wanted, *, json: bool, watch: bool = False) -> None:
    """Show all challenges, or one: once, or again after every change.

    Raises:
        Failure: it cannot be shown, and why.
    """
    if id is not None and wanted.by():
        from hundredday.desk.unfitting import refuse_choosing

        refuse_choosing(wanted)

    def shown(at: Desk) -> None:
        if id is None:
            show_all(at, wanted, json=json)
        else:
            show_one(at, id, json=json)

    if not watch:
        shown(desk)
        return
    from hundredday.desk.watching import watching

    watching(desk, shown, json=json)


def show_all(desk: Desk, wanted: Wanted, *, json: bool) -> None:
    """Show the portfolio in an order, or as much of it as fits on the screen.

    Raises:
        WrongUsage: a phase, a health or an order that does not exist is asked for.
    """
    if wanted != Wanted(every=wanted.every):
        from hundredday.desk.unfitting import refuse_unknown

        refuse_unknown(wanted)
    lines = shutil.get_terminal_size((80, SCREENFUL)).lines
    most = None if wanted.every or json else lines
    found = overview(desk, Chosen(wanted.by(), wanted.order, most))
    if not found.packed and wanted.by():
        from hundredday.desk.unfitting import refuse_unknown_words

        refuse_unknown_words(desk, wanted.by())
    warn(found.problems)
    if json:
        _print(desk, found)
        return
    from hundredday.views.portfolio import portfolio

    total = sum(of.number for of in found.counted)
    shown = found.standings()
    fitting = shown if wanted.every else shown[: _fitting(shown, lines, are_all=len(shown) == total)]
    desk.draw(
        portfolio(
            fitting,
            name=desk.accelerator.name or desk.folder.root.name,
            today=desk.today,
            counts=_by_phase(found.counted),
            healths=_healths(found.counted),
            problems=found.problems,
            hidden=total - len(fitting),
            among=found.among,
        )
    )


def show_one(desk: Desk, beginning: str, *, json: bool) -> None:
    """Show the whole story of one challenge.

    Raises:
        UnknownId, AmbiguousId, BadFile: there is no such challenge to show.
    """
    from hundredday.desk.survey import calendar_of
    from hundredday.outlook.summary import standing

    file, record = desk.open(beginning)
    stands = standing(
        record.challenge,
        id=file.id,
        path=file.path,
        settings=desk.accelerator.settings,
        calendar=calendar_of(desk),
        today=desk.today,
        reviews=desk.accelerator.reviews_of(record.challenge.cohort),
    )
    if json:
        *_, body = row_of(stands, "")
        _print(desk, Overview((body,), (Counted(stands.phase, stands.health, 1),), 1, ()))
        return
    _tell(desk, file.id, record, stands)


def _tell(desk: Desk, id: str, record: Record, stands: Standing) -> None:
    from hundredday.gates import gate_ahead, verdicts
    from hundredday.gates.smart import letters
    from hundredday.views.story import story

    challenge, settings = record.challenge, desk.accelerator.settings
    gate = gate_ahead(challenge)
    held = verdicts(gate, challenge, settings, desk.today, id=id) if gate else ()
    smart = {key: letters(key, goal, challenge, settings) for key, goal in challenge.goals.items()}
    drawn = story(
        challenge, stands, verdicts=held, gate=gate, letters=smart, settings=settings, today=desk.today
    )
    desk.draw(drawn)
    for finding in record.findings:
        desk.hint(f"{finding.severity.value}: {finding.text}")


def _print(desk: Desk, found: Overview) -> None:
    """One document, in which the challenges stand as they are kept: they are not made anew for it."""
    import json

    head = {
        "today": desk.today.isoformat(),
        "accelerator": desk.accelerator.name or desk.folder.root.name,
        "counts": _by_phase(found.counted),
        "problems": [finding.plain() for finding in found.problems],
        "challenges": [],
    }
    escape_letters()
    text = json.dumps(head, ensure_ascii=False, indent=2)
    write, before = sys.stdout.write, f"\n{INDENT}"
    write(harmless_json(text).removesuffix("]\n}"))
    for body in found.packed:
        write(f"{before}{harmless_json(text_of(body))}")
        before = f",\n{INDENT}"
    write("\n  ]\n}\n" if found.packed else "]\n}\n")


def _by_phase(counted: Sequence[Counted]) -> dict[str, int]:
    return {phase: sum(of.number for of in counted if of.phase == phase) for phase in PHASES}


def _healths(counted: Sequence[Counted]) -> dict[str, int]:
    open_ = [of for of in counted if of.phase != "closed"]
    return {health: sum(of.number for of in open_ if of.health == health) for health in HEALTHS}


def warn(problems: Sequence[Finding]) -> None:
    """Say on standard error which files could not be read; the others are shown all the same."""
    paths = paths_of(problems)
    if paths:
        what = (
            _("{n} files cannot be read as challenges").format(n=len(paths))
            if len(paths) > 1
            else _("{path} cannot be read as a challenge").format(path=next(iter(paths)))
        )
        sys.stderr.write(_("warning: {what}. hundredday check says why.").format(what=what) + "\n")


def _fitting(shown: Sequence[Standing], lines: int, *, are_all: bool) -> int:
    """How many challenges fit on so many lines, with those above, between and below them."""
    free = lines - _HEADER
    if are_all and sum(map(_lines, shown)) + _HEADING * len({one.phase for one in shown}) <= free:
        return len(shown)
    free -= _MORE
    phases: set[str] = set()
    for number, one in enumerate(shown):
        free -= _lines(one) + (0 if one.phase in phases else _HEADING)
        phases.add(one.phase)
        if free < 0:
            return max(number, 1)
    return len(shown)


def _lines(standing: Standing) -> int:
    return 1 if standing.phase == "closed" and standing.next is None else 2
