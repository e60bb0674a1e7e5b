"""Ids and folders that lead to nothing, to several things, or cannot be taken; each said with what mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.language import _
from hundredday.store.walking import PROBLEMS

if TYPE_CHECKING:
    from pathlib import Path


class NotAnAccelerator(WrongUsage):
    """No folder from here upwards is an accelerator's."""

    def __init__(self, start: Path) -> None:
        super().__init__(
            _(
                "{start} is not in an accelerator's folder: there is no accelerator.yaml here or above."
            ).format(start=start),
            _("Go to the accelerator's folder, name it with -C, or make a new one: hundredday init"),
        )


class NoFolder(WrongUsage):
    """A folder was named that is not there; one further up is not what was meant."""

    def __init__(self, start: Path) -> None:
        super().__init__(
            _("There is no folder {start}.").format(start=start),
            _("Look at its name, and in which folder you are."),
        )


class UnknownId(WrongUsage):
    """No challenge has an id that begins so; `nearest` are the ids most like it."""

    def __init__(self, beginning: str, nearest: tuple[str, ...]) -> None:
        from hundredday.nearest import did_you_mean

        mend = did_you_mean(nearest, _("hundredday status lists them all."))
        super().__init__(_("No challenge has the id “{beginning}”.").format(beginning=beginning), mend)
        self.nearest = nearest


class AmbiguousId(WrongUsage):
    """Several challenges fit; `paths` are their files."""

    def __init__(self, beginning: str, paths: tuple[str, ...]) -> None:
        shown = ", ".join(paths[:_SHOWN]) + (", …" if len(paths) > _SHOWN else "")
        super().__init__(
            _("{paths} challenges fit “{beginning}”: {shown}.").format(
                paths=len(paths), beginning=beginning, shown=shown
            ),
            _("Type more of the id, until one is left."),
        )
        self.paths = paths


class BadId(WrongUsage):
    """A text that cannot be an id or the name of a cohort's folder."""

    def __init__(self, text: str) -> None:
        super().__init__(_("“{text}” cannot be an id.").format(text=text), _(_RULE))


class IdTaken(WrongUsage):
    """Another file has this id already."""

    def __init__(self, id_: str, path: str) -> None:
        super().__init__(
            _("There is a challenge with the id “{id}” already: {path}.").format(id=id_, path=path),
            _("Give another one with --id."),
        )


_SHOWN = 10
_RULE = PROBLEMS["bad-id"].mend
