"""`coup1920 lesson` on the computers that there are: shared, locked, without JupyterLab, under JupyterHub."""

import os
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from coupquiz.lesson.copies import RECORD, START, notebook_folder, shipped
from tests.server import run

pytestmark = pytest.mark.slow  # each starts the command
HUB = {"JUPYTERHUB_USER": "learner"}
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no owners and modes of this kind")


def test_the_originals_are_never_opened(tmp_path: Path) -> None:
    """The folder of the originals is refused, in a sentence that says what to do."""
    ended = run("lesson", "--dir", str(notebook_folder()), home=tmp_path)
    assert ended.returncode == 1
    assert "--dir" in ended.stderr
    assert not (notebook_folder() / RECORD).exists()


def test_a_folder_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    """No traceback, but the reason and the way out."""
    (tmp_path / "file").touch()
    ended = run("lesson", "--dir", str(tmp_path / "file"), home=tmp_path)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "--dir" in ended.stderr


@pytest.mark.parametrize("port", ["-1", "65536", "99999999999999999999", "eight", ""])
def test_a_port_that_cannot_be_is_refused(tmp_path: Path, port: str) -> None:
    """No address is told that could never answer."""
    ended = run("lesson", f"--port={port}", home=tmp_path, **HUB)
    assert ended.returncode == 2
    assert "0 to 65535" in ended.stderr


def test_under_jupyterhub_no_second_server_starts(tmp_path: Path) -> None:
    """The notebooks are laid in the home folder, and the command says which file to open."""
    ended = run("lesson", home=tmp_path, JUPYTERHUB_SERVICE_PREFIX="/user/learner/")
    assert ended.returncode == 0
    assert (tmp_path / "coup1920-lesson" / START).read_bytes() == shipped().notebooks[START]
    assert str(Path("coup1920-lesson", START)) in ended.stdout
    assert "http" not in ended.stdout


@pytest.mark.parametrize("hub", [{}, HUB])
def test_a_copy_can_be_laid_and_nothing_started(tmp_path: Path, hub: dict[str, str]) -> None:
    """As when a server starts, again and again; the answers and what was changed stay."""
    folder = tmp_path / "coup1920-lesson"
    for _ in range(2):
        ended = run("lesson", "--lay-only", home=tmp_path, **hub)
        assert ended.returncode == 0
        assert str(folder) in ended.stdout
        assert "open" not in ended.stdout.replace(str(folder), "")
        (folder / START).write_bytes(b"mine")
    assert (folder / START).read_bytes() == b"mine"


def test_under_jupyterhub_the_copy_lies_where_its_files_are_shown(tmp_path: Path) -> None:
    """A hub that shows another folder than the home folder gets the copy there."""
    shown = tmp_path / "work"
    shown.mkdir()
    assert run("lesson", home=tmp_path, **HUB, JUPYTERHUB_ROOT_DIR=str(shown)).returncode == 0
    assert (shown / "coup1920-lesson" / START).exists()


def test_a_newer_lesson_beside_a_changed_one_is_announced(tmp_path: Path) -> None:
    """The command says where the newer lesson is and that the older stays."""
    folder = tmp_path / "coup1920-lesson"
    folder.mkdir()
    (folder / START).write_bytes(b"mine")
    said = run("lesson", home=tmp_path, **HUB).stdout
    assert str(folder / f"lesson-{shipped().version}") in said
    assert "kept as they are" in said


def test_where_home_cannot_be_written_the_copy_is_elsewhere(tmp_path: Path) -> None:
    """Without a home folder the lesson is among the temporary files, and the command says so."""
    (tmp_path / "home").touch()
    temporary = {name: str(tmp_path) for name in ("TMPDIR", "TEMP", "TMP")}
    ended = run("lesson", home=tmp_path / "home", **HUB, **temporary)
    assert ended.returncode == 0
    (copy,) = tmp_path.glob(f"coup1920*/coup1920-lesson/{START}")
    assert str(copy.parent) in ended.stdout
    assert "cannot be written" in ended.stdout
    again = run("lesson", home=tmp_path / "home", **HUB, **temporary)
    assert again.stdout == ended.stdout


@posix
def test_two_users_of_one_computer_never_meet(tmp_path: Path) -> None:
    """The stand-in for a home folder is private; where somebody took its name it is another."""
    (tmp_path / "home").touch()
    taken = tmp_path / f"coup1920-{os.getuid()}"
    taken.mkdir()
    taken.chmod(0o777)
    ended = run("lesson", home=tmp_path / "home", **HUB, TMPDIR=str(tmp_path))
    assert ended.returncode == 0
    assert not list(taken.iterdir())
    (copy,) = tmp_path.glob(f"coup1920-*/coup1920-lesson/{START}")
    assert stat.S_IMODE(copy.parents[1].stat().st_mode) == 0o700


def test_starting_it_several_times_at_once_does_no_harm(tmp_path: Path) -> None:
    """Impatient clicks give one whole copy."""
    with ThreadPoolExecutor() as pool:
        ended = list(pool.map(lambda _: run("lesson", home=tmp_path, **HUB), range(4)))
    assert [one.returncode for one in ended] == [0] * 4
    folder = tmp_path / "coup1920-lesson"
    assert {path.name: path.read_bytes() for path in folder.glob("*.ipynb")} == shipped().notebooks
    assert {path.name for path in folder.iterdir()} == {RECORD, *shipped().notebooks}


def test_a_wheel_in_a_locked_place_works(tmp_path: Path, wheel: Path) -> None:
    """Installed read-only and without JupyterLab: copies that can be written, and a plain sentence."""
    python = installed(wheel, tmp_path / "venv")
    (package,) = (tmp_path / "venv").glob("**/site-packages/coupquiz")
    for path in [*package.rglob("*"), package]:
        path.chmod(path.stat().st_mode & ~0o222)
    before = {path: path.stat().st_mtime_ns for path in package.rglob("*")}

    ended = run("lesson", home=tmp_path, python=python, PYTHONDONTWRITEBYTECODE="1")

    folder = tmp_path / "coup1920-lesson"
    assert {path.name: path.read_bytes() for path in folder.glob("*.ipynb")} == shipped().notebooks
    assert all(path.stat().st_mode & stat.S_IWUSR for path in folder.iterdir())
    assert before == {path: path.stat().st_mtime_ns for path in package.rglob("*")}
    assert ended.returncode == 1
    assert "JupyterLab is missing" in ended.stderr
    assert "Traceback" not in ended.stderr
    for path in [package, *package.rglob("*")]:
        path.chmod(path.stat().st_mode | stat.S_IWUSR)


def installed(wheel: Path, venv: Path) -> Path:
    """The Python of a new environment that holds this wheel alone."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(venv)], check=True)
    python = venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--quiet", str(wheel)], check=True)
    assert shutil.which("coup1920", path=str(python.parent))
    return python
