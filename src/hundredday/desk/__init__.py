"""What a command works at: the folder, git, today, the terminal."""

from __future__ import annotations
