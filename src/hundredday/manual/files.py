"""What lies where in an accelerator.

Plain text that a person can read, edit by hand and review in a diff. The file is the state, git is the
history, and nothing that can be computed is stored. Edit a file with any editor: `hundredday check` says
every problem with its line, `hundredday save` commits the edit with a sentence of what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows() -> Iterator[tuple[str, str]]:
    """Each place with what it holds."""
    yield "accelerator.yaml", _("Name, time zone, topics, cohorts and settings; every field may be left out.")
    yield "challenges/ID.yaml", _("One file for each challenge; a subfolder for each cohort if you like.")
    yield "training/ID.yaml", _("One file for each training intake.")
    yield "exchange/ID.yaml", _("One file for each partner programme.")
    yield ".hundredday/", _("The schemas by which editors complete and check these files; setup renews them.")
    yield "report/", _("The pages that hundredday report writes; not kept in git.")
