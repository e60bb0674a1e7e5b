"""What happened between two versions of accelerator.yaml: its fields, topics, partners, cohorts and settings."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from hundredday.harmless import one_line
from hundredday.history.event import Event
from hundredday.history.leaves import Change
from hundredday.history.words import change_words, movement_words, quoted, shortened, some_of
from hundredday.language import _, ngettext
from hundredday.programme.accelerator import FILE, Accelerator, Cohort, Settings, Weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hundredday.history.event import Fact
    from hundredday.history.leaves import Leaf

Setting = float | tuple[int, ...]
"""The value of a setting."""

_DESCRIBING = ("name", "host", "country", "timezone", "language")


def accelerator_events(before: Accelerator | None, after: Accelerator | None) -> tuple[Event, ...]:
    """What happened to accelerator.yaml, None where there is no file; nothing where nothing did.

    A setting that is not written stands for its default: to write the default down is no difference.
    """
    if after is None:
        return (_removed(before),) if before else ()
    then = before or Accelerator(**{name: getattr(after, name) for name in _DESCRIBING})
    told = () if before else (_founded(after),)
    told = (
        *told,
        *_described(then, after),
        *_topics(then.topics, after.topics),
        *_partners(then.partners, after.partners),
        *_cohorts(then.cohorts, after.cohorts),
        *_settings(then.settings, after.settings),
    )
    # Partners in another order, and whatever a later field brings.
    return told or ((Event("edited", _("details changed")),) if then != after else ())


def _founded(after: Accelerator) -> Event:
    name = quoted(after.name) if after.name else ""
    return Event("accelerator-founded", _("founded as {name}").format(name=name) if name else _("founded"))


def _removed(before: Accelerator) -> Event:
    return Event("removed", _("file removed: {title}").format(title=quoted(before.name or FILE)))


def _described(before: Accelerator, after: Accelerator) -> Iterator[Event]:
    found = ((name, getattr(before, name), getattr(after, name)) for name in _DESCRIBING)
    differing = [Change((name,), then or None, now or None) for name, then, now in found if then != now]
    if differing:
        yield Event("described", change_words(differing, None))


def _topics(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Event]:
    if come := {key: title for key, title in after.items() if key not in before}:
        said = ngettext("topic added: {names}", "{number} topics added: {names}", len(come))
        yield _listing("topic-added", said, "topic", come)
    for key in (key for key, title in after.items() if before.get(key, title) != title):
        words = movement_words(Change((), before[key] or None, after[key] or None), None)
        yield Event(
            "topic-renamed",
            _("topic {topic} renamed {words}").format(topic=one_line(key), words=words),
            {"topic": key, "from": before[key], "to": after[key]},
        )
    if gone := {key: title for key, title in before.items() if key not in after}:
        said = ngettext("topic taken out: {names}", "{number} topics taken out: {names}", len(gone))
        yield _listing("topic-removed", said, "topic", gone)


def _partners(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[Event]:
    if come := {name: name for name in after if name not in before}:
        said = ngettext("partner added: {names}", "{number} partners added: {names}", len(come))
        yield _listing("partner-added", said, "partner", come)
    if gone := {name: name for name in before if name not in after}:
        said = ngettext("partner taken out: {names}", "{number} partners taken out: {names}", len(gone))
        yield _listing("partner-removed", said, "partner", gone)


def _cohorts(before: Mapping[str, Cohort], after: Mapping[str, Cohort]) -> Iterator[Event]:
    come = {key: cohort for key, cohort in after.items() if key not in before}
    bare = {key: cohort.title or key for key, cohort in come.items() if not _has_days(cohort)}
    if len(bare) > 1:
        said = ngettext("cohort opened: {names}", "{number} cohorts opened: {names}", len(bare))
        yield _listing("cohort-opened", said, "cohort", bare)
    for key, cohort in come.items():
        if len(bare) <= 1 or key not in bare:
            yield _opened(key, cohort)
    for key in (key for key, cohort in after.items() if key in before and before[key] != cohort):
        yield from _cohort_changes(key, before[key], after[key])
    if gone := {key: cohort.title or key for key, cohort in before.items() if key not in after}:
        said = ngettext("cohort taken out: {names}", "{number} cohorts taken out: {names}", len(gone))
        yield _listing("cohort-removed", said, "cohort", gone)


def _has_days(cohort: Cohort) -> bool:
    return bool(cohort.launch or cohort.reviews)


def _opened(key: str, cohort: Cohort) -> Event:
    facts = [quoted(cohort.title)] if cohort.title else []
    if cohort.launch:
        facts.append(_("launch on {day}").format(day=cohort.launch))
    reviews = cohort.reviews.items()
    facts += [_("{name} review on {day}").format(name=one_line(name), day=day) for name, day in reviews]
    said = _("cohort {name} opened").format(name=one_line(key))
    return Event("cohort-opened", f"{said}: {', '.join(facts)}" if facts else said, {"cohort": key})


def _cohort_changes(key: str, before: Cohort, after: Cohort) -> Iterator[Event]:
    if before.title != after.title:
        change = Change(("title",), before.title or None, after.title or None)
        yield _of_cohort("cohort-renamed", key, _("title"), change)
    if before.launch != after.launch:
        name = "cohort-launch-moved" if after.launch else "cohort-launch-removed"
        yield _of_cohort(name, key, _("launch"), Change(("launch",), before.launch, after.launch))
    for review in dict.fromkeys((*after.reviews, *before.reviews)):
        change = Change(("reviews", review), before.reviews.get(review), after.reviews.get(review))
        if change.before != change.after:
            name = "moved" if change.before and change.after else "set" if change.after else "removed"
            what = _("{name} review").format(name=one_line(review))
            yield _of_cohort(f"cohort-review-{name}", key, what, change, review=review)


def _of_cohort(name: str, cohort: str, what: str, change: Change, **facts: str) -> Event:
    said = _("cohort {name}: {what} {words}").format(
        name=one_line(cohort), what=what, words=movement_words(change, None)
    )
    moved = {"from": change.before, "to": change.after}
    return Event(name, said, {"cohort": cohort, **facts, **_facts(moved)})


def _settings(before: Settings, after: Settings) -> Iterator[Event]:
    for name in (one.name for one in fields(Settings) if one.name != "weights"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            said = f"{name} {setting_movement(name, old, new)}"
            yield Event("setting-changed", said, {"setting": name, **_facts({"from": old, "to": new})})
    weights = (
        (one.name, *(getattr(of, one.name) for of in (before.weights, after.weights)))
        for one in fields(Weights)
    )
    differing = [Change((name,), old, new) for name, old, new in weights if old != new]
    if differing:
        yield Event("weights-changed", _("weights: {words}").format(words=change_words(differing, None)))


def setting_movement(name: str, before: Setting, after: Setting) -> str:
    """How a setting changed: `from 1 to 0.5`, `from 8–12 to 6–14`."""
    return movement_words(Change((), _said(name, before), _said(name, after)), None)


def _said(name: str, value: Setting) -> Leaf:
    if isinstance(value, tuple):
        return ("–" if name == "team_size" else ", ").join(map(str, value))
    return value


def _listing(name: str, said: str, fact: str, named: Mapping[str, str]) -> Event:
    names = [shortened(title or key) for key, title in named.items()]
    return Event(
        name, said.format(number=len(names), names=some_of(names)), {fact: "; ".join(map(one_line, named))}
    )


def _facts(found: Mapping[str, Leaf | date | None]) -> dict[str, Fact]:
    return {name: _plain(value) for name, value in found.items() if value is not None}


def _plain(value: Leaf) -> Fact:
    if isinstance(value, tuple):
        return "; ".join(str(_plain(part)) for part in value)
    return value if isinstance(value, str | int | float) else value.isoformat()
