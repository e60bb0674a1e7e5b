"""The audit of histories that git allows and nobody expects: each offence is found once, what is honest is left alone."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from chronicle import ACCELERATOR, TIMUR, Chronicle
from claims import APRIL, IDEA, JUNE, MAY, design, work
from office import Office

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = work("claims", APRIL, MAY)
SILENT = NOW.replace("target: 2", "target: 9")
DELETED, FROZEN, READING = "challenge-deleted", "frozen-field-changed", "reading-removed-or-rewritten"


@pytest.fixture
def chronicle(tmp_path: Path) -> Chronicle:
    """A challenge that has run until May."""
    one = Chronicle.begun(tmp_path / "by-hand")
    live(one)
    return one


def live(chronicle: Chronicle, id_: str = "claims") -> None:
    chronicle.commit("2026-02-02", {id_: IDEA.format(id=id_)})
    chronicle.keep(
        id_,
        (
            ("2026-03-04", design(id_, "acceleration")),
            ("2026-04-06", work(id_)),
            ("2026-04-13", work(id_, APRIL)),
            ("2026-05-11", work(id_, APRIL, MAY)),
        ),
    )


def found(chronicle: Chronicle, *words: str) -> list[tuple[str, str | None, str, str, str]]:
    """Rule, challenge, commit, day and author of every finding: anew, and from what was kept."""
    rows = []
    for more in (("--no-cache",), (), ()):
        shown = Office(chronicle.root, "2026-11-20").run("audit", "--json", *more, *words, code=1).json
        rows.append(
            [(f["rule"], f["challenge"], f["commit"], f["when"][:10], f["who"]) for f in shown["findings"]]
        )
    assert rows[0] == rows[1] == rows[2]
    return rows[0]


def nothing_in(chronicle: Chronicle) -> bool:
    rows: list[object] = Office(chronicle.root, "2026-11-20").run("audit", "--json").json["findings"]
    return not rows


def branches(chronicle: Chronicle, *names: str) -> None:
    """Branches with a candidate each, and main with one of its own."""
    for name in names:
        chronicle.git("switch", "--quiet", "--create", name, "main")
        chronicle.commit("2026-05-12", {name: IDEA.format(id=name)})
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-05-12", {"own": IDEA.format(id="own")})


def test_an_octopus_merge_is_no_offence(chronicle: Chronicle) -> None:
    branches(chronicle, "a", "b", "c")

    chronicle.merge("2026-05-13", "a", "b", "c")

    assert nothing_in(chronicle)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (FROZEN, SILENT),
        (READING, work("claims", MAY)),
        ("reading-in-the-future", work("claims", APRIL, MAY, JUNE)),
        (DELETED, None),
    ],
)
@pytest.mark.parametrize("others", [("a",), ("a", "b", "c")])
def test_what_a_merge_does_on_its_own_is_found_once_in_it(
    others: tuple[str, ...], rule: str, text: str | None, chronicle: Chronicle
) -> None:
    branches(chronicle, *others)

    chronicle.git("merge", "--quiet", "--no-commit", "--no-ff", *others)
    evil = chronicle.commit("2026-05-13", {"claims": text}, by=TIMUR)

    assert found(chronicle) == [(rule, "claims", evil, "2026-05-13", "Timur Ospanov")]


def test_branches_that_merge_each_other_twice_are_no_offence(chronicle: Chronicle) -> None:
    other = NOW.replace("Appeals a week", "Appeals per week")
    both = work("claims", APRIL, MAY, "{date: 2026-05-12, value: 34}").replace(
        "Appeals a week", "Appeals per week"
    )
    chronicle.git("switch", "--quiet", "--create=side")
    side = chronicle.commit(
        "2026-05-12", {"claims": work("claims", APRIL, MAY, "{date: 2026-05-12, value: 34}")}
    )
    chronicle.git("switch", "--quiet", "main")
    main = chronicle.commit("2026-05-12", {"claims": other})
    for branch, into in (("main", side), ("side", main)):
        chronicle.git("switch", "--quiet", branch)
        chronicle.git("merge", "--quiet", "--no-commit", "--no-ff", "--strategy=ours", into)
        chronicle.commit("2026-05-13", {"claims": both})
    chronicle.commit("2026-05-14", {"later": IDEA.format(id="later")})
    chronicle.git("switch", "--quiet", "main")

    chronicle.merge("2026-05-15", "side")

    assert nothing_in(chronicle)


def test_a_history_merged_in_as_a_folder_keeps_its_offences_and_gets_no_new_ones(
    chronicle: Chronicle, tmp_path: Path
) -> None:
    other = Chronicle.begun(tmp_path / "other")
    live(other, "water")
    moved = other.commit("2026-05-12", {"water": work("water", APRIL, MAY, target=9)}, by=TIMUR)
    chronicle.git("fetch", "--quiet", str(other.root), "main")
    chronicle.git(
        "merge", "--quiet", "--no-commit", "--strategy=ours", "--allow-unrelated-histories", "FETCH_HEAD"
    )
    chronicle.git("read-tree", "--prefix=challenges/imported/", "-u", "FETCH_HEAD:challenges")

    chronicle.commit("2026-06-01")

    assert found(chronicle) == [(FROZEN, "water", moved, "2026-05-12", "Timur Ospanov")]


REWRITTEN = f"# {'x' * 6000}\n"
"""More than git takes for the same file."""


@pytest.mark.parametrize("more", ["", REWRITTEN])
def test_a_file_that_is_renamed_and_changed_in_one_commit_is_judged_by_its_past(
    more: str, chronicle: Chronicle
) -> None:
    chronicle.git("mv", "challenges/claims.yaml", "challenges/judged.yaml")
    moved = chronicle.commit("2026-05-12", {"judged": SILENT + more}, by=TIMUR)

    assert found(chronicle, "judged") == [(FROZEN, "judged", moved, "2026-05-12", "Timur Ospanov")]


def test_to_rename_and_rewrite_a_file_is_no_offence_also_when_others_go_on_with_the_old_one(
    chronicle: Chronicle,
) -> None:
    june = work("claims", APRIL, MAY, JUNE)
    chronicle.git("switch", "--quiet", "--create=side")
    chronicle.commit("2026-05-12", {"claims": None, "judged": NOW + REWRITTEN})
    chronicle.git("switch", "--quiet", "main")
    chronicle.commit("2026-06-15", {"claims": june})
    chronicle.git("merge", "--quiet", "--no-commit", "--strategy=ours", "side")

    chronicle.commit("2026-06-16", {"claims": None, "judged": june + REWRITTEN})

    assert nothing_in(chronicle)


@pytest.mark.parametrize(
    "other", ["format: 1\ntitle: Less water\nphase: design\n", work("water", MAY).replace("wait:", "loss:")]
)
def test_another_challenge_that_is_written_over_a_launched_one_is_one_offence(
    other: str, chronicle: Chronicle
) -> None:
    over = chronicle.commit("2026-05-12", {"claims": other}, by=TIMUR)

    assert found(chronicle) == [(DELETED, "claims", over, "2026-05-12", "Timur Ospanov")]
    chronicle.commit("2026-05-13", {"claims": NOW})
    assert found(chronicle) == [(DELETED, "claims", over, "2026-05-12", "Timur Ospanov")]


def test_a_candidate_may_become_another_one(chronicle: Chronicle) -> None:
    chronicle.commit("2026-05-12", {"idea": IDEA.format(id="idea")})
    chronicle.commit("2026-05-13", {"idea": "format: 1\ntitle: Less water\nphase: design\n"})

    assert nothing_in(chronicle)


@pytest.mark.parametrize("where", [".claims.yaml", "claims.txt", ".old/claims.yaml", "../claims.yaml"])
def test_to_hide_a_file_is_to_delete_it_and_to_show_it_again_undoes_that(
    where: str, chronicle: Chronicle
) -> None:
    (chronicle.root / "challenges" / where).parent.mkdir(exist_ok=True)
    chronicle.git("mv", "challenges/claims.yaml", f"challenges/{where}")
    hidden = chronicle.commit("2026-05-12", by=TIMUR)
    assert found(chronicle) == [(DELETED, "claims", hidden, "2026-05-12", "Timur Ospanov")]

    chronicle.git("mv", f"challenges/{where}", "challenges/claims.yaml")
    lower = chronicle.commit("2026-05-13", {"claims": SILENT})

    assert [row[:3] for row in found(chronicle)] == [(DELETED, "claims", hidden), (FROZEN, "claims", lower)]


def link(chronicle: Chronicle) -> None:
    """A link in the place of the file, to the same content."""
    file = chronicle.root / "challenges" / "claims.yaml"
    file.rename(chronicle.root / "elsewhere.yaml")
    file.symlink_to("../elsewhere.yaml")


def submodule(chronicle: Chronicle) -> None:
    """Another repository in the place of the folder."""
    chronicle.git("rm", "--quiet", "-r", "--cached", "challenges")
    chronicle.git("update-index", "--add", "--cacheinfo", f"160000,{chronicle.head},challenges")
    (chronicle.root / "challenges" / "claims.yaml").unlink()


@pytest.mark.parametrize("put", [link, submodule])
def test_what_takes_the_place_of_a_file_deletes_it(
    put: Callable[[Chronicle], None], chronicle: Chronicle
) -> None:
    put(chronicle)
    gone = chronicle.commit("2026-05-12", by=TIMUR)

    rows = found(chronicle)

    assert rows == [(DELETED, "claims", gone, "2026-05-12", "Timur Ospanov")]


def test_modes_and_line_ends_are_no_offence_and_hide_none(chronicle: Chronicle) -> None:
    file = chronicle.root / "challenges" / "claims.yaml"
    file.chmod(0o755)
    chronicle.commit("2026-05-12")
    file.write_bytes(NOW.replace("\n", "\r\n").encode())
    chronicle.commit("2026-05-12")
    assert nothing_in(chronicle)

    file.write_bytes(SILENT.replace("\n", "\r\n").encode())
    chronicle.git("add", "--all")
    moved = chronicle.commit("2026-05-13")

    assert found(chronicle) == [(FROZEN, "claims", moved, "2026-05-13", "Dana Omarova")]


@pytest.mark.parametrize("is_primary", ["", "primary: true, "])
def test_a_goal_that_comes_after_the_launch_is_found(is_primary: str, chronicle: Chronicle) -> None:
    easy = f"    easy: {{{is_primary}measurable: {{metric: Leaflets, kind: cumulative, baseline: 0, target: 9}}}}\n"
    before = NOW.replace("primary: true", "primary: false") if is_primary else NOW
    added = chronicle.commit(
        "2026-05-12", {"claims": before.replace("  guardrails:\n", f"{easy}  guardrails:\n")}
    )

    assert found(chronicle) == [(FROZEN, "claims", added, "2026-05-12", "Dana Omarova")]
    chronicle.commit("2026-05-13", {"claims": NOW})
    assert found(chronicle) == [(FROZEN, "claims", added, "2026-05-12", "Dana Omarova")]


def raw(chronicle: Chronicle, author: str, committer: str, text: str) -> str:
    """A commit whose dates are written by hand."""
    (chronicle.root / "challenges" / "claims.yaml").write_text(text)
    chronicle.git("add", "--all")
    people = f"author {TIMUR[0]} <{TIMUR[1]}> {author}\ncommitter {TIMUR[0]} <{TIMUR[1]}> {committer}"
    body = f"tree {chronicle.git('write-tree')}\nparent {chronicle.head}\n{people}\n\nBy hand\n"
    id_ = chronicle.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", content=body.encode())
    chronicle.git("reset", "--quiet", "--hard", id_)
    return id_


MOMENT = int(datetime(2026, 5, 12, 9, tzinfo=UTC).timestamp())
TODAY = work("claims", APRIL, MAY, "{date: 2026-05-12, value: 34}")


@pytest.mark.parametrize(
    ("author", "committer"), [("+1400", "-1200"), ("+9999", "+9999"), ("-2359", "+0000"), ("+0545", "-0330")]
)
def test_odd_zones_are_no_offence(author: str, committer: str, chronicle: Chronicle) -> None:
    raw(chronicle, f"{MOMENT} {author}", f"{MOMENT} {committer}", TODAY)

    assert nothing_in(chronicle)


def test_an_odd_zone_does_not_make_a_late_reading_timely(chronicle: Chronicle) -> None:
    later = MOMENT + 60 * 24 * 3600
    late = raw(chronicle, f"{later} +9999", f"{later} +0000", TODAY)

    shown = Office(chronicle.root, "2026-11-20").run("audit", "--json").json["findings"]

    assert [(f["rule"], f["commit"], f["when"][:10]) for f in shown] == [
        ("reading-entered-late", late, "2026-07-11")
    ]


@pytest.mark.parametrize("stamp", ["99999999999999 +0000", "-86400 +0000", "", "0 +0000"])
def test_a_date_that_is_none_is_found_and_hides_nothing(stamp: str, chronicle: Chronicle) -> None:
    moved = raw(chronicle, stamp, stamp, SILENT)

    assert [row[:3] for row in found(chronicle)] == [
        (FROZEN, "claims", moved),
        ("dates-run-backwards", None, moved),
    ]


def test_in_a_repository_of_the_longer_ids_all_is_the_same(tmp_path: Path) -> None:
    chronicle = Chronicle(tmp_path / "long")
    (chronicle.root / "challenges").mkdir(parents=True)
    chronicle.git("init", "--quiet", "--initial-branch=main", "--object-format=sha256")
    chronicle.commit("2026-02-01", {"../accelerator": ACCELERATOR})
    live(chronicle)
    office = Office(chronicle.root, "2026-11-20")
    office.run("audit", "--seal")
    moved = chronicle.commit("2026-05-12", {"claims": SILENT}, by=TIMUR)

    assert found(chronicle) == [(FROZEN, "claims", moved, "2026-05-12", "Timur Ospanov")]
    assert "this history goes on from it" in " ".join(office.run("audit", code=1).out.split())
    chronicle.git("reset", "--quiet", "--hard", "HEAD~2")
    assert [row[0] for row in found(chronicle)] == ["history-rewritten", "history-rewritten"]


def test_a_linked_work_tree_is_audited_like_any_other(chronicle: Chronicle, tmp_path: Path) -> None:
    moved = chronicle.commit("2026-05-12", {"claims": SILENT}, by=TIMUR)
    chronicle.git("worktree", "add", "--quiet", "-b", "second", str(tmp_path / "second"))
    second = Chronicle(tmp_path / "second")

    assert found(second) == [(FROZEN, "claims", moved, "2026-05-12", "Timur Ospanov")]
    Office(second.root).run("audit", "--seal", code=1)
    assert "this history goes on from it" in " ".join(Office(chronicle.root).run("audit", code=1).out.split())


def test_two_accelerators_of_one_repository_are_audited_apart_and_sealed_together(tmp_path: Path) -> None:
    whole, north, south = (Chronicle(tmp_path / "both" / name) for name in ("", "north", "south"))
    for one in (north, south):
        (one.root / "challenges").mkdir(parents=True)
    whole.git("init", "--quiet", "--initial-branch=main")
    for one in (north, south):
        one.commit("2026-02-01", {"../accelerator": ACCELERATOR})
    for on, text in (
        ("2026-02-02", IDEA.format(id="claims")),
        ("2026-03-04", design("claims", "acceleration")),
        ("2026-04-06", work("claims")),
    ):
        for one in (north, south):
            one.commit(on, {"claims": text})
    moved = south.commit("2026-05-12", {"claims": work("claims", target=9)}, by=TIMUR)

    Office(north.root).run("audit", "--seal")
    Office(south.root).run("audit", "--seal", code=1)

    assert nothing_in(north)
    assert found(south) == [(FROZEN, "claims", moved, "2026-05-12", "Timur Ospanov")]
    whole.git("tag", "--delete", "hundredday/seal/2026-02-02-1")
    assert [row[0] for row in found(north)] == ["seal-broken"]


def test_a_partial_clone_says_so_and_how_to_complete_it(chronicle: Chronicle, tmp_path: Path) -> None:
    chronicle.commit("2026-05-12", {"claims": SILENT}, by=TIMUR)
    chronicle.git("config", "uploadpack.allowFilter", "true")
    chronicle.git(
        "clone", "--quiet", "--filter=blob:none", f"file://{chronicle.root}", str(tmp_path / "partial")
    )
    partial = Chronicle(tmp_path / "partial")
    office = Office(partial.root, "2026-11-20")

    for words in (
        ("audit",),
        ("log",),
        ("log", "claims"),
        ("status", "--at=2026-05-11"),
        ("status", "--since=2026-05-11"),
    ):
        said = office.run(*words, code=4).err
        assert "This is a partial clone" in said
        assert "git fetch --refetch --no-filter" in said
    office.run("status")
    partial.git("fetch", "--quiet", "--refetch", "--no-filter")

    assert [row[0] for row in found(partial)] == [FROZEN]


@pytest.mark.parametrize("anew", [False, True])
def test_a_seal_that_goes_or_is_made_anew_under_its_name_is_found_until_somebody_seals(
    anew: bool, chronicle: Chronicle
) -> None:
    office = Office(chronicle.root, "2026-11-20")
    name = "hundredday/seal/2026-11-20-1"
    office.run("audit", "--seal")
    chronicle.commit("2026-05-12", {"other": IDEA.format(id="other")})
    office.run("audit")
    chronicle.git("tag", "--delete", name)
    if anew:
        clone = chronicle.root.with_name("clone")
        chronicle.git("clone", "--quiet", str(chronicle.root), str(clone))
        Office(clone, "2026-11-20").run("audit", "--seal")
        chronicle.git("fetch", "--quiet", str(clone), f"refs/tags/{name}:refs/tags/{name}")

    first, again = (office.run("audit", "--json", code=1).json["findings"] for _ in range(2))

    assert first == again
    assert [one["rule"] for one in first] == ["seal-broken"]
    assert ("not the one that was here before" if anew else "its tag is gone") in first[0]["text"]
    office.run("audit", "--seal", code=1)
    assert nothing_in(chronicle)
