"""What tests of several parts share."""

import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from coupdata.views.event_explorer import hidden

ROOT = Path(__file__).parents[1]

# Files on a busy machine take their time.
settings.register_profile("patient", deadline=None)
settings.register_profile("quick", deadline=None, max_examples=10)
settings.load_profile("patient")

# A run in the background is started deaf to Ctrl+C, and so would be what the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)


class ByPlace(LoadScopeScheduling):
    """Gives each worker a module at a time, which shares a server or a course, and one of them the site."""

    def _split_scope(self, nodeid: str) -> str:
        return "site" if nodeid.startswith("tests/site/") else nodeid.split("::")[0]


@pytest.hookimpl
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByPlace | None:
    """Give tests to workers by place, if modules are to stay together."""
    return ByPlace(config, log) if config.getvalue("dist") == "loadscope" else None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what `nox -s quick` asks for."""
    parser.addoption("--few", action="store_true", help="of each test, no more than three of its cases")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out cases if few are wanted, and give tests in a browser a second try, named in the summary.

    Busy machines lose a key now and then.
    """
    if config.getoption("few"):
        cases = defaultdict(list)
        for item in items:
            cases[item.nodeid.partition("[")[0]].append(item)
        wanted = {case for found in cases.values() for case in (found[0], found[len(found) // 2], found[-1])}
        config.hook.pytest_deselected(items=[item for item in items if item not in wanted])
        items[:] = [item for item in items if item in wanted]
    for item in items:
        if item.nodeid.startswith(("tests/browser/", "tests/site/")):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True)
def nothing_is_asked() -> Iterator[None]:
    """What a test asks hides nothing in another's explorers: widgets live as long as the process."""
    yield
    hidden._ASKED.clear()
    hidden._VIEWS.clear()


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this project, built now."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel
