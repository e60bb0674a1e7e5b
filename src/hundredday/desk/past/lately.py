"""What happened to one intake or partner, for whoever looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hundredday.desk.desk import Desk
    from hundredday.history.timeline import Entry


def lately(desk: Desk, folder: str, id_: str) -> Sequence[Entry]:
    """The story of the one with this id in a folder, the oldest first; nothing where that is not in git."""
    if desk.repository is None:
        return ()
    from hundredday.desk.past.beside import told_beside

    return [one for one in told_beside(desk, desk.repository) if (one.kind, one.challenge) == (folder, id_)]
