"""The arguments and options that several commands share, each described once."""

from typing import Annotated

import typer

Id = Annotated[
    str,
    typer.Argument(metavar="ID", help="A challenge, by its id or any unique beginning of it."),
]
Ids = Annotated[
    list[str],
    typer.Argument(
        metavar="ID…", help="One challenge or several, each by its id or any unique beginning of it."
    ),
]
CohortName = Annotated[
    str, typer.Argument(metavar="NAME", help="A cohort, by its name or any unique beginning of it.")
]
IntakeId = Annotated[
    str, typer.Argument(metavar="ID", help="A training intake, by its id or any unique beginning of it.")
]
PartnerId = Annotated[
    str, typer.Argument(metavar="ID", help="A partner, by its id or any unique beginning of it.")
]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="The last day.")]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day it happened; today when not given.")
]
By = Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who decided or did it.")]
Because = Annotated[str | None, typer.Option("--because", metavar="WHY", help="The reason, in one sentence.")]
KeyOption = Annotated[
    str | None,
    typer.Option(
        "--key", metavar="KEY", help="The name to refer to it by; made from the text when not given."
    ),
]
Check = Annotated[bool, typer.Option("--check", help="Show the gate and change nothing.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Waive = Annotated[
    list[str] | None,
    typer.Option(
        "--waive", metavar="NAME", help="Pass this condition without it being met; may be repeated."
    ),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What is worth knowing about it.")]
Topic = Annotated[str | None, typer.Option(metavar="KEY", help="The topic of the accelerator it belongs to.")]
Cohort = Annotated[str | None, typer.Option(metavar="KEY", help="The cohort it is launched with.")]
Agency = Annotated[str | None, typer.Option(metavar="NAME", help="The lead agency.")]
Sponsor = Annotated[str | None, typer.Option(metavar="PERSON", help='"Name; post; agency"')]
Priority = Annotated[str | None, typer.Option(metavar="TEXT", help="The national objective it serves.")]
Problem = Annotated[str | None, typer.Option(metavar="TEXT", help="What is wrong today.")]
Affected = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Who suffers from it, and how many they are.")
]
Evidence = Annotated[str | None, typer.Option(metavar="TEXT", help="How one knows.")]
