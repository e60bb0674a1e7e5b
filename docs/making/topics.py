"""The pages made of the topics of the help: the exit codes, and all others in short."""

from __future__ import annotations

import inspect

from hundredday.manual import TOPICS, topic


def exit_codes_page() -> str:
    """How a command ends."""
    rows = [f"| {code} | {said} |" for code, said in topic("exit-codes").rows()]
    return "\n".join(["# Exit codes\n", "| code | means |", "| --- | --- |", *rows, ""])


def topics_page() -> str:
    """What `hundredday help` explains and no other page says at greater length."""
    elsewhere = {"gates", "rules", "exit-codes"}
    lines = ["# In short\n", "What `hundredday help TOPIC` says.\n"]
    for name in (name for name in TOPICS if name not in elsewhere):
        title, _, body = inspect.cleandoc(topic(name).__doc__ or "").partition("\n")
        lines += [f"## {name}\n", title, body, "", "| | |", "| --- | --- |"]
        lines += [f"| `{word}` | {said} |" for word, said in topic(name).rows()]
        lines.append("")
    return "\n".join(lines)
