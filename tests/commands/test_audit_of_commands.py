"""Whatever one of our commands does as it is meant to, in any phase, is no offence in the audit."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from typer.testing import CliRunner

from hundredday.app import app
from life import CLAIMS, PROPOSED, STEPS
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = """
guardrail ID appeals --limit=20
guardrail ID appeals --worse=below --limit=2
guardrail ID cost --metric=Cost --limit=5 --worse=above
milestone ID first-hearing --due=2026-09-20
milestone ID first-hearing --critical
milestone ID first-hearing --done
milestone ID 'New court' --due=2026-05-01 --critical
milestone ID new-court --due=2026-09-10
goal ID days-to-judgment --source='Another registry'
goal ID days-to-judgment --owner='Madina Akhmetova'
goal ID days-to-judgment --not-measurable --because='The registry burnt down' --by=Board
goal ID second --metric='Appeals kept' --kind=level --unit=appeals --baseline=9 --target=8
declare ID green --because=Fine
declare ID red --because='Not fine'
declare ID amber --because='As we said' --on=-20
score ID impact=1
select ID --by=Board --because=Again
note ID --mission=Another --indicator=Another
stakeholder ID 'Chamber of bailiffs' --role=affected
stakeholder ID 'A new one' --role=partners
review ID midpoint --decided='Go on'
review ID midpoint --decided=Stop --on=-2
review ID day-30 --decided=Go --on=-20
lesson ID 'Ask early' --kind=worked
lesson ID 'Ask early' --kind=failed
describe ID --topic=other --sponsor='New Person; Minister; Ministry of Justice'
describe ID --title='Another title' --problem='Another problem'
team ID --leader='New Leader; Registrar; Supreme Court'
team ID --member='New Member; Judge; Almaty district court'
block ID 'No room' --key=room
unblock ID room --how='It was found'
amend ID days-to-judgment target 3 --because='The law' --by=Board
amend ID days-to-judgment target 2.5 --because='The law' --on=-5
amend ID days-to-judgment baseline 44 --because='Counted anew' --by=Board
amend ID days-to-judgment due 2026-07-10 --because='Earlier' --by=Board
record ID 30
record ID 31 --verified
record ID 32 --provisional
record ID 30 --on=-10
record ID appeals 30
record ID 29 --source=Survey --evidence=https://example.org
practice ID 'Same-day list' --owner-post='Court chair' --resources=None
practice ID same-day-list --owner-post='Another chair'
own ID --post=Head --agency='Supreme Court'
own ID --post='Another head' --agency='Supreme Court'
pledge ID --by='Aigerim Bekova' --post=Minister --agency='Ministry of Justice' --text=Funded
pledge ID --by='Aigerim Bekova' --post=Minister --agency='Ministry of Justice' --text='Funded twice'
scale ID scale --where=Astana --by=Board
scale ID none --by=Board
follow-up ID --on=2026-11-01
tidy ID
advance ID
advance ID --waive=clock-has-run --waive=results-are-in --by=Board --because='It is reached'
stop ID --because='No money'
reopen ID --because='There is money'
"""


def typed(root: Path, on: str, number: int, *words: str) -> int:
    """Type a command on a day that the commit bears too; a refusal is fine, a bug is not."""
    stamp = f"{on}T09:{number // 60:02}:{number % 60:02}+05:00"
    with patch.dict(os.environ, {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}):
        result = CliRunner().invoke(app, ["-C", str(root), "--today", on, *words], prog_name="hundredday")
    assert result.exit_code in {0, 1, 2}, (words, result.output, result.stderr)
    return result.exit_code


@pytest.mark.parametrize(
    ("lived", "on"),
    [
        (11, "2026-04-02"),
        (12, "2026-05-10"),
        (25, "2026-07-20"),
        (28, "2026-08-10"),
        (len(STEPS), "2026-11-20"),
    ],
    ids=["before the launch", "running", "after the last day", "sustained", "closed"],
)
def test_what_commands_do_is_no_offence(lived: int, on: str, tmp_path: Path) -> None:
    typed(tmp_path, "2026-02-01", 0, "init", "--timezone=Asia/Almaty")
    for number, (day, *words) in enumerate((PROPOSED, *STEPS[:lived])):
        typed(tmp_path, day, number, *words)
    commands = [shlex.split(line.replace("ID", CLAIMS)) for line in COMMANDS.strip().splitlines()]

    codes = [typed(tmp_path, on, number, *words) for number, words in enumerate(commands)]

    assert codes.count(0) > 5
    assert Office(tmp_path, "2026-11-20").run("audit", "--json").json["findings"] == []
