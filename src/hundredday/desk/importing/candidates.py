"""What the rows of a long list would do: each is a new candidate, there already, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge import PHASES
from hundredday.challenge.people import folded
from hundredday.desk.importing.documents import merged_settings
from hundredday.desk.importing.keys import Keys
from hundredday.desk.survey import survey
from hundredday.errors import Refused, WrongUsage
from hundredday.imports.candidates import candidate_of
from hundredday.imports.plan import Line, Plan
from hundredday.imports.rows import rows_below
from hundredday.language import _
from hundredday.moves import propose, score
from hundredday.store.ids import is_id, make_id

if TYPE_CHECKING:
    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.imports.candidates import Candidate
    from hundredday.imports.headers import Heading
    from hundredday.imports.rows import Objection, Row
    from hundredday.imports.terms import Terms


def plan_candidates(desk: Desk, heading: Heading, terms: Terms) -> Plan:
    """What each row would do; nothing is changed."""
    planner = _Planner(desk)
    for row in rows_below(heading):
        if phase := _beyond_design(row):
            text = _("is in {phase}; a table brings in candidates, export json whole challenges").format(
                phase=phase
            )
            planner.plan.lines.append(Line(row.number, "skipped", str(row.cells["title"].value), text))
            continue
        candidate, objections = candidate_of(row, heading.sheet, terms)
        planner.plan.objections += objections or (planner.add(candidate) if candidate else [])
    if learnt := planner.keys.settings():
        planner.plan.settings = merged_settings(desk, learnt)
        planner.plan.told = tuple(
            _("New in accelerator.yaml: {key}, “{title}”.").format(key=key, title=title)
            for titles in planner.keys.new.values()
            for key, title in titles.items()
        )
    return planner.plan


def _beyond_design(row: Row) -> str | None:
    cell = row.cells.get("phase")
    word = str(cell.value).casefold() if cell else ""
    return word if word in PHASES[1:] and "title" in row.cells else None


class _Planner:
    """The plan so far, beside the challenges that are there."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.plan = Plan()
        self.titles = {one.id: folded(one.title) for one in survey(desk).standings}
        self.taken = {file.id for file in desk.folder.challenge_files()}
        self.rows: dict[str, Candidate] = {}
        self.keys = Keys(desk.accelerator)

    def add(self, candidate: Candidate) -> list[Objection]:
        """Take a candidate into the plan, or say why not."""
        row, title = candidate.row, folded(candidate.title)
        name = candidate.id or make_id(candidate.title)
        same = name if self.titles.get(name) == title else None if candidate.id else self._of_title(title)
        if same in self.rows:
            return self._again(same, candidate)
        if same:
            self.plan.lines.append(Line(row.number, "there", same, candidate.title))
            return []
        if not is_id(name):
            text = _("“{text}” cannot be an id.").format(text=candidate.id or candidate.title)
            rule = _("Add a column id with short names of lower-case Latin letters, digits and hyphens.")
            return [row.object("id" if candidate.id else "title", text, rule)]
        if name in self.taken or name in self.plan.made:
            text = _("Another challenge has the id {id}.").format(id=name)
            return [row.object("id", text, _("Add a column id, and give each row one of its own."))]
        return self._propose(name, candidate)

    def _again(self, name: str, candidate: Candidate) -> list[Objection]:
        """A title that stands further up already: the same row once more, or another challenge."""
        first = self.rows[name]
        if first == candidate:
            text = _("{title}, as in row {row}").format(title=candidate.title, row=first.row.number)
            self.plan.lines.append(Line(candidate.row.number, "there", name, text))
            return []
        text = _("“{title}” stands in row {row} too, and the two rows do not say the same.")
        mend = _("Give one of the two another title, or each of them an id in a column id.")
        said = text.format(title=candidate.title, row=first.row.number)
        return [candidate.row.object("title", said, mend)]

    def _of_title(self, title: str) -> str | None:
        known = {**self.titles, **{name: folded(made.title) for name, made in self.plan.made.items()}}
        return next((name for name, found in known.items() if found == title), None)

    def _propose(self, id: str, candidate: Candidate) -> list[Objection]:
        row, today = candidate.row, self.desk.today
        texts = dict(candidate.texts)
        objections = [
            *self.keys.settle(row, texts, "topic"),
            *self.keys.settle(row, texts, "cohort"),
        ]
        if candidate.proposed and candidate.proposed > today:
            text = _("{day} lies ahead; today is {today}.").format(day=candidate.proposed, today=today)
            objections.append(row.object("proposed", text, _("Write the day on which it was proposed.")))
        if objections:
            return objections
        try:
            made = propose(
                title=candidate.title,
                on=candidate.proposed or today,
                topic=texts.get("topic"),
                cohort=texts.get("cohort"),
                agency=texts.get("agency"),
                sponsor=candidate.sponsor,
                priority=texts.get("priority"),
                statement=texts.get("problem"),
                affected=texts.get("affected"),
                evidence=texts.get("evidence"),
            )
            self.desk.folder.new_path(id, made.cohort)
        except (Refused, WrongUsage) as refused:
            return [row.object("title", refused.text, refused.mend)]
        return self._graded(id, candidate, made)

    def _graded(self, id: str, candidate: Candidate, made: Challenge) -> list[Objection]:
        objections = []
        for grade in candidate.grades:
            try:
                made = score(made, grades=[grade])
            except Refused as refused:
                field = grade.partition("=")[0]
                objections.append(candidate.row.object(field, refused.text, refused.mend))
        if not objections:
            self.plan.made[id] = made
            self.rows[id] = candidate
            self.plan.lines.append(Line(candidate.row.number, "new", id, made.title))
        return objections
