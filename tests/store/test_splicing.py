from __future__ import annotations

import copy
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import pytest

from hundredday.errors import Refused
from hundredday.store.differences import aligned, first_difference
from hundredday.store.writing.splicing import Unwritable, rewritten
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Callable

READING = {"date": date(2026, 4, 20), "value": 39}
LINE = "{date: 2026-04-20, value: 39}"


def changed(source: str, act: Callable[[Any], object]) -> str:
    document = parse(source.encode(), "x.yaml")
    assert document.findings == ()
    wanted = copy.deepcopy(document.data)
    act(wanted)
    return rewritten(document, wanted).decode()


@pytest.mark.parametrize(
    ("before", "act", "after"),
    [
        ("a: 1  # why\nb: 2\n", lambda d: d.update(a=5), "a: 5  # why\nb: 2\n"),
        ("a: 'x'\n", lambda d: d.update(a="it's"), "a: 'it''s'\n"),
        ('a: "x"\n', lambda d: d.update(a="y"), 'a: "y"\n'),
        ("a: x\n", lambda d: d.update(a="no"), 'a: "no"\n'),
        ("a: x\n", lambda d: d.update(a=None), "a: null\n"),
        ("a:   # none\nb: 2\n", lambda d: d.update(a=3), "a: 3   # none\nb: 2\n"),
        ("a: {b: 1, c: {d: }}\n", lambda d: d["a"]["c"].update(d=3), "a: {b: 1, c: {d: 3 }}\n"),
        ("a: {b, c: 1}\n", lambda d: d["a"].update(b=3), "a: {b: 3, c: 1}\n"),
        ("a: |\n  one\n  two\n\nb: 2\n", lambda d: d.update(a="one\nthree\n"), "a: |\n  one\n  three\n\nb: 2\n"),
        ("a: >-\n  one\n  two\nb: 2\n", lambda d: d.update(a="x"), "a: |-\n  x\nb: 2\n"),
        ("a: one\n  two\nb: 2\n", lambda d: d.update(a="x"), "a: x\nb: 2\n"),
        ("a:\n  # why\n  x: 1\nb: 2\n", lambda d: d.update(a=3), "a: 3\n  # why\nb: 2\n"),
        ("a: 1\nb: 2\n", lambda d: d.update(a={"x": 1, "w": {"z": 2}}), "a:\n  x: 1\n  w:\n    z: 2\nb: 2\n"),
        ("a: 1\n", lambda d: d.update(a=True), "a: true\n"),
        ("a: 1\n", lambda d: d.update(a=1.0), "a: 1.0\n"),
    ],
)  # fmt: skip
def test_a_value_is_set_in_its_place(before: str, act: Callable[[Any], object], after: str) -> None:
    assert changed(before, act) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("r:\n  - {value: 1}\n\n# next\nz: 1\n", "r:\n  - {value: 1}\n  - " + LINE + "\n\n# next\nz: 1\n"),
        ("r:\n- {value: 1}  # first\nz: 1\n", "r:\n- {value: 1}  # first\n- " + LINE + "\nz: 1\n"),
        ("r:\n    -   value: 1\n        note: x\nz: 1\n", "r:\n    -   value: 1\n        note: x\n    -   " + LINE + "\nz: 1\n"),
        ("r: []  # none yet\nz: 1\n", "r:  # none yet\n  - " + LINE + "\nz: 1\n"),
        ("r:\nz: 1\n", "r:\n  - " + LINE + "\nz: 1\n"),
        ("z:\n- {a: 1}\nr: []\n", "z:\n- {a: 1}\nr:\n- " + LINE + "\n"),
        ("z:\n    - {a: 1}\nr: []\n", "z:\n    - {a: 1}\nr:\n    - " + LINE + "\n"),
        ("r: [{value: 1}]\n", "r: [{value: 1}, " + LINE + "]\n"),
        ("r: [\n  {value: 1},\n]\n", "r: [\n  {value: 1}, " + LINE + ",\n]\n"),
        ("r:\n  - {value: 1}", "r:\n  - {value: 1}\n  - " + LINE),
        ("r:\r\n  - {value: 1}\r\nz: 1\r\n", "r:\r\n  - {value: 1}\r\n  - " + LINE + "\r\nz: 1\r\n"),
        ("\ufeff---\nr:\n  - 1\n...\n", "\ufeff---\nr:\n  - 1\n  - " + LINE + "\n...\n"),
        ("r:\n  - |\n    text", "r:\n  - |-\n    text\n  - " + LINE),
        ("r:\n  - |+\n    text\n\nz: 1\n", "r:\n  - |+\n    text\n\n  - " + LINE + "\nz: 1\n"),
        ("r:\n  - - 1\n    - 2\nz: 1\n", "r:\n  - - 1\n    - 2\n  - " + LINE + "\nz: 1\n"),
    ],
)  # fmt: skip
def test_a_reading_is_one_new_line_behind_the_last(before: str, after: str) -> None:
    assert changed(before, lambda data: data.update(r=[*(data["r"] or []), READING])) == after


@pytest.mark.parametrize(
    ("before", "act", "after"),
    [
        ("phase: design\n\ntopic: x\n", lambda d: d.update(title="t"), "title: t\nphase: design\n\ntopic: x\n"),
        ("title: t\nphase: x\n# end\n", lambda d: d.update(agency="A"), "title: t\nagency: A\nphase: x\n# end\n"),
        ("title: t\nphase: x\n", lambda d: d.update(design={"note": {"mission": "m"}}),
         "title: t\nphase: x\n\ndesign:\n  note:\n    mission: m\n"),
        ("a:\n    b:\n        c: 1\n", lambda d: d["a"].update(d={"e": 1}), "a:\n    b:\n        c: 1\n    d:\n        e: 1\n"),
        ("a: {b: 1}\n", lambda d: d["a"].update(c={"d": [1, "x"]}), "a: {b: 1, c: {d: [1, x]}}\n"),
        ("a: {b: }\n", lambda d: d["a"].update(c=2), "a: {b: null, c: 2 }\n"),
        ("a: {}\n", lambda d: d["a"].update(c=2), "a:\n  c: 2\n"),
        ("a:\n  - b: 1\n    # why\n", lambda d: d["a"][0].update(c=2), "a:\n  - b: 1\n    c: 2\n    # why\n"),
    ],
)  # fmt: skip
def test_a_new_key_takes_its_place(before: str, act: Callable[[Any], object], after: str) -> None:
    assert changed(before, act) == after


@pytest.mark.parametrize(
    ("before", "act", "after"),
    [
        ("a: 1\n# about b\nb: 2  # two\nc: 3\n", lambda d: d.pop("b"), "a: 1\n# about b\nc: 3\n"),
        ("a:\n  - 1\n  - 2\n\n  - 3\n", lambda d: d["a"].pop(1), "a:\n  - 1\n\n  - 3\n"),
        ("a: [1, 2, 3]\n", lambda d: d["a"].pop(0), "a: [2, 3]\n"),
        ("a: [1, 2, 3]\n", lambda d: d["a"].pop(1), "a: [1, 3]\n"),
        ("a: [1, 2, 3]\n", lambda d: d["a"].pop(2), "a: [1, 2]\n"),
        ("a: {x: 1, y: 2, z: 3}\n", lambda d: (d["a"].pop("y"), d["a"].pop("z")), "a: {x: 1}\n"),
        ("a:\n  - x: 1\n    y: 2\n", lambda d: d["a"][0].pop("x"), "a:\n  - y: 2\n"),
        ("a:\n  - x: 1\n    # why\n    y: 2\n", lambda d: d["a"][0].pop("x"), "a:\n  -\n    # why\n    y: 2\n"),
        ("a:\n  - 1\nb: 2\n", lambda d: d["a"].clear(), "a: []\nb: 2\n"),
        ("a:\n  x: 1\nb: 2\n", lambda d: d["a"].clear(), "a: {}\nb: 2\n"),
        ("a: 1\nb: 2", lambda d: d.pop("b"), "a: 1\n"),
    ],
)  # fmt: skip
def test_what_is_taken_out_takes_its_lines_along(
    before: str, act: Callable[[Any], object], after: str
) -> None:
    assert changed(before, act) == after


def test_items_of_a_list_are_changed_put_in_and_taken_out_at_once() -> None:
    before = "a:\n  - {x: 1}  # one\n  - {x: 2}  # two\n  - {x: 3}  # three\n"

    after = changed(before, lambda data: data.update(a=[{"x": 0}, {"x": 1}, {"x": 9}, {"x": 3}, {"x": 4}]))

    assert after == "a:\n  - {x: 0}\n  - {x: 1}  # one\n  - {x: 9}  # two\n  - {x: 3}  # three\n  - {x: 4}\n"


def test_several_changes_of_one_file_leave_everything_else() -> None:
    before = (
        "# yaml-language-server: $schema=x.json\ntitle: 'A'   # name\n\nphase: design\n"
        "goals:\n  one:\n    target: 2  # days\n    readings:\n      - {value: 1}\n\n  # second\n  two: {target: 1}\n"
    )

    def act(data: Any) -> None:
        data["phase"] = "acceleration"
        data["goals"]["one"]["target"] = 1
        data["goals"]["one"]["readings"].append({"value": 2})
        data["goals"]["two"]["target"] = 5

    assert changed(before, act) == (
        "# yaml-language-server: $schema=x.json\ntitle: 'A'   # name\n\nphase: acceleration\n"
        "goals:\n  one:\n    target: 1  # days\n    readings:\n      - {value: 1}\n      - {value: 2}\n\n"
        "  # second\n  two: {target: 5}\n"
    )


def test_nothing_to_change_gives_the_same_bytes() -> None:
    source = b"\xef\xbb\xbfa: 1\r\nb: [ 1,2 ]   \r\n\r\n"
    document = parse(source, "x.yaml")

    assert rewritten(document, {"a": 1, "b": [1, 2]}) == source


def test_data_of_a_model_is_written_as_a_file_holds_it() -> None:
    class Phase(StrEnum):
        DESIGN = "design"

    after = changed("a: 1\n", lambda data: data.update(phase=Phase.DESIGN, trajectory={25: 40}, tags=("x",)))

    assert after == "phase: design\na: 1\ntrajectory: {25: 40}\ntags: [x]\n"


def test_a_place_that_cannot_be_changed_safely_is_named() -> None:
    document = parse(b"x: 1\n? a\n: b\n", "x.yaml")

    with pytest.raises(Unwritable) as refused:
        rewritten(document, {"x": 1, "a": "c"})

    assert "x.yaml:3:3: a " in refused.value.text
    assert refused.value.mend


def test_a_file_that_was_not_read_whole_is_not_written() -> None:
    document = parse(b'a: "x\nb: 1\n', "x.yaml")

    with pytest.raises(Unwritable):
        rewritten(document, {"b": 2})


def test_an_invisible_character_is_refused_before_anything_is_written() -> None:
    document = parse(b"a: 1\n", "x.yaml")

    with pytest.raises(Refused):
        rewritten(document, {"a": "x\u202ey"})


def test_true_is_not_one_and_one_is_not_one_point_nought() -> None:
    assert first_difference({"a": [True]}, {"a": [1]}) == ("a", 0)
    assert first_difference({"a": 1}, {"a": 1.0}) == ("a",)
    assert first_difference({"a": 1}, {"a": 1}) is None


def test_equal_neighbours_of_a_list_stay_where_they_are() -> None:
    alignment = aligned([1, None, None, 2], [1, None, 2])

    assert alignment.gone == {2}
    assert alignment.come == ()
