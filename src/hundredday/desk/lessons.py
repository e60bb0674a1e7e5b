"""Lessons at the desk: searched over all challenges and over other accelerators, and the nearest to a new one."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, NamedTuple

from hundredday.challenge.design import Problem
from hundredday.desk.desk import Desk
from hundredday.desk.opening import read_bytes
from hundredday.desk.survey import TooMany, packed_facts
from hundredday.errors import WrongUsage
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.outlook.lessons import nearest, search
from hundredday.problems import Problems
from hundredday.store.folder import Folder
from hundredday.store.kept.lessons import lessons_in, lessons_of
from hundredday.store.records import read_record
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hundredday.challenge import Challenge
    from hundredday.findings import Finding
    from hundredday.outlook.lessons import Found, Learnt

MOST_NEAR = 3
"""Lessons that `new` shows."""

MOST_READ = 200
"""Files that `new` reads for them: where more are unknown, a candidate is not kept waiting."""

MOST_SEARCHED = 5_000
"""Challenges that `new` looks through: beyond them a candidate would be kept waiting for a second or more."""

MOST_SHARED = 1000
"""Shared files that are read from one folder."""

SHOWN = 20
"""Lessons on a screen."""


class Asked(NamedTuple):
    """Which lessons are asked for."""

    words: tuple[str, ...] = ()
    kind: str | None = None
    tag: str | None = None
    also: tuple[Path, ...] = ()
    every: bool = False

    def fits(self, lesson: Learnt) -> bool:
        tags = {tag.casefold() for tag in lesson.tags}
        return (self.kind in {None, lesson.kind}) and (self.tag is None or self.tag.casefold() in tags)


def show_lessons(desk: Desk, asked: Asked, *, json: bool) -> None:
    """Show the lessons that fit, the best first.

    Raises:
        WrongUsage: a folder named beside one's own is not there, or holds no challenge; there is no such tag.
    """
    problems = Problems()
    lessons = [
        *_own(desk, problems),
        *(one for folder in asked.also for one in _other(desk, folder, problems)),
    ]
    fitting = [one for one in lessons if asked.fits(one)]
    if asked.tag is not None and not fitting:
        _refuse_unknown_tag(asked.tag, lessons)
    found = search(fitting, asked.words)
    if json:
        desk.print_json(_plain(desk, asked, found, problems))
        return
    from hundredday.views.lessons import lessons as view

    shown = found if asked.every else found[:SHOWN]
    name = desk.accelerator.name or desk.folder.root.name
    desk.draw(
        view(
            shown,
            name=name,
            words=asked.words,
            today=desk.today,
            among=len(lessons),
            hidden=len(found) - len(shown),
            problems=problems,
        )
    )


def hint_nearest(desk: Desk, challenge: Challenge, id: str) -> None:
    """Say the lessons nearest to a candidate, where there are some; never a reason to fail or to wait long."""
    if len(desk.folder.scan().paths()) > MOST_SEARCHED:
        return
    problem = (challenge.design.problem if challenge.design else None) or Problem()
    text = " ".join(filter(None, (challenge.title, problem.statement, problem.affected)))
    try:
        lessons = [one for one in _own(desk, Problems(), most=MOST_READ) if one.challenge != id]
    except TooMany:
        return
    for one in nearest(lessons, text, MOST_NEAR):
        desk.hint(_("lesson from {source}: {text}").format(source=one.learnt.challenge, text=one.learnt.text))


def _refuse_unknown_tag(tag: str, lessons: Sequence[Learnt]) -> None:
    from hundredday.nearest import meant

    known = tuple(sorted({known for lesson in lessons for known in lesson.tags}))
    if tag.casefold() not in {known.casefold() for known in known}:
        raise WrongUsage(
            _("There is no “{word}” among the {plural}.").format(word=one_line(tag), plural=_("tags")),
            meant(tag, known, _("tags")),
        )


def _own(desk: Desk, problems: Problems, most: int | None = None) -> Iterator[Learnt]:
    for path, packed in packed_facts(desk, problems, most).items():
        yield from lessons_in(packed, path)


def _other(desk: Desk, given: Path, problems: Problems) -> Iterator[Learnt]:
    """The lessons of another accelerator, or of challenge files that somebody has shared."""
    if (given / "accelerator.yaml").is_file() or (given / "challenges").is_dir():
        other = Desk(desk.given, Folder(given.resolve()))
        name = _name(other)
        for one in _own(other, problems):
            yield replace(one, accelerator=name, path=f"{given}/{one.path}")
        return
    files = [given] if given.is_file() else sorted(given.glob("*.yaml"))[:MOST_SHARED]
    if not files:
        raise WrongUsage(
            _("{folder} holds no challenges.").format(folder=given),
            _("Name another accelerator's folder, or a folder of shared files."),
        )
    for path in files:
        yield from _shared(path, problems)


def _shared(path: Path, problems: Problems) -> Iterator[Learnt]:
    try:
        challenge = read_record(read_bytes(path, str(path)), str(path)).challenge
    except BadFile as bad:
        problems.extend(bad.findings)
        return
    origin = challenge.origin
    name = origin.accelerator if origin and origin.shared and origin.accelerator else str(path.parent)
    for one in lessons_of(challenge, str(path)):
        yield replace(one, accelerator=name)


def _name(desk: Desk) -> str:
    try:
        return desk.accelerator.name or desk.folder.root.name
    except BadFile:
        return desk.folder.root.name


def _plain(
    desk: Desk, asked: Asked, found: Sequence[Found], problems: Sequence[Finding]
) -> dict[str, object]:
    return {
        "today": desk.today.isoformat(),
        "accelerator": _name(desk),
        "words": list(asked.words),
        "problems": [finding.plain() for finding in problems],
        "lessons": [
            {
                **asdict(one.learnt),
                "tags": list(one.learnt.tags),
                "score": one.score,
                "matches": [match._asdict() for match in one.matches],
            }
            for one in found
        ],
    }
