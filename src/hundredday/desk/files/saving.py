"""Every file that was edited by hand, each in a commit of its own; one that is refused never stops the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.door.failing import show
from hundredday.desk.files.gone import Gone, edited_and_moved, gone
from hundredday.desk.locking import lock
from hundredday.desk.opening import CannotRead, read_bytes, read_file
from hundredday.desk.registers.changing import save_registers
from hundredday.desk.registers.kinds import intakes, partners
from hundredday.desk.remembering import remember
from hundredday.desk.saving_edits import EditsRefused, commit_edits
from hundredday.desk.settings_told import tell_edits
from hundredday.errors import ExitCode, Failure, WrongUsage
from hundredday.git import commit, is_changed, refuse_unsound
from hundredday.language import _
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.git import Repository
    from hundredday.store.folder import ChallengeFile


def save_all(desk: Desk, only: ChallengeFile | None = None) -> ExitCode:
    """Commit the hand edits of every file, or of one challenge; those with problems are shown and left as they are."""
    if desk.repository is None:
        raise WrongUsage(
            _("This folder is not in git, so there is nothing to commit to."),
            "hundredday init makes a repository.",
        )
    refuse_unsound(desk.repository)
    worst, saved = ExitCode.DONE, 0
    with lock(desk):
        if only is None:
            saved += commit_settings(desk, desk.repository)
            done, failed = _save_registers(desk)
            saved, worst = saved + done, max(worst, failed)
        done, failed = _save_challenges(desk, desk.repository, only)
        saved, worst = saved + done, max(worst, failed)
    if not saved and worst is ExitCode.DONE:
        desk.say(_("Nothing was edited by hand since the last commit."))
    return worst


def _save_challenges(desk: Desk, repository: Repository, only: ChallengeFile | None) -> tuple[int, ExitCode]:
    """Commit the hand edits of challenges, and say which files are gone: how many, and the worst that was met."""
    saved, worst, away = 0, ExitCode.DONE, gone(desk, repository)
    for file, was in edited_and_moved(desk, repository, away, only):
        away.pop(was or "", None)
        try:
            record = read_file(desk.folder, file)
            saved += bool(commit_edits(desk, file, record, was=was))
        except (BadFile, CannotRead, EditsRefused) as failure:
            show(failure, desk.given)
            worst = max(worst, failure.exit_code)
    for path in () if only else away:
        missing = Gone(path)
        show(missing, desk.given)
        worst = max(worst, missing.exit_code)
    return saved, worst


def _save_registers(desk: Desk) -> tuple[int, ExitCode]:
    """Commit the hand edits of training intakes and partners: how many, and the worst that was met."""
    worst = ExitCode.DONE

    def refused(failure: Failure) -> None:
        nonlocal worst
        show(failure, desk.given)
        worst = max(worst, failure.exit_code)

    return save_registers(desk, intakes(), refused) + save_registers(desk, partners(), refused), worst


def commit_settings(desk: Desk, repository: Repository) -> bool:
    """Commit accelerator.yaml where it was edited; a file with problems was refused when it was opened."""
    path = desk.folder.accelerator_path
    sign = desk.accelerator.settings.sign_commits
    if not path.is_file() or not is_changed(repository, path, source := read_bytes(path, path.name)):
        return False
    told = tell_edits(desk, repository, source)
    remember(desk, repository, commit(repository, [path], told.message, sign=sign))
    said = _("{id}: edits made by hand are committed: {events}")
    desk.say(said.format(id=path.name, events="; ".join(told.lines)))
    return True
