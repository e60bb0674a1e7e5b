"""The sample training intakes and partners: which are lived through again, and which are kept as published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import hundredday
from hundredday.programme.exchange import Partner
from hundredday.programme.training import Intake
from hundredday.replay import intake_steps, moved_by
from hundredday.store.walking import EXCHANGE, TRAINING
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from hundredday.replay import Step


class Kept(NamedTuple):
    """A file that is kept as it is, and the challenges that must be there before it."""

    path: str
    source: bytes
    after: frozenset[str]


def kept_registers(since: date) -> Iterator[Kept]:
    """The samples that are kept as they were published: partners, and intakes that began before a day."""
    for path, source in _samples(EXCHANGE).items():
        partner = Partner.model_validate(parse(source, path).data)
        used = frozenset(id_ for practice in partner.practices.values() for id_ in practice.used_in)
        yield Kept(path, source, used)
    for path, source in _samples(TRAINING).items():
        intake = _intake(path, source)
        if _is_past(intake, since):
            yield Kept(path, source, frozenset(one.project for one in intake.participants if one.project))


def lived_registers(since: date, shift: int) -> Iterator[Step]:
    """The commands of the intakes that are lived through again, with days moved by so many."""
    for path, source in _samples(TRAINING).items():
        intake = _intake(path, source)
        if not _is_past(intake, since):
            yield from intake_steps(moved_by(intake, shift), Path(path).stem)


def sample_accelerator() -> bytes:
    """The settings of the sample accelerator, with its topics and its partner as published."""
    package = Path(hundredday.__file__).parent
    inside = package / "sample_accelerator.yaml"
    return (inside if inside.is_file() else package.parents[1] / "accelerator.yaml").read_bytes()


def _is_past(intake: Intake, since: date) -> bool:
    steps = intake_steps(intake, "any")
    return not steps or steps[0].on < since


def _intake(path: str, source: bytes) -> Intake:
    return Intake.model_validate(parse(source, path).data)


def _samples(kind: str) -> Mapping[str, bytes]:
    package = Path(hundredday.__file__).parent
    inside = package / f"sample_{kind}"
    folder = inside if inside.is_dir() else package.parents[1] / kind
    return {f"{kind}/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.yaml"))}
