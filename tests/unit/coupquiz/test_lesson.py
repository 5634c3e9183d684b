"""What laying the lesson into a folder may do, and what it never does."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coupquiz.lesson.copies import RECORD, START, TEACHERS, Lesson, lay, notebook_folder, shipped

NOW = shipped()
TEACHING = shipped(teacher=True)
NEXT = Lesson(
    "9.9",
    {
        **{
            name: content.replace(b'"source": [', b'"source": ["New. ",', 1)
            for name, content in NOW.notebooks.items()
        },
        "99_new.ipynb": b"{}",
    },
)
NAMES = sorted(NOW.notebooks)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what is in it, without the record."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != RECORD)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_package_finds_its_notebooks() -> None:
    """Every notebook of the project is shipped, the one to start with among them."""
    assert START in NOW.notebooks
    assert set(TEACHING.notebooks) == {path.name for path in notebook_folder().glob("*.ipynb")}


def test_only_teachers_get_what_is_theirs() -> None:
    """The guide says what is right: no learner's folder holds it unless it was asked for."""
    assert TEACHING.notebooks.keys() - NOW.notebooks.keys() == TEACHERS
    assert NOW.notebooks.items() <= TEACHING.notebooks.items()


@pytest.mark.parametrize("changed", [None, *NAMES])
def test_a_teacher_adds_to_a_lesson_that_is_there(tmp_path: Path, changed: str | None) -> None:
    """Whatever was changed in it; and asked for without, what was added stays as the teacher left it."""
    lay(NOW, tmp_path)
    own = {changed: b"mine"} if changed else {}
    for name, content in own.items():
        (tmp_path / name).write_bytes(content)
    assert lay(TEACHING, tmp_path) == tmp_path
    assert tree(tmp_path) == {**TEACHING.notebooks, **own}
    (tmp_path / "wall.ipynb").write_bytes(b"prepared")
    for again in (NOW, TEACHING):
        assert lay(again, tmp_path) == tmp_path
        assert tree(tmp_path) == {**TEACHING.notebooks, **own, "wall.ipynb": b"prepared"}


def test_what_an_older_lesson_gave_to_all_stays(tmp_path: Path) -> None:
    """A folder from when everybody got the guide keeps it, old as it is, until a teacher asks for the new."""
    older = Lesson("0", {**dict.fromkeys(NAMES, b"old"), "teacher_guide.ipynb": b"old guide"})
    lay(older, tmp_path)
    assert lay(NOW, tmp_path) == tmp_path
    assert tree(tmp_path) == {**NOW.notebooks, "teacher_guide.ipynb": b"old guide"}
    assert lay(TEACHING, tmp_path) == tmp_path
    assert tree(tmp_path) == TEACHING.notebooks
    (tmp_path / "other").mkdir()
    lay(older, tmp_path / "other")
    (tmp_path / "other" / "teacher_guide.ipynb").write_bytes(b"my notes in it")
    before = tree(tmp_path / "other")
    assert lay(NOW, tmp_path / "other") == tmp_path / "other"
    assert tree(tmp_path / "other")["teacher_guide.ipynb"] == b"my notes in it"
    place = lay(replace(TEACHING, version="8"), tmp_path / "other")
    assert place == tmp_path / "other" / "lesson-8"
    assert tree(tmp_path / "other")["teacher_guide.ipynb"] == before["teacher_guide.ipynb"]


def test_a_new_folder_gets_every_notebook(tmp_path: Path) -> None:
    """The copies are the originals, byte for byte, in a folder that need not exist."""
    folder = tmp_path / "of" / "mine"
    assert lay(NOW, folder) == folder
    assert tree(folder) == NOW.notebooks


@pytest.mark.parametrize("name", NAMES)
def test_a_learners_change_stays_when_the_same_lesson_is_opened_again(tmp_path: Path, name: str) -> None:
    """The same version changes nothing, whatever the learner wrote."""
    lay(NOW, tmp_path)
    (tmp_path / name).write_bytes(b"mine")
    before = tree(tmp_path)
    assert lay(NOW, tmp_path) == tmp_path
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_notebook_comes_again(tmp_path: Path, name: str) -> None:
    """A notebook that the learner deleted is laid anew, beside changes in the others."""
    lay(NOW, tmp_path)
    others = {other: b"mine" for other in NAMES if other != name}
    for other, content in others.items():
        (tmp_path / other).write_bytes(content)
    (tmp_path / name).unlink()
    assert lay(NOW, tmp_path) == tmp_path
    assert tree(tmp_path) == {name: NOW.notebooks[name], **others}


def test_untouched_notebooks_are_renewed_in_place(tmp_path: Path) -> None:
    """A newer lesson replaces the older where the learner changed no notebook; answers and own files stay."""
    lay(NOW, tmp_path)
    own = {"01_reading.answers.json": b"{}", "my notes.ipynb": b"mine"}
    for name, content in own.items():
        (tmp_path / name).write_bytes(content)
    assert lay(NEXT, tmp_path) == tmp_path
    assert tree(tmp_path) == {**NEXT.notebooks, **own}


def ran(content: bytes) -> bytes:
    """A notebook as JupyterLab saves it after its cells were run."""
    notebook = json.loads(content)
    for number, cell in enumerate(notebook["cells"]):
        cell["source"] = "".join(cell["source"])
        if cell["cell_type"] == "code":
            cell["execution_count"] = number
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "said"}]
    notebook["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
    return json.dumps(notebook, indent=2).encode()


@pytest.mark.parametrize("names", [NAMES, NAMES[:1], NAMES[1:2]])
def test_notebooks_that_were_only_run_are_renewed_in_place(tmp_path: Path, names: list[str]) -> None:
    """What is in the cells counts, not what they have put out; where nothing new is in them, that stays."""
    lay(NOW, tmp_path)
    for name in names:
        (tmp_path / name).write_bytes(ran(NOW.notebooks[name]))
    same_cells = {name: content + b" " for name, content in NOW.notebooks.items()}
    before = tree(tmp_path)
    assert lay(Lesson("9.8", same_cells), tmp_path) == tmp_path
    assert tree(tmp_path) == before
    assert lay(NEXT, tmp_path) == tmp_path
    assert tree(tmp_path) == NEXT.notebooks


@pytest.mark.parametrize("name", NAMES)
def test_a_word_in_a_notebook_that_was_run_is_a_change(tmp_path: Path, name: str) -> None:
    """In whatever cell it stands."""
    lay(NOW, tmp_path)
    notebook = json.loads(ran(NOW.notebooks[name]))
    notebook["cells"][-1]["source"] += " My own."
    (tmp_path / name).write_text(json.dumps(notebook), encoding="utf-8")
    before = tree(tmp_path)
    assert lay(NEXT, tmp_path) == tmp_path / "lesson-9.9"
    assert before.items() <= tree(tmp_path).items()


@pytest.mark.parametrize("name", NAMES)
def test_a_newer_lesson_comes_beside_a_changed_one(tmp_path: Path, name: str) -> None:
    """One changed notebook is enough: all of the newer lesson goes into a folder of its own."""
    lay(NOW, tmp_path)
    (tmp_path / name).write_bytes(b"mine")
    before = tree(tmp_path)
    place = lay(NEXT, tmp_path)
    assert place == tmp_path / "lesson-9.9"
    assert tree(place) == NEXT.notebooks
    assert tree(tmp_path) == before | {f"lesson-9.9/{name}": content for name, content in tree(place).items()}


def test_a_notebook_that_the_newer_lesson_lacks_is_the_learners_too(tmp_path: Path) -> None:
    """A change in a notebook that no longer ships keeps the older lesson together."""
    lay(NEXT, tmp_path)
    (tmp_path / "99_new.ipynb").write_bytes(b"mine")
    assert lay(NOW, tmp_path) != tmp_path


def test_the_newer_lesson_opens_again_where_it_was_laid(tmp_path: Path) -> None:
    """A second start finds the folder beside; what was done or deleted there stays so."""
    lay(NOW, tmp_path)
    (tmp_path / START).write_bytes(b"mine")
    (tmp_path / "a.answers.json").write_bytes(b"old")
    place = lay(NEXT, tmp_path)
    (place / START).write_bytes(b"mine again")
    (place / "a.answers.json").unlink()
    before = tree(tmp_path)
    assert lay(NEXT, tmp_path) == place
    assert tree(tmp_path) == before


def test_a_third_lesson_takes_the_latest_answers_along(tmp_path: Path) -> None:
    """Answers are copied, never moved; of one name it is those written last, wherever they are."""
    lay(NOW, tmp_path)
    (tmp_path / START).write_bytes(b"mine")
    (tmp_path / "a.answers.json").write_bytes(b"first")
    (tmp_path / "b.answers.json").write_bytes(b"only")
    second = lay(NEXT, tmp_path)
    (second / START).write_bytes(b"mine")
    (second / "a.answers.json").write_bytes(b"second")
    os.utime(tmp_path / "a.answers.json", (1, 1))
    before = tree(tmp_path)
    third = lay(Lesson("10", {START: b"{}"}), tmp_path)
    assert third == tmp_path / "lesson-10"
    assert tree(third) == {START: b"{}", "a.answers.json": b"second", "b.answers.json": b"only"}
    assert before.items() <= tree(tmp_path).items()


def test_answers_that_are_there_already_are_kept(tmp_path: Path) -> None:
    """Copying answers never writes over a file."""
    (tmp_path / START).write_bytes(b"mine")
    (tmp_path / "a.answers.json").write_bytes(b"above")
    beside = tmp_path / f"lesson-{NOW.version}"
    beside.mkdir()
    (beside / "a.answers.json").write_bytes(b"here")
    os.utime(beside / "a.answers.json", (1, 1))
    assert lay(NOW, tmp_path) == beside
    assert (beside / "a.answers.json").read_bytes() == b"here"


def test_even_the_folder_beside_is_not_overwritten(tmp_path: Path) -> None:
    """A changed lesson under the same version number gets a folder with a number."""
    lay(NOW, tmp_path)
    (tmp_path / START).write_bytes(b"mine")
    (lay(NEXT, tmp_path) / START).write_bytes(b"mine")
    before = tree(tmp_path)
    place = lay(replace(NEXT, notebooks={START: b"{}"}), tmp_path)
    assert place == tmp_path / "lesson-9.9-2"
    assert before.items() <= tree(tmp_path).items()


@pytest.mark.parametrize("name", NAMES)
def test_a_foreign_file_of_the_same_name_stays(tmp_path: Path, name: str) -> None:
    """What we did not lay is not ours to replace, not even the first time."""
    (tmp_path / name).write_bytes(b"somebody's own")
    place = lay(NOW, tmp_path)
    assert place == tmp_path / f"lesson-{NOW.version}"
    assert (tmp_path / name).read_bytes() == b"somebody's own"
    assert tree(place) == NOW.notebooks


def test_a_folder_in_the_place_of_a_notebook_stays(tmp_path: Path) -> None:
    """A folder that bears a notebook's name is foreign like a file."""
    (tmp_path / START).mkdir()
    assert tree(lay(NOW, tmp_path)) == NOW.notebooks
    assert (tmp_path / START).is_dir()


DAMAGED = (b"", b"{", b"\xff\xfe", b"[]", b"1", b"null", b"{}", b'{"notebooks": 3}', b'{"notebooks": ["a"]}')


@pytest.mark.parametrize("record", DAMAGED)
def test_with_a_damaged_record_everything_is_the_learners(tmp_path: Path, record: bytes) -> None:
    """A record that cannot be read lets nothing be replaced."""
    lay(NOW, tmp_path)
    (tmp_path / RECORD).write_bytes(record)
    before = tree(tmp_path)
    assert lay(NEXT, tmp_path) == tmp_path / "lesson-9.9"
    assert before.items() <= tree(tmp_path).items()


def test_a_lost_record_is_written_again(tmp_path: Path) -> None:
    """Where every notebook is the shipped one, a lost record does no harm."""
    lay(NOW, tmp_path)
    (tmp_path / RECORD).unlink()
    assert lay(NOW, tmp_path) == tmp_path
    assert json.loads((tmp_path / RECORD).read_bytes())["version"] == NOW.version


def test_a_renewal_that_was_cut_off_is_finished(tmp_path: Path) -> None:
    """Notebooks of both lessons and the older record become one whole newer lesson."""
    lay(NOW, tmp_path)
    (tmp_path / START).write_bytes(NEXT.notebooks[START])
    assert lay(NEXT, tmp_path) == tmp_path
    assert tree(tmp_path) == NEXT.notebooks


@pytest.mark.slow
def test_a_kill_leaves_every_notebook_whole_or_absent(tmp_path: Path) -> None:
    """A computer that goes off meanwhile leaves no half of one, and the next start lays the rest."""
    big = Lesson("1", {f"{number:02}.ipynb": bytes([number]) * 3_000_000 for number in range(40)})
    code = (
        "import pathlib, sys; from coupquiz.lesson.copies import Lesson, lay;"
        "big = {f'{n:02}.ipynb': bytes([n]) * 3_000_000 for n in range(40)};"
        "print('ready', flush=True); lay(Lesson('1', big), pathlib.Path(sys.argv[1]))"
    )
    for wait in (0.0, 0.03, 0.06, 0.09):
        folder = tmp_path / str(wait)
        with subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(wait)
            process.kill()
        for name in big.notebooks:
            assert not (folder / name).exists() or (folder / name).read_bytes() == big.notebooks[name]
        assert lay(big, folder) == folder
        assert {name: (folder / name).read_bytes() for name in big.notebooks} == big.notebooks


DIGESTS = [*NOW.digests.values(), *NEXT.digests.values()]
CONTENTS = [*NOW.notebooks.values(), *NEXT.notebooks.values()]


@pytest.mark.slow
@given(
    record=st.dictionaries(
        st.sampled_from(NAMES), st.sampled_from(["", *NOW.digests.values(), *NEXT.digests.values()])
    ),
    files=st.dictionaries(
        st.sampled_from(NAMES), st.sampled_from([b"mine", *NOW.notebooks.values(), *NEXT.notebooks.values()])
    ),
)
def test_nothing_but_what_was_laid_is_ever_replaced(
    tmp_path_factory: pytest.TempPathFactory, record: dict[str, str], files: dict[str, bytes]
) -> None:
    """Whatever record and files there are: the lesson ends up whole, and a learner's bytes stay."""
    folder = tmp_path_factory.mktemp("any")
    (folder / RECORD).write_text(json.dumps({"version": "0", "notebooks": record}), encoding="utf-8")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    place = lay(NEXT, folder)
    assert NEXT.notebooks.keys() <= tree(place).keys()
    for name, content in files.items():
        assert (folder / name).read_bytes() == content or (place == folder and content != b"mine")
