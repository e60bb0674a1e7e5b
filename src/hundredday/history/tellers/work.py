"""The work of the hundred days: blockers, declared colours and reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.leaves import changes, keyed, listing
from hundredday.history.pair import Pair, Told, acceleration_of
from hundredday.history.words import (
    change_words,
    date_words,
    key_words,
    on_day,
    shortened,
)
from hundredday.language import _
from hundredday.language.keywords import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.acceleration import Blocker, Review


def tell_blockers(pair: Pair) -> Iterator[Told]:
    """Every blocker that was raised, resolved, changed or removed."""
    before, after = acceleration_of(pair.before).blockers, acceleration_of(pair.after).blockers
    for key, old, new in keyed(before, after):
        where = ("acceleration", "blockers", key)
        what = _what(key, new or old)
        if new is None:
            yield Told(
                pair.event("blocker-removed", _("blocker removed: {what}").format(what=what), blocker=key),
                (where,),
            )
            continue
        if old is None:
            text = _("blocked: {what}{request}").format(what=what, request=_request(pair, new))
            event = pair.event(
                "blocker-raised",
                text,
                new.raised,
                blocker=key,
                asked_of=new.asked_of,
                needed_by=new.needed_by,
            )
            yield Told(event, (where,))
        if new.resolved and not (old and old.resolved):
            how = _("; how: {how}").format(how=shortened(new.how)) if new.how else ""
            event = pair.event(
                "blocker-resolved",
                _("unblocked: {what}{how}").format(what=what, how=how),
                new.resolved,
                blocker=key,
            )
            told = ("resolved",) if old and old.how else ("resolved", "how")
            yield Told(event, tuple((*where, field) for field in told))
            rest = [change for change in changes(old, new) if change.where[0] not in told]
        else:
            rest = list(changes(old, new))
        if old is not None and rest:
            yield pair.changed(
                "blocker-changed", _("blocker {what}").format(what=what), where, rest, blocker=key
            )


def tell_declared(pair: Pair) -> Iterator[Told]:
    """Every colour that people gave the challenge."""
    before, after = acceleration_of(pair.before).declared, acceleration_of(pair.after).declared
    found = listing(before, after, lambda one: one.date)
    where = (("acceleration", "declared"),)
    for one in found.added:
        because = f": {shortened(one.because)}" if one.because else ""
        text = _("declared {status} {date}{because}").format(
            status=word(one.status), date=on_day(one.date, pair.clock), because=because
        )
        event = pair.event("declared", text, one.date, status=one.status, because=one.because, by=one.by)
        yield Told(event, where)
    for old, new in found.rewritten:
        words = change_words(changes(old, new), pair.clock)
        text = _("colour declared {date} rewritten: {words}").format(
            date=on_day(new.date, pair.clock), words=words
        )
        yield Told(pair.event("declaration-rewritten", text, new.date, status=new.status), where)
    for one in found.removed:
        text = _("colour declared {date} removed: {status}").format(
            date=on_day(one.date, pair.clock), status=word(one.status)
        )
        yield Told(pair.event("declaration-removed", text, one.date, status=one.status), where)
    if found.reordered:
        yield Told(pair.event("edited", _("edited the order of acceleration.declared")), where)


def tell_reviews(pair: Pair) -> Iterator[Told]:
    """Every review that was held, changed or removed."""
    before, after = acceleration_of(pair.before).reviews, acceleration_of(pair.after).reviews
    for key, old, new in keyed(before, after):
        where = ("acceleration", "reviews", key)
        name = _("{key} review").format(key=word(key_words(key)))
        if new is None:
            yield Told(
                pair.event("review-removed", _("{name} removed").format(name=name), review=key), (where,)
            )
        elif old is None:
            event = pair.event(
                "review-held",
                _("{name} held{decided}").format(name=name, decided=_decided(pair, new)),
                new.date,
                review=key,
                decided=new.decided or None,
            )
            yield Told(event, (where,))
        else:
            yield pair.changed("review-changed", name, where, changes(old, new), review=key)


def _what(key: str, blocker: Blocker | None) -> str:
    return shortened(blocker.what) if blocker and blocker.what else key


def _request(pair: Pair, blocker: Blocker) -> str:
    asked = _("asked of {asked_of}").format(asked_of=shortened(blocker.asked_of)) if blocker.asked_of else ""
    needed = (
        _("needed by {needed_by}").format(needed_by=date_words(blocker.needed_by, pair.clock))
        if blocker.needed_by
        else ""
    )
    return "".join(f", {part}" for part in (asked, needed) if part)


def _decided(pair: Pair, review: Review) -> str:
    when = f" {on_day(review.date, pair.clock)}" if review.date else ""
    return f"{when}: {'; '.join(map(shortened, review.decided))}" if review.decided else when
