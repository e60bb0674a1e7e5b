"""Loading what reads a challenge while git is at work: a tenth of a second that nobody waits for."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def getting_ready() -> Iterator[None]:
    """While git lists the versions, the models that will read them are loaded."""
    loading = Thread(target=_read_one)
    loading.start()
    try:
        yield
    finally:
        loading.join()


def _read_one() -> None:
    from hundredday.store.records import read_challenge

    read_challenge(b"format: 1\ntitle: None\nphase: design\n", "")
