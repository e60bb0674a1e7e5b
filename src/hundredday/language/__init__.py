"""The language in which the program speaks: one for the whole process, chosen at the door.

Texts stand in the code in English. `_` gives a text in the chosen language, `ngettext` the right plural,
and `N_` and `NN_` mark texts that are translated later, where they are shown. English costs nothing.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gettext
    from collections.abc import Iterator

LANGUAGES = {"en": "English", "kk": "Қазақша", "ru": "Русский", "ar": "العربية"}
"""Every language that the program speaks, under its code, by its own name."""

RIGHT_TO_LEFT = frozenset({"ar"})

CATALOGUES = Path(__file__).with_name("catalogues")

_spoken = "en"
_catalogue: gettext.NullTranslations | None = None


def _(text: str) -> str:
    """The text in the chosen language; the English one where a catalogue does not have it."""
    return text if _catalogue is None or not text else _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The text for so many things, with the plural forms of the chosen language."""
    if _catalogue is None:
        return one if count == 1 else many
    return _catalogue.ngettext(one, many, count)


def N_(text: str) -> str:  # noqa: N802 (the name that gettext gives to a mark)
    """The text itself, marked for translation: `_` translates it where it is shown."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 (as above)
    """The two forms of a text, marked for translation: `ngettext` chooses where they are shown."""
    return one, many


def spoken() -> str:
    """The code of the chosen language."""
    return _spoken


def speak(language: str) -> None:
    """Choose the language; an unknown one is English."""
    global _spoken, _catalogue  # noqa: PLW0603 (one voice for the process is what this room is for)
    if language in LANGUAGES and language != "en":
        import gettext

        _catalogue = gettext.translation("hundredday", CATALOGUES, [language], fallback=True)
        _spoken = language
    else:
        _spoken, _catalogue = "en", None


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language for a while: JSON and trailers stay English whatever the user reads."""
    before = _spoken
    speak(language)
    try:
        yield
    finally:
        speak(before)
