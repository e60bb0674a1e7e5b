"""A history that hides every offence once, written with git alone, and its honest twin."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from chronicle import ACCELERATOR, DANA, TIMUR, Chronicle
from claims import (
    APRIL,
    IDEA,
    JULY,
    JUNE,
    LESSON,
    MAY,
    REOPENED,
    STOPPED,
    WAIVER,
    amendment,
    design,
    ended,
    work,
)
from hundredday.history.audit import OF_COMMITS, OF_VERSIONS
from office import Office
from ssh_keys import make_keys

if TYPE_CHECKING:
    from pathlib import Path

Files = dict[str, str | None]

MADINA = ("Madina Akhmetova", "madina@example.org")
LAX = f"{ACCELERATOR}settings: {{stale_after: 30}}\n"
STRICT = f"{ACCELERATOR}settings: {{stale_after: 7}}\n"
SIGNED = f"{ACCELERATOR}settings: {{sign_commits: true, stale_after: 7}}\n"


class Deed(NamedTuple):
    """A commit of the hostile history, and what its honest twin writes instead (None: it is not made there).

    `dated` is what the clock says when it is not the day; `key` signs the hostile commit, where one does.
    """

    day: str
    subject: str
    by: tuple[str, str]
    hostile: Files
    honest: Files | None
    committer: tuple[str, str] | None = None
    dated: str | None = None
    key: str = ""


def step(day: str, subject: str, id_: str, text: str) -> Deed:
    """What both histories do."""
    return Deed(day, subject, DANA, {id_: text}, {id_: text})


SMALL = ("jumped", "back", "quit", "broken", "deleted", "stopped", "one")
RUNNING = (
    *("target", "ahead", "backdated", "unmade", "removed", "rewritten"),
    *("future", "late", "leap", "after", "gate", "waived"),
    *("untrue", "record", "afterwards", "results"),
)

BEGINNINGS = (
    *(step("2026-02-02", f"{id_}: proposed", id_, IDEA.format(id=id_)) for id_ in (*SMALL, *RUNNING)),
    Deed(
        "2026-02-03",
        "Take over from Excel",
        TIMUR,
        {"excel": "format: 1\ntitle: Excel\nphase: sustainability\n"},
        {"excel": IDEA.format(id="excel")},
    ),
    Deed(
        "2026-02-05",
        "Good progress",
        TIMUR,
        {"jumped": "format: 1\ntitle: Claims in jumped\nphase: sustainability\n"},
        None,
    ),
    Deed(
        "2026-02-06",
        "Tidy the list",
        MADINA,
        {"quit": "format: 1\ntitle: Quit\nphase: closed\nclosed: {date: 2026-02-06, as: stopped}\n"},
        {
            "quit": "format: 1\ntitle: Quit\nphase: closed\nclosed: {date: 2026-02-06, as: stopped, because: No sponsor}\n"
        },
    ),
    Deed(
        "2026-02-07", "Merge by hand", DANA, {"broken": "format: 1\n<<<<<<< HEAD\n=======\n>>>>>>> x\n"}, None
    ),
    step("2026-02-08", "Mend the merge", "broken", IDEA.format(id="broken and mended")),
    Deed("2026-02-09", "Remove an old file", TIMUR, {"deleted": None}, None),
    Deed(
        "2026-02-10",
        "Weekly numbers",
        MADINA,
        {"one": IDEA.format(id="first"), "two": IDEA.format(id="two")},
        {"one": IDEA.format(id="first")},
    ),
    Deed(
        "2026-02-11",
        "For a colleague",
        TIMUR,
        {"one": IDEA.format(id="second")},
        {"one": IDEA.format(id="second")},
        committer=MADINA,
    ),
    Deed(
        "2026-02-12",
        "As agreed last month",
        MADINA,
        {"one": IDEA.format(id="third")},
        {"one": IDEA.format(id="third")},
        dated="2026-01-12",
    ),
    *(step("2026-03-04", f"{id_}: begin", id_, design(id_, "acceleration")) for id_ in ("back", *RUNNING)),
    Deed("2026-03-10", "Think again", TIMUR, {"back": design("back")}, None),
)
CLOCK = (
    *(step("2026-04-06", f"{id_}: launch", id_, work(id_)) for id_ in RUNNING),
    *(step("2026-04-13", f"{id_}: 42 days", id_, work(id_, APRIL)) for id_ in RUNNING),
    *(step("2026-05-11", f"{id_}: 35 days", id_, work(id_, APRIL, MAY)) for id_ in RUNNING),
    Deed(
        "2026-05-12",
        "Correct a slip",
        TIMUR,
        {"target": work("target", APRIL, MAY, target=9)},
        {"target": work("target", APRIL, MAY, target=1, amended=amendment("2026-05-12"))},
    ),
    Deed(
        "2026-05-13",
        "What we shall agree",
        MADINA,
        {"ahead": work("ahead", APRIL, MAY, target=1, amended=amendment("2026-05-14"))},
        {"ahead": work("ahead", APRIL, MAY, target=1, amended=amendment("2026-05-13"))},
    ),
    Deed(
        "2026-05-15",
        "What we agreed",
        TIMUR,
        {"backdated": work("backdated", APRIL, MAY, target=1, amended=amendment("2026-04-30"))},
        {"backdated": work("backdated", APRIL, MAY, target=1, amended=amendment("2026-05-01"))},
    ),
    step(
        "2026-05-16", "Amend", "unmade", work("unmade", APRIL, MAY, target=1, amended=amendment("2026-05-16"))
    ),
    Deed("2026-05-18", "Clean up", MADINA, {"unmade": work("unmade", APRIL, MAY, target=1)}, None),
    Deed("2026-05-19", "Shorter", TIMUR, {"removed": work("removed", MAY)}, None),
    Deed(
        "2026-05-20",
        "Typing error",
        MADINA,
        {"rewritten": work("rewritten", "{date: 2026-04-13, value: 24}", MAY)},
        {"rewritten": work("rewritten", APRIL, "{date: 2026-04-13, value: 24, entered: 2026-05-20}", MAY)},
    ),
    Deed(
        "2026-05-21",
        "This week",
        TIMUR,
        {"future": work("future", APRIL, MAY, "{date: 2026-05-22, value: 30}")},
        {"future": work("future", APRIL, MAY, "{date: 2026-05-21, value: 30}")},
    ),
    Deed("2026-05-22", "Less work for all", MADINA, {"../accelerator": LAX}, {"../accelerator": STRICT}),
)
SAID = "  declared: [{{date: {on}, status: red, because: We warned of it}}]\n"
NEITHER = "      not_measurable: {because: The registry was replaced, by: Board}\n      readings:"


def otherwise(id_: str, old: str, new: str) -> Files:
    """A challenge of May with one thing in it that is another one."""
    return {id_: work(id_, APRIL, MAY).replace(old, new)}


QUIETLY = (
    Deed(
        "2026-05-22",
        "As we had agreed",
        TIMUR,
        otherwise(
            "untrue",
            "amendments: [",
            f"amendments: [{amendment('2026-05-22').replace('2, to: 1', '9, to: 2')}",
        ),
        None,
    ),
    Deed("2026-05-25", "Reword", MADINA, otherwise("record", "Highest score", "It was urgent"), None),
    Deed(
        "2026-05-26",
        "For the minutes",
        TIMUR,
        {"afterwards": work("afterwards", APRIL, MAY) + SAID.format(on="2026-05-28")},
        {"afterwards": work("afterwards", APRIL, MAY) + SAID.format(on="2026-05-12")},
    ),
)
CLOSING = (
    Deed(
        "2026-06-16",
        "Found in a drawer",
        MADINA,
        {"late": work("late", APRIL, MAY, "{date: 2026-06-01, value: 30}")},
        {"late": work("late", APRIL, MAY, "{date: 2026-06-02, value: 30}")},
    ),
    *(
        step("2026-06-16", f"{id_}: 30 days", id_, work(id_, APRIL, MAY, JUNE))
        for id_ in ("leap", "after", "gate", "waived", "results")
    ),
    *(
        step("2026-07-13", f"{id_}: 28 days", id_, work(id_, APRIL, MAY, JUNE, JULY))
        for id_ in ("gate", "waived", "results")
    ),
    Deed(
        "2026-07-14",
        "Last week went well",
        TIMUR,
        {"leap": work("leap", APRIL, MAY, JUNE, "{date: 2026-07-14, value: 2}")},
        {"leap": work("leap", APRIL, MAY, JUNE, "{date: 2026-07-14, value: 26}")},
    ),
    Deed(
        "2026-07-16",
        "Numbers of the registry",
        MADINA,
        {"after": work("after", APRIL, MAY, JUNE, "{date: 2026-07-03, value: 2}")},
        {"after": work("after", APRIL, MAY, JUNE, "{date: 2026-07-03, value: 26}")},
    ),
    Deed("2026-07-17", "Hand over", TIMUR, {"gate": ended("gate")}, {"gate": ended("gate", LESSON)}),
    step("2026-07-18", "Hand over, waived", "waived", ended("waived", WAIVER)),
    Deed("2026-07-20", "Shorter still", MADINA, {"waived": ended("waived")}, None),
    step(
        "2026-07-21", "No money", "stopped", IDEA.format(id="stopped").replace("design", "closed") + STOPPED
    ),
    step("2026-07-22", "Money", "stopped", IDEA.format(id="stopped") + REOPENED),
    Deed("2026-07-23", "Old story", TIMUR, {"stopped": IDEA.format(id="stopped")}, None),
    step("2026-07-24", "Hand over the results", "results", ended("results", LESSON)),
    Deed(
        "2026-07-25",
        "Nobody can tell",
        TIMUR,
        {"results": ended("results", LESSON).replace("      readings:", NEITHER)},
        None,
    ),
)


def signed(day: str, subject: str, by: tuple[str, str], files: Files, key: str) -> Deed:
    """A commit that the honest twin makes too, with a good signature."""
    return Deed(day, subject, by, files, files, key=key)


SIGNING = (
    signed("2026-08-01", "Sign from now on", DANA, {"../accelerator": SIGNED}, "own"),
    signed("2026-08-02", "From the web", TIMUR, {"one": IDEA.format(id="unsigned")}, ""),
    signed("2026-08-03", "Signed over", DANA, {"one": IDEA.format(id="forged")}, "forged"),
    signed("2026-08-04", "New laptop", MADINA, {"one": IDEA.format(id="strange")}, "stranger"),
    signed("2026-08-05", "While I was away", TIMUR, {"one": IDEA.format(id="lent")}, "dana"),
    signed("2026-08-06", "As it should be", DANA, {"one": IDEA.format(id="signed")}, "own"),
)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SSH key for each person, named by the list of signers, and one of a stranger."""
    people = {key_of(who): who[1] for who in (DANA, TIMUR, MADINA)}
    return make_keys(tmp_path_factory.mktemp("signed") / "keys", people)


def key_of(who: tuple[str, str]) -> str:
    return who[1].partition("@")[0]


def begun(root: Path, keys: Path) -> Chronicle:
    chronicle = Chronicle.begun(root)
    chronicle.git("config", "gpg.format", "ssh")
    chronicle.git("config", "gpg.ssh.allowedSignersFile", str(keys / "allowed"))
    return chronicle


def write_hostile(chronicle: Chronicle, keys: Path) -> None:
    for one in (*BEGINNINGS, *CLOCK, *QUIETLY, *CLOSING, *SIGNING):
        name = one.key if one.key in {"stranger", "dana"} else key_of(one.by)
        chronicle.git("config", "user.signingkey", str(keys / name))
        chronicle.commit(
            one.dated or one.day,
            one.hostile,
            by=one.by,
            committer=one.committer,
            sign=bool(one.key),
            subject=f"Draft: {one.subject}" if one.key == "forged" else one.subject,
        )
        if one.key == "forged":
            # The signature of one commit, put under another one.
            other = chronicle.git("cat-file", "commit", "HEAD").replace("Draft: ", "") + "\n"
            id_ = chronicle.git("hash-object", "-t", "commit", "-w", "--stdin", content=other.encode())
            chronicle.git("reset", "--quiet", "--soft", id_)


def write_honest(chronicle: Chronicle, keys: Path) -> None:
    for one in (*BEGINNINGS, *CLOCK, *QUIETLY, *CLOSING, *SIGNING):
        if one.honest is not None:
            chronicle.git("config", "user.signingkey", str(keys / key_of(one.by)))
            sign = one in SIGNING
            chronicle.commit(one.day, one.honest, by=one.by, sign=sign, subject=one.subject)


def test_a_history_that_hides_every_offence_once_shows_exactly_these(tmp_path: Path, keys: Path) -> None:
    chronicle = begun(tmp_path / "hostile", keys)
    write_hostile(chronicle, keys)
    subjects = dict(line.split(" ", 1) for line in chronicle.git("log", "--format=%H %s").splitlines())

    found = Office(chronicle.root, "2026-11-20").run("audit", "--json", code=1).json["findings"]

    rows = [(f["rule"], f["challenge"], subjects[f["commit"]], f["who"], f["when"][:10]) for f in found]
    assert rows == [
        ("phase-jumped-or-went-back", "excel", "Take over from Excel", "Timur Ospanov", "2026-02-03"),
        ("phase-jumped-or-went-back", "jumped", "Good progress", "Timur Ospanov", "2026-02-05"),
        ("phase-jumped-or-went-back", "quit", "Tidy the list", "Madina Akhmetova", "2026-02-06"),
        ("invalid-version", "broken", "Merge by hand", "Dana Omarova", "2026-02-07"),
        ("challenge-deleted", "deleted", "Remove an old file", "Timur Ospanov", "2026-02-09"),
        ("several-challenges-in-one-commit", None, "Weekly numbers", "Madina Akhmetova", "2026-02-10"),
        ("author-differs-from-committer", None, "For a colleague", "Timur Ospanov", "2026-02-11"),
        ("dates-run-backwards", None, "As agreed last month", "Madina Akhmetova", "2026-01-12"),
        ("phase-jumped-or-went-back", "back", "Think again", "Timur Ospanov", "2026-03-10"),
        ("frozen-field-changed", "target", "Correct a slip", "Timur Ospanov", "2026-05-12"),
        ("amendment-misdated", "ahead", "What we shall agree", "Madina Akhmetova", "2026-05-13"),
        ("amendment-misdated", "backdated", "What we agreed", "Timur Ospanov", "2026-05-15"),
        ("amendment-removed-or-rewritten", "unmade", "Clean up", "Madina Akhmetova", "2026-05-18"),
        ("reading-removed-or-rewritten", "removed", "Shorter", "Timur Ospanov", "2026-05-19"),
        ("reading-removed-or-rewritten", "rewritten", "Typing error", "Madina Akhmetova", "2026-05-20"),
        ("reading-in-the-future", "future", "This week", "Timur Ospanov", "2026-05-21"),
        ("threshold-eased", None, "Less work for all", "Madina Akhmetova", "2026-05-22"),
        ("amendment-untrue", "untrue", "As we had agreed", "Timur Ospanov", "2026-05-22"),
        ("record-rewritten", "record", "Reword", "Madina Akhmetova", "2026-05-25"),
        ("entry-misdated", "afterwards", "For the minutes", "Timur Ospanov", "2026-05-26"),
        ("reading-entered-late", "late", "Found in a drawer", "Madina Akhmetova", "2026-06-16"),
        ("last-minute-jump", "leap", "Last week went well", "Timur Ospanov", "2026-07-14"),
        ("last-minute-jump", "after", "Numbers of the registry", "Madina Akhmetova", "2026-07-16"),
        ("gate-passed-unmet", "gate", "Hand over", "Timur Ospanov", "2026-07-17"),
        ("waiver-removed", "waived", "Shorter still", "Madina Akhmetova", "2026-07-20"),
        ("reopening-removed", "stopped", "Old story", "Timur Ospanov", "2026-07-23"),
        ("result-changed-afterwards", "results", "Nobody can tell", "Timur Ospanov", "2026-07-25"),
        ("unsigned-commit", None, "From the web", "Timur Ospanov", "2026-08-02"),
        ("unsigned-commit", None, "Signed over", "Dana Omarova", "2026-08-03"),
        ("unsigned-commit", None, "New laptop", "Madina Akhmetova", "2026-08-04"),
        ("unsigned-commit", None, "While I was away", "Timur Ospanov", "2026-08-05"),
    ]
    # A history that begins elsewhere needs another folder: see test_audit_moved.py.
    assert {*OF_VERSIONS, *OF_COMMITS} - {"history-elsewhere"} == {row[0] for row in rows}


def test_the_same_history_without_the_offences_is_clean(tmp_path: Path, keys: Path) -> None:
    chronicle = begun(tmp_path / "honest", keys)
    write_honest(chronicle, keys)

    audit = Office(chronicle.root, "2026-11-20").run("audit", "--json").json

    assert audit["ok"] is True
    assert audit["findings"] == []
    assert audit["commits"] == int(chronicle.git("rev-list", "--count", "HEAD")) > 90
