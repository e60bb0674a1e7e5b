"""Where challenges stand, as the index keeps it: columns to choose, count and sort by, and the whole as JSON."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from hundredday.outlook.standing import Standing, as_plain, standing_from
from hundredday.outlook.urgency import ORDERS, sort_key
from hundredday.store.kept.sheets import ANY_DAY

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

CHOSEN_BY = ("phase", "topic", "cohort", "agency", "health")
"""What challenges can be chosen by."""

BY_PATH = "path"
"""The order of the folder, besides those of `ORDERS`."""

INDENT = "    "
"""Before each line of a challenge where it stands in the document of `status --json`."""

NO_CHALLENGE = (ANY_DAY, *[None] * (len(CHOSEN_BY) + len(ORDERS) + 1))
"""The row of a file that cannot be read as a challenge."""


class Counted(NamedTuple):
    """How many challenges are in a phase with a health."""

    phase: str
    health: str | None
    number: int


def row_of(standing: Standing, day: str) -> tuple[Any, ...]:
    """The row of a challenge, its day first."""
    text = json.dumps(as_plain(standing), ensure_ascii=False, indent=2).replace("\n", f"\n{INDENT}")
    return (
        day,
        *(getattr(standing, name) for name in CHOSEN_BY),
        *(sort_key(order, standing) for order in ORDERS),
        zlib.compress(text.encode(), 1),
    )


def count(database: sqlite3.Connection, speech: str, chosen: Mapping[str, str]) -> list[Counted]:
    """How many of the chosen challenges are in each phase with each health."""
    where, values = _where(database, chosen)
    rows = database.execute(
        f"select phase, health, count(*) from standing where speech = ? and phase is not null{where} group by 1, 2",
        (speech, *values),
    )
    return [Counted(*row) for row in rows]


def among(database: sqlite3.Connection, speech: str) -> int:
    """How many challenges there are, chosen or not."""
    return sum(found.number for found in count(database, speech, {}))


def words(database: sqlite3.Connection, speech: str, column: str) -> tuple[str, ...]:
    """What stands in a column that challenges are chosen by, each once and in order."""
    assert column in CHOSEN_BY
    rows = database.execute(
        f"select distinct {column} from standing where speech = ? and {column} is not null order by 1",
        (speech,),
    )
    return tuple(word for (word,) in rows)


def texts(
    database: sqlite3.Connection,
    speech: str,
    chosen: Mapping[str, str],
    *,
    order: str,
    most: int | None = None,
) -> list[bytes]:
    """The chosen challenges in an order, no more than so many, each packed as JSON."""
    where, values = _where(database, chosen)
    by = "path" if order == BY_PATH else f"by_{order}, path"
    rows = database.execute(
        f"select body from standing where speech = ? and phase is not null{where} order by {by} limit ?",
        (speech, *values, -1 if most is None else most),
    )
    return [body for (body,) in rows]


def text_of(body: bytes) -> str:
    """A packed challenge as JSON, indented as it stands in the document of `status --json`."""
    return zlib.decompress(body).decode()


def standing_of(body: bytes) -> Standing:
    """A packed challenge."""
    return standing_from(json.loads(text_of(body)))


def _where(database: sqlite3.Connection, chosen: Mapping[str, str]) -> tuple[str, list[str]]:
    if chosen:
        database.create_function("folded", 1, _folded, deterministic=True)
    return "".join(f" and folded({name}) = ?" for name in chosen), [_folded(word) for word in chosen.values()]


def _folded(text: str | None) -> str:
    return (text or "").casefold()
