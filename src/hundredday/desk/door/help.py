"""The help: the four commands of every day, then all commands in their groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

EXAMPLES: Mapping[str, str] = {
    "Start": "hundredday init reforms",
    "Design": "hundredday score small-claims impact=5 urgency=4",
    "Acceleration": "hundredday launch small-claims --on 2026-04-06",
    "Sustainability": 'hundredday lesson small-claims "Judges adopt what they see"',
    "Move": "hundredday advance small-claims --check",
    "Look": "hundredday agenda --days 7",
    "Programme": "hundredday people Omarova",
    "Together": "hundredday sync",
    "Files": "hundredday check",
}
"""For each group of commands one that can be typed as it stands."""

WIDTH = 79
_INDENT = 16


def help_text(
    groups: Mapping[str, tuple[str, ...]], every_day: tuple[str, ...], line_of: Callable[[str], str]
) -> str:
    """The help as text, less than 80 columns wide and one screen high."""
    lines = [
        _("Usage: {command}").format(command="hundredday [OPTIONS] COMMAND …"),
        "",
        _("Run 100-day challenges from YAML files in git."),
        "",
        _("Every day:"),
        *(f"  {name:<{_INDENT - 2}}{_(line_of(name)).rstrip('.')}" for name in every_day),
        "",
    ]
    for group, names in groups.items():
        rest = ", ".join(name for name in names if name not in every_day)
        lines += _hanging(_(group), rest)
        lines.append(f"{'':{_INDENT}}$ {EXAMPLES[group]}")
    lines += ["", *_hanging(_("Options"), _OPTIONS), ""]
    lines.append(f"hundredday help             {_('dates, gates, metrics, …, and every command')}")
    lines.append(f"hundredday COMMAND --help   {_('one command')}")
    return "\n".join(lines) + "\n"


_OPTIONS = "-C DIR, --today DATE, --lang en|kk|ru|ar, --color auto|always|never, --no-commit, --quiet, --no-cache, --version"


def _hanging(name: str, text: str, indent: int = _INDENT) -> list[str]:
    import textwrap

    wrapped = textwrap.wrap(text, WIDTH - indent, break_on_hyphens=False, break_long_words=False)
    return [f"{name if at == 0 else '':<{indent}}{line}" for at, line in enumerate(wrapped)]


def verbs_text(
    name: str, verbs: tuple[str, ...], line_of: Callable[[str], str], bare: str, named: str | None
) -> str:
    """The help of a command of several verbs: `bare` is its verb without one, `named` that of a name alone."""
    said = {verb: _(line_of(f"{name} {verb}")).rstrip(".") for verb in verbs}
    lines = [part for verb, line in said.items() for part in _hanging(f"  {verb}", line, indent=13)]
    usage = _("Usage: {command}").format(command=f"hundredday {name} VERB …")
    tail = _("{command} says more; without a verb: {verb}.").format(
        command=f"hundredday {name} VERB --help", verb=bare
    )
    if named:
        short = _("{command} is {verb}.").format(command=f"hundredday {name} NAME", verb=named)
        tail = f"{tail}\n{short}"
    return "\n".join([usage, "", _(line_of(name)), "", f"{_('Verbs')}:", *lines, "", tail, ""])
