"""What every part of a file has in common: frozen, strict, and no key that is not known."""

from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from hundredday.days import FIRST_YEAR, LAST_YEAR
from hundredday.language import _

T = TypeVar("T")

Text = Annotated[str, StringConstraints(pattern=r"\S")]
"""Free Unicode text that says something."""

Number = int | float
"""A number as written: whole numbers stay whole."""


def _is_near(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PydanticCustomError(
            "far_day",
            _("The year {year} is not one of a programme."),
            {
                "year": day.year,
                "mend": _("Write a year from {first_year} to {last_year}.").format(
                    first_year=FIRST_YEAR, last_year=LAST_YEAR
                ),
            },
        )
    return day


Day = Annotated[date, AfterValidator(_is_near)]
"""A civil date, without a time."""

KEY = r"^[a-z0-9]([a-z0-9_-]{0,58}[a-z0-9])?$"


def _no_answer(value: object) -> object:
    # In Python True is 1: a file that says format: true says nothing of the kind.
    return str(value) if isinstance(value, bool) else value


Format = Annotated[Literal[1], BeforeValidator(_no_answer)]
"""The version of a file's format; 1 is the only one there is."""

Key = Annotated[str, StringConstraints(pattern=KEY)]
"""The name of something that is referred to: lower-case letters, digits and hyphens."""

Listed = Annotated[tuple[T, ...], Field(strict=False)]
"""A list of the file, held as a tuple."""


class Part(BaseModel):
    """A part of a file: what stands there is sound, what does not stand there is None."""

    model_config = ConfigDict(
        frozen=True,
        protected_namespaces=(),
        extra="forbid",
        strict=True,
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        allow_inf_nan=False,
    )
