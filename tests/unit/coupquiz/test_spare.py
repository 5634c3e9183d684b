"""A channel that is open ahead: who takes it over, and who does not."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any

import ipywidgets
import pytest

from coupquiz import Quiz
from coupquiz.notebook.sheet import Sheet
from coupquiz.notebook.spare import Spare


@pytest.fixture
def quiz(tmp_path: Path) -> Iterator[Quiz]:
    """A quiz, which opens a channel ahead."""
    Sheet._spare = None
    yield Quiz("week", notebook="test", folder=tmp_path)
    Sheet._spare = None


def spare() -> Spare:
    """The channel that is open."""
    assert Sheet._spare
    return Sheet._spare


def told(spare: Spare) -> Spare:
    """The same, after a page has said that it hears."""
    spare._handle_custom_msg("ready", [])
    return spare


def arrive(widget: ipywidgets.Widget, content: Any) -> None:
    """Hand on what comes through the channel of a widget."""
    widget.comm.handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})


def wait_for_another(barrier: Barrier) -> None:
    """Wait until another thread is here, too, or long enough to see that none comes."""
    with suppress(BrokenBarrierError):
        barrier.wait(timeout=1)


def test_the_next_question_takes_it_over(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page, what is answered and the layout go through; what comes back goes to the question."""
    sent: list[dict[str, Any]] = []

    def send(sheet: Sheet, message: dict[str, Any], buffers: object = None) -> None:  # noqa: ARG001
        if sheet.comm:
            sent.append(message)

    monkeypatch.setattr(Sheet, "_send", send)
    open_ahead = told(spare())
    id, layout = open_ahead.model_id, open_ahead.layout
    sheet = quiz.ask("pressed-lenin")
    assert sheet.model_id == id
    assert sheet.layout is layout
    (message,) = sent
    assert message["method"] == "update"
    assert message["state"] == {"page": sheet.page, "states": sheet.states, "problem": sheet.problem}
    (choice, *_) = quiz._forms["pressed-lenin"].choices
    arrive(sheet, {"question": "pressed-lenin", "act": "answer", "answer": choice.id, "turn": "1"})
    assert sheet.states["pressed-lenin"]["answer"] == choice.id
    assert open_ahead.comm is None


def test_two_threads_do_not_take_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell may ask one question while a button asks another."""
    both = Barrier(2)

    class Slow(Spare):
        @property
        def is_ready(self) -> bool:
            wait_for_another(both)
            return super().is_ready

    monkeypatch.setattr("coupquiz.notebook.sheet.Spare", Slow)
    monkeypatch.setattr(Sheet, "_spare", None)
    Sheet.get_ready()
    ready = told(spare())
    with ThreadPoolExecutor() as threads:
        taken = list(threads.map(lambda take: take(), [Sheet._take_spare] * 2))
    assert taken in ([ready, None], [None, ready])


def test_two_threads_do_not_open_two(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell may make a quiz while a page shows a question."""
    sheet = quiz.ask("pressed-lenin")
    both, opened = Barrier(2), []

    class Slow(Spare):
        def __init__(self, script: str) -> None:
            wait_for_another(both)
            super().__init__(script)
            opened.append(self)

    monkeypatch.setattr("coupquiz.notebook.sheet.Spare", Slow)
    Sheet._spare = None
    with ThreadPoolExecutor() as threads:
        list(threads.map(lambda open_one: open_one(), (Sheet.get_ready, lambda: arrive(sheet, "seen"))))
    assert opened == [spare()]


def test_a_value_takes_it_over(tmp_path: Path, quiz: Quiz) -> None:  # noqa: ARG001
    """The sheet of a value has the same script."""
    id = told(spare()).model_id
    lab = Quiz("lab", notebook="test", folder=tmp_path)
    assert lab.check_value("how-many-rows", ...).model_id == id


def test_where_no_page_has_said_that_it_hears_a_question_opens_its_own(quiz: Quiz) -> None:
    """So it is without a browser, and for cells that run before one is heard."""
    waiting = spare()
    sheet = quiz.ask("pressed-lenin")
    assert sheet.model_id != waiting.model_id
    assert spare() is waiting


def test_a_page_that_still_takes_the_question_for_it_is_told(
    quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser that is loaded anew while the question is asked may have missed what it is."""
    told(spare())
    sheet = quiz.ask("pressed-lenin")
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(Sheet, "_send", lambda _sheet, message, **_: sent.append(message))
    arrive(sheet, "ready")
    assert [message["state"]["page"] for message in sent] == [sheet.page]


def test_one_that_was_closed_is_not_used(quiz: Quiz) -> None:
    """Whoever closes all widgets closes it, too; there is another with the next quiz."""
    closed = told(spare())
    ipywidgets.Widget.close_all()
    assert quiz.ask("pressed-lenin").comm is not None
    Sheet.get_ready()
    assert spare() is not closed
    assert spare().comm is not None


def test_another_is_opened_once_a_page_shows_the_question(quiz: Quiz) -> None:
    """One is enough, however many questions are shown."""
    first = told(spare())
    sheet = quiz.ask("pressed-lenin")
    assert Sheet._spare is None
    arrive(sheet, "seen")
    second = spare()
    assert second is not first
    arrive(sheet, "seen")
    assert spare() is second


def test_it_holds_nothing_of_a_question(quiz: Quiz) -> None:
    """An exam has nothing to fear from it."""
    assert quiz.ask("pressed-lenin").page
    assert set(spare().get_state()) == set(Spare("").get_state())
    assert spare()._esm == Sheet._esm
