"""A paper of one page about one challenge: on standard output, or into a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from hundredday.desk.gathering import gather_one
from hundredday.desk.terminal.asking import Question, needed
from hundredday.errors import WrongUsage
from hundredday.language import _
from hundredday.pages.briefs import FORMS

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.pages.briefs.sheet import Sheet
    from hundredday.pages.site import Office

_ENDINGS = {".md": "markdown", ".html": "html", ".htm": "html"}


def brief(
    desk: Desk, beginning: str, form: str | None, output: Path | None, at: str | None, *, json: bool
) -> None:
    """Write a paper as Markdown or as JSON on standard output, or into a file whose ending says how.

    Raises:
        WrongUsage: there is no such form, or the ending of the file says nothing.
        Refused: the challenge is not as far as the form.
    """
    if json and output:
        raise WrongUsage(
            _("--json prints one document, --output writes a page."), _("Leave out one of the two.")
        )
    head = None
    if at is not None:
        from hundredday.desk.past.travelling import go_back

        desk, head = go_back(desk, at, beginning)
    desk.find(beginning)
    form = _form(form)
    kind = _kind(output)
    office, dossier = gather_one(desk, beginning, head)
    sheet = FORMS[form](office, dossier)
    if json:
        from hundredday.pages.briefs.plain import brief_document

        desk.print_json(brief_document(office, form, dossier.standing, sheet))
        return
    _write(desk, sheet, office, kind, output)


def _write(desk: Desk, sheet: Sheet, office: Office, kind: str, output: Path | None) -> None:
    if kind == "html":
        from hundredday.pages.briefs.page import brief_page

        text = brief_page(office, sheet)
    else:
        from hundredday.pages.briefs.markdown import markdown

        text = markdown(sheet)
    if output is None:
        sys.stdout.write(text)
        return
    from hundredday.store.saving.atomic import save

    save(output, text.encode("utf-8", "replace"))
    desk.say(str(output))


def _form(given: str | None) -> str:
    why = _("The midpoint form, the closing form, or the minister's half page.")
    (form,) = needed((Question("--for", _("Which paper?"), why=why, example="midpoint"), given))
    if form not in FORMS:
        raise WrongUsage(
            _("There is no paper “{form}”.").format(form=form),
            _("Choose one of {forms}.").format(forms=", ".join(FORMS)),
        )
    return form


def _kind(output: Path | None) -> str:
    kind = _ENDINGS.get(output.suffix.lower()) if output else "markdown"
    if kind is None:
        raise WrongUsage(
            _("{output} ends in neither .html nor .md.").format(output=output),
            _("Name a file such as brief.html or brief.md."),
        )
    return kind
