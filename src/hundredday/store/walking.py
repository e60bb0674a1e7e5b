"""A walk over a folder of files: what is one of them, and what stands there but is none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from hundredday.findings import Finding, Place, Severity
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


CHALLENGES, TRAINING, EXCHANGE = "challenges", "training", "exchange"
"""The folders of files, which also name their kinds."""
FOLDERS = (TRAINING, EXCHANGE)
"""Those of the files beside the challenges."""


class Seen(NamedTuple):
    """A challenge's file as the walk sees it; `path` is from the accelerator's folder, with `/`."""

    id: str
    path: str
    entry: os.DirEntry[str]


class Problem(NamedTuple):
    """A kind of problem with a file's name or place, in words that are filled in where it is found."""

    text: str
    mend: str
    severity: Severity = Severity.ERROR


def walk(root: Path, kind: str = "challenges") -> Iterator[Seen | Finding]:
    """The files and problems under the folder of a kind, in no order; nothing hidden, no link followed."""
    top = root / kind
    if linked(top):
        yield problem(_link_code(top, root), kind)
        return
    if not top.is_dir():
        return
    folders = [kind]
    while folders:
        yield from _in_folder(root, folders.pop(), folders)


def challenge_entries(root: Path, begun: str = "") -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """The challenge files that `walk` finds, folder by folder and in no order, and no problems.

    Only those whose names begin so, in small or capital letters, if that is asked for.
    """
    folders = [] if linked(root / "challenges") else ["challenges"]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as entries:
                found = [entry for entry in entries if not entry.name.startswith(".") or entry.name == ".git"]
        except OSError:
            continue
        if any(entry.name == ".git" for entry in found):
            continue
        yield (
            folder,
            [
                entry
                for entry in found
                if (not begun or entry.name.casefold().startswith(begun)) and _is_challenge(entry)
            ],
        )
        # Asked here and not in a function: there may be very many.
        folders += [
            f"{folder}/{entry.name}"
            for entry in found
            if entry.is_dir(follow_symlinks=False) and _is_folder(entry)
        ]


def challenge_paths(root: Path, begun: str = "") -> list[str]:
    """The path of every challenge file whose name begins so, sorted; the files are not looked at."""
    return sorted(
        f"{folder}/{entry.name}"
        for folder, entries in challenge_entries(root, begun.casefold())
        for entry in entries
    )


def names_challenge(path: str) -> bool:
    """Whether a path from the accelerator's folder, with `/`, is one where a challenge's file stands."""
    return names_one(path, CHALLENGES)


def names_one(path: str, kind: str) -> bool:
    """Whether a path from the accelerator's folder, with `/`, is one where a file of a kind stands."""
    folder, *parts = path.split("/")
    return (
        folder == kind
        and path.endswith(_ENDINGS)
        and not any(part.startswith(".") for part in parts)
        and _is_writable_as_text(path)
    )


def problem(code: str, path: str, more: str = "") -> Finding:
    """One of `PROBLEMS`, at a file or folder; `more` goes on with the sentence."""
    known = PROBLEMS[code]
    text = f"{_(known.text).format(name=path.rpartition('/')[2])}{more}."
    return Finding(code, text, _(known.mend), known.severity, place=Place(path, 1, 1))


def linked(path: Path) -> bool:
    """Whether a path is itself a link, of any kind."""
    return path.is_symlink() or _is_junction(path)


def leads_out(path: Path, root: Path) -> bool:
    """Whether a path, with all its links followed, is outside the folder; a link to nowhere is."""
    try:
        return not _resolved(path).is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links in a circle
        return True


def _resolved(path: Path) -> Path:
    try:
        return path.resolve(strict=True)  # later Pythons notice a circle only so
    except FileNotFoundError:
        return path.resolve()


def _in_folder(root: Path, folder: str, folders: list[str]) -> Iterator[Seen | Finding]:
    try:
        with os.scandir(root / folder) as entries:
            found = list(entries)
    except OSError:
        yield problem("unreadable-folder", folder)
        return
    if any(entry.name == ".git" for entry in found):
        yield problem("other-repository", folder)
        return
    files = 0
    for entry in found:
        name = entry.name
        if name.startswith("."):
            continue
        path = f"{folder}/{name}"
        if _is_challenge(entry):
            files += 1
            yield Seen(name.rpartition(".")[0], path, entry)
        elif _is_folder(entry):
            folders.append(path)
        else:
            yield from _no_challenge(root, path, entry)
    if files > _CROWD:
        yield problem("crowded-folder", folder, f" ({files})")


def _is_challenge(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    return name.endswith(_ENDINGS) and entry.is_file(follow_symlinks=False) and _is_writable_as_text(name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return (
        entry.is_dir(follow_symlinks=False) and _is_writable_as_text(entry.name) and not _is_junction(entry)
    )


def _no_challenge(root: Path, path: str, entry: os.DirEntry[str]) -> Iterator[Finding]:
    if not _is_writable_as_text(entry.name):
        yield problem("unreadable-name", path.encode("utf-8", "replace").decode())
    elif entry.is_symlink() or _is_junction(entry):
        yield problem(_link_code(root / path, root), path)
    elif not entry.is_file():
        yield problem("not-a-file", path)
    elif not path.endswith(".md"):
        yield problem("not-yaml-extension", path)


def _link_code(path: Path, root: Path) -> str:
    return "link-out-of-folder" if leads_out(path, root) else "link"


def _is_junction(path: Path | os.DirEntry[str]) -> bool:
    # Windows has a second kind of link; Python 3.11 does not know it by name, but by its mark.
    if os.name != "nt":
        return False
    return bool(getattr(os.lstat(path), "st_reparse_tag", 0) == _JUNCTION)


def _is_writable_as_text(name: str) -> bool:
    # Names in another encoding reach Python with halves of characters in them.
    return name.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in name)


_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT
_ENDINGS = (".yaml", ".yml")
_CROWD = 1000
_WARNING = Severity.WARNING

PROBLEMS = {
    "bad-id": Problem(
        N_("The file's name {name!r} cannot be an id"),
        N_(
            "Use 1 to 60 of a-z, 0-9 and hyphens, with a letter or digit at both ends, and no "
            "name that Windows keeps for itself (con, nul, com1)."
        ),
    ),
    "duplicate-id": Problem(
        N_("{name!r} has the id of another file"), N_("Rename one of them: git mv OLD NEW")
    ),
    "link-out-of-folder": Problem(
        N_("{name!r} is a link that leads out of the accelerator's folder, so it is not followed"),
        N_("Put the file itself in its place."),
    ),
    "link": Problem(
        N_("{name!r} is a link, and links are not followed"),
        N_("Put the file itself in its place."),
        _WARNING,
    ),
    "not-yaml-extension": Problem(
        N_("{name!r} is not read, because its name does not end in .yaml"),
        N_("Rename it to end in .yaml, or move it out of this folder."),
        _WARNING,
    ),
    "not-a-file": Problem(N_("{name!r} is neither a file nor a folder"), N_("Take it away."), _WARNING),
    "crowded-folder": Problem(
        N_("More than 1,000 files stand in {name!r}"),
        N_("Put them into sub-folders, one for each cohort: git is twice as fast then."),
        _WARNING,
    ),
    "unreadable-folder": Problem(
        N_("The folder {name!r} cannot be read"), N_("Ask its owner for the right to read it.")
    ),
    "unreadable-name": Problem(
        N_("The name {name!r} is written in an encoding that is not UTF-8"),
        N_("Rename it, with letters of a-z."),
    ),
    "other-repository": Problem(
        N_("{name!r} is a git repository of its own, so it is not looked into"),
        N_("Move it out of this folder."),
        _WARNING,
    ),
}
