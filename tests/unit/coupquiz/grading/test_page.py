"""The page of a student: whole, escaped, and the same every time."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coupdata import Case
from coupquiz import Outcome, Question, check
from coupquiz.banks.bank import Bank
from coupquiz.grading.answer_key import AnswerKey, Item
from coupquiz.grading.by_hand.typed_points import TypedPoints, with_typed_points
from coupquiz.grading.grade import Result, grade
from coupquiz.grading.student_page import Pages
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import solution
from coupquiz.kinds.why.kind import Why
from tests.cases import HOSTILE
from tests.markup import Markup
from tests.unit.coupquiz.asked import answers, each_with_case
from tests.unit.coupquiz.grading.school import KEY, RIGHT

VOID = {"meta", "link", "input", "br", "hr"}


class Balanced(HTMLParser):
    """Whether every element that begins in a page ends in it, in the right order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Keep what begins."""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Forget what ends."""
        assert self.open.pop() == tag


BESIDE = Why(
    id="beside",
    kind="why",
    prompt="Why?",
    cites=(),
    hints=(),
    trains="cause",
    level=3,
    explain=False,
    events=(),
    renamed=(),
    model="So.",
    checklist=("It.",),
)
"""A question that is answered, so that a page explains the others."""


def key(question: Question, case: Case) -> AnswerKey:
    """A key with this question, worth four points, and one beside it that is answered."""
    items = (Item(question, 4.0), Item(BESIDE, 1.0))
    return AnswerKey("t", "The title", Bank("b", "B", (question, BESIDE)), case, items, "", 1)


def graded(
    on: AnswerKey, question: Question, answer: object, student: str = "anna", **more: object
) -> Result:
    """What this answer gets, where the question beside it is answered."""
    return grade(on, {BESIDE.id: "Few came.", question.id: answer, **more}, student)


def written(result: Result, *, on: AnswerKey = KEY) -> str:
    """The page of a result."""
    return Pages(on).page(result).decode()


def words(html: str) -> str:
    """What can be read on a page."""
    return " ".join(Markup(html).text.split())


@each_with_case
def test_every_answer_is_explained(question: Question, case: Case) -> None:
    """What was answered, how it turned out, why, what would be right, and every sentence that settles it."""
    on = key(question, case)
    for answer in (None, solution(question), *KINDS[question.kind].mistakes(question)):
        page = words(written(graded(on, question, answer), on=on))
        verdict = check(question, answer)
        if verdict.outcome is not Outcome.UNANSWERED:
            assert verdict.feedback in page
            assert all(" ".join(part.feedback.split()) in page for part in verdict.parts)
        if verdict.outcome in (Outcome.PARTLY, Outcome.INCORRECT, Outcome.UNANSWERED):
            assert "Right answer" in page
        assert all(case.sentence(cite).text in page for cite in (*verdict.cites, *question.cites))


@each_with_case
@settings(max_examples=5)
@given(st.data())
def test_no_answer_breaks_a_page(question: Question, case: Case, data: st.DataObject) -> None:
    """Whatever it is, the page is whole, and every element in it ends."""
    on = key(question, case)
    page = written(graded(on, question, data.draw(answers(question))), on=on)
    assert page.endswith("</html>\n")
    assert not Balanced(page).open


@each_with_case
def test_nothing_a_student_writes_becomes_markup(question: Question, case: Case) -> None:
    """Neither an answer of any form, nor a name, nor a comment."""
    on = key(question, case)
    right = solution(question)
    hostile = {str: HOSTILE, list: [HOSTILE], dict: dict.fromkeys(right or (), HOSTILE)}
    plain = Markup(written(graded(on, question, None), on=on))
    for answer in hostile.values():
        result = graded(on, question, answer, HOSTILE, **{HOSTILE: HOSTILE})
        marks = tuple(replace(mark, comment=HOSTILE, explanation=HOSTILE) for mark in result.marks)
        shown = Markup(written(replace(result, marks=marks), on=on))
        assert not shown.scripts
        assert {tag for tag, _ in shown.elements} <= {tag for tag, _ in plain.elements} | {"ul", "li", "b"}
        assert not any(name.startswith("on") for _, attributes in shown.elements for name in attributes)
        assert HOSTILE in shown.text


def test_a_page_asks_for_nothing() -> None:
    """No script, no address but those of the page itself, and a policy that lets nothing else in."""
    page = Markup(written(grade(KEY, RIGHT, "anna")))
    assert not page.scripts
    for tag, attributes in page.elements:
        assert tag not in ("img", "iframe", "object", "form", "base")
        for name in ("src", "href", "action"):
            assert (attributes.get(name) or "#").startswith(("#", "data:"))
    (policy,) = (a["content"] for tag, a in page.elements if tag == "meta" and "http-equiv" in a)
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert not re.search(r"url\(|@import", written(grade(KEY, RIGHT, "anna")))


def test_the_sum_stands_on_top() -> None:
    """With what waits for a teacher."""
    page = words(written(grade(KEY, {**RIGHT, "night": "1920", "why-it-failed": "Few came."}, "anna")))
    assert "17 of 20 points" in page
    assert "Up to 3 more for what you wrote in your own words, which your teacher marks." in page
    assert "1 of 4 points" in page
    assert "out of 3 points" in page


def test_own_words_that_are_marked_wait_for_nobody() -> None:
    """They are in the sum; so are those that are missing, for which there is nothing to mark."""
    waiting = grade(KEY, {**RIGHT, "why-it-failed": "Few came."}, "anna")
    marked, _ = with_typed_points(waiting, {"why-it-failed": [TypedPoints(2.5, None)]})
    page = words(written(marked))
    assert "22.5 of 23 points" in page
    assert "Marked by your teacher · 2.5 of 3 points" in page
    assert "Question 9: Marked by your teacher" in page
    assert "your teacher marks" not in page.lower()
    page = words(written(grade(KEY, RIGHT, "anna")))
    assert "20 of 23 points" in page
    assert "your teacher" not in page


@pytest.mark.parametrize("answers", [{}, {"first-aim": "x"}, {"why-it-failed": " "}, {"unknown": "college"}])
def test_who_answers_nothing_sees_nothing_of_the_key(answers: dict[str, object]) -> None:
    """Else one could hand in nothing, look, and hand in late; points for something on paper open nothing."""
    result = grade(KEY, answers, "anna")
    on_paper, _ = with_typed_points(result, {"why-it-failed": [TypedPoints(2.0, "")]})
    for one in (result, on_paper):
        html = written(one)
        page = words(html)
        assert "No question was answered, so there is nothing to explain." in page
        assert f"{one.points:g} of 23 points" in page
        assert not any(item.question.prompt in page for item in KEY.items)
        assert "Right would be" not in page
        assert "The reading says" not in page
        assert "<nav" not in html
    for number, mark in enumerate(result.marks, 1):
        section = words(Pages(KEY).unexplained(number, mark))
        best = check(mark.item.question, solution(mark.item.question))
        assert ("Not understood" if mark.is_unreadable else "No answer") in section
        assert best.feedback not in section
        assert "Right would be" not in section


def test_what_was_odd_about_the_files_is_not_the_students() -> None:
    """The teacher reads it in the table of marks; on the page there is nothing of it."""
    result = grade(KEY, {**RIGHT, "no-such-question": "1"}, "anna")
    assert result.flags
    page = words(written(result))
    assert page == words(written(grade(KEY, RIGHT, "anna")))
    assert "no-such-question" not in page


def test_points_are_a_percentage_too() -> None:
    """Of what is marked so far."""
    assert "20 of 23 points · 87%" in words(written(grade(KEY, RIGHT, "anna")))


def test_a_teachers_comment_stands_with_the_answer() -> None:
    """Escaped, and nowhere else."""
    result = grade(KEY, RIGHT, "anna")
    first, *rest = result.marks
    said = replace(result, marks=(replace(first, comment="Well read, <b>Anna</b>!"), *rest))
    pages = Pages(KEY)
    assert "Your teacher says" not in words(pages.page(result).decode())
    assert "Your teacher saysWell read, <b>Anna</b>!" in words(pages.page(said).decode())
    assert "Your teacher says" not in words(pages.page(result).decode())


def test_all_pages_make_one_file_to_print() -> None:
    """Each begins a sheet; no id is there twice, and nothing leads nowhere."""
    pages = Pages(KEY)
    results = [
        grade(KEY, RIGHT, "anna"),
        grade(KEY, {}, "ben"),
        grade(KEY, {**RIGHT, "night": HOSTILE}, "carl"),
    ]
    before, after = pages.around_all()
    whole = Markup((before + b"".join(map(pages.to_print, results)) + after).decode())
    ids = [a["id"] for _tag, a in whole.elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert [tag for tag, _ in whole.elements].count("main") == 3
    assert not [a for tag, a in whole.elements if tag == "a" and a.get("href", "").startswith("#")]
    assert all(name in whole.text for name in ("anna", "ben", "carl"))


def test_every_link_has_an_end() -> None:
    """One for each question, named by its outcome for those who hear it."""
    page = Markup(written(grade(KEY, RIGHT, "anna")))
    links = [a["href"] for tag, a in page.elements if tag == "a"]
    assert links == [f"#{a['id']}" for tag, a in page.elements if tag == "section" and "id" in a]
    assert len(links) == len(KEY.items)
    assert "Question 1: Right" in page.text


def test_pages_do_not_hang_on_those_before() -> None:
    """What is kept from one page for the next changes neither."""
    results = [grade(KEY, {**RIGHT, "night": night}, "anna") for night in ("1920", "", "May 1920", "1920")]
    pages = Pages(KEY)
    assert [pages.page(result) for result in results] == [Pages(KEY).page(result) for result in results]


@pytest.mark.parametrize(
    ("answer", "shown"), [(1, "1"), (True, "True"), (1.0, "1.0"), ("1", "1"), ([1], "[1]")]
)
def test_what_only_looks_alike_is_told_apart(answer: object, shown: str) -> None:
    """True is 1 for Python, but not on a page."""
    pages = Pages(KEY)
    for other in (1, True, 1.0, "1", [1]):
        pages.page(grade(KEY, {**RIGHT, "first-aim": other}, "anna"))
    page = words(pages.page(grade(KEY, {**RIGHT, "first-aim": answer}, "anna")).decode())
    assert f"Your answer{shown}It cannot be read as an answer." in page
    assert "Not understood" in page


def test_what_a_section_says_is_said_there_alone() -> None:
    """Of an answer that cannot be read: students know their questions by number, and not by id."""
    page = words(written(grade(KEY, {**RIGHT, "night": "the night after May Day"}, "anna")))
    assert "Not understood" in page
    assert "What was handed in" not in page


def test_what_is_kept_of_pages_is_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many students answer however differently, so that memory stays as it is."""
    monkeypatch.setattr("coupquiz.grading.student_page._KEPT", 20)
    pages = Pages(KEY)
    for number in range(50):
        pages.page(grade(KEY, {"night": f"{number + 1} May 1920"}, "anna"))
    assert len(pages._sections) <= 20


def test_the_look_is_beside_the_code() -> None:
    """And has both themes and paper."""
    package = Path(__file__).parents[4] / "exercises" / "coupquiz"
    for style in (package / "pages" / "document.css", package / "pages" / "answers.css"):
        css = style.read_text(encoding="utf-8")
        assert css in written(grade(KEY, {}, "anna"))
        assert "light-dark(" in css
        assert "@media print" in css
