"""Every mend is run as it is printed, by the real program, until its condition holds."""

from __future__ import annotations

import shlex
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from gates.ready import TODAYS, before
from gates.test_conditions import ALONE, ALONE_IDS
from hundredday.challenge import Challenge
from hundredday.challenge.rules import problems
from hundredday.gates import conditions, name_of, verdicts
from hundredday.programme import Settings
from hundredday.store.plain import plain
from office import Office

if TYPE_CHECKING:
    from pathlib import Path

MOST_STEPS = 12


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An accelerator in a plain folder: what is committed is tested elsewhere."""
    (tmp_path / "accelerator.yaml").write_text("format: 1\n")
    (tmp_path / "challenges").mkdir()
    return Office(tmp_path)


def write(office: Office, challenge: Challenge) -> None:
    text = yaml.safe_dump(plain(challenge), allow_unicode=True, sort_keys=False)
    (office.root / "challenges" / "small-claims.yaml").write_text(text)


def read(office: Office) -> Challenge:
    return Challenge.model_validate(yaml.safe_load(office.file("small-claims").read_text()))


def findings(name: str, challenge: Challenge, today: date) -> int:
    condition = next(condition for condition in conditions() if name_of(condition) == name)
    return 0 if name in challenge.waived() else len(list(condition.check(challenge, Settings(), today)))


@pytest.mark.parametrize(("gate", "name", "changes"), ALONE, ids=ALONE_IDS)
def test_the_mend_of_a_condition_runs_as_printed_and_brings_it_nearer(
    office: Office, gate: Any, name: str, changes: dict[str, Any]
) -> None:
    challenge = before(gate, **changes)
    today = date(2026, 7, 14) if name == "clock-has-run" else TODAYS[gate]
    office.today = today.isoformat()
    if gate == "launch":
        # The clock is only proposed while this gate is looked at: what is written has none.
        clock = challenge.clock
        challenge = before(gate, **changes, acceleration__clock=None)
    write(office, challenge)

    for _ in range(MOST_STEPS):
        now = read(office)
        if gate == "launch" and now.clock is None:
            now = now.model_copy(
                update={"acceleration": now.acceleration.model_copy(update={"clock": clock})}  # type: ignore[union-attr]
            )
        left = findings(name, now, today)
        if not left:
            break
        verdict = next(v for v in verdicts(gate, now, Settings(), today, id="small-claims") if v.name == name)
        program, *words = shlex.split(verdict.mend)
        office.run(*words)
        assert program == "hundredday"

    assert left == 0
    assert [finding for finding in problems(read(office)) if finding.blocks] == []


def test_an_empty_challenge_is_led_through_every_gate_by_its_mends(office: Office) -> None:
    """Following what is printed, and nothing else, ends at the end."""
    office.today = "2026-02-02"
    office.run("new", "Small claims", "--id=small-claims", "--agency=Ministry of Justice")

    for gate, today in TODAYS.items():
        office.today = today.isoformat()
        for _ in range(3 * MOST_STEPS):
            now = read(office)
            shown: Any = gate
            if gate == "launch":
                from hundredday.moves import with_clock

                now = with_clock(now, date(2026, 4, 6))
            found = verdicts(shown, now, Settings(), today, id="small-claims")
            blocking = [verdict for verdict in found if verdict.blocks]
            if not blocking:
                break
            office.run(*shlex.split(blocking[0].mend)[1:])
        office.run(
            *(
                ["launch", "small-claims", "--on", "2026-04-06"]
                if gate == "launch"
                else ["advance", "small-claims"]
            )
        )

    assert read(office).phase == "closed"
