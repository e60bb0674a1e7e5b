"""The story of challenges as a timeline: what happened, when, who wrote it down, and in which commit.

It is told from the files alone. What a commit's message says of itself is not believed and not read.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from hundredday.days import day_number
from hundredday.harmless import one_line
from hundredday.history.event import Event
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime, tzinfo


class Step(NamedTuple):
    """One file in one commit.

    `before` is its content's id in each parent of the commit and `after` in the commit, None where it
    was not there; `parents` are these. `was` is its path in the parent, where that was another one. `is_cut` says that the
    parents are not in this clone, so that nobody can tell what the commit changed. Paths are from the accelerator's
    `folder`, which is ended by `/`; those that begin with `/` are outside of it, from the root of the repository.
    """

    commit: str
    when: datetime
    who: str
    mail: str
    path: str
    before: tuple[str | None, ...]
    after: str | None
    was: str | None = None
    is_cut: bool = False
    parents: tuple[str, ...] = ()
    folder: str = ""


class Comparison(NamedTuple):
    """What two contents of a file mean side by side; `start` is Day 0, where there is a clock.

    `is_readable` tells of the later content: of one that is no challenge there are no events.
    """

    events: tuple[Event, ...] = ()
    start: date | None = None
    is_readable: bool = True


class Entry(NamedTuple):
    """One thing that happened; `on_day` is Day N of the day on which it was written down.

    Where it happened to a file beside the challenges, `kind` is its folder, and `challenge` the file's id;
    for the accelerator's own file these are `accelerator` and the file's name.
    """

    commit: str
    when: datetime
    who: str
    challenge: str
    on_day: int | None
    event: Event
    kind: str = ""

    def plain(self) -> dict[str, object]:
        """The entry as `log --json` prints it."""
        return {
            "commit": self.commit,
            "when": self.when.isoformat(),
            "who": self.who,
            "challenge": None if self.kind else self.challenge,
            "on_day": self.on_day,
            "event": self.event.name,
            "text": self.event.text,
            "detail": {self.kind: self.challenge, **self.event.detail}
            if self.kind
            else dict(self.event.detail),
        }


def timeline(
    steps: Sequence[Step],
    compare: Callable[[str | None, str | None], Comparison],
    zone: tzinfo,
    follows: Callable[[str, str], bool] = lambda _later, _earlier: True,
) -> Iterator[Entry]:
    """What happened in each step, in their order; a file's steps stand behind those they follow from.

    A challenge goes by the last id that it had. A version that is no challenge is passed over: the next
    one is compared with the last that was. What a cherry-pick or a rebase wrote down again is told once.
    What a merge threw away of one side is told as the merge's own. `follows` says whether the first commit
    is the second, or has it among its ancestors.
    """
    sound = _Sound(follows)
    grown: dict[str | None, list[str | None]] = {}
    gone: set[tuple[str, str]] = set()
    told: dict[tuple[str, str, datetime, str, str], str | None] = {}
    for step, challenge in zip(steps, present_ids(steps), strict=True):
        found = _compared(step, compare, sound)
        lost = _lost(step, compare, grown) if len(step.before) > 1 else ()
        if len(step.before) == 1:
            grown.setdefault(step.before[0], []).append(step.after)
        day = day_number(found.start, step.when.astimezone(zone).date()) if found.start else None
        for event in (*found.events, *(one for one in lost if (challenge, one.text) not in gone)):
            if _is_loss(event):
                gone.add((challenge, event.text))
            mark = (challenge, step.mail, step.when, event.name, event.text)
            # A copy keeps its author and its author's time; a sequel in the same second builds on the first.
            if mark not in told or told[mark] in step.before:
                told[mark] = step.after
                yield Entry(step.commit, step.when, one_line(step.who), challenge, day, event)


def present_ids(steps: Sequence[Step]) -> list[str]:
    """The id under which each step's challenge goes on, through every renaming that came later."""
    known: dict[str, str] = {}
    ids = []
    for step in reversed(steps):
        challenge = known.get(step.path) or id_of(step.path)
        ids.append(challenge)
        if step.was is not None:
            known[step.was] = challenge
        if step.was is not None or not any(step.before):
            # Whatever had this name before this step was another file.
            known.pop(step.path, None)
    return ids[::-1]


def id_of(path: str) -> str:
    """The id that a path gives to a challenge."""
    return one_line(path.rpartition("/")[2].rpartition(".")[0])


class _Sound:
    """Of each content that is no challenge, the last one before it that was: another one on each branch."""

    def __init__(self, follows: Callable[[str, str], bool]) -> None:
        self._follows = follows
        self.replaced: dict[tuple[str, str], list[tuple[str, str | None]]] = defaultdict(list)

    def before(self, step: Step) -> list[str | None]:
        """The content in each parent of a step, or the last one before it that was a challenge."""
        return [self._one(step, place, blob) if blob else None for place, blob in enumerate(step.before)]

    def _one(self, step: Step, place: int, blob: str) -> str | None:
        known = self.replaced.get((step.was or step.path, blob), [(step.commit, blob)])
        if len(known) > 1 and len(step.parents) == len(step.before):
            parent = step.parents[place]
            known = [one for one in known if self._follows(parent, one[0])] or known
        return known[-1][1]


def _compared(
    step: Step,
    compare: Callable[[str | None, str | None], Comparison],
    sound: _Sound,
) -> Comparison:
    before = sound.before(step) or [None]
    # Every time, because the same content may stand in a file where it follows something else.
    found = [compare(blob, step.after) for blob in dict.fromkeys(before)]
    first = found[0]
    if len(step.before) > 1 and step.after in step.before:
        return first._replace(events=())
    if not first.is_readable:
        assert step.after is not None
        sound.replaced[step.path, step.after].append((step.commit, before[0]))
        return first._replace(events=(unreadable(),))
    if step.is_cut:
        return first._replace(events=(_cut(),))
    shared = _shared([one.events for one in found])
    if not shared and len(found) == 1 and step.after not in step.before:
        shared = (_tidied(),)
    return first._replace(events=(*_moved(step), *shared))


def _shared(told: Sequence[Iterable[Event]]) -> tuple[Event, ...]:
    """What is new against every parent: what a merge brought together was told where it was done."""
    first, *others = ({(event.name, event.text): event for event in events} for events in told)
    return tuple(event for mark, event in first.items() if all(mark in other for other in others))


def _lost(
    step: Step,
    compare: Callable[[str | None, str | None], Comparison],
    grown: Mapping[str | None, Sequence[str | None]],
) -> tuple[Event, ...]:
    """What one side had and the merge has not, though the merge's content did not grow from that side's."""
    sides = [blob for blob in dict.fromkeys(step.before) if blob and not _grew(blob, step.after, grown)]
    told = {event.text: event for blob in sides for event in compare(blob, step.after).events}
    return tuple(event for event in told.values() if _is_loss(event))


def _grew(blob: str | None, into: str | None, grown: Mapping[str | None, Sequence[str | None]]) -> bool:
    """Whether a content became another one in some row of commits."""
    reached, waiting = {blob}, [blob]
    while waiting and into not in reached:
        new = [one for one in grown.get(waiting.pop(), ()) if one not in reached]
        reached.update(new)
        waiting += new
    return into in reached


def _is_loss(event: Event) -> bool:
    return event.name.endswith("removed")


def _moved(step: Step) -> Iterator[Event]:
    if step.was is None:
        return
    was, now = step.was, step.path
    if was.startswith("/") or now.startswith("/"):
        was, now = (path if path.startswith("/") else f"/{step.folder}{path}" for path in (was, now))
    yield from moved_events(was, now)


def moved_events(was: str, now: str) -> Iterator[Event]:
    """What it means that a file stands at another path; from another accelerator's folder with a `/` in front."""
    (above, old), (over, new) = _parts(was), _parts(now)
    paths = {"from": was, "to": now}
    if old != new:
        yield Event("moved", _("renamed: was {old}").format(old=old), paths)
    if above != over:
        names = above.rpartition("/")[2], over.rpartition("/")[2]
        old_folder, folder = (above, over) if above.startswith("/") else names
        text = _("moved from the folder {old_folder} to {folder}").format(
            old_folder=old_folder, folder=folder
        )
        yield Event("moved", text, paths)


def _parts(path: str) -> tuple[str, str]:
    return one_line(path.rpartition("/")[0] or "/"), id_of(path)


def unreadable() -> Event:
    """What is told of a version that cannot be read as what it should be."""
    return Event("unreadable", _("edited by hand into a file that cannot be read"))


def _tidied() -> Event:
    return Event("tidied", _("comments and layout changed, nothing else"))


def _cut() -> Event:
    return Event("history-cut", _("history is cut here: what happened before is not in this clone"))
