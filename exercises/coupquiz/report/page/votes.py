"""What the class voted: which answers it gave before and after talking, and what talking has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from coupdata.i18n import _, ngettext
from coupdata.views.html.element import Element, Node, element
from coupquiz.core.verdict import Outcome
from coupquiz.report.page.charts import RIGHT, WRONG, Bar, BarRow, Draw, bars
from coupquiz.report.page.parts import Cell, bar_legend, marked, measured, picture, prompt, signed, table
from coupquiz.report.vote_report import VoteReport
from coupquiz.report.votes.tally import AnswerCategory


def votes(reports: Sequence[VoteReport], drawn: dict[str, Draw]) -> Iterator[Node]:
    """Yield the shares of all votes, and then of each how often what was answered."""
    yield _every(reports)
    for place, report in enumerate(reports, 1):
        yield from _vote(place, report, drawn)


def _vote(place: int, report: VoteReport, drawn: dict[str, Draw]) -> Iterator[Node]:
    yield element("h3", f"{report.number}. {prompt(report.question)}", id=f"vote-{place}")
    yield element("p", " ".join(_counted(place, report)), class_="quiet")
    if len(report.shares) > 1:
        yield bar_legend(hatched=_("first vote"), full=_("second vote"))
    name = _("The answers in vote {n}.").format(n=place)
    yield picture(drawn, f"vote-{place}", name, partial(bars, _bar_rows(report)))
    yield _answers(place, report)
    if len(report.shares) > 1:
        yield element("p", _talking(report))
        if report.result.shift:
            yield _shift(place, report)


def _every(reports: Sequence[VoteReport]) -> Element:
    if all(len(report.shares) < 2 for report in reports):
        heads, caption = [_("Question"), _("Right")], _("How many were right (likely range)")
    else:
        heads = [_("Question"), _("Right at first"), _("Right after talking"), _("Gain")]
        caption = _("How many were right, before and after talking (likely range)")
    rows = (
        (_heading(place, report), *_shares(report), _gained(report))[: len(heads)]
        for place, report in enumerate(reports, 1)
    )
    return table(caption, heads, rows)


def _shares(report: VoteReport) -> tuple[Cell, Cell]:
    first, *second = report.shares
    return measured(first, "–"), measured(second[0] if second else None, "–")


def _gained(report: VoteReport) -> Cell:
    if not report.gain:
        return "–"
    found = element("b", signed(report.gain.gain))
    if not report.gain.bounds:
        return found
    return found, " ", element("span", f"({_bounds(*report.gain.bounds)})", class_="interval")


def _bounds(low: float, high: float) -> str:
    return _("{low} to {high}").format(low=signed(low), high=signed(high))


def _heading(place: int, report: VoteReport) -> Cell:
    return f"{report.number}. ", element("a", prompt(report.question), href=f"#vote-{place}")


def _counted(place: int, report: VoteReport) -> Iterator[str]:
    """Yield when it was, and how many voted how."""
    when = f"{report.opened:%H:%M}"
    voters = [share.count for share in report.shares]
    if len(voters) == 1:
        said = ngettext(
            "Vote {place}, begun at {when}: {n} vote.", "Vote {place}, begun at {when}: {n} votes.", voters[0]
        )
        yield said.format(place=place, when=when, n=voters[0])
        if report.by_hand[0]:
            yield _("Counted by hand: {n}.").format(n=report.by_hand[0])
        return
    said = ngettext(
        "Vote {place}, begun at {when}: {n} vote, then {then}.",
        "Vote {place}, begun at {when}: {n} votes, then {then}.",
        voters[0],
    )
    yield said.format(place=place, when=when, n=voters[0], then=voters[1])
    if any(report.by_hand):
        yield _("Counted by hand: {n}, then {then}.").format(n=report.by_hand[0], then=report.by_hand[1])


def _bar_rows(report: VoteReport) -> list[BarRow]:
    tallies = [each.tally for each in report.result.rounds]
    last = tallies[-1]
    return [
        BarRow(
            f"{_sign(category)} {_named(category)}",
            RIGHT if category.right else WRONG,
            tuple(Bar(t.counts[category.id], t.of, hatched=t is not last) for t in tallies),
        )
        for category in report.result.categories
    ]


def _answers(place: int, report: VoteReport) -> Element:
    heads = [_("First vote"), _("Second vote")] if len(report.shares) > 1 else [_("Votes")]
    tallies = [each.tally for each in report.result.rounds]
    rows = (
        (_cell(category), *(str(tally.counts[category.id]) for tally in tallies))
        for category in report.result.categories
    )
    return table(_("Answers in vote {n}").format(n=place), [_("Answer"), *heads], rows)


def _shift(place: int, report: VoteReport) -> Element:
    """Return who went where; an answer without a letter is its own heading."""
    every = report.result.categories
    rows = (
        (_cell(before), *(_moved(report, before, after) for after in every), str(_left(report, before)))
        for before in every
    )
    heads = [f"{_sign(category)} {category.label or category.text}" for category in every]
    caption = _(
        "Who went where in vote {n}: a row for each first answer, a column for each second; bold have stayed"
    )
    return table(caption.format(n=place), [_("First vote"), *heads, _("All")], rows)


def _moved(report: VoteReport, before: AnswerCategory, after: AnswerCategory) -> Cell:
    n = report.result.shift.get((before.id, after.id), 0)
    return element("b", str(n)) if n and before is after else str(n) if n else "·"


def _left(report: VoteReport, before: AnswerCategory) -> int:
    return sum(n for (first, _second), n in report.result.shift.items() if first == before.id)


def _talking(report: VoteReport) -> str:
    """Return what talking has changed, of those who can be followed from vote to vote."""
    swayed = report.result.swayed
    if not swayed:
        return _("Nobody can be followed from one vote to the next: raised hands have no names.")
    if swayed.wrong:
        told = ngettext(
            "{wrong} of the {seats} who voted twice on a device was wrong at first; {found} of them got it "
            "right the second time.",
            "{wrong} of the {seats} who voted twice on a device were wrong at first; {found} of them got it "
            "right the second time.",
            swayed.wrong,
        ).format(wrong=swayed.wrong, seats=swayed.wrong + swayed.right, found=swayed.found)
    else:
        told = _("Everybody who voted twice on a device was right at first, so there was nothing to gain.")
    return " ".join(filter(None, (told, _lost(swayed.lost), _normalised(report))))


def _lost(lost: int) -> str:
    if not lost:
        return ""
    said = ngettext(
        "{n} other was right at first and is not any more.",
        "{n} others were right at first and are not any more.",
        lost,
    )
    return said.format(n=lost)


def _normalised(report: VoteReport) -> str:
    gain = report.gain
    if not gain:
        return ""
    if not gain.bounds:
        return _("Gain: {gain}.").format(gain=signed(gain.gain))
    low, high = gain.bounds
    said = _("Gain: {gain}; in a class of this size it may be anything from {low} to {high}.")
    return said.format(gain=signed(gain.gain), low=signed(low), high=signed(high))


def _cell(category: AnswerCategory) -> Cell:
    return marked(_sign(category), _named(category))


def _named(category: AnswerCategory) -> str:
    return f"{category.label}. {category.text}" if category.label else category.text


def _sign(category: AnswerCategory) -> str:
    is_partly = not category.label and category.id == Outcome.PARTLY
    return "✓" if category.right else "◐" if is_partly else "✗"
