"""What the team is busy with: guardrails, milestones, blockers and reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from hundredday.language import _
from hundredday.language.keywords import word
from hundredday.metrics.reading import series_of
from hundredday.numbers import number_words, value_words
from hundredday.views.dates import short_date, when_words
from hundredday.views.fitting import flow, label_width, piece, row
from hundredday.views.palette import BAD, FAINT, GOOD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hundredday.challenge.acceleration import Acceleration, Blocker, Guardrail, Milestone, Review


def work_lines(acceleration: Acceleration, *, today: date, width: int) -> Iterator[Text]:
    """What the file has of guardrails, blockers (open ones first), milestones and reviews."""
    blockers = sorted(acceleration.blockers.items(), key=lambda entry: entry[1].resolved is not None)
    groups = (
        (_("Guardrails"), [_guardrail(*entry, today) for entry in acceleration.guardrails.items()]),
        (_("Blockers"), [_blocker(*entry, today) for entry in blockers]),
        (_("Milestones"), [_milestone(*entry, today) for entry in acceleration.milestones.items()]),
        (_("Reviews"), [_review(*entry, today) for entry in acceleration.reviews.items()]),
    )
    if any(lines for __, lines in groups):
        yield Text()
    for name, lines in groups:
        for number, line in enumerate(lines):
            label = row("  ", piece("" if number else name, FAINT, width=label_width()), " ")
            yield from flow(row(label, line), width, indent=label.cell_len + 2)


def _guardrail(key: str, guardrail: Guardrail, today: date) -> Text:
    known = [reading for reading in series_of(guardrail.readings) if reading.date <= today]
    limit, worse = guardrail.limit, guardrail.worse
    bound = "" if limit is None else _("limit {limit}").format(limit=number_words(limit))
    if not known:
        sign, said = Text("·", FAINT), _("no readings")
    else:
        value = known[-1].value
        outside = limit is not None and (
            value > limit if worse == "above" else value < limit if worse else False
        )
        sign = Text("✗", BAD) if outside else Text("✓", GOOD)
        word = _(", outside") if outside else ""
        said = _("{value} on {date}{word}").format(
            value=value_words(value, guardrail.unit), date=short_date(known[-1].date, today), word=word
        )
    told = ", ".join(part for part in (said, bound) if part)
    return _line(sign, guardrail.metric or key, told)


def _blocker(key: str, blocker: Blocker, today: date) -> Text:
    if blocker.resolved:
        how = f": {blocker.how}" if blocker.how else ""
        told = _("resolved {resolved}{how}").format(resolved=short_date(blocker.resolved, today), how=how)
        return _line(Text("✓", GOOD), blocker.what or key, told)
    asked = _("asked of {asked_of}").format(asked_of=blocker.asked_of) if blocker.asked_of else ""
    needed = _due(_("needed by"), blocker.needed_by, today)
    told = ", ".join(part for part in (asked, needed) if part)
    over = bool(blocker.needed_by and blocker.needed_by < today)
    return _line(Text("✗", BAD) if over else Text("◇"), blocker.what or key, told)


def _milestone(key: str, milestone: Milestone, today: date) -> Text:
    over = milestone.done is None and milestone.due is not None and milestone.due < today
    sign = Text("✓", GOOD) if milestone.done else Text("✗", BAD) if over else Text("◇")
    done = _("done {done}").format(done=short_date(milestone.done, today)) if milestone.done else ""
    due = _due(_("due"), milestone.due, today)
    critical = _("critical") if milestone.critical else ""
    told = done or ", ".join(part for part in (due, critical, milestone.owner) if part)
    return _line(sign, milestone.title or key, told)


def _review(key: str, review: Review, today: date) -> Text:
    held = _("held {date}").format(date=short_date(review.date, today)) if review.date else _("not held")
    by = _("by {by}").format(by=review.by) if review.by else ""
    told = ", ".join(part for part in (held, by, "; ".join(review.decided)) if part)
    return _line(Text("✓", GOOD) if review.date else Text("◇"), word(key).capitalize(), told)


def _due(word: str, day: date | None, today: date) -> str:
    return f"{word} {short_date(day, today)} ({when_words(day, today)})" if day else ""


def _line(sign: Text, what: str, told: str) -> Text:
    return row(sign, " ", piece(what), "  " if told else "", piece(told, FAINT))
