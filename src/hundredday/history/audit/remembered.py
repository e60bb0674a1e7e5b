"""The offences in one challenge, found by what they changed: which part, from what, and to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.putting_back import changed_parts, put_back

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from hundredday.challenge import Challenge
    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Made, Step
    from hundredday.history.putting_back import Parts
    from hundredday.programme import Settings

REMEMBERED = 200
"""The last offences in a challenge whose undoing is known: an audit after one more commit reads them again."""

Thing = tuple[str, str]
"""A rule, and what it found something about."""


class Offence:
    """A finding of what can be undone, and the step in which it was done.

    `before` and `spoilt` are the versions before it and after it; no `spoilt` where the file was deleted.
    """

    def __init__(self, finding: AuditFinding, step: Step, before: Challenge) -> None:
        self.finding, self.before, self.spoilt = finding, before, step.after
        self.made: Made = step.made
        self.settings: Settings = step.settings
        self.thing: Thing = (finding.rule, finding.about)
        self.parts: Parts = {} if step.after is None else changed_parts(before, step.after)
        self.number = 0
        self.now, self.follows = step.after, 0
        """What later offences made of the same thing in `spoilt`, and how many of them were looked at."""


class Remembered:
    """The last offences in one challenge, in the order in which they were done.

    Args:
        is_over: whether an offence was undone.
    """

    def __init__(self, is_over: Callable[[Offence], bool]) -> None:
        self._is_over = is_over
        self._all: list[Offence] = []
        self._alike: dict[Hashable, Offence] = {}
        self._number = 0
        self._of_thing: dict[Thing, list[Offence]] = {}
        self._exact: dict[Hashable, list[Offence]] = {}
        """By part, what it was made, and what it was."""
        self._standing: dict[Hashable, dict[Thing, dict[Hashable, list[Offence]]]] = {}
        """By part and what it is by now, after later offences; then by thing, and by what it was."""

    def __iter__(self) -> Iterator[Offence]:
        return filter(self._is_known, self._all)

    def add(self, offence: Offence) -> None:
        """Know one more; what earlier ones made of the same thing stands now as this one left it."""
        offence.number = self._number = self._number + 1
        self._replace_alike(offence)
        for part, (was, became) in offence.parts.items():
            self._move(offence.thing, part, was, became)
            self._exact.setdefault((part, became, was), []).append(offence)
            stands = self._standing.setdefault((part, became), {}).setdefault(offence.thing, {})
            stands.setdefault(was, []).append(offence)
        self._all.append(offence)
        self._of_thing.setdefault(offence.thing, []).append(offence)
        if len(self._all) > 2 * REMEMBERED:
            self._forget()

    def since(self, offence: Offence) -> list[Offence]:
        """An offence, and all that were done to the same thing after it."""
        same = self._of_thing[offence.thing]
        return same[same.index(offence) :]

    def undoable(self, now: Challenge, then: Challenge) -> Iterator[tuple[Offence, list[Challenge]]]:
        """The offences of which a step from `now` to `then` puts a part back, the last first.

        Beside each are the versions of what was spoilt that may stand in `now`.
        """
        left, later = set[Offence](), set[Offence]()
        for part, (is_now, becomes) in changed_parts(now, then).items():
            left.update(self._exact.get((part, is_now, becomes), ()))
            for by_was in self._standing.get((part, is_now), {}).values():
                later.update(by_was.get(becomes, ()))
        for one in sorted(left | later, key=lambda one: one.number, reverse=True):
            if self._is_known(one):
                yield one, [*self._spoilt(one, is_left=one in left, is_later=one in later)]

    def _spoilt(self, one: Offence, *, is_left: bool, is_later: bool) -> Iterator[Challenge]:
        if is_left and one.spoilt is not None:
            yield one.spoilt
        if is_later and (found := self._by_now(one)) is not None and found is not one.spoilt:
            yield found

    def _by_now(self, offence: Offence) -> Challenge | None:
        """What an offence left, with what later ones made of the same thing."""
        after = self.since(offence)[1:]
        for one in after[offence.follows :]:
            if offence.now is not None and one.spoilt is not None:
                offence.now = put_back(offence.now, one.spoilt, one.before, one.spoilt)
        offence.follows = len(after)
        return offence.now

    def _is_known(self, offence: Offence) -> bool:
        return offence.number > self._number - REMEMBERED

    def _forget(self) -> None:
        """Let go of what is too old, all at once, so that each one is looked at a second time only."""
        things = (by_was for by_thing in self._standing.values() for by_was in by_thing.values())
        lists = (self._all, *self._of_thing.values(), *self._exact.values())
        for many in (*lists, *(one for by_was in things for one in by_was.values())):
            many[:] = filter(self._is_known, many)
        self._alike = {key: one for key, one in self._alike.items() if self._is_known(one)}

    def _replace_alike(self, offence: Offence) -> None:
        """Leave out one that did the very same, if it was undone: what undoes this one would undo that one too."""
        key = (offence.thing, frozenset(offence.parts.items()))
        known, self._alike[key] = self._alike.get(key), offence
        if known is None or not known.parts or not self._is_over(known):
            return
        stands = [
            self._standing.get((part, became), {}).get(known.thing, {}).get(was, [])
            for part, (was, became) in known.parts.items()
        ]
        if all(known in one for one in stands):
            for one in stands:
                one.remove(known)
            for part, (was, became) in known.parts.items():
                self._exact[part, became, was].remove(known)

    def _move(self, thing: Thing, part: Hashable, was: Hashable, became: Hashable) -> None:
        moved = self._standing.get((part, was), {}).pop(thing, None)
        if moved is None:
            return
        there = self._standing.setdefault((part, became), {})
        known = there.get(thing, {})
        # The smaller one moves, so that a long row of offences is not gone through for each of them.
        more, fewer = (moved, known) if len(moved) > len(known) else (known, moved)
        for key, offences in fewer.items():
            more.setdefault(key, []).extend(offences)
        there[thing] = more
