"""Causes and effects to link; the answer is a list of links, each as `cause -> effect` with ids of events.

The score is max(0, right - wrong) / all that are right, as for several options, so that to link everything
gains nothing. A link the wrong way round is wrong, and told apart. What leads over something else, or is
known from beyond the reading, counts neither way.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from coupdata.i18n import _, ngettext
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.views.html.element import Element, Node, element
from coupquiz.core.form import AskedFor, Choice, Form, Seed, shuffled
from coupquiz.core.verdict import PartVerdict, Verdict, joined_cites, outcome_of, unanswered
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.link.question import (
    LinkFeedback,
    LinkQuestion,
    Pair,
    WrittenLink,
    make_link_question,
)
from coupquiz.kinds.page_parts import group, note, texts_by_id, words
from coupquiz.kinds.pick import Pick
from coupquiz.parsing.untrusted import texts

_ARROW = " -> "


class LinkKind(Kind[WrittenLink, LinkQuestion]):
    """Events in their lanes, between which arrows are drawn."""

    written = WrittenLink
    any_order = True
    hints_to = HintsTo.SENTENCES

    def make(self, written: WrittenLink, table: Table, case: Case) -> LinkQuestion:
        """Return the question that a bank has."""
        return make_link_question(written, table, case)

    def form(self, question: LinkQuestion, seed: Seed = None) -> Form:
        """Return the events, in an order that tells nothing of causes."""
        events = shuffled(question.items, question.id, seed)
        asked_for = AskedFor(links=tuple(sorted(event.id for event in events)))
        return Form(question.id, question.kind, question.prompt, events, asked_for=asked_for)

    def page(self, form: Form) -> Element:
        """Return the events lane by lane, with room beside them for arrows."""
        lanes = list(dict.fromkeys(choice.lane for choice in form.choices))
        choices = sorted(form.choices, key=lambda choice: lanes.index(choice.lane))
        rows: list[Node] = []
        for lane, events in groupby(choices, key=lambda choice: choice.lane):
            rows.append(element("p", lane, class_="lane"))
            rows += map(_event, events)
        how = note(
            _(
                "Choose a cause, then what it led to; with a mouse, you can drag from one to the other. By "
                "keys: the arrow keys go from event to event, Enter chooses, Escape lets go."
            )
        )
        return group(form, how, element("div", *rows, class_="events"))

    def part_name(self, form: Form, part: str) -> str:
        """Return the titles of a cause and of its effect."""
        titles = texts_by_id(form.choices)
        cause, _arrow, effect = part.partition(_ARROW)
        return _titled((cause, effect), titles)

    def check(self, question: LinkQuestion, answer: object) -> Verdict:
        """Return what is said to each link: who says so, or why it is none."""
        pairs = _pairs(question, answer)
        if not pairs:
            return unanswered(_("Draw at least one arrow first."), question.hint)
        parts = tuple(
            PartVerdict(_ARROW.join(pair), pair in question.right, told.said, told.cites)
            for pair in pairs
            for told in [_told(question, pair)]
        )
        right, wrong = (sum(map(is_so, pairs)) for is_so in (question.right.__contains__, question.is_wrong))
        whole = len(question.right)
        score = max(0, right - wrong) / whole
        said = _counted(right, wrong, whole, sum(pair[::-1] in question.right for pair in pairs))
        hint = "" if score == 1 else question.hint
        return Verdict(outcome_of(score), score, said, joined_cites(parts), hint, parts)

    def credit(self) -> str:
        """Return what a link is worth, and what a wrong one costs."""
        return _("Each right arrow counts the same, and each wrong one takes as much away.")

    def solution(self, question: LinkQuestion) -> list[str]:
        """Return all links that the data has."""
        return [_ARROW.join(pair) for pair in question.right]

    def mistakes(self, question: LinkQuestion) -> Iterable[list[str]]:
        """Yield the solution with one link turned, one left out, or one more that the bank expects."""
        links = self.solution(question)
        for pair in question.right:
            link = _ARROW.join(pair)
            others = [other for other in links if other != link]
            yield [*others, _ARROW.join(pair[::-1])]
            if others:
                yield others
        for pair in question.expected:
            yield [*links, _ARROW.join(pair)]

    def in_words(self, form: Form, answer: object) -> Element:
        """Return each link with the titles of its events."""
        titles = texts_by_id(form.choices)
        links = (tuple(link.split(_ARROW)) for link in texts(answer))
        known = (pair for pair in links if len(pair) == 2 and {*pair} <= titles.keys())
        return element("ul", *(element("li", _titled((pair[0], pair[1]), titles)) for pair in known))

    def offered(self, question: LinkQuestion) -> Iterable[Pick]:
        """Return every link that is right."""
        return (_pick(question, pair) for pair in question.right)

    def picked(self, question: LinkQuestion, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return every link that was drawn."""
        return (_pick(question, pair) for pair in _pairs(question, answer))

    def clues(self, question: LinkQuestion) -> Clues:
        """Return the titles that it shows."""
        return Clues(right=(), wrong=(), shown=tuple(item.text for item in question.items))


def _event(choice: Choice) -> Element:
    dot = element("span", class_="dot", aria_hidden="true")
    event = element("button", words(choice), dot, type="button", class_="event", data_item=choice.id)
    return element("div", event, class_="row")


def _pairs(question: LinkQuestion, answer: object) -> list[Pair]:
    """Return the links of an answer between two of the events, each once."""
    ids = {item.id for item in question.items}
    links = (link.strip().partition(_ARROW) for link in texts(answer))
    pairs = ((cause.strip(), effect.strip()) for cause, arrow, effect in links if arrow)
    return list(dict.fromkeys(pair for pair in pairs if {*pair} <= ids and pair[0] != pair[1]))


def _told(question: LinkQuestion, pair: Pair) -> LinkFeedback:
    """Return what is said to a link."""
    if turned := question.right.get(pair[::-1]):
        return LinkFeedback(_("The wrong way round. {why}").format(why=turned.said), turned.cites)
    return question.right.get(pair) or question.neutral.get(pair) or question.wrong[pair]


def _counted(right: int, wrong: int, whole: int, turned: int) -> str:
    """Return how many links are right, and how many are not, in one or two sentences."""
    said = ngettext("{right} of {whole} links is there.", "{right} of {whole} links are there.", right)
    if right == whole:
        said = _("All {whole} links are there.")
    said = said.format(right=right, whole=whole)
    if wrong:
        more = ngettext("{n} is wrong.", "{n} are wrong.", wrong)
        if turned == wrong:
            more = ngettext("{n} is the wrong way round.", "{n} are the wrong way round.", wrong)
        elif turned:
            more = _("{n} are wrong, of these {turned} the wrong way round.")
        said = f"{said} {more.format(n=wrong, turned=turned)}"
    return said


def _titled(pair: Pair, titles: dict[str, str]) -> str:
    return _("“{cause}” → “{effect}”").format(cause=titles[pair[0]], effect=titles[pair[1]])


def _pick(question: LinkQuestion, pair: Pair) -> Pick:
    titles = texts_by_id(question.items)
    told = _told(question, pair)
    return Pick(
        _titled(pair, titles),
        float(pair in question.right),
        _("linked {link}").format(link=_titled(pair, titles)),
        said=told.said,
        means=told.said,
        cites=told.cites,
        by_bank=pair in question.expected,
    )
