"""A file that a merge of lines has left broken, as the versions that it was made of, and merged by meaning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hundredday.language import N_, _
from hundredday.merging.doubled import told_apart
from hundredday.merging.files import Merged, Unmergeable, merge
from hundredday.merging.lines import sides_of
from hundredday.store.yaml.guards import conflicts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.merging.values import Labels, Side

MOST_MENDS = 8
"""Times that a text is taken apart; keys doubled deeper in are found once the outer ones are mended."""


def is_broken(source: bytes) -> bool:
    """Whether a merge has left markers or doubled keys in a file."""
    text = _text(source)
    return bool(text) and (bool(conflicts(text)) or told_apart(text) is not None)


def mend(
    source: bytes, path: str, *, base: bytes | None = None, chosen: Mapping[Labels, Side] | None = None
) -> Merged:
    """Merge by meaning the versions that stand in one file, one beside the other.

    Args:
        source: the file; with conflict markers, or with keys that stand twice.
        path: its name.
        base: the version from which the two come; what they have in common where it is not known.
        chosen: whose value is taken at places of disagreement; the first text is ours.

    Raises:
        Unmergeable: a version cannot be read for another reason, or the markers do not match.
    """
    text = _text(source)
    if sides := sides_of(text):
        ours, theirs = (_whole(side.encode(), path, chosen) for side in sides)
        for side in (ours, theirs):
            if side.conflicts:
                return replace(side, source=source)
        return merge(base, ours.source, theirs.source, path, chosen=chosen)
    if conflicts(text):
        raise Unmergeable(_(_MARKERS), _(_BY_HAND))
    return _whole(source, path, chosen)


def _whole(source: bytes, path: str, chosen: Mapping[Labels, Side] | None) -> Merged:
    """A text without markers, with each key once."""
    for _round in range(MOST_MENDS):
        versions = told_apart(_text(source))
        if versions is None:
            return Merged(source)
        # Keys that are doubled further in stand in one version alone, and are mended there first.
        single = [_whole(version.encode(), path, chosen) for version in versions]
        merged = single[0]
        for other in single[1:]:
            if not merged.conflicts and not other.conflicts:
                merged = merge(None, merged.source, other.source, path, chosen=chosen)
            merged = merged if merged.conflicts else other if other.conflicts else merged
        if merged.conflicts:
            return replace(merged, source=source)
        source = merged.source
    return Merged(source)


def _text(source: bytes) -> str:
    return source.decode("utf-8", "replace")


_MARKERS = N_(
    "The conflict markers in this file do not match: one of <<<<<<<, ======= and >>>>>>> is missing."
)
_BY_HAND = N_("Mend the file in your editor, then run hundredday save.")
