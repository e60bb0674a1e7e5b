"""Write the accelerator as csv, xlsx, json, ics or md."""

from typing import Annotated

import typer

from hundredday.desk.desk import Desk


def export(
    ctx: typer.Context,
    format: Annotated[str, typer.Argument(metavar="FORMAT", help="csv, xlsx, json, ics or md.")],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="PATH", help="Write there, not to standard output; a folder for csv."
        ),
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Of csv, one table: challenges, goals, readings or events."),
    ] = None,
    phase: Annotated[str | None, typer.Option(metavar="PHASE", help="Only this phase.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="Only this topic.")] = None,
    cohort: Annotated[str | None, typer.Option(metavar="COHORT", help="Only this cohort.")] = None,
    agency: Annotated[str | None, typer.Option(metavar="AGENCY", help="Only this agency.")] = None,
    health: Annotated[
        str | None, typer.Option(metavar="HEALTH", help="Only this health, such as at_risk.")
    ] = None,
) -> None:
    """Write the accelerator in a form that other programs read.

    csv: tidy tables (challenges, goals, readings, events), one on standard output or all into a folder.
    xlsx: the same tables as sheets with filters, and a dashboard with charts; needs --output.
    json: everything that the files say, and nothing computed; `import` makes the same files of it again.
    ics: a calendar with every launch, milestone, midpoint, last day and follow-up; its events keep their
    identity, so that a calendar that subscribes to it updates them.
    md: the weekly note: what needs a decision, what moved this week, the numbers.

    Text that a spreadsheet would take for a formula stands behind an apostrophe in csv, and is marked as
    text in xlsx.

    Example: hundredday export xlsx --output accelerator.xlsx
    """
    from hundredday.desk.exporting import export_as
    from hundredday.desk.showing import Wanted

    wanted = Wanted(phase, topic, cohort, agency, health)
    export_as(Desk.of(ctx), format, wanted, output=output, table=table)
