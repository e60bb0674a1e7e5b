"""One change of accelerator.yaml: lock, read again, act, splice, check, save, commit, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.changing import RulesBroken, without_place
from hundredday.desk.files.saving import commit_settings
from hundredday.desk.locking import lock, ready_to_write
from hundredday.desk.opening import read_bytes
from hundredday.desk.settings_told import tell_settings
from hundredday.desk.writing import write_as
from hundredday.language import _
from hundredday.store.accelerators import SETTINGS_ORDER, accelerator_document, accelerator_problems
from hundredday.store.writing.splicing import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable

    from hundredday.desk.desk import Desk
    from hundredday.store.yaml.scalars import Data


def change_settings(desk: Desk, act: Callable[[dict[str, Data]], dict[str, Data]]) -> None:
    """Change accelerator.yaml, commit it on its own, and say what happened.

    Args:
        desk: where it lies; the file is made when it is not there.
        act: from what the file says to what it shall say.

    Raises:
        Failure: nothing was changed, and why.
    """
    ready_to_write(desk)
    path = desk.folder.accelerator_path
    with lock(desk):
        old = read_bytes(path, path.name) if path.is_file() else None
        document = accelerator_document(old or b"", path)
        assert isinstance(document.data, dict)
        wanted = act(document.data)
        if wanted == document.data:
            desk.say(_("{name}: nothing changes; it says so already.").format(name=path.name))
            return
        source = rewritten(document, wanted, SETTINGS_ORDER)
        if problems := tuple(one for one in accelerator_problems(source, path.name) if one.blocks):
            raise RulesBroken(tuple(without_place(problems)))
        if desk.repository is not None and desk.given.commits and old is not None:
            commit_settings(desk, desk.repository)
        told = tell_settings(desk, old, source)
        write_as(desk, path, source, old=old, id=path.name, message=told.message)
    for line in told.lines:
        desk.say(line)
