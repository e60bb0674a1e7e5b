"""What two sides disagree about, in the words in which the history tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.harmless import one_line
from hundredday.history.words import shortened
from hundredday.language import _
from hundredday.merging.amendments import challenge_of
from hundredday.merging.judging import is_challenge
from hundredday.merging.values import SIDES, Absent, Labels, Side, Value, alike, part_of
from hundredday.merging.weaving import Weaving
from hundredday.store.writing.quoting import flow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.challenge import Challenge
    from hundredday.merging.files import Merged
    from hundredday.merging.values import Conflict
    from hundredday.store.yaml.scalars import Data


class Dispute(NamedTuple):
    """A conflict as people are asked about it: its field, and what each side did, in a sentence."""

    where: Labels
    field: str
    ours: str
    theirs: str

    def of(self, side: Side) -> str:
        return self.ours if side == "ours" else self.theirs


def disputes(merged: Merged, path: str) -> tuple[Dispute, ...]:
    """What the sides of a merge disagree about, in the order of the file."""
    return tuple(
        Dispute(
            conflict.where,
            field_of(conflict.where),
            *(_sentence(merged, conflict, side, path) for side in SIDES),
        )
        for conflict in merged.conflicts
    )


def field_of(where: Labels) -> str:
    """A place as a person types it; the whole file is called “file”."""
    return ".".join(one_line(part) for part in where) or "file"


def _sentence(merged: Merged, conflict: Conflict, side: Side, path: str) -> str:
    value: Value = conflict.ours if side == "ours" else conflict.theirs
    if told := _told(merged, conflict, side) if is_challenge(path) else "":
        return told
    if isinstance(value, Absent):
        return _("is not there") if isinstance(conflict.base, Absent) else _("was taken out")
    if alike(value, conflict.base):
        return _("stays {value}").format(value=_shown(value))
    if isinstance(conflict.base, Absent):
        return _("is {value}").format(value=_shown(value))
    return _("from {before} to {value}").format(before=_shown(conflict.base), value=_shown(value))


def _told(merged: Merged, conflict: Conflict, side: Side) -> str:
    """The events that a side's choice is by itself, with every other disagreement left as it was."""
    from hundredday.history import events_between

    if merged.versions is None:
        return ""
    base = merged.versions[0]
    own = merged.versions[1 if side == "ours" else 2]
    then = _variant(merged, merged.chosen, amended_as=base)
    now = _variant(merged, {**merged.chosen, conflict.where: side}, amended_as=own)
    if then is None or now is None:
        return ""
    told = [event.text for event in events_between(then, now)]
    return "; ".join(dict.fromkeys(told[:_MOST_TOLD]))


def _variant(merged: Merged, chosen: Mapping[Labels, Side], *, amended_as: Data) -> Challenge | None:
    """The challenge with these choices; its amendments are those of one version, so that they tell of it."""
    assert merged.versions is not None
    amendments = part_of(part_of(amended_as, "acceleration"), "amendments")
    base, ours, theirs = (_amended(version, amendments) for version in merged.versions)
    return challenge_of(Weaving(merged.contested, chosen, "base").weave(base, ours, theirs))


def _amended(data: Data, amendments: Value) -> Data:
    if not isinstance(data, dict) or not isinstance(acceleration := data.get("acceleration"), dict):
        return data
    others = {key: value for key, value in acceleration.items() if key != "amendments"}
    kept = {} if isinstance(amendments, Absent) else {"amendments": amendments}
    return {**data, "acceleration": {**others, **kept}}


def _shown(value: Value) -> str:
    if isinstance(value, Absent):
        return _("nothing")
    return shortened(value if isinstance(value, str) else flow(value))


_MOST_TOLD = 3
"""Events of one side that are told; a whole section that is disputed would fill the screen."""
