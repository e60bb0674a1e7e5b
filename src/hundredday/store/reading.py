"""Bytes in, a `Document` out: strict YAML 1.2, and every problem of the file in one run."""

from __future__ import annotations

from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from hundredday.errors import ExitCode, Failure
from hundredday.findings import Finding, Place
from hundredday.language import _
from hundredday.store.building import Built, build
from hundredday.store.document import Document, place_at
from hundredday.store.guards import (
    BOM,
    LARGEST,
    conflicts,
    has_unwelcome,
    is_pointer,
    unwelcome_characters,
    without_unwelcome,
)
from hundredday.store.limits import MOST_PROBLEMS
from hundredday.store.lines import blanked, block_end, without
from hundredday.store.nodes import Mapping, line_and_column, line_start, next_line
from hundredday.store.quick import quick_data
from hundredday.store.syntax import explain

if TYPE_CHECKING:
    from hundredday.store.events import Parser
    from hundredday.store.scalars import Data

MOST_RECOVERIES = 20
"""Times that a text is read again without a line that cannot be read."""

RECOVERED_BYTES = 400_000
"""And how much text is read again in all: a large broken file must be answered in a second."""

Problem = tuple[int, Finding]


class BadFile(Failure):
    """A file of which nothing can be read."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_FILE

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings[0].text, findings[0].mend)
        self.findings = findings


def parse(source: bytes, path: str, parser: Parser | None = None) -> Document:
    """What a file says, with everything that is wrong with its form in `findings`.

    Args:
        source: the bytes of the file; UTF-8, with or without a byte order mark.
        path: the name of the file in findings.
        parser: whose events; the fastest there is when not said.

    Raises:
        BadFile: nothing in it can be read: too large, empty, no mapping, a pointer of git LFS.
    """
    if len(source) > LARGEST:
        raise BadFile((_too_large(path),))
    text = _characters(source, path)
    if is_pointer(text):
        raise BadFile((_pointer().at(place_at(path, text, 0)),))
    quick = None if parser else _quick(source, text)
    if quick is not None:
        return Document(path, source, text, quick, (), broken=False, marks=None)
    problems = list(islice(unwelcome_characters(source.removeprefix(_BOM_BYTES), text), MOST_PROBLEMS))
    built, marks = _read(without_unwelcome(text) if problems else text, parser)
    lines = {line_start(text, index) for index, __ in problems}
    marks = [one for one in marks if one[1].code != "syntax" or line_start(text, one[0]) not in lines]
    broken = built.stopped or any(found.code in _BREAKING for __, found in marks)
    problems += marks
    if not isinstance(built.root, Mapping) or (broken and not built.data):
        problems = problems or [(0, _no_mapping(built))]
        raise BadFile(_placed(problems, path, text))
    data = built.data if isinstance(built.data, dict) else {}
    return Document(path, source, text, data, _placed(problems, path, text), broken, built.root)


def _quick(source: bytes, text: str) -> dict[str, Data] | None:
    """The data of a file in which nothing is wrong; None for all others, which are read with care."""
    if has_unwelcome(source.removeprefix(_BOM_BYTES), text) or conflicts(text):
        return None
    return quick_data(text)


_BOM_BYTES = BOM.encode()
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MANY = 4
"""Where one byte of so many is nothing, the file is UTF-16 without a mark that says so."""

_BREAKING = frozenset(["syntax", "conflict-marker"])


def _pointer() -> Finding:
    return Finding(
        "lfs-pointer",
        _("This is a pointer of git LFS; the file itself was not fetched."),
        _(
            'Run "git lfs pull"; then remove the line with *.yaml from .gitattributes, '
            "since git keeps these files itself."
        ),
    )


def _characters(source: bytes, path: str) -> str:
    """The text of a file.

    Raises:
        BadFile: it is no UTF-8. Nothing else is said then: what could be guessed of its words is misleading.
    """
    if source.startswith(_WIDE) or source.count(b"\0") > len(source) // _MANY:
        raise BadFile((_not_utf8("UTF-16").at(Place(path, 1, 1)),))
    try:
        return source.decode().removeprefix(BOM)
    except UnicodeDecodeError as error:
        text = source.decode(errors="replace").removeprefix(BOM)
        index = len(source[: error.start].decode().removeprefix(BOM))
        found = _not_utf8(_("another encoding than UTF-8")).at(place_at(path, text, index))
        raise BadFile((found,)) from None


def _not_utf8(said: str) -> Finding:
    return Finding(
        "not-utf8",
        _("This file is written in {said}.").format(said=said),
        _("Save it as UTF-8 in your editor."),
    )


def _too_large(path: str) -> Finding:
    return Finding(
        "too-large",
        _("This file is larger than 1 MiB ({largest:,} bytes), and is not read.").format(largest=LARGEST),
        _("Keep documents and tables elsewhere, and name them in a note or as evidence."),
        place=Place(path, 1, 1),
    )


def _no_mapping(built: Built) -> Finding:
    said = _("holds no keys") if built.root is not None else _("is empty")
    mend = _('Begin with the line "format: 1", and write "key: value" on each line that follows.')
    return Finding("not-a-mapping", _("This file {said}.").format(said=said), mend)


def _read(text: str, parser: Parser | None) -> tuple[Built, list[Problem]]:
    """The text as far as it can be read, and what is wrong in it: markers, syntax, then the rest."""
    text, problems = _without_conflicts(text)
    trusted = 0
    for __ in range(max(1, min(MOST_RECOVERIES, RECOVERED_BYTES // (len(text) + 1)))):
        built = build(text, parser)
        if built.error is None:
            break
        fault = explain(text, built.error, built.last)
        if fault.index >= trusted:
            problems.append((fault.index, Finding("syntax", fault.text, _(fault.mend))))
        start, end = fault.index, block_end(text, min(fault.index, len(text)))
        shorter = blanked(text, line_start(text, start), end)
        if shorter == text:  # the line was left out before, and its error is still there
            start, end = built.error.index, block_end(text, min(built.error.index, len(text)))
            shorter = blanked(text, line_start(text, start), end)
        if shorter == text:
            break
        text, trusted = shorter, max(trusted, next_line(text, end) if fault.spreads else end)
    return built, problems + built.problems


def _without_conflicts(text: str) -> tuple[str, list[Problem]]:
    """Reads on with one side of each conflict, so that the other problems are found too."""
    problems: list[Problem] = []
    hidden: list[tuple[int, int]] = []
    within, hidden_from = False, -1
    for index, marker in conflicts(text):
        if (marker[0] == "<" or not within) and len(problems) < MOST_PROBLEMS:
            line, __ = line_and_column(text, index)
            problems.append((index, _conflict(marker, line)))
        within = marker[0] != ">"
        if marker[0] in "|=" and hidden_from < 0:
            hidden_from = index
        hidden.append((index if within or hidden_from < 0 else hidden_from, next_line(text, index)))
        hidden_from = hidden_from if within else -1
    return without(text, sorted(hidden)), problems


def _conflict(marker: str, line: int) -> Finding:
    return Finding(
        "conflict-marker",
        _('Git left a conflict here: line {line} begins with "{marker}".').format(line=line, marker=marker),
        _("Keep what is right of the two versions, and remove the lines <<<<<<<, ======= and >>>>>>>."),
    )


def _placed(problems: list[Problem], path: str, text: str) -> tuple[Finding, ...]:
    ordered = sorted(problems, key=lambda problem: problem[0])[:MOST_PROBLEMS]
    return tuple(_resolvable(found, path).at(place_at(path, text, index)) for index, found in ordered)


def _resolvable(finding: Finding, path: str) -> Finding:
    """What a merge has left, with the command that mends it."""
    if finding.code not in {"conflict-marker", "duplicate-key"}:
        return finding
    file = PurePath(path)
    command = f"hundredday resolve {file.name if file.name == 'accelerator.yaml' else file.stem}"
    mend = _("Run {command}, or mend it by hand: {mend}").format(command=command, mend=finding.mend)
    return finding._replace(mend=mend)
