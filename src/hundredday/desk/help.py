"""The help: the four commands of every day, then all commands in their groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_HEAD = """\
Usage: hundredday [OPTIONS] COMMAND …

Run 100-day challenges from YAML files in git: phases and gates, a day count,
S.M.A.R.T. goals.

"""

_OPTIONS = """\
Options, before or after the command:
  -C DIR               Work in this folder; otherwise the one around you
  --today DATE         What day it is, instead of the clock's
  --no-commit          Change the file and leave the commit to you
  --color WHEN         auto, always or never
  --quiet              Say results and errors only
  --no-cache           Read every file anew
  --version            Say the version

hundredday COMMAND --help says more about one command.
"""


def help_text(
    groups: Mapping[str, tuple[str, ...]], every_day: tuple[str, ...], line_of: Callable[[str], str]
) -> str:
    """The help as text, less than 80 columns wide."""
    every = _group(_("Every day"), every_day, line_of)
    rest = [
        _group(group, [name for name in names if name not in every_day], line_of)
        for group, names in groups.items()
    ]
    return _HEAD + "\n".join(filter(None, [every, *rest])) + "\n" + _OPTIONS


def verbs_text(
    name: str, verbs: tuple[str, ...], line_of: Callable[[str], str], bare: str, named: str | None
) -> str:
    """The help of a command of several verbs: `bare` is its verb without one, `named` that of a name alone."""
    said = {verb: _(line_of(f"{name} {verb}")).rstrip(".") for verb in verbs}
    lines = [f"  {verb:<11}{line}" for verb, line in said.items()]
    usage = _("Usage: {command}").format(command=f"hundredday {name} VERB …")
    tail = _("{command} says more; without a verb: {verb}.").format(
        command=f"hundredday {name} VERB --help", verb=bare
    )
    if named:
        short = _("{command} is {verb}.").format(command=f"hundredday {name} NAME", verb=named)
        tail = f"{tail}\n{short}"
    return "\n".join([usage, "", _(line_of(name)), "", f"{_('Verbs')}:", *lines, "", tail, ""])


def _group(title: str, names: tuple[str, ...] | list[str], line_of: Callable[[str], str]) -> str:
    if not names:
        return ""
    lines = [f"  {name:<13}{line_of(name).rstrip('.')}" for name in names]
    return "\n".join([f"{title}:", *lines, ""])
