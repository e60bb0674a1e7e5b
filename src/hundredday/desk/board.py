"""Showing a board: the long list ranked for those who choose, or the challenges of a phase in columns."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from hundredday.errors import WrongUsage
from hundredday.language import _
from hundredday.outlook.columns import COLUMNS, in_columns
from hundredday.outlook.standing import as_plain
from hundredday.outlook.urgency import urgency

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.outlook.ranking import Candidate, LongList, Ranked
    from hundredday.outlook.standing import Standing
    from hundredday.store.folder import ChallengeFile

HALF_A_YEAR = timedelta(days=180)
"""Decisions that are older belong to an earlier long list."""

PHASES = ("design", *COLUMNS)


class Asked(NamedTuple):
    """Which challenges are asked for; None asks for all."""

    phase: str = "design"
    cohort: str | None = None
    topic: str | None = None
    agency: str | None = None
    top: int | None = None
    since: str | None = None

    def by(self) -> Mapping[str, str | None]:
        """What is asked for, by the name of what it is compared with."""
        return {"topic": self.topic, "cohort": self.cohort, "agency": self.agency}

    def fits(self, standing: Standing) -> bool:
        return all(
            word is None or word.casefold() == (getattr(standing, name) or "").casefold()
            for name, word in self.by().items()
        )


def show_board(desk: Desk, asked: Asked, *, at: str | None, json: bool) -> None:
    """Show the board that is asked for, as it is or as it was `at` a day or a commit.

    Raises:
        WrongUsage: there is no such phase, topic, cohort or agency.
    """
    from hundredday.desk.showing import warn
    from hundredday.desk.survey import survey

    if asked.phase not in PHASES:
        raise WrongUsage(
            _("{option} “{given}” is not one of {known}.").format(
                option="--phase", given=asked.phase, known=", ".join(PHASES)
            ),
            _("Choose one of them."),
        )
    if at is not None:
        from hundredday.desk.past.travelling import go_back

        desk = go_back(desk, at).desk
    found = survey(desk)
    warn(found.problems)
    fitting = [one for one in found.standings if asked.fits(one)]
    if not fitting:
        from hundredday.desk.unfitting import refuse_unknown_words

        refuse_unknown_words(desk, asked.by())
    if asked.phase == "design":
        _show_long_list(desk, asked, fitting, found.problems, json=json)
    else:
        _show_columns(desk, asked.phase, fitting, found.problems, json=json)


def _show_long_list(
    desk: Desk, asked: Asked, standings: Sequence[Standing], problems: Sequence[Finding], *, json: bool
) -> None:
    from hundredday.outlook.ranking import long_list

    weights = desk.accelerator.settings.weights
    since = desk.day(asked.since) if asked.since else desk.today - HALF_A_YEAR
    asks_all = asked.cohort is not None and asked.since is None
    found = long_list(_candidates(desk, standings, None if asks_all else since), weights, asked.top)
    name = desk.accelerator.name or desk.folder.root.name
    if json:
        desk.print_json(_plain(desk, found, problems))
        return
    from hundredday.desk.terminal.screen import draw_long
    from hundredday.views.long_list import long_list_board

    every = not any(asked.by().values()) and asked.since is None
    drawn = long_list_board(
        found, name=name, weights=weights, today=desk.today, problems=problems, asks_all=every
    )
    draw_long(drawn, desk.given)


def _candidates(desk: Desk, standings: Sequence[Standing], since: date | None) -> Iterator[Candidate]:
    """Everything in Design, and what was decided since then; what was launched before it is not opened."""
    from hundredday.outlook.ranking import candidate_of

    near = [one for one in standings if since is None or one.start is None or one.start >= since]
    for file, challenge in _read(desk, near):
        candidate = candidate_of(file.id, file.path, challenge)
        is_recent = since is None or (candidate.on is not None and candidate.on >= since)
        if candidate.phase == "design" or (candidate.made and is_recent):
            yield candidate


def _read(desk: Desk, standings: Sequence[Standing]) -> Iterator[tuple[ChallengeFile, Challenge]]:
    from hundredday.desk.survey import read_all

    wanted = {one.path for one in standings}
    files = [file for file in desk.folder.challenge_files() if file.path in wanted]
    yield from read_all(desk, files)


def _plain(desk: Desk, found: LongList, problems: Sequence[Finding]) -> dict[str, object]:
    from dataclasses import asdict

    return {
        "today": desk.today.isoformat(),
        "accelerator": desk.accelerator.name or desk.folder.root.name,
        "phase": "design",
        "weights": asdict(desk.accelerator.settings.weights),
        "cut": found.cut,
        "counts": {
            "candidates": len(found.candidates),
            "scored": len(found.ranked),
            "selected": found.count("selected"),
            "declined": found.count("declined"),
            "open": found.count(None),
        },
        "candidates": [_ranked(found, one) for one in found.ranked],
        "unscored": [{**_candidate(one.candidate), "missing": list(one.missing)} for one in found.unscored],
        "problems": [finding.plain() for finding in problems],
    }


def _ranked(found: LongList, one: Ranked) -> dict[str, object]:
    flips = [
        {"criterion": move.criterion, "weight": {"up": "4/3", "down": "2/3"}[move.way], "to": side}
        for move in found.moves
        for side, these in (("out", move.falls), ("in", move.comes))
        if one in these
    ]
    return {
        "place": one.place,
        "score": one.score,
        **_candidate(one.candidate),
        "in_cut": one.is_in,
        "against_ranking": one.is_against,
        "flips": flips,
    }


def _candidate(candidate: Candidate) -> dict[str, object]:
    decision = {
        "made": candidate.made,
        "by": candidate.by,
        "because": candidate.because,
        "on": candidate.on.isoformat() if candidate.on else None,
    }
    return {
        "id": candidate.id,
        "path": candidate.path,
        "title": candidate.title,
        "topic": candidate.topic,
        "cohort": candidate.cohort,
        "agency": candidate.agency,
        "phase": candidate.phase,
        "scores": dict(candidate.grades),
        "decision": decision if candidate.made else None,
    }


def _show_columns(
    desk: Desk, phase: str, standings: Sequence[Standing], problems: Sequence[Finding], *, json: bool
) -> None:
    shown = [one for one in standings if phase in ("all", one.phase)]
    handed = [one for one in shown if one.phase == "sustainability" and phase == "sustainability"]
    challenges = {file.id: challenge for file, challenge in _read(desk, handed)}
    columns = in_columns(phase, sorted(shown, key=urgency), challenges)
    name = desk.accelerator.name or desk.folder.root.name
    if json:
        rows = [
            {"name": key, "challenges": [as_plain(one) for one in cards]} for key, cards in columns.items()
        ]
        desk.print_json(
            {
                "today": desk.today.isoformat(),
                "accelerator": name,
                "phase": phase,
                "columns": rows,
                "problems": [finding.plain() for finding in problems],
            }
        )
        return
    from hundredday.desk.terminal.screen import draw_long
    from hundredday.views.columns import columns_board

    draw_long(columns_board(columns, phase=phase, name=name, today=desk.today, problems=problems), desk.given)
