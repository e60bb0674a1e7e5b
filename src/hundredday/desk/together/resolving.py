"""Settling what could not be merged: which side is right, the file mended, the merge concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.locking import lock
from hundredday.desk.terminal.asking import can_ask, choose
from hundredday.desk.together.choosing import Choices, decided
from hundredday.desk.together.concluding import conclude_merge, keep_mended, settlement_of
from hundredday.desk.together.open_files import OpenFile, all_open, open_files
from hundredday.errors import ExitCode, Refused, WrongUsage
from hundredday.git import Blobs, head_of
from hundredday.git.joining import authors_of, merge_head, settle
from hundredday.language import _
from hundredday.merging import Merged, Unmergeable, merge
from hundredday.merging.judging import problems_of
from hundredday.merging.mending import is_broken, mend
from hundredday.merging.values import SIDES
from hundredday.store.saving.atomic import remove, save

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding
    from hundredday.merging import Labels, Side


class NotSettled(Refused):
    """What was settled by hand is not sound yet."""

    def __init__(self, shown: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            _("{path} is not sound yet.").format(path=shown), _("Mend it, then run hundredday resolve again.")
        )
        self.findings = findings


def resolve(desk: Desk, beginning: str | None, choices: Choices) -> ExitCode:
    """Settle one file, or every one that is open, and conclude the merge when nothing is left open.

    Raises:
        WrongUsage: nobody says which side is right.
        NotSettled: a file was settled by hand and has problems.
        Unmergeable: a file is broken in another way; a person has to mend it.
    """
    with lock(desk):
        files = open_files(desk, beginning) if beginning else all_open(desk)
        settled = [file for file in files if _settle(desk, file, choices)]
        if len(settled) < len(files):
            return ExitCode.FINDINGS
        if desk.repository is not None and merge_head(desk.repository) is not None:
            conclude_merge(desk, desk.repository)
        elif not files:
            desk.say(_("Nothing is open: no file has conflict markers or doubled keys."))
    return ExitCode.DONE


def _settle(desk: Desk, file: OpenFile, choices: Choices) -> bool:
    """Settle one file; False when something in it is still disputed."""
    if file.is_removed_by_one:
        _keep_or_remove(desk, file, choices)
        return True
    before = file.source()
    merged = _merged(desk, file, before, choices)
    if merged is None:
        _refuse_unsound(file, before)
        if file.stages is None:
            desk.say(_("{name}: nothing to settle.").format(name=file.name))
            return True
        after = before
    else:
        after = merged.source
        if after != before:
            save(file.path, after)
        if merged.conflicts:
            desk.say(_("{name}: the rest is still open.").format(name=file.name))
            return False
    desk.say(_("{name}: settled.").format(name=file.name))
    if file.stages is not None and desk.repository is not None:
        settle(desk.repository, file.path)
    else:
        keep_mended(desk, file, after)
    return True


def _merged(desk: Desk, file: OpenFile, source: bytes, choices: Choices) -> Merged | None:
    """The file merged by meaning, as far as people say which side is right; None where it is merged already."""
    stages = _contents(desk, file)
    settlement = settlement_of(desk)

    def from_versions(chosen: Mapping[Labels, Side]) -> Merged:
        assert stages
        return merge(*stages, file.shown, chosen=chosen, settlement=settlement)

    def from_text(chosen: Mapping[Labels, Side]) -> Merged:
        base = stages[0] if stages else None
        return mend(source, file.shown, base=base, chosen=chosen)

    if stages and _is_untouched(file, source, stages):
        return decided(desk, file.shown, choices, from_versions, _who(desk, file))
    return decided(desk, file.shown, choices, from_text, _who(desk, file)) if is_broken(source) else None


def _is_untouched(file: OpenFile, source: bytes, stages: tuple[bytes, bytes, bytes]) -> bool:
    """Whether nobody has worked on the file since the merge: it is a side, or as the merge left it."""
    if source in {b"", *stages[1:]}:
        return True
    try:
        return source == merge(*stages, file.shown).source or not _is_mendable(source, file)
    except Unmergeable:
        return False


def _is_mendable(source: bytes, file: OpenFile) -> bool:
    """Whether the versions that stand in a file can be read, where there are any."""
    try:
        return not is_broken(source) or bool(mend(source, file.shown))
    except Unmergeable:
        return False


def _contents(desk: Desk, file: OpenFile) -> tuple[bytes, bytes, bytes] | None:
    if file.stages is None or desk.repository is None:
        return None
    contents = Blobs(desk.repository)
    base, ours, theirs = (contents.read(blob) if blob else b"" for blob in file.stages)
    return base, ours, theirs


def _refuse_unsound(file: OpenFile, source: bytes) -> None:
    problems = tuple(found for found in problems_of(source, file.shown) if found.blocks)
    if file.stages is not None and problems:
        raise NotSettled(file.shown, problems)


def _keep_or_remove(desk: Desk, file: OpenFile, choices: Choices) -> None:
    """One side changed the file and the other removed it: which of the two is right."""
    assert file.stages is not None
    assert desk.repository is not None
    if file.stages.ours is None and file.stages.theirs is None:  # both moved it, each elsewhere
        settle(desk.repository, file.path)
        return
    kept, gone = ("ours", "theirs") if file.stages.theirs is None else ("theirs", "ours")
    who = _who(desk, file)
    said = _("{path}: {kept} changed it, {gone} removed it.").format(
        path=file.shown, kept=f"{kept}{_named(who, kept)}", gone=f"{gone}{_named(who, gone)}"
    )
    side: str | None = choices.side
    if side is None:
        desk.say(said)
        if not can_ask():
            raise WrongUsage(
                _("Nothing says which side is right, and there is no terminal to ask on."),
                _("Add --ours or --theirs."),
            )
        side = choose(_("ours or theirs"), _("Which of the two is right?"), SIDES)
    blob = file.stages.ours if side == "ours" else file.stages.theirs
    if blob is None:
        remove(file.path)
    else:
        save(file.path, Blobs(desk.repository).read(blob))
    settle(desk.repository, file.path)
    desk.say(_("{name}: settled.").format(name=file.name))


def _who(desk: Desk, file: OpenFile) -> Mapping[Side, str]:
    """Who changed the file on each side since the two went apart."""
    repository = desk.repository
    theirs = merge_head(repository) if repository else None
    ours = head_of(repository) if repository else None
    if repository is None or theirs is None or ours is None:
        return {}
    return {
        "ours": ", ".join(authors_of(repository, ours, theirs, [file.shown])),
        "theirs": ", ".join(authors_of(repository, theirs, ours, [file.shown])),
    }


def _named(who: Mapping[Side, str], side: str) -> str:
    name = dict(who).get("ours" if side == "ours" else "theirs")
    return f" ({name})" if name else ""
