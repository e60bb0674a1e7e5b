"""Design: scores, the decision, the stakeholders and the challenge note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.design import Decision, Design, Note, Scores, Stakeholder
from hundredday.challenge.people import is_same_name
from hundredday.errors import Refused
from hundredday.language import _
from hundredday.moves.filling import filled
from hundredday.moves.keys import make_key
from hundredday.moves.settling import in_design, mend_of_an_end, must_be_in
from hundredday.nearest import meant

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hundredday.challenge import Challenge


def score(challenge: Challenge, *, grades: Iterable[str]) -> Challenge:
    """The candidate with scores, each typed as `impact=5`; criteria that are not named keep theirs.

    Raises:
        Refused: an unknown criterion, a grade that is not 1 to 5, or the challenge is past Design.
    """
    must_be_in(challenge, _("A score"), "design")
    given = dict(_grade(typed) for typed in grades)
    design = challenge.design or Design()
    return in_design(challenge, scores=filled(design.scores or Scores, **given))


def select(challenge: Challenge, *, by: str, because: str, on: date) -> Challenge:
    """The candidate, selected.

    Raises:
        Refused: the challenge is past Design, or it was declined; `reopen` takes that back in the open.
    """
    if challenge.closed and challenge.closed.as_ == "declined":
        raise Refused(
            _("It was declined on {date}; the decision and its reason stay as they are.").format(
                date=challenge.closed.date
            ),
            mend_of_an_end(challenge),
        )
    must_be_in(challenge, _("The decision on a candidate"), "design")
    decision = filled(Decision, made="selected", date=on, by=by, because=because)
    return in_design(challenge, decision=decision)


def knows_stakeholder(challenge: Challenge, name: str) -> bool:
    """Whether a stakeholder of this key or name stands there already."""
    return _key_of(challenge, name) is not None


def add_stakeholder(
    challenge: Challenge,
    *,
    name: str,
    role: str | None = None,
    agency: str | None = None,
    influence: int | None = None,
    interest: int | None = None,
    stance: str | None = None,
    commitment: str | None = None,
    key: str | None = None,
) -> Challenge:
    """The challenge with a stakeholder, or with more said about one it has.

    The name may be the key of one that stands there; a new one's key is made from the name when None.
    Stances change on the way, so it can be any challenge that is not closed.

    Raises:
        Refused: a value that the field cannot hold, or the challenge is closed.
    """
    must_be_in(challenge, _("A stakeholder"), "design", "acceleration", "sustainability")
    stakeholders = challenge.design.stakeholders if challenge.design else {}
    known = _key_of(challenge, key or name)
    here = known or key or make_key(name, stakeholders)
    stands = stakeholders.get(here)
    changed = filled(
        stands or Stakeholder,
        name=name if name != here and (stands is None or key) else None,
        agency=agency,
        role=role,
        influence=influence,
        interest=interest,
        stance=stance,
        commitment=commitment,
    )
    return in_design(challenge, stakeholders={**stakeholders, here: changed})


def issue_note(
    challenge: Challenge,
    *,
    mission: str | None = None,
    indicator: str | None = None,
    guardrails: tuple[str, ...] = (),
    questions: tuple[str, ...] = (),
    on: date,
) -> Challenge:
    """The challenge with its note, or with more in it; guardrails and questions are added to those there.

    The day of issue is that of the first call.

    Raises:
        Refused: a text is empty, or the challenge is past Design.
    """
    must_be_in(challenge, _("The challenge note"), "design")
    note = (challenge.design.note if challenge.design else None) or Note()
    changed = filled(
        note,
        issued=None if note.issued else on,
        mission=mission,
        indicator=indicator,
        guardrails=_added(note.guardrails, guardrails),
        questions=_added(note.questions, questions),
    )
    return in_design(challenge, note=changed)


def _added(there: tuple[str, ...], given: tuple[str, ...]) -> tuple[str, ...] | None:
    new = tuple(text for text in dict.fromkeys(given) if text not in there)
    return (*there, *new) if new else None


def _grade(typed: str) -> tuple[str, int]:
    name, equals, grade = (part.strip() for part in typed.partition("="))
    criterion = name.replace("-", "_").lower()
    if criterion not in Scores.model_fields:
        raise Refused(
            _("“{name}” is not a criterion.").format(name=name),
            meant(criterion, Scores.model_fields, "criteria"),
        )
    if not (equals and grade.isascii() and grade.isdigit()):
        raise Refused(
            _("“{typed}” is not a score.").format(typed=typed),
            _("Write {criterion}=3; a grade is from 1 to 5.").format(criterion=criterion),
        )
    return criterion, int(grade)


def _key_of(challenge: Challenge, name: str) -> str | None:
    stakeholders = challenge.design.stakeholders if challenge.design else {}
    if name in stakeholders:
        return name
    return next((key for key, known in stakeholders.items() if is_same_name(known.name, name)), None)
