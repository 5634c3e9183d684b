"""What came out of a vote: of its rounds, and of those who voted in both."""

from coupquiz import load_bank
from coupquiz.kinds.check import form
from coupquiz.report.votes.vote_result import Round, Swayed, VoteResult, vote_result

QUESTION = next(question for question in load_bank("week").questions if question.id == "pressed-lenin")
RIGHT = "ordzhonikidze"


def voted(*rounds: Round) -> VoteResult:
    """What came out of these rounds."""
    return vote_result(QUESTION, form(QUESTION), rounds)


def test_one_round_has_a_share_and_no_shift() -> None:
    """Hands count like votes."""
    result = voted(Round({1: RIGHT, 2: "stalin"}, {RIGHT: 2}))
    (only,) = result.rounds
    assert only.share
    assert (only.share.right, only.share.of) == (3, 4)
    assert (result.shift, result.swayed) == ({}, None)


def test_a_round_without_votes_has_no_share() -> None:
    """It may just have been opened."""
    assert [each.share for each in voted(Round({}, {}), Round({}, {})).rounds] == [None, None]


def test_only_who_voted_in_both_rounds_is_followed() -> None:
    """Not hands, nor who came late, nor who gave an answer that is none."""
    first = Round({1: "stalin", 2: RIGHT, 3: "stalin", 4: "", 5: RIGHT}, {"stalin": 9})
    second = Round({1: RIGHT, 2: RIGHT, 4: RIGHT, 5: "gone", 6: RIGHT}, {RIGHT: 9})
    result = voted(first, second)
    assert result.shift == {("stalin", RIGHT): 1, (RIGHT, RIGHT): 1}
    assert result.swayed == Swayed(wrong=1, found=1, right=1, lost=0)
