"""Blanks to fill in; the answer is a text by the id of each blank. The score is the share right.

Every name of an actor or a place is right, in any script. So is a person's surname alone, unless somebody
else of the case has it, and a name that is written in another way: "Zhordania, Noe", "Gen. Kvinitadze",
"Tiflis (Tbilisi)". A misspelling is forgiven, and the right spelling shown, where nothing else in the case or
the bank is nearer: see `is_misspelling`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from coupdata.i18n import _, ngettext
from coupdata.loading import Table
from coupdata.model import Case
from coupdata.views.html.element import Element, Node, element
from coupquiz.core.form import Choice, Form, Seed, pieces
from coupquiz.core.question import Question
from coupquiz.core.verdict import PartVerdict, Verdict, of_parts, unanswered
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.fill.question import Blank, Entry, Fill, WrittenFill, make_fill
from coupquiz.kinds.kind import HintsTo, Kind
from coupquiz.kinds.pick import LONGEST, Pick, typed_as
from coupquiz.parsing.names import forms, has_initial, of_person, parts
from coupquiz.parsing.spelling import MOST_ERRORS, is_misspelling, plain, romanised, typing_errors
from coupquiz.parsing.untrusted import short, text_of

_SEVERAL = 4  # names of one thing, at most


class FillKind(Kind[WrittenFill, Fill]):
    """Text fields inside the sentence."""

    written = WrittenFill
    any_order = False
    hints_to = HintsTo.SENTENCES

    def make(self, written: WrittenFill, table: Table, case: Case) -> Fill:
        """Return the question that a bank has."""
        return make_fill(written, table, case)

    def form(self, question: Fill, seed: Seed = None) -> Form:
        """Return the prompt and its blanks, which keep their order."""
        blanks = tuple(Choice(blank.id, "") for blank in question.blanks)
        return Form(question.id, question.kind, question.prompt, blanks)

    def page(self, form: Form) -> Element:
        """Return the sentence with its fields; read out, the group's name is the sentence as well."""
        nodes: list[Node] = []
        *before, last = pieces(form.prompt)
        for number, (text, id) in enumerate(zip(before[::2], before[1::2], strict=True), 1):
            field = element(
                "input",
                type="text",
                maxlength="200",
                autocomplete="off",
                autocapitalize="off",
                spellcheck="false",
                aria_label=_("Blank {n} of {all}").format(n=number, all=len(form.choices)),
                data_blank=id,
            )
            nodes += [text, element("span", field, class_="blank", data_part=id)]
        spoken = _("Fill in: {prompt}").format(prompt=form.plain_prompt(_("(blank {n})")))
        legend = element("legend", spoken, class_="unseen")
        return element("fieldset", legend, element("p", *nodes, last, class_="prompt"))

    def check(self, question: Fill, answer: object) -> Verdict:
        """Return what is said to each blank that was filled in."""
        parts = [_part(question, blank, typed) for blank, typed in _filled(question, answer)]
        if not parts:
            return unanswered(_("Fill in a blank first."), question.hint)
        return of_parts(parts, len(question.blanks), _counted, question.hint)

    def credit(self) -> str:
        """Return what a blank is worth."""
        return _("Each right blank counts the same.")

    def among(self, question: Fill, questions: Sequence[Question]) -> Fill:
        """Return the question as it knows what may be typed into the blanks of all."""
        blanks = (blank for other in questions if isinstance(other, Fill) for blank in other.blanks)
        entries = (entry for blank in blanks for entry in (blank.right, *blank.wrong))
        return replace(question, elsewhere=frozenset(word for entry in entries for word in entry.spellings))

    def solution(self, question: Fill) -> dict[str, str]:
        """Return what belongs in each blank, in its usual spelling."""
        return {blank.id: blank.right.usual for blank in question.blanks}

    def mistakes(self, question: Fill) -> Iterable[dict[str, str]]:
        """Yield the solution with one blank wrong: each mistake of the bank, each other name of the case."""
        for blank in question.blanks:
            known = set(blank.right.spellings)
            for entry in (*blank.wrong, *question.names):
                if plain(entry.usual) not in known:
                    yield self.solution(question) | {blank.id: entry.usual}
                known.update(entry.spellings)

    def in_words(self, form: Form, answer: object) -> Element:
        """Return the sentence with its blanks filled in."""
        *before, last = pieces(form.prompt)
        nodes: list[Node] = [
            node
            for text, id in zip(before[::2], before[1::2], strict=True)
            for node in (text, element("strong", text_of(answer, id)))
        ]
        return element("p", *nodes, last)

    def offered(self, question: Fill) -> Iterable[Pick]:
        """Return every blank as it is right."""
        return (_pick(question, blank, blank.right.usual) for blank in question.blanks)

    def picked(self, question: Fill, answer: object, verdict: Verdict) -> Iterable[Pick]:
        """Return every blank that was filled in."""
        return (_pick(question, blank, typed) for blank, typed in _filled(question, answer))

    def clues(self, question: Fill) -> Clues:
        """Return what belongs in the blanks, and the mistakes of the bank."""
        return Clues(
            right=tuple(blank.right.usual for blank in question.blanks),
            wrong=tuple(entry.usual for blank in question.blanks for entry in blank.wrong),
            spellings={blank.right.usual: tuple(blank.right.spellings) for blank in question.blanks},
            is_recalled=True,
        )


def _filled(question: Fill, answer: object) -> Iterator[tuple[Blank, str]]:
    """Yield each blank in which something was written, and what."""
    for blank in question.blanks:
        if typed := text_of(answer, blank.id):
            yield blank, typed


def _part(question: Fill, blank: Blank, typed: str) -> PartVerdict:
    entry, spelling = _found(question, blank, typed)
    if not entry:
        said = _("That is not what the reading says here. Read it once more.")
        return PartVerdict(blank.id, False, said, blank.right.cites or question.cites)
    right = entry is blank.right
    said = entry.feedback
    if right and spelling:
        said = " ".join((_("It is spelt “{spelling}”.").format(spelling=spelling), said))
    return PartVerdict(blank.id, right, said, entry.cites)


def _found(question: Fill, blank: Blank, typed: str) -> tuple[Entry | None, str]:
    """Return what a text stands for, if anything, and how that is spelt where the text is misspelt.

    Of names side by side, each has to stand for it; in brackets, none may stand for anything else.
    """
    typed = " ".join(typed.split())
    whole = _named(question, blank, typed)
    beside, inside = parts(typed)
    if whole[0] or not 1 < len(beside) + len(inside) <= _SEVERAL:
        return whole
    found = [_named(question, blank, name) for name in (beside or inside)]
    meant = {entry for entry, _spelling in found}
    others = {_named(question, blank, name)[0] for name in inside} - {None}
    return found[0] if len(meant) == 1 and others <= meant else (None, "")


def _named(question: Fill, blank: Blank, typed: str) -> tuple[Entry | None, str]:
    """Return the same for a single name."""
    entries = (blank.right, *blank.wrong, *question.names)
    words = [word for form in forms(typed) for word in _spelt(form)]
    of_persons = [
        *words,
        *(word for form in forms(typed) for name in of_person(form) for word in _spelt(name)),
    ]
    for entry in entries:  # what is written exactly comes before what may be misspelt
        if not entry.spellings.keys().isdisjoint(of_persons if entry.is_person else words):
            return entry, ""
    near = [
        (typing_errors(word, spelling), spelling, word, entry)
        for entry in entries
        for word in (of_persons if entry.is_person else words)
        for spelling, shown in entry.spellings.items()
        if abs(len(word) - len(spelling)) <= MOST_ERRORS and not has_initial(shown)
    ]
    least = min((errors for errors, *_rest in near), default=0)
    others = question.elsewhere.difference(*(entry.spellings for entry in entries))
    if not near or any(typing_errors(word, other) < least for word in words for other in others):
        return None, ""
    _errors, spelling, word, entry = min(near, key=lambda found: found[0])  # the right one, if several are
    slipped = is_misspelling(word, spelling) and not (entry.is_person and has_initial(typed))
    return (entry, entry.spellings[spelling]) if slipped else (None, "")


def _spelt(typed: str) -> list[str]:
    """Return what is to be compared with spellings: the letters as they are, and in Latin script."""
    return list(dict.fromkeys((plain(typed), romanised(plain(typed)))))


def _pick(question: Fill, blank: Blank, typed: str) -> Pick:
    entry, _spelling = _found(question, blank, typed)
    text = entry.usual if entry else short(" ".join(typed.casefold().split()), LONGEST)
    number = question.blanks.index(blank) + 1
    several = len(question.blanks) > 1
    did = _("wrote “{text}” in blank {n}").format(text=text, n=number) if several else typed_as(text)
    return Pick(
        text,
        float(entry is blank.right),
        did,
        part=_("Blank {n}").format(n=number) if several else "",
        said=entry.feedback if entry else "",
        means=entry.feedback if entry else "",
        right=blank.right.usual,
        cites=entry.cites if entry else (),
        is_known=entry is not None,
        is_name=entry is not None and entry not in (blank.right, *blank.wrong),
    )


def _counted(right: int, whole: int) -> str:
    if right == whole:
        said = _("Both blanks are right.") if whole == 2 else _("All {whole} blanks are right.")
    else:
        said = ngettext("{right} of {whole} blanks is right.", "{right} of {whole} blanks are right.", right)
    return said.format(right=right, whole=whole)
