"""Progress is taken from one computer to another as one file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coupquiz.answers.file_format import AnswersError, RecordKey
from coupquiz.answers.store import Answers
from coupquiz.answers.transfer import Transfer, export_progress, import_progress
from coupquiz.core.behaviour import Attempt

NIGHT = RecordKey("week", "which-night")


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A folder with answers to two notebooks."""
    folder = tmp_path / "school"
    folder.mkdir()
    Answers(folder, "01_reading").record("background", "q", Attempt(answer="a", tries=1))
    Answers(folder, "ქართული").record(*NIGHT, Attempt(answer="ნოე", tries=2, best=0.5))
    Answers(folder, "01_reading").set_name("Nino")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def carry(there: Path, here: Path) -> Transfer:
    """What becomes of the answers in one folder in another one."""
    content, _exported = export_progress(there)
    return import_progress("progress.json", content, here)


def changed(school: Path, change: Callable[[dict[str, Any]], None]) -> bytes:
    """An exported file in which something of its notebooks was changed."""
    values = json.loads(export_progress(school)[0])
    change(values["notebooks"])
    return json.dumps(values).encode()


def test_everything_arrives_in_an_empty_folder(school: Path, home: Path) -> None:
    """Answers, times, the learner's id and name."""
    content, exported = export_progress(school)
    assert (exported.notebooks, exported.problems) == (("01_reading", "ქართული"), ())
    assert import_progress("progress.json", content, home) == exported
    for notebook in exported.notebooks:
        there, here = Answers(school, notebook).contents(), Answers(home, notebook).contents()
        assert (here.records, here.learner) == (there.records, there.learner)
    assert Answers(home, "01_reading").name == "Nino"


def test_an_import_overwrites_nothing_that_is_newer(school: Path, home: Path) -> None:
    """The later answer stands whichever way it came, what was reached stays, and so do id and name."""
    answers = Answers(home, "ქართული")
    answers.record(*NIGHT, Attempt(answer="later", tries=1))
    answers.record("week", "only-here", Attempt(answer="h"))
    answers.set_name("Levan")
    learner = answers.learner
    for _ in range(2):
        carry(school, home)
        records = answers.read()
        assert records[NIGHT].attempt == Attempt(answer="later", tries=2, best=0.5)
        assert records[RecordKey("week", "only-here")].attempt.answer == "h"
        assert (answers.learner, answers.name) == (learner, "Levan")
    carry(home, school)
    assert Answers(school, "ქართული").read() == records
    assert Answers(school, "ქართული").learner != learner


def test_a_test_asks_the_same_questions_elsewhere(school: Path, home: Path, tmp_path: Path) -> None:
    """By whose name they were drawn goes along, and stays what it is where others were begun."""
    at_school = Answers(school, "test")
    at_school.draw_for("anna")
    at_school.record(*NIGHT, Attempt(answer="a"))
    carry(school, home)
    assert Answers(home, "test").draw_for("mum") == "anna"
    begun = tmp_path / "begun"
    begun.mkdir()
    at_home = Answers(begun, "test")
    at_home.draw_for("mum")
    at_home.record(*NIGHT, Attempt(answer="b"))
    carry(school, begun)
    assert Answers(begun, "test").contents().drawn_for == "mum"


def test_answers_set_aside_go_along(school: Path, home: Path) -> None:
    """Nothing is dropped on the way."""
    path = Answers(school, "ქართული").path
    values = json.loads(path.read_bytes())
    values["aside"], values["banks"] = values["banks"], {}
    path.write_text(json.dumps(values), encoding="utf-8")
    carry(school, home)
    assert Answers(home, "ქართული").contents().aside[NIGHT].attempt.answer == "ნოე"


def test_what_could_not_be_saved_can_be_exported(school: Path, home: Path, tmp_path: Path) -> None:
    """The way out where the file beside the notebook cannot be written."""
    answers = Answers(school, "ქართული")
    answers.path.rename(tmp_path / "away")
    answers.path.write_text("{}", encoding="utf-8")
    unsaved = answers.record(*NIGHT, Attempt(answer="unsaved"))
    assert unsaved
    content, exported = export_progress(school, [answers, Answers(school, "other")])
    assert exported.notebooks == ("01_reading", "ქართული")
    assert "ქართული.answers.json" in exported.problems[0]
    import_progress("progress.json", content, home)
    assert Answers(home, "ქართული").read()[NIGHT].attempt.answer == "unsaved"


def test_there_must_be_something_to_export(home: Path) -> None:
    """What stands in the way is named."""
    with pytest.raises(AnswersError, match="no answers to export"):
        export_progress(home)
    (home / "02_timeline.answers.json").write_bytes(b"damaged")
    with pytest.raises(AnswersError, match=r"02_timeline\.answers\.json cannot be used"):
        export_progress(home)
    assert (home / "02_timeline.answers.json").read_bytes() == b"damaged"


FORMAT: dict[str, Any] = {"format": "coup1920 progress", "version": 1, "notebooks": {}}
BAD = {
    "no JSON": (b"my essay", "damaged"),
    "another program's": (b'{"format": "notes"}', "not made by this lesson"),
    "newer": (json.dumps(FORMAT | {"version": 2}).encode(), "newer version"),
    "no notebooks": (json.dumps(FORMAT | {"notebooks": []}).encode(), "no notebooks"),
    "a notebook that is none": (json.dumps(FORMAT | {"notebooks": {"a": 1}}).encode(), "not made by this"),
    "deeply nested": (b"[" * 1_000_000, "nested too deeply"),
    "huge": (b" " * 20_000_001, "larger than 20 megabytes"),
}


@pytest.mark.parametrize(("content", "why"), BAD.values(), ids=BAD)
def test_a_file_that_is_no_export_changes_nothing(home: Path, content: bytes, why: str) -> None:
    """It is refused as a whole, with the reason."""
    with pytest.raises(AnswersError, match=rf"^progress\.json cannot be used\. .*{why}"):
        import_progress("progress.json", content, home)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("notebook", ["../outside", "/tmp/outside", "..", "a/b", "\x00"])
def test_an_import_writes_nowhere_else(school: Path, home: Path, tmp_path: Path, notebook: str) -> None:
    """A notebook whose name is a path is refused; the others arrive."""
    content = changed(school, lambda notebooks: notebooks.update({notebook: notebooks.pop("01_reading")}))
    before = {path for path in tmp_path.rglob("*") if home not in path.parents}
    imported = import_progress("progress.json", content, home)
    assert imported.notebooks == ("ქართული",)
    assert "cannot be the name of a notebook" in imported.problems[0]
    assert {path for path in tmp_path.rglob("*") if home not in path.parents} == before


def test_an_import_says_what_it_could_not_take(school: Path, home: Path) -> None:
    """A record that is spoilt, and a file in the folder that is not ours; all else arrives."""
    content = changed(school, lambda notebooks: notebooks["01_reading"]["banks"]["background"].update(odd=5))
    (home / "ქართული.answers.json").write_bytes(b"{}")
    imported = import_progress("progress.json", content, home)
    assert imported.notebooks == ("01_reading",)
    assert any("background/odd" in problem for problem in imported.problems)
    assert any("ქართული.answers.json cannot be used" in problem for problem in imported.problems)
    assert (home / "ქართული.answers.json").read_bytes() == b"{}"
    assert not Answers(home, "01_reading").record("background", "q", Attempt(answer="z"))
