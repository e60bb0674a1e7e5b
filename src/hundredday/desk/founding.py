"""Founding an accelerator: its folder, its repository, its settings file, and the first commit."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.desk.schemas import modeline, renew_schemas, schema_files
from hundredday.desk.settings_told import TRAILER
from hundredday.desk.terminal.saying import say, shown_path
from hundredday.desk.together.driving import tell_git
from hundredday.errors import Refused
from hundredday.git import Repository, blob_at_head, commit, configure, init, refuse_unsound, sync_repository
from hundredday.history.accelerator import accelerator_events
from hundredday.history.message import message
from hundredday.language import _, speaking
from hundredday.programme.accelerator import FILE
from hundredday.store.accelerators import accelerator_problems, read_accelerator_file
from hundredday.store.folder import Folder
from hundredday.store.saving.atomic import save
from hundredday.store.writing.quoting import scalar_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.desk.desk import Desk
    from hundredday.desk.given import Given

ATTRIBUTES = """\
# Line ends stay as they are written on every system, and git merges these files by what they mean:
# once somebody has run `hundredday setup` in a clone. Without it git merges them line by line.
challenges/**/*.yaml text eol=lf merge=hundredday
challenges/**/*.yml text eol=lf merge=hundredday
training/**/*.yaml text eol=lf merge=hundredday
exchange/**/*.yaml text eol=lf merge=hundredday
accelerator.yaml text eol=lf merge=hundredday
"""
DRIVEN = """\

# Git merges these files by what they mean, once somebody has run `hundredday setup` in a clone.
challenges/**/*.yaml merge=hundredday
challenges/**/*.yml merge=hundredday
training/**/*.yaml merge=hundredday
exchange/**/*.yaml merge=hundredday
accelerator.yaml merge=hundredday
"""
"""What an older .gitattributes lacks."""
IGNORED = """\
.*.hundredday-*.tmp
.*.draft.yaml
.hundredday.lock
.hundredday.intent
report/
"""
SETTINGS = """\

# Topics that challenges belong to, by key:
# topics:
#   public-services: Public services

# Challenges launched together:
# cohorts:
#   2026-spring: {title: Spring 2026, launch: 2026-04-06}

# Every setting has this default:
# settings:
#   stakeholders: 3          # at least
#   team_size: [8, 12]
#   stale_after: 10          # days without a reading
#   at_risk_below: 1.0       # forecast progress
#   off_track_below: 0.85
#   follow_up_days: [30, 90, 180]
#   sign_commits: false
#   weights: {impact: 1, urgency: 1, feasibility: 1, cross_agency: 1, data: 1, backing: 1}
"""


@dataclass(frozen=True, slots=True)
class Founding:
    """What a person said about the new accelerator."""

    name: str | None = None
    host: str | None = None
    country: str | None = None
    timezone: str | None = None
    language: str | None = None
    """The language that was asked for, and in which the accelerator is to speak."""


def found(folder: Path, founding: Founding, given: Given) -> None:
    """Make what is not there yet, commit it, and say what was made and what comes next.

    Raises:
        Refused: an option says something that accelerator.yaml cannot hold; nothing is made.
        BadFile: an accelerator.yaml is there and cannot be read; nothing is made.
    """
    texts = {
        FILE: _settings(folder, founding),
        ".gitattributes": ATTRIBUTES,
        ".gitignore": IGNORED,
        **schema_files(),
    }
    _refuse_bad_settings(folder / FILE)
    folder.mkdir(parents=True, exist_ok=True)
    existing = Repository.around(folder)
    if given.commits and existing is not None:
        refuse_unsound(existing)
    made = list(_make(folder, texts))
    (folder / "challenges").mkdir(exist_ok=True)
    repository = existing or _new_repository(folder)
    if repository is not None:
        tell_git(repository)
        sync_repository(repository)
    waiting: list[Path] = []
    if given.commits and repository is not None:
        waiting = _uncommitted(repository, folder, texts)
        if waiting:
            refuse_unsound(repository)
            commit(repository, waiting, _message(folder, is_founded=folder / FILE in waiting))
    _say(folder, made, [path for path in waiting if path not in made])
    if not given.quiet:
        _say_next(folder, founding, repository, is_new=folder / FILE in made)


def set_up(desk: Desk, *, safe_commits: bool) -> None:
    """What a clone does not carry along: the merge driver, and safe commits when asked for."""
    repository = desk.repository
    made = list(_make(desk.folder.root, {".gitattributes": ATTRIBUTES})) or list(_driven(desk.folder.root))
    made += renew_schemas(desk.folder.root)
    if repository is None:
        desk.say(
            _("This folder is not in git: there is nothing to set up. hundredday init makes a repository.")
        )
        return
    if made and desk.given.commits:
        refuse_unsound(repository)
        with desk.writing():
            told = _("Set up line ends, the merge driver and the schemas for editors\n")
        commit(repository, made, told)
    if tell_git(repository):
        desk.say(_("Git now merges challenges by what they mean, in this clone."))
    if safe_commits:
        configure(repository, "core.fsync", "all")
        sync_repository(repository)
        desk.say(_("Every commit of this repository is now written through to the disk (core.fsync=all)."))
    else:
        desk.hint("hundredday setup --safe-commits lets your own commits survive a power cut too.")
    desk.say(_("{name} is set up.").format(name=desk.folder.root.name))


def _driven(folder: Path) -> Iterator[Path]:
    """The attributes file, once the merge driver has been added to what stands in it."""
    path = folder / ".gitattributes"
    before = path.read_bytes()
    if b"merge=hundredday" not in before:
        save(path, before + b"\n" * (not before.endswith(b"\n")) + DRIVEN.encode())
        yield path


def _new_repository(folder: Path) -> Repository | None:
    try:
        return init(folder)
    except FileNotFoundError:
        return None


def _message(folder: Path, *, is_founded: bool) -> str:
    """The message of the first commit, in the accelerator's language as all that follow."""
    settings = read_accelerator_file(folder / FILE)
    with speaking(settings.language or "en"):
        if is_founded:
            return message(FILE, accelerator_events(None, settings), of=TRAILER)
        return _("Set up line ends, the merge driver and the schemas for editors\n")


def _settings(folder: Path, founding: Founding) -> str:
    said = {
        "name": founding.name or folder.resolve().name,
        "host": founding.host,
        "country": founding.country,
        "timezone": founding.timezone,
        "language": founding.language,
    }
    first = modeline("accelerator", folder / FILE, folder)
    lines = [f"{first}format: 1", *(f"{key}: {scalar_text(value)}" for key, value in said.items() if value)]
    text = "\n".join(lines) + "\n" + SETTINGS
    if problems := accelerator_problems(text.encode(), FILE):
        raise Refused(problems[0].text, problems[0].mend)
    return text


def _refuse_bad_settings(path: Path) -> None:
    if path.is_file():
        read_accelerator_file(path)


def _make(folder: Path, texts: Mapping[str, str]) -> Iterator[Path]:
    for name, text in texts.items():
        path = folder / name
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            save(path, text.encode())
            yield path


def _uncommitted(repository: Repository, folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """What belongs into the first commit: accelerator.yaml as it stands, the others where they are ours."""
    return [
        folder / name
        for name, text in texts.items()
        if (name == FILE or (folder / name).read_bytes() == text.encode())
        and blob_at_head(repository, folder / name) is None
    ]


def _say(folder: Path, made: list[Path], found: list[Path]) -> None:
    parts = [
        _("made {files} and challenges/").format(files=_named(folder, made)) if made else "",
        _("committed {files}").format(files=_named(folder, found)) if found else "",
    ]
    said = "; ".join(filter(None, parts)) or _("everything is there already")
    say(f"{shown_path(folder)}: {said}.")


def _named(folder: Path, paths: list[Path]) -> str:
    """Files by their names, those in a folder of their own by the folder's."""
    shown = (path.name if path.parent == folder else f"{path.parent.name}/" for path in paths)
    return ", ".join(dict.fromkeys(shown))


def _say_next(folder: Path, founding: Founding, repository: Repository | None, *, is_new: bool) -> None:
    if repository is None:
        say(_("note: git is not installed, so there is no audit trail."), to_errors=True)
    if not is_new and founding != Founding():
        say(_("note: accelerator.yaml was there and stays as it is; change it by hand."), to_errors=True)
    files = [Folder(folder.resolve()).absolute(file) for file in Folder(folder.resolve()).challenge_files()]
    if not files:
        command = 'hundredday new "Small claims settled in one day"'
    elif repository and any(blob_at_head(repository, path) is None for path in files):
        command = "hundredday save"
    else:
        command = "hundredday status"
    there = "" if folder.resolve() == Path.cwd() else f"cd {shlex.quote(shown_path(folder))} && "
    say(_("next: {what}{on}").format(what=f"{there}{command}", on=""), to_errors=True)
