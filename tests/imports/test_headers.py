from __future__ import annotations

import pytest

from hundredday.errors import WrongUsage
from hundredday.exports.tables import TABLES
from hundredday.imports.fields import KINDS
from hundredday.imports.headers import Heading, find_heading
from hundredday.imports.sheets import Sheet

KIND_NAMES = tuple(KINDS)


def heading_of(*rows: tuple[object, ...], said: tuple[tuple[str, str], ...] = ()) -> Heading | None:
    return find_heading(Sheet("", rows, is_typed=False), KIND_NAMES, said)  # type: ignore[arg-type]


def fields_of(*rows: tuple[object, ...], said: tuple[tuple[str, str], ...] = ()) -> dict[str, object]:
    heading = heading_of(*rows, said=said)
    assert heading is not None
    return {field: column.header.value for field, column in heading.columns.items()}


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_no_word_means_two_fields(kind: str) -> None:
    words = [word for names in KINDS[kind].words.values() for word in names]

    assert sorted({word for word in words if words.count(word) > 1}) == []
    assert set(KINDS[kind].required) <= set(KINDS[kind].words)
    assert all(field == names[0].replace(" ", "_") for field, names in KINDS[kind].words.items())


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (("Challenge", "Date", "Value", "Comment"), ["challenge", "date", "value", "note"]),
        (
            ("Вызов", "Дата", "Факт", "Примечание", "Источник"),
            ["challenge", "date", "value", "note", "source"],
        ),
        (("Жоба", "Күні", "Мәні", "Ескерту"), ["challenge", "date", "value", "note"]),
        (("المشروع", "التاريخ", "القيمة", "ملاحظات"), ["challenge", "date", "value", "note"]),
        (("إسم المؤشر", "القِيمة الفعلية", "تاريخ القراءه"), ["goal", "value", "date"]),
        (("ДАТА ", " значение (дней)", "Показатель"), ["date", "value", "goal"]),
        (("Отчётная дата", "Фактическое значение"), ["date", "value"]),
    ],
)
def test_readings_are_known_by_their_headers_in_four_languages(
    header: tuple[str, ...], fields: list[str]
) -> None:
    heading = heading_of(header)

    assert heading is not None
    assert heading.kind.name == "readings"
    assert sorted(heading.columns) == sorted(fields)


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        (("Title", "Lead agency", "Sponsor", "Problem statement"), ["title", "agency", "sponsor", "problem"]),
        (("Название", "Министерство", "Куратор", "Описание"), ["title", "agency", "sponsor", "problem"]),
        (("العنوان", "الجهة", "الراعي", "المشكلة"), ["title", "agency", "sponsor", "problem"]),
        (("Атауы", "Мемлекеттік орган", "Демеуші", "Мәселе"), ["title", "agency", "sponsor", "problem"]),
    ],
)
def test_candidates_are_known_too(header: tuple[str, ...], fields: list[str]) -> None:
    heading = heading_of(header)

    assert heading is not None
    assert heading.kind.name == "candidates"
    assert sorted(heading.columns) == sorted(fields)


def test_a_slip_of_the_finger_is_understood_and_marked_as_a_guess() -> None:
    heading = heading_of(("Date", "Valeu", "Coment"))

    assert heading is not None
    assert {field: column.is_near for field, column in heading.columns.items()} == {
        "date": False,
        "value": True,
        "note": True,
    }


def test_the_header_is_found_below_titles_and_the_rest_is_left_over() -> None:
    heading = heading_of(
        ("Report for April", None), (), (None, "Date", "Value", "Colour"), (None, "2026-04-06", "1", "red")
    )

    assert heading is not None
    assert heading.row == 2
    assert [cell.name for cell in heading.unused] == ["D3"]


def test_the_more_telling_of_two_headers_is_taken() -> None:
    assert fields_of(("Title", "Challenge", "Date", "Value"))["challenge"] == "Challenge"


def test_a_column_can_be_named_by_its_header_or_its_letter_or_left_out() -> None:
    rows = (("Date", "Zahl", "Fact"), ("2026-04-06", "43", "41"))

    assert fields_of(*rows, said=(("zahl", "value"), ("C", "-")))["value"] == "Zahl"
    assert fields_of(*rows, said=(("B", "value"), ("Fact", "-")))["value"] == "Zahl"


def test_the_same_header_twice_and_a_column_that_is_not_there_are_refused() -> None:
    with pytest.raises(WrongUsage, match=r"B1 “Value” and C1 “Value”") as twice:
        heading_of(("Date", "Value", "Value"))
    with pytest.raises(WrongUsage, match="names the column “Zahl”"):
        heading_of(("Date", "Value"), said=(("Zahl", "note"),))

    assert twice.value.mend == "Leave one of them out: --map C=-"


@pytest.mark.parametrize("table", ["challenges", "readings"])
def test_our_own_exports_are_known_without_a_guess(table: str) -> None:
    from attacks import state_of

    heading = heading_of(TABLES[table](state_of()).columns)

    assert heading is not None
    assert heading.kind.name == {"challenges": "candidates"}.get(table, table)
    assert not any(column.is_near for column in heading.columns.values())


def test_a_table_of_something_else_is_none() -> None:
    assert heading_of(("Name of dish", "Price"), ("Soup", "4")) is None or fields_of(("Dish", "Price")) == {}


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("Факт на 20.11.2026", "20.11.2026"),
        ("Факт на 20.11.2026 г.", "20.11.2026"),
        ("Факт (20.11.2026)", "20.11.2026"),
        ("Actual, 20 November 2026", "20 November 2026"),
        ("Value on 2026-11-20", "2026-11-20"),
        ("нақты мәні 20.11.2026 ж.", "20.11.2026"),
        ("القيمة في 20.11.2026م", "20.11.2026"),
    ],
)
def test_a_column_of_numbers_may_name_its_day_beside_what_it_holds(header: str, day: str) -> None:
    heading = heading_of(("Проект", header))

    assert heading is not None
    assert [cell.value for cell in heading.days] == [day]


@pytest.mark.parametrize(
    "header",
    ["План на 20.11.2026", "Срок до 20.11.2026", "Факт на 20 мест", "Факт 3", "по состоянию на 20.11.2026"],
)
def test_a_plan_or_a_deadline_is_no_day_of_readings(header: str) -> None:
    heading = heading_of(("Проект", header))

    assert heading is None or heading.kind.name == "candidates"
