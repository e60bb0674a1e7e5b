"""Work on all cores: each process takes its share, sends what it finds, and ends when nobody listens any more."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess, SpawnProcess

    Process = ForkProcess | SpawnProcess

A = TypeVar("A")
B = TypeVar("B")

BATCH = 64
"""Things that are sent together."""

MOST = 8
"""Processes; the disk is the limit beyond."""


class _Hand(NamedTuple):
    process: Process
    found: Connection


class Task(NamedTuple, Generic[A, B]):
    """What every process does to each thing; both must be such that another process can be given them."""

    do: Callable[[A], B]
    begin: Callable[[], None]
    """Called once in each process before its first thing."""


def cores() -> int:
    """How many processes can work at once."""
    try:
        return min(len(os.sched_getaffinity(0)), MOST)
    except AttributeError:  # only Linux knows
        return min(os.cpu_count() or 1, MOST)


def on_all_cores(task: Task[A, B], things: Sequence[A], hands: int) -> Iterator[list[B]]:
    """What is found of the things, in batches and in no order.

    Where a process cannot be started, or dies, its share is missing.
    """
    from multiprocessing.connection import wait

    crew: list[_Hand] = []
    try:
        with suppress(OSError):
            crew.extend(_started(task, things[number::hands]) for number in range(hands))
        listening = {hand.found: hand for hand in crew}
        while listening:
            for heard in wait(list(listening)):
                hand = next(hand for hand in listening.values() if hand.found is heard)
                try:
                    yield hand.found.recv()
                except (EOFError, OSError):
                    del listening[hand.found]
    finally:
        for hand in crew:
            hand.found.close()
        for hand in crew:
            hand.process.join()


def aside(do: Callable[[], B]) -> Callable[[], B]:
    """Begin something in a process of its own; calling what is returned waits for it, and gives what it found.

    With one core, without a safe fork, and where that process fails or dies, it is done here when it is called for.
    """
    if cores() < 2 or not _can_fork():
        return do
    try:
        hand = _started(Task(_called, _nothing), [do])
    except OSError:
        return do

    def found() -> B:
        try:
            (told,) = hand.found.recv()
        except (EOFError, OSError):
            return do()
        finally:
            hand.found.close()
            hand.process.join()
        return told  # type: ignore[no-any-return]

    return found


def _called(do: Callable[[], B]) -> B:
    try:
        return do()
    except Exception:  # noqa: BLE001 - it is done once more by whoever waits, who can say what is wrong
        sys.exit(1)


def _nothing() -> None:
    pass


def _can_fork() -> bool:
    """Whether a fork is safe: it is quick and has all modules, but not beside threads, nor on every system."""
    return sys.platform == "linux" and threading.active_count() == 1


def _started(task: Task[A, B], share: Sequence[A]) -> _Hand:
    import multiprocessing

    context = multiprocessing.get_context("fork") if _can_fork() else multiprocessing.get_context("spawn")
    found, telling = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(task, share, telling), daemon=True)
    sys.stdout.flush()
    sys.stderr.flush()
    process.start()
    telling.close()
    return _Hand(process, found)


def _work(task: Task[A, B], share: Sequence[A], telling: Connection) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all: who listens hears it and goes
    task.begin()
    with suppress(BrokenPipeError), telling:
        for start in range(0, len(share), BATCH):
            telling.send([task.do(thing) for thing in share[start : start + BATCH]])
