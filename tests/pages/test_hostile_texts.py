"""Script, markup, false links and escapes in every text of a challenge come out as text."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from hundredday.store.reading import parse
from office import Office
from page import Page

if TYPE_CHECKING:
    from browser import Browser

SAMPLES = Path(__file__).parents[2] / "challenges"
CHOICES = {
    "phase", "kind", "status", "role", "stance", "made", "worse", "as", "path", "baseline_method", "goal",
    "field", "watch", "condition",
}  # fmt: skip
ATTACKS = (
    "<script>alert({n})</script>",
    "<img src=x onerror=alert({n})>",
    '"><svg onload=alert({n})>',
    "javascript:alert({n})",
    "' onmouseover='alert({n})",
    "</style><style>*{{display:none}}</style> {n}",
    "{{{{ 7 * {n} }}}} {{% for x in y %}}",
    "</title><base href=https://evil.example/{n}>",
    "<!-- {n} --><meta http-equiv=refresh content=0;url=https://evil.example/>",
    "&lt;b&gt; &#x202e; {n}",
    "<a href=https://evil.example/{n}>click</a>",
    "]]><iframe srcdoc=x {n}>",
)
ALLOWED = {
    "html", "head", "meta", "title", "link", "style", "body", "a", "header", "nav", "main", "footer",
    "section", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "div", "span", "b", "s", "br",
    "code", "bdi", "time", "details", "summary", "figure", "figcaption", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "svg", "rect", "path", "circle", "line", "polyline", "polygon", "text",
}  # fmt: skip


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A report of challenges in which every free text attacks, and all those texts."""
    root = tmp_path_factory.mktemp("attacked")
    texts: list[str] = []
    numbers = count(1000)

    def attack() -> str:
        number = next(numbers)
        texts.append(ATTACKS[number % len(ATTACKS)].format(n=number))
        return texts[-1]

    def hostile(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: hostile(inner, name) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [hostile(inner, key) for inner in value]
        is_text = isinstance(value, str) and key not in CHOICES and key not in {"topic", "cohort"}
        return attack() if is_text else value

    for path in sorted(SAMPLES.rglob("*.yaml")):
        plain = hostile(dict(parse(path.read_bytes(), path.name).data))
        target = root / "challenges" / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=10_000))
    (root / "accelerator.yaml").write_text(yaml.safe_dump({"format": 1, "name": attack(), "host": attack()}))
    office = Office(root, "2026-11-23")
    office.run("report")
    return root / "report", texts


def test_nothing_of_them_becomes_an_element_an_attribute_or_a_link(attacked: tuple[Path, list[str]]) -> None:
    for path in attacked[0].rglob("*.html"):
        page = Page(path)

        assert {tag for tag, _ in page.elements} <= ALLOWED
        assert not [about for _, about in page.elements if any(name.startswith("on") for name in about)]
        assert [link for link in page.links if re.match(r"[a-z]+:|//", link, re.IGNORECASE)] == []
        assert sum(tag == "style" for tag, _ in page.elements) == 1


def test_each_of_them_is_read_as_it_was_written(attacked: tuple[Path, list[str]]) -> None:
    folder, texts = attacked
    shown = " ".join(" ".join(Page(path).text for path in folder.rglob("*.html")).split())

    missing = [text for text in texts if text not in shown]

    assert len(texts) > 500
    assert missing == []


def test_the_browser_runs_none_of_them(attacked: tuple[Path, list[str]], chrome: Browser) -> None:
    for path in sorted(attacked[0].rglob("*.html"))[::3]:
        visit = chrome.open(path)

        assert visit.complaints == []
        assert [url for url in visit.requests if url != path.as_uri() and url[:5] != "data:"] == []
