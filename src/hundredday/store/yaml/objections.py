"""What the reader says of forms of YAML that a file here does not have."""

from __future__ import annotations

from hundredday.findings import Finding
from hundredday.language import _


def merge_key() -> Finding:
    return Finding(
        "anchor",
        _("A merge key (<<) stands here; references inside a file are not read."),
        _("Write the keys out here."),
    )


def second_document() -> Finding:
    return Finding(
        "second-document",
        _("A second document begins here; a file holds one."),
        _('Remove the line "---", or move what follows it to a file of its own.'),
    )


def reference(word: str) -> Finding:
    """For an anchor or an alias, by the word that stands there."""
    if word.startswith("*"):
        return Finding(
            "anchor",
            _("The alias {word} stands here; references inside a file are not read.").format(word=word),
            _("Write out what it stands for, or put the text in quotes if it is to begin with an asterisk."),
        )
    return Finding(
        "anchor",
        _("The anchor {word} stands here; references inside a file are not read.").format(word=word),
        _("Remove the anchor, or put the text in quotes if it is to begin with an ampersand."),
    )


def tagged(tag: str) -> Finding:
    return Finding(
        "tag",
        _("The tag {tag} stands here; tags are not read.").format(tag=tag),
        _("Remove the tag, or put the text in quotes if it is to begin with an exclamation mark."),
    )


def too_many() -> Finding:
    return Finding(
        "too-large",
        _("This file holds far more than a challenge needs, and is not read beyond this place."),
        _("Keep documents and tables elsewhere, and name them in a note or as evidence."),
    )


def too_deep(deepest: int) -> Finding:
    return Finding(
        "too-deep",
        _("The values are nested more than {deepest} levels deep here.").format(deepest=deepest),
        _("Remove brackets or levels; a challenge needs eight at most."),
    )


def repeated(key: str, line: int) -> Finding:
    return Finding(
        "duplicate-key",
        _('"{key}" stands here a second time; the first is on line {line}.').format(key=key, line=line),
        _("Keep one of the two and remove the other."),
    )


def no_name(what: str) -> Finding:
    return Finding(
        "not-a-text-key",
        _("The name of a key is {kind} here; it must be a text.").format(kind=what),
        _('Write a name before the colon: "name: value".'),
    )
