"""When the site is built anew, and that it is the same then."""

import os
import subprocess
from pathlib import Path

import pytest

from lite import build
from tests.site.opened import built


@pytest.mark.parametrize(
    "changed", ["pyproject.toml", "lite/wheels.txt", "coupdata/new.py", "notebooks/a.ipynb"]
)
def test_a_change_makes_the_site_stale(changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed or new file of the lesson or of the build counts; what Python leaves behind does not."""
    for name in ("pyproject.toml", "lite/wheels.txt", "notebooks/a.ipynb", "coupdata/data/a.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("before", encoding="utf-8")
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "LITE", tmp_path / "lite")
    monkeypatch.setattr(build, "STAMP", tmp_path / "stamp")
    assert not build.is_fresh()
    build.STAMP.write_text(build.digest_of_inputs(), encoding="utf-8")
    (tmp_path / "coupdata/__pycache__").mkdir()
    (tmp_path / "coupdata/__pycache__/a.pyc").touch()
    assert build.is_fresh()
    (tmp_path / changed).write_text("after", encoding="utf-8")
    assert not build.is_fresh()


@pytest.mark.slow
def test_two_builds_have_the_same_bytes() -> None:
    """Of the same tree, so that anybody can tell what is published."""
    built()  # which other tests may do at the same time
    nox = [os.environ["NOX_PYTHON"], "-m", "nox", "-s", "site", "--", "--check"]
    done = subprocess.run(nox, cwd=build.ROOT, capture_output=True, text=True)
    assert not done.returncode, done.stderr
