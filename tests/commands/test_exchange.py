"""The exchange as a person sees it: partners, visits, practices, and what they come to."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from inline_snapshot import snapshot

from documents import faults
from transcript import typed

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

SAMPLES = Path(__file__).parents[2]


def test_visits_and_practices_are_noted_and_summed(candidate: Office, git: RunGit) -> None:
    seen = typed(
        candidate,
        "exchange",
        "exchange new 'UAE Government Accelerators' --id uae --country ae",
        "exchange visit uae --from 2026-01-12 --to 2026-01-14 --where Dubai --participants 12 --hours 18"
        " --about 'strategic planning'",
        "exchange visit uae --from 2026-01-26 --where Astana --hours 7.5",
        "exchange visit uae --from 2026-01-26 --participants 5",
        "exchange practice uae 'Minor claims settled in one day' --from 'Ministry of Justice, UAE'",
        "exchange practice uae 'Minor claims settled in one day' --used-in small",
        "exchange practice uae 'Residence permits in half the time'",
        "exchange",
    )

    assert seen == snapshot("""\
$ hundredday exchange
National Accelerator                                     Tuesday 3 February 2026

No partner programmes yet. The first one:
hundredday exchange new "UAE Government Accelerators"
[0]
$ hundredday exchange new 'UAE Government Accelerators' --id uae --country ae
uae: exchange opened with UAE Government Accelerators
! next: hundredday exchange visit uae --from DATE --hours NUMBER
[0]
$ hundredday exchange visit uae --from 2026-01-12 --to 2026-01-14 --where Dubai --participants 12 --hours 18 --about 'strategic planning'
uae: visit: 2026-01-12 to 2026-01-14 Dubai
[0]
$ hundredday exchange visit uae --from 2026-01-26 --where Astana --hours 7.5
uae: visit: 2026-01-26 Astana
[0]
$ hundredday exchange visit uae --from 2026-01-26 --participants 5
uae: visit changed: 2026-01-26 Astana
[0]
$ hundredday exchange practice uae 'Minor claims settled in one day' --from 'Ministry of Justice, UAE'
uae: practice added: Minor claims settled in one day
[0]
$ hundredday exchange practice uae 'Minor claims settled in one day' --used-in small
uae: Minor claims settled in one day: used in small-claims-settled-in-one-day
[0]
$ hundredday exchange practice uae 'Residence permits in half the time'
uae: practice added: Residence permits in half the time
[0]
$ hundredday exchange
National Accelerator                                     Tuesday 3 February 2026
1 partner · 2 visits · 25.5 hours · 17 people · 1 of 2 practices in use
in 1 challenge

UAE Government Accelerators                                             AE · uae
  ▸ 12 Jan to 14 Jan · Dubai                                18 hours · 12 people
    strategic planning
  ▸ 26 Jan · Astana                                         7.5 hours · 5 people
  ✓ Minor claims settled in one day
    Ministry of Justice, UAE
    used in small-claims-settled-in-one-day                               Design
  ○ Residence permits in half the time                            not in use yet
[0]
""")
    assert (candidate.root / "exchange/uae.yaml").read_text() == snapshot("""\
# yaml-language-server: $schema=../.hundredday/exchange.schema.json
format: 1
partner: UAE Government Accelerators
country: AE
visits:
  - {from: 2026-01-12, to: 2026-01-14, where: Dubai, participants: 12, hours: 18, about: [strategic planning]}
  - {from: 2026-01-26, where: Astana, participants: 5, hours: 7.5}

practices:
  minor-claims-settled-in-one-day: {title: Minor claims settled in one day, from: "Ministry of Justice, UAE", used_in: [small-claims-settled-in-one-day]}
  residence-permits-in-half-the-time: {title: Residence permits in half the time}
""")
    assert git(candidate.root, "status", "--porcelain") == ""


def test_sums_keep_apart_what_a_visit_does_not_say(candidate: Office) -> None:
    candidate.run("exchange", "new", "UAE", "--id", "uae")
    candidate.run("exchange", "visit", "uae", "--from", "2026-01-12", "--hours", "18")
    candidate.run("exchange", "visit", "uae", "--from", "2026-01-19", "--participants", "12")

    totals = candidate.run("exchange", "status", "--json").json["totals"]

    assert totals == snapshot(
        {
            "partners": 1,
            "visits": 2,
            "hours": 18,
            "people": 12,
            "visits_without_hours": 1,
            "visits_without_people": 1,
            "practices": 0,
            "practices_in_use": 0,
            "challenges": 0,
        }
    )


def test_what_cannot_be_is_refused(candidate: Office) -> None:
    candidate.run("exchange", "new", "UAE", "--id", "uae")

    seen = typed(
        candidate,
        "exchange new UAE",
        "exchange new Kyrgyzstan --country Kyrgyzstan",
        "exchange visit uae --from 2026-01-14 --to 2026-01-12",
        "exchange visit uae --from 2026-01-14 --hours -3",
        "exchange practice uae 'One window' --used-in no-such",
        "exchange visit ua --from 'the day after'",
        "exchange status kz",
    )

    assert seen == snapshot("""\
$ hundredday exchange new UAE
! error: The id “uae” is taken already: exchange/uae.yaml.
!   Give another one with --id.
[2]
$ hundredday exchange new Kyrgyzstan --country Kyrgyzstan
! error: “Kyrgyzstan” is not a country code.
!   Write two capital letters, such as AE.
[1]
$ hundredday exchange visit uae --from 2026-01-14 --to 2026-01-12
! error: This change is refused; the file is as it was.
! error: This ends on 2026-01-12, before it begins on 2026-01-14.
!   [dates-out-of-order]
!   mend: Mend one of the two dates.
[1]
$ hundredday exchange visit uae --from 2026-01-14 --hours -3
! error: --hours cannot be “-3”.
!   Write a number from 0 to 10000.
[2]
$ hundredday exchange practice uae 'One window' --used-in no-such
! error: No challenge has the id “no-such”.
!   hundredday status lists them all.
[2]
$ hundredday exchange visit ua --from 'the day after'
! error: “the day after” cannot be read as a date.
!   Write 2026-04-06, today, yesterday, +3, -3, day 50, or 6 April 2026.
[2]
$ hundredday exchange status kz
! error: No partner programme has the id “kz”.
!   Choose one of: uae.
[2]
""")


def test_the_published_visit_of_may_2024_is_shown(office: Office) -> None:
    for folder in ("challenges", "exchange"):
        shutil.copytree(SAMPLES / folder, office.root / folder, dirs_exist_ok=True)
    office.today = "2026-11-23"

    seen = typed(office, "exchange")
    document = office.run("exchange", "status", "uae", "--json").json

    assert seen == snapshot("""\
$ hundredday exchange
National Accelerator                                     Monday 23 November 2026
1 partner · 1 visit · hours not stated · people not stated
2 of 2 practices in use · in 2 challenges

UAE Government Accelerators                                             AE · uae
  ▸ 15 May 2024 to 17 May 2024 · Astana
    host: Ministry of Digital Development, Innovations and Aerospace Industry
    digital transformation and programming; strategic planning; digitization of
    government activities
  ✓ Minor civil claims settled in one day
    Ministry of Justice, UAE, 2018
    used in small-claims-in-a-day                                   Acceleration
  ✓ Residence permits processed in half the time
    UAE, 2017
    used in residence-permit-halved                               Sustainability
[0]
""")
    assert faults("exchange", document) == []
    (visit,) = document["partners"][0]["visits"]
    assert (visit["from"], visit["to"], visit["hours"]) == ("2024-05-15", "2024-05-17", None)


def test_a_file_written_after_the_format_is_sound(office: Office) -> None:
    office.run("new", "Small claims in a day")
    (office.root / "exchange").mkdir(exist_ok=True)
    (office.root / "exchange" / "uae.yaml").write_text("""\
format: 1
partner: UAE Government Accelerators
country: AE
visits:
  - {from: 2024-05-15, to: 2024-05-17, where: Astana, host: …, participants: 12, hours: 18, about: [digital transformation, strategic planning]}
practices:
  one-day-court: {title: Minor claims court in one day, from: "Ministry of Justice, UAE, 2018", source: "https://…", used_in: [small-claims-in-a-day]}
""")

    assert office.run("check").out == "3 files checked: all is well.\n"
    assert "Minor claims court in one day" in office.run("exchange").out
