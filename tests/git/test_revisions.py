"""Which commit a person means."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from hundredday.errors import ExitCode
from hundredday.git import NoCommitYet, Repository, UnknownRevision, commit, init, resolve

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit

ALMATY = timezone(timedelta(hours=5))


def _two_days(tmp_path: Path) -> tuple[Repository, str, str]:
    repository = init(tmp_path / "new")
    made = []
    for day in (6, 8):
        (repository.root / "a.yaml").write_text(f"{day}\n")
        when = datetime(2026, 4, day, 20, 0, tzinfo=UTC)
        made.append(commit(repository, [repository.root / "a.yaml"], "Change", when=when))
    return repository, made[0], made[1]


def test_a_day_means_the_last_commit_by_its_end(tmp_path: Path) -> None:
    repository, first, second = _two_days(tmp_path)

    assert resolve(repository, "2026-04-06") == first
    assert resolve(repository, "2026-04-07") == first
    assert resolve(repository, "2026-04-08") == second
    assert resolve(repository, "2027-01-01") == second


def _dated(tmp_path: Path, *days: str) -> list[str]:
    """Commits with these dates, one upon the other."""
    repository = init(tmp_path / "new")
    made = []
    for number, day in enumerate(days):
        (repository.root / "a.yaml").write_text(f"{number}\n")
        when = datetime.fromisoformat(f"{day}T12:00:00+00:00")
        made.append(commit(repository, [repository.root / "a.yaml"], "Change", when=when))
    return made


@pytest.mark.parametrize("back", ["2026-04-24", "2026-04-25", "2026-04-01"])
def test_a_commit_that_is_dated_back_changes_no_day_of_the_past(back: str, tmp_path: Path) -> None:
    made = _dated(tmp_path, "2026-04-20", "2026-04-27", "2026-05-04", back)
    repository = init(tmp_path / "new")

    assert resolve(repository, "2026-04-25") == made[0]
    assert resolve(repository, "2026-04-30") == made[1]
    assert resolve(repository, "2026-05-04") == made[3]
    with pytest.raises(NoCommitYet):
        resolve(repository, "2026-04-19")


def test_a_clock_that_was_ahead_once_hides_no_day_after_it(tmp_path: Path) -> None:
    made = _dated(tmp_path, "2026-04-20", "2027-01-01", "2026-04-27", "2026-05-04")
    repository = init(tmp_path / "new")

    assert resolve(repository, "2026-04-20") == made[0]
    assert resolve(repository, "2026-04-28") == made[2]
    assert resolve(repository, "2026-05-04") == made[3]


def test_a_day_ends_where_the_accelerator_is(tmp_path: Path) -> None:
    repository, first, second = _two_days(tmp_path)

    assert resolve(repository, "2026-04-08", zone=ALMATY) == first
    assert resolve(repository, "2026-04-09", zone=ALMATY) == second


@pytest.mark.parametrize("day", ["2026-04-05", "1950-01-01"])
def test_before_the_first_commit_there_is_none(tmp_path: Path, day: str) -> None:
    repository, _, _ = _two_days(tmp_path)

    with pytest.raises(NoCommitYet, match=day):
        resolve(repository, day)


def test_a_branch_a_tag_and_an_abbreviation_mean_their_commit(tmp_path: Path, git: RunGit) -> None:
    repository, first, second = _two_days(tmp_path)
    git(repository.root, "tag", "--annotate", "--message=x", "launch", first)

    assert resolve(repository, "main") == second
    assert resolve(repository, "launch") == first
    assert resolve(repository, first[:10]) == first
    assert resolve(repository, "HEAD~1") == first


@pytest.mark.parametrize(
    "word",
    [
        *(
            "nowhere",
            "",
            "--output=written",
            "--all",
            "-n1",
            "--git-dir=/",
            "a\0b",
            "HEAD HEAD",
            "HEAD\nHEAD",
        ),
        *("2026-02-30", "9999-12-31x", "HEAD:a.yaml", "main..main", "^main", "\ud800", "٢٠٢٦-٠٤-٠٦"),
    ],
)
def test_any_other_word_is_refused_and_does_nothing(tmp_path: Path, word: str) -> None:
    repository, _, _ = _two_days(tmp_path)
    before = sorted(repository.root.iterdir())

    with pytest.raises(UnknownRevision) as refused:
        resolve(repository, word)

    assert refused.value.exit_code is ExitCode.USAGE
    assert sorted(repository.root.iterdir()) == before
