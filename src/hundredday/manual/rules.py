"""The rules of the audit: what it looks for.

`hundredday audit` reads every version of every challenge from git and believes content, not messages.
`hundredday help NAME` says more about a rule: what it means, what an honest explanation can be, what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.audit import rules
from hundredday.language import _
from hundredday.manual.gates import marked

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each rule with what it finds."""
    for rule in rules():
        yield rule.RULE, marked(_((rule.__doc__ or "").partition("\n")[0]), rule.SEVERITY)
