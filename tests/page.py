"""What stands in a page: its elements, their attributes, and where its links lead."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from pathlib import Path


class Page(HTMLParser):
    """A page as it was read: every element with its attributes, in order, and its text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def ids(self) -> list[str]:
        return [about["id"] for _, about in self.elements if "id" in about]

    @property
    def links(self) -> list[str]:
        return [about["href"] for tag, about in self.elements if tag == "a"]


def leading_nowhere(folder: Path) -> list[str]:
    """The links of all pages of a folder that lead to no page, or to no place in it."""
    pages = {path.resolve(): Page(path) for path in folder.rglob("*.html")}
    lost = []
    for path, page in pages.items():
        for link in page.links:
            name, _, place = unquote(link).partition("#")
            target = (path.parent / name).resolve() if name else path
            if not link.startswith("https://") and (
                target not in pages or (place and place not in pages[target].ids)
            ):
                lost.append(f"{path.name}: {link}")
    return lost
