"""Long lists of candidates: previewed, then written as `new` would write them."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

from inline_snapshot import snapshot

from attacks import ATTACKS
from hundredday.harmless import harmless
from imports.workbooks import workbook
from incoming import LONG_LIST, commits, file_of, records, shown
from office import Office

if TYPE_CHECKING:
    from conftest import RunGit


def test_a_long_list_from_excel_is_previewed_and_then_imported(office: Office, git: RunGit) -> None:
    file = file_of(office, "list.csv", LONG_LIST.encode("cp1251"))
    before = commits(office, git)

    assert shown(office, f"import {file} --dry-run") == snapshot("""\
$ hundredday import HERE/list.csv --dry-run
list.csv · candidates, header in row 3 · Windows-1251, semicolons
  Название → title   Министерство → agency   Описание проблемы → problem
  Дата подачи → proposed
  not used: №

  4 + new          ochered-v-detskii-sad  Очередь в детский сад
  5 + new          skoraia-za-15-minut  Скорая за 15 минут
! 2 new rows; nothing is written yet: leave --dry-run out to import.
[0]
""")
    assert commits(office, git) == before
    assert shown(office, f"import {file}") == snapshot("""\
$ hundredday import HERE/list.csv
ochered-v-detskii-sad: proposed: “Очередь в детский сад”
skoraia-za-15-minut: proposed: “Скорая за 15 минут”
! list.csv · candidates, header in row 3 · Windows-1251, semicolons
!   Название → title   Министерство → agency   Описание проблемы → problem
!   Дата подачи → proposed
!   not used: №
! 2 new rows; all is imported.
[0]
""")
    assert commits(office, git)[:-1] == snapshot(
        [
            "skoraia-za-15-minut: proposed: “Скорая за 15 минут”",
            "ochered-v-detskii-sad: proposed: “Очередь в детский сад”",
        ]
    )


def test_candidates_stand_in_their_files_as_new_would_write_them(office: Office) -> None:
    by_hand = Office(shutil.copytree(office.root, office.root.parent / "hand"), office.today)
    office.run("import", file_of(office, "list.csv", LONG_LIST))

    for title, agency, problem, day in (
        ("Очередь в детский сад", "Министерство просвещения", "4260 детей ждут места", "2026-01-12"),
        ("Скорая за 15 минут", "Министерство здравоохранения", None, "2026-01-14"),
    ):
        told = ("--problem", problem) if problem else ()
        by_hand.run("new", title, "--agency", agency, *told, "--on", day)

    for path in (office.root / "challenges").iterdir():
        assert path.read_bytes() == (by_hand.root / "challenges" / path.name).read_bytes()


def test_attacks_in_a_table_stay_text_or_are_refused(office: Office) -> None:
    rows = [[f"attack-{number}", attack, attack] for number, attack in enumerate(ATTACKS)]
    header = ["id", "title", "agency"]
    plain_text = {"strings_to_formulas": False, "strings_to_urls": False}
    clean = [row for row in rows if _is_clean(row[1])]
    dirty = [row for row in rows if not _is_clean(row[1])]

    taken = office.run(
        "import", file_of(office, "clean.xlsx", workbook({"A": [header, *clean]}, **plain_text))
    )
    refused = office.run(
        "import", file_of(office, "dirty.xlsx", workbook({"A": [header, *dirty]}, **plain_text)), code=1
    )

    said = taken.out + taken.err + refused.out + refused.err
    assert not [sign for sign in said if sign != "\n" and (sign < " " or "\x7f" <= sign <= "\x9f")]
    assert [f"B{number}" for number in range(2, len(dirty) + 2) if f"B{number} " not in refused.out] == []
    found = records(office)
    assert len(clean) > 15
    assert [found[name]["agency"] for name, *_ in clean] == [clean_text(attack) for _, attack, _ in clean]
    assert office.run("check").code == 0


def test_attacks_in_headers_and_cells_do_not_reach_the_screen(running: Office) -> None:
    attack = "\x9b31m \x7f \u202egnp.exe \x1b[31m"
    rows: list[list[Any]] = [["date", "value", f"Colour {attack}"], [f"2026 {attack}", f"42 {attack}", "red"]]
    file = file_of(running, "attack.xlsx", workbook({"A \x9b31m": rows}))

    for words in ((), ("--json",), ("--as", "candidates"), ("--map", f"{attack}=date"), ("--sheet", attack)):
        result = running.run(
            "import", file, *words, code=2 if words and words[0] in {"--map", "--sheet"} else 1
        )

        said = result.out + result.err
        assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said) == []


def clean_text(text: str) -> str:
    """The text as a cell shows it, the apostrophe of a spreadsheet taken away."""
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("'").replace("\t", " "))
    return "\n".join(line.rstrip() for line in lines).strip()


def _is_clean(attack: str) -> bool:
    text = attack.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").removeprefix("\ufeff")
    return harmless(text) == text and len(text) < 20_000
