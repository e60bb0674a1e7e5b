"""A gate that is closed, and failures told with the id of the challenge that they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.errors import Failure
from hundredday.language import N_, _, ngettext
from hundredday.mends import with_id

if TYPE_CHECKING:
    from hundredday.gates import Gate, Verdict


class GateClosed(Failure):
    """A gate whose conditions do not all hold."""

    def __init__(self, gate: Gate, verdicts: tuple[Verdict, ...]) -> None:
        number = sum(verdict.blocks for verdict in verdicts)
        conditions = ngettext("{n} condition does not hold", "{n} conditions do not hold", number).format(
            n=number
        )
        closed = (
            _("The gate of the launch is closed")
            if gate == "launch"
            else _("The gate to {phase} is closed").format(phase=_(_GOALS[gate]))
        )
        super().__init__(f"{closed}: {conditions}.")
        self.gate = gate
        self.verdicts = verdicts


def speak_of(failure: Failure, id: str) -> Failure:
    """The same failure, with the challenge's id in every command that it gives."""
    from dataclasses import replace

    failure.mend = with_id(failure.mend, id)
    if isinstance(failure, GateClosed):
        failure.verdicts = tuple(replace(v, mend=with_id(v.mend, id)) for v in failure.verdicts)
    return failure


_GOALS = {"acceleration": N_("Acceleration"), "sustainability": N_("Sustainability"), "closed": N_("the end")}
