"""JupyterLab as the lesson starts it."""

import json
import signal
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from time import sleep
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from coupquiz.lesson.lab import shut_list_of_files
from tests.server import Lab, lesson

AUDIT = """
import sys

def note(event, arguments):
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event == "socket.connect" and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    with open({log!r}, "a", encoding="utf-8") as log:
        print(host, file=log)

sys.addaudithook(note)
"""


@pytest.mark.slow
def test_nothing_asks_the_network(tmp_path: Path) -> None:
    """A server asked for news, updates and extensions, as its page does, looks up no host but its own."""
    log = tmp_path / "hosts.txt"
    (tmp_path / "sitecustomize.py").write_text(AUDIT.format(log=str(log)), encoding="utf-8")
    with lesson(tmp_path, PYTHONPATH=str(tmp_path)) as lab:
        for path in ("lab/api/news", "lab/api/update", "lab/api/extensions"):
            with urlopen(lab.url(path)) as answer:
                assert answer.status == 200
        plugin = quote("@jupyterlab/apputils-extension:notification")
        with urlopen(lab.url(f"lab/api/settings/{plugin}")) as answer:
            defaults = json.load(answer)["schema"]["properties"]
    assert defaults["fetchNews"]["default"] == "false"
    assert defaults["checkForUpdates"]["default"] is False
    hosts = set(log.read_text(encoding="utf-8").split())
    assert hosts - {"127.0.0.1", "::1", "localhost", "None", socket.gethostname()} == set()


@pytest.mark.slow
def test_a_port_that_is_taken_gives_another(tmp_path: Path) -> None:
    """Two learners, or two windows, on one computer: it says so, and the address told is one that answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with lesson(tmp_path, "--port", str(port)) as lab:
            assert f":{port}/" not in lab.address
            assert f"Port {port} is in use, so this is port " in lab.said
            with urlopen(lab.address) as answer:
                assert answer.status == 200


def read_again_and_again(lab: Lab) -> None:
    """Ask for a notebook until nobody answers any more."""
    with suppress(OSError, HTTPException):
        while True:
            urlopen(lab.url("api/contents/01_reading.ipynb")).close()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send Ctrl+C to a single process")
@pytest.mark.parametrize("after", [0, 0.1, 0.2, 0.3, 1])  # while Python starts, and later
def test_ctrl_c_ends_it_quietly(after: float, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One Ctrl+C is enough, also while files are read: no question, no traceback, exit status 0."""
    with ThreadPoolExecutor() as readers, lesson(tmp_path) as lab:
        reading = [readers.submit(read_again_and_again, lab) for _reader in range(3)]
        sleep(after)
        assert not any(reader.done() for reader in reading)
        lab.process.send_signal(signal.SIGINT)
        assert lab.process.wait(timeout=30) == 0
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.slow
def test_the_list_of_files_is_shut_until_the_learner_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A phone has no room for it; how a JupyterLab that was used before stands is left alone."""
    monkeypatch.setenv("JUPYTERLAB_WORKSPACES_DIR", str(tmp_path))
    shut_list_of_files()
    (workspace,) = tmp_path.glob("default-*.jupyterlab-workspace")
    assert json.loads(workspace.read_text())["data"]["layout-restorer:data"]["left"]["collapsed"]
    workspace.write_text('{"data": {}, "metadata": {"id": "default"}}')
    shut_list_of_files()
    assert json.loads(workspace.read_text())["data"] == {}
