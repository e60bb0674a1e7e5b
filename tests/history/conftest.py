"""A full record of a challenge, as a mapping that a test may edit."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from small_claims import full


@pytest.fixture(scope="session")
def full_record() -> dict[str, Any]:
    made: dict[str, Any] = full()
    return made


@pytest.fixture
def small_claims(full_record: dict[str, Any]) -> dict[str, Any]:
    """A challenge in Sustainability, with every section that a file may have but the last."""
    return copy.deepcopy(full_record)
