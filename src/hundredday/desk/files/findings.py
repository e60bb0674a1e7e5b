"""Printing what was found in files: as text, as JSON, or for other programs."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.language import _, ngettext
from hundredday.store.limits import MOST_PROBLEMS

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.desk.files.checking import Checked

_AT_ONCE = 200
"""Findings that are drawn together: what is drawn is held in the memory until it is written."""


def form_of(named: str | None, *, json: bool) -> str:
    """The form that was asked for, by --format or by --json.

    Raises:
        WrongUsage: they ask for two.
    """
    if json and named not in (None, "json"):
        raise WrongUsage(
            _("--json and --format {name} are two forms.").format(name=named), _("Leave out one of the two.")
        )
    return "json" if json else named or "text"


def show(desk: Desk, checked: Checked, form: str) -> None:
    """Print findings as text, as JSON, as annotations of GitHub, or as SARIF."""
    if form == "json":
        _print_json(checked)
    elif form == "github":
        from hundredday.desk.files.annotating import github_lines

        for line in github_lines(desk, checked.findings):
            sys.stdout.write(f"{line}\n")
    elif form == "sarif":
        from hundredday.desk.files.annotating import sarif

        desk.print_json(sarif(desk, checked.findings))
    else:
        _show_text(desk, checked)


def _print_json(checked: Checked) -> None:
    """One document; its findings are written one by one."""
    import json

    write = sys.stdout.write
    write(f'{{\n  "ok": {json.dumps(checked.is_ok)},\n  "files": {checked.files},\n  "findings": [')
    before, after = "\n    ", "]\n}\n"
    for finding in checked.findings:
        text = json.dumps(finding.plain(), ensure_ascii=False, indent=2).replace("\n", "\n    ")
        write(f"{before}{text}")
        before, after = ",\n    ", "\n  ]\n}\n"
    write(after)


def _show_text(desk: Desk, checked: Checked) -> None:
    files = ngettext("{n} file", "{n} files", checked.files).format(n=checked.files)
    if not checked.counts:
        desk.say(_("{files} checked: all is well.").format(files=files))
        return
    from hundredday.views.findings import findings_text

    findings = checked.findings
    drawn = 0
    while some := tuple(islice(findings, _AT_ONCE)):
        desk.draw(findings_text(some, goes_on=drawn > 0))
        drawn += len(some)
    _say_where_there_are_more(desk, checked)
    errors, warnings = checked.counts[True], checked.counts[False]
    desk.say(
        _("{files} checked: {errors}, {warnings}.").format(
            files=files,
            errors=ngettext("{n} error", "{n} errors", errors).format(n=errors),
            warnings=ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
        )
    )


def _say_where_there_are_more(desk: Desk, checked: Checked) -> None:
    of_file = Counter(finding.place.path for finding in checked.findings if finding.place)
    for path, number in of_file.items():
        if number >= MOST_PROBLEMS:
            desk.hint(
                _("note: {path} has more problems than these; a file's first {number} are shown.").format(
                    path=path, number=MOST_PROBLEMS
                )
            )
