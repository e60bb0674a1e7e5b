"""Every commit of a history, and what it changed against each of its parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chronicle import Chronicle
from hundredday.git import Repository
from hundredday.git.commits import Changed, Commit, commits, subjects

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("challenges", "accelerator.yaml")
LONG = "".join(f"# line {number}\n" for number in range(40))


def begun(tmp_path: Path) -> tuple[Chronicle, Repository]:
    chronicle = Chronicle.begun(tmp_path / "by-hand")
    repository = Repository.around(chronicle.root)
    assert repository is not None
    return chronicle, repository


def last(chronicle: Chronicle, repository: Repository) -> Commit:
    return list(commits(repository, chronicle.head, NAMES))[-1]


def moved(change: Changed) -> tuple[str | None, str | None]:
    return change.old_path, change.path


def test_a_commit_says_who_when_and_what_it_changed(tmp_path: Path) -> None:
    chronicle, repository = begun(tmp_path)
    made = chronicle.commit("2026-03-01", {"қала": "one\n"}, by=("Timur", "t@x"), committer=("Dana", "d@x"))

    commit = last(chronicle, repository)

    assert (commit.id, commit.author, commit.committer) == (made, "Timur", "Dana")
    assert commit.authored.isoformat() == "2026-03-01T09:00:00+05:00"
    ((change,),) = commit.changes
    assert moved(change) == (None, "challenges/қала.yaml")
    assert change.old is None
    assert change.blob == chronicle.git("rev-parse", "HEAD:challenges/қала.yaml")


def test_commits_of_other_files_are_there_without_changes(tmp_path: Path) -> None:
    chronicle, repository = begun(tmp_path)
    chronicle.commit("2026-03-01", {"../notes": "one\n"})

    assert last(chronicle, repository).changes == ((),)


def test_a_file_that_was_renamed_is_one_change_and_a_link_is_no_file(tmp_path: Path) -> None:
    chronicle, repository = begun(tmp_path)
    chronicle.commit("2026-03-01", {"one": LONG})
    chronicle.git("mv", "challenges/one.yaml", "challenges/two.yaml")
    (chronicle.root / "challenges" / "link.yaml").symlink_to("two.yaml")
    chronicle.commit("2026-03-02")

    ((change,),) = last(chronicle, repository).changes

    assert moved(change) == ("challenges/one.yaml", "challenges/two.yaml")
    assert change.old == change.blob


def test_a_merge_is_compared_with_each_of_its_parents(tmp_path: Path) -> None:
    chronicle, repository = begun(tmp_path)
    chronicle.git("switch", "--quiet", "--create=side")
    chronicle.commit("2026-03-01", {"side": "side\n"})
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-03-02", {"main": "main\n"})
    chronicle.merge("2026-03-03", "side")
    chronicle.git("switch", "--quiet", "--create=other", "HEAD~1")
    chronicle.commit("2026-03-04", {"other": "other\n"})
    chronicle.git("switch", "--quiet", "main")
    chronicle.merge("2026-03-05", "--strategy=ours", "other")

    *_, first, _, second = commits(repository, chronicle.head, NAMES)

    assert [[moved(one) for one in side] for side in first.changes] == [
        [(None, "challenges/side.yaml")],
        [(None, "challenges/main.yaml")],
    ]
    assert [[moved(one) for one in side] for side in second.changes] == [
        [],
        [("challenges/other.yaml", None), (None, "challenges/side.yaml")],
    ]


def test_after_a_known_commit_only_what_came_later_is_told_with_its_edge(tmp_path: Path) -> None:
    chronicle, repository = begun(tmp_path)
    known = chronicle.commit("2026-03-01", {"one": "one\n"})
    later = chronicle.commit("2026-03-02", {"two": "two\n"})

    found = list(commits(repository, later, NAMES, since=known))

    assert [(one.id, one.is_edge) for one in found] == [(known, True), (later, False)]
    assert [one.id for one in subjects(repository, later, without=known)] == [later]
