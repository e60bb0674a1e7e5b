"""How pages are drawn: templates in which every text is made harmless and escaped, and one style sheet."""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.harmless import harmless

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).with_name("templates")


def draw(template: str, **facts: object) -> str:
    """A page from its template."""
    return _environment().get_template(template).render(facts)


@cache
def digest_of_templates() -> str:
    """What changes when a template or the style sheet does."""
    found = sorted(path for path in TEMPLATES.iterdir() if path.is_file())
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in found)).hexdigest()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    from hundredday.language import RIGHT_TO_LEFT, _, ngettext, spoken
    from hundredday.outlook.gap import gap
    from hundredday.pages import grid, site, words
    from hundredday.pages.choosing import marks_of
    from hundredday.pages.compiled import BesideTemplates

    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=BesideTemplates(TEMPLATES),
        finalize=_shown,
    )
    style = " ".join((TEMPLATES / "style.css").read_text(encoding="utf-8").split())
    made.globals |= {
        "_": _,
        "ngettext": ngettext,
        "lang": spoken,
        "direction": lambda: "rtl" if spoken() in RIGHT_TO_LEFT else "ltr",
        "words": words,
        "grid": grid,
        "disagrees": lambda standing: gap(standing.declared, standing.health) is not None,
        "site_": site,
        "marks_of": marks_of,
        "between": Markup("\0"),
        "style": Markup(style),  # noqa: S704 (a file of ours)
        "policy": partial(_policy, style),
    }
    return made


def _policy(*styles: str) -> str:
    """The policy of a page: nothing is fetched, run or sent, and these styles are the only ones."""
    hashes = (base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles if style)
    allowed = " ".join(f"'sha256-{one}'" for one in hashes)
    return f"default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src {allowed}"


def _shown(value: object) -> object:
    """Every value on its way into a page: nothing for None, no control character, no override."""
    if type(value) is str:
        return harmless(value)
    if value is None:
        return ""
    if hasattr(value, "__html__") or isinstance(value, int | float):
        return value
    return harmless(str(value))
