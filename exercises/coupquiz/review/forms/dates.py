"""Forms that ask when something was, or what happened then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coupdata.i18n import _
from coupdata.model import Event, overlap, span
from coupquiz.review.forms.draft import Draft, chosen, joined, of_event, option
from coupquiz.review.forms.told import Told

_WRONG = 3  # options
_PAIRS = 4


def date_forms(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield the forms on the date of an event or, where the source does not date it, on that."""
    if not event.when.edtf:
        yield from _undated(event, told, seed)
        return
    elsewhen = [other for other in told.others(event) if _is_apart(event, other)]
    is_told = _is_told(event.title, event.when.label)
    asked = _("“{event}”: since when?") if _is_since(event) else _("“{event}”: when was that?")
    asked = asked.format(event=event.title)
    if not (is_told or _is_in_doubt(event, told)):
        exactly = _("{question} Give the date as exactly as the reading does.").format(question=asked)
        if event.when.precision == "year":
            exactly = _("“{event}”: in which year was that?").format(event=event.title)
        yield _draft(event, "when", "date", prompt=exactly, event=event.id, level=2)
    if not (is_told or _is_since(event)):
        yield from _which_date(event, elsewhen, asked, seed)
        yield from _then(event, told, elsewhen, seed)
        yield from _claims(event, told, elsewhen, seed)
    untold = (other for other in elsewhen if not _is_told(other.title, other.when.label))
    among = _nearest(event, untold, _PAIRS - 1, f"{seed} match")
    if len(among) == _PAIRS - 1 and not is_told:
        ids = sorted(other.id for other in (event, *among))
        cites = joined(*(one.cites for one in (event, *among)))
        values = {"pairs": {"events": ids, "with": "when"}, "cites": cites, "level": 2}
        yield _draft(event, "dates", "match", prompt=_("Match each event with its date."), **values)


def _undated(event: Event, told: Told, seed: str) -> Iterator[Draft]:
    """Yield which of some events has no date; it is this one."""
    dated = (other for other in told.others(event) if other.when.edtf and told.is_dated_itself(other))
    wrong = told.near(event, dated, _WRONG, seed)
    if len(wrong) < _WRONG:
        return
    said = _("The reading gives no date for it. {summary}").format(summary=event.summary)
    options = [option(event, said, right=True), *(_dated(other, right=False) for other in wrong)]
    prompt = _("For which of these does the reading give no date of its own?")
    yield _draft(event, "undated", "single", prompt=prompt, option=options, level=2)


def _which_date(event: Event, elsewhen: list[Event], asked: str, seed: str) -> Iterator[Draft]:
    """Yield which of some dates is that of the event."""
    wrong = _nearest(event, (o for o in elsewhen if not _is_since(o)), _WRONG, f"{seed} which")
    if len(wrong) == _WRONG:
        key = {"event": event.id, "field": "when"}
        options = [{"event": one.id} for one in (event, *wrong)]
        yield _draft(event, "which-date", "single", prompt=asked, key=key, option=options)


def _then(event: Event, told: Told, elsewhen: list[Event], seed: str) -> Iterator[Draft]:
    """Yield the form that gives the date and asks for the event."""
    fit = [other for other in elsewhen if not (_is_since(other) or _is_told(other.title, event.when.label))]
    wrong = told.near(event, fit, _WRONG, f"{seed} then")
    if len(wrong) < _WRONG:
        return
    prompt = _("Which of these goes with this date: {date}?").format(date=event.when.label)
    options = [_dated(one, right=one is event) for one in (event, *wrong)]
    yield _draft(event, "what-then", "single", prompt=prompt, option=options)


def _claims(event: Event, told: Told, elsewhen: list[Event], seed: str) -> Iterator[Draft]:
    """Yield a claim that gives the date of an event, and one that gives that of another."""
    others = [other for other in elsewhen if _is_plain(other)]
    if not _is_plain(event):
        return
    names = {"event": event.title, "date": event.when.label}
    feedback = {
        "supported": _("Its date is {date}. {summary}").format(summary=event.summary, **names),
        "contradicted": _("This is the very date that the reading gives."),
        "not-said": _("The reading does give a date: {date}.").format(**names),
    }
    prompt = _claim(event, event)
    yield _draft(event, "date-claim", "claim", prompt=prompt, verdict="supported", feedback=feedback)
    wrong = told.near(event, others, 1, f"{seed} claim")
    if not wrong or _is_told(event.title, wrong[0].when.label):
        return
    names |= {"other": wrong[0].title, "wrong": wrong[0].when.label}
    feedback = {
        "supported": _("“{other}” is dated {wrong}, but “{event}” {date}.").format(**names),
        "contradicted": _("Its date is {date}. {wrong} is the date of “{other}”.").format(**names),
        "not-said": _("The reading does give a date: {date}.").format(**names),
    }
    prompt = _claim(event, wrong[0])
    cites = joined(event.cites, wrong[0].cites)
    told_of = {"verdict": "contradicted", "feedback": feedback, "cites": cites}
    yield _draft(event, "false-date", "claim", prompt=prompt, **told_of)


def _claim(event: Event, dated: Event) -> str:
    """Return the claim that an event was when another was, or itself."""
    said = _("‘{event}’: this was in {date}.")
    if dated.when.precision == "day":
        said = _("‘{event}’: this was on {date}.")
    return said.format(event=event.title, date=dated.when.label)


def _dated(event: Event, *, right: bool) -> dict[str, object]:
    """Return an event as an option of which is said when it was."""
    said = _("“{event}”: {date}. {summary}")
    said = said.format(event=event.title, date=event.when.label, summary=event.summary)
    return option(event, said, right=right)


def _draft(about: Event, shape: str, kind: str, **values: object) -> Draft:
    return of_event(about, shape, kind, "chronology", **values)


def _is_apart(event: Event, other: Event) -> bool:
    """Return whether two events are dated, and to no common day."""
    return bool(other.when.edtf) and not overlap(span(event.when), span(other.when))


def _is_plain(event: Event) -> bool:
    """Return whether a date stands in a sentence as it is: neither a night, nor open, nor in doubt."""
    is_plain = event.when.precision in ("day", "month", "year")
    return is_plain and not event.when.edtf.endswith(("/..", "?", "~", "%"))


def _is_since(event: Event) -> bool:
    """Return whether only the beginning of an event is dated."""
    return event.when.edtf.endswith("/..")


def _is_in_doubt(event: Event, told: Told) -> bool:
    """Return whether accounts of an event differ, so that more than one date may be right."""
    return any(event.id in one.events for one in told.case.differences)


def _nearest(event: Event, others: Iterable[Event], most: int, seed: str) -> list[Event]:
    """Return some of the events that are nearest in time, each dated apart from this one and all others."""
    day = span(event.when)[0]
    kept: list[Event] = []
    drawn = chosen(others, None, lambda other: other.id, f"{seed} of one day")
    for other in sorted(drawn, key=lambda other: abs(span(other.when)[0] - day)):
        if all(_is_apart(one, other) for one in (event, *kept)):
            kept.append(other)
    return chosen(kept[: most + 1], most, lambda other: other.id, seed)


def _is_told(title: str, label: str) -> bool:
    """Return whether a title has a word of the date: "May Day"."""
    words = {word.strip(".,:–").casefold() for word in title.split()}
    return any(word.casefold() in words for word in label.split() if len(word) > 2)
