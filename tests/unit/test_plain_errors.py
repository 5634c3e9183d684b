"""A wrong word in a notebook: one sentence that says what may be meant, and no traceback."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

MISTAKES = {
    'case.event("attack")': ("UnknownIdError", "No event 'attack'; did you mean 'college-attack'?"),
    'case.actor("lenn")': ("UnknownIdError", "No actor 'lenn'; did you mean 'lenin'?"),
    'case.place("tifls")': ("UnknownIdError", "No place 'tifls'; did you mean 'tiflis'?"),
    'case.sentence("c3")': ("UnknownIdError", "No sentence 'c3'; did you mean 'c3"),
    'case.order.before("college", "mobilisation")': ("UnknownIdError", "No event 'college'; did you mean"),
    "case.event(3)": ("CallError", "is text in quotation marks, such as 'revolution-1917', not 3"),
    "case.place(case.places[0])": ("CallError", "not a Place"),
    "case.order.before(1, 2)": ("CallError", "is text in quotation marks"),
    "coupdata.load(5)": ("CallError", "folder has to be text or a path, not 5"),
    'coupdata.load("nowhere")': ("CaseError", "there is no such folder; name the one that holds case.toml"),
    'coupdata.events("x")': ("CallError", "has to be what coupdata.load() returns, not 'x'"),
    "coupdata.places(case=7)": ("CallError", "has to be what coupdata.load() returns, not 7"),
    "coupdata.links(coupdata)": ("CallError", "not the module coupdata"),
    'view.selected = "attack"': ("ChoiceError", "No event 'attack'; did you mean 'college-attack'?"),
    'view.actor = "red"': ("ChoiceError", "No actor 'red'; did you mean 'red-army'?"),
    'view.place = "zz"': ("ChoiceError", "No place 'zz'; choose from "),
    'actors_view(case).selected = "attack"': ("ChoiceError", "did you mean 'college-attack'?"),
    'reading(case, "x")': ("UnknownIdError", "No section 'x'; choose from s, b"),
    'reading(case).lit = ["c3.9"]': ("ChoiceError", "No sentence 'c3.9'; did you mean"),
    'quiz.summary("whattoseize")': (
        "UnknownIdError",
        "No question 'whattoseize'; did you mean 'what-to-seize'?",
    ),
    'Quiz("strat", notebook="n")': ("BankError", "did you mean 'start'"),
    'Quiz("mine.toml", notebook="n")': ("BankError", "there is no such file in"),
    'Quiz("start", notebook="a/b")': ("AnswersError", "a/b"),
}
OPENED = """
import coupdata
from coupdata.views import actors_view, explorer, reading
from coupquiz import Quiz

case = coupdata.load()
view = explorer(case)
quiz = Quiz("start", notebook="n")
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The errors of a notebook with all of these, by the mistake."""
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(text) for text in (OPENED, *MISTAKES)]
    )
    folder = str(tmp_path_factory.mktemp("mistakes"))
    resources = {"metadata": {"path": folder}}
    NotebookClient(notebook, timeout=300, resources=resources, allow_errors=True).execute()
    assert notebook.cells[0].outputs == []
    return {cell.source: cell.outputs for cell in notebook.cells[1:]}


@pytest.mark.slow
@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_learner_sees_one_sentence(mistake: str, run: dict[str, Any]) -> None:
    """With what may be meant, and nothing of the code behind it."""
    kind, said = MISTAKES[mistake]
    (error,) = run[mistake]
    assert error.ename == kind
    (shown,) = error.traceback
    assert said in shown
    assert "Traceback" not in shown
    assert not re.search(r"KeyError|^\S*\"", shown)


def test_a_programmer_sees_the_stack(tmp_path: Path) -> None:
    """Outside of a notebook nothing is left out, and the last line is the sentence."""
    command = [sys.executable, "-c", 'import coupdata; coupdata.load().event("attack")']
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stderr
    assert said.startswith("Traceback")
    last = "coupdata.problems.errors.UnknownIdError: no event 'attack'; did you mean 'college-attack'?"
    assert said.splitlines()[-1] == last
