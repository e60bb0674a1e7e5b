"""What happened between two versions of a challenge: the one description that everything uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge import Challenge
from hundredday.history.event import Event
from hundredday.history.leaves import changes
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hundredday.findings import Where
    from hundredday.history.pair import Pair, Told


def events_between(
    before: Challenge | None, after: Challenge | None, within: frozenset[str] | None = None
) -> tuple[Event, ...]:
    """What happened between two versions, in the order of the story; None where there is no file.

    Every difference has an event: what no teller speaks for is told as `edited`, value by value.
    Equal versions give no events; the order of keys in a mapping is no difference.
    Only what happened in the sections `within` is told, where some are named.
    """
    if after is None:
        return (_removed(before),) if before else ()
    start = before or Challenge.model_construct(format=1, title="", phase="design")
    if not (differing := changes(start, after, within)):
        return ()
    from hundredday.history.pair import Pair
    from hundredday.history.tellers import TELLERS

    pair = Pair(start, after, before is None, differing)
    touched = {change.where[:depth] for change in differing for depth in range(1 if within else 0, 3)}
    told = [told for section, tell in TELLERS if section in touched for told in tell(pair)]
    return (*(one.event for one in told), *_edits(pair, told))


def _removed(before: Challenge) -> Event:
    from hundredday.history.words import quoted

    return Event("removed", _("file removed: {title}").format(title=quoted(before.title)))


def _edits(pair: Pair, told: Iterable[Told]) -> Iterator[Event]:
    from hundredday.history.words import movement_words

    spoken_for = {where for one in told for where in one.speaks_for}
    for change in pair.changes:
        if not _is_spoken_for(change.where, spoken_for):
            place = ".".join(map(str, change.where))
            yield pair.event(
                "edited",
                _("edited {place}, {change}").format(
                    place=_(_PLACES[place]) if place in _PLACES else place,
                    change=movement_words(change, pair.clock),
                ),
                where=place,
                **{"from": change.before, "to": change.after},
            )


_PLACES = {
    "design.entered": N_("the day on which Design was entered"),
    "acceleration.entered": N_("the day on which Acceleration was entered"),
    "sustainability.entered": N_("the day on which Sustainability was entered"),
    "closed.date": N_("the day of the end"),
    "closed.as": N_("how it ended"),
    "closed.because": N_("the reason of the end"),
    "closed.by": N_("who ended it"),
}
"""What places are called whose changes no teller speaks for; any other by its keys."""


def _is_spoken_for(where: Where, spoken_for: set[Where]) -> bool:
    return any(where[:depth] in spoken_for for depth in range(1, len(where) + 1))
