"""The cases that tests run over."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import coupdata

OWN = Path(coupdata.__file__).with_name("data")
SMALL = Path(__file__).parents[2] / "fixtures" / "cases" / "london-1666"


@pytest.fixture(scope="session", params=[OWN, SMALL], ids=lambda folder: folder.name)
def case(request: pytest.FixtureRequest) -> coupdata.Case:
    """Every case in turn."""
    return coupdata.load(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small case, to be broken."""
    return shutil.copytree(SMALL, tmp_path / "case")


@pytest.fixture
def edit(folder: Path) -> Callable[..., None]:
    """Replace some text in a file of the copy, the first from a mark on."""

    def edit(file: str, old: str, new: str, mark: str = "") -> None:
        text = (folder / file).read_text(encoding="utf-8")
        start = text.index(mark)
        assert old in text[start:]
        changed = text[:start] + text[start:].replace(old, new, 1)
        (folder / file).write_text(changed, encoding="utf-8")

    return edit
