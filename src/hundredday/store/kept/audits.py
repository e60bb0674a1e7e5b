"""What the last audit found, kept beside the commit that it went up to: a commit never changes, nor does its past.

Any trouble with what is kept means that it is not there.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from hundredday.findings import Severity
from hundredday.history.audit import AuditFinding, Dated, Replayed
from hundredday.programme.keeping import accelerator_from, plain_accelerator
from hundredday.store.kept.file import KeptFile

if TYPE_CHECKING:
    from hundredday.store.folder import Folder

_SHAPE = 7


def kept_audit(folder: Folder) -> Replayed | None:
    """The last audit of a folder; None where none is kept."""
    try:
        plain = KeptFile(folder, "audit", _SHAPE).read()
        if not plain:
            return None
        findings = tuple(_finding(*one) for one in plain["findings"])
        renames = tuple((old, new) for old, new in plain["renames"])
        blob, settings = plain["terms"]
        terms = blob, accelerator_from(settings)
        newest = tuple(
            Dated(commit, datetime.fromisoformat(when), who) for commit, when, who in plain["newest"]
        )
        return Replayed(plain["head"], plain["commits"], plain["versions"], renames, findings, terms, newest)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def keep_audit(folder: Folder, audit: Replayed) -> None:
    """Keep what an audit found."""
    blob, settings = audit.terms
    terms = blob, plain_accelerator(settings)
    newest = [(one.commit, one.when.isoformat(), one.who) for one in audit.newest]
    plain = {**audit._asdict(), "versions": dict(audit.versions), "terms": terms, "newest": newest}
    KeptFile(folder, "audit", _SHAPE).keep(plain)


def _finding(rule: str, severity: str, *rest: Any) -> AuditFinding:
    *told, touches, is_undone = rest
    return AuditFinding._make((rule, Severity(severity), *told, tuple(touches), is_undone))
