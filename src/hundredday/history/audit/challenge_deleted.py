"""A challenge's file was deleted.

A challenge that ends early is stopped or declined with a reason, and its file stays: what was tried
and given up is what the next team needs to know. A file that was renamed or moved to another cohort
is not deleted; one that got a name, or a folder, under which no challenge is looked for is, and so is
one whose file another challenge was written over after its launch.

Example: a commit removes challenges/2026-spring/water-loss.yaml.

What to do: bring it back with `git revert`, then end it with `hundredday stop ID --because …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _
from hundredday.mends import command, with_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "challenge-deleted"
SEVERITY = Severity.ERROR


def check(step: Step) -> Iterator[AuditFinding]:
    if step.is_deletion:
        title = f" “{step.before.title}”" if step.before else ""
        text = _("The file of the challenge{title} was deleted.").format(title=title)
        mend = _("Bring it back: git revert {commit}. Then end it with a reason: {command}").format(
            commit=step.made.commit[:10], command=with_id(command("stop", because="WHY"), step.challenge)
        )
        yield step.found(RULE, SEVERITY, text, mend, is_loss=True)
    elif step.is_overwriting and step.before and step.after:
        text = _("Another challenge, “{title}”, was written over the file of “{was}”.").format(
            title=step.after.title, was=step.before.title
        )
        mend = _(
            "Undo it: git revert {commit}. The other one gets a file of its own: hundredday new TITLE"
        ).format(commit=step.made.commit[:10])
        yield step.found(RULE, SEVERITY, text, mend, is_loss=True)
