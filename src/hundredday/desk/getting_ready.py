"""Loading what will be needed while git is at work: a tenth of a second that nobody waits for."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def getting_ready(*loaders: Callable[[], object]) -> Iterator[None]:
    """While git lists the versions, what comes after is loaded, one after the other."""

    def load() -> None:
        for loader in loaders:
            loader()

    loading = Thread(target=load)
    loading.start()
    try:
        yield
    finally:
        loading.join()


def to_read() -> None:
    """The models that read a version."""
    from hundredday.store.records import read_challenge

    read_challenge(b"format: 1\ntitle: None\nphase: design\n", "")


def to_tell() -> None:
    """What tells versions apart in words."""
    import hundredday.history.tellers  # noqa: F401 - to have it


def to_draw() -> None:
    """What draws a story."""
    import hundredday.views.timeline  # noqa: F401 - to have it
