"""Going back in time: the files as they were at a commit, read from git, with the work tree left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.desk import Desk
from hundredday.desk.past.moments import Moment, moment
from hundredday.desk.past.past_folder import PastFolder, place_of
from hundredday.desk.past.telling import repository_of
from hundredday.desk.past.whereabouts import place_at
from hundredday.git import head_of, names_since, show
from hundredday.git.revisions import Names
from hundredday.language import _

if TYPE_CHECKING:
    from datetime import date

    from hundredday.desk.past.places import Place
    from hundredday.git import Repository
    from hundredday.programme import Accelerator


class Then(NamedTuple):
    """The desk as it was, and the commit that it shows."""

    desk: Desk
    commit: str


def go_back(desk: Desk, text: str, beginning: str | None = None) -> Then:
    """The desk as it was on a day or at a commit; the day count is that day's.

    Args:
        desk: the desk of today.
        text: a day or a commit, as typed.
        beginning: the challenge whose days `day 50` counts.

    Raises:
        WrongUsage: the folder is not in git, or it is no day and no commit of the past.
    """
    repository = repository_of(desk)
    then = moment(desk, repository, text, lambda: day_zero(desk, beginning))
    desk.hint(_("As it was on {day}: commit {commit}.").format(day=then.day, commit=then.commit[:10]))
    return Then(desk_at(desk, repository, then), then.commit)


def desk_at(desk: Desk, repository: Repository, then: Moment) -> Desk:
    """The desk as it was at a moment: its files, its settings and its day."""
    place, names = _stood(desk, repository, then.commit)
    folder = PastFolder(desk.folder.root, repository, then.commit, place, names)
    past = Desk(desk.given._replace(today=then.day.isoformat(), caches=False), folder)
    past.accelerator = _accelerator(desk, folder) if then.commit else desk.accelerator
    past.repository = repository
    return past


def day_zero(desk: Desk, beginning: str | None) -> date | None:
    """Day 0 of a challenge; None where it has no clock yet, or none is named."""
    if beginning is None:
        return None
    return desk.open(beginning)[1].challenge.start


def _stood(desk: Desk, repository: Repository, commit: str) -> tuple[Place, Names]:
    place = place_of(desk, repository)
    if not commit:
        return place, Names({}, (), ())
    until = desk.folder.commit if isinstance(desk.folder, PastFolder) else head_of(repository) or commit
    names = names_since(repository, commit, until)
    return place_at(repository, commit, place, names, until), names


def _accelerator(desk: Desk, past: PastFolder) -> Accelerator:
    from hundredday.programme import Accelerator
    from hundredday.store.accelerators import accelerator_of
    from hundredday.store.yaml.document import BadFile

    path = past.accelerator_path
    source = show(past.repository, past.commit, path)
    if source is None:
        return Accelerator(name=desk.folder.root.name)
    try:
        return accelerator_of(source, path)
    except BadFile:
        desk.hint(_("note: accelerator.yaml could not be read then; today's settings are used."))
        return desk.accelerator
