"""Edit a challenge in your editor, checked before it is kept."""

import typer

from hundredday.commands.parameters import Id
from hundredday.desk.desk import Desk


def edit(ctx: typer.Context, id: Id) -> None:
    """Open a challenge in your editor, check what you wrote, and commit it with a sentence of what it means.

    The editor is $VISUAL or $EDITOR. When something is wrong you are shown what and where, and may go
    on editing; what you wrote is never lost.

    Example: hundredday edit small-claims-in-a-day
    """
    from hundredday.desk.editing import edit_file

    desk = Desk.of(ctx)
    edit_file(desk, desk.find(id))
