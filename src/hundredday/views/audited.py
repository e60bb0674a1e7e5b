"""The sum of an audit in words, for a screen or for a line of a log."""

from __future__ import annotations

from hundredday.language import N_, _
from hundredday.views.dates import count_words


def read_words(commits: int, versions: int, challenges: int) -> str:
    """How much was read."""
    return _("{commits} read, {versions} of {challenges}").format(
        commits=count_words(commits, "commit"),
        versions=count_words(versions, "version"),
        challenges=count_words(challenges, "challenge"),
    )


def clean_words(commits: int, versions: int, challenges: int) -> str:
    """What is said of a history in which nothing was found."""
    return f"{read_words(commits, versions, challenges)}: {_(NOTHING)}"


NOTHING = N_("nothing to object to.")
