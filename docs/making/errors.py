"""The page of the errors: every message of `check`, with the very file that causes it."""

from __future__ import annotations

from pathlib import Path

BAD = Path(__file__).parents[2] / "tests" / "examples" / "bad"


def errors_page() -> str:
    """Every message of `check`, with the very file that causes it."""
    lines = [
        "# What check says\n",
        "Each message stands below a file that causes it, and nothing else. What cannot be seen is spelled out.\n",
    ]
    for folder, title, about in _EXAMPLES:
        lines.append(f"## {title}\n\n{about}\n")
        before = ""
        for path in sorted(
            (path for path in (BAD / folder).iterdir() if path.suffix in {".yaml", ".sh"}),
            key=lambda path: path.stem,
        ):
            code = path.stem.partition(".")[0]
            lines += [f"### {code}\n"] if code != before else []
            lines.append(_example(path))
            before = code
    return "\n".join(lines)


_EXAMPLES = (
    ("", "In a challenge file", "The file is `challenges/small-claims.yaml`."),
    ("accelerators", "In accelerator.yaml", "What is said of every file is said of this one too."),
    (
        "training",
        "In a training intake",
        "The file is `training/elp.yaml`, beside the challenge `small-claims`.",
    ),
    (
        "exchange",
        "In the file of a partner",
        "The file is `exchange/emirates.yaml`, beside the challenge `small-claims`.",
    ),
    ("places", "In the folder", "Names and places, each with the commands that bring it about."),
)


def _example(path: Path) -> str:
    """A file, or the commands that arrange a folder, and what check says; how many files it read is left out."""
    source = path.read_bytes().decode("utf-8", "backslashreplace").rstrip()
    shown = "".join(c if c == "\n" or c.isprintable() else f"<U+{ord(c):04X}>" for c in source)
    said = path.with_suffix(".txt").read_text(encoding="utf-8").rstrip().rpartition("\n")[0]
    language = "sh" if path.suffix == ".sh" else "yaml"
    return f"```{language}\n{shown}\n```\n\n```text\n{said}\n```\n"
