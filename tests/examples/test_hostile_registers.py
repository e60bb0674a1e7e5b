"""Files that are meant to hurt, among the training intakes and the partners: refused like challenges are."""

from __future__ import annotations

from pathlib import Path

from office import Office

HOSTILE = sorted((Path(__file__).parent / "hostile").iterdir())


def test_hostile_files_are_refused_and_hide_nothing(tmp_path: Path) -> None:
    office = Office(tmp_path)
    (tmp_path / "accelerator.yaml").write_text("format: 1\nname: National Accelerator\n")
    (tmp_path / "training").mkdir()
    (tmp_path / "exchange").mkdir()
    (tmp_path / "training" / "sound.yaml").write_text("format: 1\ntitle: Diploma\n")
    for number, path in enumerate(HOSTILE):
        for folder in ("training", "exchange"):
            (tmp_path / folder / f"hostile-{number}.yaml").write_bytes(path.read_bytes())

    checked = office.run("check", "--json", code=3).json
    training = office.run("training", "--color", "always")
    exchange = office.run("exchange", "status", "--json").json

    told = {finding["path"] for finding in checked["findings"]}
    assert len(told) == 2 * len(HOSTILE)
    assert "Diploma" in training.out
    assert not any(sign in training.out for sign in ("\x1b]", "\x9b", "\u202e", "\u2066"))
    assert {problem["path"].partition("/")[0] for problem in exchange["problems"]} == {"exchange"}
