"""Write the accelerator as csv, xlsx, json, ics or md."""

from typing import Annotated

import typer

from hundredday.desk.desk import Desk

Format = Annotated[
    str | None, typer.Argument(metavar="FORMAT", help="csv, xlsx, json, ics or md; none with --share.")
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="PATH", help="Write there, not to standard output; a folder for csv."
    ),
]
Health = Annotated[str | None, typer.Option(metavar="HEALTH", help="Only this health, such as at_risk.")]
Table = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Of csv, one table: challenges, goals, readings or events."),
]
Share = Annotated[
    str | None,
    typer.Option(metavar="ID", help="Write this challenge for other accelerators, without names of people."),
]


def export(
    ctx: typer.Context,
    format: Format = None,
    output: Output = None,
    table: Table = None,
    share: Share = None,
    phase: Annotated[str | None, typer.Option(metavar="PHASE", help="Only this phase.")] = None,
    topic: Annotated[str | None, typer.Option(metavar="TOPIC", help="Only this topic.")] = None,
    cohort: Annotated[str | None, typer.Option(metavar="COHORT", help="Only this cohort.")] = None,
    agency: Annotated[str | None, typer.Option(metavar="AGENCY", help="Only this agency.")] = None,
    health: Health = None,
) -> None:
    """Write the accelerator in a form that other programs read.

    csv: tidy tables (challenges, goals, readings, events), one on standard output or all into a folder.
    xlsx: the same tables as sheets with filters, and a dashboard with charts; needs --output.
    json: everything that the files say, and nothing computed; `import` makes the same files of it again.
    ics: a calendar with every launch, milestone, midpoint, last day and follow-up; its events keep their
    identity, so that a calendar that subscribes to it updates them.
    md: the weekly note: what needs a decision, what moved this week, the numbers.

    --share ID writes one challenge for other accelerators, to start from with `new --from FILE`: its problem, how its
    goals are counted, the roles of its stakeholders and its lessons. In texts a person's role stands for the name.

    Text that a spreadsheet would take for a formula stands behind an apostrophe in csv, and is marked as
    text in xlsx.

    Example: hundredday export xlsx --output accelerator.xlsx
    """
    from hundredday.desk.sharing import export_or_share
    from hundredday.desk.showing import Wanted

    wanted = Wanted(phase, topic, cohort, agency, health)
    export_or_share(Desk.of(ctx), format, wanted, shared=share, output=output, table=table)
