"""The files beside the challenges, of training intakes and partner programmes: which there are, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from hundredday.errors import WrongUsage
from hundredday.language import N_, _
from hundredday.shape import Part
from hundredday.store.ids import is_id
from hundredday.store.limits import MOST_PROBLEMS
from hundredday.store.walking import EXCHANGE, FOLDERS, TRAINING, Seen, leads_out, problem, walk
from hundredday.store.yaml.document import BadFile
from hundredday.store.yaml.reading import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hundredday.findings import Finding
    from hundredday.programme.exchange import Partner
    from hundredday.programme.soundness import Challenges
    from hundredday.programme.training import Intake
    from hundredday.store.yaml.document import Document

P = TypeVar("P", bound=Part)


class UnknownRegister(WrongUsage):
    """No intake, or no partner, has an id that begins so; or several have."""


class RegisterFile(NamedTuple):
    """A file of this kind: `path` is from the accelerator's folder, with `/`."""

    id: str
    path: str


@dataclass(frozen=True, slots=True)
class Register(Generic[P]):
    """A file that has been read; `findings` are what its rules say, in the order of the file."""

    document: Document
    meaning: P
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether no rule of the file is broken; warnings are sound."""
        return not any(finding.blocks for finding in self.findings)


def kind_of(path: str) -> str | None:
    """The kind of a file by its path from the accelerator's folder; None where a challenge stands."""
    folder, slash, _name = path.partition("/")
    return folder if slash and folder in FOLDERS else None


def register_files(root: Path, kind: str) -> list[RegisterFile]:
    """Every file of a kind, sorted by path; links are not followed."""
    seen = (one for one in walk(root, kind) if isinstance(one, Seen))
    return sorted((RegisterFile(one.id, one.path) for one in seen), key=lambda file: file.path)


def register_places(root: Path) -> Iterator[Finding]:
    """What is wrong with names and places of these files, without reading one."""
    for kind in FOLDERS:
        by_id: dict[str, str] = {}
        for one in sorted(walk(root, kind), key=lambda one: one.path if isinstance(one, Seen) else ""):
            if not isinstance(one, Seen):
                yield one
            elif not is_id(one.id):
                yield problem("bad-id", one.path)
            elif (first := by_id.setdefault(one.id, one.path)) != one.path:
                yield problem("duplicate-id", one.path, _(" ({other} has it too)").format(other=first))


def find_register(root: Path, kind: str, beginning: str) -> RegisterFile:
    """The file of a kind with this id, or the only one whose id begins so.

    Raises:
        UnknownRegister: there is none, or there are several.
    """
    files = register_files(root, kind)
    fitting = [file for file in files if file.id == beginning]
    fitting = fitting or [file for file in files if beginning and file.id.startswith(beginning)]
    if len(fitting) == 1:
        return fitting[0]
    said = _(_NONE[kind]) if not fitting else _("Several ids begin with “{beginning}”.")
    if fitting or files:
        listed = ", ".join(file.id for file in (fitting or files)[:_SHOWN])
        raise UnknownRegister(said.format(beginning=beginning), _("Choose one of: {ids}.").format(ids=listed))
    raise UnknownRegister(said.format(beginning=beginning), _FIRST[kind])


def new_register_path(root: Path, kind: str, id_: str) -> Path:
    """Where the file of a new intake or partner belongs.

    Raises:
        WrongUsage: the id cannot be one, or it is taken.
    """
    if not is_id(id_) or leads_out(root / kind, root):
        raise WrongUsage(
            _("“{id}” cannot be an id.").format(id=id_),
            _("Give another one with --id: lower-case Latin letters, digits and hyphens."),
        )
    for file in register_files(root, kind):
        if file.id.casefold() == id_:
            raise WrongUsage(
                _("The id “{id}” is taken already: {path}.").format(id=id_, path=file.path),
                _("Give another one with --id."),
            )
    return root / kind / f"{id_}.yaml"


def read_intake(source: bytes, path: str, challenges: Challenges) -> Register[Intake]:
    """The training intake that a file holds.

    Raises:
        BadFile: it cannot be read as one, with every problem of the file.
    """
    from hundredday.programme.soundness import intake_problems
    from hundredday.programme.training import Intake

    return _read(source, path, Intake, lambda intake: intake_problems(intake, challenges))


def read_partner(source: bytes, path: str, challenges: Challenges) -> Register[Partner]:
    """The partner programme that a file holds.

    Raises:
        BadFile: it cannot be read as one, with every problem of the file.
    """
    from hundredday.programme.exchange import Partner
    from hundredday.programme.soundness import partner_problems

    return _read(source, path, Partner, lambda partner: partner_problems(partner, challenges))


def read_register(source: bytes, path: str, challenges: Challenges) -> Register[Intake] | Register[Partner]:
    """What a file of either kind holds, by the folder it stands in.

    Raises:
        BadFile: it cannot be read as such, with every problem of the file.
    """
    reader = read_partner if kind_of(path) == EXCHANGE else read_intake
    return reader(source, path, challenges)


def _read(
    source: bytes, path: str, model: type[P], problems: Callable[[P], Iterator[Finding]]
) -> Register[P]:
    from pydantic import ValidationError

    from hundredday.store.validation import findings_of

    document = parse(source, path)
    try:
        meaning = model.model_validate(document.data)
    except ValidationError as error:
        raise BadFile(_in_order((*document.findings, *findings_of(error, document, model)))) from None
    unsound = islice(problems(meaning), MOST_PROBLEMS)
    findings = (*document.findings, *(one.at(document.place(one.where)) for one in unsound))
    if any(finding.blocks for finding in document.findings):
        raise BadFile(_in_order(findings))
    return Register(document, meaning, _in_order(findings))


def _in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(
        sorted(findings, key=lambda one: (one.place.line, one.place.column) if one.place else (0, 0))
    )


_NONE = {
    TRAINING: N_("No training intake has the id “{beginning}”."),
    EXCHANGE: N_("No partner programme has the id “{beginning}”."),
}
_FIRST = {
    TRAINING: 'hundredday training new "Executive Leadership Program"',
    EXCHANGE: 'hundredday exchange new "UAE Government Accelerators"',
}
_SHOWN = 10
