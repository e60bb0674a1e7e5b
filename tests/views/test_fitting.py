from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from hundredday.harmless import one_line
from hundredday.views.fitting import Lines, clip, flow, packed, piece, row, shorten, spread

if TYPE_CHECKING:
    from collections.abc import Callable

anything = st.text(max_size=120)


def test_a_text_is_cut_after_a_whole_word() -> None:
    assert shorten("Small claims settled in one day", 22) == "Small claims settled…"


def test_a_word_longer_than_the_room_is_cut_inside() -> None:
    assert shorten("Rindfleischetikettierung neu", 12) == "Rindfleisch…"


def test_a_text_that_fits_is_left_alone() -> None:
    assert shorten("Small claims", 12) == "Small claims"


def test_double_width_signs_never_stand_half_in_the_room() -> None:
    assert shorten("小額訴訟を一日で解決する", 10) == "小額訴訟…"


@given(anything, st.integers(0, 60))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    assert cell_len(shorten(one_line(text), width)) <= width


@given(anything, st.integers(4, 60), st.booleans())
def test_a_piece_with_a_width_fills_exactly_that_many_cells(text: str, width: int, right: bool) -> None:
    assert piece(text, width=width, right=right).cell_len == width


@given(anything, st.integers(20, 80), st.integers(0, 10))
def test_a_flowing_text_stays_in_its_width_and_loses_nothing(text: str, width: int, indent: int) -> None:
    lines = flow(piece(text), width, indent=indent)

    said = "".join(line.plain for line in lines)
    assert max(line.cell_len for line in lines) <= width
    assert re.sub(r"[ \u200e]", "", said) == re.sub(r"[ \u200e]", "", one_line(text))


def test_lines_beyond_the_most_are_cut_with_a_sign() -> None:
    lines = flow(piece("one two three four five six seven eight nine ten"), 12, most=2)

    assert [line.plain for line in lines] == ["one two", "three four…"]


def test_what_a_person_wrote_is_never_read_as_markup() -> None:
    assert piece("[red]danger[/red] [/]").plain == "[red]danger[/red] [/]"
    assert piece("[red]danger[/red]").spans == []


def test_right_to_left_words_stand_between_marks_that_hold_the_line() -> None:
    assert piece("تقليص").plain == "\u200eتقليص\u200e"
    assert piece("Dana").plain == "Dana"


@pytest.mark.parametrize("width", [10, 20, 40])
def test_two_ends_of_a_line_never_touch(width: int) -> None:
    line = spread(Text("a title that is long"), Text("end"), width)

    assert line.cell_len == width
    assert line.plain.endswith("  end") or "… " in line.plain


def test_a_line_of_several_styles_keeps_them_when_it_is_cut() -> None:
    line = clip(row(Text("red words", "red"), " and plain ones"), 14)

    assert line.plain == "red words and…"
    assert line.spans[0].style == "red"


def test_pieces_are_packed_without_breaking_any() -> None:
    lines = packed([Text("one two"), Text("three"), Text("four")], 14)

    assert [line.plain for line in lines] == ["one two  three", "four"]


def test_a_line_wider_than_the_terminal_is_cropped(drawn: Callable[..., str]) -> None:
    shown = drawn(Lines(lambda width: [Text("x" * (width + 9))]), 60)

    assert shown == "x" * 60 + "\n"


def test_the_style_of_a_whole_line_is_drawn(drawn: Callable[..., str]) -> None:
    shown = drawn(Lines(lambda _: [Text("and 2 earlier", "dim")]), colours="standard")

    assert shown == "\x1b[2mand 2 earlier\x1b[0m\n"


@pytest.mark.parametrize(
    "text", ["ab cd " * 50_000, "a" * 900_000, "\u4f60" * 100_000, "e" + "\u0301" * 100_000]
)
def test_a_text_of_a_megabyte_takes_no_longer_than_its_lines_do(text: str) -> None:
    # Nothing is timed here: a way that is quadratic would take this test minutes.
    lines = flow(Text(text, "bold"), 80, indent=4)
    cut = flow(Text(text), 80, most=2)
    first = clip(Text(text), 40)

    assert "".join(line.plain for line in lines).replace(" ", "") == text.replace(" ", "")
    assert max(line.cell_len for line in lines) <= 80
    assert len(cut) == min(2, len(lines))
    assert first.cell_len <= 40
    assert cell_len(shorten(text, 40)) <= 40
