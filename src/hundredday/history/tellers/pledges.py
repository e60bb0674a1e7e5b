"""Pledges: drafted, signed, changed and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.leaves import changes, listing
from hundredday.history.pair import Pair, Told, sustainability_of
from hundredday.history.words import change_words, shortened
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.sustainability import Pledge

_WHERE = (("sustainability", "pledges"),)


def tell_pledges(pair: Pair) -> Iterator[Told]:
    """Every pledge that came, was signed, changed or went."""
    before, after = sustainability_of(pair.before).pledges, sustainability_of(pair.after).pledges
    found = listing(before, after, lambda pledge: (pledge.by, pledge.agency))
    for pledge in found.added:
        name = "pledge-signed" if pledge.signed else "pledge-drafted"
        text = _("pledge signed by {who}") if pledge.signed else _("pledge drafted by {who}")
        yield _told(pair, name, text.format(who=_leader(pledge)), pledge)
    for old, new in found.rewritten:
        if new.signed and not old.signed:
            yield _told(pair, "pledge-signed", _("pledge signed by {new}").format(new=_leader(new)), new)
        if rest := [change for change in changes(old, new) if old.signed or change.where != ("signed",)]:
            text = _("pledge by {new} changed: {rest}").format(
                new=_leader(new), rest=change_words(rest, pair.clock)
            )
            yield _told(pair, "pledge-changed", text, new)
    for pledge in found.removed:
        yield _told(
            pair, "pledge-removed", _("pledge by {pledge} removed").format(pledge=_leader(pledge)), pledge
        )
    if found.reordered:
        yield Told(pair.event("edited", _("edited the order of sustainability.pledges")), _WHERE)


def _told(pair: Pair, name: str, text: str, pledge: Pledge) -> Told:
    event = pair.event(name, text, pledge.signed, by=pledge.by, agency=pledge.agency, pledge=pledge.text)
    return Told(event, _WHERE)


def _leader(pledge: Pledge) -> str:
    who = pledge.by or pledge.post or _("a leader not named")
    return shortened(", ".join(part for part in (who, pledge.agency) if part))
