"""The words that files use for states and choices, as people read them in the chosen language."""

from __future__ import annotations

from hundredday.language import N_, _

SHOWN = (
    *(N_("design"), N_("acceleration"), N_("sustainability"), N_("closed"), N_("launch")),
    *(N_("green"), N_("amber"), N_("red")),
    *(N_("achieved"), N_("surpassed"), N_("missed"), N_("not measurable")),
    *(N_("on track"), N_("at risk"), N_("off track"), N_("stale"), N_("too early"), N_("no data")),
    *(N_("selected"), N_("declined"), N_("open"), N_("completed"), N_("stopped")),
    *(N_("reset"), N_("build"), N_("scale"), N_("embed"), N_("none")),
    *(N_("decides"), N_("affected"), N_("partners"), N_("delivers"), N_("advises"), N_("funds")),
    *(N_("supports"), N_("neutral"), N_("opposes")),
    *(N_("worked"), N_("failed"), N_("surprised"), N_("provisional"), N_("verified")),
    *(N_("midpoint"), N_("running"), N_("planned"), N_("leader"), N_("coach"), N_("member")),
    *(N_("held"), N_("slipped"), N_("ahead"), N_("measured"), N_("estimated"), N_("surrogate")),
    *(N_("target"), N_("baseline"), N_("unit"), N_("metric"), N_("counted"), N_("due")),
)
"""Marked here so that every catalogue has them: in the code they come from the files."""

_PHASES = {
    "design": N_("Design"),
    "acceleration": N_("Acceleration"),
    "sustainability": N_("Sustainability"),
    "closed": N_("Closed"),
}


_FROZEN = {
    "specific": N_("statement"),
    "kind": N_("kind"),
    "baseline_date": N_("day of the baseline"),
    "counted": N_("counting rule"),
    "due": N_("due date"),
    "trajectory": N_("expected path"),
}


def word(key: str) -> str:
    """What a keyword of a file is called; the keyword itself where no catalogue has it."""
    return _(key.replace("_", " "))


def frozen_word(field: str) -> str:
    """What a frozen field of a goal is called inside a sentence: `counting rule`, `target`."""
    return _(_FROZEN[field]) if field in _FROZEN else word(field)


def phase_name(phase: str) -> str:
    """A phase by its name, as it stands above its challenges: `Design`, `Closed`."""
    return _(_PHASES[phase])


def phase_words(phase: str) -> str:
    """A phase inside a sentence: `Design`, `closed`."""
    return word(phase) if phase == "closed" else phase_name(phase)
