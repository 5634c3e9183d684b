"""The lesson's notebooks: well-formed, stored bare, linked, and executed whole."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import coupdata
from coupquiz import load_bank
from coupquiz.banks.giveaways import giveaways
from coupquiz.lesson.copies import START, TEACHERS, notebook_folder

FOLDER = notebook_folder()
NAMES = sorted(path.name for path in FOLDER.glob("*.ipynb"))
LAB = "04_data_lab.ipynb"
FILLS = {*NAMES} - {"class_room.ipynb", "teacher_guide.ipynb"}
"""Those that fill themselves in Jupyter."""

LINES: Mapping[str, str] = {
    "how-many-rows": "len(events)",
    "label-of-the-treaty": 'events.loc["treaty-of-moscow", "label"]',
    "placed-in-tiflis": 'events[events["place"] == "tiflis"]',
    "no-date": 'len(events[events["precision"] == "undated"])',
    "persons": 'len(actors[actors["kind"] == "person"])',
    "red-army-acts": 'len(by_actor[by_actor["actors"] == "red-army"])',
    "most-causes": 'links["effect"].value_counts().idxmax()',
    "causes-of-the-decision": 'links[links["effect"] == "lenin-decides"]["cause"]',
}
"""What a learner writes in the place of the three dots, by question."""

IMPORTS = re.compile(r"^import\b|\bimport\([\"'`]", re.MULTILINE)
"""What a script loads from elsewhere."""

each_notebook = pytest.mark.parametrize("name", NAMES)


def read(name: str) -> Any:
    """A notebook of the lesson."""
    return nbformat.read(FOLDER / name, as_version=4)


def code_cells(notebook: Any) -> list[Any]:
    """Its cells with Python."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def executed(notebook: Any, folder: Path, *, allow_errors: bool = False) -> Any:
    """A notebook after Run All, in a folder with the others."""
    for other in NAMES:
        shutil.copy(FOLDER / other, folder)
    client = NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        allow_errors=allow_errors,
    )
    return client.execute()


def said(cell: Any) -> str:
    """The first result of a cell as plain text, without what a widget is called."""
    return str(next(out["data"]["text/plain"] for out in cell.outputs if "data" in out))


def widgets_saved_with(notebook: Any) -> list[Any]:
    """The state of every widget, as a notebook that was run is saved with it."""
    saved = notebook.metadata.get("widgets", {}).get("application/vnd.jupyter.widget-state+json", {})
    return [widget["state"] for widget in saved.get("state", {}).values()]


def asked_in(cell: Any) -> str:
    """The question that a cell checks a value for; empty for another cell."""
    found = re.search(r'quiz\.check_value\("([^"]+)"', cell.source)
    return found[1] if found else ""


def asked_of(notebook: Any) -> list[tuple[str, str]]:
    """The questions that its cells ask, each as its bank and its id."""
    source = "\n".join(cell.source for cell in code_cells(notebook))
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        (bank, id)
        for name, bank in re.findall(r'(\w+) = Quiz\("(\w+)"', source)
        for call in calls
        if ast.unparse(call.func) == f"{name}.ask"
        for id in map(ast.literal_eval, call.args)
    ]


@each_notebook
def test_a_notebook_is_valid_bare_and_named(name: str) -> None:
    """No output is stored, and the ids of cells say what is in them."""
    notebook = read(name)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", cell.id)
    for cell in code_cells(notebook):
        assert cell.outputs == []
        assert cell.execution_count is None


@each_notebook
def test_code_is_short_and_imports_only_our_packages(name: str) -> None:
    """At most ten lines a cell, and nobody has to know another package."""
    for cell in code_cells(read(name)):
        assert len(cell.source.splitlines()) <= 10
        for node in ast.walk(ast.parse(cell.source)):
            imported = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert all(module.split(".")[0] in ("coupdata", "coupquiz") for module in imported)
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda)


@each_notebook
def test_links_between_notebooks_lead_somewhere(name: str) -> None:
    """Every notebook that is linked is shipped."""
    for cell in read(name).cells:
        for target in re.findall(r"\]\(([^)#]+\.ipynb)[^)]*\)", cell.source):
            assert target in NAMES


def test_the_start_links_to_every_other() -> None:
    """A learner finds each from there."""
    text = "".join(cell.source for cell in read(START).cells)
    assert [name for name in NAMES if name not in TEACHERS and f"({name})" not in text] == [START]


@pytest.mark.parametrize("name", sorted(set(NAMES) - TEACHERS))
def test_what_learners_get_leads_to_nothing_of_the_teachers(name: str) -> None:
    """They do not have it."""
    assert not any(f"({other})" in cell.source for cell in read(name).cells for other in TEACHERS)


@each_notebook
def test_a_notebook_says_first_how_to_run_it(name: str) -> None:
    """Before anything else, to somebody who has never opened one."""
    title, *_ = cells = read(name).cells
    assert title.source.startswith("# ")
    if name in FILLS:
        hint = cells[1]
        assert hint.metadata == {"coup1920": {"by_hand": True}}  # and Jupyter does not show it
        assert "Run All Cells" in hint.source
    elif code_cells(read(name)):
        assert "Run All Cells" in title.source.split("\n\n")[1]


def test_what_fills_itself_asks_for_it() -> None:
    """But nothing that opens a room does so by itself."""
    asking = {name for name in NAMES if read(name).metadata.get("coup1920", {}).get("fill") is True}
    assert asking == FILLS


@each_notebook
def test_the_questions_of_a_notebook_do_not_answer_one_another(name: str) -> None:
    """Nobody who reads them all, and not the text, finds the answers of some in the others."""
    questions = [load_bank(bank).question(id) for bank, id in asked_of(read(name))]
    told = giveaways(questions, coupdata.load())
    assert [(pair.telling.id, pair.asking.id, pair.shown) for pair in told] == []


@pytest.mark.slow
@each_notebook
def test_a_notebook_runs_whole(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first cell to the last, without an error or a warning; what it keeps at home is kept here.

    Saved with its widgets, it brings their whole scripts: other programs need nothing of ours to show it.
    """
    for home in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(home, str(tmp_path))
    notebook = executed(read(name), tmp_path)
    for cell in code_cells(notebook):
        assert not [out for out in cell.outputs if out.output_type in ("error", "stream")]
    for widget in widgets_saved_with(notebook):
        assert widget["_model_module"] in ("anywidget", "@jupyter-widgets/base", "@jupyter-widgets/controls")
        for script in {"_esm", "source"} & widget.keys():
            assert not IMPORTS.search(widget[script])


@pytest.mark.slow
def test_every_task_of_the_lab_waits_for_an_answer(tmp_path: Path) -> None:
    """Before anybody has tried, all say so; and each value of the bank is asked for."""
    tasks = [cell for cell in code_cells(executed(read(LAB), tmp_path)) if asked_in(cell)]
    asked = [asked_in(cell) for cell in tasks]
    assert asked == [question.id for question in load_bank("lab").questions if question.kind == "value"]
    for cell in tasks:
        assert "answer = ..." in cell.source
        assert said(cell) == "Not attempted yet"


@pytest.mark.slow
def test_every_task_of_the_lab_can_be_solved_with_what_was_shown(tmp_path: Path) -> None:
    """A short line in the place of the three dots, and the cell says why it is right."""
    notebook = read(LAB)
    bank = load_bank("lab")
    for cell in code_cells(notebook):
        if id := asked_in(cell):
            cell.source = cell.source.replace("answer = ...", f"answer = {LINES[id]}")
    for cell in code_cells(executed(notebook, tmp_path)):
        if id := asked_in(cell):
            told = said(cell)
            assert told.startswith("✓Right.")
            for cite in bank.question(id).cites:
                assert coupdata.load().sentence(cite).text in told
    again = executed(read(LAB), tmp_path)
    assert all("Right." in said(cell) for cell in code_cells(again) if asked_in(cell))


@pytest.mark.slow
def test_without_pandas_the_lab_says_so_in_a_sentence(tmp_path: Path) -> None:
    """As on the site, which has none: no traceback, but what it needs and where that is."""
    notebook = read(LAB)
    notebook.cells.insert(0, nbformat.v4.new_code_cell('import sys\nsys.modules["pandas"] = None'))
    first, opened, *_ = code_cells(executed(notebook, tmp_path, allow_errors=True))
    assert first.outputs == []
    (error,) = opened.outputs
    assert error.ename == "NoPandasError"
    assert len(error.traceback) == 1
    assert "need pandas, which is not installed here" in error.traceback[0]
