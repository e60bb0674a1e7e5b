"""Results drawn into a file instead of onto the screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.harmless import one_line
from hundredday.language import _

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType

    from hundredday.desk.desk import Desk

_SVG, _HTML = (".svg",), (".html", ".htm")


def into(desk: Desk, path: Path | None, *, only: bool) -> Desk:
    """The desk that draws into a file; the same desk where none is named.

    Raises:
        WrongUsage: the ending of the file says nothing, or something else is asked for at the same time.
    """
    if path is None:
        return desk
    if not only:
        raise WrongUsage(
            _("--save draws one picture, so it goes with neither --json nor --watch."),
            _("Leave out one of them."),
        )
    if path.suffix.lower() not in (*_SVG, *_HTML):
        raise WrongUsage(
            _("{path} ends in neither .svg nor .html.").format(path=path),
            _("Name a file such as status.svg or status.html."),
        )
    there = (desk.given.directory or path.cwd()) / path
    return type(desk)(desk.given._replace(picture=there), desk.folder)


def save_picture(view: object, path: Path) -> None:
    """Draw a view into a file, as its ending says.

    Raises:
        CannotSave: it cannot be written.
    """
    from hundredday.store.saving.atomic import save
    from hundredday.views import picture

    renderable: RenderableType = view  # type: ignore[assignment]
    draw = picture.svg if path.suffix.lower() in _SVG else picture.page
    text = draw(renderable, "hundredday status")
    save(path, text.encode("utf-8", "replace"))
    sys.stdout.write(f"{one_line(str(path))}\n")
