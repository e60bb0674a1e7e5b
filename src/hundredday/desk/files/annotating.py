"""Findings for the places where reviewers read them: annotations of GitHub, and SARIF for any code scanner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hundredday import __version__
from hundredday.findings import Place
from hundredday.harmless import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hundredday.desk.desk import Desk
    from hundredday.findings import Finding

SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def github_lines(desk: Desk, findings: Iterable[Finding]) -> Iterator[str]:
    """Each finding as a workflow command of GitHub, which shows it beside its line in a pull request."""
    way = _way_from_repository(desk)
    for finding in findings:
        # Percent, line ends, and in properties commas and colons are escaped.
        place = finding.place or Place("", 1, 1)
        file = _escaped(one_line(way + place.path))
        where = f"file={file},line={place.line},col={place.column},title={_escaped(finding.code)}"
        said = _escaped(one_line(f"{finding.text} {finding.mend}"), message=True)
        yield f"::{finding.severity.value} {where}::{said}"


def sarif(desk: Desk, findings: Iterable[Finding]) -> dict[str, Any]:
    """The findings as one SARIF 2.1.0 document; their places are counted from the top of the repository."""
    way = _way_from_repository(desk)
    results = [_result(finding, way) for finding in findings]
    rules = [{"id": code} for code in dict.fromkeys(result["ruleId"] for result in results)]
    driver = {"name": "hundredday", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": SARIF, "version": "2.1.0", "runs": [run]}


def _result(finding: Finding, way: str) -> dict[str, Any]:
    from urllib.parse import quote

    place = finding.place or Place("", 1, 1)
    file = {"uri": quote((way + place.path).encode("utf-8", "surrogateescape")), "uriBaseId": "%SRCROOT%"}
    region = {"startLine": place.line, "startColumn": place.column}
    return {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": one_line(f"{finding.text} {finding.mend}")},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
    }


def _way_from_repository(desk: Desk) -> str:
    """The accelerator's folder as seen from the top of its repository: empty, or ending in a slash."""
    top: Path | None = desk.repository.root if desk.repository else None
    if top is None or desk.folder.root == top or not desk.folder.root.is_relative_to(top):
        return ""
    return f"{desk.folder.root.relative_to(top).as_posix()}/"


def _escaped(text: str, *, message: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text if message else text.replace(":", "%3A").replace(",", "%2C")
