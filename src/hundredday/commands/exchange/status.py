"""Show visits, hours, people and practices in use."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk


def status(
    ctx: typer.Context,
    id: Annotated[str | None, typer.Argument(metavar="[ID]", help="One partner; all when not given.")] = None,
    json: Json = False,
) -> None:
    """Show what the exchange has brought: visits with their hours and people, practices and who uses them.

    One partner is shown with what happened to it lately.

    Example: hundredday exchange status uae
    """
    from hundredday.desk.past.lately import lately
    from hundredday.desk.registers.exchange import show_exchange

    show_exchange(Desk.of(ctx), id, lately, json=json)
