"""Draw the README's pictures on a fixed day: the dashboard of the demo as SVG, and a page of its report as PNG.

Usage: python docs/picture.py [DEMO-FOLDER]; without a folder the demo is made first.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from hundredday.app import app

TODAY = "2026-11-23"
PICTURES = Path(__file__).with_name("pictures")
PAGE = (1180, 1454)


def main() -> None:
    """Draw every picture."""
    with tempfile.TemporaryDirectory() as room:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(room) / "demo"
        if len(sys.argv) == 1:
            run("--today", TODAY, "demo", str(folder))
        run("-C", str(folder), "--today", TODAY, "status", "--save", str(PICTURES / "status.svg"))
        shoot(folder, Path(room) / "report", "small-claims-in-a-day", "report")


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


def run(*words: str) -> None:
    """Run a command of ours in this process."""
    app(args=list(words), prog_name="hundredday", standalone_mode=False)


if __name__ == "__main__":
    main()
