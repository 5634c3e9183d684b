"""Help in steps: a question's own hints, where to look, which paragraph, the sentence."""

from dataclasses import replace

import coupdata
from coupdata import Case
from coupquiz import Question
from coupquiz.kinds.hints import Hint, hint_steps
from tests.cases import SMALL
from tests.unit.coupquiz.asked import LONDON, each_with_case


@each_with_case
def test_own_hints_come_first_and_each_step_narrows(question: Question, case: Case) -> None:
    """Then a section by its title, unless the question names it; each later step shows fewer sentences."""
    steps = hint_steps(question, case)
    own = len(question.hints)
    assert [step.text for step in steps[:own]] == list(question.hints)
    if question.kind == "value" and own:
        assert len(steps) == own
        return
    where = [step for step in steps[own:] if step.text.startswith("In the reading, look in “")]
    shown = steps[own + len(where) :]
    about = {id[0] for id in question.cites}
    named = all(f"“{part.title}”" in question.prompt for part in case.reading.sections if part.id in about)
    assert [step.cites for step in where] == ([] if named else [()])
    assert len({step.text for step in steps}) == len(steps)
    for step in shown:
        assert set(question.cites) <= set(step.cites)
    sizes = [len(step.cites) for step in shown]
    assert sizes == sorted(set(sizes), reverse=True)


@each_with_case
def test_the_last_step_shows_the_sentences(question: Question, case: Case) -> None:
    """All but where sentences are the options: there the last step is their paragraph, or their section.

    Where the answer stands in the data, sentences do not help; hints of its own do.
    """
    if question.kind == "value" and question.hints:
        assert not any(step.cites for step in hint_steps(question, case))
        return
    last = hint_steps(question, case)[-1]
    assert question.kind == "evidence" or set(last.cites) == set(question.cites)
    if question.kind == "evidence" and last.cites:
        assert len(last.cites) > 1


def test_steps_are_said_plainly() -> None:
    """As a teacher would say them."""
    assert hint_steps(LONDON.question("where-it-began"), SMALL) == (
        Hint("It was in a bakery."),
        Hint("In the reading, look in “The fire”."),
        Hint("Read paragraph 1 of “The fire”.", ("b1.1", "b1.2", "b1.3", "b1.4", "b1.5")),
        Hint("The answer is in this sentence.", ("b1.2",)),
    )


def test_several_places_are_listed() -> None:
    """In the order of the reading; a section of one paragraph is not narrowed."""
    question = replace(LONDON.question("which-part"), cites=("n1.1", "b2.1", "s1.1"))
    assert [step.text for step in hint_steps(question, SMALL)] == [
        "In the reading, look in “In brief”, “The fire” and “What a linked note adds”.",
        "Read paragraph 1 of “In brief”, paragraph 2 of “The fire” "
        "and paragraph 1 of “What a linked note adds”.",
        "The answer is in these sentences.",
    ]
    near = replace(question, cites=("c3.1", "c1.4", "f2.1"))
    assert hint_steps(near, coupdata.load())[1].text == (
        "Read paragraphs 1 and 3 of “The attempt” and paragraph 2 of “At the frontier”."
    )
    alone = replace(question, cites=("s1.1",))
    assert [step.text for step in hint_steps(alone, SMALL)] == [
        "In the reading, look in “In brief”.",
        "The answer is in this sentence.",
    ]
