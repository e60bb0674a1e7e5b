"""Bring in candidates, goals or readings from csv, xlsx or json."""

from typing import Annotated

import typer

from hundredday.commands.parameters import Json
from hundredday.desk.desk import Desk

File = Annotated[
    str, typer.Argument(metavar="FILE", help="A table (.csv, .tsv, .xlsx), or a .json of export.")
]
As = Annotated[
    str | None,
    typer.Option("--as", metavar="KIND", help="candidates, readings or goals; goals are never guessed."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what it would do, and do nothing.")]
Map = Annotated[
    list[str] | None,
    typer.Option(
        "--map", metavar="COLUMN=FIELD", help="What a column means, by header or letter; - leaves it out."
    ),
]
Sheet = Annotated[str | None, typer.Option(metavar="NAME", help="Which sheet of a workbook.")]
OfChallenge = Annotated[
    str | None,
    typer.Option("--challenge", metavar="ID", help="Of rows that name none."),
]
On = Annotated[str | None, typer.Option(metavar="DATE", help="The day of rows that name none.")]
Dates = Annotated[str | None, typer.Option(metavar="dmy|mdy", help="How 04/06/2026 is meant.")]
Decimal = Annotated[str | None, typer.Option(metavar="comma|point", help="How 3,750 is meant.")]
Percents = Annotated[
    str | None,
    typer.Option(metavar="points|fractions", help="How 0.45 in a percent of a workbook is meant."),
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Of a csv, when it is recognized wrongly.")
]


def import_(
    ctx: typer.Context,
    file: File,
    as_: As = None,
    dry_run: DryRun = False,
    map_: Map = None,
    sheet: Sheet = None,
    challenge: OfChallenge = None,
    on: On = None,
    dates: Dates = None,
    decimal: Decimal = None,
    percents: Percents = None,
    encoding: Encoding = None,
    json: Json = False,
) -> None:
    """Bring in new candidates, readings of challenges, or their goals, from a table as people have it.

    Columns are known by their headers in English, Russian, Kazakh and Arabic; titles above the header do no harm.
    Readings may stand one in a row, or in a column for each day. What cannot be read is refused with its
    cell and the reason, and then nothing of the file is imported. What is here already is passed over, so
    that the same file can be imported again when it has grown. Every challenge gets a commit of its own.

    With --as goals the register from which candidates came is read for their goals, once they are in Acceleration:
    metric, unit, baseline, target, due and so on. After the launch only `amend` changes them.

    A .json that `export json` wrote brings in whole challenges, and the settings that are not made here yet.

    Example: hundredday import readings.xlsx --dry-run
    """
    from hundredday.desk.importing.bring_in import Asked, bring_in
    from hundredday.desk.importing.terms import read_terms

    desk = Desk.of(ctx)
    day = desk.past_day(on) if on else None
    terms = read_terms(dates, decimal, percents, encoding, sheet, map_ or [])._replace(on=day)
    raise typer.Exit(bring_in(desk, Asked(file, as_, challenge, dry_run, json), terms))
