"""What completion offers for an argument or an option: ids with titles, keys, people, conditions, topics."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.desk.door.glancing import folder_of, glance
from hundredday.errors import Failure
from hundredday.language import _
from hundredday.store.kept.scan import id_of
from hundredday.store.walking import challenge_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from hundredday.store.folder import Folder


class Offer(NamedTuple):
    """A word that can stand there, and what it is."""

    word: str
    about: str = ""


class Typed(NamedTuple):
    """What was typed before: the command, -C, and the arguments; `begun` is the word that is being typed."""

    command: str
    directory: str | None
    values: tuple[str, ...]
    begun: str = ""


def of_kind(parameter: str, typed: Typed) -> Iterable[Offer]:
    """What can stand for an argument or an option of a command; nothing where no accelerator is."""
    first = typed.command.partition(" ")[0]
    offered = next(
        (
            OFFERED[name]
            for name in (f"{typed.command}.{parameter}", f"{first}.{parameter}", parameter)
            if name in OFFERED
        ),
        None,
    )
    if offered is None:
        return ()
    try:
        return list(offered(folder_of(typed.directory), typed))
    except (Failure, OSError):
        return ()


def ids(folder: Folder, typed: Typed) -> Iterator[Offer]:
    """The ids that begin so, with the titles that were last read; a few are looked up that never were."""
    from hundredday.store.kept.index import Index

    known, looked = Index.of(folder).titles(typed.begun.casefold()), 0
    for path in challenge_paths(folder.root, typed.begun):
        if path not in known and looked < _MOST_TITLES:
            looked += 1
            known[path] = glance("title", folder.root / path)
        yield Offer(id_of(path), known.get(path, ""))


def stories(folder: Folder, typed: Typed) -> Iterator[Offer]:
    """The challenges, and the accelerator's own file."""
    yield from ids(folder, typed)
    yield Offer("accelerator", "accelerator.yaml")


def registers(kind: str) -> Callable[[Folder, Typed], Iterator[Offer]]:
    """The training intakes or the partners, with what they are called."""

    def offered(folder: Folder, typed: Typed) -> Iterator[Offer]:
        del typed
        for path in sorted((folder.root / kind).glob("*.yaml")):
            data = _data(path)
            yield Offer(path.stem, str(data.get("title") or data.get("partner") or ""))

    return offered


def modules(folder: Folder, typed: Typed) -> Iterator[Offer]:
    """The modules of the intake that was named."""
    named = _data(folder.root / "training" / f"{typed.values[0]}.yaml").get("modules")
    for key, module in named.items() if isinstance(named, dict) else ():
        yield Offer(str(key), str(module.get("title", "")) if isinstance(module, dict) else "")


def conditions(folder: Folder, typed: Typed) -> Iterator[Offer]:
    """The conditions of the gate ahead."""
    from hundredday import gates

    phase = str(_challenge(folder, typed).get("phase"))
    ahead = "launch" if typed.command == "launch" else _NEXT.get(phase)
    for condition in gates.conditions():
        if ahead is None or ahead == condition.GATE:
            yield Offer(gates.name_of(condition), _((condition.__doc__ or "").partition("\n")[0]))


def frozen_fields(folder: Folder, typed: Typed) -> Iterator[Offer]:
    """What only an amendment can change."""
    from hundredday.challenge.frozen import FROZEN

    del folder, typed
    return (Offer(name) for name in FROZEN)


def metric_kinds(folder: Folder, typed: Typed) -> Iterator[Offer]:
    """The kinds of metrics."""
    from hundredday.metrics import KINDS

    del folder, typed
    return (Offer(kind) for kind in KINDS)


def keys(*way: str, about: str) -> Callable[[Folder, Typed], Iterator[Offer]]:
    """The keys of a group of the challenge that was named, each with one of its texts."""

    def offered(folder: Folder, typed: Typed) -> Iterator[Offer]:
        group: Any = _challenge(folder, typed)
        for name in way:
            group = group.get(name) if isinstance(group, dict) else None
        for key, value in group.items() if isinstance(group, dict) else ():
            text = value.get(about) if isinstance(value, dict) else value
            yield Offer(str(key), str(text or ""))

    return offered


def recorded(folder: Folder, typed: Typed) -> Iterator[Offer]:
    """The goals and the guardrails, until one was named."""
    if len(typed.values) == 1:
        yield from keys("acceleration", "goals", about="specific")(folder, typed)
        yield from keys("acceleration", "guardrails", about="metric")(folder, typed)


def people(folder: Folder, typed: Typed) -> Iterator[Offer]:
    """Who is named in the challenge; without one, who is named in any of the first files."""
    if typed.values and typed.command != "people":
        yield from _people_in(_challenge(folder, typed))
        return
    for file in islice(folder.challenge_files(), _MOST_FILES):
        yield from _people_in(_data(folder.absolute(file)))


def of_programme(group: str) -> Callable[[Folder, Typed], Iterator[Offer]]:
    """The keys of a group of accelerator.yaml, such as its topics."""

    def offered(folder: Folder, typed: Typed) -> Iterator[Offer]:
        del typed
        named = _data(folder.accelerator_path).get(group)
        for key, value in named.items() if isinstance(named, dict) else ():
            yield Offer(str(key), str(value.get("title", "") if isinstance(value, dict) else value))

    return offered


def of_help(folder: Folder, typed: Typed) -> Iterator[Offer]:
    """Every topic, condition and rule that has a page."""
    from hundredday import manual

    del folder, typed
    return (Offer(word) for word in manual.words())


def words(*said: str) -> Callable[[Folder, Typed], Iterator[Offer]]:
    """Always the same words."""
    return lambda _folder, _typed: (Offer(word) for word in said)


_GOALS = keys("acceleration", "goals", about="specific")
OFFERED: Mapping[str, Callable[[Folder, Typed], Iterable[Offer]]] = {
    "id": ids,
    "log.id": stories,
    "new.id": words(),
    "help.word": of_help,
    "training new.id": words(),
    "exchange new.id": words(),
    "training.id": registers("training"),
    "exchange.id": registers("exchange"),
    "training.module": modules,
    "origin": ids,
    "project": ids,
    "waive": conditions,
    "record.goal_and_value": recorded,
    "goal": _GOALS,
    "watch": _GOALS,
    "goal.key": _GOALS,
    "amend.field": frozen_fields,
    "goal.kind": metric_kinds,
    "unblock.key": keys("acceleration", "blockers", about="what"),
    "milestone.title": keys("acceleration", "milestones", about="title"),
    "guardrail.metric": keys("acceleration", "guardrails", about="metric"),
    "stakeholder.name": keys("design", "stakeholders", about="name"),
    "practice.practice": keys("sustainability", "practices", about="practice"),
    "review.name": words("midpoint"),
    "topic": of_programme("topics"),
    "cohort": of_programme("cohorts"),
    "by": people,
    "owner": people,
    "asked_of": people,
    "agenda.person": people,
    "people.name": people,
    "status.phase": words("design", "acceleration", "sustainability", "closed"),
    "status.sort": words("urgency", "title", "day", "health", "end", "agency"),
}
"""What is offered, under the name of a parameter, or of a command and its parameter."""

_NEXT = {"design": "acceleration", "acceleration": "sustainability", "sustainability": "closed"}
_MOST_TITLES = 200
_MOST_FILES = 100


def _challenge(folder: Folder, typed: Typed) -> Mapping[str, Any]:
    return _data(folder.absolute(folder.path_of(typed.values[0]))) if typed.values else {}


def _data(path: Path) -> Mapping[str, Any]:
    from hundredday.store.limited import read_limited
    from hundredday.store.yaml.document import BadFile
    from hundredday.store.yaml.reading import parse

    try:
        data = parse(read_limited(path, follows=True), path.name).data
    except (BadFile, OSError):
        return {}
    return data if isinstance(data, dict) else {}  # type: ignore[redundant-expr]  # `parse` lets nothing else through


def _people_in(data: object) -> Iterator[Offer]:
    """Whoever has a name and a post or an agency, wherever they stand."""
    if isinstance(data, dict):
        name, rest = data.get("name"), [data.get("post"), data.get("agency")]
        if isinstance(name, str) and any(rest):
            yield Offer(name, ", ".join(str(one) for one in rest if one))
        for value in data.values():
            yield from _people_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from _people_in(value)
