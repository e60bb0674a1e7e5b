from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import pytest
from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    ValidationError,
    field_validator,
)
from pydantic_core import PydanticCustomError

from hundredday.store.validation import findings_of
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from hundredday.findings import Finding


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Level(Strict):
    kind: Literal["level"]
    target: float | int


class YesNo(Strict):
    kind: Literal["yes_no"]
    target: bool
    evidence: str | None = None


class Reading(Strict):
    date: date
    value: int | float | bool
    status: Literal["provisional", "verified"] | None = None
    note: Annotated[str, StringConstraints(pattern=r"\S")] | None = None


class Clock(Strict):
    days: int = Field(ge=1, le=100)

    @field_validator("days")
    @classmethod
    def _no_thirteen(cls, days: int) -> int:
        if days == 13:
            raise PydanticCustomError(
                "unlucky_clock", "Thirteen days bring no luck.", {"mend": "Take fourteen."}
            )
        if days == 17:
            raise ValueError("Seventeen is a prime.")
        return days


def _kind(given: object) -> str | None:
    return given.get("kind") if isinstance(given, dict) else None


class Goal(Strict):
    primary: bool = False
    measurable: Annotated[Level | YesNo, Field(discriminator="kind")] | None = None
    counted: (
        Annotated[Annotated[Level, Tag("a")] | Annotated[YesNo, Tag("b")], Discriminator(_kind)] | None
    ) = None
    readings: Annotated[tuple[Reading, ...], Field(strict=False)] = ()
    trajectory: dict[Annotated[int, Field(strict=False, ge=0)], float] = Field(default_factory=dict)


class Challenge(Strict):
    format: Literal[1]
    title: str
    phase: Literal["design", "acceleration"] = "design"
    clock: Clock | None = None
    goals: dict[Annotated[str, StringConstraints(pattern=r"^[a-z-]+$")], Goal] = Field(default_factory=dict)
    tags: Annotated[list[str], Field(max_length=2)] = []
    as_: str | None = Field(default=None, alias="as")


def findings(text: str) -> tuple[Finding, ...]:
    document = parse(text.encode(), "x.yaml")
    with pytest.raises(ValidationError) as caught:
        Challenge.model_validate(document.data)
    return findings_of(caught.value, document, Challenge)


def only(text: str) -> Finding:
    (finding,) = findings(text)
    return finding


HEAD = "format: 1\ntitle: t\n"


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "where"),
    [
        ("titel: x\n", "unknown-key", 3, 1, ("titel",)),
        ("goals:\n  a:\n    primry: true\n", "unknown-key", 5, 5, ("goals", "a", "primry")),
        ("goals:\n  a:\n    measurable: {kind: level, targt: 3, target: 3}\n", "unknown-key", 5, 31,
         ("goals", "a", "measurable", "targt")),
        ("goals:\n  a:\n    readings:\n      - {value: 3}\n", "missing-key", 6, 9, ("goals", "a", "readings", 0, "date")),
        ("goals:\n  a:\n    measurable: {kind: level}\n", "missing-key", 5, 5, ("goals", "a", "measurable", "target")),
        ("goals:\n  a:\n    measurable: {target: 1}\n", "missing-key", 5, 5, ("goals", "a", "measurable", "kind")),
        ("goals:\n  a:\n    readings:\n      - {date: soon, value: 3}\n", "wrong-type", 6, 16,
         ("goals", "a", "readings", 0, "date")),
        ("goals:\n  a:\n    readings:\n      - {date: 2026-04-06, value: many}\n", "wrong-type", 6, 35,
         ("goals", "a", "readings", 0, "value")),
        ("clock: 100\n", "wrong-type", 3, 8, ("clock",)),
        ("tags: one\n", "wrong-type", 3, 7, ("tags",)),
        ("tags: [1]\n", "wrong-type", 3, 8, ("tags", 0)),
        ("goals:\n  a:\n    trajectory: {25: x}\n", "wrong-type", 5, 22, ("goals", "a", "trajectory", "25")),
        ("goals:\n  a:\n    trajectory: {soon: 3}\n", "wrong-type", 5, 18, ("goals", "a", "trajectory", "soon")),
        ("phase: launched\n", "not-one-of", 3, 8, ("phase",)),
        ("goals:\n  a:\n    measurable: {kind: lvl, target: 1}\n", "not-one-of", 5, 24, ("goals", "a", "measurable", "kind")),
        ("clock: {days: 101}\n", "out-of-range", 3, 15, ("clock", "days")),
        ("tags: [a, b, c]\n", "out-of-range", 3, 7, ("tags",)),
        ("clock: {days: 17}\n", "bad-value", 3, 15, ("clock", "days")),
        ("clock: {days: 13}\n", "unlucky-clock", 3, 15, ("clock", "days")),
        ("goals:\n  A B: {}\n", "bad-value", 4, 3, ("goals", "A B")),
        ('goals:\n  a:\n    readings:\n      - {date: 2026-04-06, value: 3, note: ""}\n', "bad-value", 6, 44,
         ("goals", "a", "readings", 0, "note")),
    ],
)  # fmt: skip
def test_each_fault_of_a_field_is_named_at_its_line_and_column(
    text: str, code: str, line: int, column: int, where: tuple[str | int, ...]
) -> None:
    found = only(HEAD + text)

    assert found.place is not None
    assert (found.code, found.place.line, found.place.column, found.where) == (code, line, column, where)
    assert found.mend


@pytest.mark.parametrize(
    ("text", "said", "mend"),
    [
        ("titel: x", '"titel" is not a key here; did you mean "title"?', 'Write "title", or remove the line.'),
        ("a: x", '"a" is not a key here; did you mean "as"?', 'Write "as", or remove the line.'),
        ("phase: launched", '"phase" cannot be "launched".', "Write design or acceleration."),
        ("clock: {days: 0}", '"days" cannot be 0.', "Write 1 or more."),
        ("clock: {days: 13}", "Thirteen days bring no luck.", "Take fourteen."),
        ("clock: {days: 17}", "Seventeen is a prime.", "Change this value."),
        ("clock: {days: '20'}", 'Here belongs a whole number, not the text "20".', "Write 20 alone, without quotes or a unit."),
        ("as: 2026-04-06", "Here belongs a text, not the date 2026-04-06.", "Put it in quotes."),
        ("tags: {a: b}", "Here belongs a list, not a group of keys.", 'Put it on a line of its own that begins with "- ".'),
        ("goals: {a: {primary: 'yes'}}", 'Here belongs true or false, not the text "yes".', "Write true."),
        ("goals: {a: {readings: [{date: 2026-04-06, value: x}]}}", 'Here belongs a number, true or false, not the text "x".',
         "Write it in figures, such as 42."),
        ("goals: {a: {readings: [{date: '2026-04-06', value: 1}]}}", 'Here belongs a date such as 2026-04-06, not the text "2026-04-06".',
         "Write it without quotes: 2026-04-06."),
    ],
)  # fmt: skip
def test_a_fault_is_said_in_plain_words_with_the_way_to_mend_it(text: str, said: str, mend: str) -> None:
    found = only(HEAD + text + "\n")

    assert (found.text, found.mend) == (said, mend)


def test_an_unknown_key_far_from_all_others_lists_what_is_known() -> None:
    found = only(HEAD + "clock: {zzzz: 1, days: 3}\n")

    assert (found.text, found.mend) == ('"zzzz" is not a key here.', "Remove it, or write one of days.")


def test_an_unknown_key_of_a_metric_is_compared_with_the_keys_of_its_kind() -> None:
    found = only(HEAD + "goals: {a: {measurable: {kind: yes_no, target: true, evidense: x}}}\n")

    assert 'did you mean "evidence"' in found.text


def test_every_fault_of_a_file_is_found_in_the_order_of_the_file() -> None:
    found = findings("titel: x\nphase: 3\nclock: {days: 500}\ntags: [1, 2]\n")

    assert [finding.code for finding in found] == [
        "missing-key",
        "missing-key",
        "unknown-key",
        "not-one-of",
        "out-of-range",
        "wrong-type",
        "wrong-type",
    ]
    assert all(finding.place and finding.place.path == "x.yaml" for finding in found)
