"""The merge driver: what git runs for each file that both sides changed, and how git is told to."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hundredday.errors import ExitCode
from hundredday.git import configure, setting
from hundredday.harmless import one_line
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.git import Repository
    from hundredday.merging import Dispute, Side

DRIVER = "hundredday"
"""The name by which .gitattributes asks for it."""


def drive(base: Path, ours: Path, theirs: Path, path: str, size: int) -> ExitCode:
    """Merge by meaning, write the result where ours stood, and say in one word what came of it.

    Raises:
        Unmergeable: a version cannot be read; ours is as it was.
        OSError: a file cannot be read or written.
    """
    from hundredday.merging import disputes, merge

    merged = merge(base.read_bytes(), ours.read_bytes(), theirs.read_bytes(), path, size=size)
    ours.write_bytes(merged.source)
    sys.stdout.write("conflict\n" if merged.conflicts else "merged\n")
    if not merged.conflicts:
        return ExitCode.DONE
    for line in dispute_lines(path, disputes(merged, path)):
        sys.stderr.write(f"{line}\n")
    return ExitCode.FINDINGS


def dispute_lines(path: str, found: tuple[Dispute, ...], who: Mapping[Side, str] | None = None) -> list[str]:
    """What two sides disagree about in a file: the field, and below it what each of them did."""
    names = {side: f" ({one_line(name)})" for side, name in (who or {}).items() if name}
    lines = [f"{one_line(path)}:"]
    for dispute in found:
        ours, theirs = one_line(dispute.ours), one_line(dispute.theirs)
        lines += [
            f"  {dispute.field}",
            "    " + _("ours{who}: {sentence}").format(who=names.get("ours", ""), sentence=ours),
            "    " + _("theirs{who}: {sentence}").format(who=names.get("theirs", ""), sentence=theirs),
        ]
    return lines


def driver_settings() -> Mapping[str, str]:
    """The settings of git that make it merge by meaning.

    The python that runs now is named, because git is often started where no environment is active; and
    -P, because git starts it in a folder that others write into. Where the program is gone, or gives
    up, git's own merge of lines takes its place: a driver that only fails would leave ours, unmarked.
    """
    program = shlex.quote(Path(sys.executable).as_posix())
    driver = (
        f"said=$({program} -P -m hundredday merge-driver %O %A %B %P %L); "
        'case "$said" in merged) exit 0;; conflict) exit 1;; esac; '
        "exec git merge-file --quiet --marker-size=%L -L ours -L base -L theirs %A %O %B"
    )
    return {f"merge.{DRIVER}.name": "challenges merged by meaning", f"merge.{DRIVER}.driver": driver}


def tell_git(repository: Repository) -> bool:
    """Let git merge by meaning in this repository; False when it did so already."""
    told = {key: value for key, value in driver_settings().items() if setting(repository, key) != value}
    for key, value in told.items():
        configure(repository, key, value)
    return bool(told)
