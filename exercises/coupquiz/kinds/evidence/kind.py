"""Which sentence proves it; the answer is the id of a sentence. Where several do, any of them is right."""

from __future__ import annotations

from dataclasses import replace

from coupdata.i18n import _
from coupdata.loading import Table
from coupdata.model import Case, Sentence
from coupdata.views.html.element import Element, element
from coupquiz.core.form import Choice, Form
from coupquiz.keys.options import ChoiceQuestion, Option, WrittenChoice
from coupquiz.kinds.clues import Clues
from coupquiz.kinds.kind import HintsTo
from coupquiz.kinds.page_parts import group, words
from coupquiz.kinds.pick import Pick
from coupquiz.kinds.single.kind import SingleKind


class EvidenceKind(SingleKind):
    """A group of radio buttons, each with a sentence of the reading."""

    one = False
    hints_to = HintsTo.PARAGRAPHS

    def make(self, written: WrittenChoice, table: Table, case: Case) -> ChoiceQuestion:
        """Return the question that a bank has."""
        question = super().make(written, table, case)
        for option in question.options:
            if not isinstance(option.record, Sentence):
                mend = _('write { sentence = "...", ... }')
                table.wrong("option", _("'{text}' is not a sentence").format(text=option.text), mend)
            elif option.right and option.id not in written.cites:
                table.wrong(
                    "cites", _("'{id}' is missing, but it is right").format(id=option.id), _("add it")
                )
        return question

    def page(self, form: Form) -> Element:
        """Return the sentences with their ids."""
        return group(form, *map(_option, form.choices))

    def pick(self, option: Option) -> Pick:
        """Return a sentence as it is picked: by its id."""
        did = _("chose the sentence {id}").format(id=option.id)
        return replace(super().pick(option), text=f"{option.id}: {option.text}", did=did)

    def clues(self, question: ChoiceQuestion) -> Clues:
        """Return the sentences, whose length is the reading's."""
        sentences = frozenset(option.id for option in question.options)
        return replace(super().clues(question), by_length=False, sentences=sentences)


def _option(choice: Choice) -> Element:
    button = element("input", type="radio", value=choice.id)
    sentence = element("span", element("b", choice.id), " ", words(choice), class_="sentence")
    return element("label", button, sentence, class_="option", data_part=choice.id)
