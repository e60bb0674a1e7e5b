"""Sections and the phase agree: nothing of a phase that has not begun, and an ending only at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Finding
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.challenge.record import Challenge

_NOT_YET = {"design": ("acceleration", "sustainability"), "acceleration": ("sustainability",)}


def check_sections(challenge: Challenge) -> Iterator[Finding]:
    for section in _NOT_YET.get(challenge.phase, ()):
        if getattr(challenge, section) is not None:
            yield Finding(
                "section-ahead-of-phase",
                _("The section {section} stands here, but the phase is {phase}.").format(
                    section=section, phase=challenge.phase
                ),
                _(
                    "Take the section out; it begins once `hundredday advance ID` has moved the challenge there."
                ),
                where=(section,),
            )


def check_ending(challenge: Challenge) -> Iterator[Finding]:
    if challenge.closed and challenge.phase != "closed":
        yield Finding(
            "closed-without-phase",
            _("The section closed says how the challenge ended, but the phase is {phase}.").format(
                phase=challenge.phase
            ),
            _("Write phase: closed, or take the section out."),
            where=("closed",),
        )
    if challenge.phase == "closed" and challenge.closed is None:
        yield Finding(
            "phase-without-closed",
            _("The phase is closed, but nothing says when and how the challenge ended."),
            _(
                "Add a line such as closed: {date: 2026-08-20, as: completed}; as is completed, "
                "stopped or declined."
            ),
            where=("phase",),
        )
