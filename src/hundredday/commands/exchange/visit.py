"""Note a visit, with its hours and people."""

from typing import Annotated

import typer

from hundredday.commands.parameters import PartnerId, Until
from hundredday.desk.desk import Desk

Subjects = Annotated[list[str] | None, typer.Option(metavar="TEXT", help="A subject; may be repeated.")]


def visit(
    ctx: typer.Context,
    id: PartnerId,
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day.")],
    end: Until = None,
    where: Annotated[str | None, typer.Option(metavar="PLACE", help="The city.")] = None,
    host: Annotated[str | None, typer.Option(metavar="NAME", help="Who received the visitors.")] = None,
    participants: Annotated[
        int | None, typer.Option(metavar="NUMBER", min=0, help="How many people took part.")
    ] = None,
    hours: Annotated[
        float | None, typer.Option(metavar="NUMBER", min=0, max=10_000, help="Hours of exchange.")
    ] = None,
    about: Subjects = None,
) -> None:
    """Note a visit, to the partner or of the partner. The same first day and place completes one that stands.

    Example: hundredday exchange visit uae --from 2026-10-05 --to 2026-10-07 --where Dubai --participants 12 --hours 18
    """
    from hundredday.desk.registers.changing import change_register
    from hundredday.desk.registers.kinds import partners
    from hundredday.moves.exchange import hold_visit

    desk = Desk.of(ctx)
    change_register(
        desk,
        partners(),
        id,
        lambda partner, _challenges: hold_visit(
            partner,
            start=desk.day(start),
            end=desk.maybe_day(end),
            where=where,
            host=host,
            participants=participants,
            hours=hours,
            about=tuple(about or ()),
        ),
    )
