"""What hands do to files besides editing them: `save` after a move, after a removal, and after a broken promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inline_snapshot import snapshot

from transcript import typed

if TYPE_CHECKING:
    from conftest import RunGit
    from office import Office


def test_a_file_that_was_moved_by_hand_is_saved_as_moved(office: Office, git: RunGit) -> None:
    office.run("new", "Claims", "--id=claims")
    office.run("new", "Permits", "--id=permits")
    (office.root / "challenges/2026").mkdir()
    (office.root / "challenges/claims.yaml").rename(office.root / "challenges/2026/claims.yaml")
    (office.root / "challenges/permits.yaml").rename(office.root / "challenges/permits-in-a-day.yaml")
    path = office.root / "challenges/2026/claims.yaml"
    path.write_text(path.read_text().replace("title: Claims", "title: Small claims"))

    seen = typed(office, "save", "audit")

    assert seen == snapshot("""\
$ hundredday save
claims: edits made by hand are committed: moved from the folder challenges to 2026; title from Claims to “Small claims”
permits-in-a-day: edits made by hand are committed: renamed: was permits
[0]
$ hundredday audit
5 commits read, 3 versions of 2 challenges: nothing to object to.
[0]
""")
    assert git(office.root, "status", "--porcelain") == ""
    assert [one["event"] for one in office.run("log", "claims", "--json").json] == [
        "moved",
        "described",
        "proposed",
    ]


def test_a_file_that_somebody_took_away_is_named_and_how_it_comes_back(office: Office, git: RunGit) -> None:
    office.run("new", "Claims", "--id=claims")
    office.run("exchange", "new", "UAE", "--id=uae")
    (office.root / "challenges/claims.yaml").unlink()
    (office.root / "exchange/uae.yaml").unlink()

    seen = typed(office, "save")

    assert seen == snapshot("""\
$ hundredday save
! error: challenges/claims.yaml is gone from the folder, and git still has it.
!   Bring it back: git checkout HEAD -- challenges/claims.yaml. A challenge that is over is stopped or declined, not deleted.
! error: exchange/uae.yaml is gone from the folder, and git still has it.
!   Bring it back: git checkout HEAD -- exchange/uae.yaml. Or take it out of git: git rm, then git commit.
[1]
""")
    git(office.root, "checkout", "HEAD", "--", "challenges/claims.yaml", "exchange/uae.yaml")
    assert office.run("save").out == "Nothing was edited by hand since the last commit.\n"


def test_a_promise_that_was_changed_by_hand_is_saved_with_a_word_of_the_audit(running: Office) -> None:
    path = running.file("small")
    path.write_text(path.read_text().replace("target: 2", "target: 12"))

    said = running.run("save")

    assert "without an amendment" in said.out
    assert "hundredday audit small-claims-settled-in-one-day" in said.err
    running.run("audit", "small", code=1)
    path.write_text(path.read_text().replace("Registry", "The registry"))
    assert running.run("save").err == ""
