"""What programs can read.

One document on standard output with stable names and ISO dates, no colour, all rows unless you choose some.
JSON Schemas of these documents lie in docs/schemas of the source, and tests hold the program to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """What to type for which document."""
    yield "status --json", _("Every challenge with its day, its health, its goals and their forecasts.")
    yield "agenda --json", _("What is due or overdue, by date and by person.")
    yield "log --json", _("What happened, newest first, with commit, day and author.")
    yield "audit --json", _("What was not allowed.")
    yield "status --since DATE --json", _("What changed in each challenge since a day or a commit.")
    yield "brief ID --for FORM --json", _("A paper: the challenge as status --json has it, and its sections.")
    yield "report --json", _("Where the pages lie, and which of them are new or changed.")
    yield "check --json", _("Every problem of every file; also --format github and --format sarif.")
    yield (
        "advance ID --check --json",
        _("The gate ahead, condition by condition; launch ID --check --json likewise."),
    )
    yield "board --json", _("The long list, ranked, with every score.")
    yield (
        "cohort list --json",
        _("Cohorts and what came of them; cohort show NAME --json, cohort launch NAME --json: one."),
    )
    yield "lessons WORDS --json", _("What was learnt, searched over all challenges.")
    yield "import FILE --json", _("What was brought in, and what was passed over.")
    yield "people --json", _("Who leads, coaches, sponsors and owns.")
    yield (
        "training status --json",
        _("Intakes with participants; exchange status --json: partners with visits and practices."),
    )
    yield "export json", _("Everything.")
    yield "schema KIND", _("The JSON Schema of a kind of file: challenge, accelerator, training or exchange.")
