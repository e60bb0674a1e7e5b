"""A folder made by a stranger, whose configuration names programs: reading starts none of them."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from hundredday.app import app
from hundredday.git import (
    GitFailed,
    Repository,
    blob_at_head,
    cut_at,
    files_at,
    history,
    is_changed,
    read_blobs,
    resolve,
    setting,
    show,
    tracked,
)
from hundredday.git.state import state

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit

_PROGRAMS = (
    *("core.fsmonitor", "core.editor", "core.pager", "pager.log", "core.sshCommand", "core.gitProxy"),
    *("core.askPass", "core.alternateRefsCommand", "credential.helper", "diff.external", "sequence.editor"),
    *("diff.evil.textconv", "diff.evil.command", "merge.evil.driver", "gpg.program", "gpg.ssh.program"),
    *("filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "uploadpack.packObjectsHook"),
    *("remote.origin.uploadpack", "interactive.diffFilter", "trailer.evil.command"),
)
_HOOKS = (
    *("pre-commit", "commit-msg", "post-commit", "post-checkout", "post-index-change", "fsmonitor-watchman"),
    *("reference-transaction", "pre-auto-gc", "post-rewrite", "update", "post-merge"),
)


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """Where every program of the stranger drops a mark with its name."""
    folder = tmp_path / "marks"
    folder.mkdir()
    return folder


@pytest.fixture
def stranger(repository: Repository, git: RunGit, marks: Path, tmp_path: Path) -> Repository:
    """A repository with two versions of a file, a signed commit, and a program for every occasion."""
    root = repository.root
    for text in ("one\n", "two\n"):
        (root / "challenges/a.yaml").write_text(text)
        git(root, "add", "challenges/a.yaml")
        git(root, "commit", "--quiet", "--message=Change")
    _sign_falsely(root, git)
    # Objects borrowed from elsewhere, and objects that are said to be fetched when they are missing.
    git(tmp_path, "init", "--quiet", "elsewhere")
    (root / ".git/objects/info/alternates").write_text(f"{tmp_path}/elsewhere/.git/objects\n")
    (root / ".gitattributes").write_text("* diff=evil filter=evil merge=evil text=auto\n")
    for name in _PROGRAMS:
        git(root, "config", name, str(_program(tmp_path / "programs", name, marks)))
    for name in _HOOKS:
        _program(root / ".git/stranger", name, marks)
    for name, value in (
        *(
            ("log.showSignature", "true"),
            ("core.hooksPath", ".git/stranger"),
            ("filter.evil.required", "true"),
        ),
        *(("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin")),
        *(("remote.origin.promisor", "true"), ("remote.origin.url", f"ext::touch {marks}/ext")),
        *(
            ("protocol.allow", "always"),
            ("protocol.ext.allow", "always"),
            ("alias.rev-parse", "!touch alias"),
        ),
        *(("core.untrackedCache", "true"), ("gc.auto", "1"), ("diff.ignoreSubmodules", "none")),
    ):
        git(root, "config", name, value)
    for mark in marks.iterdir():  # git itself, preparing this, may have run some
        mark.unlink()
    return repository


def _program(folder: Path, name: str, marks: Path) -> Path:
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\ntouch '{marks}/{name}'\ncat\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def _sign_falsely(root: Path, git: RunGit) -> None:
    raw = git(root, "cat-file", "commit", "HEAD")
    head, _, message = raw.partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----"
    (root / "raw").write_text(f"{head}\n{signature}\n\n{message}\n")
    git(root, "update-ref", "HEAD", git(root, "hash-object", "-t", "commit", "-w", str(root / "raw")))
    (root / "raw").unlink()


def test_the_trap_is_armed(stranger: Repository, git: RunGit, marks: Path) -> None:
    git(stranger.root, "log", "-1")
    git(stranger.root, "ls-files", "-s")
    git(stranger.root, "cat-file", "blob", "1" * 40, fails=True)

    sprung = {mark.name for mark in marks.iterdir()}

    assert {"gpg.program", "core.fsmonitor", "ext"} <= sprung


def test_no_reading_starts_a_program(stranger: Repository, marks: Path) -> None:
    path = stranger.root / "challenges" / "a.yaml"

    found = Repository.around(path.parent)
    assert found == stranger
    head = state(found).head
    versions = history(found, path)
    contents = list(read_blobs(found, [version.blob for version in versions if version.blob]))

    assert head is not None
    assert resolve(found, "main") == head
    assert resolve(found, "2100-01-01") == head
    assert contents == [b"one\n", b"two\n"]
    assert blob_at_head(found, path) == show(found, "HEAD", path) == b"two\n"
    assert (
        set(tracked(found, path.parent)) == set(files_at(found, "HEAD", path.parent)) == {"challenges/a.yaml"}
    )
    assert is_changed(found, path, b"three\n")
    assert not is_changed(found, path, b"two\r\n")
    assert cut_at(found) is None
    assert setting(found, "gc.auto") == "1"
    assert list(marks.iterdir()) == []


def test_a_content_that_is_said_to_be_elsewhere_is_not_fetched(stranger: Repository, marks: Path) -> None:
    path = stranger.root / "challenges" / "a.yaml"
    blob = tracked(stranger, path.parent)["challenges/a.yaml"]
    (stranger.git_dir / "objects" / blob[:2] / blob[2:]).unlink()

    for reading in (lambda: list(read_blobs(stranger, [blob])), lambda: [blob_at_head(stranger, path)]):
        with pytest.raises(GitFailed) as refused:
            reading()
        assert refused.value.code == "damaged"

    assert list(marks.iterdir()) == []


READING = (
    *("status", "status a", "status --json", "agenda", "log", "log a", "audit", "check", "board", "log --json"),
    *("advance a --check", "schema", "describe --help", "status --no-cache", "audit --no-cache", "status --today 2026-01-01"),
)  # fmt: skip


@pytest.mark.parametrize("typed", READING)
def test_no_command_that_looks_starts_a_program(stranger: Repository, marks: Path, typed: str) -> None:
    (stranger.root / "challenges" / "a.yaml").write_text("format: 1\ntitle: A\nphase: design\n")

    done = CliRunner().invoke(app, ["-C", str(stranger.root), *typed.split()])

    assert done.exit_code in {0, 1, 3}, done.output
    assert "Traceback" not in done.output
    assert [mark.name for mark in marks.iterdir()] == []
