"""The JavaScript of the house: its own unit tests, and that what pages load is what its files say."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import coupquiz

ROOT = Path(__file__).parents[3]
RUN = ROOT / "js" / "run.py"


@pytest.fixture(scope="module", autouse=True)
def packages() -> None:
    """The packages that the scripts are tested with; npm fetches them if they are not there."""
    subprocess.run([sys.executable, RUN, "install"], check=True)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of all scripts, to be changed."""
    ignored = shutil.ignore_patterns("*.py*", "*.toml", ".cache")
    for name in ("coupdata", "exercises/coupquiz", "lite"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    shutil.copy(ROOT / "package.json", tmp_path)
    return tmp_path


def run(*task: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a task of package.json."""
    command = [sys.executable, RUN, *task]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_scripts_pass_their_own_tests() -> None:
    """Those beside this file, run by Node."""
    done = run("test")
    assert done.returncode == 0, done.stdout


def test_scripts_in_folders_below_stay_what_they_are() -> None:
    """JupyterLab's in .nox/ are not modules: called so, its start prints their errors to a learner."""
    assert "type" not in json.loads((ROOT / "package.json").read_text(encoding="utf-8"))


def test_the_bundles_are_fresh() -> None:
    """Each is what its files and all that they import make."""
    done = run("fresh")
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_a_bundle_that_is_not_of_these_files_is_stale(copy: Path) -> None:
    """Another word in a file, and the bundles with that file are named."""
    assert run("fresh", copy).returncode == 0
    control = copy / "exercises/coupquiz/kinds/order/control.js"
    control.write_text(control.read_text(encoding="utf-8").replace("Picked up.", "Taken."), encoding="utf-8")
    done = run("fresh", copy)
    assert done.returncode == 1
    assert re.findall(r"(\w+)\.js is stale", done.stderr) == ["questions", "review", "seat"]


@pytest.mark.slow
def test_what_would_keep_every_question_from_the_page_is_noticed(copy: Path) -> None:
    """A name declared twice in one kind's file: no bundle comes of it, and the file is named."""
    control = copy / "exercises/coupquiz/kinds/why/control.js"
    control.write_text(control.read_text(encoding="utf-8") + "const why = null;\n", encoding="utf-8")
    done = run("fresh", copy)
    assert done.returncode != 0
    assert "kinds/why/control.js" in done.stderr
    assert '"why" has already been declared' in done.stderr


def test_packages_are_pinned_by_hash_and_by_no_address() -> None:
    """Exact versions, each with its hash; where npm gets them from is the user's affair."""
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in lock
    assert lock.count('"integrity"') == lock.count('\n    "node_modules/')
    package = (ROOT / "package.json").read_text(encoding="utf-8")
    assert not re.search(r'": "[\^~]', package)


def test_the_packages_carry_the_bundles_alone() -> None:
    """What Python hands to a page is a bundle, which imports nothing."""
    for package in (ROOT / "coupdata", Path(coupquiz.__file__).parent):
        bundles = sorted((package / "static").glob("*.js"))
        assert bundles
        for bundle in bundles:
            assert not re.search(r"^import\b", bundle.read_text(encoding="utf-8"), re.MULTILINE), bundle
