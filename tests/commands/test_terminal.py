"""At a real terminal of 80 columns: questions with their reasons, checks after each answer, Ctrl-C."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hundredday.desk.terminal.saying import fitted
from life import ID

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

pexpect = pytest.importorskip("pexpect", reason="terminals are tried with pexpect")
if sys.platform == "win32":
    pytest.skip("pexpect needs a terminal of Unix", allow_module_level=True)

PATIENCE = 30
"""Seconds; only a command that hangs waits so long."""


class Terminal:
    """A person at a terminal who has typed a command."""

    def __init__(self, office: Office, *words: str) -> None:
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "hundredday", "-C", str(office.root), "--today", office.today, *words],
            dimensions=(50, 80),
            encoding="utf-8",
            codec_errors="replace",
            timeout=PATIENCE,
            env={**os.environ, "TERM": "xterm", "PYTHONUTF8": "1"},
        )
        self.child.delaybeforesend = None

    def sees(self, text: str) -> Terminal:
        self.child.expect_exact(text)
        return self

    def asked(self, text: str) -> Terminal:
        return self.sees(text).sees("> ")

    def types(self, answer: str) -> Terminal:
        self.child.sendline(answer)
        return self

    def interrupts(self) -> Terminal:
        self.child.sendintr()
        return self

    def ends(self) -> int:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus)


def test_new_asks_for_the_title_and_then_what_is_open(office: Office) -> None:
    (office.root / "accelerator.yaml").write_text("format: 1\ntopics: {courts: Courts}\n")
    seen = Terminal(office, "new")

    seen.asked("What will be different").types("Small claims in a day")
    seen.asked("Which topic? (courts) (Enter to leave it open)").types("health")
    seen.asked("accelerator.yaml has no topic “health”").types("courts")
    seen.asked("Which agency leads?").types("Ministry of Justice")
    seen.asked("for example: Aigerim Bekova; Vice-Minister; Ministry of Justice").types("A; B; C; D")
    seen.asked("is not a person").types("Aigerim Bekova; Vice-Minister; Ministry of Justice")
    seen.asked("In one sentence, with a number in it.").types("")

    assert seen.sees("next: ").ends() == 0
    assert office.file("small-claims").read_text() == (
        "# yaml-language-server: $schema=../.hundredday/challenge.schema.json\n"
        "format: 1\ntitle: Small claims in a day\ntopic: courts\nagency: Ministry of Justice\n"
        "sponsor: {name: Aigerim Bekova, post: Vice-Minister, agency: Ministry of Justice}\nphase: design\n"
        "\ndesign:\n  entered: 2026-02-02\n"
    )


def test_nobody_is_asked_for_a_topic_where_there_is_none_to_choose(office: Office) -> None:
    seen = Terminal(office, "new", "Passports in three days")

    seen.asked("Which agency leads?").types("")

    assert "topic" not in str(seen.child.before)
    seen.asked("Who sponsors it?").types("")
    seen.asked("What is wrong today?").types("")
    assert seen.ends() == 0


def test_a_title_without_latin_letters_asks_for_an_id(office: Office) -> None:
    seen = Terminal(office, "new", "المطالبات الصغيرة في يوم واحد", "--topic=courts", "--agency=وزارة العدل")

    seen.asked("Which id shall").types("Claims Day")
    seen.asked("cannot be an id").types("claims-day")
    seen.asked("Who sponsors it?").types("")
    seen.asked("What is wrong today?").types("")

    assert seen.ends() == 0
    assert office.file("claims-day").exists()


def test_an_argument_that_was_left_out_is_asked_for(running: Office, git: RunGit) -> None:
    seen = Terminal(running, "block", "small")

    seen.asked("WHAT: What stops the team, in one sentence.").types("")
    seen.asked("Something is needed here").types("-- the registry's server is down")

    assert seen.ends() == 0
    assert "the registry's server is down" in git(running.root, "log", "-1", "--format=%s")


def test_one_of_a_few_words_is_asked_for_until_it_is_one_of_them(running: Office) -> None:
    seen = Terminal(running, "declare", "--because=Two courts start late")

    seen.asked("ID: A challenge, by its id").types("small")
    seen.asked("green|amber|red: The colour.").types("purple")
    seen.asked("“purple” is not one of them. Write green, amber or red.").types("Amber")

    assert seen.ends() == 0
    assert "status: amber" in running.file(ID).read_text()


def test_arguments_are_asked_for_one_by_one(running: Office) -> None:
    seen = Terminal(running, "amend", "small", "--because=Pilot court reached 2", "--by=Aigerim Bekova")
    seen.asked("GOAL: Which goal, by its key.").types("days-to-judgment")
    seen.asked("FIELD: Which field").types("target")
    seen.asked("VALUE: What it becomes.").types("3")
    assert seen.ends() == 0


def test_several_words_are_answered_at_once(candidate: Office) -> None:
    scored = Terminal(candidate, "score", "small")
    scored.asked("CRITERION=1..5 …: Such as").types("impact=5 'urgency=4")
    scored.asked("A quote is not closed.").types("impact=5 urgency=4")
    assert scored.ends() == 0
    assert "urgency: 4" in candidate.file(ID).read_text()


def test_an_unknown_id_is_said_before_an_argument_is_asked_for(running: Office) -> None:
    seen = Terminal(running, "block", "smoll-claims")

    assert seen.sees("Did you mean").ends() == 2
    assert "WHAT" not in str(seen.child.before)


def test_whoever_does_not_answer_leaves_without_a_change(running: Office, git: RunGit) -> None:
    head = git(running.root, "rev-parse", "HEAD")
    seen = Terminal(running, "--lang", "ru", "lesson", "small")

    seen.asked("TEXT: Чему научились, одним предложением.").interrupts()

    assert seen.ends() == 130
    assert git(running.root, "rev-parse", "HEAD") == head


def test_a_note_of_which_nothing_is_said_is_asked_for(candidate: Office) -> None:
    seen = Terminal(candidate, "note", "small")

    seen.asked("What will be true for people?").types("A judgment in a day")
    seen.asked("What will be looked at?").types("Days to judgment")

    assert seen.ends() == 0
    assert "mission: A judgment in a day" in candidate.file(ID).read_text()
    again = Terminal(candidate, "note", "small")
    assert again.sees("Nothing is said that could be changed.").ends() == 2


def test_what_a_challenge_lacks_is_asked_for_and_nothing_else(office: Office) -> None:
    office.run(
        "new", "Small claims settled in one day", "--agency=Ministry of Justice", "--problem=Six weeks"
    )
    seen = Terminal(office, "describe", "small")

    seen.asked("Who sponsors it? (Enter to leave it open)").types("")
    seen.asked("Which national objective does it serve?").types("National plan")
    seen.asked("Who suffers from it, and how many are they?").types("Every claimant")
    seen.asked("Where is that known from, and of which year?").types("")

    assert seen.ends() == 0
    assert "affected: Every claimant\n" in office.file(ID).read_text()
    again = Terminal(office, "describe", "small")
    for question in ("Who sponsors it?", "Where is that known from"):
        again.asked(question).types("")
    assert again.sees("Nothing is said that could be changed.").ends() == 2


def test_a_team_of_which_nothing_is_said_is_asked_for_person_by_person(chosen: Office) -> None:
    chosen.run("advance", "small")
    seen = Terminal(chosen, "team", "small")

    seen.asked("Who leads the team?").types("Dana Omarova; Judge; Court")
    seen.asked("Who coaches it? (Enter to leave it open)").types("A; B; C; D")
    seen.asked("is not a person").types("")
    seen.asked("Who else is on the team?").types("Timur Ospanov; Analyst; Ministry")
    seen.asked("Who else is on the team?").types("")

    assert seen.ends() == 0
    assert "{name: Timur Ospanov, post: Analyst, agency: Ministry}" in chosen.file(ID).read_text()


def test_nobody_is_asked_for_a_team_in_another_phase(candidate: Office) -> None:
    seen = Terminal(candidate, "team", "small")

    assert seen.sees("belongs to Acceleration").ends() == 1


def test_select_asks_who_and_why(candidate: Office) -> None:
    seen = Terminal(candidate, "select", "small")

    seen.asked("Who decided?").types("")
    seen.asked("Something is needed here").types("Accelerator board")
    seen.asked("Why this one?").types("Highest score of 14 candidates")

    assert seen.sees("selected by Accelerator board").ends() == 0


def test_letters_of_another_encoding_are_asked_for_again(candidate: Office) -> None:
    seen = Terminal(candidate, "select", "small")

    os.write(seen.asked("Who decided?").child.child_fd, b"\xca\xee\xec\xe8\xf1\xf1\xe8\xff\n")
    seen.asked("is not text in UTF-8.").types("Комиссия")
    seen.asked("Why this one?").types("Highest score of 14 candidates")

    assert seen.sees("selected by Комиссия").ends() == 0


def test_ctrl_c_leaves_everything_as_it_was(candidate: Office, git: RunGit) -> None:
    before = candidate.file(ID).read_bytes()
    seen = Terminal(candidate, "select", "small")

    seen.asked("Who decided?").types("Accelerator board").asked("Why this one?").interrupts()

    assert seen.ends() == 130
    assert candidate.file(ID).read_bytes() == before
    assert git(candidate.root, "status", "--porcelain") == ""


def test_a_goal_is_asked_for_letter_by_letter_and_wrong_answers_are_asked_again(
    nominated: Office, git: RunGit
) -> None:
    path = nominated.file(ID)
    text = path.read_text()
    start, end = text.index("  goals:"), text.index("  guardrails:\n")
    path.write_text(text[:start] + text[end:])
    nominated.run("save")
    seen = Terminal(nominated, "goal", "small", "days")

    seen.asked("for example:").types("A small claim is judged the same day")
    answers = {
        "--metric": "Median days to judgment",
        "--kind": "duration",
        "--unit": "days",
        "--baseline": "43",
        "--baseline-date": "2026-03-31",
        "--target": "1",
        "--counted": "All claims under 500,000 tenge",
        "--source": "Registry export, Mondays",
        "--owner": "Dana Omarova",
        "--because": "Two pilot judges rule on the day",
        "--relevant": "Moves the contract-enforcement indicator",
        "--due": "2026-07-15",
    }
    for option, answer in answers.items():
        if option == "--kind":
            seen.asked("for example:").types("speed")
            seen.asked("duration").types(answer)
        elif option == "--due":
            seen.asked("for example:").types("04/06/2026")
            seen.asked("can be read two ways").types(answer)
        else:
            seen.asked("for example:").types(answer)

    assert seen.sees("hundredday launch").ends() == 0
    assert nominated.run("launch", "small", "--check").code == 0
    assert git(nominated.root, "status", "--porcelain") == ""


def test_ctrl_c_in_the_middle_of_a_goal_leaves_no_half_of_it(nominated: Office) -> None:
    path = nominated.file(ID)
    path.write_text(
        path.read_text().replace("      relevant: Moves the contract-enforcement indicator\n", "")
    )
    nominated.run("save")
    before = path.read_bytes()
    seen = Terminal(nominated, "goal", "small", "days-to-judgment")

    seen.asked("for example:").interrupts()

    assert seen.ends() == 130
    assert path.read_bytes() == before


def test_a_value_that_was_forgotten_is_asked_for(running: Office) -> None:
    seen = Terminal(running, "record", "small")

    seen.asked("Which value?").types("30")

    assert seen.sees("30 days to judgment on Day 23").ends() == 0


def test_what_was_answered_is_in_the_command_to_try_again(candidate: Office) -> None:
    hook = candidate.root / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    seen = Terminal(candidate, "select", "small")

    seen.asked("Who decided?").types("Accelerator board").asked("Why this one?").types("Highest score")

    assert seen.sees("--by 'Accelerator board' --because 'Highest score'").ends() == 4


def test_an_edit_that_is_wrong_may_be_edited_again(
    running: Office, monkeypatch: pytest.MonkeyPatch, git: RunGit
) -> None:
    script = running.root.parent / "editor.sh"
    script.write_text(
        'if grep -q colour "$1"; then sed -i "s/^colour/# colour/" "$1"; else echo "colour: green" >> "$1"; fi\n'
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"sh '{script}'")
    seen = Terminal(running, "edit", "small")

    seen.asked("Edit again? [y/N]").types("y")

    assert seen.sees("comments and layout changed").ends() == 0
    assert git(running.root, "status", "--porcelain") == ""


def test_a_sentence_is_broken_between_words_and_a_command_is_not(candidate: Office) -> None:
    terminal = Terminal(candidate, "record", "small-claims-settled-in-one-day", "30", "--on", "2026-02-01")
    terminal.child.expect(pexpect.EOF)

    lines = terminal.child.before.replace("\r", "").splitlines()

    assert all(len(line) <= 80 for line in lines if "hundredday " not in line)
    assert not any(line.endswith(("-", "hundredda")) for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("error: a long sentence", 80, "error: a long sentence"),
        ("error: a long sentence that goes on", 20, "error: a long\n  sentence that goes\n  on"),
        ("  Look at it on 2026-11-27", 25, "  Look at it on\n    2026-11-27"),
        ("  hundredday record small-claims 12", 20, "  hundredday record small-claims 12"),
        ("next: cd reforms && hundredday status", 20, "next: cd reforms && hundredday status"),
        ("кейін: hundredday record small-claims 12", 20, "кейін: hundredday record small-claims 12"),
    ],
)
def test_a_line_fits_the_terminal(text: str, width: int, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    main, side = os.openpty()
    with os.fdopen(side, "w") as terminal:
        assert fitted(text, terminal) == shown
    os.close(main)
    with Path(os.devnull).open("w") as pipe:
        assert fitted(text, pipe) == text
