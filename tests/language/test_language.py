from __future__ import annotations

from hundredday.language import _, ngettext, speak, speaking, spoken


def test_english_is_spoken_as_it_is_written() -> None:
    assert (_("One day"), ngettext("{n} day", "{n} days", 1), ngettext("{n} day", "{n} days", 5)) == (
        "One day",
        "{n} day",
        "{n} days",
    )


def test_a_language_is_spoken_for_a_while_and_then_the_one_before() -> None:
    with speaking("ru"):
        within = spoken()

    assert (within, spoken()) == ("ru", "en")


def test_a_language_that_is_not_known_is_english() -> None:
    speak("xx")

    assert spoken() == "en"
