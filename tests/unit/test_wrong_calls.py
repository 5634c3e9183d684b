"""Public functions that are called wrongly: each says in one sentence what is wrong and what may be meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import coupdata
import coupdata.views
import coupquiz
from coupdata.problems.errors import CallError, PlainError, UnknownNameError
from coupdata.problems.plain_calls import plain_call

MADE_BY_US = {"Case", "CaseError", "Bank", "BankError", "Outcome", "Question", "Verdict", "__version__"}
"""Public names that stand for what functions return, and not for something to call."""

WRONG = {
    'Quiz("week", notebook="x", behaviour="practise")': "has to be 'practice' or 'exam', not 'practise'",
    'Quiz("week")': "Quiz() needs notebook=…: write Quiz(bank, notebook=…)",
    'Quiz("week", "02_timeline")': "Quiz() needs notebook=…",
    'Quiz("week", "02_timeline", notebook="x")': "takes 1 argument without a name, not 2; give the others",
    'Quiz("week", notebok="x")': "Quiz() has no argument 'notebok'; did you mean 'notebook'?",
    'Quiz("week", notebook=3)': "notebook has to be text, not 3",
    'Quiz("week", notebook="x", case="y")': "case has to be what coupdata.load() returns, not 'y'",
    'Quiz(3, notebook="x")': "bank has to be text, a path or what load_bank() returns, not 3",
    'quiz.ask(["lives"])': "not ['lives']; write what is in it without the brackets",
    'quiz.ask("pressed-lenin", ["lives"])': "write what is in it without the brackets",
    "quiz.ask()": "ask() needs id: write ask(id)",
    "quiz.ask(None)": "id has to be text or a whole number, not None",
    "quiz.ask(coupdata.events())": "not a DataFrame",
    "quiz.ask(10**5000)": "no question 'an int'",
    'quiz.check_value("persons")': "check_value() needs value: write check_value(id, value)",
    'quiz.check_value("persons", 1, 2)': "check_value() takes 2 arguments without a name, not 3",
    'quiz.check_value("persons", vaule=1)': "did you mean 'value'?",
    'quiz.summary(["x"])': "summary() takes text or a whole number, not ['x']; write what is in it without",
    "quiz.summary(again=True)": "summary() has no argument 'again'",
    "load_bank(3)": "bank has to be text or a path, not 3",
    "load_bank()": "load_bank() needs bank",
    'load_bank("week", "background")': "case has to be what coupdata.load() returns, not 'background'",
    "bank.question(3)": "text in quotation marks, such as 'pressed-lenin', not 3",
    'check("x", 1)': "question has to be what bank.question() returns, not 'x'",
    "check(bank, 1)": "not a Bank",
    "check(bank.questions[0])": "check() needs answer: write check(question, answer)",
    "Review(3, notebook='x')": "Review() takes text, a path or what load_bank() returns, not 3",
    'Review("week")': "Review() needs notebook=…",
    'Review("week", notebook="x", test="June")': "test has to be",
    "ProgressView(3)": "ProgressView() takes text, a path or what load_bank() returns, not 3",
    'ProgressView(["week"])': "write what is in it without the brackets",
    'ProgressView("week", foldr=".")': "did you mean 'folder'?",
    'reading("s")': "case has to be what coupdata.load() returns, not 's'; did you mean sections='s'?",
    "reading(sections=3)": "sections has to be text or a list of text, not 3",
    'reading(sections="q")': "no section 'q'",
    "reading(sections=[3])": "text in quotation marks, such as 's', not 3",
    "explorer(coupdata)": "not the module coupdata",
    "explorer(True)": "did you mean context=True?",
    "explorer(case, True)": "without a name, not 2; give the others by name: context=…",
    'timeline(case, theme="blue")': "theme has to be 'light', 'dark' or 'page', not 'blue'",
    'timeline("dark")': "did you mean theme='dark'?",
    'timeline(case, width="wide")': "width has to be a number, not 'wide'",
    "timeline(width=True)": "width has to be a number, not True",
    "timeline(width=-5)": "width has to be from 1 to 20000 pixels, not -5",
    'timeline(width=float("nan"))': "width has to be from 1 to 20000 pixels, not nan",
    "timeline(case, case=case)": "timeline() is given case twice",
    "timeline(coupdata.Case)": "not the class Case",
    "timeline(coupdata.load)": "not the function load",
    "timeline([case])": "write what is in it without the brackets",
    'save_timeline(case, "x.pdf")': "end the name in .html, .png or .svg",
    'save_timeline("x.html")': "did you mean path='x.html'?",
    "save_timeline(path=3)": "path has to be text or a path, not 3",
    'save_timeline(path="no/x.html")': "there is no folder 'no'",
    "tour(case)": "view has to be what explorer() returns, not a Case",
    "actors_view(3)": "case has to be what coupdata.load() returns, not 3",
    "actors_view(view)": "not an Explorer; did you mean explorer=…?",
    'map_view("x")': "case has to be what coupdata.load() returns, not 'x'",
    "map_view(explorer=case)": "explorer has to be what explorer() returns, not a Case",
    "view.selected = None": "selected has to be text, not None; '' chooses nothing",
    "view.theme = 3": "theme has to be text, not 3",
    "reading().lit = 3": "lit has to be a list of text, not 3",
    'reading().numbered = "x"': "numbered has to be True or False, not 'x'",
    "actors_view().actor = None": "actor has to be text, not None; '' chooses nothing",
    'map_view().place = ["tiflis"]': "place has to be text, not ['tiflis']",
    'tour(view).stop = "x"': "stop has to be a whole number, not 'x'",
    "tour(view).stop = 99": "the tour has stops 1 to ",
    "coupdata.load(3)": "folder has to be text or a path, not 3",
    'coupdata.events("x")': "case has to be what coupdata.load() returns, not 'x'",
    "coupdata.evnts": "coupdata has no 'evnts'; did you mean 'events'?",
    "coupdata.views.timelin": "coupdata.views has no 'timelin'; did you mean 'timeline'",
    "coupquiz.Qiz": "coupquiz has no 'Qiz'; did you mean 'Quiz'?",
}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a notebook has to hand."""
    case = coupdata.load()
    return {
        **{name: getattr(module, name) for module in (coupdata.views, coupquiz) for name in module.__all__},
        "coupdata": coupdata,
        "coupquiz": coupquiz,
        "case": case,
        "view": coupdata.views.explorer(),
        "bank": coupquiz.load_bank("week"),
        "quiz": coupquiz.Quiz("week", notebook="n", folder=tmp_path_factory.mktemp("quiz")),
    }


@pytest.mark.parametrize("code", WRONG)
def test_a_wrong_call_is_answered_in_a_sentence(
    code: str, names: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what was asked for and what came, or what may be meant."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PlainError) as error:
        exec(code, {**names})
    assert WRONG[code] in str(error.value)
    assert "\n" not in str(error.value)
    assert list(tmp_path.iterdir()) == []


def public() -> dict[str, Callable[..., Any]]:
    """Every public function and method, by name."""
    functions = {
        f"{module.__name__}.{name}": getattr(module, name)
        for module in (coupdata, coupdata.views, coupquiz)
        for name in sorted(set(module.__all__) - MADE_BY_US)
    }
    methods = {name: getattr(coupquiz.Quiz, name) for name in vars(coupquiz.Quiz) if not name.startswith("_")}
    return functions | {f"quiz.{name}": method for name, method in methods.items() if callable(method)}


PUBLIC = public()


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_knows_its_arguments(name: str, names: dict[str, Any]) -> None:
    """A misspelt one is named, and what is of no type that anybody asked for is refused."""
    function = PUBLIC[name]
    first = [names["quiz"]] if name.startswith("quiz.") else []
    with pytest.raises(CallError, match="has no argument 'nonsense'"):
        function(*first, nonsense=1)
    notebooks = dict.fromkeys(("coupquiz.Quiz", "coupquiz.Review"), "notebook")
    needed = {**notebooks, "coupquiz.check": "answer", "quiz.check_value": "value"}
    with pytest.raises(CallError, match="not an object"):
        function(*first, object(), **({needed[name]: "x"} if name in needed else {}))


@pytest.mark.parametrize("name", ["actors_view", "explorer", "map_view", "reading", "timeline", "tour"])
def test_the_case_may_be_left_out(name: str) -> None:
    """The one that comes with the package is meant."""
    view = getattr(coupdata.views, name)()
    case = getattr(view, "case", None)
    assert case in (None, coupdata.load())


@pytest.mark.slow
def test_who_saves_the_timeline_is_told_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the result of a cell it is a sentence, and a program can open it."""
    monkeypatch.chdir(tmp_path)
    saved = coupdata.views.save_timeline()
    assert repr(saved) == f"Saved as timeline.html in {tmp_path}."
    assert Path(saved).read_text(encoding="utf-8").startswith("<!doctype html>")
    assert saved.path == Path("timeline.html")


def test_an_error_within_a_function_stays_what_it_is() -> None:
    """Only the call itself is looked at."""

    @plain_call
    def fail(number: int = 0) -> None:
        raise TypeError(f"within {number}")

    with pytest.raises(TypeError, match="within 3") as error:
        fail(3)
    assert not isinstance(error.value, PlainError)


def test_what_a_module_has_not_is_no_attribute() -> None:
    """So that `hasattr` and completion work as for any module."""
    assert not hasattr(coupdata, "no_such_name")
    assert isinstance(UnknownNameError("m", "x", ["y"]), AttributeError)
