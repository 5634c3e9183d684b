"""Questions being answered with no display: the same messages bring the same states as through a widget."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol, TypeAlias
from unittest.mock import Mock

import pytest

import coupdata
from coupquiz import Quiz, load_bank
from coupquiz.answers.file_format import RecordKey
from coupquiz.answers.store import Answers
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.live_answers import LiveAnswers
from coupquiz.asking.python_value import NoAnswerError
from coupquiz.asking.turn import is_late
from coupquiz.core.behaviour import Behaviour
from coupquiz.files import disk
from coupquiz.kinds import KINDS
from coupquiz.kinds.check import check, solution
from coupquiz.notebook.kernel_answers import _OPEN

CASE = coupdata.load()
WEEK = load_bank("week")
SINGLE = next(question for question in WEEK.questions if question.kind == "single")
ID, RIGHT, WRONG = SINGLE.id, solution(SINGLE), next(iter(KINDS["single"].mistakes(SINGLE)))


class Page(Protocol):
    """Whatever shows questions to a learner."""

    def send(self, **message: object) -> None:
        """Do what a learner does."""

    def shown(self) -> dict[str, Any]:
        """What is shown of every question."""

    def problem(self) -> str:
        """What is shown of the file."""

    def start_again(self) -> str:
        """Start again, and return what the page says then."""


Pages: TypeAlias = Callable[[Path, str], Iterator[Page]]


class PlainPage:
    """A page that is a dictionary, as a web server could send it."""

    def __init__(self, bank: AskedBank) -> None:
        self.bank = bank
        self.states = {id: bank.state(id) for id in bank.forms}
        bank.live_answers.add(self)

    def follow(self, changed: Iterable[RecordKey]) -> None:
        """Show these attempts as they are now."""
        self.states |= self.bank.states(changed)

    def send(self, **message: object) -> None:
        """Send a message, and show what comes back."""
        self.states |= self.bank.receive(json.loads(json.dumps(message)))

    def shown(self) -> dict[str, Any]:
        """What is shown, as it went over the wire."""
        return as_json(self.states)

    def problem(self) -> str:
        """What is shown of the file."""
        return self.bank.problem(self.bank.forms)

    def start_again(self) -> str:
        """Start again."""
        return self.bank.start_again()


class WidgetPage:
    """The questions in a notebook."""

    def __init__(self, quiz: Quiz) -> None:
        self.widget = quiz.ask(*(question.id for question in WEEK.questions))
        self.summary = quiz.summary()

    def send(self, **message: object) -> None:
        """Send a message through the widget's channel."""
        self.widget._handle_custom_msg(json.loads(json.dumps(message)), [])

    def shown(self) -> dict[str, Any]:
        """What the widget's channel has carried."""
        return as_json(self.widget.get_state(["states"])["states"])

    def problem(self) -> str:
        """What is shown of the file."""
        return str(self.widget.problem)

    def start_again(self) -> str:
        """Press the button for it."""
        self.summary._handle_custom_msg("start again", [])
        return str(self.summary.word)


def as_json(states: Any) -> dict[str, Any]:
    """States as JSON has them, without the time of day."""
    values: dict[str, Any] = json.loads(json.dumps(states))
    return {id: {**state, "at": bool(state["at"])} for id, state in values.items()}


def plain_pages(folder: Path, behaviour: str) -> Iterator[Page]:
    """Two pages of one learner."""
    answers = LiveAnswers(Answers(folder, "n"))
    for _ in range(2):
        yield PlainPage(AskedBank.of_bank(WEEK, CASE, answers, Behaviour(behaviour), numbers={}))


def widget_pages(folder: Path, behaviour: str) -> Iterator[Page]:
    """Two cells of one notebook."""
    _OPEN.clear()
    quizzes = [Quiz("week", notebook="n", behaviour=behaviour, folder=folder) for _ in range(2)]
    yield from map(WidgetPage, quizzes)


def scenario(folder: Path, pages: Pages) -> Iterator[object]:
    """Yield what is shown at each step of a lesson; two pages always show the same."""
    page, other = pages(folder, "practice")

    def both() -> tuple[object, ...]:
        without_turns = {id: state | {"turn": ""} for id, state in page.shown().items()}
        assert without_turns == {id: state | {"turn": ""} for id, state in other.shown().items()}
        return page.shown()[ID], page.problem()

    yield both()
    page.send(question=ID, act="check", turn="0")
    yield page.shown()[ID]  # that there is no answer yet is nobody else's business
    page.send(question=ID, act="answer", answer=WRONG, turn="1")
    yield both()
    page.send(question=ID, act="check", answer=WRONG, turn="2")
    yield both()
    other.send(question=ID, act="hint", turn="3")
    yield both()
    page.send(question=ID, act="check", answer=RIGHT, turn="4")
    yield both()
    page.send(question=ID, act="solution", turn="5")
    yield both()
    page, other = pages(folder, "practice")  # as after a restart
    yield both()
    yield page.start_again().partition("kept in")[0]
    yield both()
    page, other = pages(folder, "exam")
    for act in ("answer", "check", "hint", "solution"):
        page.send(question=ID, act=act, answer=RIGHT, turn=act)
        yield both()
    yield page.start_again()


def test_a_lesson_is_the_same_with_and_without_a_notebook(tmp_path: Path) -> None:
    """Answer, check, hint, solution, restart, start again, exam: each state of them, on two pages at once."""
    for name in ("plain", "widget"):
        (tmp_path / name).mkdir()
    plain = list(scenario(tmp_path / "plain", plain_pages))
    assert plain == list(scenario(tmp_path / "widget", widget_pages))
    assert len({json.dumps(step) for step in plain}) > 10
    files = [Answers(tmp_path / name, "n").read()[RecordKey("week", ID)] for name in ("plain", "widget")]
    assert files[0].attempt == files[1].attempt
    assert files[0].attempt.answer == RIGHT


@pytest.mark.parametrize("pages", [plain_pages, widget_pages])
def test_where_nothing_can_be_written_every_page_says_so(
    tmp_path: Path, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Feedback comes all the same, nothing is called saved, and all is saved once it can be."""
    page, other = pages(tmp_path, "practice")
    with monkeypatch.context() as patch:

        def refuse(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        patch.setattr(disk, "write", refuse)
        page.send(question=ID, act="check", answer=RIGHT, turn="1")
        for one in (page, other):
            state = one.shown()[ID]
            assert state["trouble"].startswith("Not saved. This notebook is not allowed to read and write")
            assert (state["kept"], state["at"], state["marks"]) == ("", False, {RIGHT: True})
            assert one.problem() == ""  # for the question says it already
    other.send(question=WEEK.questions[-1].id, act="answer", answer="I say so.", turn="2")
    for one in (page, other):
        assert one.shown()[ID]["trouble"] == ""
        assert one.shown()[ID]["kept"] == "Saved"


def test_what_is_started_again_says_nothing_of_what_was_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that could not be written, or that was to be explained, is forgotten with the others."""
    bank = asked(tmp_path)
    question = next(question for question in WEEK.questions if question.explain)
    [state] = bank.receive(act(question.id, "check", solution(question))).values()
    assert state["unexplained"]
    with monkeypatch.context() as patch:
        patch.setattr(disk, "write", Mock(side_effect=PermissionError(13, "Permission denied")))
        [state] = bank.receive(act(ID, "answer", RIGHT)).values()
        assert state["trouble"]
    bank.start_again()
    assert not bank.state(question.id)["unexplained"]
    assert not bank.state(ID)["trouble"]


def act(id: str, what: str, answer: object) -> dict[str, object]:
    """A message of a page."""
    return {"question": id, "act": what, "answer": answer, "turn": what, "explanation": ""}


def asked(folder: Path) -> AskedBank:
    """The questions, asked of a learner whose answers lie in a folder."""
    return AskedBank.of_bank(WEEK, CASE, LiveAnswers(Answers(folder, "n")), Behaviour.PRACTICE, numbers={})


def test_many_learners_are_asked_at_once(tmp_path: Path) -> None:
    """In one process, as a server would; nobody sees what another answers."""
    folders = [tmp_path / str(number) for number in range(30)]
    for folder in folders:
        folder.mkdir()
    banks = [asked(folder) for folder in folders]
    for number, bank in enumerate(banks):
        bank.receive({"question": ID, "act": "check", "answer": RIGHT if number % 2 else WRONG})
    for number, bank in enumerate(banks):
        assert bank.state(ID)["marks"] == ({RIGHT: True} if number % 2 else {WRONG: False})
        assert bank.summary([ID]).right == number % 2
    assert len({bank.live_answers.answers.learner for bank in banks}) == len(banks)


@pytest.mark.parametrize("act", ["answer", "check", "hint", "solution", "tick"])
def test_a_message_that_comes_twice_counts_once(tmp_path: Path, act: str) -> None:
    """As from a page that heard nothing the first time; it gets the same state."""
    bank = asked(tmp_path)
    message = {"question": ID, "act": act, "answer": WRONG, "turn": "1", "ticked": ["x"]}
    states = bank.receive(message)
    attempt = bank.attempt(ID)
    assert bank.receive(message) == states
    assert bank.attempt(ID) == attempt
    bank.receive(message | {"turn": "2", "act": "check"})
    assert bank.attempt(ID).tries == attempt.tries + 1


@pytest.mark.parametrize("act", ["answer", "check", "hint", "solution", "tick"])
def test_it_counts_once_also_where_python_was_ended_in_between(tmp_path: Path, act: str) -> None:
    """A page says how often it knew the act to have counted; what it asks for after that counts as ever."""
    counted = asked(tmp_path).state(ID)["counted"]
    message = {"question": ID, "act": act, "answer": WRONG, "turn": "1", "counted": counted.get(act)}
    states = asked(tmp_path).receive(message)
    kept = Answers(tmp_path, "n").read()
    bank = asked(tmp_path)
    again = bank.receive(message)
    assert Answers(tmp_path, "n").read() == kept
    assert again == states
    for next_act, given in (("check", RIGHT), ("check", RIGHT), ("hint", RIGHT)):
        counted, turn = bank.state(ID)["counted"], f"{next_act} {bank.attempt(ID).tries}"
        told = {"act": next_act, "answer": given, "turn": turn, "counted": counted[next_act]}
        assert bank.receive(message | told)[ID]["counted"][next_act] == counted[next_act] + 1
    bank.receive(message | {"act": "check", "turn": "other page", "counted": 0})
    assert bank.attempt(ID).answer == WRONG
    assert bank.state(ID)["counted"]["check"] == counted["check"] + 1


@pytest.mark.parametrize("counted", [None, "0", [0], {}, True, -1, 9**99])
def test_what_a_page_says_to_have_counted_does_no_harm(tmp_path: Path, counted: object) -> None:
    """Whatever it is, an answer is taken, and a check that is not known yet counts."""
    message = {"question": ID, "act": "check", "answer": WRONG, "turn": "1", "counted": counted}
    assert asked(tmp_path).receive(message)[ID]["said"]
    assert asked(tmp_path).attempt(ID).tries == 1


@pytest.mark.parametrize("late", ["answer", "check", "solution"])
def test_what_comes_after_a_later_message_does_not_count(tmp_path: Path, late: str) -> None:
    """As where a kernel hears a page's first message in another thread than the second."""
    bank = asked(tmp_path)
    bank.receive({"question": ID, "act": "answer", "answer": RIGHT, "turn": "page#10"})
    attempt = bank.attempt(ID)
    states = bank.receive({"question": ID, "act": late, "answer": WRONG, "turn": "page#9"})
    assert states[ID]["turn"] == "page#10"
    assert bank.attempt(ID) == attempt
    assert Answers(tmp_path, "n").read()[RecordKey("week", ID)].attempt == attempt


@pytest.mark.parametrize(
    ("turn", "last", "late"),
    [
        ("page#1", "page#1", True),
        ("page#1", "page#2", True),
        ("page#9", "page#10", True),
        ("page#10", "page#9", False),
        ("page#1", "other#2", False),
        ("a#page#1", "a#page#2", True),
        ("one", "one", True),
        ("one", "two", False),
        ("#1", "#2", False),
        ("", "", False),
        ("page#1", "", False),
        ("", "page#1", False),
    ],
)
def test_turns_of_one_view_have_an_order(turn: str, last: str, late: bool) -> None:
    """Those of two, and other texts, have none."""
    assert is_late(turn, last) is late


def test_a_page_that_heard_nothing_is_told_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though nothing has changed, for which a widget would send nothing."""
    widget = next(iter(widget_pages(tmp_path, "practice"))).widget  # type: ignore[attr-defined]
    told: list[object] = []
    monkeypatch.setattr(widget, "send_state", told.append)
    message = {"question": ID, "act": "answer", "answer": WRONG, "turn": "1"}
    widget._handle_custom_msg(message, [])
    told.clear()
    widget._handle_custom_msg(message, [])
    assert told == ["states"]


def test_answers_are_told_from_all_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By folder, notebook, bank and student, the same after a restart: or a browser would mix them up."""
    sources = load_bank("sources")
    monkeypatch.setattr("coupquiz.answers.store.student_name", lambda: "anna")
    places = [asked(tmp_path).place, asked(tmp_path / "other").place]
    answers = LiveAnswers(Answers(tmp_path, "other"))
    banks = (WEEK, sources)
    others = [AskedBank.of_bank(bank, CASE, answers, Behaviour.PRACTICE, numbers={}) for bank in banks]
    places += [other.place for other in others]
    assert asked(tmp_path).place == places[0]
    monkeypatch.setattr("coupquiz.answers.store.student_name", lambda: "ben")
    places.append(asked(tmp_path).place)
    assert len(set(places)) == 5
    assert not [place for place in places if "anna" in place or str(tmp_path) in place]


def test_a_state_says_which_sentences_settle_it(tmp_path: Path) -> None:
    """So that the reading beside it can light them up."""
    states = asked(tmp_path).receive({"question": ID, "act": "check", "answer": RIGHT})
    assert states[ID]["cites"] == list(check(SINGLE, RIGHT).cites)


@pytest.mark.parametrize(
    "message", [None, "seen", [], {}, {"question": []}, {"question": {}}, {"question": "x", "act": "check"}]
)
def test_a_message_to_no_question_changes_nothing(tmp_path: Path, message: object) -> None:
    """Whatever it is."""
    assert asked(tmp_path).receive(message) == {}
    assert list(tmp_path.iterdir()) == []


def test_a_value_is_an_answer_that_is_checked(tmp_path: Path) -> None:
    """The same again is no second try, none yet takes nothing back, and what is no answer says why."""
    bank = asked(tmp_path)
    assert bank.receive_value(ID, ...) == {}
    assert bank.receive_value(ID, WRONG)[ID]["marks"] == {WRONG: False}
    assert bank.receive_value(ID, WRONG) == {}
    assert bank.receive_value(ID, None) == {}
    assert bank.attempt(ID).tries == 1
    with pytest.raises(NoAnswerError, match="function that has not been called"):
        bank.receive_value(ID, len)
    assert bank.answers == {ID: WRONG}


@pytest.mark.slow
def test_asking_loads_no_display(tmp_path: Path) -> None:
    """Neither Jupyter nor a web server nor data frames: all that it needs is Python."""
    code = f"""
import importlib, pkgutil, sys
import coupdata, coupquiz.asking
for module in pkgutil.walk_packages(coupquiz.asking.__path__, "coupquiz.asking."):
    importlib.import_module(module.name)
from coupquiz.answers.store import Answers
from coupquiz.asking.asked_bank import AskedBank
from coupquiz.asking.live_answers import LiveAnswers
from coupquiz.asking.turn import is_late
from coupquiz.core.behaviour import Behaviour
answers = LiveAnswers(Answers({str(tmp_path)!r}, "n"))
case = coupdata.load()
bank = AskedBank.of_bank(coupquiz.load_bank("week"), case, answers, Behaviour.PRACTICE, numbers={{}})
assert bank.receive({{"question": {ID!r}, "act": "check", "answer": {RIGHT!r}}})
display = {{"ipywidgets", "anywidget", "traitlets", "IPython", "ipykernel", "comm", "tornado"}}
heavy = {{"jupyter_client", "jupyter_core", "pandas", "numpy", "plotly"}}
print({{name.partition(".")[0] for name in sys.modules}} & (display | heavy) or "none")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "none"
