"""Three versions of a file as one: by meaning, in the text of ours, with markers where the sides disagree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hundredday.errors import ExitCode, Failure, Refused
from hundredday.language import _
from hundredday.merging.amendments import amended_field, with_settlement
from hundredday.merging.judging import problems_of
from hundredday.merging.lines import blended, marked
from hundredday.merging.remarks import with_remarks
from hundredday.merging.shared import shared
from hundredday.merging.values import Absent, alike
from hundredday.merging.weaving import Weaving, found_at, labelled
from hundredday.store.writing.splicing import Unwritable, rewritten
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.guards import BOM
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from hundredday.findings import Finding, Where
    from hundredday.merging.amendments import Settlement
    from hundredday.merging.values import Conflict, Labels, Side
    from hundredday.store.yaml.document import Document
    from hundredday.store.yaml.scalars import Data

MOST_ROUNDS = 20
"""Times that a merge is made anew because together the sides break a rule."""


class Unmergeable(Failure):
    """Versions that cannot be merged by meaning; git may compare their lines."""

    exit_code = ExitCode.BAD_FILE


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge.

    Args:
        source: the file; with markers around what the sides disagree about.
        conflicts: what they disagree about.
        contested: the places at which they do so only because together they break a rule.
        chosen: the choices with which it was made.
        versions: base, ours and theirs as data; none where nothing had to be compared.
        data: what the file says, with ours where the sides disagree; only where there are versions.
    """

    source: bytes
    conflicts: tuple[Conflict, ...] = ()
    contested: frozenset[Labels] = frozenset()
    chosen: Mapping[Labels, Side] = field(default_factory=dict)
    versions: tuple[Data, Data, Data] | None = None
    data: Data = None


def merge(
    base: bytes | None,
    ours: bytes,
    theirs: bytes,
    path: str,
    *,
    chosen: Mapping[Labels, Side] | None = None,
    size: int = 7,
    settlement: Settlement | None = None,
) -> Merged:
    """Merge two versions that come from the same one; None where it is not known.

    An unchanged side gives the other one, byte for byte. What both sides did is in the result or is a
    conflict; and the result breaks no rule that neither side has broken: what does is a conflict too.

    Args:
        base: the version from which both come.
        ours: the version whose text is kept.
        theirs: the version whose changes come in.
        path: the file's name; it tells the settings of an accelerator from a challenge.
        chosen: whose value is taken at places of disagreement.
        size: how long the markers are.
        settlement: who chose; where two sides amended one field, that is an amendment too.

    Raises:
        Unmergeable: one of the two cannot be read, or the result cannot be written.
    """
    if theirs in {ours, base}:
        return Merged(ours)
    if base == ours:
        return Merged(theirs)
    return _Merge(base, ours, theirs, path, size, settlement).made(dict(chosen or {}))


class _Merge:
    """One merge of two files, in rounds: each finds more places at which the sides break a rule together."""

    def __init__(
        self,
        base: bytes | None,
        ours: bytes,
        theirs: bytes,
        path: str,
        size: int,
        settlement: Settlement | None,
    ) -> None:
        self.path = path
        self.settlement = settlement
        self.size = size
        self.ours, self.theirs = _sound(ours, path), _sound(theirs, path)
        self.before = before = _readable(base, path)
        nothing_before = base is not None and not base.strip()
        common = {} if nothing_before else shared(self.ours.data, self.theirs.data)
        self.versions = (before.data if before else common, self.ours.data, self.theirs.data)
        self.known = {_told(found) for side in (ours, theirs) for found in problems_of(side, path)}
        self.text = (_blended(before, self.ours, self.theirs) if before else None) or self.ours

    def made(self, chosen: Mapping[Labels, Side]) -> Merged:
        contested: frozenset[Labels] = frozenset()
        for __ in range(MOST_ROUNDS):
            merged = self._merged(contested, chosen)
            if merged.conflicts:
                return merged
            judged = self._in_one_order(merged)
            new = self._new_problems(judged) or self._new_problems(merged.source)
            if not new:
                return merged
            contested |= set(self._contested(new, judged, contested)) or {()}
        raise Unmergeable(
            _("The two versions of {path} break a rule together: {text}").format(
                path=self.path, text=new[0].text
            ),
            new[0].mend,
        )

    def _merged(self, contested: frozenset[Labels], chosen: Mapping[Labels, Side]) -> Merged:
        weaving = Weaving(contested, chosen)
        data = self._settled(weaving.weave(*self.versions), chosen)
        source = with_remarks(self._written(data), self.before, self.theirs)
        if weaving.conflicts:
            other = self._settled(Weaving(contested, chosen, "theirs").weave(*self.versions), chosen)
            theirs = _rewritten(parse(source, self.path), other)
            source = marked(source.decode(), theirs.decode(), self.size).encode()
        return Merged(source, tuple(weaving.conflicts), contested, chosen, self.versions, data)

    def _settled(self, data: Data, chosen: Mapping[Labels, Side]) -> Data:
        return with_settlement(data, self.versions[1], self.versions[2], chosen, self.settlement)

    def _in_one_order(self, merged: Merged) -> bytes:
        """The result in the text of the same side, whichever is called ours.

        Of two values that break a rule together, the later one is found to.
        """
        try:
            one = min(self.ours, self.theirs, key=lambda document: document.source)
            return _rewritten(one, merged.data)
        except Unwritable:
            return merged.source

    def _new_problems(self, source: bytes) -> tuple[Finding, ...]:
        return tuple(
            found
            for found in problems_of(source, self.path)
            if found.blocks and _told(found) not in self.known
        )

    def _contested(
        self, findings: Iterable[Finding], source: bytes, before: frozenset[Labels]
    ) -> Iterator[Labels]:
        """For each broken rule the place nearest to it at which the sides are not the same."""
        data = parse(source, self.path).data
        for finding in findings:
            found = amended_field(finding, data)
            where = labelled(found, data)
            for depth in range(len(where), -1, -1):
                place = self._whole_entry(found, where[:depth])
                ours, theirs = (found_at(place, side.data) for side in (self.ours, self.theirs))
                if place not in before and not alike(ours, theirs):
                    yield place
                    break

    def _whole_entry(self, where: Where, place: Labels) -> Labels:
        """The entry of a list that a place lies in, where only one side has it: half of it is none."""
        for depth in range(1, len(place)):
            if isinstance(where[depth - 1], int) and any(
                isinstance(found_at(place[:depth], side.data), Absent) for side in (self.ours, self.theirs)
            ):
                return place[:depth]
        return place

    def _written(self, data: Data) -> bytes:
        for document in (self.text, self.ours):
            try:
                return _rewritten(document, data)
            except Unwritable:
                continue
        return _rewritten(self.theirs, data)


def _sound(source: bytes, path: str) -> Document:
    try:
        document = parse(source, path)
    except BadFile as bad:
        raise Unmergeable(bad.text, bad.mend) from bad
    if document.broken or any(finding.blocks for finding in document.findings):
        raise Unmergeable(document.findings[0].text, document.findings[0].mend)
    return document


def _readable(source: bytes | None, path: str) -> Document | None:
    try:
        return _sound(source, path) if source else None
    except Unmergeable:
        return None


def _rewritten(document: Document, data: Data) -> bytes:
    assert isinstance(data, dict)
    try:
        return rewritten(document, data)
    except Refused as refused:
        raise Unmergeable(refused.text, refused.mend) from refused


def _blended(before: Document, ours: Document, theirs: Document) -> Document | None:
    """Ours with the lines that only theirs has changed, where that can still be read."""
    text = blended(before.text, ours.text, theirs.text)
    if text is None:
        return None
    bom = BOM if ours.source.startswith(BOM.encode()) else ""
    try:
        document = parse((bom + text).encode(), ours.path)
    except BadFile:
        return None
    return None if document.findings or document.broken else document


def _told(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.text
