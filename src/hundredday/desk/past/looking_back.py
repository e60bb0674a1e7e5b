"""Looking back: how things stood, what changed since, or the story as it read then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.unfitting import refuse_choosing
from hundredday.errors import WrongUsage
from hundredday.language import _

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.desk.past.telling import Asked
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
        raise WrongUsage(_("--watch shows today only."), _("Leave out --watch, or --at and --since."))
    if beginning is not None:
        refuse_choosing(wanted)
    if at is not None:
        from hundredday.desk.past.travelling import go_back

        desk = go_back(desk, at, beginning).desk
    if since is not None:
        from hundredday.desk.past.since import show_since

        show_since(desk, since, beginning, wanted, json=json)
    else:
        from hundredday.desk.showing import show as show_standing

        show_standing(desk, beginning, wanted, json=json, watch=False)


def show_log_at(
    desk: Desk, beginning: str | None, asked: Asked, *, at: str, json: bool, reverse: bool
) -> None:
    """Show the story as it would have read on a day, or at a commit.

    Raises:
        WrongUsage: the folder is not in git, or the text is no day and no commit of the past.
    """
    from hundredday.desk.past.own_story import is_accelerator
    from hundredday.desk.past.telling import show_log
    from hundredday.desk.past.travelling import go_back

    # Settings have no launch that days could be counted from.
    then = go_back(desk, at, None if is_accelerator(desk, beginning) else beginning)
    show_log(then.desk, beginning, asked, json=json, reverse=reverse, head=then.commit)
