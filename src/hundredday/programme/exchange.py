"""One partner programme: the visits, and the practices taken from it."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from hundredday.shape import Day, Format, Key, Listed, Part, Text


def _is_code(country: str) -> str:
    if len(country) != 2 or not country.isascii() or not country.isalpha() or not country.isupper():
        raise PydanticCustomError(
            "not_a_country",
            "“{country}” is not a country code.",
            {"country": country, "mend": "Write two capital letters, such as AE."},
        )
    return country


Country = Annotated[str, AfterValidator(_is_code)]
"""ISO 3166 code of two capital letters."""

People = Annotated[int, Field(ge=0)]
Hours = Annotated[int, Field(ge=0)] | Annotated[float, Field(ge=0)]


class Visit(Part):
    """A visit to the partner, or of the partner, with as much of it as is known."""

    from_: Day = Field(alias="from")
    """Its first day. For example: 2026-05-15"""
    to: Day | None = None
    """Its last day. For example: 2026-05-17"""
    where: Text | None = None
    """The city. For example: Astana"""
    host: Text | None = None
    """Who received the visitors. For example: Ministry of Justice"""
    participants: People | None = None
    """How many people took part. For example: 12"""
    hours: Hours | None = None
    """Hours of exchange. For example: 18"""
    about: Listed[Text] = ()
    """The subjects. For example: strategic planning"""


class Borrowed(Part):
    """A practice taken from the partner, and the challenges that use it."""

    title: Text
    """What they do. For example: Minor claims court in one day"""
    from_: Text | None = Field(default=None, alias="from")
    """Whose practice it is, and since when. For example: Ministry of Justice, UAE, 2018"""
    source: Text | None = None
    """Where it is described. For example: https://example.org/minor-claims"""
    used_in: Listed[Text] = ()
    """The ids of the challenges that use it. For example: small-claims-in-a-day"""


class Partner(Part):
    """A partner programme that experience is exchanged with: what its file says."""

    format: Format
    """The version of this format; 1 is the only one there is."""
    partner: Text
    """What the partner is called. For example: UAE Government Accelerators"""
    country: Country | None = None
    """Its country, as an ISO 3166 code of two capital letters. For example: AE"""
    visits: Listed[Visit] = ()
    """Visits in both directions, one a line."""
    practices: dict[Key, Borrowed] = Field(default_factory=dict)
    """Practices taken from it, by key."""
