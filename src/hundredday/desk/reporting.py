"""Writing the report: what each page is made from, and which of them have to be made anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from hundredday.desk.gathering import digest, dossier_of, gather
from hundredday.language import _, ngettext
from hundredday.pages.beside import beside_page
from hundredday.pages.challenge import challenge_page
from hundredday.pages.extract import Extract, extract, extract_from, plain_extract
from hundredday.pages.portfolio import draw_rows, portfolio_pages
from hundredday.pages.site import PORTFOLIO, page_of
from hundredday.pages.together import together_pages
from hundredday.store.kept.pages import KeptPage, keep_pages, kept_pages
from hundredday.store.report_folder import ReportFolder
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.desk.gathering import Gathered, Source
    from hundredday.findings import Finding


WORTH_SHARING = 20
"""Pages of challenges to make, from which on another core makes half of them: a hundredth of a second each."""


class Written(NamedTuple):
    """The pages that there are now, which of them had to be written, how many were removed, and what is unreadable."""

    pages: tuple[str, ...]
    changed: frozenset[str]
    removed: int
    problems: tuple[Finding, ...]


def report(desk: Desk, path: Path | None, at: str | None, *, opens: bool, json: bool) -> None:
    """Write the report of the accelerator into a folder, and open it in the browser if asked to.

    Raises:
        WrongUsage: the folder holds something else, or the moment is none of the past.
    """
    head = None
    folder = ReportFolder.at(path or desk.folder.root / "report", desk.folder)
    if at is not None:
        from hundredday.desk.past.travelling import go_back

        desk, head = go_back(desk, at)
    written = write_report(desk, folder, head)
    index = folder.root / PORTFOLIO
    if json:
        desk.print_json(_document(desk, folder.root, written))
    else:
        desk.say(str(index))
        many = len(written.pages)
        pages = ngettext("{n} page", "{n} pages", many).format(n=many)
        changed = len(written.changed) + written.removed
        desk.hint(_("{pages}, {n} of them new or changed.").format(pages=pages, n=changed))
    if opens:
        import webbrowser

        webbrowser.open(index.as_uri())


def write_report(desk: Desk, folder: ReportFolder, head: str | None = None) -> Written:
    """Write every page whose sources have changed since it was written last."""
    gathered = gather(desk, head)
    writing = _Writing(folder, kept_pages(folder.root) if desk.given.caches else {})
    folder.begin(page_of(source.file.id) for source in gathered.sources)
    extracts, problems = _write_challenges(gathered, writing)
    office, beside = gathered.office, gathered.beside
    keys = {source.file.id: source.digest for source in gathered.sources}
    pages = [
        *portfolio_pages(office, extracts, problems, keys),
        *together_pages(office, extracts, gathered.audited, beside.trainees if beside else ()),
    ]
    if beside:
        standings = {one.standing.id: one.standing for one in extracts}
        pages.append(beside_page(office, beside.beside(standings)))
    folder.begin([*writing.kept, *(page.name for page in pages)])
    for page in pages:
        writing.write(page.name, digest(gathered.terms, page.sources), page.draw)
    removed = folder.end(writing.kept)
    if desk.given.caches:
        keep_pages(folder.root, writing.kept)
    return Written(tuple(writing.kept), frozenset(writing.changed), removed, tuple(problems))


def _document(desk: Desk, root: Path, written: Written) -> dict[str, object]:
    return {
        "today": desk.today.isoformat(),
        "accelerator": desk.accelerator.name or desk.folder.root.name,
        "folder": str(root),
        "index": str(root / PORTFOLIO),
        "problems": [finding.plain() for finding in written.problems],
        "removed": written.removed,
        "pages": [{"path": name, "changed": name in written.changed} for name in written.pages],
    }


class _Writing:
    """Pages on their way into the folder: what was kept of the last report, and what is to be kept of this one."""

    def __init__(self, folder: ReportFolder, known: Mapping[str, KeptPage]) -> None:
        self.kept: dict[str, KeptPage] = {}
        self.changed = set[str]()
        self.folder = folder
        self._known = known

    def is_known(self, name: str, made_from: str) -> KeptPage | None:
        """What was kept of a page that would be made from the same again, and still says what was written."""
        known = self._known.get(name)
        is_same = known and known.made_from == made_from and known.written == self.folder.digest(name)
        if known and is_same:
            self.kept[name] = known
            return known
        return None

    def write(self, name: str, made_from: str, draw: Callable[[], str]) -> None:
        """Write a page, unless it would be made from the same again."""
        if self.is_known(name, made_from):
            return
        is_new, written = self.folder.write(name, draw())
        if is_new:
            self.changed.add(name)
        self.kept[name] = KeptPage(made_from, written)

    def learn(self, name: str, facts: object) -> None:
        """Keep what else was learnt while a page was made."""
        self.kept[name] = self.kept[name]._replace(facts=facts)

    def take(self, share: _Share) -> None:
        """Know what was made by another hand."""
        self.kept |= share.kept
        self.changed |= share.changed


class _Share(NamedTuple):
    """Pages of challenges that were made, such that another process can send them, and what of bad files was found."""

    kept: dict[str, KeptPage]
    changed: frozenset[str]
    problems: tuple[Finding, ...]


def _write_challenges(gathered: Gathered, writing: _Writing) -> tuple[list[Extract], list[Finding]]:
    """The pages of the challenges, and what the other pages need of each; of bad files the findings."""
    names = {page_of(source.file.id): source for source in gathered.sources}
    made_anew = [source for name, source in names.items() if not writing.is_known(name, source.digest)]
    problems = list(gathered.problems)
    for share in _shares(gathered, writing.folder, made_anew):
        writing.take(share)
        problems += share.problems
    writing.kept = {name: writing.kept[name] for name in names if name in writing.kept}
    return [extract_from(page.facts) for page in writing.kept.values()], problems


def _shares(gathered: Gathered, folder: ReportFolder, sources: Sequence[Source]) -> tuple[_Share, ...]:
    if len(sources) < WORTH_SHARING:
        return (_made(gathered, folder, sources),)
    from hundredday.desk.crew import aside

    half = len(sources) // 2
    others = aside(partial(_made, gathered, folder, sources[:half]))
    own = _made(gathered, folder, sources[half:])
    return others(), own


def _made(gathered: Gathered, folder: ReportFolder, sources: Sequence[Source]) -> _Share:
    writing = _Writing(folder, {})
    extracts: dict[str, Extract] = {}
    problems: list[Finding] = []
    for source in sources:
        name = page_of(source.file.id)
        try:
            extracts[name] = _write_challenge(gathered, source, name, writing)
        except BadFile as bad:
            problems += bad.findings
    rows = draw_rows(gathered.office, [one.standing for one in extracts.values()])
    for (name, one), row in zip(extracts.items(), rows, strict=True):
        writing.learn(name, plain_extract(one._replace(row=row)))
    return _Share(writing.kept, frozenset(writing.changed), tuple(problems))


def _write_challenge(gathered: Gathered, source: Source, name: str, writing: _Writing) -> Extract:
    office = gathered.office
    dossier = dossier_of(source, office, gathered.calendar)
    accelerator, challenge = office.accelerator, dossier.challenge
    writing.write(name, source.digest, partial(challenge_page, office, dossier))
    return extract(
        challenge,
        dossier.standing,
        settings=accelerator.settings,
        today=office.today,
        reviews=accelerator.reviews_of(challenge.cohort),
    )
