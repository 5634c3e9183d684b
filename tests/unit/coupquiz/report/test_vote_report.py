"""What a class has voted, in the report: before, after, who went where, and nothing where nobody voted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coupquiz.kinds.check import solution
from coupquiz.report.files import VOTE_ANSWERS, VOTES, tables, write_report
from coupquiz.report.page.report_page import page
from coupquiz.report.vote_report import VoteReport, report_votes, votes_beside
from coupquiz.report.votes.vote_result import Round
from coupquiz.report.votes.votes_file import NAME, HeldVote, VotesError, dump
from tests.cases import HOSTILE
from tests.markup import Markup
from tests.unit.coupquiz.grading.school import KEY, RIGHT
from tests.unit.coupquiz.report.classes import told
from tests.unit.coupquiz.report.test_report_page import read, rows, words

ONE = "first-aim"
RIGHT_OPTION = solution(KEY.items[0].question)
CLASS = told([RIGHT] * 6)
NOBODY = told([])


def held(*rounds: Mapping[int, Any] | Round, question: str = ONE) -> HeldVote:
    """A vote with these answers in each round, by seat."""
    given = tuple(each if isinstance(each, Round) else Round(each, {}) for each in rounds)
    return HeldVote(KEY.bank.id, question, datetime(2026, 3, 2, 10, 5, tzinfo=UTC), given)


def seats(*answers: Any) -> dict[int, Any]:
    """What is answered at the seats 1, 2 and so on."""
    return dict(enumerate(answers, 1))


def reported(*votes: HeldVote) -> tuple[VoteReport, ...]:
    """What came out of votes on the questions of the key."""
    return report_votes(KEY, votes)


TWICE = held(
    seats(*[RIGHT_OPTION] * 4, *["station"] * 6), seats(*[RIGHT_OPTION] * 3, "station", *[RIGHT_OPTION] * 5)
)
"""Of ten, four are right at first; then one of them is wrong, five others are right, and one has gone."""


def test_votes_are_told_in_the_order_in_which_they_were_held() -> None:
    """Each with the number of its question; a question can be voted on twice."""
    other = held(seats("1920", "4 May 1920"), question="night")
    found = reported(other, TWICE, other)
    numbers = {item.question.id: number for number, item in enumerate(KEY.items, 1)}
    assert [report.number for report in found] == [numbers["night"], numbers[ONE], numbers["night"]]
    markup = read(CLASS, votes=found)
    heads = [a["id"] for tag, a in markup.elements if tag == "h3" and str(a.get("id")).startswith("vote-")]
    assert heads == ["vote-1", "vote-2", "vote-3"]


def test_only_what_the_key_asks_and_somebody_has_answered_is_told() -> None:
    """No other bank or question, no own words, no vote without answers."""
    elsewhere = replace(TWICE, bank="another")
    unknown = held(seats("a"), question="not-in-the-key")
    own_words = held(Round({1: "Few came."}, {"correct": 3}), question="why-it-failed")
    silent = held(seats("", None), Round({}, {"gone": 3}))
    assert reported(elsewhere, unknown, own_words, silent, held()) == ()


def test_a_question_is_found_by_the_name_that_it_had() -> None:
    """In a file of an earlier lesson."""
    item = replace(KEY.items[0], question=replace(KEY.items[0].question, renamed=("target",)))
    key = replace(KEY, items=(item, *KEY.items[1:]))
    (found,) = report_votes(key, [held(seats(RIGHT_OPTION), question="target")])
    assert found.question.id == ONE


def test_a_round_in_which_nobody_voted_is_left_out() -> None:
    """As when the second vote was opened and the bell rang."""
    (found,) = reported(held(seats(RIGHT_OPTION, "station"), {}))
    assert [share.value for share in found.shares] == [0.5]
    shown = words(read(CLASS, votes=(found,)))
    assert "Vote 1, begun at 10:05: 2 votes." in shown
    for word in ("Who went where", "second vote", "Gain:", "Right after talking"):
        assert word not in shown


def test_before_and_after_have_their_ranges() -> None:
    """Wilson's, as for all shares of the report."""
    (found,) = reported(TWICE)
    assert [(share.value, share.count) for share in found.shares] == [(0.4, 10), (8 / 9, 9)]
    shown = words(read(CLASS, votes=(found,)))
    assert "40% (17% to 69%)" in shown
    assert "89% (57% to 98%)" in shown


def test_what_talking_has_changed_is_said_in_words() -> None:
    """Of those who can be followed: who was won, who was lost, and how sure that is."""
    shown = words(read(CLASS, votes=reported(TWICE)))
    assert "5 of the 9 who voted twice on a device were wrong at first; 5 of them got it right" in shown
    assert "1 other was right at first and is not any more." in shown
    assert "Gain: 0.80; in a class of this size it may be anything from " in shown


def test_a_loss_is_a_loss() -> None:
    """Below 0, with a minus that can be seen: of those who were right, and so of no more than all."""
    worse = held(seats(RIGHT_OPTION, RIGHT_OPTION, "station"), seats("station", RIGHT_OPTION, "station"))
    shown = words(read(CLASS, votes=reported(worse)))
    assert "1 of the 3 who voted twice on a device was wrong at first; 0 of them got it right" in shown
    assert "Gain: −0.50; in a class of this size it may be anything from −1.00 to 0.00." in shown


def test_where_all_moved_alike_no_range_is_pretended() -> None:
    """No draw of the class would differ; that says nothing of another class."""
    (found,) = reported(held(seats("station", "station"), seats(RIGHT_OPTION, RIGHT_OPTION)))
    assert found.gain
    assert found.gain.bounds is None
    assert "Gain: 1.00.Who went" in words(read(CLASS, votes=(found,)))


def test_where_all_were_right_there_is_nothing_to_gain() -> None:
    """It is said, and no number is made up."""
    every = seats(*[RIGHT_OPTION] * 3)
    shown = words(read(CLASS, votes=reported(held(every, every))))
    assert "Everybody who voted twice on a device was right at first" in shown
    assert "Gain:" not in shown


def test_who_went_where_stands_in_a_table() -> None:
    """A row for each first answer, a column for each second, with its sum."""
    (found,) = reported(TWICE)
    right, station = (
        next(category for category in found.result.categories if category.id == id)
        for id in (RIGHT_OPTION, "station")
    )
    _, _, moved = words(read(CLASS, votes=(found,))).partition("bold have stayed")
    heads, _, lines = moved.partition("All")
    assert all(f"{'✓' if c.right else '✗'} {c.label}" in heads for c in found.result.categories)
    signs = {c.id: n for n, c in enumerate(found.result.categories)}
    cells = ["·"] * len(signs)
    cells[signs[right.id]], cells[signs[station.id]] = "3", "1"
    assert f"{right.text} (right){''.join(cells)}4" in lines
    cells[signs[right.id]], cells[signs[station.id]] = "5", "·"
    assert f"{station.text} (wrong){''.join(cells)}5" in lines


def test_hands_are_counted_and_said_to_be() -> None:
    """They cannot be followed."""
    hands = [Round({}, {str(RIGHT_OPTION): n, "station": 10 - n, "gone": 3}) for n in (3, 8)]
    (found,) = reported(held(*hands))
    assert found.by_hand == (10, 10)
    shown = words(read(CLASS, votes=(found,)))
    assert "10 votes, then 10. Counted by hand: 10, then 10." in shown
    assert "raised hands have no names" in shown
    assert "Who went where" not in shown


def test_a_class_with_raised_hands_alone_has_a_report() -> None:
    """Nobody handed in an answer; what was voted is there all the same."""
    shown = words(read(NOBODY, votes=reported(held(Round({}, {"station": 20})))))
    assert "Nobody has handed in an answer; what the class voted is below." in shown
    assert "nothing to report" not in shown
    assert "What the class voted" in shown


def test_without_votes_there_is_no_part_and_no_table() -> None:
    """Nor is anything of them explained."""
    assert "What the class voted" not in words(read(CLASS))
    assert "Peer Instruction" not in words(read(CLASS))
    assert not {VOTES, VOTE_ANSWERS} & set(tables(CLASS))


def test_the_sources_are_named() -> None:
    """Of the method, the gain, and the range."""
    _, _, explained = words(read(CLASS, votes=reported(TWICE))).rpartition("How to read this")
    for source in ("Crouch and E. Mazur", "Hake", "Marx and K. Cummings", "Wilson, Journal"):
        assert source in explained


def test_neither_seats_nor_what_was_typed_is_told() -> None:
    """Typed answers are counted by how right they are."""
    typed = held({731: "Anna says 1066", 732: {"measure": "Anna"}}, {731: "Anna"}, question="night")
    votes = reported(typed, replace(typed, question="general-and-order"))
    content = page(CLASS, votes) + "".join(file.decode() for file in tables(CLASS, votes).values())
    assert votes
    assert "Anna" not in content
    assert not [seat for seat in ("731", "732") if seat in words(Markup(content))]


def test_nothing_of_a_question_becomes_markup() -> None:
    """Neither on the page nor in its pictures."""
    question = KEY.items[0].question
    options = [
        replace(option, choice=replace(option.choice, text=f"{HOSTILE} {option.id}"))
        for option in question.options  # type: ignore[attr-defined]
    ]
    item = replace(
        KEY.items[0],
        question=replace(question, prompt=HOSTILE, options=tuple(options)),  # type: ignore[call-arg]
    )
    votes = report_votes(replace(KEY, items=(item, *KEY.items[1:])), [TWICE])
    markup = read(CLASS, votes=votes)
    assert len(markup.scripts) == 3
    assert not any(name.startswith("on") for _, attributes in markup.elements for name in attributes)
    assert HOSTILE in markup.text
    assert "<img" not in json.dumps(json.loads(markup.scripts[0])["vote-1"], ensure_ascii=False)


def test_every_link_and_picture_of_a_vote_has_an_end() -> None:
    """No id twice, a table after each picture."""
    markup = read(CLASS, votes=reported(TWICE, TWICE))
    ids = [attributes["id"] for _, attributes in markup.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {str(a["href"]).removeprefix("#") for tag, a in markup.elements if tag == "a"}
    assert links <= set(ids)
    assert {"vote-1", "vote-2"} <= links & set(json.loads(markup.scripts[0]))


def test_the_tables_have_the_numbers() -> None:
    """A line for each vote, and one for each of its answers; empty is what cannot be said."""
    once = held(seats(RIGHT_OPTION, "station"))
    written = tables(CLASS, reported(TWICE, once))
    votes = rows(written[VOTES])
    assert list(votes["question"]) == [ONE, ONE]
    assert list(votes["opened"]) == ["2026-03-02T10:05:00+00:00"] * 2
    assert list(votes["first"]) == ["10", "2"]
    assert list(votes["first share"]) == ["0.4", "0.5"]
    assert list(votes["second right"]) == ["8", ""]
    assert list(votes["voted twice"]) == ["9", ""]
    assert list(votes["gain"]) == ["0.8", ""]
    answers = rows(written[VOTE_ANSWERS])
    assert answers["first"].astype(int).sum() == 10 + 2
    right = answers[answers["right"] == "yes"]
    assert list(right["answer"]) == [RIGHT_OPTION] * 2
    assert list(right["second"]) == ["8", ""]


def test_tables_of_an_earlier_report_go_with_its_votes(tmp_path: Path) -> None:
    """So that no table says what the page does not."""
    write_report(CLASS, reported(TWICE), tmp_path, names=False)
    assert (tmp_path / VOTES).exists()
    write_report(CLASS, (), tmp_path, names=False)
    assert not (tmp_path / VOTES).exists()
    assert not (tmp_path / VOTE_ANSWERS).exists()


def test_the_file_lies_beside_the_folder_of_the_class(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However that is named; without one there are no votes, and a damaged one is no silent none."""
    assert votes_beside(tmp_path / "answers", KEY) == ()
    (tmp_path / NAME).write_bytes(dump([TWICE]))
    (tmp_path / "answers").mkdir()
    assert votes_beside(tmp_path / "answers", KEY) == reported(TWICE)
    monkeypatch.chdir(tmp_path / "answers")
    assert votes_beside(Path(), KEY) == reported(TWICE)
    (tmp_path / NAME).write_bytes(b"{")
    with pytest.raises(VotesError):
        votes_beside(tmp_path / "answers", KEY)
