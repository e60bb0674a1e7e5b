"""Every sentence in the language that was asked for, and JSON in English whatever was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from hundredday.language import LANGUAGES, speak
from hundredday.views.dates import when_words
from life import CLAIMS
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import RunGit


HEALTH_AND_DAY = {
    "kk": ("22-күн / 100", "Жеделдету", "2026 ж. 28 сәуір"),
    "ru": ("День 22 / 100", "Ускорение", "28 апреля 2026"),
    "ar": ("اليوم 22 / 100", "التسريع", "28 أبريل 2026"),
}


@pytest.mark.parametrize("language", HEALTH_AND_DAY)
def test_the_dashboard_speaks_the_language_asked_for(running: Office, language: str) -> None:
    running.today = "2026-04-28"

    said = running.run("--lang", language, "status")

    for words in HEALTH_AND_DAY[language]:
        assert words in said.out


@pytest.mark.parametrize(("language", "day"), [("ru", "пн 4 мая"), ("kk", "дс 4 мам."), ("en", "Mon 4 May")])
def test_the_days_of_the_agenda_are_cut_as_the_language_cuts_them(
    running: Office, language: str, day: str
) -> None:
    running.today = "2026-04-28"

    assert day in running.run("--lang", language, "agenda").out.replace("\u200e", "")


def test_labels_and_days_of_a_story_have_the_room_that_russian_words_need(running: Office) -> None:
    running.run("record", CLAIMS, "33", "--on", "day 98", "--today", "2026-07-20")
    running.run("record", CLAIMS, "31", "--on", "day 105", "--today", "2026-07-20")
    running.run("milestone", CLAIMS, "Правила", "--due", "2026-08-20")
    running.today = "2026-07-20"

    told = running.run("--lang", "ru", "status", CLAIMS).out

    assert "День 105 31 days" in told
    assert "Ограничители " in told
    assert "срок 20 авг." in told
    assert " due " not in told


def test_the_language_may_be_asked_for_behind_the_command_and_in_the_environment(
    running: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    behind = running.run("status", "--lang=ru").out
    monkeypatch.setenv("HUNDREDDAY_LANG", "ru")

    assert running.run("status").out == behind
    assert "Ускорение" in behind


def test_the_language_of_the_accelerator_wins_over_the_system_s(
    running: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    in_russian = running.run("status").out
    settings = running.root / "accelerator.yaml"
    settings.write_text(settings.read_text() + "language: kk\n")

    assert "Ускорение" in in_russian
    assert "Жеделдету" in running.run("status").out


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_english_in_every_language(running: Office, language: str) -> None:
    english = running.run("status", "--json").json

    assert running.run("--lang", language, "status", "--json").json == english


def test_what_is_kept_between_runs_is_not_said_in_another_language(running: Office) -> None:
    for language in ("ru", "en", "kk", "en"):
        kept = running.run("--lang", language, "log", CLAIMS).out
        anew = running.run("--lang", language, "--no-cache", "log", CLAIMS).out
        assert kept == anew


def test_commits_speak_the_accelerator_s_language_whoever_types(running: Office, git: RunGit) -> None:
    running.run("--lang", "ru", "lesson", CLAIMS, "Судьи перенимают увиденное", "--kind", "worked")
    in_english = git(running.root, "log", "-1", "--format=%s")
    settings = running.root / "accelerator.yaml"
    settings.write_text(settings.read_text() + "language: ru\n")
    running.run("save")
    running.run("--lang", "en", "lesson", CLAIMS, "Two clerks are enough", "--kind", "worked")

    assert "lesson kept" in in_english
    assert "урок записан" in git(running.root, "log", "-1", "--format=%s")
    assert "Event: lesson-kept" in git(running.root, "log", "-1", "--format=%B")


def test_a_refusal_and_its_mend_are_translated_and_its_command_runs_as_it_stands(running: Office) -> None:
    said = running.run("--lang", "ru", "advance", CLAIMS, code=1)

    assert "Рубеж «Закрепление» закрыт" in said.err
    assert "hundredday" in said.err


def test_the_page_of_a_command_is_translated_and_its_example_typed_as_it_stands(running: Office) -> None:
    said = running.run("--lang", "ru", "record", "--help").out

    assert "Записать замер цели или ограничителя." in said
    assert 'Пример: hundredday record small-claims 33 --note "First court live"' in said


def test_an_arabic_title_keeps_the_columns_of_its_row(running: Office) -> None:
    lines = running.run("--lang", "ar", "status").out.splitlines()

    assert max(map(len, lines)) <= 80 + 8  # the marks that hold a line together take no cell


def test_a_refusal_names_phases_in_the_language_that_is_spoken(office: Office) -> None:
    office.run("new", "Small claims", "--id", "small-claims")

    refused = office.run("--lang", "ru", "block", "small-claims", "No e-signature", code=1)

    said = "Препятствие относится к: Ускорение или Закрепление; этот вызов: фаза Проектирование."
    assert said in " ".join(refused.err.split())


def test_an_accelerator_founded_in_a_language_speaks_it_from_then_on(office: Office, tmp_path: Path) -> None:
    office.run("--lang", "kk", "init", str(tmp_path / "reforms"))

    assert "language: kk" in (tmp_path / "reforms" / "accelerator.yaml").read_text()
    assert "сын-тегеурін жоқ" in Office(tmp_path / "reforms").run("status").out


@pytest.mark.parametrize(
    ("language", "days", "said"),
    [
        ("ru", 1, "просрочено на 1 день"),
        ("ru", 3, "просрочено на 3 дня"),
        ("ru", 5, "просрочено на 5 дней"),
        ("ru", -4, "через 4 дня"),
        ("kk", -4, "4 күннен кейін"),
        ("ar", 2, "متأخر يومين"),
        ("ar", 3, "متأخر 3 أيام"),
        ("ar", -11, "بعد 11 يومًا"),
        ("en", 1, "1 day over"),
        ("en", -4, "in 4 days"),
    ],
)
def test_days_are_counted_as_the_language_counts(language: str, days: int, said: str) -> None:
    speak(language)
    today = date(2026, 4, 28)

    assert when_words(today - timedelta(days=days), today) == said


@pytest.mark.parametrize(("language", "said"), [("ru", "рубеж закрыт"), ("kk", "меже жабық")])
def test_a_gate_agrees_with_its_adjective(running: Office, language: str, said: str) -> None:
    assert said in running.run("--lang", language, "advance", "small", "--check", code=1).out
