"""Script, markup, false links and escapes in every text of a challenge come out as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from browser import PHONE
from page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from browser import Browser

ALLOWED = {
    "html", "head", "meta", "title", "link", "style", "body", "a", "header", "nav", "main", "footer",
    "section", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "b", "s", "br",
    "code", "bdi", "time", "details", "summary", "figure", "figcaption", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "svg", "rect", "path", "circle", "line", "polyline", "polygon", "text",
    "form", "fieldset", "legend", "label", "input", "button",
}  # fmt: skip


def test_nothing_of_them_becomes_an_element_an_attribute_or_a_link(attacked: tuple[Path, list[str]]) -> None:
    for path in attacked[0].rglob("*.html"):
        page = Page(path)

        assert {tag for tag, _ in page.elements} <= ALLOWED
        assert not [about for _, about in page.elements if any(name.startswith("on") for name in about)]
        assert [link for link in page.links if re.match(r"[a-z]+:|//", link, re.IGNORECASE)] == []
        assert sum(tag == "style" for tag, _ in page.elements) == 1 + any(
            tag == "form" for tag, _ in page.elements
        )
        assert all(
            about["method"] == "dialog" and "action" not in about
            for tag, about in page.elements
            if tag == "form"
        )
        assert all(about["type"] == "checkbox" for tag, about in page.elements if tag == "input")


def test_each_of_them_is_read_as_it_was_written(attacked: tuple[Path, list[str]]) -> None:
    folder, texts = attacked
    shown = " ".join(" ".join(Page(path).text for path in folder.rglob("*.html")).split())

    missing = [text for text in texts if text not in shown]

    assert len(texts) > 500
    assert missing == []


def test_the_browser_runs_none_of_them_and_none_is_wider_than_a_phone(
    attacked: tuple[Path, list[str]], chrome: Browser
) -> None:
    for path in sorted(attacked[0].rglob("*.html"))[::3]:
        visit = chrome.open(path, width=PHONE)

        assert visit.complaints == []
        assert [url for url in visit.requests if url != path.as_uri() and url[:5] != "data:"] == []
        assert chrome.wider_than_screen() == []
