"""Where the work of two sides meets: the message of a merge, what it left open, and whether it is sound."""

from __future__ import annotations

import shlex
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hundredday.desk.together.driving import dispute_lines
from hundredday.errors import Refused
from hundredday.git import Blobs, files_at, head_of
from hundredday.git.joining import unmerged
from hundredday.harmless import one_line
from hundredday.language import _, ngettext
from hundredday.store.walking import FOLDERS
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hundredday.desk.desk import Desk
    from hundredday.desk.together.incoming import Incoming
    from hundredday.findings import Finding
    from hundredday.git import Repository

MOST_TOLD = 50
"""Sentences that the message of a merge repeats."""


class NotSound(Refused):
    """What came together breaks a rule that neither side breaks; it is committed here, and not shared."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            _("What came together is not sound; it is merged here, and not shared."),
            _("Mend it, run hundredday save, then hundredday sync."),
        )
        self.findings = findings


def signs(desk: Desk) -> bool:
    """Whether commits are signed; settings that cannot be read do not say so."""
    try:
        return desk.accelerator.settings.sign_commits
    except BadFile:
        return False


def merge_message(came: Incoming) -> str:
    """The message of the commit that joins what others did with what was done here."""
    count = max(1, len(came.lines))
    names = one_line(", ".join(came.who[:3])) or _("others")
    subject = ngettext("Merge {n} change of {names}", "Merge {n} changes of {names}", count)
    lines = [f"- {one_line(line)}" for line in came.lines[:MOST_TOLD]]
    return "\n\n".join(filter(None, (subject.format(n=count, names=names), "\n".join(lines)))) + "\n"


def left_open(desk: Desk, repository: Repository) -> None:
    """Say what a merge left open: both sentences for each field, and the command that settles it."""
    from hundredday.merging import Unmergeable, disputes, merge

    contents = Blobs(repository)
    found = unmerged(repository)
    desk.say(_("The sides disagree, so the merge is not finished:"))
    for path, stages in found.items():
        base, ours, theirs = (contents.read(blob) if blob else None for blob in stages)
        if ours is None or theirs is None:
            gone = _("yours") if ours is None else _("theirs")
            desk.say(
                f"{path}:\n  " + _("changed on one side and removed on the other ({gone})").format(gone=gone)
            )
            continue
        try:
            lines = dispute_lines(path, disputes(merge(base or b"", ours, theirs, path), path))
        except Unmergeable:
            lines = [f"{path}:", "  " + _("cannot be merged by meaning; markers stand in the file")]
        desk.say("\n".join(lines))
    desk.hint(next_to_settle(desk, repository, found))


def next_to_settle(desk: Desk, repository: Repository, open_: Iterable[str]) -> str:
    """Which command settles the first of these files."""
    first = next(iter(open_), None)
    if first is None:
        return _("next: {command}").format(command="hundredday sync")
    name = name_of(desk, repository, first)
    command = shlex.join(["hundredday", "resolve", name] if name else ["git", "add", first])
    return _("next: {command}").format(command=command)


def name_of(desk: Desk, repository: Repository, path: str) -> str | None:
    """What a file is called in commands; None where it is not one of the accelerator's.

    A challenge is called by its id, and everything else by its path from the accelerator's folder.
    """
    if path == repository.relative(desk.folder.accelerator_path):
        return "accelerator.yaml"
    if ".." in PurePosixPath(path).parts:  # an index that no git has written
        return None
    if path.startswith(f"{repository.relative(desk.folder.challenges_path)}/"):
        return PurePosixPath(path).stem
    for kind in FOLDERS:
        inside = repository.relative(desk.folder.root / kind)
        if path.startswith(f"{inside}/") and path.endswith(".yaml"):
            return f"{kind}/{path.removeprefix(f'{inside}/')}"
    return None


def same_day_notes(desk: Desk, repository: Repository, base: str | None, ours: str, theirs: str) -> list[str]:
    """A note for each day on which two sides read different values, and which of them counts now."""
    from hundredday.merging.same_day import same_days

    versions = [
        files_at(repository, one, desk.folder.challenges_path) if one else {} for one in (base, ours, theirs)
    ]
    contents = Blobs(repository)
    notes = []
    for path, blob in files_at(repository, "HEAD", desk.folder.challenges_path).items():
        then, mine, others = (version.get(path) for version in versions)
        if mine is None or others is None or blob in {mine, others}:
            continue
        sources = [contents.read(one) if one else b"" for one in (then, mine, others, blob)]
        for met in same_days(*sources):
            said = _("note: {id}: two readings of {key} for {day}: {ours} and {theirs}; {counts} counts.")
            words = met._asdict() | {"id": name_of(desk, repository, path)}
            notes.append(said.format(**words))
    return notes


def refuse_unsound_result(desk: Desk, before: set[Finding], *, ours: str | None, theirs: str) -> None:
    """See whether what came together is sound; what was unsound on one side already is only said.

    Raises:
        NotSound: neither side had the problem.
    """
    from hundredday.merging.judging import problems_of

    repository = desk.repository
    assert repository is not None
    mine, others = (
        files_at(repository, commit, desk.folder.root) if commit else {} for commit in (ours, theirs)
    )
    merged = files_at(repository, "HEAD", desk.folder.root)
    contents = Blobs(repository)
    new: list[Finding] = [found for found in desk.folder.problems() if found.blocks and found not in before]
    brought: list[Finding] = []
    for path, blob in merged.items():
        if blob == mine.get(path) or name_of(desk, repository, path) is None:
            continue
        problems = [found for found in problems_of(contents.read(blob), path) if found.blocks]
        (brought if blob == others.get(path) else new).extend(problems)
    if new and head_of(repository) != theirs:
        raise NotSound(tuple(new))
    if brought or new:
        said = ngettext(
            "note: {n} problem came in; hundredday check shows it.",
            "note: {n} problems came in; hundredday check shows them.",
            len(brought) + len(new),
        )
        desk.hint(said.format(n=len(brought) + len(new)))
