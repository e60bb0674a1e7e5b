"""A challenge left out a phase, went back to an earlier one, or ended early without a reason.

The phases are Design, Acceleration, Sustainability, closed, one after the other. Between two of them
stands a gate; a phase that was left out is a gate that nobody stood at. Only `stop` and `decline` end
a challenge from any phase, and they need a reason. How it ended stays: what was stopped cannot become
completed, since nobody stood at its last gates. It may go on where it stood, when the file says why under
`reopened`, together with the end that was taken back: `hundredday reopen ID` does that.

Example: `phase: design` in one version, `phase: sustainability` in the next.

What to do: ask who made the commit. Undo it with `git revert`, and move with `hundredday advance ID`.
A file that begins in a later phase, such as one taken over from Excel, is a warning only: what happened
to it before stands nowhere in this history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.reopening import reopening
from hundredday.language import _
from hundredday.language.keywords import word
from hundredday.mends import command, with_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Step

RULE = "phase-jumped-or-went-back"
SEVERITY = Severity.ERROR


def check(step: Step) -> Iterator[AuditFinding]:
    from hundredday.challenge import PHASES

    if step.after is None:
        return
    if step.before is None:
        yield from _begun(step, step.after)
        return
    way = PHASES.index(step.after.phase) - PHASES.index(step.before.phase)
    if way > 0:
        yield from _gone_on(step, step.before, step.after, way)
    elif way < 0 and not reopening(step.before, step.after):
        text = _("The phase went back from {start} to {to}.").format(
            start=_name(step.before.phase), to=_name(step.after.phase)
        )
        mend = _go_on_openly(step) if step.before.ended_early else _undo(step)
        yield step.found(RULE, SEVERITY, text, mend, about="went-back", is_loss=True)
    elif way == 0:
        yield from _ended_otherwise(step, step.before, step.after)


def _begun(step: Step, after: Challenge) -> Iterator[AuditFinding]:
    if after.phase != "design":
        text = _(
            "The file begins in the phase {to}: what came before stands nowhere in this history."
        ).format(to=_name(after.phase))
        mend = _("Keep what shows its earlier life (minutes, reports) beside the audit.")
        yield step.found(RULE, Severity.WARNING, text, mend, about="begins")


def _gone_on(step: Step, before: Challenge, after: Challenge, way: int) -> Iterator[AuditFinding]:
    start = _name(before.phase)
    if _ends_early(after):
        if not _reason(after):
            text = _("It ended in the phase {start} without a reason.").format(start=start)
            mend = _("Add the reason to the section closed of the file: because, and by.")
            yield step.found(RULE, SEVERITY, text, mend, about="no-reason")
    elif way > 1:
        text = _("The phase jumped from {start} to {to}, past a gate.").format(
            start=start, to=_name(after.phase)
        )
        mend = _("Undo it: git revert {commit}. Then pass the gates one by one: {command}").format(
            commit=step.made.commit[:10], command=with_id(command("advance"), step.challenge)
        )
        yield step.found(RULE, SEVERITY, text, mend, about="jumped")


def _ended_otherwise(step: Step, before: Challenge, after: Challenge) -> Iterator[AuditFinding]:
    from hundredday.challenge import PHASES

    if before.closed and after.closed and before.closed.as_ != after.closed.as_:
        text = _("It ended as {was}, and was made to have ended as {now}.").format(
            was=word(before.closed.as_), now=word(after.closed.as_)
        )
        yield step.found(RULE, SEVERITY, text, _undo(step), about="ended-otherwise")
    if before.phase == "closed" and before.phase_left != after.phase_left:
        # Else it could go on in a phase that it had never entered.
        text = _("A section of {phase} came or went when the challenge had been closed.").format(
            phase=_name(max(before.phase_left, after.phase_left, key=PHASES.index))
        )
        yield step.found(RULE, SEVERITY, text, _undo(step), about="section-of-closed")


def _go_on_openly(step: Step) -> str:
    again = with_id(command("reopen", because=_("Why it goes on")), step.challenge)
    return _("Undo it: git revert {commit}. Then let it go on in the open: {command}").format(
        commit=step.made.commit[:10], command=again
    )


def _undo(step: Step) -> str:
    return _("Ask why. To undo it: git revert {commit}").format(commit=step.made.commit[:10])


def _ends_early(challenge: Challenge) -> bool:
    return challenge.closed is not None and challenge.closed.as_ != "completed"


def _reason(challenge: Challenge) -> str | None:
    decision = challenge.design.decision if challenge.design else None
    return (challenge.closed.because if challenge.closed else None) or (
        decision.because if decision else None
    )


def _name(phase: str) -> str:
    return phase if phase == "closed" else word(phase).capitalize()
