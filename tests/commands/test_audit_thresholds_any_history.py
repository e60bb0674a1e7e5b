"""Whatever is done to a threshold on two branches: every easing is told once, and the same from what was kept as anew."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronicle import ACCELERATOR, DANA, TIMUR, Chronicle
from claims import IDEA, design, work
from office import Office

EXAMPLES = 150 if os.environ.get("HUNDREDDAY_TORTURE") else 3
DEFAULT, UNREADABLE = 10, 0

BRANCH = st.sampled_from(["main", "side"])
ACTS = st.tuples(
    BRANCH,
    st.sampled_from([5, 10, 20, 30, UNREADABLE, "merge", "pick", "pick and merge", "audit", "idea"]),
)
"""On which branch, and what: a value that is written there by hand, or what is done with git and us."""


@dataclass(slots=True)
class World:
    """A repository with two branches, and what is known of each: its value, and the easings that it has."""

    chronicle: Chronicle
    branch: str = "main"
    number: int = 0
    values: dict[str, int] = field(default_factory=lambda: {"main": DEFAULT, "side": DEFAULT})
    eased: dict[str, set[tuple[str, int]]] = field(default_factory=lambda: {"main": set(), "side": set()})
    last: dict[str, tuple[str, str, int] | None] = field(default_factory=lambda: {"main": None, "side": None})

    at: dict[str, int] = field(default_factory=dict)
    """What held at each commit that was a head."""

    is_murky: bool = False
    """Whether a version that nobody can read was merged: which value the others then meant is anybody's guess."""

    @property
    def other(self) -> str:
        return "side" if self.branch == "main" else "main"

    def stamp(self) -> str:
        self.number += 1
        return f"2026-05-20T{self.number // 60:02}:{self.number % 60:02}:00+05:00"

    def settle(self, value: int, when: str) -> None:
        """The branch says another value from now on, which somebody wrote at a moment."""
        if value == UNREADABLE:
            return
        if value > self.values[self.branch]:
            self.eased[self.branch].add((when, value))
        self.values[self.branch] = value

    def act(self, branch: str, what: int | str) -> None:
        if branch != self.branch:
            self.chronicle.git("switch", "--quiet", branch)
            self.branch = branch
        match what:
            case int(value):
                when = self.stamp()
                by = (DANA, TIMUR)[self.number % 2]
                # The number makes it another content, so that there is something to commit.
                commit = self.chronicle.commit(when, {"../accelerator": text_of(value, self.number)}, by=by)
                self.settle(value, when)
                self.last[branch] = (commit, when, value)
            case "idea":
                self.chronicle.commit(self.stamp(), {f"idea-{branch}": IDEA.format(id=self.number)})
            case "audit":
                self.audit()
            case "merge":
                self.merge()
            case _:
                self.pick()
                if what != "pick":
                    self.at[self.chronicle.head] = self.values[branch]
                    self.merge()
        self.at[self.chronicle.head] = self.values[branch]

    def audit(self, *more: str) -> list[dict[str, str]]:
        """What an audit finds of what is committed, where somebody mended the settings and has not committed yet."""
        path = self.chronicle.root / "accelerator.yaml"
        before = path.read_text()
        path.write_text(ACCELERATOR)
        found = Office(self.chronicle.root, "2026-11-20").run("audit", "--json", *more).json["findings"]
        path.write_text(before)
        return [one for one in found if one["rule"] == "threshold-eased"]

    def merge(self) -> None:
        """Bring in what the other branch has; where both changed the file, ours stays."""
        before = self.chronicle.head
        when = self.stamp()
        env = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        base = self.chronicle.git("merge-base", self.branch, self.other)
        ours, theirs, common = (self.blob(one) for one in (self.branch, self.other, base))
        self.chronicle.git(
            "merge", "--quiet", "--no-ff", "--strategy-option=ours", "-m", "Merged", self.other, env=env
        )
        if self.chronicle.head == before:
            return
        self.is_murky |= any(self.text(one).startswith("settings: [") for one in (before, self.other, base))
        was, mine, others = self.at[base], self.values[self.branch], self.values[self.other]
        if ours != theirs and ours == common:
            self.values[self.branch] = others
        self.eased[self.branch] |= self.eased[self.other]
        # What only the others changed in meaning is lost where the text of ours stayed.
        if mine == was and self.values[self.branch] > others:
            self.eased[self.branch].add((when, self.values[self.branch]))

    def pick(self) -> None:
        """Write down again what the other branch did last to the settings."""
        known = self.last[self.other]
        if known is None or known[2] == UNREADABLE:
            return
        commit, moment, value = known
        if self.blob(self.branch) == self.blob(commit):
            return
        env = {"GIT_COMMITTER_DATE": self.stamp()}
        self.chronicle.git("cherry-pick", "--strategy-option=theirs", "--allow-empty", commit, env=env)
        if self.blob(self.branch) == self.blob(commit):
            self.settle(value, moment)

    def text(self, revision: str) -> str:
        return self.chronicle.git("show", f"{revision}:accelerator.yaml")

    def blob(self, revision: str) -> str:
        return self.chronicle.git("rev-parse", f"{revision}:accelerator.yaml")


def text_of(value: int, number: int) -> str:
    if value == UNREADABLE:
        return f"settings: [ # {number}\n"
    return f"{ACCELERATOR}settings: {{stale_after: {value}}}  # {number}\n"


def told(world: World, *more: str) -> list[tuple[str, str, int]]:
    eased = world.audit(*more)
    return sorted(
        (one["commit"], one["when"], int(one["text"].split(" to ")[1].split(":")[0])) for one in eased
    )


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(ACTS, min_size=6, max_size=14))
def test_every_easing_is_told_once_whatever_the_branches_did(acts: list[tuple[str, int | str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        chronicle = Chronicle.begun(Path(folder) / "one")
        texts = (("2026-02-02", IDEA.format(id="claims")), ("2026-03-04", design("claims", "acceleration")))
        chronicle.keep("claims", (*texts, ("2026-04-06", work("claims"))))
        chronicle.git("branch", "side")
        world = World(chronicle)
        world.at[chronicle.head] = DEFAULT
        for act in acts:
            world.act(*act)

        anew = told(world, "--no-cache")

        assert told(world) == anew
        found = [(when, value) for _commit, when, value in anew]
        assert {*found} >= world.eased[world.branch]
        if not world.is_murky:
            assert sorted(found) == sorted(world.eased[world.branch])
