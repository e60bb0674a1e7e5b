"""Draw the README's pictures on a fixed day: the dashboard of the demo as SVG, and a page of its report as PNG.

Usage: python docs/picture.py [DEMO-FOLDER]; without a folder the demo is made first.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from hundredday.app import app
from hundredday.desk import screen

TODAY = "2026-11-23"
PICTURES = Path(__file__).with_name("pictures")
WIDTH = 104
PAGE = (1180, 1500)
THEME = TerminalTheme(
    (250, 250, 248),
    (44, 48, 54),
    [
        (90, 96, 104),
        (176, 48, 48),
        (46, 125, 70),
        (168, 108, 10),
        (42, 98, 168),
        (130, 70, 150),
        (20, 125, 135),
        (90, 96, 104),
    ],
    [
        (130, 136, 144),
        (200, 60, 60),
        (56, 145, 80),
        (190, 125, 20),
        (52, 118, 198),
        (150, 85, 170),
        (30, 145, 155),
        (44, 48, 54),
    ],
)


def main() -> None:
    """Draw every picture."""
    with tempfile.TemporaryDirectory() as room:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(room) / "demo"
        if len(sys.argv) == 1:
            run("--today", TODAY, "demo", str(folder))
        draw(folder, "status", "hundredday status", "status")
        shoot(folder, Path(room) / "report", "small-claims-in-a-day", "report")


def draw(folder: Path, name: str, title: str, *words: str) -> None:
    """One command's screen as an SVG file."""
    console = Console(
        record=True,
        width=WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="standard",
        highlight=False,
    )
    original: Any = screen.console
    screen.console = lambda *_, **__: console
    try:
        run("-C", str(folder), "--today", TODAY, *words)
    finally:
        screen.console = original
    svg = console.export_svg(title=title, theme=THEME)
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / f"{name}.svg").write_text(local(svg), encoding="utf-8")


def shoot(folder: Path, pages: Path, id: str, name: str) -> None:
    """The page of one challenge as a browser shows it; without a browser the old picture stays."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        return
    run("-C", str(folder), "--today", TODAY, "report", str(pages))
    size = f"--window-size={PAGE[0]},{PAGE[1]}"
    page = (pages / "challenges" / f"{id}.html").as_uri()
    options = ("--headless=new", "--no-sandbox", "--hide-scrollbars", size)
    subprocess.run(  # noqa: S603 (a browser, and a page of ours)
        [browser, *options, f"--screenshot={PICTURES / name}.png", page], check=True, capture_output=True
    )


def local(svg: str) -> str:
    """The picture without the fonts that it would fetch, and with names that do not change from run to run."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", "terminal", svg)


def run(*words: str) -> None:
    """Run a command of ours in this process."""
    app(args=list(words), prog_name="hundredday", standalone_mode=False)


if __name__ == "__main__":
    main()
