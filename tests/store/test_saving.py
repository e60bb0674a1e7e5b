"""Saving: the old content or the new one, never half, and a sentence for every way it can fail."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hundredday.store.saving.atomic import CannotSave, remove, save

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file with an old content."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old\n")
    return path


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    save(tmp_path / "a.yaml", b"new\r\n\xff")

    assert (tmp_path / "a.yaml").read_bytes() == b"new\r\n\xff"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_a_saved_file_keeps_its_mode(old: Path) -> None:
    old.chmod(0o640)

    save(old, b"new\n")

    assert stat.S_IMODE(old.stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_saved_by_root_keeps_its_owner(old: Path) -> None:
    os.chown(old, 4321, 4322)

    save(old, b"new\n")

    assert (old.stat().st_uid, old.stat().st_gid) == (4321, 4322)


def test_a_disk_that_takes_little_at_a_time_gets_all(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: whole(descriptor, bytes(data)[:7]))

    save(old, b"0123456789" * 50)

    assert old.read_bytes() == b"0123456789" * 50


@pytest.mark.skipif(sys.platform != "linux", reason="/proc names what is flushed")
def test_the_file_is_flushed_before_it_is_renamed_and_the_folder_after(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[tuple[str, bytes]] = []
    monkeypatch.setattr(
        os,
        "fsync",
        lambda descriptor: flushed.append(
            (str(Path(f"/proc/self/fd/{descriptor}").readlink()), old.read_bytes())
        ),
    )

    save(old, b"new\n")

    beside = old.parent / f".a.yaml.hundredday-{os.getpid()}.tmp"
    assert flushed == [(str(beside), b"old\n"), (str(old.parent), b"new\n")]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "do not have the right"),
        (errno.EIO, "Input/output error"),
    ],
)
@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace"])
def test_every_error_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, said: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fails)
        with pytest.raises(CannotSave, match=said) as refused:
            save(old, b"new\n")

    assert refused.value.mend
    assert not refused.value.written
    assert old.read_bytes() == b"old\n"
    assert [path.name for path in old.parent.iterdir()] == ["a.yaml"]


def test_a_folder_that_the_disk_does_not_confirm_is_said_so(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fails_for_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fails_for_folders)
    with pytest.raises(CannotSave, match="did not confirm") as refused:
        save(old, b"new\n")

    assert refused.value.written
    assert old.read_bytes() == b"new\n"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of 64 KiB where one can be mounted; else a limit on the size of files."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if mount and hasattr(os, "geteuid") and os.geteuid() == 0 and _succeeds(command):
        yield folder
        assert _succeeds(["umount", str(folder)])
        return
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, hard))
    yield folder
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_full_disk_leaves_the_old_file(small_disk: Path) -> None:
    path = small_disk / "a.yaml"
    save(path, b"old\n" * 1000)

    with pytest.raises(CannotSave, match=r"disk is full|larger than this system allows"):
        save(path, b"new\n" * 20_000)

    assert path.read_bytes() == b"old\n" * 1000
    assert [one.name for one in small_disk.iterdir()] == ["a.yaml"]


def test_an_interrupted_save_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            save(old, b"new\n")

    assert old.read_bytes() == b"old\n"
    assert [path.name for path in old.parent.iterdir()] == ["a.yaml"]


def test_what_a_killed_run_left_beside_does_not_stand_in_the_way(old: Path) -> None:
    (old.parent / f".a.yaml.hundredday-{os.getpid()}.tmp").write_bytes(b"half")

    save(old, b"new\n")

    assert old.read_bytes() == b"new\n"
    assert [path.name for path in old.parent.iterdir()] == ["a.yaml"]


def test_a_folder_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="its folder is gone"):
        save(tmp_path / "gone" / "a.yaml", b"new\n")


@pytest.mark.parametrize("act", [lambda path: save(path, b"new\n"), remove])
def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path, old: Path, act: object) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(old)

    with pytest.raises(CannotSave, match="symbolic link"):
        act(link)  # type: ignore[operator]

    assert link.is_symlink()
    assert old.read_bytes() == b"old\n"


def test_a_removed_file_is_gone(old: Path) -> None:
    remove(old)

    assert list(old.parent.iterdir()) == []


def test_removing_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotSave):
        remove(tmp_path / "never.yaml")
