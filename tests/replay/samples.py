"""The sample challenges, read for the tests of this room."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent

from hundredday.challenge import Challenge
from hundredday.store.yaml.reading import parse

FILES = tuple(sorted((Path(__file__).parents[2] / "challenges").rglob("*.yaml")))


@cache
def sample(path: Path) -> Challenge:
    return Challenge.model_validate(parse(path.read_bytes(), path.name).data)


def written(text: str) -> Challenge:
    """The challenge that a YAML text says."""
    return Challenge.model_validate(parse(dedent(text).encode(), "written.yaml").data)
