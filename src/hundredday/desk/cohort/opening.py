"""Opening a cohort in accelerator.yaml, and putting challenges into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hundredday.desk.changing_settings import change_settings
from hundredday.desk.cohort.showing import find_cohort, known_cohorts
from hundredday.errors import WrongUsage
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hundredday.desk.desk import Desk
    from hundredday.store.yaml.scalars import Data


def open_cohort(
    desk: Desk, name: str, *, title: str | None, launch: str | None, reviews: Sequence[str]
) -> None:
    """Write a cohort into accelerator.yaml, or what is given into one that stands there.

    Raises:
        WrongUsage: the name cannot be one, or a review is no NAME=DATE.
        Refused: the title is empty.
        Failure: nothing was changed, and why.
    """
    from hundredday.moves.filling import cleaned
    from hundredday.shape import KEY
    from hundredday.store.wording import name_mend

    if not re.fullmatch(KEY, name):
        raise WrongUsage(_("“{name}” cannot be the name of a cohort.").format(name=name), name_mend(name))
    given: dict[str, Data] = {}
    if title is not None:
        given["title"] = str(cleaned("title", title))
    if launch is not None:
        given["launch"] = desk.day(launch)
    dated = dict(_review(desk, typed) for typed in reviews)

    def act(data: dict[str, Data]) -> dict[str, Data]:
        cohorts = data.get("cohorts")
        known = cohorts if isinstance(cohorts, dict) else {}
        there = known.get(name)
        before = there if isinstance(there, dict) else {}
        after = {**before, **given}
        if dated:
            held = before.get("reviews")
            after["reviews"] = {**(held if isinstance(held, dict) else {}), **dated}
        return {**data, "cohorts": {**known, name: after}}

    change_settings(desk, act)
    desk.hint(_("next: {command}").format(command=f"hundredday cohort add {name} ID …"))


def add_to_cohort(desk: Desk, beginning: str, ids: Sequence[str]) -> None:
    """Put challenges into a cohort, one commit each; all of them are found before the first is changed.

    Raises:
        WrongUsage: there is no such cohort, or no such challenge.
    """
    from hundredday import moves
    from hundredday.desk.survey import survey

    name = find_cohort(beginning, known_cohorts(desk, survey(desk).standings))
    files = [desk.find(typed) for typed in ids]
    for file in files:
        desk.change(file.id, lambda challenge: moves.describe(challenge, cohort=name))


def _review(desk: Desk, typed: str) -> tuple[str, date]:
    name, equals, day = (part.strip() for part in typed.partition("="))
    if not (name and equals and day):
        raise WrongUsage(
            _("“{typed}” is not a review and its day.").format(typed=typed),
            _("Write {example}.").format(example="--review midpoint=2026-05-26"),
        )
    return name, desk.day(day)
