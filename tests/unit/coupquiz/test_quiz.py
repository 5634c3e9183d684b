"""A quiz in a notebook: what is kept and shown again, in practice and in an exam, over restarts and tabs."""

import gc
import json
import logging
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import FunctionType, ModuleType, SimpleNamespace
from typing import Any

import pytest

import coupdata
from coupdata.model import Case
from coupdata.views import reading
from coupquiz import Bank, ProgressView, Question, Quiz, load_bank
from coupquiz.answers.file_format import AnswersError, RecordKey
from coupquiz.answers.store import Answers
from coupquiz.core.behaviour import Attempt
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, form, solution
from coupquiz.kinds.hints import hint_steps
from coupquiz.notebook import kernel_answers
from coupquiz.notebook.kernel_answers import _OPEN
from coupquiz.notebook.live_view import LiveView
from tests.unit.coupquiz.asked import ASKED, each_with_case
from tests.unit.coupquiz.test_form import secrets
from tests.unit.coupquiz.widgets import asked, bank_of, press

CASE = coupdata.load()
ONE_OF_EACH = {question.kind: (question, case) for question, case in reversed(ASKED)}
each_kind = pytest.mark.parametrize(("question", "case"), ONE_OF_EACH.values(), ids=ONE_OF_EACH)
WEEK = load_bank("week")
SINGLE = next(question for question in WEEK.questions if question.kind == "single")
RIGHT, WRONG = solution(SINGLE), next(iter(KINDS["single"].mistakes(SINGLE)))


def restart() -> None:
    """Forget what a kernel has in memory."""
    _OPEN.clear()


def wrong(question: Question) -> Any:
    """A mistake; for own words, which know none, some words."""
    return next(iter(KINDS[question.kind].mistakes(question)), "Because.")


@each_kind
def test_a_question_comes_back_as_it_was_left(question: Question, case: Case, tmp_path: Path) -> None:
    """After a restart and Run All: the answer, the tries, the help, and what was said at the last check."""
    widget = asked(question, case, tmp_path)
    press(widget, "check", question.id, answer=solution(question))
    press(widget, "check", question.id, answer=wrong(question))
    press(widget, "hint", question.id)
    left = press(widget, "tick", question.id, ticked=["1"])
    assert left["said"]
    assert left["at"]
    restart()
    shown = asked(question, case, tmp_path).states[question.id]
    assert shown | {"turn": ""} == left | {"turn": ""}


@each_kind
def test_an_answer_that_was_not_checked_comes_back_without_a_word(
    question: Question, case: Case, tmp_path: Path
) -> None:
    """Running the notebook again is no way to have an answer checked that costs no try."""
    widget = asked(question, case, tmp_path)
    press(widget, "check", question.id, answer=solution(question))
    state = press(widget, "answer", question.id, answer=wrong(question))
    assert state["said"] == []
    restart()
    again = asked(question, case, tmp_path).states[question.id]
    assert (again["said"], again["marks"]) == ([], {})
    assert again["answer"] == wrong(question)


@each_kind
def test_every_change_is_on_disk_when_it_says_saved(question: Question, case: Case, tmp_path: Path) -> None:
    """Not sooner: between an answer and its writing the page shows what is said, and not yet "saved"."""
    widget = asked(question, case, tmp_path)
    seen: list[tuple[str, bool]] = []
    key = RecordKey("made-up", question.id)

    def look(change: Any) -> None:
        on_disk = Answers(tmp_path, "test").read().get(key)
        told = change["new"][question.id]
        seen.append((told["at"], bool(on_disk and on_disk.attempt.answer == told["answer"])))

    widget.observe(look, "states")
    for answer in (wrong(question), solution(question), None, wrong(question)):
        press(widget, "answer", question.id, answer=answer)
    assert any(at for at, _ in seen)
    assert all(on_disk for at, on_disk in seen if at)
    assert any(not on_disk for at, on_disk in seen)


@each_with_case
def test_hints_cost_and_the_solution_ends_the_credit(question: Question, case: Case, tmp_path: Path) -> None:
    """Each button says so before; the steps come one by one, and after the last there are no more."""
    widget = asked(question, case, tmp_path)
    steps = hint_steps(question, case)
    state = widget.states[question.id]
    for number, step in enumerate(steps, 1):
        hint = button(state, "hint")
        free = not question.scored or number > 4
        assert hint["note"] == ("" if free else "costs 25%")
        assert not hint["off"]
        state = press(widget, "hint", question.id)
        assert json.dumps(step.text, ensure_ascii=False) in json.dumps(state["help"], ensure_ascii=False)
    assert button(state, "hint")["off"]
    assert press(widget, "hint", question.id)["help"] == state["help"]
    if question.scored:
        state = press(widget, "solution", question.id)
        assert button(state, "solution")["off"]
        press(widget, "check", question.id, answer=solution(question))
        assert Answers(tmp_path, "test").read()[RecordKey("made-up", question.id)].attempt.best == 0
    else:
        assert [each["act"] for each in state["buttons"]] == ["check", "hint"]


def button(state: dict[str, Any], act: str) -> dict[str, Any]:
    """A button of a question."""
    found: dict[str, Any] = next(button for button in state["buttons"] if button["act"] == act)
    return found


@each_kind
def test_no_answer_is_an_outcome_of_its_own(question: Question, case: Case, tmp_path: Path) -> None:
    """Checking nothing is no try and no mistake, and leaves no trace in the file."""
    widget = asked(question, case, tmp_path)
    state = press(widget, "check", question.id, answer=None)
    assert "No answer yet." in json.dumps(state["said"])
    assert state["marks"] == {}
    assert list(tmp_path.iterdir()) == []


@each_with_case
def test_what_is_right_is_marked_in_every_part(question: Question, case: Case, tmp_path: Path) -> None:
    """The first event of an order too, and a blank that stands alone, which then may be wrong as well."""
    if not question.scored:
        return
    widget = asked(question, case, tmp_path)
    state = press(widget, "check", question.id, answer=solution(question))
    parts = {choice.id for choice in form(question).choices}
    if question.kind in ("order", "match", "fill"):
        assert state["marks"] == dict.fromkeys(parts, True)
    assert set(state["marks"].values()) == {True}
    state = press(widget, "check", question.id, answer=wrong(question))
    assert False in state["marks"].values() or question.kind == "multiple"


def test_one_may_try_without_limit(tmp_path: Path) -> None:
    """A right answer after many wrong ones is right; what was reached once stays."""
    widget = asked(SINGLE, CASE, tmp_path)
    for _ in range(20):
        press(widget, "check", SINGLE.id, answer=WRONG)
    state = press(widget, "check", SINGLE.id, answer=RIGHT)
    assert state["marks"] == {RIGHT: True}
    press(widget, "check", SINGLE.id, answer=WRONG)
    attempt = Answers(tmp_path, "test").read()[RecordKey("made-up", SINGLE.id)].attempt
    assert (attempt.tries, attempt.solved, attempt.best) == (22, True, 1.0)


def test_what_is_said_lights_up_the_sentences_in_every_reading_that_is_shown(tmp_path: Path) -> None:
    """The learner sees where it stands."""
    view = reading(CASE)
    press(asked(SINGLE, CASE, tmp_path), "check", SINGLE.id, answer=RIGHT)
    assert view.lit == list(check(SINGLE, RIGHT).cites)
    assert view.lit


def test_one_question_is_the_same_wherever_it_is_asked(tmp_path: Path) -> None:
    """Two cells of a notebook, or two tabs on one kernel, agree at once."""
    one, other = (asked(SINGLE, CASE, tmp_path) for _ in range(2))
    press(one, "check", SINGLE.id, answer=WRONG)
    said, shown = one.states[SINGLE.id], other.states[SINGLE.id]
    assert shown | {"turn": ""} == said | {"turn": ""}


def test_a_widget_that_no_page_shows_rests(tmp_path: Path) -> None:
    """Cells are run again and again; what they left behind does no work, and catches up when it is seen."""
    old, new = (asked(SINGLE, CASE, tmp_path) for _ in range(2))
    for message in ("seen", "seen", "gone"):
        old._handle_custom_msg(message, [])
    press(new, "answer", SINGLE.id, answer=WRONG)
    assert old.states[SINGLE.id]["answer"] == WRONG
    old._handle_custom_msg("gone", [])
    press(new, "answer", SINGLE.id, answer=RIGHT)
    assert old.states[SINGLE.id]["answer"] == WRONG
    old._handle_custom_msg("seen", [])
    assert old.states[SINGLE.id]["answer"] == RIGHT


def test_a_page_hears_of_a_view_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No change follows the first message: for that a page would wait until the script is there."""
    press(asked(SINGLE, CASE, tmp_path), "check", SINGLE.id, answer=RIGHT)
    later: list[object] = []

    def send(view: LiveView, message: object, buffers: object = None) -> None:  # noqa: ARG001
        if view.comm:
            later.append(message)

    monkeypatch.setattr(LiveView, "_send", send)
    quiz = Quiz("week", notebook="test", folder=tmp_path)
    widget, *_ = quiz.ask(SINGLE.id), quiz.summary(), ProgressView("week", folder=tmp_path)
    assert not later
    widget.problem = "Something else."
    assert later


def test_another_kernel_agrees_after_its_next_change(tmp_path: Path) -> None:
    """Neither loses an answer; what the other wrote shows beside one's own next change."""
    first, second = WEEK.questions[:2]
    quiz = Quiz(WEEK, notebook="test", folder=tmp_path)
    widget = quiz.ask(first.id, second.id)
    elsewhere = Attempt(answer=solution(second), tries=1, solved=True, best=1.0, checked=True)
    Answers(tmp_path, "test").record("week", second.id, elsewhere)
    press(widget, "answer", first.id, answer=wrong(first))
    assert widget.states[second.id]["answer"] == solution(second)
    assert widget.states[second.id]["said"]
    kept = Answers(tmp_path, "test").read()
    assert kept[RecordKey("week", first.id)].attempt.answer == wrong(first)
    assert kept[RecordKey("week", second.id)].attempt == elsewhere


def test_what_cannot_be_saved_is_said_and_saved_later(tmp_path: Path) -> None:
    """In a sentence, in plain sight, never as "saved"; with the next change that can be written, all is."""
    first, second = WEEK.questions[:2]
    folder = tmp_path / "gone"
    folder.mkdir()
    quiz = Quiz(WEEK, notebook="test", folder=folder)
    widget = quiz.ask(first.id, second.id)
    folder.rmdir()
    state = press(widget, "check", first.id, answer=solution(first))
    assert state["trouble"].startswith("Not saved.")
    assert (state["kept"], state["at"], state["answer"]) == ("", "", solution(first))
    assert state["said"]
    folder.mkdir()
    press(widget, "answer", second.id, answer=wrong(second))
    assert [(state["trouble"], bool(state["at"])) for state in widget.states.values()] == [("", True)] * 2
    assert Answers(folder, "test").read()[RecordKey("week", first.id)].attempt.answer == solution(first)


@pytest.mark.parametrize("act", ["answer", "check", "hint", "solution"])
def test_nothing_is_called_saved_before_it_is(tmp_path: Path, act: str) -> None:
    """Who then closes the page would lose it."""
    question = WEEK.questions[0]
    widget = Quiz(WEEK, notebook="test", folder=tmp_path).ask(question.id)
    press(widget, "answer", question.id, answer=wrong(question))
    told: list[tuple[str, bool]] = []

    def note(change: dict[str, Any]) -> None:
        state = change["new"][question.id]
        attempt = Answers(tmp_path, "test").read()[RecordKey("week", question.id)].attempt
        shown = state["answer"], bool(state["said"])
        told.append((state["kept"], shown == (attempt.answer, attempt.checked)))

    widget.observe(note, "states")
    press(widget, act, question.id, answer=solution(question))
    assert told[0] == ("Saving …", False)
    assert told[-1] == ("Saved", True)
    assert all(is_there for kept, is_there in told if kept == "Saved")


def test_a_file_that_was_damaged_is_told(tmp_path: Path) -> None:
    """It is kept aside, the questions can be answered, and the learner knows."""
    (tmp_path / "test.answers.json").write_text("{", encoding="utf-8")
    widget = asked(SINGLE, CASE, tmp_path)
    assert "damaged" in widget.problem
    assert press(widget, "answer", SINGLE.id, answer=RIGHT)["at"]
    assert len(list(tmp_path.glob("*damaged*"))) == 1


def test_answers_to_a_renamed_question_come_back(tmp_path: Path) -> None:
    """The bank says what it was called before."""
    Answers(tmp_path, "test").record("made-up", "old-id", Attempt(answer=RIGHT))
    renamed = replace(SINGLE, renamed=("old-id",))
    assert asked(renamed, CASE, tmp_path).states[SINGLE.id]["answer"] == RIGHT


def test_the_notebooks_name_may_have_its_ending(tmp_path: Path) -> None:
    """`02_timeline` and `02_timeline.ipynb` are one notebook."""
    press(Quiz(WEEK, notebook="n.ipynb", folder=tmp_path).ask(SINGLE.id), "answer", SINGLE.id, answer=RIGHT)
    assert [path.name for path in tmp_path.glob("*.json")] == ["n.answers.json"]
    again = Quiz(WEEK, notebook="n", folder=tmp_path).ask(SINGLE.id)
    assert again.states[SINGLE.id]["answer"] == RIGHT


def test_slips_are_met_with_the_near_names(tmp_path: Path) -> None:
    """An unknown question, behaviour or name of a notebook says so at once."""
    quiz = Quiz(WEEK, notebook="test", folder=tmp_path)
    with pytest.raises(KeyError, match=f"did you mean '{SINGLE.id}'"):
        quiz.summary(f"{SINGLE.id}x")
    with pytest.raises(ValueError, match="'practice' or 'exam', not 'test'"):
        Quiz(WEEK, notebook="test", behaviour="test", folder=tmp_path)
    with pytest.raises(AnswersError):
        Quiz(WEEK, notebook="a/b", folder=tmp_path)


@pytest.mark.parametrize("behaviour", ["practice", "exam"])
@pytest.mark.parametrize("ids", [["gone"], ["gone", SINGLE.id], [SINGLE.id, "gone", WEEK.questions[1].id]])
def test_a_missing_question_stops_no_other(tmp_path: Path, ids: list[str], behaviour: Any) -> None:
    """As in a notebook of an older version: those there are can be answered, and a sentence is said of it."""
    quiz = Quiz(WEEK, notebook="test", behaviour=behaviour, folder=tmp_path)
    widget = quiz.ask(*ids)
    assert list(widget.states) == [id for id in ids if id != "gone"]
    for shown in (json.dumps(widget.page), (widget._repr_mimebundle_() or ({},))[0]["text/html"]):
        assert shown.count("A question is missing here") == 1
    rows = quiz.summary().summary.questions  # of what was asked, or of all if nothing was
    assert [row.form.id for row in rows][: len(widget.states)] == list(widget.states)


def test_a_renamed_question_is_asked_by_the_id_that_it_had(tmp_path: Path) -> None:
    """With the answer that was given under it."""
    press(Quiz(WEEK, notebook="n", folder=tmp_path).ask(SINGLE.id), "answer", SINGLE.id, answer=RIGHT)
    now = replace(SINGLE, id="new-id", renamed=(SINGLE.id,))
    widget = Quiz(replace(WEEK, questions=(now,)), notebook="n", folder=tmp_path).ask(SINGLE.id)
    assert widget.states["new-id"]["answer"] == RIGHT


@pytest.mark.parametrize("how", ["JPY_SESSION_NAME", "__vsc_ipynb_file__"])
@pytest.mark.parametrize("file", ["n.ipynb", "n-Copy1.ipynb"])
def test_answers_lie_beside_the_notebook_wherever_its_kernel_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str, file: str
) -> None:
    """As its editor says; where the kernel's folder has a notebook of that name, that is the one."""
    project, own = tmp_path, tmp_path / "lesson"
    own.mkdir()
    (own / file).write_text("{}", encoding="utf-8")
    monkeypatch.chdir(project)
    named = {how: str(own / file)}
    monkeypatch.setattr(kernel_answers, "get_ipython", lambda: SimpleNamespace(user_ns=named))
    monkeypatch.setenv("JPY_SESSION_NAME", named.get("JPY_SESSION_NAME", ""))

    def folder() -> Path:
        return Quiz(WEEK, notebook="n")._asked.live_answers.answers.path.parent

    assert folder() == own
    (project / "n.ipynb").write_text("{}", encoding="utf-8")
    assert folder() == project
    (project / "n.ipynb").unlink()
    (own / file).unlink()  # renamed since
    assert folder() == project


def test_a_seed_gives_a_class_variants(tmp_path: Path) -> None:
    """The same seed asks the same everywhere, another in another order."""
    pages = [
        [Quiz(WEEK, notebook="test", seed=seed, folder=tmp_path).ask(SINGLE.id).page for seed in seeds]
        for seeds in (("a", "b", "c", "d"), ("a", "b", "c", "d"))
    ]
    assert pages[0] == pages[1]
    assert len({json.dumps(page) for page in pages[0]}) > 1


@each_with_case
def test_an_exam_keeps_every_key_to_itself(
    question: Question, case: Case, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """No state, page, representation, log or traceback tells it; nor is it anywhere that code could look."""
    caplog.set_level(logging.DEBUG)
    quiz = Quiz(bank_of(question), notebook="test", behaviour="exam", case=case, folder=tmp_path)
    widget, summary = quiz.ask(question.id), quiz.summary()
    told = []
    right = solution(question) if question.scored else "I say so."
    for answer in (None, right, wrong(question)):
        for act in ("answer", "check", "hint", "solution", "tick"):
            press(widget, act, question.id, answer=answer, ticked=["1"])
            told += [json.dumps(view.get_state(), default=str) for view in (widget, summary)]
    told.append(json.dumps(quiz.ask("slip").get_state(), default=str))
    with pytest.raises(KeyError) as slip:
        quiz.summary("slip")
    ours = slip.value.__traceback__ and slip.value.__traceback__.tb_next  # not this test, which knows
    trace = traceback.StackSummary.extract(traceback.walk_tb(ours), capture_locals=True)
    assert len(trace) >= 2
    told += [str(slip.value), "".join(trace.format())]
    told += [repr(quiz), repr(widget), repr(summary), caplog.text]
    told += [json.dumps(view._repr_mimebundle_()) for view in (widget, summary)]
    texts = "\n".join(told).replace('\\"', '"').encode().decode("unicode_escape", "replace")
    for text in (*told, texts):
        assert not [secret for secret in secrets(question) if secret in text]
    assert not [found for found in reachable(quiz, widget, summary) if isinstance(found, Question | Bank)]


@each_with_case
def test_an_exam_shows_the_same_whatever_is_answered(question: Question, case: Case, tmp_path: Path) -> None:
    """Right and wrong look alike: recorded, and no button to ask by."""
    widget = asked(question, case, tmp_path, behaviour="exam")
    assert widget.states[question.id]["kept"] == "Not answered yet"
    shown = [
        press(widget, act, question.id, answer=answer)
        for answer in (solution(question), wrong(question))
        for act in ("answer", "check", "hint", "solution")
    ]
    for state in shown:
        rest = {name: state[name] for name in state.keys() - {"answer", "at", "turn", "heard", "read"}}
        empty: dict[str, Any] = {name: [] for name in ("buttons", "said", "help", "ticked", "cites")}
        uncounted = {"counted": {"check": 0, "hint": 0}}
        unsaid = {"explanation": "", "unexplained": False, "trouble": ""}
        assert rest == {**empty, **unsaid, **uncounted, "marks": {}, "certainties": {}, "kept": "Recorded"}
    attempt = Answers(tmp_path, "test").read()[RecordKey("made-up", question.id)].attempt
    assert attempt == Attempt(answer=wrong(question))


def reachable(*roots: object) -> Iterator[object]:
    """Every object that can be reached from these without going through modules, classes and functions."""
    seen: dict[int, object] = {}
    waiting = list(roots)
    while waiting:
        found = waiting.pop()
        if id(found) in seen or isinstance(found, ModuleType | FunctionType | type):
            continue
        seen[id(found)] = found
        yield found
        waiting += gc.get_referents(found)


def test_a_quiz_in_practice_holds_the_questions(tmp_path: Path) -> None:
    """So that the search of the test above is known to find them."""
    quiz = Quiz(WEEK, notebook="test", folder=tmp_path)
    assert [found for found in reachable(quiz) if found is SINGLE]


def test_the_summary_follows_every_answer(tmp_path: Path) -> None:
    """Answered, right, open and credit, in numbers and for each question, with a link to it."""
    quiz = Quiz(WEEK, notebook="test", folder=tmp_path)
    summary, widget = quiz.summary(), quiz.ask(*(question.id for question in WEEK.questions))
    scored = [question for question in WEEK.questions if question.scored]
    assert (summary.summary.answered, summary.summary.right, summary.summary.credit) == (0, 0, 0)
    press(widget, "check", scored[0].id, answer=solution(scored[0]))
    press(widget, "hint", scored[1].id)
    press(widget, "check", scored[1].id, answer=solution(scored[1]))
    press(widget, "check", scored[2].id, answer=wrong(scored[2]))
    press(widget, "answer", scored[3].id, answer=wrong(scored[3]))
    numbers = summary.summary
    partly = check(scored[2], wrong(scored[2])).score
    assert (numbers.answered, numbers.right, numbers.open) == (4, 2, len(WEEK.questions) - 4)
    assert (numbers.credit, numbers.scored) == (1.75 + partly, len(scored))
    page = json.dumps(summary.page, ensure_ascii=False)
    assert f"4 of {len(WEEK.questions)} answered · 2 right" in page
    assert f" of {len(scored)} (answers in your own words have none)" in page
    for question in WEEK.questions:
        assert f'"#coup-week-{question.id}"' in page
        assert f'"coup-week-{question.id}"' in json.dumps(widget.page)


def test_the_summary_shows_no_claim_as_a_fact_and_no_blank_as_a_stop(tmp_path: Path) -> None:
    """A claim may be false, and says that it is one; a blank is a line."""
    page = json.dumps(Quiz("week", notebook="test", folder=tmp_path).summary().page, ensure_ascii=False)
    assert '"Claim: Lenin decided to drop the attempt for good."' in page
    assert '"The ___ ringleaders were tried by ___ and executed."' in page


@pytest.mark.parametrize("empty", [[], "", {}, None], ids=repr)
def test_an_empty_answer_in_the_file_is_none(tmp_path: Path, empty: Any) -> None:
    """Nothing ticked, nothing typed, no pair made: the numbers agree with the rows."""
    Answers(tmp_path, "test").record("week", SINGLE.id, Attempt(answer=empty))
    summary = Quiz(WEEK, notebook="test", folder=tmp_path).summary().summary
    assert {row.status for row in summary.questions} == {"open"}
    assert (summary.answered, summary.open) == (0, len(WEEK.questions))


def test_starting_again_keeps_the_old_answers_aside(tmp_path: Path) -> None:
    """Every widget shows the questions open again; the file as it was lies beside the new one."""
    quiz = Quiz(WEEK, notebook="test", folder=tmp_path)
    widget, summary = quiz.ask(SINGLE.id), quiz.summary()
    press(widget, "check", SINGLE.id, answer=RIGHT)
    before = (tmp_path / "test.answers.json").read_bytes()
    summary._hear(summary, "start again", [])
    state = widget.states[SINGLE.id]
    assert (state["answer"], state["said"], state["kept"]) == (None, [], "")
    assert summary.summary.answered == 0
    (kept,) = (path for path in tmp_path.glob("test.answers.2*.json"))
    assert kept.read_bytes() == before
    assert kept.name in summary.word


def test_nothing_starts_again_in_an_exam(tmp_path: Path) -> None:
    """A press too many does not empty what is to be handed in."""
    quiz = Quiz(WEEK, notebook="test", behaviour="exam", folder=tmp_path)
    press(quiz.ask(SINGLE.id), "answer", SINGLE.id, answer=RIGHT)
    summary = quiz.summary()
    assert not summary.again
    summary._hear(summary, "start again", [])
    assert summary.summary.answered == 1
    assert "1 of" in json.dumps(summary.page)
    assert "right" not in json.dumps(summary.page).replace("right ", "").lower().split("question")[0]


def view(folder: Path) -> ProgressView:
    """The picture of progress of a folder."""
    return ProgressView("background", WEEK, folder=folder)


def tell(widget: ProgressView, act: str, **more: object) -> str:
    """Send what the page sends, and return what is said."""
    widget._hear(widget, {"act": act, **more}, [])
    return widget.word


def test_progress_counts_over_all_notebooks(tmp_path: Path) -> None:
    """One row for a bank, in whichever notebooks it was asked; a square for each question."""
    first, second = (question for question in WEEK.questions[:2])
    for notebook, question in (("one", first), ("two", second)):
        press(
            Quiz(WEEK, notebook=notebook, folder=tmp_path).ask(question.id),
            "check",
            question.id,
            answer=solution(question),
        )
    picture = view(tmp_path)
    assert [(bank.solved, bank.answered) for bank in picture.progress.banks] == [(0, 0), (2, 2)]
    html, others = picture._page.html(), len(load_bank("background").questions)
    assert "not scored: they earn no credit" in html
    assert html.count('<i class="full">') == 2 + 1  # one in the legend
    assert html.count('<i class="empty">') == len(WEEK.questions) - 2 + others + 1
    widget = Quiz(WEEK, notebook="one", folder=tmp_path).ask(WEEK.questions[2].id)
    press(widget, "answer", WEEK.questions[2].id, answer=wrong(WEEK.questions[2]))
    assert picture.progress.banks[1].answered == 3
    assert f"3 of {len(WEEK.questions)} answered" in picture._page.html()


def test_progress_travels_in_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is exported here and imported there is there, beside what was there before."""
    here, there = tmp_path / "here", tmp_path / "there"
    for folder in (here, there):
        folder.mkdir()
    first, second = WEEK.questions[:2]
    press(Quiz(WEEK, notebook="one", folder=here).ask(first.id), "answer", first.id, answer=solution(first))
    other = Quiz(WEEK, notebook="one", folder=there).ask(first.id, second.id)
    press(other, "answer", second.id, answer=solution(second))
    sent: list[dict[str, str]] = []
    picture = view(here)
    monkeypatch.setattr(picture, "send", sent.append)
    assert "1 notebook" in tell(picture, "export")
    assert "1 notebook" in tell(view(there), "import", file=sent[0]["file"], content=sent[0]["content"])
    assert [state["answer"] for state in other.states.values()] == [solution(first), solution(second)]


def test_a_file_that_is_no_export_is_refused_in_a_sentence(tmp_path: Path) -> None:
    """And so is exporting nothing."""
    assert "cannot be used" in tell(view(tmp_path), "import", file="../../evil.json", content="{")
    assert "no answers to export" in tell(view(tmp_path), "export")
    assert list(tmp_path.iterdir()) == []


def test_a_name_is_kept_only_if_it_is_given(tmp_path: Path) -> None:
    """It goes into every file of the folder, also those begun later, and out again."""
    picture = view(tmp_path)
    assert picture.name == ""
    tell(picture, "name", name="  Nino ")
    press(asked(SINGLE, CASE, tmp_path), "answer", SINGLE.id, answer=RIGHT)
    assert Answers(tmp_path, "test").name == picture.name == "Nino"
    assert "removed" in tell(picture, "name", name="")
    assert Answers(tmp_path, "test").name == view(tmp_path).name == ""


def test_deleting_leaves_nothing_behind(tmp_path: Path) -> None:
    """Every answers file of the folder and every older copy, and what widgets show; nothing else."""
    (tmp_path / "own.json").write_text("{}", encoding="utf-8")
    quiz = Quiz(WEEK, notebook="test", folder=tmp_path)
    widget = quiz.ask(SINGLE.id)
    Answers(tmp_path, "other").record("week", SINGLE.id, Attempt(answer=RIGHT))
    for _ in range(2):
        press(widget, "answer", SINGLE.id, answer=RIGHT)
        quiz._asked.start_again()
    press(widget, "answer", SINGLE.id, answer=RIGHT)
    assert "deleted" in tell(view(tmp_path), "delete")
    assert {path.name for path in tmp_path.iterdir() if path.suffix == ".json"} == {"own.json"}
    assert widget.states[SINGLE.id]["answer"] is None


def test_copies_go_also_where_the_file_itself_is_gone(tmp_path: Path) -> None:
    """A learner deleted it by hand, or it was damaged and put aside."""
    for notebook in ("one", "ქართული"):
        answers = Answers(tmp_path, notebook)
        answers.record("week", SINGLE.id, Attempt(answer=RIGHT))
        answers.start_again()
        answers.path.write_bytes(b"damaged")
        answers.read()
        answers.path.unlink(missing_ok=True)
    kept = ("own.json", "one.answers.notes.json", "answers.2020-05-03-120000.json")
    for name in kept:
        (tmp_path / name).write_text("{}", encoding="utf-8")
    assert len(list(tmp_path.glob("*.json"))) == 4 + len(kept)
    assert "older copies" in tell(view(tmp_path), "delete")
    assert {path.name for path in tmp_path.glob("*.json")} == set(kept)


def test_what_cannot_be_looked_for_is_not_said_to_be_deleted(tmp_path: Path) -> None:
    """The folder is gone, with whatever was in it."""
    picture = view(tmp_path / "gone")
    assert "cannot be read" in tell(picture, "delete")


def test_without_a_name_deleting_and_looking_change_nothing(tmp_path: Path) -> None:
    """A picture of an empty folder can be looked at, and what is malformed is passed over."""
    picture = view(tmp_path)
    for message in (None, "delete", {}, {"act": "look"}, {"act": 3}):
        picture._hear(picture, message, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_an_answer_is_on_disk_though_the_kernel_is_killed_at_once(tmp_path: Path) -> None:
    """No goodbye is needed: what said "saved" is there."""
    code = (
        "import os; from coupquiz import Quiz;"
        f"widget = Quiz('week', notebook='test').ask({SINGLE.id!r});"
        f"die = lambda change: change['new'][{SINGLE.id!r}]['at'] and os.kill(os.getpid(), 9);"
        "widget.observe(die, 'states');"
        f"widget._hear(widget, dict(act='answer', question={SINGLE.id!r}, answer={RIGHT!r}, turn=''), [])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False)
    assert done.returncode not in (0, 1)
    assert asked_again(tmp_path) == RIGHT


def asked_again(folder: Path) -> object:
    """The answer that another kernel shows."""
    return Quiz("week", notebook="test", folder=folder).ask(SINGLE.id).states[SINGLE.id]["answer"]
