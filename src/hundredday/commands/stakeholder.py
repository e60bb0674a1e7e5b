"""Name a stakeholder: who decides, who is affected, who helps."""

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from hundredday.commands.parameters import Id, KeyOption
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import choose
from hundredday.language import _


class Role(StrEnum):
    """What a stakeholder is to a challenge."""

    DECIDES = "decides"
    AFFECTED = "affected"
    PARTNERS = "partners"
    DELIVERS = "delivers"
    ADVISES = "advises"
    FUNDS = "funds"


class Stance(StrEnum):
    """How a stakeholder sees the challenge."""

    SUPPORTS = "supports"
    NEUTRAL = "neutral"
    OPPOSES = "opposes"


def stakeholder(
    ctx: typer.Context,
    id: Id,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Who it is; a known key or name changes that one.")
    ],
    role: Annotated[Role | None, typer.Option(help="What they are to the challenge.")] = None,
    agency: Annotated[str | None, typer.Option(metavar="NAME", help="The agency they belong to.")] = None,
    influence: Annotated[
        int | None, typer.Option(min=1, max=5, help="How much they can move, 1 to 5.")
    ] = None,
    interest: Annotated[
        int | None, typer.Option(min=1, max=5, help="How much it matters to them, 1 to 5.")
    ] = None,
    stance: Annotated[Stance | None, typer.Option(help="How they see it now.")] = None,
    commitment: Annotated[str | None, typer.Option(metavar="TEXT", help="What they have promised.")] = None,
    key: KeyOption = None,
) -> None:
    """Name a stakeholder, or change what is known of one.

    Before Acceleration a challenge needs at least three, one who decides and one who is affected.

    Example: hundredday stakeholder small-claims "Supreme Court registry" --role decides --influence 5 --interest 4
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    __, record = desk.open(id)
    if role is None and not moves.knows_stakeholder(record.challenge, name):
        role = Role(choose("--role", _("What are they to the challenge?"), tuple(Role)))
    said = partial(
        moves.add_stakeholder, name=name, agency=agency, influence=influence, interest=interest, key=key
    )
    act = partial(said, role=role and role.value, stance=stance and stance.value, commitment=commitment)
    desk.change(id, act)
