"""Challenges that are launched together: a cohort is opened, launched, and looked at."""
