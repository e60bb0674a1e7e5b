"""Record a reading: this week's number, in one command."""

from functools import partial
from typing import Annotated

import typer

from hundredday.commands.parameters import By, Id, Note, On
from hundredday.desk.desk import Desk
from hundredday.desk.terminal.asking import need
from hundredday.errors import WrongUsage
from hundredday.language import _
from hundredday.numbers import read_yes_no

GoalAndValue = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[GOAL] VALUE", help="The goal or guardrail; the primary goal when left out. And its value."
    ),
]


def record(
    ctx: typer.Context,
    id: Id,
    goal_and_value: GoalAndValue = None,
    on: On = None,
    note: Note = None,
    source: Annotated[str | None, typer.Option(metavar="TEXT", help="Where the number comes from.")] = None,
    by: By = None,
    evidence: Annotated[str | None, typer.Option(metavar="LINK", help="A link to what shows it.")] = None,
    provisional: Annotated[bool, typer.Option("--provisional", help="It may still be corrected.")] = False,
    verified: Annotated[bool, typer.Option("--verified", help="Somebody checked the number.")] = False,
    add: Annotated[bool, typer.Option("--add", help="VALUE is what came on top of the last total.")] = False,
) -> None:
    """Record a reading of a goal or of a guardrail.

    VALUE is a number (42, 43.5, 85%, or 18/40 for a percent), or done for a thing to be done. A second
    reading for the same day corrects the first, which stays in the file.

    Example: hundredday record small-claims 33 --note "First court live"
    """
    from hundredday import moves

    desk = Desk.of(ctx)
    desk.find(id)
    words = goal_and_value or [
        need(
            "VALUE", _("Which value?"), None, why=_("A number, or done for a thing to be done."), example="42"
        )
    ]
    goal, value = _told(words)
    status = _status(provisional=provisional, verified=verified)
    said = partial(moves.record, goal=goal, value=value, note=note, source=source, by=by, status=status)
    act = partial(said, evidence=evidence, add=add, today=desk.today)
    desk.change(id, lambda challenge: act(challenge, on=desk.day(on, challenge)))


def _told(words: list[str]) -> tuple[str | None, str]:
    """The goal, where it is named, and the value."""
    # A number and a word, such as 12 courts, are the value and the rest of a text without quotes.
    lacks_quotes = (
        len(words) == 2 and words[0].isdecimal() and words[1].isalpha() and read_yes_no(words[1]) is None
    )
    if len(words) > 2 or lacks_quotes:
        raise WrongUsage(
            _("There is more than a goal and a value."), _("Put a text of several words in quotes.")
        )
    return words[0] if len(words) == 2 else None, words[-1]


def _status(*, provisional: bool, verified: bool) -> str | None:
    if provisional and verified:
        raise WrongUsage(
            _("A reading is either provisional or verified."), _("Leave one of the two options out.")
        )
    return "provisional" if provisional else "verified" if verified else None
