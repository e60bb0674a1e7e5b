"""The keys of topics and cohorts that a table names by their titles, and those that are made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hundredday.challenge.people import folded
from hundredday.imports.sheets import column_name
from hundredday.language import _
from hundredday.nearest import did_you_mean, nearest
from hundredday.store.ids import is_id, make_id

if TYPE_CHECKING:
    from hundredday.imports.rows import Objection, Row
    from hundredday.programme import Accelerator


class Keys:
    """The topics and cohorts of an accelerator; where it has none yet, those of the table are taken over."""

    def __init__(self, accelerator: Accelerator) -> None:
        self.known = {
            "topic": dict(accelerator.topics),
            "cohort": {key: cohort.title for key, cohort in accelerator.cohorts.items()},
        }
        self.new: dict[str, dict[str, str]] = {
            field: {} for field, titles in self.known.items() if not titles
        }

    def settle(self, row: Row, texts: dict[str, str], field: str) -> list[Objection]:
        """Put the key into the texts of a row, also where its title was written, or say why not."""
        known, written = self.known[field], texts.get(field)
        if written is None or written in known:
            return []
        for key, title in known.items():
            if folded(written) in {folded(key), folded(title)}:
                texts[field] = key
                return []
        if field in self.new and (is_id(written) or self._learnt(texts, field, written)):
            return []
        return [_unknown(row, field, written, self.known[field])]

    def settings(self) -> dict[str, Any]:
        """What accelerator.yaml is to learn: empty where that is nothing."""
        cohorts = {key: {"title": title} for key, title in self.new.get("cohort", {}).items()}
        topics = self.new.get("topic", {})
        return {name: parts for name, parts in (("topics", topics), ("cohorts", cohorts)) if parts}

    def _learnt(self, texts: dict[str, str], field: str, title: str) -> bool:
        key = make_id(title)
        if not key or key in self.known[field]:
            return False
        self.known[field][key] = self.new[field][key] = title
        texts[field] = key
        return True


def _unknown(row: Row, field: str, written: str, known: dict[str, str]) -> Objection:
    text = _("accelerator.yaml has no {field} “{word}”.").format(field=field, word=written)
    leave_out = _("Write it into accelerator.yaml, or leave the column out: --map {column}=-").format(
        column=column_name(row.columns[field])
    )
    return row.object(field, text, did_you_mean(nearest(written, [*known, *known.values()]), leave_out))
