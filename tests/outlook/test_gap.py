"""The declared colour against the computed health."""

from __future__ import annotations

import pytest

from hundredday.outlook.gap import gap


@pytest.mark.parametrize(
    ("declared", "health", "words"),
    [
        ("green", "off_track", "declared green, computed off track"),
        ("green", "at_risk", "declared green, computed at risk"),
        ("green", "stale", "declared green, computed stale"),
        ("green", "no_data", "declared green, computed no data"),
        ("amber", "missed", "declared amber, computed missed"),
        ("red", "on_track", "declared red, computed on track"),
        ("green", "on_track", None),
        ("green", "achieved", None),
        ("amber", "at_risk", None),
        ("red", "missed", None),
        ("green", "too_early", None),
        ("red", "too_early", None),
        (None, "off_track", None),
        ("green", None, None),
    ],
)
def test_a_gap_is_named_in_words(declared: str | None, health: str | None, words: str | None) -> None:
    assert gap(declared, health) == words
