"""The versions of one file, as its history holds them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from typing import TYPE_CHECKING

from hundredday.git import Repository, commit, content_id, history, init

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit


def _commit(repository: Repository, name: str, text: str | None, subject: str = "Change") -> str:
    path = repository.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        path.unlink()
    else:
        path.write_text(text)
    return commit(repository, [path], subject)


def test_a_version_says_who_when_and_what(tmp_path: Path) -> None:
    repository = init(tmp_path / "new")
    when = datetime(2026, 4, 13, 9, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    path = repository.root / "challenges" / "құқық.yaml"
    path.parent.mkdir()
    path.write_text("one\n")
    made = commit(repository, [path], "a: 42 days\n\nTrailer: x", when=when)

    (version,) = history(repository, path)

    assert (version.commit, version.parents) == (made, ())
    assert (version.author, version.email) == ("Dana Omarova", "dana@example.org")
    assert (version.authored, version.committed) == (when, when)
    assert version.authored.utcoffset() == when.utcoffset()
    assert version.subject == "a: 42 days"
    assert (version.path, version.blob) == ("challenges/құқық.yaml", content_id(b"one\n", made))


def test_versions_are_the_commits_of_that_file_alone_oldest_first(repository: Repository) -> None:
    first = _commit(repository, "a.yaml", "1\n")
    _commit(repository, "b.yaml", "1\n")
    second = _commit(repository, "a.yaml", "2\n")

    versions = history(repository, repository.root / "a.yaml")

    assert [version.commit for version in versions] == [first, second]
    assert history(repository, repository.root / "never.yaml") == ()


def test_a_new_repository_has_no_history(tmp_path: Path) -> None:
    assert history(init(tmp_path), tmp_path / "a.yaml") == ()


def test_a_removed_file_has_a_version_without_content(repository: Repository) -> None:
    _commit(repository, "a.yaml", "1\n")
    _commit(repository, "a.yaml", None)
    _commit(repository, "a.yaml", "1\n")

    versions = history(repository, repository.root / "a.yaml")

    assert [version.blob is None for version in versions] == [False, True, False]


def test_a_renamed_file_keeps_its_history(repository: Repository, git: RunGit) -> None:
    text = "".join(f"line: {number}\n" for number in range(20))
    names = ["challenges/a.yaml", "challenges/b.yaml", "challenges/2026/b.yaml"]
    _commit(repository, names[0], text)
    for old, new in pairwise(names):
        (repository.root / new).parent.mkdir(exist_ok=True)
        git(repository.root, "mv", old, new)
        (repository.root / new).write_text(f"{text}renamed: {new}\n")
        commit(repository, [repository.root / old, repository.root / new], "Renamed")
        text = (repository.root / new).read_text()
    _commit(repository, names[2], f"{text}last: 1\n")

    versions = history(repository, repository.root / names[2])

    assert [version.path for version in versions] == [*names, names[2]]


def test_a_side_branch_is_in_the_history_and_the_merge_that_took_it(
    repository: Repository, git: RunGit
) -> None:
    start = _commit(repository, "a.yaml", "1\n2\n3\n4\n5\n")
    git(repository.root, "switch", "--quiet", "--create", "side")
    side = _commit(repository, "a.yaml", "1\n2\n3\n4\nfive\n")
    git(repository.root, "switch", "--quiet", "main")
    _commit(repository, "b.yaml", "1\n")
    git(repository.root, "merge", "--quiet", "--no-edit", "side")
    merge = git(repository.root, "rev-parse", "HEAD")

    versions = history(repository, repository.root / "a.yaml")

    assert [version.commit for version in versions] == [start, side, merge]
    taken = versions[-1]
    assert (taken.blob, set(taken.before)) == (versions[1].blob, {versions[0].blob, versions[1].blob})


def test_a_merge_that_makes_a_content_of_its_own_is_a_version(repository: Repository, git: RunGit) -> None:
    _commit(repository, "a.yaml", "1\n2\n3\n4\n5\n")
    git(repository.root, "switch", "--quiet", "--create", "side")
    side = _commit(repository, "a.yaml", "1\n2\n3\n4\nfive\n")
    git(repository.root, "switch", "--quiet", "main")
    main = _commit(repository, "a.yaml", "one\n2\n3\n4\n5\n")
    git(repository.root, "merge", "--quiet", "--no-edit", "side")
    merge = git(repository.root, "rev-parse", "HEAD")

    last = history(repository, repository.root / "a.yaml")[-1]

    assert last.commit == merge
    assert set(last.parents) == {main, side}
    assert last.blob == content_id(b"one\n2\n3\n4\nfive\n", merge)


def test_a_side_branch_whose_change_the_merge_threw_away_is_seen(repository: Repository, git: RunGit) -> None:
    _commit(repository, "a.yaml", "1\n")
    git(repository.root, "switch", "--quiet", "--create", "side")
    thrown_away = _commit(repository, "a.yaml", "hidden\n")
    git(repository.root, "switch", "--quiet", "main")
    _commit(repository, "b.yaml", "1\n")
    git(repository.root, "merge", "--quiet", "--no-edit", "--strategy=ours", "side")

    versions = history(repository, repository.root / "a.yaml")

    assert thrown_away in [version.commit for version in versions]


def test_a_subject_that_looks_like_git_s_output_is_only_a_subject(repository: Repository) -> None:
    forged = ":100644 100644 0000 1111 M\x1ecommit"
    _commit(repository, "a.yaml", "1\n", forged)
    _commit(repository, "a.yaml", "2\n")

    versions = history(repository, repository.root / "a.yaml")

    assert [version.subject for version in versions] == [forged, "Change"]


def test_settings_of_the_user_do_not_change_the_history(repository: Repository, git: RunGit) -> None:
    _commit(repository, "a.yaml", "1\n")
    _commit(repository, "a.yaml", "2\n")
    before = history(repository, repository.root / "a.yaml")
    for key, value in (
        *(("log.showRoot", "false"), ("color.ui", "always"), ("log.decorate", "full")),
        *(("log.date", "relative"), ("core.abbrev", "7"), ("log.follow", "true"), ("diff.renames", "copies")),
        *(("log.diffMerges", "first-parent"), ("diff.relative", "true"), ("core.quotePath", "true")),
    ):
        git(repository.root, "config", key, value)

    assert history(repository, repository.root / "a.yaml") == before


def test_a_date_that_no_calendar_holds_is_the_first_of_all_days(repository: Repository, git: RunGit) -> None:
    _commit(repository, "a.yaml", "1\n")
    raw = git(repository.root, "cat-file", "commit", "HEAD")
    nonsense = repository.root / "raw"
    nonsense.write_text(re.sub(r"(?m)^((?:author|committer) .*>).*$", r"\1 99999999999999999999 +0500", raw))
    made = git(repository.root, "hash-object", "-t", "commit", "-w", "--literally", str(nonsense))
    git(repository.root, "update-ref", "refs/heads/main", made)

    (version,) = history(repository, repository.root / "a.yaml")

    assert version.authored == version.committed == datetime(1970, 1, 1, tzinfo=UTC)
