"""What today's numbers mean: pace, forecast, health, and what is due."""

from __future__ import annotations
