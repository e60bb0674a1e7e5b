"""Set up a clone: what git does not carry along."""

from typing import Annotated

import typer

from hundredday.desk.desk import Desk


def setup(
    ctx: typer.Context,
    safe_commits: Annotated[
        bool,
        typer.Option(
            "--safe-commits", help="Let every commit of this repository survive a power cut (core.fsync=all)."
        ),
    ] = False,
    unlock: Annotated[
        bool,
        typer.Option("--unlock", help="Show the locks that a stopped git command left, and take them away."),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="With --unlock: do not ask.")] = False,
) -> None:
    """Set up a repository after it was cloned: what git does not carry along in a clone.

    Git then merges challenges by what they mean, and not line by line: two people who record different
    readings do not conflict. Every clone is set up for itself, once.

    Commits made by hundredday survive a power cut as they are. With --safe-commits your own git
    commits in this repository do too, at about 3 milliseconds each. It is safe to run again.

    A git command that was stopped half-way leaves a lock (index.lock), and git then refuses to work. With
    --unlock each lock is shown with its age and its owner, and taken away when you say so.

    Example: hundredday setup --safe-commits
    """
    desk = Desk.of(ctx)
    if unlock:
        from hundredday.desk.unlocking import unlock as take_away

        take_away(desk, yes=yes)
        return
    from hundredday.desk.founding import set_up

    set_up(desk, safe_commits=safe_commits)
