"""Working on the files: edit, save, tidy, schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from life import ID

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office

SAMPLES = Path(__file__).parents[2] / "challenges"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script that stands for the editor; a test writes what it does to the file in $1."""
    script = tmp_path / "editor.sh"
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"sh '{script}'")
    return script


def drafts(office: Office) -> list[Path]:
    return list(office.root.glob("challenges/.*"))


def test_an_edit_is_checked_and_committed_with_a_sentence(running: Office, editor: Path, git: RunGit) -> None:
    editor.write_text("""sed -i 's/needed_by: 2026-05-04/needed_by: 2026-05-08/' "$1"\n""")

    said = running.run("edit", "small")

    assert git(running.root, "log", "-1", "--format=%s") in said.out
    assert git(running.root, "status", "--porcelain") == ""
    assert drafts(running) == []


def test_an_edit_that_changes_nothing_says_so(running: Office, editor: Path, git: RunGit) -> None:
    editor.write_text("true\n")
    head = git(running.root, "rev-parse", "HEAD")

    said = running.run("edit", "small")

    assert said.out == f"{ID}: nothing was changed.\n"
    assert git(running.root, "rev-parse", "HEAD") == head
    assert drafts(running) == []


def test_an_edit_that_is_no_challenge_is_shown_and_kept_as_a_draft(
    running: Office, editor: Path, git: RunGit
) -> None:
    before = running.file(ID).read_bytes()
    editor.write_text("""printf 'colour: green\\n' >> "$1"\n""")

    said = running.run("edit", "small", code=3)

    assert '"colour" is not a' in said.err
    assert running.file(ID).read_bytes() == before
    (draft,) = drafts(running)
    assert str(draft) in said.err
    assert git(running.root, "status", "--porcelain") == ""
    editor.write_text("""sed -i 's/^colour: green$/# colour: green/' "$1"\n""")
    running.run("edit", "small")
    assert running.file(ID).read_bytes() == before + b"# colour: green\n"
    assert drafts(running) == []


def test_a_draft_of_an_older_version_undoes_no_reading(running: Office, editor: Path) -> None:
    editor.write_text("""printf 'colour: green\\n' >> "$1"\n""")
    running.run("edit", "small", code=3)
    running.run("record", "small", "30")
    editor.write_text("""printf '# a thought\\n' >> "$1"\n""")

    said = running.run("edit", "small")

    assert "was changed since you wrote" in said.err
    assert "value: 30" in running.file(ID).read_text()
    assert len(drafts(running)) == 1


def test_what_was_edited_before_is_committed_on_its_own(running: Office, editor: Path, git: RunGit) -> None:
    path = running.file(ID)
    path.write_text(path.read_text().replace("e-signature}", "e-signature}  # soon") + "# seen\n")
    editor.write_text("""sed -i 's/^agency: .*/agency: Supreme Court/' "$1"\n""")

    said = running.run("edit", "small")

    assert "edits made by hand are committed" in said.out
    agency, comment = git(running.root, "log", "-2", "--format=%s").splitlines()
    assert agency == f"{ID}: agency from “Ministry of Justice” to “Supreme Court”"
    assert comment == f"{ID}: comments and layout changed, nothing else"


def test_an_edit_mends_a_file_that_cannot_be_read(running: Office, editor: Path, git: RunGit) -> None:
    path = running.file(ID)
    path.write_text(path.read_text() + "colour: green\n")
    editor.write_text("""sed -i -e '/^colour/d' -e 's/^agency: .*/agency: Supreme Court/' "$1"\n""")

    running.run("edit", "small")

    assert git(running.root, "log", "-1", "--format=%s") == (
        f"{ID}: agency from “Ministry of Justice” to “Supreme Court”"
    )


def test_an_intake_and_a_partner_are_edited_like_a_challenge(
    running: Office, editor: Path, git: RunGit
) -> None:
    running.run("training", "new", "Leaders", "--id", "elp-2026")
    running.run("exchange", "new", "UAE Government Accelerators", "--id", "uae")
    editor.write_text("""sed -i 's/^title:.*/title: Vice-ministers/; s/^partner:.*/partner: UAE/' "$1"\n""")

    said = running.run("edit", "elp").out + running.run("edit", "uae").out

    assert said == (
        "elp-2026: title from Leaders to Vice-ministers\n"
        "uae: partner from “UAE Government Accelerators” to UAE\n"
    )
    assert git(running.root, "log", "-2", "--format=%(trailers:only,unfold,separator=%x3B)").splitlines() == [
        "Exchange: uae;Event: described",
        "Training: elp-2026;Event: described",
    ]
    assert git(running.root, "status", "--porcelain") == ""


def test_an_intake_that_is_edited_into_nonsense_is_kept_as_a_draft(
    running: Office, editor: Path, git: RunGit
) -> None:
    running.run("training", "new", "Leaders", "--id", "elp-2026")
    path = running.root / "training/elp-2026.yaml"
    before, head = path.read_bytes(), git(running.root, "rev-parse", "HEAD")
    editor.write_text("""printf 'participants:\\n  - {name: Dana, project: nowhere}\\n' >> "$1"\n""")

    said = running.run("edit", "elp", code=3)

    assert "[unknown-challenge]" in said.err
    assert path.read_bytes() == before
    assert git(running.root, "rev-parse", "HEAD") == head
    (draft,) = running.root.glob("training/.*.draft.yaml")
    assert b"nowhere" in draft.read_bytes()
    assert running.run("check").code == 0


def test_edits_of_an_intake_made_before_are_committed_on_their_own(
    running: Office, editor: Path, git: RunGit
) -> None:
    running.run("training", "new", "Leaders", "--id", "elp-2026")
    path = running.root / "training/elp-2026.yaml"
    path.write_text(path.read_text() + "host: Academy\n")
    editor.write_text("""sed -i 's/^title:.*/title: Vice-ministers/' "$1"\n""")

    running.run("edit", "elp")

    assert git(running.root, "log", "-2", "--format=%s").splitlines() == [
        "elp-2026: title from Leaders to Vice-ministers",
        "elp-2026: host set to Academy",
    ]


def test_an_editor_that_is_not_set_missing_or_failing_changes_nothing(
    running: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = running.file(ID).read_bytes()
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)

    unset = running.run("edit", "small", code=2)
    monkeypatch.setenv("EDITOR", "/nowhere/editor")
    missing = running.run("edit", "small", code=2)
    monkeypatch.setenv("EDITOR", "false")
    failing = running.run("edit", "small", code=2)
    monkeypatch.setenv("EDITOR", 'nano "')
    quoted = running.run("edit", "small", code=2)
    monkeypatch.setenv("EDITOR", " ")
    empty = running.run("edit", "small", code=2)

    assert "export EDITOR=nano" in unset.err
    assert empty.err == unset.err
    assert quoted.err.startswith('error: The editor “nano "” cannot be started: No closing quotation.\n')
    assert "“/nowhere/editor” cannot be started" in missing.err
    assert "nothing was changed" in failing.err
    assert running.file(ID).read_bytes() == before


def test_save_commits_each_challenge_on_its_own_and_leaves_bad_files(office: Office, git: RunGit) -> None:
    for title in ("One", "Two", "Three"):
        office.run("new", title)
    for id_, more in (("one", "agency: Court\n"), ("two", "colour: green\n"), ("three", "# a thought\n")):
        path = office.file(id_)
        path.write_text(path.read_text() + more)

    said = office.run("save", code=3)

    assert '"colour" is not a key here' in said.err
    assert git(office.root, "log", "-2", "--format=%s").splitlines() == [
        "three: comments and layout changed, nothing else",
        "one: agency: Court",
    ]
    assert git(office.root, "status", "--porcelain") == " M challenges/two.yaml"
    assert git(office.root, "log", "--format=%s", "--", "challenges/two.yaml").count("\n") == 0


def test_save_commits_the_settings_too(office: Office, git: RunGit) -> None:
    path = office.root / "accelerator.yaml"
    path.write_text(path.read_text() + "topics: {courts: Courts}\n")

    said = office.run("save")

    assert said.out == "accelerator.yaml: edits made by hand are committed: topic added: Courts\n"
    assert git(office.root, "status", "--porcelain") == ""
    assert office.run("save").out == "Nothing was edited by hand since the last commit.\n"


def test_save_of_one_challenge_leaves_the_others(office: Office, git: RunGit) -> None:
    for title in ("One", "Two"):
        office.run("new", title)
        path = office.file(title.lower())
        path.write_text(path.read_text() + "# a thought\n")

    office.run("save", "one")

    assert git(office.root, "status", "--porcelain") == " M challenges/two.yaml"


def test_tidy_changes_layout_only_and_only_once(office: Office, git: RunGit) -> None:
    path = office.root / "challenges" / "small.yaml"
    text = "format:   1\n# why\ntitle:  'Small'\nphase: design # now\ndesign:\n      entered: 2026-02-02\n"
    path.write_text(text)
    office.run("save")

    first = office.run("tidy")
    second = office.run("tidy", "small")

    assert first.out == "small: laid out in house format, nothing else changed\n"
    assert second.out == "small: is tidy already\n"
    (office.root / "challenges/other.yaml").write_text("format: 1\ntitle:   Other\nphase: design\n")
    assert office.run("tidy").out.splitlines() == [
        "other: edits made by hand are committed: proposed: “Other”",
        "other: laid out in house format, nothing else changed",
        "1 file is tidy already.",
    ]
    assert path.read_text() == (
        "format: 1\n# why\ntitle: 'Small'\nphase: design # now\ndesign:\n  entered: 2026-02-02\n"
    )
    assert git(office.root, "status", "--porcelain") == ""


def test_tidy_lays_out_the_samples_without_losing_a_value_or_a_comment(office: Office, git: RunGit) -> None:
    for sample in sorted(SAMPLES.rglob("*.yaml")):
        (office.root / "challenges" / sample.name).write_bytes(sample.read_bytes())
    office.run("save")
    texts = {path: path.read_text() for path in office.root.glob("challenges/*.yaml")}

    office.run("tidy")

    for path, text in texts.items():
        assert loaded(path.read_text()) == loaded(text)
        assert path.read_text().count("#") == text.count("#")
    head = git(office.root, "rev-parse", "HEAD")
    office.run("tidy")
    assert git(office.root, "rev-parse", "HEAD") == head


def test_tidy_lays_out_intakes_and_partners_too(office: Office, git: RunGit) -> None:
    office.run("training", "new", "Leaders", "--id", "elp-2026")
    path = office.root / "training/elp-2026.yaml"
    path.write_text(path.read_text().replace("title: Leaders", "title:    Leaders # of tomorrow"))

    assert "elp-2026: laid out in house format, nothing else changed\n" in office.run("tidy", "elp").out
    assert "\ntitle: Leaders    # of tomorrow\n" in path.read_text()
    assert office.run("tidy").out == "1 file is tidy already.\n"
    assert git(office.root, "log", "-1", "--format=%(trailers:only,unfold)").splitlines() == [
        "Training: elp-2026",
        "Event: tidied",
    ]
    assert git(office.root, "status", "--porcelain") == ""


def test_tidy_is_not_stopped_by_a_file_that_is_no_challenge(office: Office) -> None:
    for title in ("One", "Two"):
        office.run("new", title)
    office.file("one").write_text("format: 1\ncolour: green\n")
    office.file("two").write_text(office.file("two").read_text().replace("title: Two", "title:    Two"))

    said = office.run("tidy", code=3)

    assert "colour" in said.err
    assert "two: laid out in house format" in said.out


def test_the_schema_of_a_challenge_accepts_every_sample_and_refuses_what_check_refuses(
    office: Office,
) -> None:
    schema = office.run("schema").json
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    def problems(text: str) -> list[str]:
        return [error.message for error in validator.iter_errors(with_days_as_texts(text))]

    for sample in sorted(SAMPLES.rglob("*.yaml")):
        assert problems(sample.read_text()) == [], sample.name
    assert problems("format: 1\nphase: design\n")
    assert problems("format: 1\ntitle: Small\nphase: asleep\n")
    assert problems("format: 1\ntitle: Small\nphase: design\ncolour: green\n")
    assert problems("format: 1\ntitle: [Small]\nphase: design\n")
    assert problems("format: 1\ntitle: Small\nphase: design\ndesign: {scores: {impact: 9}}\n")


def test_the_schema_of_an_accelerator_accepts_a_new_one(office: Office) -> None:
    schema = office.run("schema", "accelerator").json
    Draft202012Validator.check_schema(schema)
    settings = yaml.safe_load((office.root / "accelerator.yaml").read_text())

    assert list(Draft202012Validator(schema).iter_errors(settings)) == []
    assert list(Draft202012Validator(schema).iter_errors({"format": 1, "colour": "green"}))


def test_the_schema_is_written_where_it_is_asked_for(office: Office, tmp_path: Path) -> None:
    office.run("schema", "--output", str(tmp_path / "challenge.schema.json"))
    said = office.run("schema", "--output", str(tmp_path / "nowhere" / "challenge.schema.json"), code=1)

    assert json.loads((tmp_path / "challenge.schema.json").read_text())["$id"] == "challenge.schema.json"
    assert "No such file or directory" in said.err


def loaded(text: str) -> Any:
    # PyYAML's own parser refuses a question mark at the end of a list in brackets; libyaml does not.
    return yaml.load(text, yaml.CSafeLoader)


def with_days_as_texts(text: str) -> Any:
    return json.loads(json.dumps(loaded(text), default=str))
