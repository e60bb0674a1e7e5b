"""What an audit of all commits up to one of them found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.whole import Dated
    from hundredday.programme import Accelerator


class Replayed(NamedTuple):
    """What was read up to a commit and what was found; `versions` are counted by challenge.

    `renames` lead from an id to the id that a challenge had after it. `terms` are the settings that hold at
    the head, beside the id of their content. `newest` are the commits with the latest dates, the earliest first:
    whether one lies ahead depends on the day on which that is asked.
    """

    head: str
    commits: int
    versions: Mapping[str, int]
    renames: tuple[tuple[str, str], ...]
    findings: tuple[AuditFinding, ...]
    terms: tuple[str | None, Accelerator]
    newest: tuple[Dated, ...] = ()

    def names_after(self, id_: str | None) -> tuple[str, ...]:
        """An id, and all that it was changed to later."""
        names = [id_ or ""]
        for old, new in self.renames:
            if old in names:
                names.append(new)
        return tuple(names)
