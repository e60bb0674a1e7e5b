"""A threshold was made easier to pass while challenges were running.

What counts as at risk, off track or stale, how many stakeholders a challenge needs and how large a team may be are
settings of the accelerator. Lower one in the middle of a cohort, and goals turn green that nobody came nearer to. An
accelerator may do so, since the settings are its own; but whoever reads a page has to know that it was done. So
this is a warning, told of the commit that did it, where at least one challenge was in Acceleration with its clock
running. It is told of `at_risk_below` and `off_track_below` that were lowered, of
`stale_after` that was raised, of fewer `stakeholders`, and of a `team_size` that lets in smaller or larger teams.
A version of accelerator.yaml that cannot be read hides nothing: the last one that could be read counts.

Example: at_risk_below from 1 to 0.5, made easier to pass while small-claims-in-a-day was running.

What to do: ask who changed it why, and read the pages of that time with it in mind; `hundredday log accelerator`
shows every change of the settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Made

RULE = "threshold-eased"
SEVERITY = Severity.WARNING
BETWEEN = "; "
"""Stands between the thresholds that one finding is about."""


def check(made: Made) -> Iterator[AuditFinding]:
    if not (made.eased and made.running):
        return
    from hundredday.history.accelerator import setting_movement
    from hundredday.history.words import listed, some_of

    said = ngettext(
        "{settings}: made easier to pass while {challenges} was running.",
        "{settings}: made easier to pass while {number} challenges were running ({challenges}).",
        len(made.running),
    )
    text = said.format(
        settings=listed([f"{one.name} {setting_movement(*one)}" for one in made.eased]),
        number=len(made.running),
        challenges=some_of(made.running),
    )
    mend = _("Ask {name} why. Every change of the settings: hundredday log accelerator").format(
        name=made.author.name
    )
    about = BETWEEN.join(f"{one.name} {one.after}" for one in made.eased)
    found = made.found(RULE, SEVERITY, text, mend, about=about)
    yield found._replace(touches=tuple(sorted({*made.challenges, *made.running})))
