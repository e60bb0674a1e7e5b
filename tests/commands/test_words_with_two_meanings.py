"""What a person may mean in two ways is asked about, and what can be no key is given one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_snapshot import snapshot

from incoming import records
from transcript import typed

if TYPE_CHECKING:
    from office import Office


def test_a_plus_before_a_running_total_is_asked_about(candidate: Office) -> None:
    file = candidate.root / "challenges" / "housed.yaml"
    file.write_text(
        "format: 1\ntitle: Families housed\nphase: acceleration\nacceleration:\n"
        "  clock: {start: 2026-04-06, days: 100}\n  goals:\n    housed:\n      primary: true\n"
        "      measurable: {metric: Families, kind: cumulative, unit: families, baseline: 0, target: 50}\n"
        "      readings: [{date: 2026-04-13, value: 12}]\n"
    )
    candidate.run("save", "housed")
    candidate.today = "2026-04-20"

    assert typed(candidate, "record housed +7") == snapshot("""\
$ hundredday record housed +7
! error: “+7” can be read two ways: 7 more, or 7 in all.
!   Write --add 7 for what came on top, 7 for the total.
[1]
""")
    candidate.run("record", "housed", "--add", "+7")

    readings = records(candidate)["housed"]["acceleration"]["goals"]["housed"]["readings"]
    assert [reading["value"] for reading in readings] == [12, 19]


def test_a_topic_in_words_is_given_the_key_that_it_can_have(office: Office) -> None:
    said = [
        office.run("new", "Clean water", "--topic", topic, code=2).err
        for topic in ("Public Services", "Цифровизация", "مياه")
    ]

    assert ["--topic public-services" in said[0], "--topic tsifrovizatsiia" in said[1]] == [True, True]
    assert "--topic takes a key, and “مياه” is none." in said[2].replace("\u200e", "")
    office.run("new", "Clean water", "--topic", "public-services")
