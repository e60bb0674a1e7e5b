"""Open the exchange with a partner programme."""

from typing import Annotated

import typer

from hundredday.desk.desk import Desk


def new(
    ctx: typer.Context,
    partner: Annotated[str, typer.Argument(metavar="PARTNER", help="What the partner is called.")],
    id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id; made from the name when not given.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Its country in two letters, such as AE.")
    ] = None,
) -> None:
    """Open the exchange of experience with a partner programme.

    Example: hundredday exchange new "UAE Government Accelerators" --id uae --country AE
    """
    from hundredday.desk.registers.exchange import open_partner

    open_partner(Desk.of(ctx), partner=partner, id=id, country=country)
