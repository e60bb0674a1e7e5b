"""How much of one file is read, and how much is said of it."""

from __future__ import annotations

DEEPEST = 20
"""Mappings and lists inside each other."""

MOST_EVENTS = 20_000
"""Keys, values, beginnings and ends; a long challenge has two thousand. Marks of a million would fill the memory."""

MOST_PROBLEMS = 100
"""Of one file; more help nobody."""
