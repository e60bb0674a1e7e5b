"""Gathering what the pages are made from: the files, their stories out of git, and what the audit says."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from hundredday import __version__
from hundredday.desk.gathering_beside import stand_beside
from hundredday.desk.survey import calendar_of
from hundredday.findings import Finding, Place
from hundredday.language import _, spoken
from hundredday.pages.drawing import digest_of_templates
from hundredday.pages.site import Audited, Dossier, Office
from hundredday.problems import Problems
from hundredday.store.walking import problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hundredday.days import WorkingCalendar
    from hundredday.desk.desk import Desk
    from hundredday.desk.gathering_beside import StandsBeside
    from hundredday.desk.past.committed import Committed
    from hundredday.history.audit import AuditFinding, Replayed, Whole
    from hundredday.history.timeline import Entry
    from hundredday.store.folder import ChallengeFile


class Source(NamedTuple):
    """What the page of one challenge is made from; `digest` changes with any of it."""

    file: ChallengeFile
    content: bytes
    story: Sequence[Entry]
    audited: Audited | None
    digest: str


class Gathered(NamedTuple):
    """What the whole report is made from; `terms` change with what all pages have in common."""

    office: Office
    calendar: WorkingCalendar
    sources: Sequence[Source]
    audited: Audited | None
    problems: Sequence[Finding]
    terms: str
    beside: StandsBeside | None


def gather(desk: Desk, head: str | None = None) -> Gathered:
    """Everything for a report; with a commit, the story and the audit up to it."""
    past = _Past.of(desk, head)
    problems = Problems()
    beside = stand_beside(desk, head, problems)
    office = office_of(desk, has_history=past.has_history, has_beside=beside is not None)
    terms = digest(
        __version__, digest_of_templates(), repr(office.accelerator), office.today.isoformat(), spoken(),
        office.name, str(past.has_history), str(office.has_beside),
    )  # fmt: skip
    sources = list(_sources(desk, past, terms, problems))
    return Gathered(office, calendar_of(desk), sources, past.audited(), problems, terms, beside)


def gather_one(desk: Desk, beginning: str, head: str | None = None) -> tuple[Office, Dossier]:
    """What is known of one challenge; with a commit, the story and the audit up to it.

    Raises:
        UnknownId, AmbiguousId, BadFile, CannotRead: there is no such challenge to tell of.
    """
    file, record = desk.open(beginning)
    past = _Past.of(desk, head)
    content = record.document.source
    source = Source(file, content, past.story(file.id), past.audited_as(file, content), "")
    office = office_of(desk, has_history=past.has_history)
    return office, dossier_of(source, office, calendar_of(desk))


def office_of(desk: Desk, *, has_history: bool, has_beside: bool = False) -> Office:
    """What all pages have in common."""
    name = desk.accelerator.name or desk.folder.root.name
    return Office(desk.accelerator, name, desk.today, has_history, has_beside)


def dossier_of(source: Source, office: Office, calendar: WorkingCalendar) -> Dossier:
    """Everything that is known of one challenge.

    Raises:
        BadFile: it cannot be read as a challenge.
    """
    from hundredday.gates import gate_ahead, verdicts
    from hundredday.gates.smart import letters
    from hundredday.outlook.summary import standing
    from hundredday.store.records import read_record

    record = read_record(source.content, source.file.path)
    challenge, settings, today = record.challenge, office.accelerator.settings, office.today
    id_ = source.file.id
    gate = gate_ahead(challenge)
    return Dossier(
        challenge=challenge,
        standing=standing(
            challenge,
            id=id_,
            path=source.file.path,
            settings=settings,
            calendar=calendar,
            today=today,
            reviews=office.accelerator.reviews_of(challenge.cohort),
        ),
        gate=gate,
        verdicts=verdicts(gate, challenge, settings, today, id=id_) if gate else (),
        letters={key: letters(key, goal, challenge, settings) for key, goal in challenge.goals.items()},
        story=source.story,
        audited=source.audited,
        problems=record.findings,
    )


def digest(*parts: str) -> str:
    """One short text that changes when any of the parts does."""
    whole = "".join(f"{len(part)} {part}" for part in parts)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


class _Past:
    """What git knows: nothing where the folder is not in git, or nothing is committed yet."""

    def __init__(
        self,
        stories: Mapping[str, Sequence[Entry]],
        audits: _Audits | None,
        committed: Committed | None = None,
    ) -> None:
        self._stories = stories
        self._audits = audits
        self._committed = committed
        self._loose: tuple[AuditFinding, ...] = ()

    @classmethod
    def of(cls, desk: Desk, head: str | None) -> _Past:
        from hundredday.desk.past.auditing import begin_audit_at
        from hundredday.desk.past.committed import Committed
        from hundredday.desk.past.story import told
        from hundredday.git import head_of

        repository, is_of_now = desk.repository, head is None
        head = head or (head_of(repository) if repository else None)
        if repository is None or head is None:
            return cls({}, None)
        audit = begin_audit_at(desk, repository, head)
        stories: dict[str, list[Entry]] = {}
        for entry in told(desk, repository, None, head):
            stories.setdefault(entry.challenge, []).append(entry)
        committed = Committed.at(repository, desk.folder, head) if is_of_now else None
        return cls(stories, _Audits(*audit()), committed)

    @property
    def has_history(self) -> bool:
        return self._audits is not None

    def story(self, id_: str) -> Sequence[Entry]:
        return self._stories.get(id_, ())

    def audited(self) -> Audited | None:
        """What the audit says of all, and which files that were looked at it cannot speak of."""
        return self._audits.of(None).beside(self._loose) if self._audits else None

    def audited_as(self, file: ChallengeFile, content: bytes) -> Audited | None:
        """What the audit says of a challenge whose file says this."""
        loose = tuple(self._committed.differing(file, content)) if self._committed else ()
        self._loose += loose
        return self._audits.of(file.id).beside(loose) if self._audits else None


class _Audits:
    """What the audit found, challenge by challenge."""

    def __init__(self, found: Replayed, whole: Whole) -> None:
        self._found, self._whole = found, whole
        self._by_id: dict[str, list[AuditFinding]] = {}
        for finding in self._found.findings:
            for id_ in {finding.challenge} if finding.challenge else {*finding.touches}:
                self._by_id.setdefault(id_, []).append(finding)

    def of(self, id_: str | None) -> Audited:
        from hundredday.desk.past.auditing import audited_of

        found = self._found
        if id_ is not None and not found.renames:
            # Of thousands of findings, and of no other name, only those of this challenge are looked at.
            found = found._replace(findings=tuple(self._by_id.get(id_, ())))
        audited = audited_of(found, self._whole, id_)
        return Audited(audited.commits, audited.versions, audited.findings)


def _sources(desk: Desk, past: _Past, terms: str, problems: Problems) -> Iterator[Source]:
    """What every file is made of; of several with one id only the first, as nobody can tell them apart."""
    seen: dict[str, str] = {}
    for file in desk.folder.challenge_files():
        if file.id.casefold() in seen:
            problems.append(
                problem(
                    "duplicate-id",
                    file.path,
                    _(" ({other} has it too)").format(other=seen[file.id.casefold()]),
                )
            )
            continue
        seen[file.id.casefold()] = file.path
        try:
            content = desk.folder.read(file)
        except OSError as error:
            problems.append(_unreadable(file, error))
            continue
        story, audited = past.story(file.id), past.audited_as(file, content)
        events = "".join(f"{one.commit}{one.event.name}{one.event.text}" for one in story)
        found = repr((audited.versions, audited.findings)) if audited else ""
        key = digest(terms, file.path, hashlib.sha256(content).hexdigest(), events, found)
        yield Source(file, content, story, audited, key)


def _unreadable(file: ChallengeFile, error: OSError) -> Finding:
    text = _("{path} cannot be read: {error}.").format(path=file.path, error=error.strerror)
    return Finding("cannot-read", text, _("See who may read it."), place=Place(file.path, 1, 1))
