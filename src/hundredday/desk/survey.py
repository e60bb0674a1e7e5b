"""Where all challenges stand today: kept meanings for unchanged files, the others read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from hundredday.language import _, spoken
from hundredday.problems import Problems
from hundredday.store.kept import facts, standings
from hundredday.store.kept.index import Index, Question
from hundredday.store.kept.scan import file_at
from hundredday.store.kept.sheets import ANY_DAY, Sheet

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from typing import Any

    from hundredday.challenge import Challenge
    from hundredday.days import WorkingCalendar
    from hundredday.desk.desk import Desk
    from hundredday.desk.terminal.progress import Progress
    from hundredday.findings import Finding
    from hundredday.outlook.standing import Standing
    from hundredday.programme import Accelerator
    from hundredday.store.folder import ChallengeFile
    from hundredday.store.kept.sheets import Told, Wanted
    from hundredday.store.kept.standings import Counted
    from hundredday.store.kept.telling import Teller

T = TypeVar("T")


class TooMany(Exception):  # noqa: N818 - whoever sets a limit expects it
    """More files would have to be read than whoever asks wants to wait for."""


class Survey(NamedTuple):
    """Every challenge of the folder, and the findings of files that could not be read as one."""

    standings: tuple[Standing, ...]
    problems: Sequence[Finding]


class Overview(NamedTuple):
    """The challenges that were chosen, in the order asked for and packed, and how many there are.

    `counted` counts those that were chosen, `among` all; `problems` are the findings of files that
    could not be read as a challenge.
    """

    packed: tuple[bytes, ...]
    counted: tuple[Counted, ...]
    among: int
    problems: Sequence[Finding]

    def standings(self) -> list[Standing]:
        return [standings.standing_of(body) for body in self.packed]


class Chosen(NamedTuple):
    """Which challenges are wanted, by what is in their columns; in which order, and how many at most."""

    by: Mapping[str, str]
    order: str
    most: int | None = None


def survey(desk: Desk) -> Survey:
    """Where all challenges stand, by path; files that cannot be read never hide the others."""
    found = overview(desk, Chosen({}, "path"))
    return Survey(tuple(found.standings()), found.problems)


def overview(desk: Desk, chosen: Chosen) -> Overview:
    """Where the chosen challenges stand; no more than those are unpacked."""
    unread = Problems()
    speech = spoken()

    def answer(database: sqlite3.Connection) -> Overview:
        return Overview(
            tuple(standings.texts(database, speech, chosen.by, order=chosen.order, most=chosen.most)),
            tuple(standings.count(database, speech, chosen.by)),
            standings.among(database, speech),
            facts.problems(database, speech).also(unread),
        )

    return ask(desk, _sheet(desk), lambda: _standings(desk), unread, answer)


def words_in(desk: Desk, column: str) -> tuple[str, ...]:
    """What challenges have in a column that they can be chosen by, such as their agencies."""
    speech = spoken()
    return ask(
        desk,
        _sheet(desk),
        lambda: _standings(desk),
        Problems(),
        lambda database: standings.words(database, speech, column),
    )


def ask(
    desk: Desk,
    sheet: Sheet,
    teller: Callable[[], Teller],
    unread: Problems,
    answer: Callable[[sqlite3.Connection], T],
    most: int | None = None,
) -> T:
    """What the index answers, when every file has its row in a sheet.

    Args:
        desk: where the files lie.
        sheet: what is asked for of every file.
        teller: makes the rows; it is asked for when a file has to be read.
        unread: the findings of files that the system does not let us read are added here.
        answer: what is asked of the database.
        most: how many files may be read for it.

    Raises:
        TooMany: more files would have to be read.
    """
    reading = _Reading(desk, teller, unread, most)
    index = Index.of(desk.folder, caches=desk.given.caches)
    return index.ask(Question(desk.folder.scan(), sheet, reading.read, reading.expect), answer)


def packed_facts(desk: Desk, problems: Problems, most: int | None = None) -> Mapping[str, bytes]:
    """The packed facts of every challenge that can be read, by path; of the others the findings are added.

    Raises:
        TooMany: more files than `most` would have to be read.
    """
    from hundredday.desk.reading import read_directly
    from hundredday.store.kept.telling import Silent, facts_of

    known = dict(ask(desk, Sheet("fact"), Silent, Problems(), facts.all_facts, most))
    for path in desk.folder.scan().paths():
        if path not in known:
            for _, challenge in read_directly(desk, file_at(path), problems):
                known[path] = facts_of(challenge)
    return known


def read_all(
    desk: Desk, files: Iterable[ChallengeFile], problems: Problems | None = None
) -> Iterator[tuple[ChallengeFile, Challenge]]:
    """Every challenge that can be read; of the others the findings are added to `problems`."""
    from hundredday.desk.reading import read_directly
    from hundredday.store.kept.telling import Silent, challenge_from

    speech, problems = spoken(), Problems() if problems is None else problems

    def answer(database: sqlite3.Connection) -> tuple[Mapping[str, bytes], Mapping[str, str]]:
        return facts.all_facts(database), facts.kept_problems(database, speech)

    known, bad = ask(desk, Sheet("fact"), Silent, Problems(), answer)
    for file in files:
        challenge = challenge_from(known[file.path]) if file.path in known else None
        if challenge is not None:
            yield file, challenge
        elif file.path in bad:
            problems.add(file.path, bad[file.path])
        else:
            yield from read_directly(desk, file, problems)


def calendar_of(desk: Desk) -> WorkingCalendar:
    """The working days of the accelerator's country, around today."""
    from hundredday.store.kept.holidays import working_calendar

    year = desk.today.year
    index = Index.of(desk.folder, caches=desk.given.caches)
    return working_calendar(desk.accelerator.country, (year - 1, year, year + 1), index)


class _Reading:
    """Reads the files that the index asks for, portion by portion, under one bar."""

    def __init__(
        self, desk: Desk, teller: Callable[[], Teller], unread: Problems, most: int | None = None
    ) -> None:
        self._desk, self._make, self._unread, self._most = desk, teller, unread, most
        self._teller: Teller | None = None
        self._progress: Progress | None = None

    def expect(self, number: int) -> None:
        """So many files are going to be read.

        Raises:
            TooMany: more than may be.
        """
        if self._most is not None and number > self._most:
            raise TooMany
        from hundredday.desk.terminal.progress import Progress

        self._progress = Progress(self._desk.given, _("Reading files"), number)

    def read(self, wanted: Sequence[Wanted]) -> list[Told]:
        from hundredday.desk.reading import read_files

        self._teller = self._teller or self._make()
        told = read_files(self._desk, self._teller, wanted, self._progress)
        for one in told:
            if one.is_lost:
                self._unread.add(one.path, one.findings)
        return told


def _standings(desk: Desk) -> _Standings:
    return _Standings(desk.accelerator, calendar_of(desk), desk.today, desk.given.caches)


class _Standings(NamedTuple):
    """Tells where a challenge stands."""

    accelerator: Accelerator
    calendar: WorkingCalendar
    today: date
    keeps: bool

    def row(self, path: str, challenge: Challenge | None) -> tuple[Any, ...]:
        from hundredday.outlook.summary import standing

        if challenge is None:
            return standings.NO_CHALLENGE
        stands = standing(
            challenge,
            id=file_at(path).id,
            path=path,
            settings=self.accelerator.settings,
            calendar=self.calendar,
            today=self.today,
            reviews=self.accelerator.reviews_of(challenge.cohort),
        )
        return standings.row_of(stands, ANY_DAY if challenge.phase == "closed" else self.today.isoformat())


def _sheet(desk: Desk) -> Sheet:
    return Sheet("standing", spoken(), desk.today.isoformat(), _terms(desk))


def _terms(desk: Desk) -> str:
    accelerator = desk.accelerator
    return repr((accelerator.settings, accelerator.country, accelerator.cohorts, desk.today.year))
