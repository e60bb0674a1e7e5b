"""The names that the room of git shows."""

from __future__ import annotations

from hundredday import git


def test_every_name_of_the_room_is_found_in_its_file() -> None:
    listed = [name for names in git._FILES.values() for name in names]

    assert sorted(listed) == sorted(git.__all__)
    for name in listed:
        assert getattr(git, name).__name__ == name
