"""Which side is taken where two disagree: told beforehand, or asked of a person, both sentences in sight."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from hundredday.desk.terminal.asking import can_ask, choose
from hundredday.desk.together.driving import dispute_lines
from hundredday.errors import WrongUsage
from hundredday.language import _
from hundredday.merging import disputes
from hundredday.merging.values import SIDES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hundredday.desk.desk import Desk
    from hundredday.merging import Dispute, Labels, Merged, Side

MOST_QUESTIONS = 200
"""After so many answers something is wrong, and a person should look at the file."""


@dataclass(slots=True)
class Choices:
    """What was told beforehand: one side for everything, and sides for single fields."""

    side: Side | None = None
    takes: Mapping[str, Side] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @property
    def is_silent(self) -> bool:
        return self.side is None and not self.takes

    def of(self, dispute: Dispute) -> Side | None:
        """The side that was told for a field, by its whole name or the end of it."""
        for name, side in self.takes.items():
            if dispute.field == name or dispute.field.endswith(f".{name}"):
                self.used.add(name)
                return side
        return self.side


def read_choices(*, ours: bool, theirs: bool, takes: Sequence[str]) -> Choices:
    """The choices as they were typed.

    Raises:
        WrongUsage: both sides at once, or a field without a side.
    """
    if ours and theirs:
        raise WrongUsage(
            _("Everything of both sides cannot be taken."), _("Leave one of --ours and --theirs out.")
        )
    found: dict[str, Side] = {}
    for take in takes:
        name, _equals, side = take.rpartition("=")
        if not name or side not in SIDES:
            raise WrongUsage(
                _("“{take}” does not say which side is taken.").format(take=take),
                _("Write the field and the side, such as --take {example}").format(example="target=ours"),
            )
        found[name] = side
    return Choices("ours" if ours else "theirs" if theirs else None, found)


def decided(
    desk: Desk,
    path: str,
    choices: Choices,
    merge: Callable[[Mapping[Labels, Side]], Merged],
    who: Mapping[Side, str],
) -> Merged:
    """A merge in which everything that was told or answered is chosen; the rest is still in conflict.

    Args:
        desk: where it is said what is disputed.
        path: the name of the file.
        choices: what was told beforehand.
        merge: makes the merge with some choices.
        who: who did what, for each side.

    Raises:
        WrongUsage: nothing was told and there is nobody to ask, or a field is told that nobody disputes.
    """
    chosen: dict[Labels, Side] = {}
    merged = merge(chosen)
    while merged.conflicts and len(chosen) < MOST_QUESTIONS:
        found = disputes(merged, path)
        told = {one.where: side for one in found if (side := choices.of(one))}
        if not told:
            if not can_ask():
                _refuse_silence(desk, path, choices, found, who)
                return merged
            told = {found[0].where: _asked(path, found[0], who)}
        chosen |= told
        merged = merge(chosen)
    if unknown := set(choices.takes) - choices.used:
        raise WrongUsage(
            _("Nobody disputes {field} in {path}.").format(field=", ".join(sorted(unknown)), path=path),
            _("The field is told beside its two sides; hundredday resolve without options shows them."),
        )
    return merged


def _asked(path: str, dispute: Dispute, who: Mapping[Side, str]) -> Side:
    import sys

    sys.stderr.write("\n".join(dispute_lines(path, (dispute,), who)) + "\n")
    answer = choose(_("ours or theirs"), _("Which of the two is right?"), SIDES)
    return cast("Side", answer)


def _refuse_silence(
    desk: Desk, path: str, choices: Choices, found: tuple[Dispute, ...], who: Mapping[Side, str]
) -> None:
    """Show what is still disputed where nobody can be asked."""
    desk.say("\n".join(dispute_lines(path, found, who)))
    if choices.is_silent:
        raise WrongUsage(
            _("Nothing says which side is right, and there is no terminal to ask on."),
            _("Add --ours or --theirs, or for each field: --take {example}").format(
                example=f"{found[0].field.rpartition('.')[2]}=ours"
            ),
        )
