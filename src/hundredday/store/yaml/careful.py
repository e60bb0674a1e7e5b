"""The data of a text that is out of the ordinary, or is none: every problem of its form, in one run."""

from __future__ import annotations

from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from hundredday.findings import Finding
from hundredday.language import _
from hundredday.store.limits import MOST_PROBLEMS
from hundredday.store.lines import blanked, block_end, line_and_column, line_start, next_line, without
from hundredday.store.nodes import Mapping
from hundredday.store.yaml.building import Built, build
from hundredday.store.yaml.document import BadFile, Document, place_at
from hundredday.store.yaml.guards import BOM, conflicts, unwelcome_characters, without_unwelcome
from hundredday.store.yaml.syntax import explain

if TYPE_CHECKING:
    from hundredday.store.yaml.events import Parser

MOST_RECOVERIES = 20
"""Times that a text is read again without a line that cannot be read."""

RECOVERED_BYTES = 400_000
"""And how much text is read again in all: a large broken file must be answered in a second."""

Problem = tuple[int, Finding]


def read_with_care(source: bytes, text: str, path: str, parser: Parser | None) -> Document:
    """What a text says, with everything that is wrong with its form.

    Raises:
        BadFile: nothing in it can be read.
    """
    problems = list(islice(unwelcome_characters(source.removeprefix(BOM.encode()), text), MOST_PROBLEMS))
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


_BREAKING = frozenset(["syntax", "conflict-marker"])


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
