"""Help in steps: the question's own hints, then where to look, which paragraphs, which sentences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from coupdata.i18n import _, listed, ngettext
from coupdata.model import Case, Sentence
from coupquiz.core.question import Question
from coupquiz.kinds import KINDS
from coupquiz.kinds.kind import HintsTo


@dataclass(frozen=True, slots=True)
class Hint:
    """A step of help."""

    text: str
    cites: tuple[str, ...] = ()
    """Ids of the sentences that it shows."""


def hint_steps(question: Question, case: Case) -> tuple[Hint, ...]:
    """Return the hints of a question, the slightest first.

    A step that shows no less than the next, or says what the question says, is left out. Where sentences are
    the options, none is given away; where the answer stands in the data, the reading is no help, and the
    question's own hints are all.
    """
    leads = KINDS[question.kind].hints_to
    steps = [Hint(text) for text in question.hints]
    if steps and leads is HintsTo.TABLES:
        return tuple(steps)
    cited = set(question.cites)
    shown: list[Sentence] = []
    titles, names, whole = [], [], True
    for section in case.reading.sections:
        paragraphs = {
            str(number): paragraph
            for number, paragraph in enumerate(section.paragraphs, 1)
            if any(sentence.id in cited for sentence in paragraph)
        }
        if paragraphs:
            whole = whole and len(paragraphs) == len(section.paragraphs)
            shown += chain.from_iterable(paragraphs.values())
            titles.append(f"“{section.title}”")
            names.append(_paragraphs(section.title, list(paragraphs)))
    if not all(title in question.prompt for title in titles):
        steps.append(Hint(_("In the reading, look in {sections}.").format(sections=listed(titles))))
    if not whole:
        ids = tuple(sentence.id for sentence in shown)
        steps.append(Hint(_("Read {paragraphs}.").format(paragraphs=listed(names)), ids))
    if leads is not HintsTo.PARAGRAPHS and not (steps and cited == set(steps[-1].cites)):
        said = ngettext("The answer is in this sentence.", "The answer is in these sentences.", len(cited))
        steps.append(Hint(said, question.cites))
    return tuple(steps)


def _paragraphs(title: str, numbers: list[str]) -> str:
    said = ngettext("paragraph {numbers} of “{title}”", "paragraphs {numbers} of “{title}”", len(numbers))
    return said.format(numbers=listed(numbers), title=title)
