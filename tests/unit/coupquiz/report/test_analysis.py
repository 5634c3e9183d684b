"""What a class tells of a key: few, many, all alike, and who is asked something else."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt
from random import Random

import pytest

from coupquiz import load_bank
from coupquiz.core.question import Question
from coupquiz.grading.answer_key import Item
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, picked, solution
from coupquiz.report.advice import advice
from coupquiz.report.analysis import GOAL, NO_ANSWER, Analysis, Standing, analyse
from tests.unit.coupquiz.asked import each
from tests.unit.coupquiz.grading.school import KEY, RIGHT
from tests.unit.coupquiz.report.classes import CLASSES, LARGE, asking, submissions, told

each_class = pytest.mark.parametrize("analysis", CLASSES.values(), ids=CLASSES)


@each_class
def test_numbers_of_every_class_agree_with_one_another(analysis: Analysis) -> None:
    """Whatever class it is: nobody is counted twice, and what cannot be said is left open."""
    assert len(analysis.questions) == len(analysis.key.items)
    for report in analysis.questions:
        assert 0 <= report.right <= report.answered <= report.asked <= len(analysis.counted)
        assert (report.facility is None) == (not report.asked or not report.question.scored)
        assert (report.discrimination is None) == bool(report.silence)
        none = [tally.all for tally in report.tallies if tally.pick is NO_ANSWER]
        assert none == ([report.asked - report.answered] if report.facility else [])
        for tally in report.tallies:
            assert tally.best + tally.weakest <= tally.all <= report.asked
    for group in (*analysis.concepts, *analysis.events):
        assert group.numbers
        assert (group.standing is Standing.OPEN) == (group.share is None)


def test_the_discrimination_worked_out_by_hand() -> None:
    """Five are right here; of the two other questions, 2 2 2 1 1 and 1 1 0 0 0: r is the root of 0.6."""
    rest = [2, 2, 2, 1, 1, 1, 1, 0, 0, 0]
    answers = [
        {
            "first-aim": "college" if place < 5 else "palace",
            "how-many": "supported" if count > 0 else "not-said",
            "by-chance": "c3.2" if count > 1 else "c3.3",
        }
        for place, count in enumerate(rest)
    ]
    first, *_ = told(answers, asking("first-aim", "how-many", "by-chance")).questions
    assert first.discrimination
    assert first.discrimination.value == pytest.approx(sqrt(0.6))
    assert first.discrimination.count == 10


def test_why_a_question_tells_nothing_of_the_rest() -> None:
    """Too few; alike here; alike elsewhere; not scored."""
    few = told([RIGHT] * 9).questions[0]
    here = told([RIGHT] * 20).questions[0]
    wrong = {**RIGHT, "first-aim": "station"}
    elsewhere = told([RIGHT] * 10 + [wrong] * 10).questions[0]
    alone = told([RIGHT] * 10 + [wrong] * 10, asking("first-aim")).questions[0]
    assert [r.silence for r in (few, here, elsewhere, alone)] == [
        "too few to tell",
        "all the same here",
        "all the same elsewhere",
        "nothing else was asked",
    ]


@pytest.mark.parametrize(
    ("right", "of", "standing"),
    [(7, 10, Standing.KNOWN), (6, 10, Standing.PERHAPS), (3, 10, Standing.AGAIN), (0, 1, Standing.PERHAPS)],
)
def test_a_standing_follows_from_the_interval(right: int, of: int, standing: Standing) -> None:
    """6 of 10 may be chance; 3 of 10 reach 0.60 at most, which is below the goal; 0 of 1 says little."""
    answers = [{"first-aim": "college"}] * right + [{"first-aim": "station"}] * (of - right)
    report = told(answers).questions[0]
    assert report.standing is standing
    assert report.facility
    assert (report.facility.high < GOAL) == (standing is Standing.AGAIN)


def test_names_decide_nothing() -> None:
    """Handed in under other names, in another order, the same answers give the same numbers."""
    turned = list(LARGE.submissions)
    Random(7).shuffle(turned)
    again = analyse(KEY, turned)
    for one, other in zip(LARGE.questions, again.questions, strict=True):
        assert one.facility == other.facility
        assert one.thirds == other.thirds
        assert [(t.pick, t.all, t.best, t.weakest) for t in one.tallies] == [
            (t.pick, t.all, t.best, t.weakest) for t in other.tallies
        ]


def test_who_was_not_asked_is_not_counted() -> None:
    """Where each is asked two of those that are scored, a question counts for those alone who had it."""
    key = replace(KEY, draw=2)
    drawn = told([RIGHT] * 60, key)
    scored = [report for report in drawn.questions if report.question.scored]
    assert sum(report.asked for report in scored) == 2 * len(drawn.counted) == 120
    assert {report.facility.value for report in drawn.questions if report.facility} == {1.0}


def test_a_question_that_nobody_was_asked_says_so() -> None:
    """Of three students, each with two of eight, some questions meet none."""
    unasked = [report for report in CLASSES["drawn"].questions if not report.asked]
    assert unasked
    for report in unasked:
        assert (report.facility, report.tallies, report.standing) == (None, (), Standing.OPEN)


@each()
def test_every_answer_can_be_counted(question: Question) -> None:
    """The solution is right in every piece, and every mistake has a piece that is not, or lacks one."""
    right = picked(question, solution(question))
    assert all(pick.credit == 1 for pick in right)
    assert bool(right) == question.scored
    if question.scored:
        assert set(right) <= set(KINDS[question.kind].offered(question))
    for mistake in KINDS[question.kind].mistakes(question):
        pieces = picked(question, mistake)
        assert pieces
        assert any(pick.credit < 1 for pick in pieces) or len(pieces) < len(right)
        assert check(question, mistake).score < 1


@each()
def test_no_answer_is_no_piece(question: Question) -> None:
    """Nor is what cannot be read."""
    for nothing in (None, "", [], {}, 7, [[]], {"x": "y"}, True):
        assert picked(question, nothing) == ()


def test_what_one_alone_has_typed_is_only_counted() -> None:
    """Words can tell who wrote them; two who write the same are named, and so is what the bank expects."""
    typed = ["my name is Nobody", "a levy", "a  LEVY", "arrests", "other things"]
    answers = [{"general-and-order": {"measure": text}} for text in typed]
    (fill,) = told(answers, asking("general-and-order")).questions
    counts = {tally.pick.text: tally.all for tally in fill.tallies if tally.pick.part == "Blank 1"}
    assert counts == {"mobilisation": 0, "a levy": 2, "Something else": 2, "arrests": 1}
    (fill,) = told(answers, asking("general-and-order"), discreet=False).questions
    assert {"my name is nobody", "other things"} <= {tally.pick.text for tally in fill.tallies}


def test_a_date_that_one_alone_has_typed_is_only_counted() -> None:
    """A birthday, say; dates that something in the case has, or that hold in part, tell of nobody."""
    typed = ["19 August 2009", "4 July 1776", "July 4, 1776", "7 May 1920", "May 1920"]
    (night,) = told([{"night": text} for text in typed], asking("night")).questions
    counts = {tally.pick.text: tally.all for tally in night.tallies if tally.all}
    assert counts == {"4 July 1776": 2, "Something else": 1, "7 May 1920": 1, "May 1920": 1}
    (night,) = told([{"night": text} for text in typed], asking("night"), discreet=False).questions
    assert "19 August 2009" in {tally.pick.text for tally in night.tallies}


def test_advice_names_the_mistake_its_meaning_and_the_sentences() -> None:
    """In the bank's own words, the commonest first; the hardest question first."""
    answers = [{"first-aim": "palace"}] * 7 + [{"first-aim": "station"}] * 2 + [{"how-many": "not-said"}] * 3
    again = advice(told(answers, asking("first-aim", "how-many")), Standing.AGAIN)
    first = next(one for one in again if one.report.question.id == "first-aim")
    assert first.found.startswith("0 of 12 got it right.")
    assert [mistake.text for mistake in first.mistakes] == [
        "7 chose “The seat of the government”.",
        "2 chose “The railway station”.",
    ]
    assert first.mistakes[0].said.startswith("Government buildings were the aim")
    assert first.cites == ("c2.3", "c3.1")
    values = [one.report.facility.value for one in again if one.report.facility]
    assert values == sorted(values)


def test_advice_names_what_was_left_out_and_not_answered() -> None:
    """Of several right options, the one that most forgot; and a question that many skipped."""
    answers = [{"first-of-may": ["unrest"]}] * 4 + [{"first-aim": "college"}] * 4
    analysis = told(answers, asking("first-of-may", "first-aim"))
    one = next(one for one in advice(analysis, Standing.AGAIN) if one.report.question.id == "first-of-may")
    assert one.mistakes[0].text == "4 left out “Georgia mobilised”, which is right."
    assert one.notes == ("4 gave no answer. Perhaps time ran out, or the question was unclear.",)


def test_advice_warns_of_a_question_that_goes_against_the_rest() -> None:
    """Before it is taught again, its key is looked at."""
    good = {**RIGHT, "first-aim": "palace"}
    bad = {"first-aim": "college", "night": "1066"}
    analysis = told([good] * 12 + [bad] * 6)
    one = next(one for one in advice(analysis, Standing.AGAIN) if one.report.number == 1)
    assert "check the key" in one.notes[0]


@each_class
def test_advice_cites_sentences_of_the_reading(analysis: Analysis) -> None:
    """Each once, in its order, and at least one for every question."""
    ids = [sentence.id for sentence in KEY.case.reading.sentences]
    for standing in Standing:
        for one in advice(analysis, standing):
            assert one.cites
            assert list(one.cites) == sorted(set(one.cites), key=ids.index)


def test_sheets_know_their_share() -> None:
    """Of the points that there are; none where there are none."""
    (whole,) = submissions([RIGHT])
    assert whole.share == 1
    (none,) = submissions([{"why-it-failed": "Few."}], asking("why-it-failed"))
    assert none.share is None
    assert none.counts


def test_values_are_counted_as_the_bank_knows_them() -> None:
    """In whatever form they are given; what only one has found is not shown."""
    bank = load_bank("lab")
    question = bank.question("placed-in-tiflis")
    right = solution(question)
    assert isinstance(right, list)
    given = [right, ", ".join(right[::-1]), "college-defended college-attack", ["treaty-of-moscow"]]
    key = replace(KEY, bank=bank, items=(Item(question, 1.0),), draw=1)
    (report,) = told([{question.id: answer} for answer in given], key).questions
    assert [(tally.pick.text, tally.all) for tally in report.tallies] == [
        (", ".join(right), 2),
        ("Something else", 1),
        ("college-attack, college-defended", 1),
        ("No answer", 0),
    ]
    one = advice(told([{question.id: ["college-attack", "college-defended"]}] * 4, key), Standing.AGAIN)[0]
    assert one.mistakes[0].text == "4 wrote “college-attack, college-defended”."
    assert one.mistakes[0].said.startswith("These happened in Tiflis too")
    assert "c3.3" in one.cites
