"""Somebody committed in another person's name.

Git keeps who wrote a change and who committed it. They differ when a change was taken over from a
colleague, applied from a mail, merged on a web page, or finished by somebody else after an interruption;
and they differ when somebody writes in another person's name. This is a warning.

Example: written by Dana Omarova, committed by Timur Ospanov.

What to do: ask the author whether the change is theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Made

RULE = "author-differs-from-committer"
SEVERITY = Severity.WARNING


def check(made: Made) -> Iterator[AuditFinding]:
    author, committer = made.author, made.committer
    if author.email.casefold() != committer.email.casefold():
        text = _("Written by {name} <{email}>, committed by {name_2} <{email_2}>.").format(
            name=author.name, email=author.email, name_2=committer.name, email_2=committer.email
        )
        yield made.found(
            RULE, SEVERITY, text, _("Ask {name} whether the change is theirs.").format(name=author.name)
        )
