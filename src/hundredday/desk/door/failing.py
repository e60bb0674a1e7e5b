"""How a failure is shown: one sentence, what to do about it, and nothing of the program's insides."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.desk.terminal.saying import fitted
from hundredday.harmless import harmless, one_line
from hundredday.language import _

if TYPE_CHECKING:
    from hundredday.desk.given import Given
    from hundredday.errors import Failure
    from hundredday.findings import Finding


def show(failure: Failure, given: Given) -> None:
    """Say what failed and how to mend it, on standard error."""
    findings: tuple[Finding, ...] = getattr(failure, "findings", ())
    verdicts = getattr(failure, "verdicts", ())
    # A bad file is named after its first problem, which is shown with its place below.
    told = bool(findings) and findings[0].text == failure.text
    if failure.text and not told:
        _say(_("error: {text}").format(text=one_line(failure.text)))
    if findings:
        from hundredday.views.findings import findings_text

        _draw(findings_text(findings), given)
    if verdicts:
        from hundredday.views.gate import checklist

        _draw(checklist(verdicts, gate=getattr(failure, "gate", None)), given)
    if failure.mend and not told:
        _say("\n".join(f"  {line}" for line in harmless(failure.mend).splitlines()))


def system_said_no(error: OSError) -> Failure:
    """The failure of a file or a folder that the system does not let us read or write."""
    from hundredday.errors import Failure

    what = one_line(str(error.filename)) if error.filename else _("A file")
    return Failure(
        f"{what}: {error.strerror or error}.",
        _("Check that the path is right, and that you may read and write there."),
    )


def show_bug(bug: Exception, report: str) -> None:
    """Say that this is our fault, and where to report it."""
    if os.environ.get("HUNDREDDAY_DEBUG"):
        traceback.print_exception(bug)
    last = traceback.extract_tb(bug.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    _say(
        _("error: this is a bug in hundredday ({name} at {where}: {one_line}).").format(
            name=type(bug).__name__, where=where, one_line=one_line(str(bug))[:200]
        )
    )
    _say(
        _("  Your files are as the last command left them. Please report it: {report}").format(report=report)
    )
    _say(_("  HUNDREDDAY_DEBUG=1 in front of the command shows more."))


def _draw(renderable: object, given: Given) -> None:
    from hundredday.desk.terminal.screen import draw

    draw(renderable, given, to_errors=True)


def _say(text: str) -> None:
    sys.stderr.write(f"{fitted(text, sys.stderr)}\n")
