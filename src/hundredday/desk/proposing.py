"""Proposing a candidate: what is asked, where its file goes, and what comes along from another challenge."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from hundredday.challenge.people import read_person
from hundredday.desk.accelerator import refuse_unknown
from hundredday.desk.changing import add
from hundredday.desk.schemas import modeline, schema_path
from hundredday.desk.terminal.asking import Question, ask, can_ask, fill, need
from hundredday.desk.terminal.asking_candidates import question_of
from hundredday.errors import WrongUsage
from hundredday.git import refuse_unsound
from hundredday.language import _
from hundredday.moves import carry_over
from hundredday.moves import propose as proposed
from hundredday.store.ids import is_id, make_id, reads_badly
from hundredday.store.plain import plain
from hundredday.store.writing.splicing import rewritten
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person said of a new candidate; a title that is None is asked for."""

    title: str | None
    topic: str | None = None
    cohort: str | None = None
    agency: str | None = None
    sponsor: str | None = None
    priority: str | None = None
    problem: str | None = None
    affected: str | None = None
    evidence: str | None = None


def propose(desk: Desk, proposal: Proposal, *, id: str | None, origin: str | None, on: date) -> None:
    """Write and commit a new candidate, and say what comes next.

    Raises:
        Failure: no id can be made, it is taken, the topic or cohort is unknown, or git says no.
    """
    title = need(
        "TITLE",
        _("What will be different, in a few words?"),
        proposal.title,
        example=_("Small claims settled in one day"),
    )
    if not title.strip():
        raise WrongUsage(_("The title is empty."), _("Say what will be different, in a few words."))
    name = id or _id_from(desk, title)
    if desk.repository and desk.given.commits:
        refuse_unsound(desk.repository)
    path = desk.folder.new_path(name, proposal.cohort)
    refuse_unknown(desk, topic=proposal.topic, cohort=proposal.cohort)
    said = _asked(desk, replace(proposal, title=title))
    words = asdict(said)
    words["statement"] = words.pop("problem")
    words["sponsor"] = None if said.sponsor is None else read_person(said.sponsor)
    challenge = proposed(**words, on=on)
    if origin is not None:
        challenge = _started_from(desk, challenge, origin)
    add(desk, name, challenge, written(desk, path, challenge))
    if origin is None and not desk.given.quiet:
        from hundredday.desk.lessons import hint_nearest

        hint_nearest(desk, challenge, name)


def written(desk: Desk, path: Path, challenge: Challenge) -> bytes:
    """The file of a new challenge, its first line for editors where the folder has the schemas."""
    root = desk.folder.root
    first = modeline("challenge", path, root) if schema_path(root, "challenge").is_file() else ""
    return rewritten(parse(f"{first}format: 1\n".encode(), "new"), plain(challenge))


def _asked(desk: Desk, proposal: Proposal) -> Proposal:
    said = {name: getattr(proposal, name) for name in ("topic", "agency", "sponsor", "problem")}
    if not desk.accelerator.topics:
        del said["topic"]  # there is none to choose from
    answers = fill(*((question_of(desk, name), given) for name, given in said.items()))
    return replace(proposal, **dict(zip(said, answers, strict=True)))


def _id_from(desk: Desk, title: str) -> str:
    """The id made from the title; where that reads badly a person may type a better one, or is told how."""
    made = make_id(title)
    if made and not reads_badly(title):
        return made
    if not can_ask():
        if not made:
            raise WrongUsage(
                _("No id can be made from “{title}”.").format(title=title),
                _("Add --id with a short name in Latin letters, such as --id small-claims."),
            )
        desk.hint(_("note: {id} is the title letter by letter; --id gives a better one.").format(id=made))
        return made
    rule = _("Lower-case Latin letters, digits and hyphens.")
    if made:
        rule = _("{rule} Enter takes {id}, the title letter by letter.").format(rule=rule, id=made)
    question = Question(
        "--id",
        _("Which id shall “{title}” have?").format(title=title),
        rule,
        "small-claims",
        optional=bool(made),
        check=_must_be_id,
    )
    return ask(question) or made


def _must_be_id(typed: str) -> None:
    if not is_id(typed):
        raise WrongUsage(
            _("“{typed}” cannot be an id.").format(typed=typed),
            _("Lower-case Latin letters, digits and hyphens."),
        )


def _started_from(desk: Desk, challenge: Challenge, origin: str) -> Challenge:
    from hundredday.desk.sharing import offered

    other = offered(desk, origin)
    started = carry_over(challenge, other)
    lessons = started.origin.lessons if started.origin else ()
    for lesson in lessons:
        source = (other.origin.challenge if other.origin else None) or other.title
        desk.hint(_("lesson from {source}: {text}").format(source=source, text=lesson.text))
    return started
