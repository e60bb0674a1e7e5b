"""Launching a cohort, all or each that is ready, and holding a review of all its running challenges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.cohort.showing import find_cohort, known_cohorts
from hundredday.desk.desk import Desk
from hundredday.errors import ExitCode, Refused
from hundredday.gates import is_open, verdicts
from hundredday.language import _, ngettext
from hundredday.moves import with_clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.record import Waiver
    from hundredday.gates import Verdict
    from hundredday.store.folder import ChallengeFile


class Launch(NamedTuple):
    """A launch as it is asked for; `each` launches those that are ready and leaves the others."""

    cohort: str
    on: str | None
    days: int | None
    each: bool
    waivers: tuple[Waiver, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """One challenge of the cohort before its launch: ready, closed, or early, which is still in Design."""

    file: ChallengeFile
    challenge: Challenge
    state: str
    verdicts: tuple[Verdict, ...]
    waivers: tuple[Waiver, ...]


def check_cohort(desk: Desk, wanted: Launch, *, json: bool) -> ExitCode:
    """Show the gate of every challenge of a cohort; whether all could be launched is the exit code."""
    from hundredday.views.cohort_gates import cohort_gates

    name, on, gates, running = _gates(desk, wanted)
    ready = bool(gates) and all(gate.state == "ready" for gate in gates)
    if json:
        rows = [_plain(gate) for gate in gates]
        desk.print_json(
            {"cohort": name, "on": on.isoformat(), "open": ready, "challenges": rows, "running": running}
        )
    else:
        desk.draw(cohort_gates(gates, name=name, on=on, running=running, today=desk.today))
    return ExitCode.DONE if ready else ExitCode.FINDINGS


def launch_cohort(desk: Desk, wanted: Launch) -> ExitCode:
    """Launch a cohort, a commit for each challenge; nothing where a gate is closed, unless each is asked for.

    Raises:
        Failure: git refused; what was launched before stays launched, and the command can be run again.
    """
    from hundredday.views.cohort_gates import cohort_gates

    name, on, gates, running = _gates(desk, wanted)
    ready = [gate for gate in gates if gate.state == "ready"]
    closed = len(gates) - len(ready)
    if not gates:
        raise Refused(
            _("No challenge of {name} waits for its launch.").format(name=name),
            f"hundredday cohort show {name}",
        )
    if closed:
        desk.draw(cohort_gates(gates, name=name, on=on, running=running, today=desk.today))
    if closed and not (wanted.each and ready):
        desk.say(_("Nothing is launched."))
        if ready:
            desk.hint(_("--each launches the {n} that are ready.").format(n=len(ready)))
        return ExitCode.FINDINGS
    _launch(desk, ready, on, wanted.days)
    said = ngettext(
        "{n} challenge of {name} launched, Day 0 is {day}.",
        "{n} challenges of {name} launched, Day 0 is {day}.",
        len(ready),
    )
    desk.say(said.format(n=len(ready), name=name, day=on))
    return ExitCode.FINDINGS if closed else ExitCode.DONE


def review_cohort(
    desk: Desk, beginning: str, review: str, *, decided: tuple[str, ...], by: str | None, on: str | None
) -> None:
    """Write a review into every challenge of a cohort whose clock runs and that has not held it.

    Raises:
        Refused: no challenge of it runs, or all have held it.
    """
    from hundredday import moves

    name, members = _members(desk, beginning)
    day = desk.past_day(on)
    running = [
        (file, challenge)
        for file, challenge in members
        if challenge.phase == "acceleration" and challenge.clock and (challenge.clock.start or day) <= day
    ]
    asked = [file for file, challenge in running if review not in _held(challenge)]
    if not asked:
        what = (
            _("Every running challenge of {name} has held it.")
            if running
            else _("No challenge of {name} runs.")
        )
        raise Refused(what.format(name=name), f"hundredday cohort show {name}")
    quiet = _quietly(desk)
    for file in asked:
        quiet.change(
            file.id,
            lambda challenge: moves.review(
                challenge, name=review, decided=decided, by=by, on=day, today=desk.today
            ),
        )


def _held(challenge: Challenge) -> Sequence[str]:
    return tuple(challenge.acceleration.reviews) if challenge.acceleration else ()


def _members(desk: Desk, beginning: str) -> tuple[str, list[tuple[ChallengeFile, Challenge]]]:
    from hundredday.desk.showing import warn
    from hundredday.desk.survey import read_all, survey

    found = survey(desk)
    warn(found.problems)
    name = find_cohort(beginning, known_cohorts(desk, found.standings))
    paths = {one.path for one in found.standings if one.cohort == name and one.phase != "closed"}
    files = [file for file in desk.folder.challenge_files() if file.path in paths]
    return name, list(read_all(desk, files))


def _gates(desk: Desk, wanted: Launch) -> tuple[str, date, list[Gate], int]:
    """The cohort, Day 0, the gate of each challenge that should start, and how many run already."""
    name, members = _members(desk, wanted.cohort)
    planned = desk.accelerator.cohorts[name].launch if name in desk.accelerator.cohorts else None
    on = desk.day(wanted.on) if wanted.on else planned if planned and planned >= desk.today else desk.today
    gates = list(_waiting(desk, members, on, wanted))
    for waiver in wanted.waivers:
        if all(waiver not in gate.waivers for gate in gates):
            raise Refused(
                _("No challenge of {name} needs a waiver of {condition}.").format(
                    name=name, condition=waiver.condition
                ),
                _("Leave out --waive {condition}.").format(condition=waiver.condition),
            )
    running = sum(_is_launched(challenge, desk.today, on) for _file, challenge in members)
    return name, on, gates, running


def _waiting(
    desk: Desk, members: Sequence[tuple[ChallengeFile, Challenge]], on: date, wanted: Launch
) -> Iterator[Gate]:
    for file, challenge in members:
        decision = challenge.design.decision if challenge.design else None
        if challenge.phase == "design" and decision and decision.made == "selected":
            held = verdicts("acceleration", challenge, desk.accelerator.settings, desk.today, id=file.id)
            yield Gate(file, challenge, "early", held, ())
        elif challenge.phase == "acceleration" and not _is_launched(challenge, desk.today, on):
            yield _gate(desk, file, challenge, on, wanted)


def _is_launched(challenge: Challenge, today: date, on: date) -> bool:
    """Whether its clock runs, or is set to start on the day of this launch."""
    clock = challenge.clock
    return clock is not None and clock.start is not None and (clock.start <= today or clock.start == on)


def _gate(desk: Desk, file: ChallengeFile, challenge: Challenge, on: date, wanted: Launch) -> Gate:
    from hundredday.moves.filling import filled

    settings = desk.accelerator.settings
    proposed = with_clock(challenge, on, wanted.days)
    held = verdicts("launch", proposed, settings, desk.today, id=file.id)
    lacking = {verdict.name for verdict in held if not verdict.holds}
    # A waiver for all is written down only where it is needed.
    needed = tuple(waiver for waiver in wanted.waivers if waiver.condition in lacking)
    if needed:
        waived = filled(proposed, waivers=(*proposed.waivers, *needed))
        held = verdicts("launch", waived, settings, desk.today, id=file.id)
    return Gate(file, challenge, "ready" if is_open(held) else "closed", held, needed)


def _launch(desk: Desk, gates: Sequence[Gate], on: date, days: int | None) -> None:
    from hundredday import moves
    from hundredday.desk.people import warn_of_two_clocks

    quiet, launched = _quietly(desk), {}
    for gate in gates:

        def act(challenge: Challenge, waivers: Sequence[Waiver] = gate.waivers) -> Challenge:
            settings = desk.accelerator.settings
            return moves.launch(
                challenge, start=on, days=days, settings=settings, today=desk.today, waivers=waivers
            )

        launched[gate.file.id] = quiet.change(gate.file.id, act)
    warn_of_two_clocks(desk, launched)


def _quietly(desk: Desk) -> Desk:
    """The same desk that does not say what comes next after each of many changes."""
    return Desk(desk.given._replace(quiet=True), desk.folder)


def _plain(gate: Gate) -> dict[str, object]:
    conditions = [verdict.plain() for verdict in gate.verdicts]
    return {"challenge": gate.file.id, "state": gate.state, "conditions": conditions}
