"""Findings of files, of very many too: packed, and unpacked one after another when they are walked through."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, overload

from hundredday.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TOGETHER = 256
"""Files whose findings are packed together."""


class Problems(Sequence[Finding]):
    """What is wrong with files, in the order in which it was found."""

    def __init__(self) -> None:
        self.paths: set[str] = set()
        """Of all files that something is wrong with."""
        self._packed: list[bytes] = []
        self._open: list[str] = []

    @classmethod
    def of(cls, texts: Iterable[tuple[str, str]]) -> Problems:
        """The findings of many files, by path, as `findings_text` has them."""
        made = cls()
        for path, text in texts:
            made.add(path, text)
        return made

    def add(self, path: str, text: str) -> None:
        """The findings of one file, as `findings_text` has them."""
        self.paths.add(path)
        self._open.append(text)
        if len(self._open) == _TOGETHER:
            self._close()

    def extend(self, findings: Iterable[Finding]) -> None:
        """The findings of one file."""
        found = list(findings)
        if found:
            self.add(found[0].place.path if found[0].place else "", findings_text(found))

    def also(self, others: Problems) -> Problems:
        """These, and others after them."""
        self.paths |= others.paths
        self._close()
        others._close()
        self._packed += others._packed
        return self

    def append(self, finding: Finding) -> None:
        self.extend([finding])

    def _close(self) -> None:
        if self._open:
            self._packed.append(zlib.compress("\n".join(self._open).encode(), 1))
            self._open.clear()

    def __iter__(self) -> Iterator[Finding]:
        packed = chain.from_iterable(zlib.decompress(one).decode().split("\n") for one in self._packed)
        return chain.from_iterable(map(findings_from, chain(packed, tuple(self._open))))

    def __bool__(self) -> bool:
        return bool(self.paths)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @overload
    def __getitem__(self, at: int) -> Finding: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Finding]: ...
    def __getitem__(self, at: int | slice) -> Finding | Sequence[Finding]:
        is_beginning = isinstance(at, slice) and at.start is at.step is None and (at.stop or 0) > 0
        return tuple(islice(self, at.stop)) if isinstance(at, slice) and is_beginning else tuple(self)[at]


def paths_of(problems: Sequence[Finding]) -> set[str]:
    """The paths of the files that something is wrong with."""
    if isinstance(problems, Problems):
        return problems.paths
    return {finding.place.path for finding in problems if finding.place}


def findings_text(findings: Iterable[Finding]) -> str:
    """Findings as one line of JSON, in which they can be kept."""
    found = list(findings)
    return json.dumps(found, ensure_ascii=False) if found else "[]"


def findings_from(text: str) -> tuple[Finding, ...]:
    """Findings from what `findings_text` made of them."""
    return tuple(
        Finding._make((code, said, mend, Severity(severity), tuple(where), place and Place(*place)))
        for code, said, mend, severity, where, place in json.loads(text)
    )
