"""Finding the packages that a kernel in the browser needs."""

import zipfile
from pathlib import Path

import pytest

from lite import packages


def wheel(folder: Path, name: str, *requires: str) -> Path:
    """A wheel with metadata alone."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    metadata = ["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0"]
    metadata += [f"Requires-Dist: {each}" for each in requires]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-1.0.dist-info/METADATA", "\n".join(metadata))
    return path


def test_what_is_required_comes_along_and_nothing_else(tmp_path: Path) -> None:
    """The named wheels bring those that they require in the browser, however deep, and no others."""
    among = [
        wheel(tmp_path, "lesson", "Chart_s>=1", 'server; sys_platform != "emscripten"', 'none; extra == "x"'),
        wheel(tmp_path, "chart-s", "base", "lesson"),
        wheel(tmp_path, "base"),
        wheel(tmp_path, "server"),
    ]
    found = packages.needed(["lesson"], among)
    assert [each.name for each in found] == ["base", "chart-s", "lesson"]
    assert found[2].requires == {"chart-s"}


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    """The build ends with the name of the package to pin, not with a broken page."""
    with pytest.raises(SystemExit, match="needs chart: pin it"):
        packages.needed(["lesson"], [wheel(tmp_path, "lesson", "chart")])


def test_a_package_from_elsewhere_brings_what_it_depends_on() -> None:
    """With the address of each file, and nothing else of what is listed."""
    listed = {
        name: {"name": name, "depends": depends, "file_name": f"{name}.whl"}
        for name, depends in {"tables": ["numbers"], "numbers": [], "other": ["numbers"]}.items()
    }
    found = packages.fetched("tables", listed, "https://host/full/")
    assert {name: entry["file_name"] for name, entry in found.items()} == {
        "tables": "https://host/full/tables.whl",
        "numbers": "https://host/full/numbers.whl",
    }
    assert listed["tables"]["file_name"] == "tables.whl"
