"""What a class answered, counted: by options, or by how right it is; and nothing typed by one alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupquiz import load_bank
from coupquiz.core.question import Answer, Question
from coupquiz.core.verdict import Outcome
from coupquiz.kinds.check import form, solution
from coupquiz.report.votes.tally import VoteCounts, categories, category_of, count, is_one_choice

QUESTIONS = {question.id: question for question in load_bank("week").questions}
ONE = QUESTIONS["pressed-lenin"]
SEVERAL = QUESTIONS["fought-back"]
TYPED = QUESTIONS["measure-and-man"]
OWN_WORDS = QUESTIONS["one-plan-or-two"]

scored = pytest.mark.parametrize("question", [q for q in QUESTIONS.values() if q.scored], ids=lambda q: q.id)


def counted(question: Question, *answers: Answer, **hands: int) -> VoteCounts:
    """These answers, and hands, to a question as all are asked it."""
    return count(question, form(question), answers, hands)


def test_options_have_letters_in_the_order_in_which_they_stand() -> None:
    """So that a class can speak of them; one is right."""
    asked = form(ONE)
    found = categories(ONE, asked)
    assert [category.id for category in found] == [choice.id for choice in asked.choices]
    assert [category.label for category in found] == ["A", "B", "C", "D"]
    assert [category.id for category in found if category.right] == ["ordzhonikidze"]


def test_where_there_is_more_to_an_answer_it_counts_how_right_it_is() -> None:
    """Hands are raised for that, too."""
    assert not is_one_choice(SEVERAL, form(SEVERAL))
    found = categories(SEVERAL, form(SEVERAL))
    assert [category.id for category in found] == ["correct", "partly", "incorrect"]
    assert {category.label for category in found} == {""}


@scored
def test_a_right_answer_is_in_the_right_category(question: Question) -> None:
    """And an empty one, or one of another kind of question, in none."""
    asked = form(question)
    right = {category.id for category in categories(question, asked) if category.right}
    assert {category_of(question, asked, solution(question))} == right
    for empty in (None, "", [], {}, "no option", {"no": "part"}, ["no choice"]):
        assert category_of(question, asked, empty) == ""


def test_own_words_are_in_no_category() -> None:
    """Nobody knows whether they are right before they are read."""
    assert category_of(OWN_WORDS, form(OWN_WORDS), "There was one plan.") == ""
    assert counted(OWN_WORDS, "There was one plan.").of == 0


def test_answers_and_hands_are_added_up() -> None:
    """Empty answers count nowhere."""
    found = counted(ONE, "ordzhonikidze", "stalin", "stalin", "", None, ordzhonikidze=7, delegation=1)
    assert found.counts == {"stalin": 2, "ordzhonikidze": 8, "zhordania": 0, "delegation": 1}
    assert (found.right, found.of) == (8, 11)
    assert found.pieces == ()


def test_an_option_that_is_gone_counts_nowhere() -> None:
    """Of a bank that was changed after the lesson: what is counted adds up to the whole."""
    found = counted(ONE, "stalin", "trotsky", ordzhonikidze=2, trotsky=5)
    assert sum(found.counts.values()) == found.of == 3


def test_pieces_say_what_was_chosen_the_most_frequent_first() -> None:
    """Once for each answer, at most six."""
    right = solution(SEVERAL)
    assert isinstance(right, list)
    found = counted(SEVERAL, right, right, right[:1])
    assert found.counts[Outcome.CORRECT] == 2
    assert found.pieces[0][1:] == (True, 3)
    assert [n for _, _, n in found.pieces] == sorted((n for _, _, n in found.pieces), reverse=True)
    assert len(found.pieces) <= 6


def test_typed_words_are_not_told() -> None:
    """They could name people; that something else was written is told."""
    blanks = solution(TYPED)
    assert isinstance(blanks, dict)
    answers = [dict.fromkeys(blanks, f"Anna loves Ben {n}") for n in range(3)]
    found = counted(TYPED, *answers)
    assert found.counts[Outcome.INCORRECT] == 3
    assert found.pieces
    assert "Anna" not in str(found)


@given(st.lists(st.sampled_from(["stalin", "ordzhonikidze", "zhordania", "delegation", "", "gone", None])))
def test_every_vote_is_in_one_category(answers: list[Answer]) -> None:
    """Or in none, where it is empty or its option is gone."""
    found = counted(ONE, *answers)
    assert sum(found.counts.values()) == found.of == sum(a not in ("", "gone", None) for a in answers)
    assert found.right == answers.count("ordzhonikidze")
