"""Help in steps: the question's own hints, then where to look, which paragraphs, which sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coupdata.model import Case, Sentence
from coupquiz.core.question import Question
from coupquiz.kinds.evidence.question import Evidence
from coupquiz.kinds.value.question import Value


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
    if isinstance(question, Value) and question.hints:
        return tuple(Hint(text) for text in question.hints)
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
    steps = [Hint(text) for text in question.hints]
    steps.append(Hint(f"In the reading, look in {_listed([f'“{section.title}”' for section in sections])}."))
    if len(shown) < sum(len(section.paragraphs) for section in sections):
        names = [
            f"paragraph{'s' if len(numbered) > 1 else ''} {_listed([*numbered])} of “{title}”"
            for title, numbered in paragraphs.items()
        ]
        ids = tuple(sentence.id for paragraph in shown for sentence in paragraph)
        steps.append(Hint(f"Read {_listed(names)}.", ids))
    if cited != set(steps[-1].cites) and not isinstance(question, Evidence):
        sentences = "this sentence" if len(cited) == 1 else "these sentences"
        steps.append(Hint(f"The answer rests on {sentences}.", question.cites))
    return tuple(steps)


def _ids(sentences: Iterable[Sentence]) -> set[str]:
    return {sentence.id for sentence in sentences}


def _listed(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
