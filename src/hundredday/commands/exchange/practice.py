"""Note a practice taken from a partner, and who uses it."""

from typing import Annotated

import typer

from hundredday.commands.parameters import KeyOption, PartnerId
from hundredday.desk.desk import Desk


def practice(
    ctx: typer.Context,
    id: PartnerId,
    practice: Annotated[
        str,
        typer.Argument(metavar="PRACTICE|KEY", help="What they do; a known key or text changes that one."),
    ],
    origin: Annotated[
        str | None, typer.Option("--from", metavar="WHOM", help="Whose practice it is, and since when.")
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="LINK", help="Where it is described.")] = None,
    used_in: Annotated[
        list[str] | None,
        typer.Option("--used-in", metavar="ID", help="A challenge that uses it; may be repeated."),
    ] = None,
    key: KeyOption = None,
) -> None:
    """Note a practice taken from a partner, or another challenge that uses one.

    Example: hundredday exchange practice uae "Minor claims settled in one day" --used-in small-claims
    """
    from hundredday.desk.registers.changing import change_register
    from hundredday.desk.registers.kinds import partners
    from hundredday.moves.exchange import take_practice

    desk = Desk.of(ctx)
    uses = tuple(desk.find(one).id for one in used_in or ())
    change_register(
        desk,
        partners(),
        id,
        lambda partner, _challenges: take_practice(
            partner, practice=practice, origin=origin, source=source, used_in=uses, key=key
        ),
    )
