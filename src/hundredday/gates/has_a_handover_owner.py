"""The result has a handover owner: a permanent post in an agency, held by nobody of the team.

The team goes home. What it leaves behind stays only if it is somebody's ordinary work, and a post
outlives the person in it.

A good example: `owner: {post: Head of the court administration, agency: Supreme Court}`.

To open the gate: `hundredday own ID --post … --agency …`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import is_same_name
from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.challenge.people import Person, Post
    from hundredday.programme import Settings

GATE: Gate = "closed"
SEVERITY = Severity.ERROR


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    owner = challenge.sustainability.owner if challenge.sustainability else None
    agency = (owner and owner.agency) or challenge.agency or _("Agency that keeps it")
    where = ("sustainability", "owner")
    if not (owner and owner.post and owner.agency):
        post = (owner and owner.post) or _("Post that keeps the result")
        lacking = (
            _("its post and its agency") if not owner else _("its agency") if owner.post else _("its post")
        )
        text = _("The handover owner lacks {lacking}.").format(lacking=lacking)
        yield Finding("has-a-handover-owner", text, command("own", post=post, agency=agency), where=where)
    elif any(_holds(owner, person) for person in (challenge.team.people() if challenge.team else ())):
        text = _("The handover owner, {name}, is on the Acceleration Team.").format(
            name=owner.name or owner.post
        )
        name = _("Name of the permanent owner") if owner.name else None
        mend = command("own", post=_("Post that keeps the result"), agency=agency, name=name)
        yield Finding("has-a-handover-owner", text, mend, where=where)


def _holds(owner: Post, person: Person) -> bool:
    if owner.name and person.name:
        return is_same_name(owner.name, person.name)
    return is_same_name(owner.post, person.post) and is_same_name(owner.agency, person.agency)
