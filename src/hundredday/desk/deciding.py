"""Deciding on several candidates at once: all of them are looked at before the first is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.desk import Desk
from hundredday.desk.opening import read_file
from hundredday.errors import Failure, Refused, WrongUsage
from hundredday.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hundredday.challenge import Challenge
    from hundredday.store.folder import ChallengeFile


def asked_for(
    desk: Desk, ids: Sequence[str], *, rest: bool = False, cohort: str | None = None
) -> list[ChallengeFile]:
    """The candidates that are named, each once; or the rest of a cohort, on which nothing is decided.

    Raises:
        WrongUsage: nobody is named, there is no such candidate, or the rest of what is not said.
    """
    if rest or cohort:
        return _undecided(desk, ids, cohort if rest else None)
    if not ids:
        raise WrongUsage(
            _("No candidate is named."), _("hundredday board shows them, with their ids in --json.")
        )
    files = {file.path: file for file in map(desk.find, ids)}
    return list(files.values())


def decide(desk: Desk, files: Sequence[ChallengeFile], act: Callable[[Challenge], Challenge]) -> None:
    """Decide on each in a commit of its own; where one cannot be decided, nothing is.

    Raises:
        Failure: nothing was changed, and why; when git refuses halfway, the first ones are decided.
    """
    if len(files) == 1:
        desk.change(files[0].id, act)
        return
    for file in files:
        try:
            act(read_file(desk.folder, file).challenge)
        except Failure as failure:
            text = _("{id}: {text} Nothing is changed.").format(id=file.id, text=failure.text)
            raise Refused(text, f"hundredday status {file.id}") from failure
    quiet = Desk(desk.given._replace(quiet=True), desk.folder)
    for file in files:
        quiet.change(file.id, act)
    number = len(files)
    desk.hint(ngettext("{n} candidate decided.", "{n} candidates decided.", number).format(n=number))


def _undecided(desk: Desk, ids: Sequence[str], cohort: str | None) -> list[ChallengeFile]:
    from hundredday.desk.cohort.showing import find_cohort, known_cohorts
    from hundredday.desk.survey import read_all, survey

    if ids or cohort is None:
        raise WrongUsage(
            _("--rest is all candidates of one cohort on which nothing is decided."),
            "hundredday decline --rest --cohort COHORT",
        )
    standings = survey(desk).standings
    name = find_cohort(cohort, known_cohorts(desk, standings))
    paths = {one.path for one in standings if one.cohort == name and one.phase == "design"}
    files = [file for file in desk.folder.challenge_files() if file.path in paths]
    found = [
        file
        for file, challenge in read_all(desk, files)
        if not (challenge.design and challenge.design.decision and challenge.design.decision.made)
    ]
    if not found:
        raise Refused(
            _("Every candidate of {name} is decided.").format(name=name), f"hundredday board --cohort {name}"
        )
    return found
