"""The package as a whole: its public names, and what importing it costs."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import coupdata

ROOT = Path(__file__).parents[3]
LOAD = "import coupdata; coupdata.load()"


def python(code: str, cache: Path) -> str:
    """What a fresh interpreter prints, with compiled modules kept in a folder."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(cache)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    result = subprocess.run([sys.executable, "-c", code], env=env, check=True, capture_output=True, text=True)
    return result.stdout


@pytest.mark.slow
def test_loading_imports_nothing_heavy(tmp_path: Path) -> None:
    """The lesson's own path needs the standard library alone."""
    names = python(f"{LOAD}; import sys; print(*sys.modules)", tmp_path).split()
    assert "coupdata.loading.case_folder" in names
    roots = {name.partition(".")[0] for name in names}
    outside = roots - set(sys.stdlib_module_names) - {"coupdata", "__main__"}
    assert not outside & {"numpy", "pandas", "plotly", "ipywidgets", "anywidget", "IPython", "traitlets"}
    before = {name.partition(".")[0] for name in python("import sys; print(*sys.modules)", tmp_path).split()}
    assert outside <= before


@pytest.mark.timed
@pytest.mark.slow
def test_loading_costs_at_most_a_quarter_of_importing_pandas(tmp_path: Path) -> None:
    """Import and load together, in seconds of the processor: the least of a dozen, as others only add."""

    def seconds(code: str) -> float:
        timed = f"import time; start = time.process_time()\n{code}\nprint(time.process_time() - start)"
        return float(python(timed, tmp_path))

    pairs = [(seconds(LOAD), seconds("import pandas")) for _ in range(13)]
    ours, pandas = map(min, zip(*pairs[1:], strict=True))
    assert ours <= pandas / 4


def test_the_own_case_is_read_once() -> None:
    """A second call returns the same case."""
    assert coupdata.load() is coupdata.load()


def test_public_names_are_there_and_listed() -> None:
    """Every name that is promised can be used and is found by completion."""
    assert set(coupdata.__all__) <= set(dir(coupdata))
    assert all(getattr(coupdata, name) for name in coupdata.__all__)
    assert all(getattr(coupdata, name).__doc__ for name in coupdata.__all__ if name != "__version__")


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A typing error is not sent on to the frames."""
    with pytest.raises(AttributeError, match="no 'evnts'; did you mean 'events'"):
        coupdata.__getattr__("evnts")


def test_the_version_is_that_of_the_project() -> None:
    """The version stands in one place."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert coupdata.__version__ == project["version"]


def test_a_case_shown_is_a_line() -> None:
    """Its title and how much there is of it, not all of it."""
    case = coupdata.load()
    shown = repr(case)
    assert len(shown) < 120
    assert case.title in shown
    for count in (f"{len(case.events)} events", f"{len(case.reading.sentences)} sentences"):
        assert count in shown
