"""Whatever people do with our commands, day by day, the audit has nothing to object to."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from hundredday.app import app
from life import CLAIMS, PROPOSED, STEPS
from office import Office

EXAMPLES = 40 if os.environ.get("HUNDREDDAY_TORTURE") else 2
DESIGN = (PROPOSED, *STEPS[:11])
"""What comes before the launch."""

END = STEPS[25:]
"""What comes after the last day."""

ACTS: tuple[tuple[str, ...], ...] = (
    ("record", CLAIMS, "{value}"),
    ("record", CLAIMS, "{value}", "--on=-3"),
    ("record", CLAIMS, "{value}", "--on=-14"),
    ("record", CLAIMS, "{value}", "--provisional"),
    ("record", CLAIMS, "{value}", "--verified"),
    ("record", CLAIMS, "appeals", "9"),
    ("record", CLAIMS, "appeals", "15", "--on=-1"),
    ("amend", CLAIMS, "days-to-judgment", "target", "3", "--because=The law changed", "--by=Aigerim Bekova"),
    (
        "amend",
        CLAIMS,
        "days-to-judgment",
        "counted",
        "All claims",
        "--because=Agreed",
        "--by=Board",
        "--on=-7",
    ),
    ("amend", CLAIMS, "days-to-judgment", "target", "2", "--because=Back again"),
    ("block", CLAIMS, "A room is missing", "--key=room"),
    ("unblock", CLAIMS, "room", "--how=It was found"),
    ("declare", CLAIMS, "amber", "--because=A strike"),
    ("review", CLAIMS, "midpoint", "--decided=Go on"),
    ("milestone", CLAIMS, "Second court", "--due=2026-06-01"),
    ("milestone", CLAIMS, "second-court", "--done"),
    ("lesson", CLAIMS, "Ask the registry first", "--kind=worked"),
    ("describe", CLAIMS, "--priority=Another national plan"),
    ("launch", CLAIMS, "--on=+3"),
    ("goal", CLAIMS, "appeals-kept", "--metric=Appeals", "--kind=level", "--baseline=9", "--target=8"),
    ("advance", CLAIMS),
    ("advance", CLAIMS, "--waive=clock-has-run", "--by=Board", "--because=It is reached"),
    ("tidy", CLAIMS),
    ("guardrail", CLAIMS, "appeals", "--limit=10"),
    ("guardrail", CLAIMS, "Complaints", "--limit=5", "--worse=above"),
    ("milestone", CLAIMS, "second-court", "--due=2026-06-20", "--critical"),
    ("goal", CLAIMS, "--owner=Madina Akhmetova"),
    ("goal", CLAIMS, "--not-measurable=The registry was replaced", "--by=Board"),
    ("declare", CLAIMS, "red", "--because=Nobody came", "--on=-14"),
    ("review", CLAIMS, "second", "--decided=Go on", "--on=-10"),
    ("team", CLAIMS, "--member=Aliya Serik; Clerk; Supreme Court"),
    ("reopen", CLAIMS, "--because=The money came back", "--by=Board"),
    ("sync",),
    ("stop", CLAIMS, "--because=The money went elsewhere", "--by=Board"),
)


@dataclass(slots=True)
class Walker:
    """Somebody who types commands, on days that the commits bear too."""

    root: Path
    number: int = 0

    def type(self, on: str, *words: str) -> int:
        """Type a command; a refusal is fine, a bug is not."""
        self.number += 1
        stamp = f"{on}T09:{self.number // 60 % 60:02}:{self.number % 60:02}+05:00"
        with patch.dict(os.environ, {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}):
            result = CliRunner().invoke(
                app, ["-C", str(self.root), "--today", on, *words], prog_name="hundredday"
            )
        assert result.exit_code in {0, 1, 2}, (words, result.output, result.stderr)
        return result.exit_code


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    launch=st.integers(0, 10),
    walk=st.lists(st.tuples(st.integers(0, 12), st.sampled_from(ACTS)), min_size=8, max_size=18),
)
def test_a_walk_of_commands_gives_no_findings(launch: int, walk: list[tuple[int, tuple[str, ...]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        walker = Walker(Path(folder))
        walker.type("2026-02-01", "init", "--timezone=Asia/Almaty")
        for on, *words in DESIGN:
            walker.type(on, *words)
        start = today = date(2026, 4, 6) + timedelta(days=launch)
        walker.type(str(today), "launch", CLAIMS, f"--on={today}")
        for gap, act in walk:
            today += timedelta(days=gap)
            steady = max(1, round(43 - 0.42 * (today - start).days))
            walker.type(str(today), *(word.format(value=steady) for word in act))
        for on, *words in END:
            walker.type(max(on, str(today)), *words)

        audit = Office(walker.root).run("audit", "--json").json

        assert audit["findings"] == []
        assert audit["versions"] > len(DESIGN)
