"""What the reader says of forms of YAML that a file here does not have."""

from __future__ import annotations

from hundredday.findings import Finding

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


def reference(word: str) -> Finding:
    """For an anchor or an alias, by the word that stands there."""
    if word.startswith("*"):
        return Finding(
            "anchor",
            f"The alias {word} stands here; references inside a file are not read.",
            "Write out what it stands for, or put the text in quotes if it is to begin with an asterisk.",
        )
    return Finding(
        "anchor",
        f"The anchor {word} stands here; references inside a file are not read.",
        "Remove the anchor, or put the text in quotes if it is to begin with an ampersand.",
    )


def tagged(tag: str) -> Finding:
    return Finding(
        "tag",
        f"The tag {tag} stands here; tags are not read.",
        "Remove the tag, or put the text in quotes if it is to begin with an exclamation mark.",
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
