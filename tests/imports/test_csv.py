from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hundredday.errors import Refused, WrongUsage
from hundredday.imports.csv import csv
from hundredday.imports.sheets import MOST_ROWS
from hundredday.imports.terms import Terms

ROWS = (("Дата", "Значение", "Примечание"), ("06.04.2026", "43,5", "первый суд"), ("13.04.2026", "41", None))
KAZAKH = (("Күні", "Мәні"), ("06.04.2026", "Ғ Қ Ң Ө Ұ Ү Һ Ә І ғ қ ң ө ұ ү һ ә і"))


def table(rows: tuple[tuple[str | None, ...], ...], mark: str = ";") -> str:
    return "\r\n".join(mark.join(cell or "" for cell in row) for row in rows) + "\r\n"


def rows_of(source: bytes, encoding: str | None = None) -> tuple[tuple[object, ...], ...]:
    (sheet,) = csv(source, Terms(encoding=encoding))
    return sheet.rows


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_russian_is_read_in_every_encoding_that_excel_saves(codec: str) -> None:
    assert rows_of(table(ROWS).encode(codec)) == ROWS


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "kz1048"])
def test_kazakh_is_read_too(codec: str) -> None:
    assert rows_of(table(KAZAKH).encode(codec)) == KAZAKH


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_the_sign_between_cells_is_found_though_commas_stand_in_the_numbers(mark: str) -> None:
    assert rows_of(table(ROWS, mark).encode()) == ROWS


def test_commas_separate_where_nothing_else_does() -> None:
    assert rows_of(b'date,value,note\n2026-04-06,43.5,"one, two"\n') == (
        ("date", "value", "note"),
        ("2026-04-06", "43.5", "one, two"),
    )


def test_titles_above_the_header_do_not_hide_the_sign_between_cells() -> None:
    source = "Отчёт, за апрель, 2026\n\nДата;Значение\n06.04.2026;43,5\n13.04.2026;41\n"

    assert rows_of(source.encode())[2:] == (
        ("Дата", "Значение"),
        ("06.04.2026", "43,5"),
        ("13.04.2026", "41"),
    )


def test_a_line_that_names_the_sign_is_obeyed_and_counted() -> None:
    assert rows_of(b"sep=|\na|b\n1|2;3\n") == ((), ("a", "b"), ("1", "2;3"))


def test_lines_inside_quotes_belong_to_the_cell() -> None:
    assert rows_of(b'a;b\n"one\ntwo";"say ""so"""\n')[1] == ("one\ntwo", 'say "so"')


def test_a_quote_that_does_not_close_is_refused_with_its_line() -> None:
    with pytest.raises(Refused, match="cannot be read from line"):
        rows_of(b'a;b\n1;2\n"3;4\n')


def test_an_encoding_can_be_said_and_an_unknown_one_is_refused() -> None:
    assert rows_of("Ёж;2\n".encode("koi8-r"), encoding="koi8-r") == (("Ёж", "2"),)
    with pytest.raises(WrongUsage, match="no encoding"):
        rows_of(b"a;b\n", encoding="klingon")
    with pytest.raises(Refused, match="no text in"):
        rows_of(b"\xff\xfe\x00", encoding="utf-8")
    with pytest.raises((Refused, WrongUsage)):
        rows_of(b"a;b\n", encoding="base64")


def test_a_table_without_end_is_refused() -> None:
    with pytest.raises(Refused, match="more than"):
        rows_of(b"1;2\n" * (MOST_ROWS + 1))
    with pytest.raises(Refused, match="more than"):
        rows_of(b";" * 1000)
    with pytest.raises(Refused):
        rows_of(b"a;" + b"x" * 200_000)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_refused(source: bytes) -> None:
    with suppress(Refused):
        (sheet,) = csv(source, Terms())
        assert all(cell is None or isinstance(cell, str) for row in sheet.rows for cell in row)
