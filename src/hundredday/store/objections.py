"""What the reader says of forms of YAML that a file here does not have."""

from __future__ import annotations

from hundredday.findings import Finding

ANCHOR = Finding(
    "anchor",
    "An anchor (&) or an alias (*) stands here; references inside a file are not read.",
    "Write the value out where it is needed, or put the text in quotes if it begins with & or *.",
)
MERGE_KEY = Finding(
    "anchor",
    "A merge key (<<) stands here; references inside a file are not read.",
    "Write the keys out here.",
)
SECOND_DOCUMENT = Finding(
    "second-document",
    "A second document begins here; a file holds one.",
    'Remove the line "---", or move what follows it to a file of its own.',
)


def tagged(tag: str) -> Finding:
    return Finding(
        "tag",
        f'The tag "{tag}" is not read here.',
        "Remove it, or put the text in quotes if it begins with an exclamation mark.",
    )


def too_deep(deepest: int) -> Finding:
    return Finding(
        "too-deep",
        f"The values are nested more than {deepest} levels deep here.",
        "Remove brackets or levels; a challenge needs eight at most.",
    )


def repeated(key: str, line: int) -> Finding:
    return Finding(
        "duplicate-key",
        f'"{key}" stands here a second time; the first is on line {line}.',
        "Keep one of the two and remove the other.",
    )


def no_name(what: str) -> Finding:
    return Finding(
        "not-a-text-key",
        f"The name of a key is {what} here; it must be a text.",
        'Write a name before the colon: "name: value".',
    )
