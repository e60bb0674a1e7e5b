"""Papers of one page: one file per form, and this table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.pages.briefs.closing import closing
from hundredday.pages.briefs.midpoint import midpoint
from hundredday.pages.briefs.minister import minister

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hundredday.pages.briefs.sheet import Sheet
    from hundredday.pages.site import Dossier, Office

FORMS: Mapping[str, Callable[[Office, Dossier], Sheet]] = {
    "midpoint": midpoint,
    "closing": closing,
    "minister": minister,
}
"""Every form, by the name under which it is asked for."""
