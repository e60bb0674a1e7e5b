"""The audit: what happened in the whole history, whether it was allowed, and whether the history is whole."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import today_in, zone_of
from hundredday.errors import ExitCode, WrongUsage
from hundredday.git import GitFailed, cut_at, head_of
from hundredday.git.replaced import is_grafted, replacements
from hundredday.git.sealed import is_sealed
from hundredday.git.seen import accept, follow, goes_on, is_seen, seen
from hundredday.history.audit import Replayed, Seal, Vanished, Whole, judge_whole
from hundredday.language import _
from hundredday.store.kept.audits import keep_audit, kept_audit

if TYPE_CHECKING:
    from collections.abc import Callable

    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.history.audit import AuditFinding


class Audited(NamedTuple):
    """What an audit says of one challenge, or of all."""

    commits: int
    versions: int
    challenges: int
    findings: tuple[AuditFinding, ...]
    seals: tuple[Seal, ...]

    @property
    def is_ok(self) -> bool:
        return not any(finding.blocks for finding in self.findings)


def audit(desk: Desk, beginning: str | None, *, json: bool, seals_it: bool) -> ExitCode:
    """Audit the history, say what was found, and seal it if asked to; errors are the exit code.

    Raises:
        WrongUsage: there is no history, or no such challenge.
        GitFailed: the history cannot be read, or the seal cannot be made.
    """
    repository = _repository(desk)
    id_ = desk.find(beginning).id if beginning else None
    head = head_of(repository)
    if head is None:
        raise WrongUsage(_("Nothing was committed yet, so there is nothing to audit."), "hundredday save")
    found, whole = audit_at(desk, repository, head)
    audited = _audited(found, whole, id_)
    _show(desk, audited, json=json)
    if seals_it or is_sealed(repository):
        _seal(desk, repository, head, anew=seals_it)
    if not seals_it and not whole.vanished:
        follow(repository, head)
    return ExitCode.DONE if audited.is_ok else ExitCode.FINDINGS


def _seal(desk: Desk, repository: Repository, head: str, *, anew: bool) -> None:
    """Seal a head if asked to, and know which seals there are."""
    from hundredday.git.sealing import remember, seal

    if anew:
        sign = desk.accelerator.settings.sign_commits
        name = seal(repository, desk.folder.challenges_path, head, desk.today, sign=sign)
        accept(repository, head)
        desk.hint(_("Sealed as {name}. Keep it elsewhere too: git push origin {name}").format(name=name))
    remember(repository, anew=anew)


def audit_at(desk: Desk, repository: Repository, head: str) -> tuple[Replayed, Whole]:
    """What the history up to a commit shows, without a word about it: for pages and papers.

    Whether the history is whole is told of today's: one that ends earlier has not lost what came later.
    """
    return _audit_from(_known(desk), desk, repository, head)


def begin_audit_at(desk: Desk, repository: Repository, head: str) -> Callable[[], tuple[Replayed, Whole]]:
    """`audit_at`, begun on another core where there is much to read; calling what is returned gives what it found."""
    from hundredday.desk.crew import aside

    known = _known(desk)
    found = partial(_audit_from, known, desk, repository, head)
    return found if known else aside(found)


def _known(desk: Desk) -> Replayed | None:
    return kept_audit(desk.folder) if desk.given.caches else None


def _audit_from(
    known: Replayed | None, desk: Desk, repository: Repository, head: str
) -> tuple[Replayed, Whole]:
    whole = _whole(desk, repository, head_of(repository) or head)
    return _replayed(desk, repository, head, whole, known), whole


def audited_of(found: Replayed, whole: Whole, id_: str | None = None) -> Audited:
    """What an audit says of one challenge, or of all."""
    return _audited(found, whole, id_)


def _repository(desk: Desk) -> Repository:
    if desk.repository is None:
        raise WrongUsage(
            _("This folder is not in git, so there is no history to audit."),
            "hundredday init makes a repository.",
        )
    return desk.repository


def _whole(desk: Desk, repository: Repository, head: str) -> Whole:
    from hundredday.git.commits import subjects

    last = None if is_seen(repository, head) else seen(repository)
    is_lost = last is not None and not goes_on(repository, last, head)
    lost = subjects(repository, last, without=head) if last and is_lost else ()
    return Whole(
        cut_at=cut_at(repository),
        is_grafted=is_grafted(repository),
        replaced=replacements(repository),
        vanished=tuple(Vanished(one.id, one.authored, one.author, one.subject) for one in lost),
        seals=_seals(desk, repository) if is_sealed(repository) else (),
        signs=desk.accelerator.settings.sign_commits,
        until=_until(desk),
    )


def _seals(desk: Desk, repository: Repository) -> tuple[Seal, ...]:
    from hundredday.git.sealing import seals

    return tuple(
        Seal(one.name, one.head, one.by, one.on, one.goes_on, one.problem, *one.signature)
        for one in seals(repository, desk.folder.challenges_path)
    )


def _until(desk: Desk) -> datetime:
    """When it will be tomorrow's tomorrow, today or on the day that was given, whichever is later."""
    zone = desk.accelerator.timezone
    # Whoever gives a day of the past does not mean that all that was done since lies ahead.
    return datetime.combine(max(desk.today, today_in(zone)) + _AHEAD, time(), zone_of(zone))


def _replayed(
    desk: Desk, repository: Repository, head: str, whole: Whole, known: Replayed | None
) -> Replayed:
    # A commit names all of its past, so that what was found up to one is true for good; unless git
    # is made to show another past, or a key may have become known.
    can_keep = desk.given.caches and not (whole.cut_at or whole.is_grafted or whole.replaced)
    relative = repository.relative(desk.folder.root) if desk.folder.root != repository.root else ""
    root = f"{relative}/" if relative not in {"", "."} else ""
    if known and (not can_keep or _has_unknown_keys(known)):
        known = None
    if known and known.head == head:
        return known
    found = _replay(repository, root, head, known)
    if can_keep:
        keep_audit(desk.folder, found)
    return found


def _replay(repository: Repository, root: str, head: str, known: Replayed | None) -> Replayed:
    from hundredday.desk.past.replaying import replay
    from hundredday.desk.past.versions import BeforeUnknown

    if known:
        # A commit that is no longer in the repository is one that this history does not go on from.
        with suppress(BeforeUnknown, GitFailed):
            return replay(repository, root, head, known)
    return replay(repository, root, head)


def _has_unknown_keys(known: Replayed) -> bool:
    return any(one.rule == "unsigned-commit" and not one.blocks for one in known.findings)


def _audited(found: Replayed, whole: Whole, id_: str | None) -> Audited:
    of_history = judge_whole(whole._replace(newest=found.newest))
    if id_ is None:
        number, many = sum(found.versions.values()), len(found.versions)
        return Audited(found.commits, number, many, (*found.findings, *of_history), whole.seals)
    names = _names(found, id_)
    of_challenge = (
        one
        for one in found.findings
        if one.challenge in names or (one.challenge is None and names & {*one.touches})
    )
    number = sum(found.versions.get(name, 0) for name in names)
    return Audited(found.commits, number, 1, (*of_challenge, *of_history), whole.seals)


def _names(found: Replayed, id_: str) -> set[str]:
    """All ids that a challenge ever had."""
    names = {id_}
    for old, new in reversed(found.renames):
        if new in names:
            names.add(old)
    return names


def _show(desk: Desk, audited: Audited, *, json: bool) -> None:
    if json:
        rows = [finding.plain() for finding in audited.findings]
        desk.print_json(
            {"ok": audited.is_ok, "commits": audited.commits, "versions": audited.versions, "findings": rows}
        )
        return
    from hundredday.desk.terminal.screen import is_mere_text
    from hundredday.views.audited import clean_words

    clean = clean_words(audited.commits, audited.versions, audited.challenges)
    if not audited.findings and not audited.seals and is_mere_text(clean, desk.given):
        desk.say(clean)
        return
    from hundredday.views.audit import audit_text

    desk.draw(
        audit_text(
            audited.findings,
            seals=audited.seals,
            commits=audited.commits,
            versions=audited.versions,
            challenges=audited.challenges,
        )
    )


_AHEAD = timedelta(days=2)
"""From the beginning of today: a date of tomorrow may be one of another time zone."""
