"""Undoing: what puts back what stood before an offence is no second one; the first is told as undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.audit.remembered import Offence, Remembered
from hundredday.history.audit.step import Step, is_same
from hundredday.history.putting_back import put_back
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hundredday.challenge import Challenge
    from hundredday.history.audit.finding import AuditFinding, Key
    from hundredday.history.audit.step import Made

Deed = tuple[str, "Key"]
"""What one finding is known by: its commit and its key."""

_WARNINGS = frozenset({"record-rewritten"})
"""The rules that only warn, of something that can be put back all the same."""


class Offences:
    """The last offences so far, by the ids that their challenges have now; each may be undone twice.

    Args:
        judge: what the rules find in a step.
        follows: whether the first commit has the second among its ancestors.
        over: what is known to have been undone.
    """

    def __init__(
        self,
        judge: Callable[[Step], Iterable[AuditFinding]],
        follows: Callable[[str, str], bool],
        over: Iterable[Deed] = (),
    ) -> None:
        self._judge, self._follows, self._over = judge, follows, {*over}
        self._known: dict[str, Remembered] = {}
        self.undone: dict[Deed, Made] = {}
        """The commit in which an offence was undone first."""

    def note(self, finding: AuditFinding, step: Step) -> None:
        """Know an offence from now on."""
        if step.before is not None:
            known = self._known.setdefault(step.challenge, Remembered(self._is_over))
            known.add(Offence(finding, step, step.before))

    def rename(self, old: str, new: str) -> None:
        """Follow a challenge that was given another id."""
        if old != new and old in self._known:
            gone = self._known.pop(old)
            if new not in self._known:
                self._known[new] = gone
            else:
                for one in gone:
                    self._known[new].add(one)

    def without_undoing(self, step: Step) -> Step:
        """The step as it would be if what it undoes had never been done.

        A clock that was taken away while it ran stands all the same: what it froze stays frozen.
        """
        known = self._known.get(step.challenge)
        if not known or step.after is None:
            return step
        if step.before is None:
            return self._brought_back(step, known, step.after)
        return _as_frozen(self._put_back(step, known, step.before, step.after), known)

    def _put_back(self, step: Step, known: Remembered, now: Challenge, then: Challenge) -> Step:
        before = now
        for offence, spoilt in known.undoable(now, then):
            if self._is_undone(offence, spoilt, now, then):
                before = _mended(offence, spoilt, before, then)
                self._tell(known.since(offence), step.made)
        return step if before is now else step.from_before(before)

    def _brought_back(self, step: Step, known: Iterable[Offence], after: Challenge) -> Step:
        for one in known:
            if (
                one.spoilt is None
                and is_same(one.before, after)
                and self._follows(step.made.commit, one.made.commit)
            ):
                self._tell([one], step.made)
                step = step.from_before(one.before)
        return step

    def _is_undone(
        self, offence: Offence, spoilt: Sequence[Challenge], now: Challenge, then: Challenge
    ) -> bool:
        """Whether `then` puts back what stood before, and what was found is not true of it any more."""
        is_put_back = _mended(offence, spoilt, now, then) is not now
        return is_put_back and self._stands(offence, now) and not self._stands(offence, then)

    def _stands(self, offence: Offence, version: Challenge) -> bool:
        known = offence.finding
        step = Step(known.challenge or "", offence.made, offence.before, version, offence.settings)
        return any(found.key == known.key for found in self._judge(step))

    def _tell(self, offences: Sequence[Offence], made: Made) -> None:
        """Remember that the first of these was undone, and with it what was done to the same thing since."""
        for one in offences:
            self.undone.setdefault((one.finding.commit, one.finding.key), made)

    def _is_over(self, offence: Offence) -> bool:
        deed = (offence.finding.commit, offence.finding.key)
        return deed in self.undone or deed in self._over


def is_offence(finding: AuditFinding) -> bool:
    """Whether what was found can be undone."""
    if finding.challenge is None or finding.rule == "invalid-version":
        return False
    return finding.blocks or finding.rule in _WARNINGS


def told_undone(finding: AuditFinding, made: Made) -> AuditFinding:
    """A finding that also says by whom it was undone."""
    text = _("{text} Undone on {date} by {name} in {commit}.").format(
        text=finding.text, date=made.authored.date(), name=made.author.name, commit=made.commit[:10]
    )
    mend = _("It was put back. Ask {name} why it was done.").format(name=finding.who)
    return finding._replace(text=text, mend=mend, is_undone=True)


def _as_frozen(step: Step, known: Remembered) -> Step:
    if step.before is None or step.before.clock:
        return step
    # To take a clock away before Day 0 is no offence, and freezes nothing.
    taken = [one for one in known if one.finding.about == "clock" and one.spoilt and one.spoilt.clock is None]
    return step.as_launched(taken[-1].before) if taken else step


def _mended(offence: Offence, spoilt: Sequence[Challenge], now: Challenge, then: Challenge) -> Challenge:
    """`now` with what `then` puts back of what was spoilt; itself where that is nothing."""
    for one in spoilt:
        now = put_back(now, offence.before, one, then)
    return now
