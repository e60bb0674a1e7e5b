"""Sustainability: the handover owner, practices, the scale decision and the follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.leaves import changes, keyed
from hundredday.history.pair import Pair, Told, sustainability_of
from hundredday.history.words import change_words, date_words, listed, shortened
from hundredday.language import _
from hundredday.language.keywords import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.people import Post
    from hundredday.challenge.sustainability import Practice


def tell_owner(pair: Pair) -> Iterator[Told]:
    """The post that keeps the result, named or changed."""
    before, after = sustainability_of(pair.before).owner, sustainability_of(pair.after).owner
    if not (differing := changes(before, after)):
        return
    if after is None:
        text = _("{before} is no longer the handover owner").format(before=_office(before))
    elif before is None:
        text = _("handover owner named: {after}").format(after=_office(after))
    else:
        text = _("handover owner changed: {differing}").format(differing=change_words(differing, pair.clock))
    post, agency = (after.post, after.agency) if after else (None, None)
    yield Told(pair.event("owner-named", text, post=post, agency=agency), (("sustainability", "owner"),))


def tell_practices(pair: Pair) -> Iterator[Told]:
    """Every practice that becomes permanent, changed or removed."""
    before, after = sustainability_of(pair.before).practices, sustainability_of(pair.after).practices
    for key, old, new in keyed(before, after):
        where = ("sustainability", "practices", key)
        if new is None:
            text = _("practice removed: {key}").format(key=_practice(key, old))
            yield Told(pair.event("practice-removed", text, practice=key), (where,))
        elif old is None:
            owner = (
                _(", owned by {owner_post}").format(owner_post=shortened(new.owner_post))
                if new.owner_post
                else ""
            )
            text = _("practice kept: {key}{owner}").format(key=_practice(key, new), owner=owner)
            event = pair.event("practice-kept", text, practice=key, owner_post=new.owner_post)
            yield Told(event, (where,))
        else:
            what = _("practice {key}").format(key=_practice(key, new))
            yield pair.changed("practice-changed", what, where, changes(old, new), practice=key)


def tell_scale(pair: Pair) -> Iterator[Told]:
    """The scale decision, made or changed."""
    before, after = sustainability_of(pair.before).scale, sustainability_of(pair.after).scale
    if not (differing := changes(before, after)):
        return
    if after is None or after.path is None:
        text = _("scale decision changed: {differing}").format(differing=change_words(differing, pair.clock))
    else:
        places = (
            _(", in {listed}").format(listed=listed([shortened(place) for place in after.where]))
            if after.where
            else ""
        )
        by = _(", by {by}").format(by=shortened(after.by)) if after.by else ""
        because = f": {shortened(after.because)}" if after.because else ""
        is_new = not (before and before.path)
        said = f"{word(after.path)}{places}{by}{because}"
        text = (_("scale decision made: {said}") if is_new else _("scale decision changed: {said}")).format(
            said=said
        )
    path, on = (after.path, after.date) if after else (None, None)
    was = before.path if before else None
    yield Told(pair.event("scale-decided", text, on, path=path, was=was), (("sustainability", "scale"),))


def tell_follow_up(pair: Pair) -> Iterator[Told]:
    """Which goal is watched after the end, and when."""
    before, after = sustainability_of(pair.before).follow_up, sustainability_of(pair.after).follow_up
    if not (differing := changes(before, after)):
        return
    where = (("sustainability", "follow_up"),)
    if after is None or (before and not {*before.dates} <= {*after.dates}):
        text = _("follow-up changed: {differing}").format(differing=change_words(differing, pair.clock))
    else:
        watched = pair.goal_name(after.watch) if after.watch else _("the result")
        days = listed([date_words(day, pair.clock) for day in after.dates])
        text = _("follow-up planned: {watched} watched{dates}").format(
            watched=watched, dates=_(" on {days}").format(days=days) if days else ""
        )
    watch, dates = (after.watch, after.dates) if after else (None, ())
    yield Told(pair.event("follow-up-planned", text, watch=watch, dates=dates or None), where)


def _office(post: Post | None) -> str:
    parts = (post.post, post.agency, post.name) if post else ()
    return shortened(", ".join(part for part in parts if part)) or _("a post not named")


def _practice(key: str, practice: Practice | None) -> str:
    return shortened(practice.practice) if practice and practice.practice else key
