"""What changed in accelerator.yaml since a day or a commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.opening import read_bytes
from hundredday.desk.past.past_folder import PastFolder
from hundredday.desk.past.registers_since import Changed
from hundredday.desk.settings_told import accelerator_at, changes_of_settings
from hundredday.git import show
from hundredday.programme.accelerator import FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.desk.desk import Desk
    from hundredday.desk.past.moments import Moment
    from hundredday.git import Repository

KIND = "accelerator"
"""What stands for the kind of the accelerator's own file."""


def settings_since(desk: Desk, past: Desk, repository: Repository, then: Moment) -> Iterator[Changed]:
    """What happened to accelerator.yaml since a moment, if anything did; what is not committed counts too."""
    was = accelerator_at(past, repository, then.commit) if then.commit else None
    if events := changes_of_settings(was, _now(desk, repository)):
        yield Changed(KIND, FILE, desk.accelerator.name or FILE, events)


def _now(desk: Desk, repository: Repository) -> bytes | None:
    path = desk.folder.accelerator_path
    if isinstance(desk.folder, PastFolder):
        return show(repository, desk.folder.commit, path)
    return read_bytes(path, path.name) if path.is_file() else None
