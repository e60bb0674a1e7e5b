from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hundredday.errors import Refused
from hundredday.imports.values import LONGEST_TEXT, cell_text, cell_value, is_empty

if TYPE_CHECKING:
    from hundredday.imports.sheets import Raw


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  Small claims \r\n in a day\t", "Small claims\n in a day"),
        ("\ufeffTitle", "Title"),
        ("'=1+1", "=1+1"),
        ("'quoted'", "'quoted'"),
        (2026, "2026"),
        (2026.0, "2026"),
        (0.1 + 0.2, "0.3"),
        (date(2026, 4, 6), "2026-04-06"),
        (True, "true"),
    ],
)
def test_a_cell_is_the_text_that_a_person_sees_in_it(raw: Raw, text: str) -> None:
    assert cell_text(raw) == text


@pytest.mark.parametrize(
    "text", ["red \x1b[31m", "\u202egnp.exe", "a\x00b", "a\x85b", "x" * (LONGEST_TEXT + 1)]
)
def test_text_that_a_terminal_would_obey_or_that_never_ends_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        cell_text(text)


@pytest.mark.parametrize(
    ("raw", "decimal", "value"),
    [
        (42, None, "42"),
        (43.5, None, "43.5"),
        (1e-7, None, "0.0000001"),
        ("43,5", None, "43,5"),
        ("1 234,5", None, "1234,5"),
        ("1\u00a0234", None, "1234"),
        ("3,750", "comma", "3.750"),
        ("3.750,5", "comma", "3750.5"),
        ("3,750", "point", "3750"),
        ("4 260 чел.", None, "4 260 чел."),
        ("١ ٢٣٤٫٥", None, "١٢٣٤٫٥"),
        ("done", "comma", "done"),
        ("not done", None, "not done"),
    ],
)
def test_a_value_is_what_would_be_typed_for_it(raw: Raw, decimal: str | None, value: str) -> None:
    assert cell_value(raw, decimal=decimal) == value


def test_a_number_that_excel_has_made_a_date_of_is_refused_with_the_reason() -> None:
    with pytest.raises(Refused, match="A date stands here") as refused:
        cell_value(date(2026, 5, 4), decimal=None)

    assert "4.5" in refused.value.mend


@pytest.mark.parametrize("raw", [None, "", "  ", "-", "–", "—", "\u00a0", "'"])
def test_an_empty_cell_and_a_dash_say_nothing(raw: Raw) -> None:
    assert is_empty(raw)
    assert not is_empty(0)
    assert not is_empty(False)


def test_a_number_with_two_readings_is_refused_with_both() -> None:
    with pytest.raises(Refused, match=r"3750 or 3\.750") as refused:
        cell_value("3,750", decimal=None)

    assert "--decimal comma" in refused.value.mend
