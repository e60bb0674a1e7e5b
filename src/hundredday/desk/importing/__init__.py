"""Bringing in what other programs hold: what it would do, whether all of it can be done, and doing it."""
