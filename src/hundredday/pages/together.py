"""The pages that bring all challenges together: what was learnt, who is in it, and what the audit says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from hundredday.language import N_, _, ngettext
from hundredday.pages import site
from hundredday.pages.drawing import draw
from hundredday.pages.everybody import people_page
from hundredday.pages.site import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from hundredday.outlook.people import Role
    from hundredday.pages.extract import Extract
    from hundredday.pages.site import Audited, Office

_KINDS: Mapping[str, str] = {
    "worked": N_("What worked"),
    "failed": N_("What failed"),
    "surprised": N_("What surprised"),
    "": N_("Other lessons"),
}


class Learnt(NamedTuple):
    """A lesson, with the challenge that it is from."""

    text: str
    tags: tuple[str, ...]
    by: str | None
    challenge: str
    title: str


class Tag(NamedTuple):
    """Lessons with one tag."""

    name: str
    anchor: str
    lessons: Sequence[Learnt]

    @property
    def many(self) -> int:
        return len(self.lessons)


def together_pages(
    office: Office, extracts: Sequence[Extract], audited: Audited | None, trainees: Sequence[Role]
) -> Iterator[Page]:
    """The three pages that bring all challenges together."""
    titles = repr([(one.standing.id, one.standing.title) for one in extracts])
    # As plain tuples, which say themselves many times faster than named ones.
    lessons = titles + repr([[*map(tuple, one.lessons)] for one in extracts])
    parts = [[*map(tuple, (*one.roles, *one.owed))] for one in extracts]
    people = titles + repr((parts, [*map(tuple, trainees)]))
    changed = titles + repr([(one.standing.amendments, one.standing.waivers) for one in extracts])
    yield Page(site.LESSONS, lessons, partial(lessons_page, office, extracts))
    yield Page(site.PEOPLE, people, partial(people_page, office, extracts, trainees))
    yield Page(site.AUDIT, changed + repr(audited), partial(audit_page, office, extracts, audited))


def lessons_page(office: Office, extracts: Sequence[Extract]) -> str:
    """What was learnt, by whether it worked, and by tag."""
    found: dict[str, list[Learnt]] = {kind: [] for kind in _KINDS}
    for one in extracts:
        for lesson in one.lessons:
            learnt = Learnt(lesson.text, lesson.tags, lesson.by, one.standing.id, one.standing.title)
            found[lesson.kind].append(learnt)
    number = sum(map(len, found.values()))
    sources = sum(bool(one.lessons) for one in extracts)
    said = ngettext("{n} lesson", "{n} lessons", number).format(n=number)
    of = ngettext("from {n} challenge.", "from {n} challenges.", sources).format(n=sources)
    return draw(
        "lessons.html",
        office=office,
        up="",
        here=site.LESSONS,
        sentence=f"{said} {of}" if number else _("No lesson was kept yet."),
        kinds=[(kind, lessons) for kind, lessons in found.items() if lessons],
        titles={kind: _(title) for kind, title in _KINDS.items()},
        tags=_tags(lesson for lessons in found.values() for lesson in lessons),
    )


def audit_page(office: Office, extracts: Sequence[Extract], audited: Audited | None) -> str:
    """What the audit says of the whole history, and what was changed in the open."""
    standings = [one.standing for one in extracts]
    return draw(
        "audit.html",
        office=office,
        up="",
        here=site.AUDIT,
        sentence=_verdict(audited),
        audited=audited,
        named={one.id for one in standings},
        changed=[one for one in standings if one.amendments or one.waivers],
    )


def _verdict(audited: Audited | None) -> str:
    if audited is None:
        return _("The folder is not in git, so there is no history to audit.")
    read = ngettext("{n} version was read", "{n} versions were read", audited.versions).format(
        n=audited.versions
    )
    commits = ngettext("{n} commit", "{n} commits", audited.commits).format(n=audited.commits)
    if not audited.findings:
        return _("{read} in {commits}; nothing was found that was not allowed.").format(
            read=read, commits=commits
        )
    errors, warnings = audited.errors, len(audited.findings) - audited.errors
    said = _("{read} in {commits}: {errors} and {warnings} were found.")
    return said.format(
        read=read,
        commits=commits,
        errors=ngettext("{n} error", "{n} errors", errors).format(n=errors),
        warnings=ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
    )


def _tags(lessons: Iterable[Learnt]) -> list[Tag]:
    found: dict[str, list[Learnt]] = {}
    for lesson in lessons:
        for tag in lesson.tags:
            found.setdefault(tag, []).append(lesson)
    ranked = sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0].casefold()))
    return [Tag(name, f"tag-{number}", ones) for number, (name, ones) in enumerate(ranked) if len(ones) > 1]
