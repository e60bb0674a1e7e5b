"""The example accelerator: sample challenges lived through again by running the real commands."""

from __future__ import annotations

import io
import os
import shlex
import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import hundredday
from hundredday.days import now_in, read_day, today_in, zone_of
from hundredday.desk.registers.samples import kept_registers, lived_registers, sample_accelerator
from hundredday.desk.terminal.saying import say, shown_path
from hundredday.errors import ExitCode, Failure, WrongUsage
from hundredday.git import init
from hundredday.language import _
from hundredday.replay import Step, last_day_in, moved_by, steps
from hundredday.store.records import read_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import typer

    from hundredday.challenge import Challenge

OFFICE = "National Project Office"
MAIL = "office@example.org"
ZONE = "Asia/Almaty"
WRITTEN_FOR = date(2026, 11, 23)
"""The day that counts as today in the sample files."""

LONGEST_PAST = 200
"""Days of history: samples that ended earlier are moved to end within it."""

ONE_YEAR = timedelta(days=365)
"""Training that began longer ago is no part of the life that is lived again."""


class StepFailed(Failure):
    """A command of the example ended with an error: a fault of the example."""


def demonstrate(ctx: typer.Context, folder: Path) -> None:
    """Make the example in a folder that is new or empty.

    Raises:
        WrongUsage: there is something in the folder already.
        StepFailed: one of the commands was refused.
    """
    if folder.exists() and any(folder.iterdir()):
        raise WrongUsage(
            _("{folder} is not empty.").format(folder=folder),
            _("Name a new folder: hundredday demo my-first-look"),
        )
    given = ctx.obj
    today = read_day(given.today, today=today_in(ZONE)) if given.today else today_in(ZONE)
    life = sorted(_life(today), key=lambda pair: pair[0])
    try:
        _live(ctx, folder, life)
    except KeyboardInterrupt:
        told = _("The example in {folder} is not whole: delete the folder before you make it again.")
        sys.stderr.write(f"\n{told.format(folder=folder)}\n")
        raise
    shown = shown_path(folder)
    say(
        _("{folder}: {life} commands run, {life_2} to {life_3}.").format(
            folder=shown, life=len(life), life_2=life[0][0], life_3=life[-1][0]
        )
    )
    say(_("next: {command}").format(command=f"cd {shlex.quote(shown)} && hundredday status"))


def _live(ctx: typer.Context, folder: Path, life: list[tuple[date, Step]]) -> None:
    kept = _kept(life)
    _found(ctx, folder, life[0][0])
    for number, (on, step) in enumerate(life):
        _run(ctx, folder, on, number, step.argv)
        for path, source in kept.get(number, ()):
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(source)
            _run(ctx, folder, on, number, ("save",))
        _show_progress(number + 1, len(life), quiet=ctx.obj.quiet)


def samples() -> Mapping[str, Challenge]:
    """The sample challenges by id."""
    inside = Path(hundredday.__file__).with_name("samples")
    folder = inside if inside.is_dir() else Path(hundredday.__file__).parents[2] / "challenges"
    found = sorted(folder.rglob("*.yaml"))
    return {path.stem: read_record(path.read_bytes(), path.name).challenge for path in found}


def _life(today: date) -> Iterator[tuple[date, Step]]:
    for id_, sample in samples().items():
        shift = (today - WRITTEN_FOR).days
        end = last_day_in(sample) + timedelta(days=shift)
        if (today - end).days > LONGEST_PAST // 2:
            shift += (today - end).days - LONGEST_PAST // 4
        for step in steps(moved_by(sample, shift), id_):
            if step.on <= today:
                yield step.on, step
    for step in lived_registers(WRITTEN_FOR - ONE_YEAR, (today - WRITTEN_FOR).days):
        if step.on <= today:
            yield step.on, step


def _kept(life: Sequence[tuple[date, Step]]) -> Mapping[int, list[tuple[str, bytes]]]:
    """The files that are kept as published, each after the step with which all its challenges are there."""
    proposed = {
        step.argv[step.argv.index("--id") + 1]: number
        for number, (_on, step) in enumerate(life)
        if step.argv[0] == "new"
    }
    found: dict[int, list[tuple[str, bytes]]] = {}
    for one in kept_registers(WRITTEN_FOR - ONE_YEAR):
        if one.after <= proposed.keys():
            number = max((proposed[id_] for id_ in one.after), default=0)
            found.setdefault(number, []).append((one.path, one.source))
    return found


def _found(ctx: typer.Context, folder: Path, on: date) -> None:
    # A repository of its own, wherever it is made: in a larger one it could be ignored.
    init(folder)
    (folder / "accelerator.yaml").write_bytes(sample_accelerator())
    _run(ctx, folder, on, 0, ("init",))


def _run(ctx: typer.Context, folder: Path, on: date, number: int, argv: tuple[str, ...]) -> None:
    said = io.StringIO()
    with _as_office(on, number), redirect_stdout(said), redirect_stderr(said):
        front = ctx.find_root().command
        code = front.main(
            args=["-C", str(folder), "--today", on.isoformat(), "--no-cache", *argv],
            prog_name="hundredday",
            standalone_mode=False,
        )
    if code == ExitCode.INTERRUPTED:  # what a command catches itself, where it is run alone
        raise KeyboardInterrupt
    if code:
        raise StepFailed(f"hundredday {' '.join(argv)} ended with {code} on {on}: {said.getvalue()}")


@contextmanager
def _as_office(on: date, number: int) -> Iterator[None]:
    """Commits are the office's, made on the day, one after the other."""
    moment = datetime.combine(on, time(9), zone_of(ZONE)) + timedelta(seconds=20 * (number % 1000))
    # Early in the morning nine o'clock is still ahead, and the next commit would be older than this one.
    now = now_in(ZONE)
    stamp = (min(moment, now) if on == now.date() else moment).isoformat(timespec="seconds")
    mine = {
        "GIT_AUTHOR_NAME": OFFICE,
        "GIT_AUTHOR_EMAIL": MAIL,
        "GIT_AUTHOR_DATE": stamp,
        "GIT_COMMITTER_NAME": OFFICE,
        "GIT_COMMITTER_EMAIL": MAIL,
        "GIT_COMMITTER_DATE": stamp,
    }
    before = {name: os.environ.get(name) for name in mine}
    os.environ.update(mine)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _show_progress(done: int, all_: int, *, quiet: bool) -> None:
    if sys.stderr.isatty() and not quiet:
        sys.stderr.write(
            _("\r{done} of {all} commands").format(done=done, all=all_) if done < all_ else "\r\x1b[K"
        )
        sys.stderr.flush()
