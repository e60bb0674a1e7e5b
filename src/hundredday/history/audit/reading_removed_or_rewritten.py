"""A reading that stood in the file was taken out or changed in place.

A reading that was wrong is corrected by a later entry for the same day, so that both stand side by
side. One that disappears, or whose number becomes another one, was not corrected: it was hidden. A guardrail
that is taken out takes its readings along.

Example: `{date: 2026-05-04, value: 12}` became `{date: 2026-05-04, value: 20}`.

What to do: put it back with `git revert`, then correct it: `hundredday record ID GOAL VALUE --on DATE`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.audit.step import sentence
from hundredday.language import _
from hundredday.mends import command, with_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step
    from hundredday.history.event import Event

RULE = "reading-removed-or-rewritten"
SEVERITY = Severity.ERROR

_NAMES = frozenset({"reading-removed", "reading-rewritten"})


def check(step: Step) -> Iterator[AuditFinding]:
    for event in step.events:
        if event.name in _NAMES or _is_reordered(event) or _is_removed_with_readings(event):
            series = event.detail.get("goal") or event.detail.get("guardrail") or event.detail.get("where")
            mend = _("Put it back: git revert {commit}").format(commit=step.made.commit[:10])
            if event.on and not _is_reordered(event):
                right = with_id(command("record", str(series), "VALUE", on=event.on), step.challenge)
                mend = _("{mend}. Then correct it: {command}").format(mend=mend, command=right)
            about = f"{series} {event.on}"
            yield step.found(RULE, SEVERITY, sentence(event.text), mend, about=about, is_loss=True)


def _is_removed_with_readings(event: Event) -> bool:
    return event.name == "guardrail-removed" and bool(event.detail.get("readings"))


def _is_reordered(event: Event) -> bool:
    # Of two entries for one day the later one counts, so their order is a number too.
    return event.name == "edited" and str(event.detail.get("where", "")).endswith(".readings")
