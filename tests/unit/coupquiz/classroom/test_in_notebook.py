"""A room that is opened in a notebook."""

import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from urllib.request import urlopen

import pytest

import coupquiz
from coupquiz.classroom.in_notebook import ClassroomError

pytestmark = pytest.mark.slow  # it starts programs


def test_it_is_served_until_it_is_closed(tmp_path: Path) -> None:
    """The page says how to join; after the click it says where the answers are."""
    room = coupquiz.Classroom("week", ["where-arrested"], folder=tmp_path)
    desk = f"http://localhost:{room.desk['port']}/{room.desk['path']}"
    assert room.code in room.still().html()
    assert room.desk["path"] not in room.still().html()  # what is saved with the notebook opens no desk
    with urlopen(desk) as page:
        assert page.status == 200
        assert "http://localhost:*" in page.headers["Content-Security-Policy"]
    room._hear(room, "close", [])
    assert str(tmp_path) in room.still().html()
    assert room._process.returncode == 0
    with pytest.raises(OSError, match="refused"):
        urlopen(desk)
    room.close()


def test_it_ends_with_the_kernel_however_that_ends(tmp_path: Path) -> None:
    """Nobody holds its input any more."""
    code = (
        "import coupquiz, os, sys\n"
        f"room = coupquiz.Classroom('week', folder={str(tmp_path)!r})\n"
        "print(room._process.pid, room.desk['port'], flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    pid, port = done.stdout.split()
    patience = monotonic() + 20
    while monotonic() < patience:
        try:
            urlopen(f"http://localhost:{port}/", timeout=1).close()
        except OSError:
            return
        sleep(0.05)
    pytest.fail(f"the room of process {pid} is still there")


def test_a_cell_that_is_run_again_goes_on_with_its_lesson(tmp_path: Path) -> None:
    """The room of before makes way."""
    room = coupquiz.Classroom("week", folder=tmp_path)
    again = coupquiz.Classroom("week", folder=tmp_path)
    assert not room.desk
    assert again.code == room.code
    again.close()


def test_what_cannot_be_opened_is_said_in_a_sentence(tmp_path: Path) -> None:
    """As the command says it."""
    with pytest.raises(ClassroomError, match="did you mean 'week'"):
        coupquiz.Classroom("wek", folder=tmp_path)
