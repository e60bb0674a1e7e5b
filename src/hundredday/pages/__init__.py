"""Data in, HTML out: the pages of the report, whole in themselves and without a script."""

from __future__ import annotations
