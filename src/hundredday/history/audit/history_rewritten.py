"""Commits that were in the history have vanished from it, or it does not go on from a seal.

Git lets anybody who may push replace the past: with a rebase, an amended commit, a filter, a forced push.
This tool remembers in every checkout which commit it saw last on a branch, and seals remember it in
every repository that has their tags. What has vanished is listed, and is kept until the next seal.

Example: 3 commits have vanished, among them “claims: 12 days to judgment on Day 70”.

What to do: ask who rewrote the history and why. The old commits can still be read: `git show COMMIT`.
If it was meant (an unpushed commit was amended), say so with `hundredday audit --seal`. A seal from
which the history does not go on remains a finding for good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.harmless import one_line
from hundredday.history.audit.whole import found
from hundredday.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.whole import Whole

RULE = "history-rewritten"
SEVERITY = Severity.ERROR

_NAMED = 5


def check(whole: Whole) -> Iterator[AuditFinding]:
    if whole.vanished:
        newest = whole.vanished[0]
        many = len(whole.vanished)
        named = "; ".join(f"{one.commit[:10]} {one_line(one.subject)}" for one in whole.vanished[:_NAMED])
        more = _("; and {many} more").format(many=many - _NAMED) if many > _NAMED else ""
        text = ngettext(
            "{many} commit vanished from this branch since it was last seen: {named}{more}.",
            "{many} commits vanished from this branch since it was last seen: {named}{more}.",
            many,
        ).format(many=many, named=named, more=more)
        mend = _(
            "Ask who rewrote it; git show {commit} still works. If it was meant: hundredday audit --seal"
        ).format(commit=newest.commit[:10])
        yield found(
            RULE, SEVERITY, text, mend, commit=newest.commit, when=newest.when.isoformat(), who=newest.who
        )
    for seal in whole.seals:
        if not seal.problem and not seal.goes_on:
            text = _("This history does not go on from the state sealed on {on} by {who} ({name}).").format(
                on=seal.on, who=seal.who, name=seal.name
            )
            mend = _("Ask who rewrote it. What differs: git log {name} ^HEAD").format(name=seal.name)
            yield found(RULE, SEVERITY, text, mend, commit=seal.commit, when=seal.on, who=seal.who)
