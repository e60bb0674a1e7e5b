from __future__ import annotations

import io
import os
import random
import re
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from datetime import date
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from hundredday.errors import Refused, WrongUsage
from hundredday.imports import reader_of
from hundredday.imports.archive import refuse_dangerous
from hundredday.imports.terms import Terms
from hundredday.imports.xlsx import xlsx
from imports.workbooks import changed, in_sheet, workbook

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS: list[list[Any]] = [["Дата", "Значение"], [date(2026, 4, 6), 43.5], [date(2026, 4, 13), 41]]
PLAIN = workbook({"Readings": ROWS})
END = b"</sheetData>"
TORTURE = bool(os.environ.get("HUNDREDDAY_TORTURE"))
SEEDS = 2000 if TORTURE else 60


def test_numbers_days_and_answers_keep_their_type_and_every_row_its_number() -> None:
    source = workbook({"A": [[], [None, "Date", "Done"], [None, date(2026, 4, 6), True, 7]], "B": [["x"]]})

    one, two = xlsx(source, Terms())

    assert (one.name, two.name, one.is_typed) == ("A", "B", True)
    assert one.rows[0] == (None,) * 4
    assert one.rows[1:] == ((None, "Date", "Done", None), (None, date(2026, 4, 6), True, 7.0))
    assert two.rows == (("x",),)


def test_hidden_sheets_are_left_alone_and_days_may_count_from_1904() -> None:
    written = io.BytesIO()
    book: Any = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append([44656])
    book.create_sheet("Secret").sheet_state = "hidden"
    book.save(written)

    (sheet,) = xlsx(written.getvalue(), Terms())

    assert sheet.rows == ((44656.0,),)
    assert sheet.first_day == date(1904, 1, 1)


ATTACKS: dict[str, Callable[[], bytes]] = {
    "a bomb that says what it unpacks to": lambda: changed(PLAIN, in_sheet(END, b"<row/>" * 10_000_000 + END)),
    "a bomb of one letter": lambda: changed(PLAIN, lambda _, part: part, **{"xl/media/a.png": b"\0" * 40_000_000}),
    "a bomb of a pattern": lambda: changed(PLAIN, lambda _, part: part, **{"xl/media/a.png": patterned(2000, 20_000_000)}),
    "two parts that are too large together": lambda: changed(PLAIN, lambda _, part: part, **large_together()),
    "two such parts that lie about it": lambda: lying(changed(PLAIN, lambda _, part: part, **large_together())),
    "a bomb that lies about its size": lambda: lying(changed(PLAIN, in_sheet(END, b" " * 60_000_000 + END))),
    "100,001 rows": lambda: changed(
        PLAIN, in_sheet(END, b"".join(b'<row r="%d"/>' % (n % 90_000 + 1) for n in range(100_001)) + END)
    ),
    "a sheet that says it has a million rows": lambda: changed(
        PLAIN, in_sheet(b'ref="A1:B3"', b'ref="A1:B1000000"')
    ),
    "one far cell": lambda: changed(PLAIN, in_sheet(END, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' + END)),
    "one far cell, written oddly": lambda: changed(
        PLAIN, in_sheet(END, b"<row r='9'><c\n r = 'XFD9'><v>1</v></c></row>" + END)
    ),
    "one far cell behind a wall": lambda: changed(
        PLAIN, in_sheet(END, b"<row" + b" " * 200_000 + b'r="1048576"><c r="A1048576"><v>1</v></c></row>' + END)
    ),
    "a wide row and a deep column": lambda: changed(
        PLAIN, in_sheet(END, b'<row r="9"><c r="SA9"><v>1</v></c></row><row r="90000"><c r="A90000"><v>1</v></c></row>' + END)
    ),
    "strings announced by the billion": lambda: changed(
        PLAIN, lambda _, part: re.sub(rb'ount="\d+"', b'ount="4294967295"', part)
    ),
    "entities": lambda: changed(PLAIN, in_sheet(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "aa">]><worksheet')),
    "entities in other letters": lambda: changed(
        PLAIN, lambda name, part: part.decode().encode("utf-16") if "sheet1" in name else part
    ),
    "a sheet under another name": lambda: changed(
        changed(PLAIN, lambda _, part: part.replace(b"worksheets/sheet1.xml", b"media/image1.png")),
        lambda _, part: part,
        **{"xl/media/image1.png": b'<worksheet><sheetData><row r="1048576"><c r="XFD1048576"/></row></sheetData></worksheet>'},
    ),
    "a password": lambda: flagged(PLAIN, 1),
    "half of a file": lambda: PLAIN[: len(PLAIN) // 2],
    "another zip": lambda: changed(PLAIN, lambda _, part: part, **{"content.xml": b"<x/>"}),
    "a workbook in another notation": lambda: changed(PLAIN, lambda _, part: part, **{"xl/workbook.bin": b"x"}),
    "a thousand parts": lambda: changed(PLAIN, lambda _, part: part, **{f"xl/{n}.xml": b"" for n in range(1001)}),
}  # fmt: skip


def patterned(run: int, size: int) -> bytes:
    """So many bytes: the same letter over and over, and after each such run another byte by chance."""
    chance = random.Random(1)
    block = b"".join(b"a" * run + chance.randbytes(1) for _ in range(200_000 // run))
    return (block * (size // len(block) + 1))[:size]


def large_together() -> dict[str, bytes]:
    return {f"xl/media/{name}.png": patterned(100, 27_000_000) for name in "ab"}


def test_the_patterns_are_packed_as_tightly_as_the_attacks_need() -> None:
    tight, loose = patterned(2000, 2_000_000), patterned(100, 2_000_000)

    assert 150 < len(tight) / len(zlib.compress(tight)) < 900
    assert 5 < len(loose) / len(zlib.compress(loose)) < 90


def lying(source: bytes) -> bytes:
    """The same zip, of which every entry says that it unpacks to ten bytes."""
    spoilt = bytearray(source)
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        for found in re.finditer(re.escape(mark), source):
            struct.pack_into("<I", spoilt, found.start() + offset, 10)
    return bytes(spoilt)


def flagged(source: bytes, flag: int) -> bytes:
    spoilt = bytearray(source)
    for found in re.finditer(rb"PK\x01\x02", source):
        struct.pack_into("<H", spoilt, found.start() + 8, flag)
    return bytes(spoilt)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused_before_the_workbook_is_opened(attack: str) -> None:
    source = ATTACKS[attack]()

    start = time.process_time()
    with pytest.raises(Refused) as refused:
        refuse_dangerous(source)
    spent = time.process_time() - start

    assert refused.value.mend
    assert spent < 0.1 or not TORTURE  # a machine that is shared measures nothing


def test_a_large_honest_workbook_is_read() -> None:
    rows: list[list[Any]] = [["Date", "Value"], *([46118 + n % 300, n] for n in range(20_000))]

    (sheet,) = xlsx(workbook({"A": rows}), Terms())

    assert len(sheet.rows) == 20_001


def test_a_workbook_that_is_broken_anywhere_is_read_or_refused_and_never_ends_the_program() -> None:
    program = """
import sys, random
sys.path.insert(0, sys.argv[1])
from imports.test_xlsx import PLAIN, spoilt
from hundredday.errors import Refused
from hundredday.imports.terms import Terms
from hundredday.imports.xlsx import xlsx
read = 0
for seed in range(int(sys.argv[2])):
    try:
        xlsx(spoilt(random.Random(seed)), Terms())
        read += 1
    except Refused:
        pass
print(read)
"""
    folder = __file__.rpartition("/imports/")[0]
    done = subprocess.run(
        [sys.executable, "-c", program, folder, str(SEEDS)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert 0 < int(done.stdout) < SEEDS


def spoilt(chance: random.Random) -> bytes:
    """The workbook with a few bytes of its parts changed, packed again."""

    def change(_name: str, part: bytes) -> bytes:
        bytes_ = bytearray(part)
        for _ in range(chance.choice([0, 0, 1, 3])):
            at = chance.randrange(len(bytes_))
            bytes_[at : at + chance.choice([0, 1, 5])] = chance.randbytes(chance.choice([0, 1, 4]))
        return bytes(bytes_)

    return changed(PLAIN, change)


@pytest.mark.parametrize("name", ["old.xls", "other.ods", "binary.xlsb", "picture.png", "noending"])
def test_other_files_are_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        reader_of(name, b"some bytes")

    assert "save it as" in refused.value.mend or "Give a file" in refused.value.mend


def test_what_a_file_holds_counts_for_more_than_its_name() -> None:
    (sheet,) = reader_of("readings.csv", PLAIN)(PLAIN, Terms())

    assert sheet.name == "Readings"
    with pytest.raises(WrongUsage, match="of a kind that is not read"):
        reader_of("readings.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    with pytest.raises(WrongUsage) as refused:
        xlsx(PLAIN, Terms())

    assert refused.value.mend == 'pip install "hundredday[excel]"'


def test_a_zip_of_a_later_program_is_refused_where_its_packing_is_not_known() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_LZMA) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))

    with pytest.raises(Refused, match="no workbook"):
        refuse_dangerous(written.getvalue())
