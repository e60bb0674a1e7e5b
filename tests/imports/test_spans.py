from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hundredday.imports.fields import KINDS
from hundredday.imports.headers import find_heading
from hundredday.imports.spans import Span, filled_down, spans_of
from hundredday.imports.terms import Terms
from hundredday.imports.xlsx import xlsx
from imports.workbooks import merged, workbook

if TYPE_CHECKING:
    from hundredday.imports.sheets import Raw, Sheet

TWO_ROWS: tuple[tuple[Raw, ...], ...] = (
    ("Реестр проектов", None, None, None, None, None),
    ("№", "Наименование проекта", "Куратор", None, "Показатель", None),
    (None, None, "ФИО", "Должность", "Наименование", "База"),
    (1, "Очередь в детский сад", "Бекова А.", "Вице-министр", "Дети в очереди", 4260),
)
MERGED = ("A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2")


def read(rows: tuple[tuple[Raw, ...], ...], *ranges: str) -> Sheet:
    (sheet,) = xlsx(merged(workbook({"A": rows}), *ranges), Terms())
    return sheet


def test_a_header_of_two_rows_with_merged_cells_is_read_as_one() -> None:
    heading = find_heading(read(TWO_ROWS, *MERGED), tuple(KINDS))

    assert heading is not None
    assert (heading.kind.name, heading.row) == ("candidates", 2)
    assert {field: column.header.name for field, column in heading.columns.items()} == {
        "title": "B3",
        "sponsor": "C3",
        "sponsor_post": "D3",
    }
    assert not any(column.is_near for column in heading.columns.values())


def test_the_name_of_an_indicator_is_no_title_though_no_other_column_is() -> None:
    rows = (("Куратор", "Показатель", None), (None, "Наименование", "База"), ("Бекова", "Дети", 1))

    assert find_heading(read(rows, "A1:A2", "B1:C1"), ("candidates",)) is None


def test_a_title_across_the_whole_table_heads_no_column() -> None:
    rows = (("Показатель", None), ("Название", "Министерство"), ("Суды", "Юстиция"))

    heading = find_heading(read(rows, "A1:B1"), ("candidates",))

    assert heading is not None
    assert set(heading.columns) == {"title", "agency"}


def test_merged_cells_speak_for_all_their_rows_and_not_for_the_columns_beside() -> None:
    rows = (("a", "b"), ("Юстиция", "x"), (None, "y"), ("Раздел", None))

    sheet = read(rows, "A2:A3", "A4:B4")

    assert sheet.rows == (("a", "b"), ("Юстиция", "x"), ("Юстиция", "y"), ("Раздел", None))


@pytest.mark.parametrize(
    "span", [Span(0, 9, 0, 0), Span(5, 9, 0, 0), Span(0, 1, 7, 9), Span(0, 10**9, 0, 10**9)]
)
def test_merged_cells_beyond_the_sheet_change_nothing_outside_of_it(span: Span) -> None:
    rows: tuple[tuple[Raw, ...], ...] = (("a", 1), (None, 2))

    filled = filled_down(rows, [span])

    assert [len(row) for row in filled] == [2, 2]
    assert filled[0] == rows[0]


def test_merged_cells_without_end_cost_no_time() -> None:
    everything = ((0, 0), (99_999, 499))

    spans = spans_of([everything] * 100_000)

    assert len(spans) == 20_000
    assert filled_down((("a",), (None,)), spans) == (("a",), (None,))
