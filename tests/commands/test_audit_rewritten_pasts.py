"""The audit of a past that is told otherwise later: what was decided, signed, limited, amended; and of honest mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from chronicle import Chronicle
from claims import APRIL, IDEA, JULY, JUNE, LESSON, MAY, amendment, design, ended, work
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

Swap = tuple[str, str]

SUSTAINED = (
    LESSON
    + """  - {text: Ask early, kind: failed}
  - {text: Traders like paper, kind: surprised}
sustainability:
  entered: 2026-07-16
  owner: {post: Head of the courts, agency: Supreme Court}
  practices: {list: {practice: Same-day list, owner_post: Court chair, resources: None needed}}
  pledges: [{by: Aigerim Bekova, agency: Ministry of Justice, signed: 2026-07-22, text: Funded in the budget}]
  scale: {path: scale, where: [Astana], by: Board, date: 2026-07-30, because: It holds}
  follow_up: {watch: wait, dates: [2026-08-14, 2026-10-13]}
"""
)
CLOSED = "closed: {date: 2026-08-20, as: completed}\n"
SAID = """  declared: [{date: 2026-05-04, status: green, because: Ahead of plan}]
  reviews: {midpoint: {date: 2026-05-11}}
  blockers: {room: {what: No room, raised: 2026-05-04}, bell: {what: No bell, raised: 2026-05-04, resolved: 2026-05-05}}
"""
LATER = "    later: {title: Second hearing, due: 2026-06-20}\n"
SCORED = "  scores: {impact: 5, urgency: 4}\n  decision:"


def running(id_: str) -> str:
    """A challenge in May: with scores, a colour, a review, a critical milestone that is overdue, an amendment."""
    text = work(id_, APRIL, MAY, amended=amendment("2026-05-11"), target=1) + SAID
    return (
        text.replace("  decision:", SCORED)
        .replace("due: 2026-04-20, owner", "critical: true, due: 2026-04-20, owner")
        .replace("  amendments:", f"{LATER}  amendments:")
    )


def closed(id_: str) -> str:
    """A challenge that is closed, with all that was kept of it."""
    return ended(id_, SUSTAINED + CLOSED).replace("phase: sustainability", "phase: closed")


def live(chronicle: Chronicle, id_: str, *, to_the_end: bool) -> str:
    """Live until May or until the end; the last version."""
    versions = [
        ("2026-02-02", IDEA.format(id=id_)),
        ("2026-03-04", design(id_, "acceleration")),
        ("2026-04-06", work(id_)),
        ("2026-04-13", work(id_, APRIL)),
        ("2026-05-04", work(id_, APRIL) + SAID.partition("\n")[0] + "\n"),
        ("2026-05-11", work(id_, APRIL, MAY)),
    ]
    if to_the_end:
        versions[4:] = [
            ("2026-05-11", work(id_, APRIL, MAY)),
            ("2026-06-15", work(id_, APRIL, MAY, JUNE)),
            ("2026-07-13", work(id_, APRIL, MAY, JUNE, JULY)),
            ("2026-07-16", ended(id_, SUSTAINED)),
            ("2026-08-20", closed(id_)),
        ]
    else:
        versions[4:] = [("2026-05-11", running(id_))]
    chronicle.keep(id_, versions)
    return versions[-1][1]


def swapped(text: str, *swaps: Swap) -> str:
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return text


LIES: dict[str, tuple[str, ...]] = {
    "amendment-untrue": (
        "amendments: [ => amendments: [{date: 2026-05-12, goal: wait, field: baseline, from: 20, to: 43}, ",
        "amendments: [ => amendments: [{date: 2026-05-12, goal: wait, field: target, from: 9, to: 1}, ",
        "amendments: [ => amendments: [{date: 2026-05-12, goal: wait, field: owner, from: A, to: B}, ",
        "amendments: [ => amendments: [{date: 2026-05-12, goal: other, field: target, from: 9, to: 2}, ",
    ),
    "record-rewritten": (
        "status: green, because: Ahead of plan => status: red, because: We warned",
        "{date: 2026-05-04, status: green, because: Ahead of plan} => ",
        "reviews: {midpoint: {date: 2026-05-11}} => reviews: {}",
        "midpoint: {date: 2026-05-11} => midpoint: {date: 2026-05-01}",
        "because: Highest score => because: The minister wished it",
        "impact: 5 => impact: 1",
        "issued: 2026-03-03 => issued: 2026-02-03",
        "entered: 2026-03-04 => entered: 2026-02-04",
        "    first: {title: First hearing, critical: true, due: 2026-04-20, owner: Madina Akhmetova}\\n => ",
        "appeals: {metric: Appeals a week, unit: appeals, limit: 12, worse: above, readings: []} => {}",
        "room: {what: No room, raised: 2026-05-04}, => ",
    ),
    "entry-misdated": (
        "declared: [ => declared: [{date: 2026-05-13, status: red}, ",
        (
            "acceleration:\\n => "
            "waivers: [{condition: note-is-issued, by: Board, because: It was late, date: 2026-05-14}]\\nacceleration:\\n"
        ),
    ),
}
"""What is found in May, and the edits that hide it: what stood there => what stands there now."""

LATE_LIES: dict[str, tuple[str, ...]] = {
    "record-rewritten": (
        "signed: 2026-07-22 => signed: 2026-06-22",
        "{by: Aigerim Bekova, agency: Ministry of Justice, signed: 2026-07-22, text: Funded in the budget} => ",
        ", 2026-10-13 => ",
        "path: scale => path: none",
        "text: Ask early => text: All went well",
        "kind: failed => kind: worked",
        "list: {practice: Same-day list, owner_post: Court chair, resources: None needed} => ",
        "date: 2026-08-20 => date: 2026-08-01",
        "limit: 12 => limit: 20",
        "due: 2026-04-20 => due: 2026-06-20",
        "title: First hearing => title: Some hearing",
        "post: Analyst => post: Head of analysis",
    ),
    "result-changed-afterwards": (
        "      readings: => \\n      not_measurable: {because: Nobody can tell, by: Board}\\n      readings:",
        (
            "target: 2, => target: 28,|amendments: [] => "
            "amendments: [{date: 2026-09-01, goal: wait, field: target, from: 2, to: 28, because: Fair, by: Board}]"
        ),
    ),
    "phase-jumped-or-went-back": ("as: completed => as: stopped, because: No money",),
}
"""What is found after the end."""

HONEST = (
    "source: Registry} => source: Survey of the team}",
    "limit: 12 => limit: 20",
    "due: 2026-04-20 => due: 2026-06-20",
    "declared: [ => declared: [{date: 2026-04-20, status: red}, ",
    "reviews: { => reviews: {early: {date: 2026-04-20}, ",
    "midpoint: {date: 2026-05-11} => midpoint: {date: 2026-05-11, decided: [Add two courts]}",
    "limit: 12 => limit: 10",
    "due: 2026-04-20, owner => due: 2026-04-20, done: 2026-05-12, owner",
    "due: 2026-04-20 => due: 2026-04-10",
    "source: Registry} => source:   Registry}",
    "declared: [ => declared: [{date: 2026-05-12, status: red, because: The courts closed}, ",
    "declared: [ => declared: [{date: 2026-04-28, status: amber, because: Nobody had written it down}, ",
    (
        "target: 1, => target: 3,|amendments: [ => "
        "amendments: [{date: 2026-05-12, goal: wait, field: target, from: 1, to: 3, because: The law, by: Board}, "
    ),
    "status: green, => status: green,  ",
    "reviews: { => reviews: {early: {date: 2026-05-01}, ",
    "urgency: 4} => urgency: 4, data: 3}",
    "title: First hearing => title: First hearing in one day",
    "    later: {title: Second hearing, due: 2026-06-20}\\n => ",
    ", bell: {what: No bell, raised: 2026-05-04, resolved: 2026-05-05} => ",
)
LATE_HONEST = (
    "owner: {post: Head of the courts => owner: {post: Head of the court administration",
    "resources: None needed => resources: None needed, status: stopped",
    "  - {text: Ask early => \\n  - {text: Registries change, kind: surprised}\\n  - {text: Ask early",
    "value: 28} => value: 28}, {date: 2026-09-01, value: 27}",
    "value: 28} => value: 28}, {date: 2026-07-13, value: 27, entered: 2026-09-01}",
)


def edit(text: str, words: str) -> str:
    """A text after the edits that words say."""
    pairs = (one.partition(" => ") for one in words.split("|"))
    swaps = [(old.replace("\\n", "\n"), new.replace("\\n", "\n")) for old, _, new in pairs]
    return swapped(text, *swaps)


@pytest.mark.parametrize(
    ("lies", "honest", "on"),
    [(LIES, HONEST, "2026-05-12"), (LATE_LIES, LATE_HONEST, "2026-09-01")],
    ids=["May", "after the end"],
)
def test_each_edit_of_the_past_is_found_once_and_no_honest_one_is(
    lies: dict[str, tuple[str, ...]], honest: tuple[str, ...], on: str, tmp_path: Path
) -> None:
    chronicle = Chronicle.begun(tmp_path / "by-hand")
    seen: dict[str, str] = {}
    expected = []
    for rule, words in (
        *((rule, one) for rule, many in lies.items() for one in many),
        *((None, one) for one in honest),
    ):
        id_ = f"c{len(seen)}"
        text = live(chronicle, id_, to_the_end=on > "2026-08")
        seen[id_] = words
        chronicle.commit(on, {id_: edit(text, words)})
        expected += [(rule, id_, words)] if rule else []

    shown = Office(chronicle.root, "2026-11-20").run("audit", "--json", code=1).json["findings"]

    of_edits = [one for one in shown if one["rule"] != "dates-run-backwards"]
    assert [(one["rule"], one["challenge"], seen[one["challenge"]]) for one in of_edits] == expected
