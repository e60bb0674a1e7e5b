"""What happened between two versions of a training intake, or of a partner's file, one sentence for each kind of thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import folded
from hundredday.history.event import Event
from hundredday.history.leaves import changes
from hundredday.history.words import change_words, key_words, quoted, shortened, some_of
from hundredday.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from hundredday.history.leaves import Change
    from hundredday.programme.exchange import Borrowed, Partner, Visit
    from hundredday.programme.training import Intake, Module, Participant
    from hundredday.shape import Part


def intake_events(before: Intake | None, after: Intake) -> tuple[Event, ...]:
    """What happened to a training intake; nothing where nothing did."""
    told = (
        []
        if before
        else [Event("training-opened", _("training opened: {title}").format(title=quoted(after.title)))]
    )
    then = before or type(after)(format=1, title=after.title)
    if before:
        told += _fields(then, after, {"modules", "participants"})
    told += _entries(then.modules, after.modules, _("module"), "module")
    told += _participants(then, after)
    return _at_least_one(told, before, after)


def partner_events(before: Partner | None, after: Partner) -> tuple[Event, ...]:
    """What happened to a partner's file; nothing where nothing did."""
    opened = _("exchange opened with {partner}").format(partner=shortened(after.partner))
    told = [] if before else [Event("exchange-opened", opened)]
    then = before or type(after)(format=1, partner=after.partner)
    if before:
        told += _fields(then, after, {"visits", "practices"})
    come = [visit for visit in after.visits if visit not in then.visits]
    gone = [visit for visit in then.visits if visit not in after.visits]
    if come and len(come) == len(gone):
        told.append(Event("visit-changed", _("visit changed: {visits}").format(visits=_visits(come))))
    else:
        told += [Event("visit-held", _("visit: {visits}").format(visits=_visits([one]))) for one in come]
        told += [
            Event("visit-removed", _("visit taken out: {visits}").format(visits=_visits([one])))
            for one in gone
        ]
    told += _uses(then, after)
    told += _entries(then.practices, after.practices, _("practice"), "practice", {"used_in"})
    return _at_least_one(told, before, after)


def _at_least_one(told: list[Event], before: Part | None, after: Part) -> tuple[Event, ...]:
    """What was told; of a difference that nothing else speaks for, that there is one."""
    if not told and before != after:
        told.append(Event("edited", _("details changed")))
    return tuple(told)


def _fields(before: Part, after: Part, apart: set[str]) -> Iterator[Event]:
    differing = [one for one in changes(before, after) if _apart(one, apart)]
    if differing:
        yield Event("described", shortened(change_words(differing, None)))


def _entries(
    before: Mapping[str, Module | Borrowed],
    after: Mapping[str, Module | Borrowed],
    what: str,
    name: str,
    apart: AbstractSet[str] = frozenset(),
) -> Iterator[Event]:
    """Entries under keys: which came, which changed and which went; fields that are told apart are left out."""
    for key, entry in after.items():
        called = shortened(entry.title or key_words(key))
        if key not in before:
            yield Event(f"{name}-added", _("{what} added: {name}").format(what=what, name=called))
        elif differing := [one for one in changes(before[key], entry) if _apart(one, apart)]:
            words = change_words(differing, None)
            yield Event(f"{name}-changed", _("{what} {key}: {words}").format(what=what, key=key, words=words))
    for key in before.keys() - after.keys():
        yield Event(f"{name}-removed", _("{what} taken out: {key}").format(what=what, key=key))


def _uses(before: Partner, after: Partner) -> Iterator[Event]:
    """Challenges that have begun to use a practice that stood there, or no longer do."""
    for key, practice in after.practices.items():
        if (then := before.practices.get(key)) is None:
            continue
        called = shortened(practice.title)
        for come, gone, said in (
            (practice.used_in, then.used_in, _("{practice}: used in {challenges}")),
            (then.used_in, practice.used_in, _("{practice}: no longer used in {challenges}")),
        ):
            if new := [id_ for id_ in come if id_ not in gone]:
                yield Event(
                    "practice-used", said.format(practice=called, challenges=shortened(", ".join(new)))
                )


def _participants(before: Intake, after: Intake) -> Iterator[Event]:
    old = {folded(one.name): one for one in before.participants}
    new = {folded(one.name): one for one in after.participants}
    come = [one for key, one in new.items() if key not in old]
    if come:
        said = ngettext("{names} enrolled", "{number} enrolled: {names}", len(come))
        yield Event("participants-enrolled", said.format(number=len(come), names=_names(come)))
    stayed = [(old[key], one) for key, one in new.items() if key in old]
    yield from _attended(after, stayed)
    for status, said in (("graduated", _("graduated: {names}")), ("left", _("left: {names}"))):
        if moved := [
            now for then, now in (*stayed, *((None, one) for one in come)) if _is_now(status, then, now)
        ]:
            yield Event(f"participants-{status}", said.format(names=_names(moved)))
    if moved := [now for then, now in stayed if now.project and now.project != then.project]:
        projects = ", ".join(dict.fromkeys(str(one.project) for one in moved))
        said = _("project of {names}: {projects}").format(names=_names(moved), projects=shortened(projects))
        yield Event("project-given", said)
    told = {"attended", "status", "date", "project"}
    if other := [now for then, now in stayed if any(_apart(one, told) for one in changes(then, now))]:
        yield Event("participants-changed", _("entry changed: {names}").format(names=_names(other)))
    if back := [now for then, now in stayed if _went_back(then, now)]:
        yield Event("participants-changed", _("entry changed back: {names}").format(names=_names(back)))
    if gone := [one for key, one in old.items() if key not in new]:
        yield Event("participants-removed", _("taken out: {names}").format(names=_names(gone)))


def _attended(after: Intake, stayed: Sequence[tuple[Participant, Participant]]) -> Iterator[Event]:
    keys = dict.fromkeys(key for _then, now in stayed for key in now.attended)
    for key in keys:
        if there := [now for then, now in stayed if key in now.attended and key not in then.attended]:
            module = after.modules.get(key)
            title = shortened((module.title if module else None) or key_words(key))
            said = _("{module} attended by {names}").format(module=title, names=_names(there))
            yield Event("module-attended", said)


def _is_now(status: str, then: Participant | None, now: Participant) -> bool:
    return now.status == status and (then is None or (then.status, then.date) != (now.status, now.date))


def _went_back(then: Participant, now: Participant) -> bool:
    """Whether something that had been reached was taken away again."""
    lost = set(then.attended) - set(now.attended)
    return bool(lost) or (now.is_enrolled and not then.is_enrolled) or bool(then.project and not now.project)


def _apart(change: Change, told: AbstractSet[str]) -> bool:
    return bool(change.where) and change.where[0] not in told


def _names(people: Iterable[Participant]) -> str:
    return some_of([shortened(one.name) for one in people])


def _visits(visits: Iterable[Visit]) -> str:
    return ", ".join(
        " ".join(part for part in (days_words(visit), visit.where and shortened(visit.where)) if part)
        for visit in visits
    )


def days_words(visit: Visit) -> str:
    """From when to when a visit was."""
    if visit.to is None or visit.to == visit.from_:
        return visit.from_.isoformat()
    return _("{start} to {end}").format(start=visit.from_.isoformat(), end=visit.to.isoformat())
