"""What an audit found, challenge by challenge, oldest first, for somebody who has to act on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import _
from hundredday.views.audited import NOTHING, read_words
from hundredday.views.dates import count_words
from hundredday.views.fitting import Lines, flow, joined, piece, row
from hundredday.views.mend import mend_lines
from hundredday.views.palette import BAD, DOUBTFUL, FAINT, GOOD, MISSING, TITLE, WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from hundredday.history.audit import AuditFinding, Seal

_SHORT = 10
"""Letters of a commit's id that are enough to look it up."""


def audit_text(
    findings: Sequence[AuditFinding],
    *,
    seals: Sequence[Seal],
    commits: int,
    versions: int,
    challenges: int,
    width: int | None = None,
) -> RenderableType:
    """Everything that was found, what the seals say, and the sum of it in the last lines."""

    def draw(room: int) -> Iterator[Text]:
        for title, group in _groups(findings):
            yield piece(title, TITLE)
            for finding in group:
                yield from _finding(finding, room)
            yield Text()
        for seal in seals:
            if seal.goes_on and not seal.problem:
                signed = (
                    _(", signed with a key of {signer}").format(signer=seal.signer) if seal.signer else ""
                )
                words = _("Sealed on {on} by {who}{signed}: this history goes on from it ({name}).").format(
                    on=seal.on, who=seal.who, signed=signed, name=seal.name
                )
                yield from flow(piece(words, FAINT), room, indent=2)
        read = read_words(commits, versions, challenges)
        yield from flow(row(piece(f"{read}:"), " ", *_sum(findings)), room, indent=2)

    return Lines(draw, width)


def _groups(findings: Sequence[AuditFinding]) -> Iterator[tuple[str, list[AuditFinding]]]:
    groups: dict[str | None, list[AuditFinding]] = {}
    for finding in findings:
        # What concerns one challenge of a commit stands with it.
        only = finding.touches[0] if len(finding.touches) == 1 else None
        groups.setdefault(finding.challenge or only, []).append(finding)
    whole = groups.pop(None, [])
    yield from ((name or "", group) for name, group in groups.items())
    if whole:
        yield _("the whole history"), whole


def _finding(finding: AuditFinding, width: int) -> Iterator[Text]:
    mark = MISSING if finding.blocks else WARNING
    day, commit = finding.when[:10], finding.commit[:_SHORT]
    about = joined([piece(part, FAINT) for part in (day, finding.who, commit) if part])
    yield from flow(
        row("  ", Text(mark.sign, mark.style), " ", piece(finding.rule), "  ", about), width, indent=4
    )
    yield from flow(row("    ", piece(finding.text)), width, indent=4)
    yield from mend_lines(finding.mend, width, indent=4, label=_("mend:"))


def _sum(findings: Sequence[AuditFinding]) -> list[Text]:
    if not findings:
        return [Text(_(NOTHING), GOOD)]
    errors = sum(finding.blocks for finding in findings)
    counted = [
        Text(count_words(errors, "error"), BAD) if errors else Text(),
        Text(count_words(len(findings) - errors, "warning"), DOUBTFUL) if len(findings) > errors else Text(),
    ]
    return [joined(counted, _(" and ")), Text(".")]
