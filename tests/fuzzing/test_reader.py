"""The short form of the fuzzing of the reader; `make torture` runs the long one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_mutated_files_are_read_or_refused_in_words_at_once_and_alike_by_both_parsers() -> None:
    script = Path(__file__).with_name("reader.py")

    done = subprocess.run([sys.executable, str(script), "600"], capture_output=True, check=False, text=True)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "600 inputs" in done.stdout
