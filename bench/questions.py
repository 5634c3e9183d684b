"""Questions in JupyterLab, against a bare anywidget with the same controls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle

from playwright.sync_api import expect

from bench.lab import Desk, Notebook
from bench.rounds import in_turn
from bench.table import Row, compared
from coupquiz import Question, load_bank
from coupquiz.kinds.check import form

_BANKS = {name: load_bank(name) for name in ("background", "timeline", "week", "sources")}
_QUESTION, _FURTHER, *_ = (question for question in _BANKS["week"].questions if question.kind == "single")
_MANY = 40
_PAINT = 1.1

_BARE = '''import traitlets

class Bare(anywidget.AnyWidget):
    """A question's text, radio buttons and buttons, and nothing behind them."""

    _esm = """export default {
      render({ model, el }) {
        const prompt = document.createElement("p");
        prompt.textContent = model.get("prompt");
        const choices = model.get("options").map((text) => {
          const label = document.createElement("label");
          const radio = document.createElement("input");
          Object.assign(radio, { type: "radio", name: model.get("prompt") });
          radio.addEventListener("change", () => model.send({ act: "answer", answer: text }));
          label.append(radio, text);
          return label;
        });
        const buttons = ["Check", "Hint", "Solution"].map((text) => {
          const button = document.createElement("button");
          button.textContent = text;
          button.addEventListener("click", () => model.send({ act: text }));
          return button;
        });
        el.replaceChildren(prompt, ...choices, ...buttons);
      },
    };"""
    prompt = traitlets.Unicode().tag(sync=True)
    options = traitlets.List().tag(sync=True)
'''

_BUTTON = """button, word = ipywidgets.Button(description="Check"), ipywidgets.Label("Not right.")
def check(_):
    word.value = "Not right." if word.value == "Right." else "Right."
button.on_click(check)
ipywidgets.VBox([button, word])"""


def rows(desk: Desk) -> Iterator[Row]:
    """Yield the rows on questions. Python has everything loaded, for both sides alike."""
    one = ask("week", _QUESTION)
    further = ask("week", _FURTHER), bare(_FURTHER), radio_buttons(_FURTHER)
    with desk.notebook(
        setup("one"), one, bare(_QUESTION), radio_buttons(_QUESTION), _BUTTON, *further
    ) as few:
        yield from first_paint(few)
        few.run(0)
        few.run(1)
        few.run(4)
        yield check(few)
        asked = [(name, question) for name, bank in _BANKS.items() for question in bank.questions]
        others = [(name, question) for name, question in asked if question is not _QUESTION][: _MANY - 1]
        cells = [*(ask(name, question) for name, question in others), one]
        plain = [*(bare(question) for _, question in others), bare(_QUESTION)]
        with desk.notebook(setup("many"), *cells) as many:
            with desk.notebook(setup("plain"), *plain) as plainer:
                yield all_painted(many, plainer)
            yield click(many, few)


def setup(notebook: str) -> str:
    """Return a cell that prepares the quizzes of a notebook, and closes every widget of it."""
    quizzes = [f"{name} = Quiz({name!r}, notebook={notebook!r})" for name in _BANKS]
    before = "import anywidget, ipywidgets", "from coupquiz import Quiz", "ipywidgets.Widget.close_all()"
    return "\n".join((*before, _BARE, *quizzes))


def ask(bank: str, question: Question) -> str:
    """Return a cell with a question."""
    return f"{bank}.ask({question.id!r})"


def bare(question: Question) -> str:
    """Return a cell with the question and what there is to choose from in a bare anywidget."""
    prompt, options = shown(question)
    return f"Bare(prompt={prompt!r}, options={options!r})"


def radio_buttons(question: Question) -> str:
    """Return a cell with the same in a control of ipywidgets, which needs no script of its own."""
    prompt, options = shown(question)
    return f"ipywidgets.RadioButtons(options={options!r}, description={prompt!r}, index=None)"


def shown(question: Question) -> tuple[str, list[str]]:
    """Return what is asked, and what there is to choose from."""
    asked = form(question)
    return asked.prompt, [choice.text for choice in asked.choices] or ["An answer"]


def first_paint(notebook: Notebook) -> Iterator[Row]:
    """Yield the rows on running the cell of a question until its choices are painted."""

    def paint(number: int) -> float:
        notebook.run(0)
        return notebook.time_run(number, "radio button").painted

    def paint_first(number: int) -> float:
        notebook.run(0)
        notebook.reopen()
        return paint(number)

    ours, plain = in_turn(15, lambda: paint_first(1), lambda: paint_first(2))
    what = "the first question's cell on a page, run until its choices are painted"
    yield compared(what, ours, "a bare anywidget with the same controls", plain, most=_PAINT)

    def paint_after(number: int) -> float:
        notebook.run(0)
        notebook.run(1)  # another one: with the first comes what all questions share
        return notebook.time_run(number, "radio button").painted

    ours, plain, least = in_turn(25, lambda: paint_after(5), lambda: paint_after(6), lambda: paint_after(7))
    yield compared("a further question's cell", ours, "a bare anywidget of the same", plain, most=_PAINT)
    yield compared("that bare anywidget", plain, "a `RadioButtons`, which loads no script", least)


def check(notebook: Notebook) -> Row:
    """Return the row on checking an answer."""
    button = notebook.cell(4).get_by_role("button", name="Check")
    ours, plain = in_turn(
        25, checked(notebook, 1), lambda: notebook.time("click", 4, "other word", button.click).painted
    )
    what = "an answer's check, from the click until the feedback is painted"
    return compared(what, ours, "a bare `Button` that changes a `Label`", plain, most=1.2)


def checked(notebook: Notebook, number: int) -> Callable[[], float]:
    """Return a function that gives another answer in a cell, and then returns how long its check takes."""
    cell = notebook.cell(number)
    options = cycle(cell.get_by_role("radio").all())

    def measure() -> float:
        next(options).click()
        expect(cell.locator(".kept")).to_contain_text("Saved")
        return notebook.time(
            "click", number, "feedback", cell.get_by_role("button", name="Check").click
        ).painted

    return measure


def all_painted(many: Notebook, plain: Notebook) -> Row:
    """Return the row on running a notebook of many questions until the last is painted."""

    def paint(notebook: Notebook, outcome: str) -> float:
        notebook.run(0)
        return notebook.time_run_all(_MANY, outcome).painted

    ours, theirs = in_turn(5, lambda: paint(many, "question"), lambda: paint(plain, "radio button"))
    what = f"{_MANY} questions in a notebook, run until the last is painted"
    return compared(what, ours, f"{_MANY} bare anywidgets", theirs)


def click(many: Notebook, few: Notebook) -> Row:
    """Return the row on checking the last of many answers."""
    ours, alone = in_turn(25, checked(many, _MANY), checked(few, 1))
    return compared("a check there", ours, "in a notebook of one question", alone)
