"""Edit a file in your editor, checked before it is kept."""

import typer

from hundredday.commands.parameters import Id
from hundredday.desk.desk import Desk


def edit(ctx: typer.Context, id: Id) -> None:
    """Open a file in your editor, check what you wrote, and commit it with a sentence of what it means.

    Where no challenge has such an id, the training intake or the partner's file that has it is opened.

    The editor is $VISUAL or $EDITOR. When something is wrong you are shown what and where, and may go
    on editing; what you wrote is never lost.

    Example: hundredday edit small-claims-in-a-day
    """
    from hundredday.desk.files import editing

    editing.edit(Desk.of(ctx), id)
