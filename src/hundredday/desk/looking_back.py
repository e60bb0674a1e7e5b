"""Looking back from `status`: how things stood, or what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.desk.showing import Wanted


def show(
    desk: Desk,
    beginning: str | None,
    wanted: Wanted,
    *,
    at: str | None,
    since: str | None,
    watch: bool,
    json: bool,
) -> None:
    """Show how things stood `at` a moment, what changed `since` one, or between the two.

    Raises:
        WrongUsage: the folder is not in git, or a text is no day and no commit of the past.
    """
    if watch:
        raise WrongUsage("--watch shows today only.", "Leave out --watch, or --at and --since.")
    if at is not None:
        from hundredday.desk.travelling import go_back

        desk = go_back(desk, at, beginning)
    if since is not None:
        from hundredday.desk.since import show_since

        show_since(desk, since, beginning, wanted, json=json)
    else:
        from hundredday.desk.showing import show as show_standing

        show_standing(desk, beginning, wanted, json=json, watch=False)
