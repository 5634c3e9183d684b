"""Which of a learner's copies Jupyter is told to trust."""

from pathlib import Path

import nbformat
import pytest
from nbformat.sign import NotebookNotary

from coupquiz.lesson.copies import START, lay, shipped
from coupquiz.lesson.trust import sign

LESSON = shipped()


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Jupyter keeps what it trusts."""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def trusted(place: Path) -> set[str]:
    """The notebooks in a folder that Jupyter trusts."""
    notary = NotebookNotary()
    read = {path.name: nbformat.read(path, as_version=4) for path in place.glob("*.ipynb")}
    found = {name for name, notebook in read.items() if notary.check_signature(notebook)}
    notary.store.close()
    return found


def test_copies_as_they_were_laid_are_trusted(tmp_path: Path) -> None:
    """All of them, and again when they are opened again."""
    place = lay(LESSON, tmp_path / "lesson")
    assert trusted(place) == set()
    for _ in range(2):
        sign(LESSON, place)
        assert trusted(place) == set(LESSON.notebooks)


def test_a_changed_copy_is_not(tmp_path: Path) -> None:
    """Neither one that somebody changed, nor one that is no notebook, nor one that is not the lesson's."""
    place = lay(LESSON, tmp_path / "lesson")
    content = (place / START).read_bytes()
    (place / START).write_bytes(content.replace(b"Tiflis, May 1920", b"Tiflis, in May 1920", 1))
    (place / "01_reading.ipynb").write_bytes(b"{")
    (place / "other.ipynb").write_bytes(content)
    sign(LESSON, place)
    (place / "01_reading.ipynb").unlink()
    (place / "other.ipynb").unlink()
    assert trusted(place) == set(LESSON.notebooks) - {START, "01_reading.ipynb"}


def test_where_nothing_can_be_kept_the_lesson_opens_all_the_same(tmp_path: Path, data: Path) -> None:
    """The notebooks wait to be run."""
    place = lay(LESSON, tmp_path / "lesson")
    data.write_text("in the place of the folder", encoding="utf-8")
    sign(LESSON, place)
    (place / START).unlink()
    sign(LESSON, place)
