"""What the audit's rules look at: one commit, and one step of one challenge in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from hundredday.days import zone_of
from hundredday.history.audit.finding import AuditFinding

if TYPE_CHECKING:
    from datetime import date, datetime

    from hundredday.challenge import Challenge
    from hundredday.findings import Severity
    from hundredday.history.event import Event
    from hundredday.history.thresholds import Eased
    from hundredday.programme import Settings


class Who(NamedTuple):
    """Somebody as a commit names them."""

    name: str
    email: str


Signature = Literal["good", "missing", "wrong", "revoked", "unknown", "not-asked"]
"""What git says of a commit's signature; `unknown` is a sound one of a key that nobody here vouches for."""


class Made(NamedTuple):
    """A commit as the rules see it.

    `challenges` are the ids of those whose content it changed; `newest_parent` is the date of its newest
    parent. `timezone` is the accelerator's own. `signer` is whose key a good signature was made with, as
    git names them: a name with an address, or the principals of a list of signers. `parted_from` is the folder
    from which some challenges came, and others did not: from the root of the repository, ended by `/`. `eased`
    are the thresholds that it made easier to pass, `running` the challenges whose clock ran then.
    """

    commit: str
    author: Who
    committer: Who
    authored: datetime
    committed: datetime
    timezone: str
    newest_parent: datetime | None = None
    challenges: tuple[str, ...] = ()
    is_merge: bool = False
    signature: Signature = "not-asked"
    signer: str = ""
    parted_from: str | None = None
    eased: tuple[Eased, ...] = ()
    running: tuple[str, ...] = ()

    @property
    def earliest_day(self) -> date:
        """The earliest day on which it can have been written: the author's, here or where they were."""
        return min(_days(self.authored, self.timezone))

    @property
    def latest_day(self) -> date:
        """The latest day on which it can have been written, by any of its dates and zones."""
        return max(*_days(self.authored, self.timezone), *_days(self.committed, self.timezone))

    def found(
        self,
        rule: str,
        severity: Severity,
        text: str,
        mend: str,
        *,
        challenge: str | None = None,
        about: str = "",
    ) -> AuditFinding:
        """A finding in this commit."""
        when = self.authored.isoformat()
        return AuditFinding(
            rule,
            severity,
            challenge,
            self.commit,
            when,
            self.author.name,
            text,
            mend,
            about,
            touches=self.challenges,
        )


class Step:
    """One version of a challenge against the last one that could be read; None where there is none.

    `problem` says why the new version cannot be read as a challenge; where it does, `after` is None.
    `settings` are the accelerator's as of this commit.
    """

    def __init__(
        self,
        challenge: str,
        made: Made,
        before: Challenge | None,
        after: Challenge | None,
        settings: Settings,
        problem: str = "",
    ) -> None:
        self.challenge, self.made = challenge, made
        self.before, self.after = before, after
        self.settings, self.problem = settings, problem

    def from_before(self, before: Challenge) -> Step:
        """The same step from another version."""
        return Step(self.challenge, self.made, before, self.after, self.settings, self.problem)

    def as_launched(self, launched: Challenge) -> Step:
        """The same step as if the clock of an earlier version stood in both; the whole phase, where it is gone."""
        phase, now = self.before and self.before.acceleration, self.after and self.after.acceleration
        if self.before is None or self.after is None or now is None:
            return self
        clock = {"clock": launched.clock}
        whole = launched.acceleration if phase is None else phase.model_copy(update=clock)
        before = self.before.model_copy(update={"acceleration": whole})
        after = self.after
        if after.clock is None:
            after = after.model_copy(update={"acceleration": now.model_copy(update=clock)})
        return Step(self.challenge, self.made, before, after, self.settings, self.problem)

    @property
    def is_deletion(self) -> bool:
        return self.after is None and not self.problem

    @property
    def is_overwriting(self) -> bool:
        """Whether another challenge took the place of one whose clock had been set."""
        return bool(self.before and self.after and self.before.clock and not is_same(self.before, self.after))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """What happened where rules look at it; nothing in a version that cannot be read."""
        from hundredday.history.audit import looked_at
        from hundredday.history.difference import events_between

        return () if self.problem else events_between(self.before, self.after, looked_at())

    def found(
        self, rule: str, severity: Severity, text: str, mend: str, *, about: str = "", is_loss: bool = False
    ) -> AuditFinding:
        """A finding in this version."""
        found = self.made.found(rule, severity, text, mend, challenge=self.challenge, about=about)
        return found._replace(is_loss=is_loss)


def is_same(one: Challenge, other: Challenge) -> bool:
    """Whether two versions are of one challenge: its title or one of its goals stayed."""
    return one.title == other.title or bool(one.goals.keys() & other.goals.keys())


def sentence(words: str) -> str:
    """An event's words as a sentence of their own."""
    return f"{words[:1].upper()}{words[1:]}."


def _days(moment: datetime, timezone: str) -> tuple[date, date]:
    try:
        return moment.date(), moment.astimezone(zone_of(timezone)).date()
    except (OverflowError, ValueError):  # a date at the end of all calendars
        return moment.date(), moment.date()
