"""Words of a command line that cannot be understood: told in the person's language, with the nearest, exit 2."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from inline_snapshot import snapshot

from hundredday import commands
from hundredday.language import LANGUAGES
from transcript import typed

if TYPE_CHECKING:
    from office import Office

WRONG = (
    "record",
    "record small --pervisional 3",
    "record small 30 --nte x",
    "record -x",
    "block small Registry has no e-signature",
    "sync now",
    "scale small everywhere",
    "completion bsh",
    "agenda --days 5000",
    "agenda --days soon",
    "exchange visit uae --from today --hours many",
    "goal small days --every 0",
    "agenda --days",
    "status --json=3",
    "exchange visit uae",
    "training enroll elp",
    "statsu",
    "--lang zz status",
    "--colour never status",
    "--today",
)
TYPERS_WORDS = re.compile(
    r"Error|Missing|No such|Invalid|Got unexpected|Try '|requires|does not take|is not", re.IGNORECASE
)


def test_each_wrong_word_is_told_with_what_mends_it(office: Office) -> None:
    assert typed(office, *WRONG) == snapshot("""\
$ hundredday record
! error: ID is missing in: hundredday record ID [GOAL] VALUE
!   ID: A challenge, by its id or any unique beginning of it.
[2]
$ hundredday record small --pervisional 3
! error: hundredday record has no option --pervisional.
!   Did you mean --provisional?
[2]
$ hundredday record small 30 --nte x
! error: hundredday record has no option --nte.
!   Did you mean --note?
[2]
$ hundredday record -x
! error: hundredday record has no option -x.
!   See hundredday record --help.
[2]
$ hundredday block small Registry has no e-signature
! error: There is no place for “has no e-signature” in: hundredday block ID WHAT
!   Several words stand in quotes: "Registry has no e-signature"
[2]
$ hundredday sync now
! error: There is no place for “now” in: hundredday sync
!   See hundredday sync --help.
[2]
$ hundredday scale small everywhere
! error: “everywhere” does not belong in: hundredday scale ID reset|build|scale|embed|none
!   Write reset, build, scale, embed or none.
[2]
$ hundredday completion bsh
! error: “bsh” does not belong in: hundredday completion bash|zsh|fish
!   Did you mean bash?
[2]
$ hundredday agenda --days 5000
! error: --days cannot be “5000”.
!   Write a whole number from 0 to 3650.
[2]
$ hundredday agenda --days soon
! error: --days cannot be “soon”.
!   Write a whole number from 0 to 3650.
[2]
$ hundredday exchange visit uae --from today --hours many
! error: --hours cannot be “many”.
!   Write a number from 0 to 10000.
[2]
$ hundredday goal small days --every 0
! error: --every cannot be “0”.
!   Write a whole number, 1 or more.
[2]
$ hundredday agenda --days
! error: --days DAYS needs a value behind it.
!   --days: How many days to look ahead.
[2]
$ hundredday status --json=3
! error: --json takes no value.
!   Write --json.
[2]
$ hundredday exchange visit uae
! error: --from is missing in: hundredday exchange visit ID --from DATE
!   --from: The first day.
[2]
$ hundredday training enroll elp
! error: training has no verb “enroll”.
!   Did you mean training enrol?
[2]
$ hundredday statsu
! error: There is no command “statsu”.
!   Did you mean status or setup?
[2]
$ hundredday --lang zz status
! error: --lang cannot be “zz”.
!   Write en, kk, ru or ar.
[2]
$ hundredday --colour never status
! error: hundredday has no option --colour.
!   Did you mean --color?
[2]
$ hundredday --today
! error: --today DATE needs a value behind it.
!   --today: What day it is, instead of the clock's.
[2]
""")


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_nothing_of_it_is_english_elsewhere(language: str, office: Office) -> None:
    for line in WRONG:
        said = office.run("--lang", language, *line.split(), code=2).err

        assert not TYPERS_WORDS.search(said), said
        if "--lang" not in line:
            assert re.search(r"[^\W\d_a-zA-Z]{3}", said.splitlines()[0]), said


def test_the_language_of_the_accelerator_is_spoken_when_none_is_asked_for(office: Office) -> None:
    settings = office.root / "accelerator.yaml"
    settings.write_text(f"{settings.read_text()}language: ru\n")

    assert "Не хватает ID" in office.run("record", code=2).err
    assert "Команды «statsu» нет." in office.run("statsu", code=2).err
    assert "There is no command" in office.run("--lang", "en", "statsu", code=2).err


def test_the_usage_and_the_last_option_of_the_help_are_translated_too(office: Office) -> None:
    for name in commands.EVERY:
        said = office.run("--lang", "ru", *name.split(), "--help").out

        assert "Show this message" not in said
        assert said.startswith(("Использование: hundredday", "\nИспользование: hundredday"))
        assert "{" not in said.partition("\n\n")[0]


def test_nothing_hostile_among_the_words_reaches_the_terminal(office: Office) -> None:
    for words in (
        ("record", "--\x1b[31mred"),
        ("sync", "\x1b]8;;x\x07"),
        ("agenda", "--days", "\x9b2J"),
        ("\x1b[2J",),
    ):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", office.run(*words, code=2).err)
