"""accelerator.yaml: every default without it, every problem with its place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hundredday.programme import Accelerator, Cohort, Settings, Weights
from hundredday.programme.keeping import accelerator_from, plain_accelerator
from hundredday.store.accelerators import accelerator_problems, read_accelerator_file
from hundredday.store.yaml.document import BadFile

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
format: 1
name: National Accelerator
country: KZ
timezone: Asia/Almaty
topics: {programming: Programming}
partners: [UAE Government Accelerators]
cohorts:
  2026-spring: {title: Spring 2026, launch: 2026-04-06, reviews: {midpoint: 2026-05-26}}
settings:
  weights: {impact: 2}
  team_size: [6, 10]
  stale_after: 14
"""


def test_an_accelerator_file_is_read_with_every_default_it_leaves_out(tmp_path: Path) -> None:
    path = tmp_path / "accelerator.yaml"
    path.write_text(WHOLE)

    accelerator = read_accelerator_file(path)

    assert accelerator.name == "National Accelerator"
    assert accelerator.cohorts == {
        "2026-spring": Cohort("Spring 2026", date(2026, 4, 6), {"midpoint": date(2026, 5, 26)})
    }
    assert accelerator.settings == Settings(team_size=(6, 10), stale_after=14, weights=Weights(impact=2))


def test_an_empty_file_gives_every_default(tmp_path: Path) -> None:
    path = tmp_path / "accelerator.yaml"
    path.write_text("\n")

    accelerator = read_accelerator_file(path)

    assert accelerator == Accelerator(name=tmp_path.name)


def test_what_is_kept_of_an_accelerator_is_the_accelerator(tmp_path: Path) -> None:
    path = tmp_path / "accelerator.yaml"
    path.write_text(WHOLE)
    accelerator = read_accelerator_file(path)

    again = accelerator_from(plain_accelerator(accelerator))

    assert again == accelerator


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "words"),
    [
        ("format: 1\nnam: x\n", 2, 1, "unknown-key", 'did you mean "name"'),
        ("settings: {stale_aftr: 3}\n", 1, 12, "unknown-key", 'did you mean "stale_after"'),
        ("settings: {team_size: [8]}\n", 1, 12, "wrong-type", "needs 2"),
        ("cohorts:\n  a: {launch: soon}\n", 2, 15, "wrong-type", "a date"),
        ("timezone: Asia/Almatyy\n", 1, 11, "unknown-timezone", "Almatyy"),
        ("format: 2\n", 1, 9, "not-one-of", "cannot be 2"),
    ],
)
def test_a_problem_of_an_accelerator_file_has_its_place_and_its_words(
    text: str, line: int, column: int, code: str, words: str
) -> None:
    (found,) = accelerator_problems(text.encode(), "accelerator.yaml")

    assert found.place is not None
    assert (found.place.line, found.place.column, found.code) == (line, column, code)
    assert words in found.text
    assert found.mend


def test_a_broken_accelerator_file_is_refused_whole(tmp_path: Path) -> None:
    path = tmp_path / "accelerator.yaml"
    path.write_text("nam: x\ntimezone: Nowhere\n")

    with pytest.raises(BadFile) as refused:
        read_accelerator_file(path)

    assert [finding.code for finding in refused.value.findings] == ["unknown-key"]


def test_a_language_that_is_not_spoken_is_answered_with_those_that_are() -> None:
    (found,) = accelerator_problems(b"format: 1\nlanguage: de\n", "accelerator.yaml")

    assert found.mend == "Write en, kk, ru or ar."
