"""accelerator.yaml for commands: read, or known from before where it is unchanged, and asked for its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.language import _
from hundredday.programme import Accelerator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.store.folder import Folder


def read_accelerator(
    folder: Folder, *, caches: bool, meanwhile: Callable[[], None] | None = None
) -> Accelerator:
    """The accelerator of a folder; every default where there is no file.

    Args:
        folder: whose.
        caches: whether what was kept of an unchanged file counts.
        meanwhile: is begun before the file is read, which takes long; not called where it need not be read.

    Raises:
        BadFile: it cannot be read, with every problem of it.
    """
    path = folder.accelerator_path
    if not path.is_file():
        return Accelerator(name=folder.root.name)

    def read(path: Path) -> Accelerator:
        if meanwhile:
            meanwhile()
        from hundredday.store.accelerators import read_accelerator_file

        return read_accelerator_file(path)

    if not caches:
        return read(path)
    from hundredday.store.kept.accelerators import accelerator_as_kept

    return accelerator_as_kept(folder, read)


def refuse_unknown(desk: Desk, *, topic: str | None = None, cohort: str | None = None) -> None:
    """Refuse a topic or a cohort that accelerator.yaml does not have, where it has any, or that can be no key.

    Raises:
        WrongUsage: with those it has, or the key that can be made of it.
    """
    from hundredday.store.ids import is_id, make_id

    for option, given, known in (
        ("topic", topic, desk.accelerator.topics),
        ("cohort", cohort, desk.accelerator.cohorts),
    ):
        if given is not None and known and given not in known:
            mend = (
                _("It has {known}. Choose one, or: hundredday cohort open {given}")
                if option == "cohort"
                else _("It has {known}. Add yours there, or choose one.")
            )
            raise WrongUsage(
                _("accelerator.yaml has no {option} “{given}”.").format(option=option, given=given),
                mend.format(known=", ".join(known), given=given),
            )
        if given is not None and not is_id(given):
            raise WrongUsage(
                _("--{option} takes a key, and “{given}” is none.").format(option=option, given=given),
                _("Write --{option} {key}; accelerator.yaml may give it a title.").format(
                    option=option, key=make_id(given) or "public-services"
                ),
            )
