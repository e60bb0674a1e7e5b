"""Options that choose challenges: a word that nothing is called by is refused, any other may fit nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.desk.survey import words_in
from hundredday.errors import WrongUsage
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.nearest import did_you_mean, meant
from hundredday.outlook.standing import HEALTHS, PHASES
from hundredday.outlook.urgency import ORDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.desk.desk import Desk
    from hundredday.desk.showing import Wanted


def refuse_unknown(wanted: Wanted) -> None:
    """Refuse a phase, a health or an order that does not exist.

    Raises:
        WrongUsage: with those that do.
    """
    asked = (
        ("--phase", wanted.phase, PHASES),
        ("--health", wanted.health, HEALTHS),
        ("--sort", wanted.order, ORDERS),
    )
    for option, given, known in asked:
        if given is not None and given.casefold().replace("-", "_") not in known:
            raise WrongUsage(
                _("{option} “{given}” is not one of {known}.").format(
                    option=option, given=given, known=", ".join(known)
                ),
                _("Choose one of them."),
            )


def refuse_choosing(wanted: Wanted) -> None:
    """Refuse options that choose among all challenges where one challenge is named.

    Raises:
        WrongUsage: such an option is there.
    """
    if wanted.by():
        raise WrongUsage(
            _("One challenge is named, so there is nothing to choose with {options}.").format(
                options=", ".join(f"--{name}" for name in wanted.by())
            ),
            _("Leave out the ID, or the options."),
        )


def refuse_unknown_words(desk: Desk, by: Mapping[str, str | None]) -> None:
    """Refuse, where nothing fits, a topic, a cohort or an agency that neither the settings nor any challenge names.

    Args:
        desk: where it is asked.
        by: what is asked for, by the name of what it is compared with; None asks for all.

    Raises:
        WrongUsage: with the nearest word, or with those that there are.
    """
    topics = dict(desk.accelerator.topics)
    cohorts = {key: cohort.title or key for key, cohort in desk.accelerator.cohorts.items()}
    declared: Mapping[str, tuple[Mapping[str, str], str]] = {
        "topic": (topics, _("topics")),
        "cohort": (cohorts, _("cohorts")),
        "agency": ({}, _("agencies")),
    }
    for name, word in by.items():
        if word is not None and name in declared:
            titles, plural = declared[name]
            _refuse_unknown(word, {**dict.fromkeys(words_in(desk, name), ""), **titles}, plural)


def _refuse_unknown(word: str, titles: Mapping[str, str], plural: str) -> None:
    if word.casefold() in {key.casefold() for key in titles}:
        return
    titled = tuple(key for key, title in titles.items() if title.casefold() == word.casefold())
    raise WrongUsage(
        _("There is no “{word}” among the {plural}.").format(word=one_line(word), plural=plural),
        did_you_mean(titled, "") or meant(word, titles, plural),
    )
