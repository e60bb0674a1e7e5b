"""Set a S.M.A.R.T. goal, letter by letter."""

from functools import partial
from typing import Annotated

import typer

from hundredday.commands.parameters import By, Id
from hundredday.desk.desk import Desk

Key = Annotated[
    str | None, typer.Argument(metavar="[KEY]", help="Which goal; made from its metric when not given.")
]
Primary = Annotated[
    bool, typer.Option("--primary", help="The goal that decides whether the challenge is met.")
]
Specific = Annotated[str | None, typer.Option(metavar="TEXT", help="S: the result, in one sentence.")]
Metric = Annotated[str | None, typer.Option(metavar="TEXT", help="M: what is counted.")]
Kind = Annotated[
    str | None, typer.Option(metavar="KIND", help="How the number behaves: see hundredday help metrics.")
]
Unit = Annotated[str | None, typer.Option(metavar="TEXT", help="In what it is counted.")]
Baseline = Annotated[str | None, typer.Option(metavar="VALUE", help="The value before Day 0.")]
BaselineDate = Annotated[str | None, typer.Option(metavar="DATE", help="The day of the baseline.")]
BaselineMethod = Annotated[str | None, typer.Option(metavar="HOW", help="measured, estimated or surrogate.")]
Target = Annotated[str | None, typer.Option(metavar="VALUE", help="The value to reach.")]
Counted = Annotated[str | None, typer.Option(metavar="TEXT", help="The counting rule.")]
Source = Annotated[str | None, typer.Option(metavar="TEXT", help="Where the number comes from.")]
Every = Annotated[
    int | None, typer.Option(min=1, metavar="DAYS", help="Days between readings; 7 when not given.")
]
Usual = Annotated[
    str | None, typer.Option(metavar="UNITS/DAYS", help="What would happen anyway, such as 26/30.")
]
Change = Annotated[bool, typer.Option("--change", help="The percent is a growth over the baseline.")]
Owner = Annotated[str | None, typer.Option(metavar="NAME", help="A: who on the team is accountable.")]
Because = Annotated[str | None, typer.Option(metavar="TEXT", help="A: why it can be done.")]
Relevant = Annotated[str | None, typer.Option(metavar="TEXT", help="R: how it serves the priority.")]
Due = Annotated[str | None, typer.Option(metavar="DATE", help="T: the day by which it is reached.")]
Trajectory = Annotated[
    str | None, typer.Option(metavar="DAY=VALUE …", help="The expected path: “25=40 50=25”.")
]
NotMeasurable = Annotated[
    str | None, typer.Option(metavar="WHY", help="End the goal without a final reading.")
]


def goal(
    ctx: typer.Context,
    id: Id,
    key: Key = None,
    primary: Primary = False,
    specific: Specific = None,
    metric: Metric = None,
    kind: Kind = None,
    unit: Unit = None,
    baseline: Baseline = None,
    baseline_date: BaselineDate = None,
    baseline_method: BaselineMethod = None,
    target: Target = None,
    counted: Counted = None,
    source: Source = None,
    every: Every = None,
    usual: Usual = None,
    change: Change = False,
    owner: Owner = None,
    because: Because = None,
    relevant: Relevant = None,
    due: Due = None,
    trajectory: Trajectory = None,
    not_measurable: NotMeasurable = None,
    by: By = None,
) -> None:
    """Set a goal, or say more about one; on a terminal it asks letter by letter. After the launch only `amend` changes it.

    Example: hundredday goal small-claims --metric "Median days to judgment" --kind duration --unit days --baseline 43 --target 1
    """
    from hundredday import moves
    from hundredday.desk.terminal.asking_goals import words_typed

    desk = Desk.of(ctx)
    if not_measurable is None:
        act = partial(moves.set_goal, goal=key, said=words_typed(desk, id, key, ctx.params))
    else:
        act = partial(moves.mark_not_measurable, goal=key, because=not_measurable, by=by, on=desk.today)
    desk.change(id, act)
