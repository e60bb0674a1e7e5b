"""A challenge made ready for others: what can be learnt from it, and no personal name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.challenge.acceleration import Acceleration
from hundredday.challenge.design import Design, Problem, Stakeholder
from hundredday.challenge.goal import Goal
from hundredday.challenge.names import Named, names_in, offices_in
from hundredday.challenge.namesake import Bearers, bearers_of, fold, spans_of
from hundredday.challenge.record import Challenge, Closed, Lesson, Origin, Shape
from hundredday.language import N_, _
from hundredday.moves.filling import filled, without
from hundredday.moves.keys import make_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from hundredday.metrics import AnyMeasure

ROLES: Mapping[str, str] = {
    "sponsor": N_("the sponsor"),
    "leader": N_("the team leader"),
    "coach": N_("the coach"),
    "member": N_("a member of the team"),
    "owner": N_("the handover owner"),
    "stakeholder": N_("a stakeholder"),
    "other": N_("a colleague"),
}
"""What stands in the place of a name, by the role of whoever bears it."""


@dataclass(frozen=True, slots=True)
class Nameless:
    """Takes the names of people out of texts: what stands there instead is their role."""

    bearers: Bearers

    def text(self, text: str | None) -> str | None:
        """The text without names; None where there is none."""
        if text is None:
            return None
        told, at = [], 0
        for span in spans_of(text, self.bearers):
            role = _(ROLES[span.role])
            begins = not text[: span.start].strip() or re.search(r"[.!?…]\s*$", text[: span.start])
            told += [text[at : span.start], role[0].upper() + role[1:] if begins else role]
            at = span.end
        return "".join((*told, text[at:]))

    def first_name(self, text: str) -> str | None:
        """The first name that stands in a text; None where there is none."""
        return next((text[span.start : span.end] for span in spans_of(text, self.bearers)), None)

    def has_name(self, text: str) -> bool:
        """Whether a name stands in a text, or in a key or an id, where names are written in small letters."""
        written = re.sub(r"[-_]", " ", text).title() if re.fullmatch(r"[a-z0-9_-]+", text) else text
        return any(spans_of(written, self.bearers))


def nameless_of(
    challenge: Challenge, others: Iterable[Challenge] = (), names: Iterable[str] = ()
) -> Nameless:
    """Knows the names of a challenge with their roles, and all other names as those of colleagues.

    Args:
        challenge: the one whose texts are to be without names.
        others: further challenges, whose people may be spoken of.
        names: further names, such as those of participants of a training.
    """
    others = tuple(others)
    words = {fold(word) for one in (challenge, *others) for text in offices_in(one) for word in text.split()}
    own = [(one.name, one.role) for one in names_in(challenge) if _is_persons(one, words)]
    abroad = [(one.name, "other") for other in others for one in names_in(other) if _is_persons(one, words)]
    return Nameless(bearers_of((*own, *abroad, *((name, "other") for name in names))))


def shared(
    challenge: Challenge,
    nameless: Nameless,
    *,
    id: str,
    accelerator: str | None = None,
    on: date | None = None,
) -> Challenge:
    """What another accelerator can learn from a challenge.

    That is its problem, the roles of its stakeholders, how its goals are counted, its lessons, and how it
    ended; no person, no reading, no number that was promised or reached, and nothing that was decided.
    """
    design, closed = challenge.design, challenge.closed
    goals = dict(_goals(challenge, nameless))
    return filled(
        Challenge,
        format=1,
        title=nameless.text(challenge.title),
        topic=None if challenge.topic is None or nameless.has_name(challenge.topic) else challenge.topic,
        phase=challenge.phase,
        design=_design(design, nameless) if design else None,
        acceleration=filled(Acceleration, goals=goals) if goals else None,
        lessons=tuple(_lessons(challenge.lessons, nameless)) or None,
        closed=filled(Closed, date=closed.date, as_=closed.as_) if closed else None,
        origin=_origin(challenge, nameless, id=id, accelerator=accelerator, on=on),
    )


def for_elsewhere(made: Challenge) -> Challenge:
    """A shared challenge as another accelerator takes it up: its agencies are not those of this one."""
    if made.design is None or not made.design.stakeholders:
        return made
    roles = {key: without(one, "agency") for key, one in made.design.stakeholders.items()}
    return filled(made, design=filled(made.design, stakeholders=roles))


def _origin(
    challenge: Challenge, nameless: Nameless, *, id: str, accelerator: str | None, on: date | None
) -> Origin:
    """Where it comes from: what was shared once keeps its first origin; what it brought along goes on with it."""
    before = challenge.origin or Origin()
    if before.shared:
        return before
    brought = {key: one for key, one in before.goals.items() if not nameless.has_name(key)}
    return filled(
        Origin,
        challenge=None if nameless.has_name(id) else id,
        accelerator=nameless.text(accelerator),
        shared=on,
        goals={key: shape_in(one, nameless.text) for key, one in brought.items()} or None,
        lessons=tuple(_lessons(before.lessons, nameless)) or None,
    )


def stakeholder_roles(stakeholders: Iterable[Stakeholder], nameless: Nameless) -> dict[str, Stakeholder]:
    """Stakeholders by what they are to a challenge, without their names; the key is the role."""
    found: dict[str, Stakeholder] = {}
    for one in stakeholders:
        key = make_key(one.role or "stakeholder", found)
        agency = nameless.text(one.agency)
        found[key] = filled(
            Stakeholder, agency=agency, role=one.role, influence=one.influence, interest=one.interest
        )
    return found


def _design(design: Design, nameless: Nameless) -> Design:
    problem = design.problem
    stated = problem and filled(
        Problem, statement=nameless.text(problem.statement), affected=nameless.text(problem.affected)
    )
    roles = stakeholder_roles(design.stakeholders.values(), nameless)
    return filled(Design, problem=stated, stakeholders=roles or None)


def _goals(challenge: Challenge, nameless: Nameless) -> Iterator[tuple[str, Goal]]:
    """The shapes of the goals, the primary one first."""
    goals = sorted(challenge.goals.items(), key=lambda one: not one[1].primary)
    for number, (key, goal) in enumerate(goals, start=1):
        shape = goal.measurable and counted_as(goal.measurable, nameless.text)
        named = f"goal-{number}" if nameless.has_name(key) else key
        yield named, filled(Goal, primary=goal.primary or None, measurable=shape)


def counted_as(measure: AnyMeasure, said: Callable[[str | None], str | None]) -> AnyMeasure:
    """How something is counted, as a measure without any number."""
    shape = shape_in(shape_of(measure), said)
    return type(measure)(**shape.model_dump(exclude_unset=True))


def shape_of(measure: AnyMeasure) -> Shape:
    """How something is counted: metric, kind, unit and rule."""
    change = getattr(measure, "change", None) or None
    return filled(
        Shape,
        metric=measure.metric,
        kind=measure.kind,
        unit=measure.unit,
        counted=measure.counted,
        change=change,
    )


def shape_in(shape: Shape, said: Callable[[str | None], str | None]) -> Shape:
    """The same in other words."""
    return filled(shape, metric=said(shape.metric), unit=said(shape.unit), counted=said(shape.counted))


def _lessons(lessons: Iterable[Lesson], nameless: Nameless) -> Iterator[Lesson]:
    for one in lessons:
        tags = tuple(tag for tag in one.tags if not nameless.has_name(tag))
        yield filled(Lesson, text=nameless.text(one.text), kind=one.kind, tags=tags or None)


def _is_persons(one: Named, offices: set[str]) -> bool:
    """Whether a name is a person's, where a board or an office may stand as well."""
    if one.is_person:
        return True
    words = re.findall(r"[^\W\d_]+", one.name)
    capitals = all(not word[0].islower() for word in words)
    fewest = 2 if one.role == "stakeholder" else 1
    return (
        fewest <= len(words) <= 4 and capitals and not (offices | _OFFICES) & {fold(word) for word in words}
    )


_ENGLISH = (
    "accelerator agency akimat board bureau chamber city commission committee council court department directorate "
    "government group ministry office parliament police school secretariat service team union"
)
_CYRILLIC = (
    "агентство акимат акселератор бюро дума комиссия комитет министерство палата правительство совет суд управление "
    "әкімдік агенттік кеңес комитеті министрлігі үкімет"
)
_ARABIC = "مجلس وزارة هيئة لجنة دائرة حكومة مكتب محكمة"
_OFFICES = frozenset(fold(word) for word in f"{_ENGLISH} {_CYRILLIC} {_ARABIC}".split())
"""Words of boards and offices, which sign decisions as persons do."""
