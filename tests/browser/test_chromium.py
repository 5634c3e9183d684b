"""How the tests come by a browser."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("chromium.py")
linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a browser is found without PATH")


def provide(**environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as the tests session does."""
    return subprocess.run(
        [sys.executable, str(PROGRAM)],
        env={**os.environ, "COUP1920_CHROMIUM": "", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def put(folder: Path, name: str, script: str = "") -> Path:
    """Put a shell script into a folder as a program."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_the_named_program_is_taken(tmp_path: Path) -> None:
    """COUP1920_CHROMIUM goes before everything else."""
    named = put(tmp_path, "my-browser")
    ended = provide(COUP1920_CHROMIUM=str(named))
    assert ended.returncode == 0
    assert str(named) in ended.stdout


def test_a_named_program_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A slip in the name is said; no other browser is taken in silence."""
    ended = provide(COUP1920_CHROMIUM=str(tmp_path / "missing"))
    assert ended.returncode != 0
    assert "missing, which is not there" in ended.stdout


@linux
@pytest.mark.parametrize("name", ["chromium", "google-chrome", "microsoft-edge"])
def test_a_browser_on_the_path_is_taken(tmp_path: Path, name: str) -> None:
    """Chromium, Chrome and Edge all serve."""
    program = put(tmp_path, name)
    ended = provide(PATH=str(tmp_path))
    assert ended.returncode == 0
    assert str(program) in ended.stdout


@linux
def test_debians_package_is_installed_only_as_root(tmp_path: Path) -> None:
    """With apt-get and as root: update, then install, and it says so. Else apt-get is left alone."""
    log = tmp_path / "log"
    browser = tmp_path / "chromium"
    install = f'echo "$1" >> {log}; [ "$1" = update ] || {{ echo > {browser}; /bin/chmod +x {browser}; }}'
    put(tmp_path, "apt-get", install)
    ended = provide(PATH=str(tmp_path), **without_playwrights(tmp_path))
    if os.geteuid() == 0:
        assert ended.returncode == 0
        assert "apt-get" in ended.stdout
        assert log.read_text(encoding="utf-8").split() == ["update", "install"]
    else:
        assert ended.returncode != 0
        assert not log.exists()


@linux
def test_without_any_browser_the_run_fails_and_says_what_to_install(tmp_path: Path) -> None:
    """No silent skip: an exit status and a sentence with names of packages."""
    ended = provide(PATH=str(tmp_path), **without_playwrights(tmp_path))
    assert ended.returncode != 0
    assert "fetching Playwright's own" in ended.stdout
    assert "apt install chromium" in ended.stdout.splitlines()[-1]


def without_playwrights(tmp_path: Path) -> dict[str, str]:
    """An environment in which Playwright has no browser and can fetch none."""
    return {
        "PLAYWRIGHT_BROWSERS_PATH": str(tmp_path / "own"),
        "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9",
    }
