"""Move a challenge to its next phase, through the gate."""

import typer

from hundredday.commands.parameters import Because, By, Check, Id, Json, On, Waive
from hundredday.desk.desk import Desk


def advance(
    ctx: typer.Context,
    id: Id,
    check: Check = False,
    waive: Waive = None,
    by: By = None,
    because: Because = None,
    on: On = None,
    json: Json = False,
) -> None:
    """Move a challenge to its next phase: Design, Acceleration, Sustainability, closed.

    The gate is closed while a condition does not hold; each says what is missing and the command that mends it. A
    condition can be waived only by name, with who and why, and the waiver stands in the file and in every report.

    Example: hundredday advance small-claims --check
    """
    from hundredday import moves
    from hundredday.desk.gateways import show_gate, waivers

    desk = Desk.of(ctx)
    if check:
        raise typer.Exit(show_gate(desk, id, json=json))
    desk.find(id)
    waived = waivers(desk, waive or [], by, because)
    desk.change(
        id,
        lambda challenge: moves.advance(
            challenge, settings=desk.accelerator.settings, today=desk.past_day(on, challenge), waivers=waived
        ),
    )
