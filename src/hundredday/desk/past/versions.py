"""Versions of challenges and of accelerator.yaml out of git's store: each parsed once, let go after its last use."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hundredday.git import Blobs
from hundredday.language import _
from hundredday.programme import Accelerator
from hundredday.store.records import read_challenge
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hundredday.challenge import Challenge
    from hundredday.git import Repository


class Read(NamedTuple):
    """A version: its challenge, or why it cannot be read as one."""

    challenge: Challenge | None
    problem: str = ""


class BeforeUnknown(Exception):  # noqa: N818 - nobody is told; everything is read then
    """What was found before is not enough: a version that cannot be read stands where reading began, or another history."""


class Past:
    """The challenges of a history by the ids of their contents.

    Args:
        repository: where they are kept.
        uses: the id of every content that will be asked for, as often as it will be, and about in that order.
        settings: the ids of every accelerator.yaml.
        is_whole: whether the history is read from its beginning.
        follows: whether the first commit is the second, or has it among its ancestors.
    """

    def __init__(
        self,
        repository: Repository,
        uses: Iterable[str | None],
        settings: Iterable[str | None],
        *,
        is_whole: bool,
        follows: Callable[[str, str], bool],
    ) -> None:
        self._is_whole, self._follows = is_whole, follows
        self._left = Counter(blob for blob in uses if blob)
        self._blobs = Blobs(repository, soon=(*filter(None, settings), *self._left))
        self._read: dict[str, Read] = {}
        self._sound: dict[tuple[str, str], list[tuple[str, Challenge | None]]] = {}
        self._accelerators: dict[str, Accelerator | None] = {}
        self._spans: dict[str, Span | None] = {}

    def before(self, blob: str | None, path: str | None, parent: str) -> Challenge | None:
        """The challenge that a version of a parent is compared with as: its own, or the last one before it.

        Raises:
            BeforeUnknown: it cannot be read, and where it came from was not asked about.
        """
        if blob is None:
            return None
        read = self._used(blob, path or "")
        return self._sound_before(blob, path or "", parent) if read.problem else read.challenge

    def span(self, blob: str, path: str, commit: str) -> Span | None:
        """Day 0 and the last day of a version in Acceleration, at a commit where it stood; None without a clock.

        One that cannot be read stands for the last one before it.

        Raises:
            BeforeUnknown: it cannot be read, and where it came from was not asked about.
        """
        if blob not in self._spans:
            source = self._blobs.read(blob)
            # Without the word no file says that it is in this phase, unless its letters are written as numbers.
            if b"acceleration" not in source and b"\\" not in source:
                return None
            self._parsed(blob, path)
        found = self._spans[blob]
        if found != _UNREADABLE:
            return found
        return _span_of(self._sound_before(blob, path, commit))

    def _sound_before(self, blob: str, name: str, parent: str) -> Challenge | None:
        # The same content that cannot be read may stand on two branches, for two versions.
        broken = self._sound.get((name, blob), ())
        for commit, sound in reversed(broken):
            if (len(broken) == 1 and self._is_whole) or self._follows(parent, commit):
                return sound
        if not self._is_whole:
            raise BeforeUnknown
        return None

    def after(self, blob: str, path: str, before: Challenge | None, commit: str) -> Read:
        """A new version; one that cannot be read stands for the one before it from this commit on."""
        read = self._used(blob, path)
        if read.problem:
            self._sound.setdefault((path, blob), []).append((commit, before))
        return read

    def look(self, blob: str, path: str) -> Challenge | None:
        """A version that will be asked for; None where it cannot be read."""
        if blob not in self._read:
            self._read[blob] = self._parsed(blob, path)
        return self._read[blob].challenge

    def accelerator(self, blob: str | None) -> Accelerator | None:
        """accelerator.yaml as of a version, every default where there is none; None where it cannot be read."""
        if blob is None:
            return Accelerator()
        if blob not in self._accelerators:
            from hundredday.store.accelerators import readable_accelerator

            self._accelerators[blob] = readable_accelerator(self._blobs.read(blob))
        return self._accelerators[blob]

    def know(self, blob: str | None, accelerator: Accelerator) -> str | None:
        """Take a version of accelerator.yaml as read; its id."""
        if blob is not None:
            self._accelerators[blob] = accelerator
        return blob

    def _parsed(self, blob: str, path: str) -> Read:
        try:
            challenge = read_challenge(self._blobs.read(blob), path)
            self._spans[blob] = _span_of(challenge)
            return Read(challenge)
        except BadFile as bad:
            self._spans[blob] = _UNREADABLE
            first = bad.findings[0]
            place = _("line {line}: ").format(line=first.place.line) if first.place else ""
            return Read(None, f"{place}{first.text}")

    def _used(self, blob: str, path: str) -> Read:
        if blob not in self._read:
            self._read[blob] = self._parsed(blob, path)
        read = self._read[blob]
        self._left[blob] -= 1
        if self._left[blob] <= 0:
            del self._read[blob]
        return read


Span = tuple[date, date]
"""Day 0 and the last day."""
_UNREADABLE: Span = (date.max, date.max)
"""Stands for the days of a version that cannot be read."""


def _span_of(challenge: Challenge | None) -> Span | None:
    clock = challenge.clock if challenge and challenge.phase == "acceleration" else None
    return (clock.start, clock.end) if clock and clock.start and clock.end else None
