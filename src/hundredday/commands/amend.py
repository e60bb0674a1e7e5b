"""Change a frozen field of a goal, with reason and approver."""

from functools import partial
from typing import Annotated

import typer

from hundredday.commands.parameters import Because, By, Id, On
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import Question, needed
from hundredday.language import _


def amend(
    ctx: typer.Context,
    id: Id,
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="Which goal, by its key.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="Which field, such as target or due.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it becomes.")],
    because: Because = None,
    by: By = None,
    on: On = None,
) -> None:
    """Amend a goal after the launch: the only way to change what was promised.

    The original and the amended value are shown together from then on. With the same value as an
    amendment that nobody has approved yet, it approves that one.

    Example: hundredday amend small-claims days-to-judgment target 1 --because "A pilot court reached 2" --by "Aigerim Bekova"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.find(id)
    why, who = needed(
        (
            Question(
                "--because",
                _("Why is it changed?"),
                why=_("The reason stands beside the goal in every report."),
                example=_("A pilot court reached 2 on Day 40"),
            ),
            because,
        ),
        (Question("--by", _("Who approved it?"), example=_("Aigerim Bekova")), by),
    )
    act = partial(moves.amend, goal=goal, field=field, value=value, because=why, by=who, today=desk.today)
    desk.change(id, lambda challenge: act(challenge, on=desk.day(on, challenge)))
