"""Fetch what others did, merge it by meaning, and share yours."""

import typer

from hundredday.desk.desk import Desk


def sync(ctx: typer.Context) -> None:
    """Fetch what others did, merge it with yours by what it means, check it, and push.

    What came in is said in sentences. Readings, stakeholders and blockers of several people come together
    without a question; where two changed the same field to different values, the merge waits for
    hundredday resolve. When somebody else pushes at the same moment, it is tried again.

    History is never rewritten and nothing is forced. Edits that are not committed are left alone: save
    them first. It works with any remote of git.

    Exit codes: 0 done · 1 the sides disagree, or something is not committed · 2 there is no remote · 4 the
    remote cannot be reached, or refuses.

    Example: hundredday sync
    """
    from hundredday.desk.together.syncing import sync as run

    raise typer.Exit(run(Desk.of(ctx)))
