"""Launches: in which commits the clocks of challenges were set, and which sides of a merge share none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.past.versions import BeforeUnknown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hundredday.git.commits import Commit
    from hundredday.history.audit import Step


class Launches:
    """The launches so far, by the ids that their challenges have now.

    Args:
        is_whole: whether the history is read from its beginning.
        follows: whether the first commit is the second, or has it among its ancestors.
    """

    def __init__(self, *, is_whole: bool, follows: Callable[[str, str], bool]) -> None:
        self._is_whole, self._follows = is_whole, follows
        self._known: dict[str, list[str]] = {}

    def note(self, commit: str, sides: Sequence[Sequence[Step]]) -> None:
        """Know the launches of a commit: those that show against all of its parents."""
        first, *others = ({step.challenge for step in side if _launches(step)} for side in sides)
        for challenge in first.intersection(*others):
            self._known.setdefault(challenge, []).append(commit)

    def rename(self, old: str, new: str) -> None:
        """Follow a challenge that was given another id."""
        if old != new and old in self._known:
            self._known.setdefault(new, []).extend(self._known[old])

    def is_apart(self, row: Commit, side: int, challenge: str) -> bool:
        """Whether a parent of a merge has a launch, and shares none with any other parent.

        What was promised there was then never compared with what the other parents say.

        Raises:
            BeforeUnknown: launches of earlier commits were not read.
        """
        if not self._is_whole:
            raise BeforeUnknown
        own = [one for one in self._known.get(challenge, ()) if self._follows(row.parents[side], one)]
        others = (parent for number, parent in enumerate(row.parents) if number != side)
        return bool(own) and not any(self._follows(parent, one) for parent in others for one in own)


def _launches(step: Step) -> bool:
    return bool(step.after and step.after.clock) and not (step.before and step.before.clock)
