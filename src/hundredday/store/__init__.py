"""What stands on disk: the folder, its files, and how they are read and written."""

from __future__ import annotations
