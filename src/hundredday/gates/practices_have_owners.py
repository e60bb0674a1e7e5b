"""The practices have owners: what becomes permanent is named, with the post and the resources that keep it.

A practice is what people will do every day from now on. Without a post it is nobody's work, and
without resources it is a wish.

A good example:

    same-day-list: {practice: Same-day list in every court, owner_post: Court chair,
                    resources: No new posts, status: running}

To open the gate: `hundredday practice ID PRACTICE --owner-post … --resources …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "closed"
SEVERITY = Severity.ERROR

_POST = N_("Post that keeps it running")
_RESOURCES = N_("Money, people and systems it needs")


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    practices = challenge.sustainability.practices if challenge.sustainability else {}
    where = ("sustainability", "practices")
    if not practices:
        mend = command("practice", _("What becomes permanent"), owner_post=_(_POST), resources=_(_RESOURCES))
        yield Finding("practices-have-owners", _("No practice becomes permanent yet."), mend, where=where)
    for key, practice in practices.items():
        post = None if practice.owner_post else _(_POST)
        resources = None if practice.resources else _(_RESOURCES)
        if post or resources:
            lacking = _(" and ").join(
                words for words, lacks in ((_("an owner's post"), post), (_("resources"), resources)) if lacks
            )
            mend = command("practice", key, owner_post=post, resources=resources)
            text = _("The practice {key} lacks {lacking}.").format(key=key, lacking=lacking)
            yield Finding("practices-have-owners", text, mend, where=(*where, key))
