"""Every question there is, for tests of what holds for all: the package's, and a small bank on London."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

import coupdata
import coupquiz
from coupdata import Case
from coupquiz import Question, load_bank
from coupquiz.banks.bank import read_bank
from coupquiz.kinds.check import form
from tests.cases import SMALL

NAMES = sorted(path.stem for path in Path(coupquiz.__file__).with_name("banks").glob("*.toml"))
LONDON = load_bank(Path(__file__).parents[2] / "fixtures" / "banks" / "london.toml", SMALL)

ASKED: list[tuple[Question, Case]] = [
    *((question, coupdata.load()) for name in NAMES for question in load_bank(name).questions),
    *((question, SMALL) for question in LONDON.questions),
]
QUESTIONS = [question for question, _ in ASKED]

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()) | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters()), inner) | st.tuples(inner),
    max_leaves=8,
)
"""What no learner gives: NaN and infinities, halves of characters, lists of lists."""


each_of_london = pytest.mark.parametrize("question", LONDON.questions, ids=lambda question: question.id)
"""Run a test for every question of the small bank, which has all kinds."""


def _marked(question: Question, *more: object) -> Any:
    """Arguments of a test; those of the lesson are left to the whole suite."""
    marks = () if question in LONDON.questions else pytest.mark.slow
    return pytest.param(question, *more, marks=marks, id=question.id)


each_with_case = pytest.mark.parametrize(
    ("question", "case"), [_marked(question, case) for question, case in ASKED]
)
"""Run a test for every question and its case."""


def each(*kinds: str) -> pytest.MarkDecorator:
    """Run a test for every question, or for those of these kinds."""
    chosen = [question for question in QUESTIONS if not kinds or question.kind in kinds]
    return pytest.mark.parametrize("question", [_marked(question) for question in chosen])


def answers(question: Question) -> st.SearchStrategy[object]:
    """Answers near to sensible ones and far from them."""
    asked = form(question)
    ids = st.sampled_from([choice.id for choice in (*asked.choices, *asked.targets)] or ["1920"])
    texts = ids | ids.map(lambda id: f"  {id}\n") | ids.map(str.upper) | st.text(st.characters())
    return st.one_of(
        JUNK,
        texts,
        st.lists(ids | JUNK),
        st.dictionaries(ids | st.text(), texts | JUNK),
        texts.map(lambda text: text * 3000),
    )


def read(case: Case, **fields: object) -> Question:
    """Return the question that these fields make; a ``BankError`` says what is wrong with them."""
    sentence = case.reading.sentences[0].id
    common = {"id": "made-up", "prompt": "What?", "cites": [sentence], "trains": "reading"}
    values = {"id": "made-up", "title": "Made up", "question": [common | fields]}
    return read_bank(values, Path("made-up.toml"), case).questions[0]
