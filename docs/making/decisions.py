"""The list of the decisions, by their numbers."""

from __future__ import annotations

from pathlib import Path

DECISIONS = Path(__file__).parents[1] / "decisions"


def decisions_page() -> str:
    """Every decision by its title, the newest first: that is the one that holds where two disagree."""
    titles = {
        path.name: path.read_text(encoding="utf-8").partition("\n")[0] for path in DECISIONS.glob("0*.md")
    }
    rows = [f"- [{title.removeprefix('# ')}]({name})" for name, title in sorted(titles.items(), reverse=True)]
    return "\n".join(
        [
            "# Decisions\n",
            "Each file is one decision: what, why, and at which price. One that no longer holds is not deleted; a later",
            "one says so and why. Paths in an old one are those of its day.\n",
            *rows,
            "",
        ]
    )
