"""What a person said about a file, checked word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.errors import WrongUsage
from hundredday.imports.dates import ORDERS
from hundredday.imports.terms import Terms
from hundredday.imports.values import DECIMALS, PERCENTS
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_terms(
    dates: str | None,
    decimal: str | None,
    percents: str | None,
    encoding: str | None,
    sheet: str | None,
    columns: Sequence[str],
) -> Terms:
    """The terms of a file.

    Raises:
        WrongUsage: a word is none of those that can be said, or a column is given without its field.
    """
    for option, given, known in (
        ("--dates", dates, ORDERS),
        ("--decimal", decimal, DECIMALS),
        ("--percents", percents, PERCENTS),
    ):
        if given is not None and given not in known:
            raise WrongUsage(
                _("{option} “{given}” is not one of {known}.").format(
                    option=option, given=given, known=", ".join(known)
                ),
                _("Choose one of them."),
            )
    return Terms(dates, decimal, percents, encoding, sheet, tuple(map(_pair, columns)))


def _pair(text: str) -> tuple[str, str]:
    # The header may have an equals sign in it, the field never has.
    column, equals, field = text.rpartition("=")
    if not equals or not column.strip() or not field.strip():
        raise WrongUsage(
            _("--map “{text}” does not say which column means what.").format(text=text),
            _("Write it as COLUMN=FIELD, such as --map “Итог=value” or --map C=value."),
        )
    return column.strip(), field.strip().casefold().replace("-", "_") if field.strip() != "-" else "-"
