"""What happened to a challenge: the difference between two versions, told as events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.history.event import EVENTS, Event
from hundredday.history.message import message, subject

if TYPE_CHECKING:
    from hundredday.history.difference import events_between

__all__ = ["EVENTS", "Event", "events_between", "message", "subject"]


def __getattr__(name: str) -> object:
    # A story that was kept is told without the models that a comparison needs.
    if name == "events_between":
        from hundredday.history.difference import events_between

        return events_between
    raise AttributeError(name)
