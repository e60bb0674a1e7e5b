"""What the repository keeps, and whether a file was changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hundredday.git import (
    GitFailed,
    Repository,
    UnknownRevision,
    blob_at_head,
    commit,
    configure,
    content_id,
    files_at,
    init,
    is_changed,
    read_blobs,
    show,
    tracked,
)

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit


def _commit(repository: Repository, name: str, content: bytes) -> str:
    path = repository.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return commit(repository, [path], "Change")


def test_a_file_is_shown_as_it_was_at_any_commit(repository: Repository) -> None:
    old = _commit(repository, "a.yaml", b"one\n")
    _commit(repository, "a.yaml", b"two\xff\r\n")

    path = repository.root / "a.yaml"

    assert show(repository, old, path) == b"one\n"
    assert show(repository, "main", path) == b"two\xff\r\n"
    assert show(repository, "HEAD~2", path) is None


@pytest.mark.parametrize("name", ["challenges", "never.yaml", "link.yaml"])
def test_a_folder_a_link_and_nothing_are_no_files(repository: Repository, git: RunGit, name: str) -> None:
    _commit(repository, "challenges/a.yaml", b"one\n")
    (repository.root / "link.yaml").symlink_to("/etc/passwd")
    git(repository.root, "add", "link.yaml")
    git(repository.root, "commit", "--quiet", "--message=Link")

    assert blob_at_head(repository, repository.root / name) is None


def test_before_the_first_commit_every_file_is_changed(tmp_path: Path) -> None:
    repository = init(tmp_path)

    assert blob_at_head(repository, tmp_path / "a.yaml") is None
    assert is_changed(repository, tmp_path / "a.yaml", b"one\n")


def test_a_file_is_changed_when_its_content_is(repository: Repository) -> None:
    _commit(repository, "a.yaml", b"one\n")

    assert not is_changed(repository, repository.root / "a.yaml", b"one\n")
    assert is_changed(repository, repository.root / "a.yaml", b"two\n")
    assert is_changed(repository, repository.root / "b.yaml", b"one\n")


@pytest.mark.parametrize(
    ("attributes", "autocrlf", "counts"),
    [
        ("", None, True),
        ("", "false", True),
        ("", "true", False),
        ("", "input", False),
        ("*.yaml text eol=lf", None, False),
        ("*.yaml text=auto", None, False),
        ("*.yaml -text", "true", True),
    ],
)
def test_line_ends_count_where_git_s_rules_say_so(
    repository: Repository, attributes: str, autocrlf: str | None, counts: bool
) -> None:
    _commit(repository, "a.yaml", b"one\ntwo\n")
    (repository.root / ".gitattributes").write_text(f"{attributes}\n")
    if autocrlf:
        configure(repository, "core.autocrlf", autocrlf)

    path = repository.root / "a.yaml"

    assert is_changed(repository, path, b"one\r\ntwo\r\n") == counts
    assert is_changed(repository, path, b"one\r\nthree\r\n")


def test_the_index_and_a_commit_list_their_files(repository: Repository, git: RunGit) -> None:
    first = _commit(repository, "challenges/құқық.yaml", b"one\n")
    (repository.root / "challenges/new.yaml").write_bytes(b"new\n")
    git(repository.root, "add", "challenges/new.yaml")

    one, new = content_id(b"one\n", first), content_id(b"new\n", first)

    assert tracked(repository, repository.root / "challenges") == {
        "challenges/құқық.yaml": one,
        "challenges/new.yaml": new,
    }
    assert files_at(repository, "HEAD", repository.root / "challenges") == {"challenges/құқық.yaml": one}
    assert set(files_at(repository, "HEAD", repository.root)) == {"accelerator.yaml", "challenges/құқық.yaml"}


def test_ids_are_git_s_own(repository: Repository, git: RunGit, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "new")
    new = Repository.around(tmp_path / "new")
    assert new is not None

    for place in (repository, new):
        made = _commit(place, "a.yaml", b"one\n")

        assert content_id(b"one\n", made) == git(place.root, "rev-parse", "HEAD:a.yaml")
        assert not is_changed(place, place.root / "a.yaml", b"one\n")


def test_many_contents_come_in_the_order_asked_for(repository: Repository) -> None:
    contents = [f"{number}\n".encode() * 5000 for number in range(30)] + [b"", b"no line end"]
    made = ""
    for number, content in enumerate(contents):
        (repository.root / f"{number}.yaml").write_bytes(content)
    made = commit(repository, [repository.root / f"{number}.yaml" for number in range(32)], "All")
    ids = [content_id(content, made) for content in contents]

    read = list(read_blobs(repository, [*ids, *reversed(ids)]))

    assert read == [*contents, *reversed(contents)]


def test_reading_may_stop_in_the_middle(repository: Repository) -> None:
    made = _commit(repository, "a.yaml", b"one\n" * 50_000)
    one = content_id(b"one\n" * 50_000, made)

    reading = read_blobs(repository, [one] * 3)

    assert len(next(iter(reading))) == 200_000


@pytest.mark.parametrize("damage", ["garbage", "", None])
def test_a_damaged_content_is_said_to_be_damaged(repository: Repository, damage: str | None) -> None:
    made = _commit(repository, "a.yaml", b"one\n")
    blob = content_id(b"one\n", made)
    stored = repository.git_dir / "objects" / blob[:2] / blob[2:]
    stored.unlink()
    if damage is not None:
        stored.write_text(damage)

    for reading in (
        lambda: list(read_blobs(repository, [blob])),
        lambda: [show(repository, made, repository.root / "a.yaml")],
    ):
        with pytest.raises(GitFailed) as refused:
            reading()
        assert refused.value.code == "damaged"
        assert "git fsck" in refused.value.mend


@pytest.mark.parametrize("word", ["HEAD:a.yaml", "--batch", "main\nmain", ""])
def test_only_ids_are_asked_of_the_long_lived_reader(repository: Repository, word: str) -> None:
    with pytest.raises(GitFailed, match="not the id"):
        list(read_blobs(repository, [word]))


def test_a_file_at_an_unknown_commit_is_refused(repository: Repository) -> None:
    with pytest.raises(UnknownRevision):
        show(repository, "nowhere", repository.root / "a.yaml")
