"""The stakeholders on a grid of influence by interest, and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hundredday.challenge.design import Stakeholder

GRADES = (1, 2, 3, 4, 5)

_HIGH = 3
"""From this grade on somebody counts as influential, or as interested."""

_ADVICE = {
    (True, True): N_("work with closely"),
    (True, False): N_("keep satisfied"),
    (False, True): N_("keep informed"),
    (False, False): N_("watch"),
}


class Placed(NamedTuple):
    """A stakeholder with the number that stands for it on the grid."""

    number: int
    name: str
    stakeholder: Stakeholder


def placed(stakeholders: Mapping[str, Stakeholder]) -> tuple[Placed, ...]:
    """The most influential first, then the most interested."""
    ranked = sorted(
        stakeholders.items(), key=lambda entry: (-(entry[1].influence or 0), -(entry[1].interest or 0))
    )
    return tuple(Placed(number + 1, one.name or key, one) for number, (key, one) in enumerate(ranked))


def cell(everybody: Sequence[Placed], influence: int, interest: int) -> tuple[Placed, ...]:
    """Who stands at one place of the grid."""
    return tuple(
        one
        for one in everybody
        if (one.stakeholder.influence, one.stakeholder.interest) == (influence, interest)
    )


def is_on_grid(everybody: Sequence[Placed]) -> bool:
    """Whether anybody has both grades."""
    return any(one.stakeholder.influence and one.stakeholder.interest for one in everybody)


def advice(influence: int, interest: int) -> str:
    """What a place of the grid means for the team."""
    return _(_ADVICE[influence > _HIGH, interest > _HIGH])


def weight(influence: int, interest: int) -> int:
    """How dark a place of the grid is drawn, from 0 to 3."""
    return min((influence + interest - 2) // 2, 3)
