"""An amendment that stood in the file was taken out or changed.

Amendments tell how the goal came to be what it is. One that disappears takes along who agreed, when
and why. To fill in a reason or an approver that was missing is no offence.

Example: the amendment of 27 May is gone from a version of 2 June, and the lower target stays.

What to do: put it back with `git revert`; a change of mind is a further amendment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.audit.step import sentence
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.acceleration import Amendment
    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "amendment-removed-or-rewritten"
SEVERITY = Severity.ERROR


def check(step: Step) -> Iterator[AuditFinding]:
    for event in step.events:
        goal, field = event.detail.get("goal"), event.detail.get("field")
        if event.name == "amendment-removed" or (
            event.name == "amendment-rewritten" and not _is_completed(step, str(goal), str(field), event.on)
        ):
            mend = _("Put it back: git revert {commit}. A change of mind is a further amendment.").format(
                commit=step.made.commit[:10]
            )
            about = f"{goal} {field} {event.on}"
            yield step.found(RULE, SEVERITY, sentence(event.text), mend, about=about, is_loss=True)


def _is_completed(step: Step, goal: str, field: str, on: date | None) -> bool:
    """Whether only a reason or an approver that was missing came in."""
    assert step.before is not None
    assert step.after is not None
    after = _named(step.after, goal, field, on)
    return any(
        old not in after and any(old == new.model_copy(update=_blank(old)) for new in after)
        for old in _named(step.before, goal, field, on)
    )


def _named(challenge: Challenge, goal: str, field: str, on: date | None) -> list[Amendment]:
    return [one for one in challenge.amendments if (one.goal, one.field, one.date) == (goal, field, on)]


def _blank(old: Amendment) -> dict[str, None]:
    return {name: None for name in ("because", "by") if getattr(old, name) is None}
