from __future__ import annotations

import shlex
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from hundredday.harmless import harmless
from hundredday.views.mend import mend_lines

words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12)


def pasted(lines: list[str]) -> str:
    """What a shell makes of the lines."""
    return "\n".join(lines).replace("\\\n", "")


def test_a_command_is_broken_before_an_option() -> None:
    lines = mend_lines("hundredday stop small-claims --because 'No judge' --by 'Dana Omarova'", 44)

    assert [line.plain for line in lines] == [
        "hundredday stop small-claims \\",
        "  --because 'No judge' --by 'Dana Omarova'",
    ]


@pytest.mark.parametrize("room", range(40, 46))
def test_a_line_that_fits_is_not_broken_inside_a_word(room: int) -> None:
    command = "hundredday stop small-claims --because 'No judge' --by 'Dana Omarova' --on today"

    lines = [line.plain for line in mend_lines(command, room)]

    assert all(cell_len(line) <= room for line in lines)
    assert [line for line in lines if line.startswith(("'", "\\")) or line.endswith("'\\")] == []


def test_a_sentence_is_wrapped_between_words() -> None:
    lines = mend_lines("Write the date itself, such as 2026-04-06.", 30, indent=2, label="mend:")

    assert [line.plain for line in lines] == ["  mend: Write the date itself,", "    such as 2026-04-06."]


@given(st.lists(st.tuples(st.sampled_from(["--by", "--because", "--on"]), words), max_size=6))
def test_a_broken_command_means_the_same_to_the_shell(options: list[tuple[str, str]]) -> None:
    safe = [(name, harmless(value).replace("\u200e", "")) for name, value in options]
    command = shlex.join(["hundredday", "stop", "small-claims", *(word for pair in safe for word in pair)])

    lines = [line.plain for line in mend_lines(command, 80)]

    assert shlex.split(pasted(lines)) == shlex.split(command)


@given(st.text("abc 'é\"\\\\ж中$`", min_size=20, max_size=300))
@settings(max_examples=15, deadline=None)
def test_a_command_with_a_text_longer_than_the_screen_can_still_be_pasted(value: str) -> None:
    command = shlex.join(["hundredday", "describe", "x", "--sponsor", harmless(value)])

    lines = [line.plain for line in mend_lines(command, 40)]
    said = subprocess.run(
        ["sh", "-c", "\n".join(lines).replace("hundredday", "printf '%s\\036'", 1)],
        capture_output=True,
        check=True,
    )

    assert all(cell_len(line) <= 40 for line in lines)
    assert said.stdout.decode().split("\x1e")[:-1] == shlex.split(command)[1:]
