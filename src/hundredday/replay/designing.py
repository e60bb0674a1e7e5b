"""How a challenge was proposed, judged and decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.design import Design, Problem
from hundredday.replay.line import Line, options_of, repeated, typed_person
from hundredday.replay.pacing import Beat, Chapter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge import Challenge
    from hundredday.challenge.design import Note, Stakeholder


def proposal(challenge: Challenge, id: str) -> Beat:
    """The command with which everything began: new."""
    design, origin = challenge.design or Design(), challenge.origin
    given = {
        "id": id,
        "topic": challenge.topic,
        "cohort": challenge.cohort,
        "agency": challenge.agency,
        "problem": design.problem.statement if design.problem else None,
        # What came from another accelerator cannot be found in this one.
        "from": origin.challenge if origin and not origin.accelerator else None,
    }
    line = Line("new", (challenge.title,), options_of(given))
    return Beat(Chapter.PROPOSING, line, design.entered, design.entered)


def design_beats(challenge: Challenge) -> Iterator[Beat]:
    """The other commands of the Design phase: score, describe, stakeholder, select or decline, note."""
    design = challenge.design or Design()
    if design.scores and (scores := design.scores.model_dump(exclude_none=True)):
        words = tuple(f"{criterion}={grade}" for criterion, grade in scores.items())
        yield Beat(Chapter.JUDGING, Line("score", words))
    if (described := _description(challenge, design.problem or Problem())).options:
        yield Beat(Chapter.JUDGING, described)
    for key, stakeholder in design.stakeholders.items():
        yield Beat(Chapter.JUDGING, _stakeholder(key, stakeholder))
    yield from _decision(challenge, design)
    if design.note:
        yield Beat(Chapter.NOTING, _note(design.note), design.note.issued, design.note.issued)


def _description(challenge: Challenge, problem: Problem) -> Line:
    given = {
        "sponsor": typed_person(challenge.sponsor),
        "priority": challenge.priority,
        "affected": problem.affected,
        "evidence": problem.evidence,
    }
    return Line("describe", options=options_of(given))


def _stakeholder(key: str, stakeholder: Stakeholder) -> Line:
    given = stakeholder.model_dump(exclude_none=True, exclude={"name"})
    return Line("stakeholder", (stakeholder.name or key,), options_of({**given, "key": key}))


def _decision(challenge: Challenge, design: Design) -> Iterator[Beat]:
    closed, decision = challenge.closed, design.decision
    if decision and decision.made:
        command = "select" if decision.made == "selected" else "decline"
        options = options_of({"by": decision.by, "because": decision.because})
        yield Beat(Chapter.DECIDING, Line(command, options=options), decision.date, decision.date)
    elif closed and closed.as_ == "declined":
        options = options_of({"by": closed.by, "because": closed.because})
        yield Beat(Chapter.DECIDING, Line("decline", options=options), closed.date, closed.date)


def _note(note: Note) -> Line:
    options = (
        *options_of({"mission": note.mission, "indicator": note.indicator}),
        *repeated("--guardrail", note.guardrails),
        *repeated("--question", note.questions),
    )
    return Line("note", options=options)
