"""The order of the house: floors, the size of files and folders, one name for one idea."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

from tests.content import floors

FOLDERS = sorted({file.parent for file in floors.modules().values()})


def test_every_module_lies_on_a_floor() -> None:
    """Nothing is loose beside the folders."""
    assert [name for name in floors.modules() if floors.floor_of(name) is None] == []
    for folder in floors.PACKAGES.values():
        assert {file.name for file in folder.iterdir() if file.is_file()} <= {"__init__.py", "py.typed"}


def test_imports_lead_down() -> None:
    """No folder uses one above it, or one beside it."""
    assert floors.wrong_ways() == []


@pytest.mark.slow
def test_the_picture_of_the_floors_is_fresh() -> None:
    """docs/architecture.md shows today's imports; `python -m tests.content.floors` draws it again."""
    text = floors.DOCUMENT.read_text(encoding="utf-8")
    assert floors.drawn(text) == text


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_folder_can_be_taken_in_at_a_glance(folder: Path) -> None:
    """At most 15 files, and none of code over 300 lines."""
    files = [file for file in folder.iterdir() if file.is_file() and file.suffix != ".pyc"]
    assert len([file for file in files if file.name not in ("__init__.py", "py.typed")]) <= 15
    code = [file for file in files if file.suffix in (".py", ".js")]
    assert [f.name for f in code if len(f.read_text(encoding="utf-8").splitlines()) > 300] == []


def test_one_name_for_one_idea() -> None:
    """No two classes of the two packages have the same name."""
    homes = defaultdict(list)
    for name, file in floors.modules().items():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(name)
    assert {name: modules for name, modules in homes.items() if len(modules) > 1} == {}
