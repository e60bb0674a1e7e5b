"""The challenge has a sponsor: one leader, by name and post, who opens doors for the team.

The sponsor does not set the goals. The sponsor frees people's time, removes what stops the team and
answers for the result. A committee cannot do that, and neither can a person without a post.

A good example:

    sponsor: {name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}

To open the gate: `hundredday describe ID --sponsor "Name; post; agency"`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding, Severity
from hundredday.gates.condition import Gate, command, person_option
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge import Challenge
    from hundredday.programme import Settings

GATE: Gate = "acceleration"
SEVERITY = Severity.ERROR


def check(challenge: Challenge, settings: Settings, today: date) -> Iterator[Finding]:
    del settings, today
    sponsor = challenge.sponsor
    name, post = (sponsor.name, sponsor.post) if sponsor else (None, None)
    if name and post:
        return
    agency = (sponsor and sponsor.agency) or challenge.agency or _("Agency of the sponsor")
    example = person_option(name or _("Name of the sponsor"), post or _("Post of the sponsor"), agency)
    text = (
        _("Nobody sponsors it yet")
        if not sponsor
        else _("The sponsor's {what} is missing").format(what=_("post") if name else _("name"))
    )
    yield Finding("has-a-sponsor", f"{text}.", command("describe", sponsor=example), where=("sponsor",))
