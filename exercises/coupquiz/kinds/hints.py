"""Help in steps: the question's own hints, then where to look, which paragraphs, which sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coupdata.i18n import _, ngettext
from coupdata.model import Case, Sentence
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS
from coupquiz.kinds.kind import HintsTo
from coupquiz.kinds.page_parts import listed


@dataclass(frozen=True, slots=True)
class Hint:
    """A step of help."""

    text: str
    cites: tuple[str, ...] = ()
    """Ids of the sentences that it shows."""


def hint_steps(question: Question, case: Case) -> tuple[Hint, ...]:
    """Return the hints of a question, the slightest first.

    A step that shows no less than the next is left out. Where sentences are the options, none is given away;
    where the answer stands in the data, the reading is no help, and the question's own hints are all.
    """
    leads = KINDS[question.kind].hints_to
    steps = [Hint(text) for text in question.hints]
    if steps and leads is HintsTo.TABLES:
        return tuple(steps)
    cited = set(question.cites)
    sections = [
        s for s in case.reading.sections if any(cited & _ids(paragraph) for paragraph in s.paragraphs)
    ]
    paragraphs = {
        section.title: {
            str(number): paragraph
            for number, paragraph in enumerate(section.paragraphs, 1)
            if cited & _ids(paragraph)
        }
        for section in sections
    }
    shown = [paragraph for numbered in paragraphs.values() for paragraph in numbered.values()]
    titles = listed([f"“{section.title}”" for section in sections])
    steps.append(Hint(_("In the reading, look in {sections}.").format(sections=titles)))
    if len(shown) < sum(len(section.paragraphs) for section in sections):
        ids = tuple(sentence.id for paragraph in shown for sentence in paragraph)
        names = [_paragraphs(title, list(numbered)) for title, numbered in paragraphs.items()]
        steps.append(Hint(_("Read {paragraphs}.").format(paragraphs=listed(names)), ids))
    if cited != set(steps[-1].cites) and leads is not HintsTo.PARAGRAPHS:
        said = ngettext("The answer is in this sentence.", "The answer is in these sentences.", len(cited))
        steps.append(Hint(said, question.cites))
    return tuple(steps)


def _paragraphs(title: str, numbers: list[str]) -> str:
    said = ngettext("paragraph {numbers} of “{title}”", "paragraphs {numbers} of “{title}”", len(numbers))
    return said.format(numbers=listed(numbers), title=title)


def _ids(sentences: Iterable[Sentence]) -> set[str]:
    return {sentence.id for sentence in sentences}
