"""What a person sees in a terminal: data in, Rich renderables out; nothing here prints."""

from __future__ import annotations
