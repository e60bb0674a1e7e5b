"""The exchange at the desk: opening a partner's file, and showing what the exchange has brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.days import zone_of
from hundredday.desk.registers.changing import add_register
from hundredday.desk.registers.kinds import known_challenges, open_register, partners, read_every
from hundredday.desk.registers.training import readable_id, say_unsound, standings_by_id
from hundredday.language import _
from hundredday.moves.exchange import open_exchange
from hundredday.outlook.exchange import PartnerStanding, plain_partner, totals
from hundredday.problems import Problems
from hundredday.store.walking import EXCHANGE

if TYPE_CHECKING:
    from hundredday.desk.desk import Desk
    from hundredday.desk.registers.training import StoryOf


def open_partner(desk: Desk, *, partner: str, id: str | None, country: str | None) -> None:
    """Write and commit the file of a new partner.

    Raises:
        Failure: no id can be made, or it is taken.
    """
    made = open_exchange(partner=partner, country=country)
    name = id or readable_id(partner)
    add_register(desk, partners(), name, made)
    desk.hint(
        _("next: {command}").format(command=f"hundredday exchange visit {name} --from DATE --hours NUMBER")
    )


def show_exchange(desk: Desk, beginning: str | None, story_of: StoryOf, *, json: bool) -> None:
    """Show what the exchange with every partner has brought, or with one, and what `story_of` tells of it.

    Raises:
        Failure: it cannot be shown, and why.
    """
    problems = Problems()
    one = None if beginning is None else open_register(desk, partners(), beginning)
    registers = [one] if one else read_every(desk, partners(), known_challenges(desk), problems)
    shown = tuple(PartnerStanding(file.id, file.path, register.meaning) for file, register in registers)
    standings = standings_by_id(desk) if shown else {}
    name = desk.accelerator.name or desk.folder.root.name
    if json:
        desk.print_json(
            {
                "today": desk.today.isoformat(),
                "accelerator": name,
                "problems": [finding.plain() for finding in problems],
                "totals": totals(shown)._asdict(),
                "partners": [plain_partner(one, standings) for one in shown],
            }
        )
    else:
        from hundredday.views.exchange import exchange

        story = story_of(desk, EXCHANGE, one[0].id) if one else ()
        zone = zone_of(desk.accelerator.timezone)
        drawn = exchange(
            shown, standings, name=name, today=desk.today, problems=problems, story=story, zone=zone
        )
        desk.draw(drawn)
    say_unsound(desk, [register for _file, register in registers])
