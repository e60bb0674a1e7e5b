"""All cohorts, a line each, the newest launch first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import _
from hundredday.numbers import number_words
from hundredday.views.cohort import OUTCOMES, counted_words, launch_words
from hundredday.views.fitting import packed, piece, row, spread
from hundredday.views.frame import framed, invitation
from hundredday.views.palette import FAINT, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from hundredday.findings import Finding
    from hundredday.outlook.cohort import CohortResults


def cohort_list(
    cohorts: Sequence[CohortResults],
    *,
    name: str,
    today: date,
    problems: Sequence[Finding] = (),
    width: int | None = None,
) -> RenderableType:
    """Each cohort with its launch, how many challenges it has, and what came of them."""

    def inside(room: int) -> Iterator[Text]:
        if not cohorts:
            first = "hundredday cohort open 2026-autumn --launch 2026-09-07"
            yield from invitation(_("No cohorts yet. The first one:"), first, room)
        for one in cohorts:
            yield Text()
            yield spread(
                row(piece(one.title, TITLE), "  ", piece(one.name, FAINT)), _launch(one, today), room
            )
            yield from packed([row("  ", part) for part in _told(one)], room)

    return framed(inside, name=name, today=today, problems=problems, width=width)


def _launch(one: CohortResults, today: date) -> Text:
    return piece(launch_words(one, today), FAINT if one.starts else "")


def _told(one: CohortResults) -> list[Text]:
    told = counted_words(one) or [piece(_("no challenges yet"), FAINT)]
    for outcome, mark in OUTCOMES.items():
        if one.count(outcome):
            told.append(Text(f"{mark.sign} {one.count(outcome)} {mark.word}", mark.style))
    if one.median_attainment is not None:
        told.append(
            piece(
                _("median attainment {share}").format(share=f"{number_words(one.median_attainment)}%"), FAINT
            )
        )
    return told
