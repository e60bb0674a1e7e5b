"""House format: two spaces, lists indented under their key, and one line for each entry of a list."""

from __future__ import annotations

import io
import re
from typing import Any

from hundredday.errors import Refused
from hundredday.language import _
from hundredday.store.yaml.reading import parse

WIDEST = 2**20
"""No line is folded: a reading is one line however long it is."""


def tidied(source: bytes, path: str) -> bytes:
    """The same file in house format: the same data, every comment.

    Raises:
        BadFile: nothing of the file can be read.
        Refused: it cannot be laid out anew without losing something; it must stay as it is.
    """
    before = parse(source, path)
    text = _laid_out(before.text.replace("\r\n", "\n"))
    after = parse(text.encode(), path)
    if (
        after.data != before.data
        or after.findings
        or sorted(_comments(text)) != sorted(_comments(before.text))
    ):
        raise Refused(
            _("{path} cannot be laid out anew without losing a comment or a value.").format(path=path),
            _("It stays as it is; edit it by hand."),
        )
    return text.encode()


def _laid_out(text: str) -> str:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = WIDEST
    yaml.indent(mapping=2, sequence=4, offset=2)
    tree = yaml.load(text)
    _put_entries_on_one_line(tree)
    out = io.StringIO()
    yaml.dump(tree, out)
    return out.getvalue()


def _put_entries_on_one_line(tree: Any) -> None:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    if isinstance(tree, CommentedSeq):
        for entry in tree:
            if (
                isinstance(entry, CommentedMap)
                and not entry.ca.items
                and not entry.ca.comment
                and _is_flat(entry)
            ):
                entry.fa.set_flow_style()
            _put_entries_on_one_line(entry)
    elif isinstance(tree, CommentedMap):
        for value in tree.values():
            _put_entries_on_one_line(value)


def _is_flat(entry: Any) -> bool:
    return not any(isinstance(value, dict | list) or "\n" in str(value) for value in entry.values())


def _comments(text: str) -> list[str]:
    return [found[1].strip() for line in text.splitlines() if (found := re.search(r"(?:^|\s)#(.*)$", line))]
