"""Issue the challenge note: a mission, never a solution."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Id, On
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import refuse_silence


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

    Example: hundredday note small-claims --mission "Let a small trader get a judgment in a day" --indicator "Days to judgment"
    """
    from hundredday import moves

    refuse_silence(
        "note", mission=mission, indicator=indicator, guardrail=guardrail, question=question, on=on
    )
    desk = Desk.of(ctx)
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
