"""Goals from the register from which candidates came: set while they are not frozen, and never guessed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from inline_snapshot import snapshot

from imports.workbooks import merged, workbook
from incoming import faults, file_of, records, shown
from life import ID

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

HEAD = ["Наименование проекта", "Показатель", None, None, None, "Срок", "Ответственный"]
UNDER = [None, "Наименование", "Ед. изм.", "База", "План", None, None]
REGISTER: list[list[Any]] = [
    HEAD,
    UNDER,
    ["Short queues", "Средний срок ожидания", "дней", "43,5 дней", 10, "14.07.2026", "Dana Omarova"],
    ["Clean water", "Доля чистых проб", None, "45%", "90%", date(2026, 7, 14), None],
    ["Dark streets", "Исправные фонари", "штук", 100, 1200, None, None],
]
MERGED = ("A1:A2", "B1:E1", "F1:F2", "G1:G2")
ACCELERATION = "format: 1\ntitle: {title}\nphase: acceleration\nacceleration: {{entered: 2026-04-01}}\n"


@pytest.fixture
def register(office: Office) -> str:
    """A register, and its challenges: two in Acceleration, one a candidate."""
    folder = office.root / "challenges"
    (folder / "short-queues.yaml").write_text(ACCELERATION.format(title="Short queues"))
    (folder / "clean-water.yaml").write_text(ACCELERATION.format(title="Clean water"))
    (folder / "dark-streets.yaml").write_text("format: 1\ntitle: Dark streets\nphase: design\n")
    office.run("save")
    return file_of(office, "register.xlsx", merged(workbook({"A": REGISTER}), *MERGED))


def test_goals_come_from_the_register_for_challenges_that_may_have_them(
    office: Office, register: str
) -> None:
    assert shown(office, f"import {register} --as goals") == snapshot("""\
$ hundredday import HERE/register.xlsx --as goals
short-queues: goal “Средний срок ожидания” set: from 43.5 to 10 дней by 2026-07-14
clean-water: goal “Доля чистых проб” set: from 45 to 90% by 2026-07-14
! register.xlsx · sheet A · goals, header in row 2
!   Наименование проекта → challenge   Наименование → metric ?   Ед. изм. → unit
!   База → baseline   План → target   Срок → due   Ответственный → owner
!
!   5 - left out     dark-streets  is in Design; goals are set in Acceleration
! 2 new rows; all is imported.
[0]
""")

    found = records(office)
    queues, water = (found[name]["acceleration"]["goals"] for name in ("short-queues", "clean-water"))
    assert [goal["primary"] for goal in (*queues.values(), *water.values())] == [True, True]
    assert next(iter(queues.values()))["measurable"] == {
        "metric": "Средний срок ожидания",
        "unit": "дней",
        "baseline": 43.5,
        "target": 10,
    }
    assert next(iter(queues.values()))["time_bound"] == {"due": date(2026, 7, 14)}
    assert next(iter(water.values()))["measurable"] == {
        "metric": "Доля чистых проб",
        "kind": "percent",
        "unit": "%",
        "baseline": 45,
        "target": 90,
    }
    assert "acceleration" not in found["dark-streets"]
    assert office.run("check").code == 0


def test_the_same_register_says_nothing_new_and_a_changed_one_changes_what_it_says(
    office: Office, register: str, git: RunGit
) -> None:
    office.run("import", register, "--as", "goals")
    head = git(office.root, "rev-parse", "HEAD")

    again = office.run("import", register, "--as", "goals")
    assert "Nothing is new" in again.err
    assert git(office.root, "rev-parse", "HEAD") == head

    kinds = "Вызов;Показатель;Вид;План\nShort queues;Средний срок ожидания;длительность;8\n"
    office.run("import", file_of(office, "kinds.csv", kinds), "--as", "goals")
    (goal,) = records(office)["short-queues"]["acceleration"]["goals"].values()
    assert (goal["measurable"]["kind"], goal["measurable"]["target"]) == ("duration", 8)


def test_without_being_asked_a_register_is_a_list_of_candidates(office: Office, register: str) -> None:
    said = office.run("import", register, "--dry-run", "--json").json

    assert said["as"] == "candidates"
    assert [row["does"] for row in said["rows"]] == ["there", "there", "there"]


def test_what_is_frozen_is_refused_with_the_amendment_that_changes_it(running: Office) -> None:
    table = "challenge,metric,target\n{id},Median days from filing to judgment,{target}\n"
    target = records(running)[ID]["acceleration"]["goals"]["days-to-judgment"]["measurable"]["target"]
    frozen = file_of(running, "frozen.csv", table.format(id=ID, target=target + 3))
    same = file_of(running, "same.csv", table.format(id=ID, target=target))
    unknown = file_of(running, "unknown.csv", table.format(id="nobody", target=1))

    refused = running.run("import", frozen, "--as", "goals", code=1)
    assert "was frozen at the launch" in " ".join(refused.out.split())
    assert f"hundredday amend {ID}" in " ".join(refused.out.split())
    assert "Nothing is new" in running.run("import", same, "--as", "goals").err
    assert "nobody" in running.run("import", unknown, "--as", "goals", code=1).out


@pytest.mark.parametrize(
    ("row", "cell", "said"),
    [
        ("Short queues,Days,ratio,43,10", "C2", "“ratio” is no kind of metric."),
        ("Short queues,,level,43,10", "B2", "A goal needs its metric."),
        ("Short queues,Days,level,many,10", "D2", "“many” is not a number."),
        ("Short queues,Days,level,10,10", "E2", "The target is the same as the baseline"),
    ],
)
def test_a_row_that_is_no_goal_is_refused_by_its_cell(
    office: Office, register: str, row: str, cell: str, said: str
) -> None:
    del register
    file = file_of(office, "one.csv", f"challenge,metric,kind,baseline,target\n{row}\n")

    told = office.run("import", file, "--as", "goals", "--json", code=1).json

    assert faults("import", told) == []
    assert [one["cell"] for one in told["refused"]] == [cell]
    assert said in told["refused"][0]["text"]


def test_a_percent_that_excel_keeps_as_a_fraction_is_asked_about_in_goals_too(
    office: Office, register: str
) -> None:
    del register
    rows: list[list[Any]] = [
        ["challenge", "metric", "unit", "baseline", "target"],
        ["Clean water", "Clean samples", "%", 0.45, 0.9],
    ]
    file = file_of(office, "share.xlsx", workbook({"A": rows}))

    assert "0.45 can be read two ways" in office.run("import", file, "--as", "goals", code=1).out
    office.run("import", file, "--as", "goals", "--percents", "fractions")

    (goal,) = records(office)["clean-water"]["acceleration"]["goals"].values()
    assert (goal["measurable"]["baseline"], goal["measurable"]["target"]) == (45, 90)


def test_the_goals_of_our_own_export_come_back(running: Office) -> None:
    folder = running.root.parent / "tables"
    running.run("export", "csv", "--output", str(folder))

    plain = running.run("import", str(folder / "goals.csv"), code=1)
    again = running.run("import", str(folder / "goals.csv"), "--as", "goals")

    assert "--as goals" in plain.err
    assert "Nothing is new" in again.err
