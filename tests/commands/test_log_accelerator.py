"""What happened to accelerator.yaml is told: in the story of all, alone, since a day, by commits and to those who sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from chronicle import ACCELERATOR, DANA, TIMUR, Chronicle
from claims import IDEA
from office import Office
from transcript import typed

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit

TOPICS = ACCELERATOR + "topics: {courts: Courts}\n"
STRICT = TOPICS + "settings: {at_risk_below: 1.0}\n"
LAX = TOPICS + "settings: {at_risk_below: 0.5, off_track_below: 0.5}  # for a while\n"


def settled(chronicle: Chronicle) -> None:
    """A history in which the thresholds are lowered by hand, between two versions of a challenge."""
    chronicle.commit("2026-02-03", {"claims": IDEA.format(id="a day")}, by=TIMUR)
    chronicle.commit("2026-02-04", {"../accelerator": TOPICS})
    chronicle.commit("2026-02-05", {"../accelerator": STRICT})
    chronicle.commit("2026-02-06", {"../accelerator": "topics: [\n"})
    chronicle.commit("2026-03-05", {"../accelerator": LAX}, by=TIMUR)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    chronicle = Chronicle.begun(tmp_path / "by-hand")
    settled(chronicle)
    return Office(chronicle.root, "2026-03-09")


def events(office: Office, *words: str) -> list[tuple[str, str]]:
    told = office.run("log", "--json", "--reverse", *words).json
    return [(one["when"][:10], one["event"]) for one in told]


OWN = [
    ("2026-02-01", "accelerator-founded"),
    ("2026-02-04", "topic-added"),
    ("2026-02-05", "tidied"),
    ("2026-02-06", "unreadable"),
    ("2026-03-05", "setting-changed"),
    ("2026-03-05", "setting-changed"),
]
"""A version that cannot be read hides nothing: the next one is compared with the last that could be."""


def test_the_story_of_all_tells_settings_among_the_challenges(office: Office) -> None:
    assert events(office) == [*OWN[:1], ("2026-02-03", "proposed"), *OWN[1:]]
    assert events(office) == events(office, "--no-cache")


@pytest.mark.parametrize("name", ["accelerator", "accelerator.yaml", "accel"])
def test_the_file_is_told_alone_by_its_name(office: Office, name: str) -> None:
    assert events(office, name) == events(office, name, "--no-cache") == OWN


def test_it_reads_like_the_story_of_a_challenge(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    assert typed(office, "log accelerator", "log --since 'monday' --event setting-changed") == snapshot("""\
$ hundredday log accelerator
accelerator.yaml
         5 Mar  Timur Ospanov  at_risk_below from 1 to 0.5
                               off_track_below from 0.85 to 0.5
         6 Feb  Dana Omarova   edited by hand into a file that cannot be read
         5 Feb  Dana Omarova   comments and layout changed, nothing else
         4 Feb  Dana Omarova   topic added: Courts
         1 Feb  Dana Omarova   founded as “National Accelerator”
[0]
$ hundredday log --since 'monday' --event setting-changed
Thursday 5 March 2026
  accelerator.yaml · Timur Ospanov
    at_risk_below from 1 to 0.5
    off_track_below from 0.85 to 0.5
[0]
""")


def test_machines_are_told_that_it_is_no_challenge(office: Office) -> None:
    told = office.run("log", "--json", "--event=setting-changed", "--reverse").json

    assert [(one["challenge"], one["on_day"], one["who"], one["detail"]) for one in told] == [
        (
            None,
            None,
            "Timur Ospanov",
            {"accelerator": "accelerator.yaml", "setting": "at_risk_below", "from": 1.0, "to": 0.5},
        ),
        (
            None,
            None,
            "Timur Ospanov",
            {"accelerator": "accelerator.yaml", "setting": "off_track_below", "from": 0.85, "to": 0.5},
        ),
    ]


def test_filters_and_looks_back_hold_for_it_too(office: Office) -> None:
    assert events(office, "accelerator", "--who=timur") == OWN[-2:]
    assert events(office, "accelerator", "--since=2026-02-06") == OWN[-3:]
    assert events(office, "accelerator", "--at=2026-02-04") == OWN[:2]
    assert events(office, "--at=2026-02-04", "--event=topic-added") == OWN[1:2]
    for option in ("--at", "--since"):
        said = office.run("log", "accelerator", option, "day 30", code=2).err
        assert "“day 30” counts from a launch, and there is none here to count from." in said


def test_a_challenge_of_that_name_keeps_it(office: Office) -> None:
    Chronicle(office.root).commit("2026-03-06", {"accelerator": IDEA.format(id="another day")})

    assert events(office, "accelerator") == [("2026-03-06", "proposed")]
    assert events(office, "accelerator.yaml") == OWN


def test_a_name_nearly_its_own_is_asked_about(office: Office) -> None:
    said = office.run("log", "acelerator", code=2).err

    assert "Did you mean accelerator" in said


def test_an_accelerator_in_a_sub_folder_has_a_story_of_its_own(tmp_path: Path) -> None:
    chronicle = Chronicle.begun(tmp_path / "all")
    inner = Chronicle(tmp_path / "all" / "city")
    (inner.root / "challenges").mkdir(parents=True)
    inner.commit("2026-02-02", {"../accelerator": "format: 1\nname: City\n", "idea": IDEA.format(id="a")})
    inner.commit("2026-02-03", {"../accelerator": STRICT}, by=TIMUR)

    assert events(Office(inner.root, "2026-03-09"), "accelerator") == [
        ("2026-02-02", "accelerator-founded"),
        ("2026-02-03", "described"),
        ("2026-02-03", "topic-added"),
    ]
    assert events(Office(chronicle.root, "2026-03-09"), "accelerator") == OWN[:1]


def test_an_accelerator_that_moved_to_another_folder_keeps_its_story(tmp_path: Path) -> None:
    chronicle = Chronicle.begun(tmp_path / "all")
    settled(chronicle)
    (chronicle.root / "city").mkdir()
    chronicle.git("mv", "challenges", "accelerator.yaml", "city")
    chronicle.commit("2026-03-06")

    assert events(Office(chronicle.root / "city", "2026-03-09"), "accelerator") == [
        *OWN,
        ("2026-03-06", "moved"),
    ]


def test_a_file_that_was_removed_and_came_back_is_told_so(office: Office) -> None:
    chronicle = Chronicle(office.root)
    chronicle.commit("2026-03-06", {"../accelerator": None})

    assert events(office, "accelerator") == [*OWN, ("2026-03-06", "removed")]

    chronicle.commit("2026-03-07", {"../accelerator": ACCELERATOR})
    assert events(office, "accelerator")[-1] == ("2026-03-07", "accelerator-founded")


def test_what_a_cherry_pick_wrote_again_is_told_once_and_a_merge_tells_nothing_twice(tmp_path: Path) -> None:
    chronicle = Chronicle.begun(tmp_path / "by-hand")
    chronicle.git("switch", "--quiet", "--create=side")
    lowered = chronicle.commit("2026-02-05", {"../accelerator": LAX}, by=TIMUR)
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-02-06", {"claims": IDEA.format(id="a day")})
    env = {"GIT_COMMITTER_DATE": "2026-02-07T09:00:00+05:00"}
    chronicle.git("cherry-pick", lowered, env=env)
    chronicle.merge("2026-02-08", "side")
    office = Office(chronicle.root, "2026-03-09")

    told = office.run("log", "accelerator", "--json", "--event=setting-changed").json

    assert [one["detail"]["setting"] for one in told] == ["at_risk_below", "off_track_below"]


def test_since_a_day_tells_settings_in_a_group_of_their_own(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    settings = office.root / "accelerator.yaml"
    settings.write_text(settings.read_text().replace("courts: Courts", "courts: Courts of law"))

    assert typed(office, "status --since 2026-03-02") == snapshot("""\
$ hundredday status --since 2026-03-02
Since Monday 2 March 2026                             7 days · commit 9cbb4ab7ca

1 challenge did not change.

National Accelerator
accelerator.yaml
  topic courts renamed from Courts to “Courts of law”
  at_risk_below from 1 to 0.5
  off_track_below from 0.85 to 0.5
! note: accelerator.yaml could not be read then; today's settings are used.
[0]
""")
    told = office.run("status", "--since=2026-02-01", "--json").json
    assert [one["event"] for one in told["accelerator"]] == [
        "accelerator-founded",
        "topic-added",
        "setting-changed",
        "setting-changed",
    ]


def test_since_a_day_between_others_and_of_one_challenge_alone(office: Office) -> None:
    between = office.run("status", "--since=2026-02-04", "--at=2026-02-06", "--json").json
    assert [one["event"] for one in between["accelerator"]] == ["unreadable"]
    for words in (("claims",), ("--phase=design",)):
        assert office.run("status", *words, "--since=2026-02-02", "--json").json["accelerator"] == []


def test_an_edit_by_hand_is_committed_with_what_it_means(office: Office, git: RunGit) -> None:
    settings = office.root / "accelerator.yaml"
    settings.write_text(settings.read_text().replace("at_risk_below: 0.5", "at_risk_below: 0.9"))

    said = typed(office, "save")

    assert said == snapshot("""\
$ hundredday save
accelerator.yaml: edits made by hand are committed: at_risk_below from 0.5 to 0.9
[0]
""")
    assert git(office.root, "log", "-1", "--format=%B") == snapshot("""\
accelerator.yaml: at_risk_below from 0.5 to 0.9

Accelerator: accelerator.yaml
Event: setting-changed
""")
    settings.write_text(settings.read_text().replace("  # for a while", ""))
    office.run("save")
    assert git(office.root, "log", "-1", "--format=%s") == (
        "accelerator.yaml: comments and layout changed, nothing else"
    )


def test_an_edit_after_a_version_that_nobody_could_read_is_told_against_the_last_readable(
    tmp_path: Path, git: RunGit
) -> None:
    chronicle = Chronicle.begun(tmp_path / "by-hand")
    chronicle.commit("2026-02-04", {"../accelerator": STRICT})
    chronicle.commit("2026-02-06", {"../accelerator": "topics: [\n"})
    (chronicle.root / "accelerator.yaml").write_text(LAX)

    Office(chronicle.root, "2026-03-09").run("save")

    assert git(chronicle.root, "log", "-1", "--format=%B") == snapshot("""\
accelerator.yaml: 2 changes of settings

- at_risk_below from 1 to 0.5
- off_track_below from 0.85 to 0.5

Accelerator: accelerator.yaml
Event: setting-changed
""")


def test_commits_speak_the_accelerators_language_and_their_trailers_english(
    office: Office, git: RunGit
) -> None:
    settings = office.root / "accelerator.yaml"
    settings.write_text(settings.read_text() + "language: ru\n")
    office.run("save")
    office.run("--lang", "en", "cohort", "open", "2026-spring", "--launch", "2026-04-06")

    assert git(office.root, "log", "-1", "--format=%B") == snapshot("""\
accelerator.yaml: открыт поток 2026-spring: запуск 2026-04-06

Accelerator: accelerator.yaml
Event: cohort-opened
""")


def test_those_who_sync_are_told_what_others_changed_in_the_settings(
    office: Office, tmp_path: Path, git: RunGit
) -> None:
    git(tmp_path, "clone", "--quiet", str(office.root), "other")
    Chronicle(office.root).commit("2026-03-06", {"../accelerator": STRICT}, by=DANA)

    said = Office(tmp_path / "other", "2026-03-09").run("sync").out

    assert "accelerator.yaml: at_risk_below from 0.5 to 1" in said
