"""What happened to a challenge: the difference between two versions, told as events."""

from __future__ import annotations

from hundredday.history.difference import events_between
from hundredday.history.event import EVENTS, Event
from hundredday.history.message import message, subject

__all__ = ["EVENTS", "Event", "events_between", "message", "subject"]
