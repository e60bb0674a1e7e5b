"""One change of one challenge: lock, read again, act, splice, check, save, commit, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Acceleration
from hundredday.challenge.goal import Goal
from hundredday.desk.clocks import mention_days_ahead
from hundredday.desk.locking import lock, ready_to_write
from hundredday.desk.opening import read_file
from hundredday.desk.saving_edits import commit_edits
from hundredday.desk.writing import write
from hundredday.errors import Failure, Refused
from hundredday.history import events_between
from hundredday.language import _
from hundredday.moves import speak_of
from hundredday.moves.filling import prepare
from hundredday.store.plain import plain
from hundredday.store.records import Record, read_record
from hundredday.store.writing.splicing import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.history import Event
    from hundredday.store.folder import ChallengeFile


class RulesBroken(Refused):
    """A change after which the file would no longer be sound."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(_("This change is refused; the file is as it was."))
        self.findings = findings


def change(desk: Desk, file: ChallengeFile, act: Callable[[Challenge], Challenge]) -> Challenge:
    """Change one challenge, commit it, and say what happened and what comes next.

    Raises:
        Failure: nothing was changed, and why.
    """
    ready_to_write(desk)
    prepare(Goal, Acceleration)
    with lock(desk):
        before = read_file(desk.folder, file)
        after = _acted(act, before.challenge, file.id)
        events = events_between(before.challenge, after)
        if not events:
            desk.say(_("{id}: nothing changes; it says so already.").format(id=file.id))
            return before.challenge
        source = sound(before, rewritten(before.document, plain(after)), file.path)
        # Only now: a change that is refused leaves what was edited by hand as it is.
        commit_edits(desk, file, before)
        written = desk.written(events, lambda: events_between(before.challenge, after))
        path = desk.folder.absolute(file)
        write(desk, path, source, old=before.document.source, id=file.id, events=written)
    _tell(desk, file.id, after, events)
    return after


def _acted(act: Callable[[Challenge], Challenge], challenge: Challenge, id: str) -> Challenge:
    try:
        return act(challenge)
    except Failure as failure:
        raise speak_of(failure, id) from failure


def add(desk: Desk, id: str, challenge: Challenge, source: bytes) -> None:
    """Write and commit the file of a new challenge.

    Raises:
        Failure: nothing was written, and why; also when somebody took the id meanwhile.
    """
    ready_to_write(desk)
    with lock(desk):
        path = desk.folder.new_path(id, challenge.cohort)
        sound(None, source, path.relative_to(desk.folder.root).as_posix())
        path.parent.mkdir(parents=True, exist_ok=True)
        events = events_between(None, challenge)
        written = desk.written(events, lambda: events_between(None, challenge))
        write(desk, path, source, old=None, id=id, events=written)
    _tell(desk, id, challenge, events)


def record_in(desk: Desk, file: ChallengeFile) -> Record:
    """What the file holds now; what was edited by hand is committed first, as a commit of its own.

    Raises:
        BadFile: it cannot be read as a challenge; nothing was committed.
    """
    record = read_file(desk.folder, file)
    commit_edits(desk, file, record)
    return record


def sound(before: Record | None, source: bytes, shown: str) -> bytes:
    """The new bytes of a file, when they break no rule that was not broken before.

    Raises:
        BadFile: they cannot be read as a challenge.
        RulesBroken: they break a rule.
    """
    known = {(finding.code, finding.text) for finding in before.findings} if before else set()
    after = read_record(source, shown)
    new = tuple(f for f in after.findings if f.blocks and (f.code, f.text) not in known)
    if new:
        raise RulesBroken(tuple(without_place(new)))
    return source


def without_place(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    # The line is one that was never saved: showing it would send people to look for it.
    yield from (finding._replace(place=None) for finding in findings)


def _tell(desk: Desk, id: str, challenge: Challenge, events: tuple[Event, ...]) -> None:
    from hundredday.desk.next_line import next_line

    for text in dict.fromkeys(event.text for event in events):
        desk.say(f"{id}: {text}")
    mention_days_ahead(desk, id, challenge)
    if not desk.given.quiet:
        desk.hint(next_line(challenge, id, desk.accelerator, desk.today))
