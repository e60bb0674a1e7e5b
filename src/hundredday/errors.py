"""What can fail, and the exit code of each kind; nothing here prints."""

from __future__ import annotations

from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """How a command ends."""

    DONE = 0
    """Done."""
    FINDINGS = 1
    """Findings, a closed gate, or a value that a rule of the method refuses."""
    USAGE = 2
    """Wrong usage, an unknown id, or no terminal to ask on."""
    BAD_FILE = 3
    """A file cannot be read as a challenge."""
    GIT = 4
    """Git said no."""
    BUG = 70
    """A bug in hundredday."""
    INTERRUPTED = 130
    """Interrupted from the keyboard."""


class Failure(Exception):  # noqa: N818 - a failed operation, raised as one and shown as one
    """An operation that failed for a reason a person can act on.

    Args:
        text: what happened, in one sentence.
        mend: what to do about it, often a command; empty when there is nothing to do.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.FINDINGS

    def __init__(self, text: str, mend: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.mend = mend


class Refused(Failure):
    """A value that a rule of the method refuses."""


class WrongUsage(Failure):
    """Arguments that cannot be understood, an unknown id, or no terminal to ask on."""

    exit_code = ExitCode.USAGE


class UnknownKey(Refused):
    """A key of a goal, a field, a blocker or a guardrail that nothing in the challenge is called by."""

    exit_code = ExitCode.USAGE
