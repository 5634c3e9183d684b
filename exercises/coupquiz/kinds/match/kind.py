"""Pairs to match; the answer is the id of a target by the id of each choice. The score is the share right."""

from __future__ import annotations

from collections.abc import Iterable

from coupdata.i18n import _, ngettext
from coupdata.loading import Table
from coupdata.model import Case, Event
from coupdata.views.html.element import Element, element
from coupquiz.core.form import AskedFor, Choice, Form, Seed, shuffled
from coupquiz.core.verdict import PartVerdict, Verdict, of_parts, unanswered
from coupquiz.keys.options import unexplained
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.match.question import Match, Pair, WrittenMatch, make_match
from coupquiz.kinds.page_parts import group, texts_by_id, words
from coupquiz.kinds.pick import Pick
from coupquiz.parsing.untrusted import text_of


class MatchKind(Kind[WrittenMatch, Match]):
    """Beside each item, a list to choose its match from."""

    written = WrittenMatch
    any_order = True
    hints_to = HintsTo.SENTENCES

    def make(self, written: WrittenMatch, table: Table, case: Case) -> Match | None:
        """Return the question that a bank has; None where it has no pairs."""
        return make_match(written, table, case)

    def form(self, question: Match, seed: Seed = None) -> Form:
        """Return both sides, each in an order of its own."""
        choices = shuffled((pair.choice for pair in question.pairs), question.id, seed)
        targets = shuffled((target.choice for target in question.targets), f"{question.id} targets", seed)
        if self.check(question, {c.id: t.id for c, t in zip(choices, targets, strict=False)}).score == 1:
            targets = (*targets[1:], targets[0])
        dates = tuple(sorted(choice.id for choice in choices)) if question.dated else ()
        return Form(
            question.id, question.kind, question.prompt, choices, targets, asked_for=AskedFor(dates=dates)
        )

    def page(self, form: Form) -> Element:
        """Return each item with its list; on paper the matches stand below, to be written in."""
        targets = [element("option", _("Choose …"), value="")]
        for target in form.targets:
            lang = {"lang": target.lang} if target.lang else {}
            targets.append(element("option", target.text, value=target.id, **lang))
        pairs = (_pair(choice, targets) for choice in form.choices)
        to_write = element(
            "ul", *(element("li", words(target)) for target in form.targets), class_="on-paper"
        )
        return group(form, *pairs, to_write)

    def check(self, question: Match, answer: object) -> Verdict:
        """Return what is said to each pair: why it is right, or what its target would mean."""
        parts = [
            PartVerdict(pair.choice.id, pick.credit == 1, pick.said, pick.cites)
            for pair, pick in _matched(question, answer)
        ]
        if not parts:
            return unanswered(_("Match at least one pair first."), question.hint)
        return of_parts(parts, len(question.pairs), _counted, question.hint)

    def credit(self) -> str:
        """Return what a pair is worth."""
        return _("Each right pair counts the same.")

    def solution(self, question: Match) -> dict[str, str]:
        """Return what belongs to each choice; where several targets do, the leading one."""
        return {pair.choice.id: pair.right[0] for pair in question.pairs}

    def mistakes(self, question: Match) -> Iterable[dict[str, str]]:
        """Yield the solution with one pair wrong: each choice with each target that does not belong to it."""
        for pair in question.pairs:
            for target in question.targets:
                if target.id not in pair.right:
                    yield self.solution(question) | {pair.choice.id: target.id}

    def in_words(self, form: Form, answer: object) -> Element:
        """Return each item with its match."""
        targets = texts_by_id(form.targets)
        matches = ((choice, targets.get(text_of(answer, choice.id), "")) for choice in form.choices)
        return element(
            "ul", *(element("li", element("b", choice.text), f": {match}") for choice, match in matches)
        )

    def picked(self, question: Match, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return every pair that was matched."""
        return (pick for _pair, pick in _matched(question, answer))

    def clues(self, question: Match) -> Clues:
        """Return the dates that it tells, where dates are matched."""
        dates = {target.id for target in question.targets if isinstance(target.record, Event)}
        return Clues(
            right=(),
            wrong=(),
            unexplained=unexplained(question.targets),
            shown=tuple(pair.choice.text for pair in question.pairs),
            dates={pair.choice.id: pair.right[0] for pair in question.pairs if pair.right[0] in dates},
        )


def _matched(question: Match, answer: object) -> Iterable[tuple[Pair, Pick]]:
    """Yield each pair that was matched: why it is right, or what its target would mean."""
    targets = {target.id: target for target in question.targets}
    for pair in question.pairs:
        target = targets.get(text_of(answer, pair.choice.id))
        if target is None:
            continue
        is_right = target.id in pair.right
        said = pair if is_right else target
        yield (
            pair,
            Pick(
                target.text,
                float(is_right),
                _("matched “{left}” with “{right}”").format(left=pair.choice.text, right=target.text),
                part=pair.choice.text,
                said=said.feedback,
                right=targets[pair.right[0]].text,
                cites=said.cites,
            ),
        )


def _pair(choice: Choice, targets: list[Element]) -> Element:
    select = element("select", *targets, data_item=choice.id)
    return element("label", words(choice), select, class_="option pair", data_part=choice.id)


def _counted(right: int, whole: int) -> str:
    if right == whole:
        said = _("Both pairs are right.") if whole == 2 else _("All {whole} pairs are right.")
    else:
        said = ngettext("{right} of {whole} pairs is right.", "{right} of {whole} pairs are right.", right)
    return said.format(right=right, whole=whole)
