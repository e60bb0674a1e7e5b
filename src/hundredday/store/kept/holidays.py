"""The public holidays of a country, asked of the `holidays` library once a year and kept."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from hundredday.days import WorkingCalendar

if TYPE_CHECKING:
    from hundredday.store.kept.index import Index


def working_calendar(country: str, years: tuple[int, ...], index: Index) -> WorkingCalendar:
    """Which days nobody works in a country.

    Islamic holidays of coming years are estimates of the library, as they are everywhere before
    the moon is seen. An unknown or empty country has Saturdays and Sundays, and no holidays.

    Args:
        country: ISO 3166 code, such as KZ.
        years: the years that are asked about.
        index: where to keep the answer.
    """
    if not country:
        return WorkingCalendar()
    key = f"holidays {country} {' '.join(map(str, years))}"
    kept = index.kept_text(key)
    if kept is None:
        kept = json.dumps(_asked(country, years))
        index.keep_text(key, kept)
    weekend, days = json.loads(kept)
    return WorkingCalendar(frozenset(weekend), frozenset(map(date.fromisoformat, days)))


def _asked(country: str, years: tuple[int, ...]) -> tuple[list[int], list[str]]:
    import holidays

    try:
        calendar = holidays.country_holidays(country, years=years)
    except NotImplementedError:
        return sorted(WorkingCalendar().weekend), []
    return sorted(calendar.weekend), sorted(day.isoformat() for day in calendar)
