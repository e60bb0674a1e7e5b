"""Files as people write them: a command changes its own line and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

WRITTEN = """\
# Суд за один день / Бір күндік сот / محكمة اليوم الواحد / One-day court
format: 1
title: "Small claims settled in one day"   # as the minister said it
agency: Ministry of Justice


phase: acceleration   # с апреля


acceleration:
    entered: 2026-03-04
    team:
        leader: {name: 'Dana Omarova', agency: Supreme Court}   # жетекші
    clock:   {start: 2026-04-06, days: 100}
    goals:
        days-to-judgment:
            primary: true
            specific: >
                A small claim filed in a pilot court
                is judged the same day
            measurable: {metric: Days to judgment, kind: duration, unit: days, baseline: 43, target: 1}
            # الأسبوع الأول
            readings:
            - {date: 2026-04-13, value: 42}   # первая неделя
            - date: 2026-04-20
              value: 39

              # written down by hand
# End of the file, with a thought: бәрі жақсы
"""

WAYS = {
    "as written": WRITTEN.encode(),
    "CRLF": WRITTEN.replace("\n", "\r\n").encode(),
    "BOM": b"\xef\xbb\xbf" + WRITTEN.encode(),
    "no final newline": WRITTEN.rstrip("\n").encode(),
    "BOM, CRLF, no final newline": b"\xef\xbb\xbf" + WRITTEN.rstrip("\n").replace("\n", "\r\n").encode(),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_reading_adds_exactly_one_line(way: str, office: Office, git: RunGit) -> None:
    (office.root / ".gitattributes").write_text("*.yaml -text\n")
    path = office.root / "challenges" / "small-claims.yaml"
    path.write_bytes(WAYS[way])
    office.run("save")
    office.today = "2026-04-27"

    office.run("record", "small", "33", "--note", "Екінші сот; второй суд")

    changed = git(office.root, "diff", "--numstat", "HEAD~", "HEAD")
    assert changed == "1\t0\tchallenges/small-claims.yaml"
    before, after = WAYS[way].splitlines(), path.read_bytes().splitlines()
    (added,) = [line for line in after if line not in before]
    assert added.decode().strip() == ("- {date: 2026-04-27, value: 33, note: Екінші сот; второй суд}")
    assert path.read_bytes().endswith(b"\n") == WAYS[way].endswith(b"\n")
    assert (b"\r\n" in WAYS[way]) == all(line.endswith(b"\r\n") for line in complete_lines(path.read_bytes()))


def complete_lines(content: bytes) -> list[bytes]:
    return [line for line in content.splitlines(keepends=True) if line.endswith(b"\n")]


def test_line_ends_that_git_normalizes_are_no_edit(office: Office, git: RunGit) -> None:
    path = office.root / "challenges" / "small-claims.yaml"
    path.write_bytes(WAYS["CRLF"])
    office.run("save")
    office.today = "2026-04-27"

    said = office.run("record", "small", "33")

    assert "edits made by hand" not in said.out
    assert git(office.root, "diff", "--numstat", "HEAD~", "HEAD") == "1\t0\tchallenges/small-claims.yaml"
