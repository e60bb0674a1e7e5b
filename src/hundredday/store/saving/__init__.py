"""Saving: one writer at a time, and after a crash the old content or the new one, never half."""
