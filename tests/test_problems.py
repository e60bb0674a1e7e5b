"""What is wrong with very many files: packed, and the same again when it is walked through."""

from __future__ import annotations

from hundredday.findings import Finding, Place, Severity
from hundredday.problems import Problems, findings_from, findings_text, paths_of


def of_file(number: int) -> tuple[Finding, ...]:
    place = Place(f"challenges/number-{number:04}.yaml", 3, 8, 'phase: "дала\\n" ├─ \u2028')
    return (
        Finding("unknown-phase", f"Number {number}\nis in no phase.", "Choose one.", place=place),
        Finding("odd", "Second", severity=Severity.WARNING, where=("goals", 2), place=place),
    )


def test_a_thousand_files_give_their_findings_in_the_order_in_which_they_came() -> None:
    problems = Problems()
    for number in range(1000):
        problems.extend(of_file(number))

    assert list(problems) == [finding for number in range(1000) for finding in of_file(number)]
    assert len(problems) == 2000
    assert (problems[0], problems[-1]) == (of_file(0)[0], of_file(999)[1])
    assert list(problems[:3]) == [*of_file(0), of_file(1)[0]]
    assert len(paths_of(problems)) == 1000


def test_problems_of_two_sources_follow_each_other() -> None:
    first, second = Problems(), Problems()
    first.extend(of_file(1))
    second.append(of_file(2)[0])

    both = first.also(second)

    assert list(both) == [*of_file(1), of_file(2)[0]]
    assert paths_of(both) == {"challenges/number-0001.yaml", "challenges/number-0002.yaml"}


def test_where_nothing_is_wrong_there_are_no_problems() -> None:
    problems = Problems()
    problems.extend(())

    assert not problems
    assert list(problems) == []
    assert paths_of([]) == set()


def test_findings_are_one_line_of_text_and_come_back_from_it() -> None:
    text = findings_text(of_file(7))

    assert "\n" not in text
    assert findings_from(text) == of_file(7)
