"""Review in a notebook: one question after another, kept, and done when it is done."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import coupdata
from coupdata.views.html.element import Element
from coupquiz import BankError, Review, check
from coupquiz.answers.answers_folder import read_folder
from coupquiz.answers.file_format import RecordKey, dump, parse, updated
from coupquiz.core.behaviour import Attempt
from coupquiz.core.tries import Try
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import solution
from coupquiz.notebook.review.review_progress import progress_page
from coupquiz.notebook.review.review_widget import ReviewWidget
from coupquiz.review.course import FactCount
from coupquiz.review.lesson_review import LessonReview
from coupquiz.review.queue import ReviewDay
from coupquiz.review.review_forms import BANK, question_id
from coupquiz.review.words import when
from tests.cases import SMALL
from tests.markup import Markup
from tests.unit.coupquiz.asked import LONDON
from tests.unit.coupquiz.review.folders import BANKS, days_ago, lesson_done, record, records_in, write
from tests.unit.coupquiz.widgets import press


def review(folder: Path, **more: Any) -> Review:
    """Review of the lesson, with all answers in a folder."""
    return Review(*BANKS, notebook="05_review", folder=folder, **more)


def shown(widget: ReviewWidget) -> str:
    """The question that is shown; empty where none is."""
    return str(next(iter(widget.states), ""))


def words(page: Element) -> str:
    """What a page says, as text."""
    return str(Markup(page.html()).text)


def said(widget: ReviewWidget) -> str:
    """What the widget says, as text."""
    return words(widget.still())


def solve(widget: ReviewWidget) -> None:
    """Answer the question that is shown rightly, and go on."""
    id = shown(widget)
    press(widget, "check", id, answer=_solution(widget, id))
    widget._hear(widget, "next", [])


def _solution(widget: ReviewWidget, id: str) -> Any:
    responder: Any = widget._asked._responder
    return solution(responder._bank.question(id))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The answers of somebody who did the whole lesson three weeks ago."""
    lesson_done(tmp_path, days_ago(21))
    return tmp_path


def test_before_the_lesson_nothing_comes_back(tmp_path: Path) -> None:
    """And it is said what to do."""
    widget = review(tmp_path).today()
    assert shown(widget) == ""
    assert widget.onward == ""
    assert "First answer some questions" in said(widget)


def test_on_the_day_of_the_lesson_nothing_is_due(tmp_path: Path) -> None:
    """It is said when something is."""
    lesson_done(tmp_path, days_ago(0))
    assert "Nothing is due today. The next question comes tomorrow." in said(review(tmp_path).today())


def test_a_day_is_worked_through_question_by_question(folder: Path) -> None:
    """Each shows its place in the day; the way on opens with the first try; at the end it is done."""
    widget = review(folder).today()
    due = len(review(folder).day.due)
    assert due == 10
    seen = set()
    for number in range(1, due + 1):
        assert f"Question {number} of {due} today" in said(widget)
        assert widget.onward == ""
        id = shown(widget)
        seen.add(id)
        press(widget, "check", id, answer=_solution(widget, id))
        assert widget.onward == ("Next question" if number < due else "Finish")
        widget._hear(widget, "next", [])
    assert len(seen) == due
    assert "Done for today. The next question comes tomorrow." in said(widget)
    assert shown(widget) == ""
    assert widget.onward == ""


def test_answers_are_kept_and_known_to_the_next_kernel(folder: Path) -> None:
    """Under one bank, by form and day; who opens the notebook again goes on where they were."""
    widget = review(folder).today()
    first = shown(widget)
    solve(widget)
    second = shown(widget)
    widget.close()
    again = review(folder).today()
    assert shown(again) == second
    kept = {key for file in read_folder(folder).files for key in file.records if key.bank == BANK}
    assert [key.question for key in kept] == [first]
    assert first.endswith(date.today().isoformat())


def test_whoever_opens_the_solution_may_go_on(folder: Path) -> None:
    """The fact was not remembered: it is not done, and comes again on another day."""
    view = review(folder)
    widget = view.today()
    id = shown(widget)
    before = len(view.day.left)
    press(widget, "solution", id)
    assert widget.onward == "Next question"
    widget._hear(widget, "next", [])
    assert shown(widget) != id
    assert len(view.day.left) == before


def test_a_wrong_answer_is_explained_and_can_be_tried_again(folder: Path) -> None:
    """Feedback is as always; the fact is done for today, and due again within days."""
    view = review(folder)
    widget = view.today()
    while not (wrong := _wrong(widget)):
        solve(widget)
    id, left = shown(widget), len(view.day.left)
    state = press(widget, "check", id, answer=wrong)
    assert state["said"]
    assert widget.onward
    day = view.day
    assert len(day.left) == left - 1
    fact = next(due.fact for due in day.due if id.startswith(due.form))
    assert day.memories[fact].due <= date.today() + timedelta(3)
    press(widget, "check", id, answer=_solution(widget, id))
    assert view.day.memories[fact] == day.memories[fact]


def _wrong(widget: ReviewWidget) -> Any:
    """An answer to the question that is shown in which nothing is right; None where it has none."""
    responder: Any = widget._asked._responder
    question = responder._bank.question(shown(widget))
    mistakes = KINDS[question.kind].mistakes(question)
    return next((mistake for mistake in mistakes if not check(question, mistake).score), None)


def test_a_lesson_of_an_earlier_version_counts(tmp_path: Path) -> None:
    """Records without a log of tries stand for one try each."""
    lesson_done(tmp_path, days_ago(21))
    for path in tmp_path.glob("*.answers.json"):
        file = parse(path.read_bytes())
        records = {key: replace(record, log=()) for key, record in file.records.items()}
        path.write_bytes(dump(replace(file, records=records)))
    assert len(review(tmp_path).day.due) == 10


def test_a_kernel_that_is_open_past_midnight_shows_the_new_day(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As soon as its page is seen again."""
    widget = review(folder).today()
    first = shown(widget)
    tomorrow = days_ago(-1)
    monkeypatch.setattr("coupquiz.notebook.review.review._now", lambda: tomorrow)
    widget.refresh()
    assert shown(widget) != first
    assert shown(widget).endswith(tomorrow.date().isoformat())


@pytest.mark.parametrize("is_late", [False, True])
def test_the_way_on_leads_into_the_new_day_after_midnight(
    is_late: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the last answer was checked before it or after; its questions can be answered in turn."""
    widget = review(folder).today()
    tomorrow, id = days_ago(-1), shown(widget)
    answer = _solution(widget, id)
    if not is_late:
        press(widget, "check", id, answer=answer)
    monkeypatch.setattr("coupquiz.notebook.review.review._now", lambda: tomorrow)
    if is_late:
        press(widget, "check", id, answer=answer)
    assert widget.onward == "Next question"
    widget._hear(widget, "next", [])
    first = shown(widget)
    assert first.endswith(tomorrow.date().isoformat())
    solve(widget)
    assert shown(widget) not in ("", first)


def test_a_clock_set_back_leaves_done_what_is_done(folder: Path) -> None:
    """What was answered by the clock as it was is not asked again, and nor is what is answered after that."""
    lesson = LessonReview(BANKS, coupdata.load())
    records, noon = records_in(folder), datetime.now().astimezone().replace(hour=12)

    def day(now: datetime) -> ReviewDay:
        return lesson.day(lesson.history(records), now, "learner")

    began = day(noon)
    due, back = began.due[0], noon - timedelta(minutes=10)
    key = RecordKey(BANK, question_id(due.form, began.day))
    for at in (noon, back):
        tried = Try(at, "a", 0.0)
        attempt = Attempt("a", 1, checked=True)
        records[key] = updated(records.get(key), attempt, at, tried)
        now = day(back)
        assert now.due == began.due
        assert now.left == began.due[1:]
    assert all(tried.at > back for tried in records[key].log)


@pytest.mark.parametrize(
    ("days", "word"),
    [(1, "tomorrow"), (3, "on Thursday"), (6, "on Sunday"), (7, "on 8 June"), (40, "on 11 July")],
)
def test_a_coming_day_is_named(days: int, word: str) -> None:
    """By its weekday within a week, and then by its date."""
    monday = date(2026, 6, 1)
    assert when(monday + timedelta(days), monday) == word


def test_progress_says_in_words_what_it_shows(folder: Path) -> None:
    """How many hold and should come back; and it follows an answer."""
    view = review(folder)
    progress, widget = view.progress(), view.today()
    assert "should come back now" in words(progress.still())
    before = words(progress.still())
    solve(widget)
    assert words(progress.still()) != before


def test_progress_before_anything_was_tried(tmp_path: Path) -> None:
    """There is no picture, and a sentence says when there will be one."""
    assert "As soon as something has come back" in words(review(tmp_path).progress().still())


def test_a_long_course_is_drawn_week_by_week() -> None:
    """At most half a year of bars, of which the last is today's."""
    start = date(2026, 1, 1)
    course = [FactCount(start + timedelta(n), n % 40, 3, 2) for n in range(400)]
    page = progress_page(course)
    bars = [name for name, has in Markup(page.html()).elements if name == "rect" and has["class"] == "holds"]
    assert 20 <= len(bars) <= 26
    assert str(course[-1].holds) in words(page)


def test_the_course_is_that_of_the_days(folder: Path) -> None:
    """It begins with the first try, and its last day is what the day of review says."""
    view = review(folder)
    course = view.course
    assert len(course) == 22
    assert (course[-1].holds, course[-1].fades, course[-1].new) == (
        len(view.day.holds),
        len(view.day.fades),
        len(view.day.new),
    )
    assert course[0].holds > course[-1].holds


def test_a_bank_that_is_missing_is_named(tmp_path: Path) -> None:
    """In a sentence, as by every public name."""
    with pytest.raises(BankError, match="none"):
        _ = Review("none.toml", notebook="05_review", folder=tmp_path).day


def test_any_case_can_come_back(tmp_path: Path) -> None:
    """A teacher's own as well."""
    tried = Try(days_ago(9), "a", 1.0)
    answers = {RecordKey(LONDON.id, question.id): record([tried]) for question in LONDON.questions}
    write(tmp_path, "own", answers)
    view = Review(LONDON, notebook="review", folder=tmp_path, case=SMALL)
    widget = view.today()
    assert len(view.day.due) > 2
    while shown(widget):
        solve(widget)
    assert "Done for today." in said(widget)
