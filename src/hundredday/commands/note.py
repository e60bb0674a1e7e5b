"""Issue the challenge note: a mission, never a solution."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Id, On
from hundredday.desk.desk import Desk


def note(
    ctx: typer.Context,
    id: Id,
    mission: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What will be true for people, in one sentence.")
    ] = None,
    indicator: Annotated[str | None, typer.Option(metavar="TEXT", help="What will be looked at.")] = None,
    guardrail: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="What must not get worse; may be repeated.")
    ] = None,
    question: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="What the team should find out; may be repeated.")
    ] = None,
    on: On = None,
) -> None:
    """Issue the note in which leaders say what they want and leave the how to the team; or add to it.

    On a terminal the mission and the indicator are asked for when nothing is said.

    Example: hundredday note small-claims --mission "Let a small trader get a judgment in a day" --indicator "Days to judgment"
    """
    from hundredday import moves
    from hundredday.desk.terminal.asking_teams import note_typed

    desk = Desk.of(ctx)
    mission, indicator = note_typed(
        desk, id, mission=mission, indicator=indicator, guardrail=guardrail, question=question, on=on
    )
    desk.change(
        id,
        lambda challenge: moves.issue_note(
            challenge,
            mission=mission,
            indicator=indicator,
            guardrails=tuple(guardrail or ()),
            questions=tuple(question or ()),
            on=desk.past_day(on, challenge),
        ),
    )
