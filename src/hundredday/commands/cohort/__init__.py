"""Challenges launched together: open, launch, review, compare."""
