"""Where all challenges stand today: kept meanings for unchanged files, the others read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.findings import Finding
from hundredday.language import _
from hundredday.outlook.standing import Standing, as_plain, standing_from
from hundredday.store.index import ANY_DAY, Index, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hundredday.challenge import Challenge
    from hundredday.days import WorkingCalendar
    from hundredday.desk.desk import Desk
    from hundredday.store.folder import ChallengeFile


class Survey(NamedTuple):
    """Every challenge of the folder, and the findings of files that could not be read as one."""

    standings: tuple[Standing, ...]
    problems: tuple[Finding, ...]


def survey(desk: Desk) -> Survey:
    """Where all challenges stand; files that cannot be read never hide the others."""
    files = tuple(desk.folder.challenge_files())
    index = Index.of(desk.folder) if desk.given.caches else None
    terms = _terms(desk)
    kept = index.kept(files, desk.today.isoformat(), terms) if index else {}
    standings = {path: standing_from(meaning) for path, meaning in kept.items()}
    unknown = [file for file in files if file.path not in standings]
    problems: list[Finding] = []
    if unknown:
        rows = _read_anew(desk, unknown, calendar_of(desk, index), problems)
        standings |= {row.file.path: standing_from(row.meaning) for row in rows}
        if index:
            index.keep(rows, terms, [file.path for file in files])
    return Survey(tuple(standings[file.path] for file in files if file.path in standings), tuple(problems))


def calendar_of(desk: Desk, index: Index | None) -> WorkingCalendar:
    """The working days of the accelerator's country, around today."""
    from hundredday.store.holidays import working_calendar

    year = desk.today.year
    return working_calendar(desk.accelerator.country, (year - 1, year, year + 1), index)


def _terms(desk: Desk) -> str:
    accelerator = desk.accelerator
    return repr((accelerator.settings, accelerator.country, accelerator.cohorts, desk.today.year))


def _read_anew(
    desk: Desk, files: Sequence[ChallengeFile], calendar: WorkingCalendar, problems: list[Finding]
) -> list[Row]:
    from hundredday.outlook.summary import standing

    rows = []
    for file, challenge in read_all(desk, files, problems):
        stands = standing(
            challenge,
            id=file.id,
            path=file.path,
            settings=desk.accelerator.settings,
            calendar=calendar,
            today=desk.today,
        )
        day = ANY_DAY if challenge.phase == "closed" else desk.today.isoformat()
        rows.append(Row(file, day, as_plain(stands)))
    return rows


def read_all(
    desk: Desk, files: Iterable[ChallengeFile], problems: list[Finding]
) -> Iterator[tuple[ChallengeFile, Challenge]]:
    """Every challenge that can be read; of the others the findings are added to `problems`."""
    from hundredday.desk.opening import CannotRead, read_file
    from hundredday.store.reading import BadFile

    for file in files:
        try:
            yield file, read_file(desk.folder, file).challenge
        except BadFile as bad:
            problems += bad.findings
        except CannotRead as failure:
            problems.append(_unreadable(file, failure))


def _unreadable(file: ChallengeFile, failure: Exception) -> Finding:
    from hundredday.findings import Place

    return Finding("cannot-read", str(failure), _("See who may read it."), place=Place(file.path, 1, 1))
