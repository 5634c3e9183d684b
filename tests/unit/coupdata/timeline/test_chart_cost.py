"""What a timeline costs: nothing to load in Python, little time, one program of Plotly's for all."""

import subprocess
import sys
import time
from random import Random

import pytest

from coupdata.views.timeline_chart.figure import timeline
from tests.cases import made_up

pytestmark = pytest.mark.slow


def python(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout


def test_a_figure_loads_neither_pandas_nor_numpy() -> None:
    """Not even where they are installed."""
    code = """
import sys
import coupdata
from coupdata.views.timeline_chart.figure import timeline
timeline(coupdata.load(), context=True).to_json()
print(*{"pandas", "numpy"} & set(sys.modules))"""
    assert python(code).split() == []


def test_the_explorer_draws_without_plotly_in_python() -> None:
    """Loading it takes longer than all the rest, and a page draws with a Plotly of its own."""
    code = """
import sys
sys.modules["plotly"] = sys.modules["pandas"] = sys.modules["numpy"] = None
import coupdata
from coupdata.views.event_explorer.widget import explorer
view = explorer(coupdata.load())
view._navigator.width = 900
view.selected = "college-attack"
print(len(view._shown.figure["data"]))"""
    assert int(python(code)) > 0


@pytest.mark.timed
def test_building_grows_about_as_the_number_of_events() -> None:
    """Fifteen times as many events take far less than two hundred times as long."""

    def seconds(size: int) -> float:
        case = made_up(size, Random(size))
        times = []
        for _ in range(3):
            start = time.perf_counter()
            timeline(case, context=True)
            times.append(time.perf_counter() - start)
        return min(times)

    few, many = (seconds(size) for size in (20, 300))
    assert many < 30 * few


def test_all_charts_of_a_kernel_share_plotly() -> None:
    """A chart itself is short: a megabyte with each would keep a page busy."""
    code = """
import coupdata, json
from coupdata.views.event_explorer.widget import explorer
case = coupdata.load()
views = [explorer(case), explorer(case)]
for view in views:
    view._navigator.width = 900
one, other = (view._shown for view in views)
print(one.shared_script is other.shared_script, len(json.dumps(one.get_state(), default=str)) < 50_000)"""
    assert python(code).split() == ["True", "True"]
