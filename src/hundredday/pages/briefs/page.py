"""A paper as a page of its own, for paper and for mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.pages.drawing import draw

if TYPE_CHECKING:
    from hundredday.pages.briefs.sheet import Sheet
    from hundredday.pages.site import Office


def brief_page(office: Office, sheet: Sheet) -> str:
    """The page, whole in itself."""
    return draw("brief.html", office=office, up="", here="", sheet=sheet)
