"""Registers as offices keep them in Excel: merged cells, sums, signatures, the same title twice, topics in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inline_snapshot import snapshot

from imports.workbooks import merged, workbook
from incoming import file_of, records, shown
from life import ID

if TYPE_CHECKING:
    from office import Office

REGISTER: list[list[Any]] = [
    ["Реестр 100-дневных проектов", None, None, None, None],
    ["№ п/п", "Наименование проекта", "Ответственный государственный орган", "Куратор", None],
    [None, None, None, "ФИО", "Должность"],
    [1, "Очередь в детский сад", "Министерство просвещения", "Бекова А.", "Вице-министр"],
    [2, "Горячее питание в школах", None, "Оспанов Б.", "Вице-министр"],
    ["Итого по министерству", 2, None, None, None],
    [3, "Скорая за 15 минут", "Министерство здравоохранения", "Сапаров Е.", "Вице-министр"],
    [None, None, None, None, None],
    [None, "Исп.: Ахметова М., тел. 74-00-00", None, None, None],
]
MERGED = ("A1:E1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "C4:C5")


def test_a_register_with_merged_cells_comes_in_as_a_person_reads_it(office: Office) -> None:
    file = file_of(office, "register.xlsx", merged(workbook({"Реестр": REGISTER}), *MERGED))

    assert shown(office, f"import {file} --dry-run") == snapshot("""\
$ hundredday import HERE/register.xlsx --dry-run
register.xlsx · sheet Реестр · candidates, header in row 3
  Наименование проекта → title   Ответственный государственный орган → agency
  ФИО → sponsor   Должность → sponsor_post
  not used: № п/п

  4 + new          ochered-v-detskii-sad  Очередь в детский сад
  5 + new          goriachee-pitanie-v-shkolakh  Горячее питание в школах
  7 + new          skoraia-za-15-minut  Скорая за 15 минут
! 3 new rows; nothing is written yet: leave --dry-run out to import.
[0]
""")
    assert "кандидаты, заголовок в строке 3" in office.run("--lang", "ru", "import", file, "--dry-run").out
    office.run("import", file)

    found = {one["title"]: (one["agency"], one["sponsor"]["name"]) for one in records(office).values()}
    assert found == {
        "Очередь в детский сад": ("Министерство просвещения", "Бекова А."),
        "Горячее питание в школах": ("Министерство просвещения", "Оспанов Б."),
        "Скорая за 15 минут": ("Министерство здравоохранения", "Сапаров Е."),
    }


def test_the_same_title_twice_is_passed_over_where_all_is_the_same_and_asked_about_where_not(
    office: Office,
) -> None:
    same = file_of(office, "same.csv", "Title,Agency\nClean water,City\nClean water,City\n")
    other = file_of(office, "other.csv", "Title,Agency\nShort queues,City\nShort queues,Region\n")
    named = file_of(office, "named.csv", "id,Title,Agency\none,Short queues,City\ntwo,Short queues,Region\n")

    assert shown(office, f"import {same} --dry-run", f"import {other}") == snapshot("""\
$ hundredday import HERE/same.csv --dry-run
same.csv · candidates, header in row 1 · UTF-8, commas
  Title → title   Agency → agency

  2 + new          clean-water  Clean water
  3 = here already clean-water  Clean water, as in row 2
! 1 new row, 1 was here already; nothing is written yet: leave --dry-run out to import.
[0]
$ hundredday import HERE/other.csv
other.csv · candidates, header in row 1 · UTF-8, commas
  Title → title   Agency → agency

  2 + new          short-queues  Short queues

A3     “Short queues” stands in row 2 too, and the two rows do not say the same.
       Give one of the two another title, or each of them an id in a column id.
! 1 cell is refused, so nothing is imported.
[1]
""")
    office.run("import", other, code=1)
    assert records(office) == {}
    office.run("import", named)
    assert set(records(office)) == {"one", "two"}


def test_topics_in_words_are_taken_over_by_an_accelerator_that_has_none(office: Office) -> None:
    table = "Название;Тема;Когорта\nОчередь в сад;Цифровизация;Весна 2027\nСкорая;Цифровизация;Весна 2027\n"
    file = file_of(office, "topics.csv", table)

    assert shown(office, f"import {file}") == snapshot("""\
$ hundredday import HERE/topics.csv
accelerator.yaml: topic added: Цифровизация; cohort vesna-2027 opened: “Весна 2027”
ochered-v-sad: proposed: “Очередь в сад”
skoraia: proposed: “Скорая”
! topics.csv · candidates, header in row 1 · UTF-8, semicolons
!   Название → title   Тема → topic   Когорта → cohort
! New in accelerator.yaml: tsifrovizatsiia, “Цифровизация”.
! New in accelerator.yaml: vesna-2027, “Весна 2027”.
! 2 new rows, and settings; all is imported.
[0]
""")

    assert {(one["topic"], one["cohort"]) for one in records(office).values()} == {
        ("tsifrovizatsiia", "vesna-2027")
    }
    said = (office.root / "accelerator.yaml").read_text()
    assert "tsifrovizatsiia: Цифровизация" in said
    assert "title: Весна 2027" in said
    assert office.run("check").code == 0


def test_a_topic_that_is_not_among_those_that_there_are_is_said_once_for_all_its_cells(
    office: Office,
) -> None:
    settings = office.root / "accelerator.yaml"
    settings.write_text(settings.read_text() + "\ntopics: {health: Health}\n")
    office.run("save")
    rows = "".join(f"Challenge {number},Roads\n" for number in range(12))
    near = file_of(office, "near.csv", "Title,Topic\nClean water,Heath\n")
    far = file_of(office, "far.csv", f"Title,Topic\n{rows}")

    assert shown(office, f"import {near}", f"import {far} --dry-run") == snapshot("""\
$ hundredday import HERE/near.csv
near.csv · candidates, header in row 1 · UTF-8, commas
  Title → title   Topic → topic

B2     accelerator.yaml has no topic “Heath”.
       Did you mean Health?
! 1 cell is refused, so nothing is imported.
[1]
$ hundredday import HERE/far.csv --dry-run
far.csv · candidates, header in row 1 · UTF-8, commas
  Title → title   Topic → topic

B2     accelerator.yaml has no topic “Roads”.
       Write it into accelerator.yaml, or leave the column out: --map B=-
       The same in B3, B4, B5, B6, B7, B8, B9, B10 and 3 more cells.
! 12 cells are refused, so nothing is imported.
[1]
""")
    assert records(office) == {}


def test_a_column_that_is_only_guessed_to_be_the_title_is_asked_about_with_the_row_it_stands_in(
    office: Office,
) -> None:
    file = file_of(office, "guess.csv", "Список\n\nНомер;Наименованье прoекта;Год\n1;Очередь;2026\n")

    refused = office.run("import", file, code=1)

    assert "title (candidates)" in refused.err
    assert "Row 3 says" in refused.err


def test_an_office_that_works_in_arabic_brings_in_its_candidates_and_numbers(running: Office) -> None:
    candidates = "العنوان,الجهة,المشكلة\nمستشفى بلا انتظار,وزارة الصحة,ينتظر المرضى ساعتين\nالمجموع,1,\n"
    readings = f"التحدي,التاريخ,القيمة الفعلية,الحالة\n{ID},28.04.2026,٣١٫٥,مبدئي\n"

    running.run("import", file_of(running, "list.csv", candidates))
    running.run("import", file_of(running, "week.csv", readings))

    found = records(running)
    assert [one["agency"] for one in found.values() if one["title"] == "مستشفى بلا انتظار"] == ["وزارة الصحة"]
    assert found[ID]["acceleration"]["goals"]["days-to-judgment"]["readings"][-1] == {
        "date": date(2026, 4, 28),
        "value": 31.5,
        "status": "provisional",
        "entered": date(2026, 4, 29),
    }
