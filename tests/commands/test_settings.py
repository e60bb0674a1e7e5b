"""Settings that make no sense: every command that reads them says where, and does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from office import Office


@pytest.mark.parametrize(
    "command",
    [
        ("status",),
        ("agenda",),
        ("check",),
        ("audit",),
        ("record", "small", "30"),
        ("status", "--json"),
        ("launch", "small", "--check"),
    ],
    ids=" ".join,
)
def test_senseless_settings_stop_every_command_with_their_place(
    running: Office, command: tuple[str, ...]
) -> None:
    settings = running.root / "accelerator.yaml"
    settings.write_text("format: 1\ncountry: KZ\nsettings:\n  stale_after: 0\n")
    before = running.file("small").read_bytes()

    said = running.run(*command, code=3)

    assert "accelerator.yaml:4:16: error:" in said.out + said.err
    assert "Write a number from 1 to 100." in said.out + said.err
    assert running.file("small").read_bytes() == before


def test_all_that_is_senseless_is_told_in_one_run(office: Office) -> None:
    settings = office.root / "accelerator.yaml"
    settings.write_text(
        "format: 1\ncountry: ZZ\ntimezone: Mars/Olympus\nsettings:\n"
        "  team_size: [12, 8]\n  at_risk_below: 2\n  follow_up_days: [30, 30]\n  weights: {impact: -1}\n"
    )

    found = office.run("check", "--json", code=3).json["findings"]

    assert [(one["line"], one["code"]) for one in found] == [
        (2, "unknown-country"),
        (3, "unknown-timezone"),
        (5, "out-of-range"),
        (6, "out-of-range"),
        (7, "out-of-range"),
        (8, "out-of-range"),
    ]


def test_a_new_accelerator_is_not_founded_in_a_country_that_does_not_exist(office: Office) -> None:
    said = office.run("init", str(office.root / "other"), "--country", "ZZ", code=1)

    assert "“ZZ” is not the code of a country." in said.err
    assert not (office.root / "other").exists()
