"""Global options may stand in front of the command or behind it."""

from __future__ import annotations

ANYWHERE = {
    "-C": True,
    "--today": True,
    "--lang": True,
    "--color": True,
    "--no-commit": False,
    "--quiet": False,
    "--no-cache": False,
}
"""Global options that may also stand after the command, and whether a value follows each."""


def globals_first(args: list[str]) -> list[str]:
    """The arguments with the global options in front, wherever they were typed before a `--`."""
    end = args.index("--") if "--" in args else len(args)
    front: list[str] = []
    rest: list[str] = []
    at = 0
    while at < end:
        name, equals, _ = args[at].partition("=")
        length = 2 if ANYWHERE.get(name) and not equals else 1
        if at + length > end:
            return [*front, args[at]]  # alone at the end, so that Typer says what is missing
        (front if name in ANYWHERE else rest).extend(args[at : at + length])
        at += length
    return [*front, *rest, *args[end:]]
