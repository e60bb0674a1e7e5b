"""How a result was handed over: owner, practices, pledges, scale decision and follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.replay.line import Line, options_of, repeated
from hundredday.replay.pacing import Beat, Chapter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.challenge.sustainability import Scale


def handover_beats(challenge: Challenge) -> Iterator[Beat]:
    """The commands of the Sustainability phase: own, practice, pledge, scale, follow-up."""
    if not (part := challenge.sustainability):
        return
    if part.owner:
        yield Beat(Chapter.SUSTAINING, Line("own", options=options_of(part.owner.model_dump())))
    for key, practice in part.practices.items():
        given = practice.model_dump(exclude={"practice"})
        line = Line("practice", (practice.practice or key,), options_of({**given, "key": key}))
        yield Beat(Chapter.SUSTAINING, line)
    for pledge in part.pledges:
        line = Line("pledge", options=options_of(pledge.model_dump()))
        yield Beat(Chapter.SUSTAINING, line, pledge.signed)
    if part.scale and part.scale.path:
        yield Beat(Chapter.SUSTAINING, _scale(part.scale, part.scale.path), part.scale.date, part.scale.date)
    if follow_up := part.follow_up:
        options = (*options_of({"watch": follow_up.watch}), *repeated("--on", follow_up.dates))
        yield Beat(Chapter.SUSTAINING, Line("follow-up", options=options))


def _scale(scale: Scale, path: str) -> Line:
    options = (*repeated("--where", scale.where), *options_of({"by": scale.by, "because": scale.because}))
    return Line("scale", (path,), options)
